"""Numbers in words and digits, with their currency: "$5 million" and "five million dollars" are one."""

from __future__ import annotations

import re
from typing import Any

from quotecheck.lexicons import lexicon
from quotecheck.words import Word

__all__ = ["is_numeral", "may_start_numeral", "numeral_at"]

_NUMBER: dict[str, Any] = lexicon("wording")["number"]
_VALUES: dict[str, int] = _NUMBER["values"]
_SCALES: dict[str, int] = _NUMBER["scales"]
_SHORT_SCALES: dict[str, int] = _NUMBER["short_scales"]
_ORDINALS: dict[str, int] = _NUMBER["ordinals"]
_CURRENCIES: dict[str, str] = _NUMBER["currencies"]
_TENS = frozenset(word for word, value in _VALUES.items() if value >= 20)
_SIGNS = frozenset("$€£¥")
_STARTS = frozenset([*_VALUES, *_ORDINALS, *_SCALES, "a", "an", *_SIGNS])
_DIGITS = re.compile(r"(\d+(?:\.\d+)?)(st|nd|rd|th)?$")
_LONGEST = 15
_FRACTION = {"1⁄2": 0.5, "1⁄4": 0.25, "3⁄4": 0.75, "1⁄3": 1 / 3, "2⁄3": 2 / 3}


def is_numeral(key: str) -> bool:
    """Tell whether a term's key is a number's."""
    return key[:1] == "#"


def _key(value: float, *, ordinal: bool = False) -> str:
    plain = str(int(value)) if value == int(value) else f"{value:.6g}"
    return f"#{plain}th" if ordinal else f"#{plain}"


def _norm(found: list[Word], at: int) -> str:
    return found[at].norm if at < len(found) else ""


def _glued(found: list[Word], at: int) -> bool:
    return at < len(found) and found[at - 1].span.end == found[at].span.start


def _scale(found: list[Word], at: int, *, digits: bool) -> int | None:
    norm = _norm(found, at)
    if digits and norm in _SHORT_SCALES and _glued(found, at):
        return _SHORT_SCALES[norm]
    return _SCALES.get(norm)


def _single(norm: str) -> tuple[float, bool] | None:
    """Read one word: its value, and whether it is an ordinal."""
    if len(norm) <= _LONGEST and (digits := _DIGITS.match(norm)):
        return float(digits[1]), digits[2] is not None
    if norm in _ORDINALS:
        return float(_ORDINALS[norm]), True
    value = _FRACTION.get(norm, _VALUES.get(norm))
    return None if value is None else (float(value), False)


def _below_hundred(found: list[Word], at: int) -> tuple[int, float, bool] | None:
    """Read "seven", "twenty-five", "1,000", "25th": where it ends, its value, whether it is an ordinal."""
    read = _single(_norm(found, at))
    if read is None:
        return None
    value, ordinal = read
    if _norm(found, at) in _TENS:
        following = _norm(found, at + 1)
        unit = _single(following) if following in _VALUES or following in _ORDINALS else None
        if unit is not None and 0 < unit[0] < 10:
            return at + 2, value + unit[0], unit[1]
    return at + 1, value, ordinal


def _spoken_year(found: list[Word], at: int, century: float) -> tuple[int, float, bool] | None:
    """Read on after "nineteen" in "nineteen eighty-four"."""
    rest = None if _norm(found, at)[:1].isdigit() else _below_hundred(found, at)
    if rest is None or rest[2] or not 13 <= century <= 20 or not 10 <= rest[1] < 100:
        return None
    return rest[0], century * 100 + rest[1], False


def _cardinal(found: list[Word], at: int) -> tuple[int, float, bool] | None:
    digits = _norm(found, at)[:1].isdigit()
    if _norm(found, at) in ("a", "an") and _norm(found, at + 1) in _SCALES:
        first: tuple[int, float, bool] | None = (at + 1, 1.0, False)
    else:
        first = _below_hundred(found, at)
    if first is None or first[2]:
        return first
    end, current, _ = first
    if not digits and (year := _spoken_year(found, end, current)):
        return year
    total = 0.0
    while scale := _scale(found, end, digits=digits):
        end += 1
        current *= scale
        if scale >= 1000:
            total, current = total + current, 0.0
        after = end + 1 if _norm(found, end) == "and" and scale < 1_000_000 else end
        more = None if digits or scale == 12 else _below_hundred(found, after)
        if more is None or more[1] >= scale or more[2] or more[1] == 0:
            if _scale(found, end, digits=digits) is None:
                break
            continue
        end, current = more[0], current + more[1]
    return end, total + current, False


def may_start_numeral(norm: str) -> bool:
    """Tell whether a number can start with this word."""
    return norm in _STARTS or norm[:1].isdecimal() or norm in _FRACTION


def numeral_at(found: list[Word], at: int, text: str) -> tuple[int, tuple[str, ...]] | None:
    """Read the number that starts with word ``at``: the word after it, and its keys.

    A sign of currency before the number comes out as a key after it, as if it were a word.
    """
    norm = found[at].norm
    if not may_start_numeral(norm):
        return None
    if norm in _SIGNS:
        read = _cardinal(found, at + 1) if _norm(found, at + 1)[:1].isdecimal() else None
        if read is None:
            return at + 1, (_CURRENCIES[norm],)
        return read[0], (_key(read[1]), _CURRENCIES[norm])
    read = _cardinal(found, at)
    if read is None:
        return (at + 1, ("#" + norm,)) if norm[:1].isdecimal() else None
    end, value, ordinal = read
    return end, (_key(value, ordinal=ordinal),)

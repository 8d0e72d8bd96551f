"""One number in words or digits: "seven", "1,000", "nineteen eighty-four", "two and a half", "two thirds"."""

from __future__ import annotations

import re
from typing import Any

from quotecheck.lexicons import lexicon
from quotecheck.words import Words

__all__ = [
    "FRACTIONS",
    "HALF",
    "ONE",
    "ORDINALS",
    "PARTS",
    "SCALES",
    "VALUES",
    "is_glued",
    "norm_at",
    "number_at",
    "share_at",
]

_NUMBER: dict[str, Any] = lexicon("wording")["number"]
VALUES: dict[str, int] = _NUMBER["values"]
SCALES: dict[str, int] = _NUMBER["scales"]
_SHORT_SCALES: dict[str, int] = _NUMBER["short_scales"]
ORDINALS: dict[str, int] = _NUMBER["ordinals"]
PARTS: dict[str, int] = _NUMBER["parts"]
FRACTIONS = {"1⁄2": 1 / 2, "1⁄4": 1 / 4, "3⁄4": 3 / 4, "1⁄3": 1 / 3, "2⁄3": 2 / 3}
_TENS = frozenset(word for word, value in VALUES.items() if value >= 20)
ONE = frozenset({"a", "an", "one"})
_DIGITS = re.compile(r"(\d+(?:\.\d+)?)(st|nd|rd|th)?$")
_LONGEST = 15
HALF = 0.5
_MOST_IN = 10


def norm_at(found: Words, at: int) -> str:
    """Return a word, nothing beyond the last one."""
    return found.norms[at] if at < len(found.norms) else ""


def is_glued(found: Words, at: int) -> bool:
    """Tell whether a word stands right behind the one before it."""
    return at < len(found) and found.spans[at - 1].end == found.spans[at].start


def _scale(found: Words, at: int, *, digits: bool) -> int | None:
    norm = norm_at(found, at)
    if digits and norm in _SHORT_SCALES and is_glued(found, at):
        return _SHORT_SCALES[norm]
    return SCALES.get(norm)


def _single(norm: str) -> tuple[float, bool] | None:
    """Read one word: its value, and whether it is an ordinal."""
    if len(norm) <= _LONGEST and (digits := _DIGITS.match(norm)):
        return float(digits[1]), digits[2] is not None
    if norm in ORDINALS:
        return float(ORDINALS[norm]), True
    value = FRACTIONS.get(norm, VALUES.get(norm))
    return None if value is None else (float(value), False)


def _below_hundred(found: Words, at: int) -> tuple[int, float, bool] | None:
    """Read "seven", "twenty-five", "1,000", "25th": where it ends, its value, whether it is an ordinal."""
    read = _single(norm_at(found, at))
    if read is None:
        return None
    value, ordinal = read
    if norm_at(found, at) in _TENS:
        following = norm_at(found, at + 1)
        unit = _single(following) if following in VALUES or following in ORDINALS else None
        if unit is not None and 0 < unit[0] < 10:
            return at + 2, value + unit[0], unit[1]
    return at + 1, value, ordinal


def _spoken_year(found: Words, at: int, century: float) -> tuple[int, float, bool] | None:
    """Read on after "nineteen" in "nineteen eighty-four"."""
    rest = None if norm_at(found, at)[:1].isdigit() else _below_hundred(found, at)
    if rest is None or rest[2] or not 13 <= century <= 20 or not 10 <= rest[1] < 100:
        return None
    return rest[0], century * 100 + rest[1], False


def _spoken_decimals(found: Words, at: int, whole: float) -> tuple[int, float]:
    """Read on after "one" in "one point two"."""
    digits, end = "", at + 1
    while VALUES.get(norm_at(found, end), 10) < 10:
        digits, end = digits + str(VALUES[norm_at(found, end)]), end + 1
    return (end, float(f"{whole:.0f}.{digits}")) if norm_at(found, at) == "point" and digits else (at, whole)


def _with_fraction(found: Words, at: int, whole: float) -> tuple[int, float]:
    """Read on after "two" in "two and a half", "2½", "two and three quarters"."""
    if norm_at(found, at) in FRACTIONS:
        return at + 1, whole + FRACTIONS[norm_at(found, at)]
    if norm_at(found, at) != "and":
        return at, whole
    if norm_at(found, at + 1) in ONE and norm_at(found, at + 2) == "half":
        return at + 3, whole + HALF
    part = share_at(found, at + 1)
    return (part[0], whole + part[1]) if part else (at, whole)


def number_at(found: Words, at: int) -> tuple[int, float, bool] | None:
    """Read the number that starts with word ``at``: the word after it, its value, and if it is an ordinal."""
    digits = norm_at(found, at)[:1].isdigit()
    if norm_at(found, at) in ("a", "an") and norm_at(found, at + 1) in SCALES:
        first: tuple[int, float, bool] | None = (at + 1, 1.0, False)
    else:
        first = _below_hundred(found, at)
    if first is None or first[2]:
        return first
    end, current, _ = first
    if not digits:
        if year := _spoken_year(found, end, current):
            return year
        end, current = _spoken_decimals(found, end, current)
    end, current = _with_fraction(found, end, current)
    total = 0.0
    while scale := _scale(found, end, digits=digits):
        end += 1
        current *= scale
        if scale >= 1000:
            total, current = total + current, 0.0
        after = end + 1 if norm_at(found, end) == "and" and scale < 1_000_000 else end
        more = None if digits or scale == 12 else _below_hundred(found, after)
        if more is None or more[1] >= scale or more[2] or more[1] == 0:
            if _scale(found, end, digits=digits) is None:
                break
            continue
        end, current = more[0], current + more[1]
    return end, total + current, False


def _small(norm: str) -> float:
    return float(VALUES.get(norm, norm if norm.isdecimal() and len(norm) < 3 else 0))


def _one_in(found: Words, at: int) -> tuple[int, float] | None:
    """Read "one in four", "3 out of 10"."""
    first = at + 1 + (norm_at(found, at + 1) == "out")
    if norm_at(found, first) != ("in" if first == at + 1 else "of"):
        return None
    count, size = _small(norm_at(found, at)), _small(norm_at(found, first + 1))
    return (first + 2, count / size) if 0 < count < size <= _MOST_IN else None


def share_at(found: Words, at: int) -> tuple[int, float] | None:
    """Read "two thirds", "one fifth", "a quarter of", "one in four": where it ends, and its value."""
    if counted := _one_in(found, at):
        return counted
    norm, part = norm_at(found, at), norm_at(found, at + 1)
    count = 1.0 if norm in ONE else _small(norm)
    size = PARTS.get(part, 0)
    if not 0 < count < size:
        return None
    if count == 1 and (part.endswith("s") or (norm != "one" and norm_at(found, at + 2) != "of")):
        return None
    return (at + 2, count / size) if count == 1 or part.endswith("s") else None

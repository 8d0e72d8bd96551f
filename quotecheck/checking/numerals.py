"""Amounts in words and digits: "$5 million" is "five million dollars", "2.5" is "two and a half".

What is an amount's unit, too, has one form after a number: "5 km", "five kilometres".
"""

from __future__ import annotations

import re
from typing import Any

from quotecheck.lexicons import lexicon
from quotecheck.words import Words

__all__ = [
    "AFTER_ARTICLE",
    "ARTICLES",
    "is_numeral",
    "may_start_numeral",
    "number_at",
    "number_key",
    "numeral_at",
    "unit_at",
]

_NUMBER: dict[str, Any] = lexicon("wording")["number"]
_VALUES: dict[str, int] = _NUMBER["values"]
_SCALES: dict[str, int] = _NUMBER["scales"]
_SHORT_SCALES: dict[str, int] = _NUMBER["short_scales"]
_ORDINALS: dict[str, int] = _NUMBER["ordinals"]
_CURRENCIES: dict[str, str] = _NUMBER["currencies"]
_CODES: dict[str, str] = _NUMBER["currency_codes"]
_UNITS: dict[str, str] = _NUMBER["unit_forms"]
_PARTS: dict[str, int] = _NUMBER["parts"]
_ROMAN: dict[str, int] = _NUMBER["roman"]
_TENS = frozenset(word for word, value in _VALUES.items() if value >= 20)
_SIGNS = frozenset("$€£¥")
_FRACTION = {"1⁄2": 1 / 2, "1⁄4": 1 / 4, "3⁄4": 3 / 4, "1⁄3": 1 / 3, "2⁄3": 2 / 3}
_ONE = frozenset({"a", "an", "one"})
ARTICLES = frozenset({"a", "an"})
AFTER_ARTICLE = frozenset([*_PARTS, *_SCALES, *_UNITS, "half"])
"""What must come after an article for it to be a number."""

_STARTS = frozenset(
    [*_VALUES, *_ORDINALS, *_SCALES, *_SIGNS, *_CODES, *_UNITS, *_ROMAN, *_FRACTION, "a", "an", "half", "us"]
)
_DIGITS = re.compile(r"(\d+(?:\.\d+)?)(st|nd|rd|th)?$")
_MINUS = re.compile(r"(?:^| )[-−](?=\w)")
_GROUPED = re.compile(r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}|(?: \d{3}){2,})(?!\d)")
_LONGEST = 15
_HALF = 0.5
_NAMED_SHARES = frozenset({10, 20, 25, 40, 50, 60, 75, 80})
_MOST_PARTS = 10


def is_numeral(key: str) -> bool:
    """Tell whether a term's key is a number's."""
    return key[:1] == "#"


def number_key(value: float, *, ordinal: bool = False) -> str:
    """Return the key of a number."""
    plain = str(int(value)) if value == int(value) else f"{value:.6g}"
    return f"#{plain}th" if ordinal else f"#{plain}"


def _norm(found: Words, at: int) -> str:
    return found.norms[at] if at < len(found.norms) else ""


def _glued(found: Words, at: int) -> bool:
    return at < len(found) and found.spans[at - 1].end == found.spans[at].start


def _scale(found: Words, at: int, *, digits: bool) -> int | None:
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


def _below_hundred(found: Words, at: int) -> tuple[int, float, bool] | None:
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


def _spoken_year(found: Words, at: int, century: float) -> tuple[int, float, bool] | None:
    """Read on after "nineteen" in "nineteen eighty-four"."""
    rest = None if _norm(found, at)[:1].isdigit() else _below_hundred(found, at)
    if rest is None or rest[2] or not 13 <= century <= 20 or not 10 <= rest[1] < 100:
        return None
    return rest[0], century * 100 + rest[1], False


def _spoken_decimals(found: Words, at: int, whole: float) -> tuple[int, float]:
    """Read on after "one" in "one point two"."""
    digits, end = "", at + 1
    while _VALUES.get(_norm(found, end), 10) < 10:
        digits, end = digits + str(_VALUES[_norm(found, end)]), end + 1
    return (end, float(f"{whole:.0f}.{digits}")) if _norm(found, at) == "point" and digits else (at, whole)


def _with_fraction(found: Words, at: int, whole: float) -> tuple[int, float]:
    """Read on after "two" in "two and a half", "2½", "two and three quarters"."""
    if _norm(found, at) in _FRACTION:
        return at + 1, whole + _FRACTION[_norm(found, at)]
    if _norm(found, at) != "and":
        return at, whole
    if _norm(found, at + 1) in _ONE and _norm(found, at + 2) == "half":
        return at + 3, whole + _HALF
    part = _share(found, at + 1)
    return (part[0], whole + part[1]) if part else (at, whole)


def _cardinal(found: Words, at: int) -> tuple[int, float, bool] | None:
    digits = _norm(found, at)[:1].isdigit()
    if _norm(found, at) in ("a", "an") and _norm(found, at + 1) in _SCALES:
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
        after = end + 1 if _norm(found, end) == "and" and scale < 1_000_000 else end
        more = None if digits or scale == 12 else _below_hundred(found, after)
        if more is None or more[1] >= scale or more[2] or more[1] == 0:
            if _scale(found, end, digits=digits) is None:
                break
            continue
        end, current = more[0], current + more[1]
    return end, total + current, False


def _share(found: Words, at: int) -> tuple[int, float] | None:
    """Read "two thirds", "three-quarters", "one fifth", "a quarter of": where it ends, and its value."""
    norm, part = _norm(found, at), _norm(found, at + 1)
    count = (
        1.0 if norm in _ONE else float(_VALUES.get(norm, norm if norm.isdecimal() and len(norm) < 3 else 0))
    )
    size = _PARTS.get(part, 0)
    if not 0 < count < size:
        return None
    if count == 1 and (part.endswith("s") or (norm != "one" and _norm(found, at + 2) != "of")):
        return None
    return (at + 2, count / size) if count == 1 or part.endswith("s") else None


def _after_percent(found: Words, at: int) -> int:
    if _norm(found, at) == "per" and _norm(found, at + 1) == "cent":
        return at + 2
    return at + (_norm(found, at) in ("percent", "pct"))


def _named_share(found: Words, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Read "50% of" and "twenty-five percent of" as the "half of" and "a quarter of" that they are."""
    read = _cardinal(found, at)
    if read is None or read[2] or read[1] not in _NAMED_SHARES:
        return None
    end = _after_percent(found, read[0])
    if end == read[0] or _norm(found, end) != "of":
        return None
    share = read[1] / 100
    return end, ("half" if share == _HALF else number_key(share),)


def _ratio(found: Words, at: int, text: str) -> tuple[int, float] | None:
    """Read "2/3"."""
    above, below = _norm(found, at), _norm(found, at + 1)
    if not (above.isdecimal() and below.isdecimal() and len(above) == 1 and len(below) <= 2):
        return None
    if text[found.spans[at].end : found.spans[at + 1].start] != "/" or text[found.spans[at].start - 1] == "/":
        return None
    return (at + 2, int(above) / int(below)) if int(above) < int(below) <= _MOST_PARTS else None


def _halved(found: Words, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Read "half a million", "half a percent", "a half million", "one half", "a year and a half"."""
    if _norm(found, at) in _ONE:
        unit = _UNITS.get(_norm(found, at + 1))
        if unit and [_norm(found, at + n) for n in (2, 3, 4)] == ["and", "a", "half"]:
            return at + 5, (number_key(1 + _HALF), unit)
        at += 1
    if _norm(found, at) != "half":
        return None
    end = at + 1
    whole = end + (_norm(found, end) == "of")
    if _norm(found, whole) in _ONE:
        whole += 1
    elif whole > end:
        whole = end
    if scale := _SCALES.get(_norm(found, whole)):
        return whole + 1, (number_key(scale / 2),)
    if whole > end and _norm(found, whole) in _UNITS:
        return whole, (number_key(_HALF),)
    return end, ("half",)


def may_start_numeral(norm: str) -> bool:
    """Tell whether a number or its unit can start with this word."""
    return norm in _STARTS or norm[:1].isdecimal()


def number_at(found: Words, at: int) -> tuple[int, float, bool] | None:
    """Read the number that starts with word ``at``: the word after it, its value, and if it is an ordinal."""
    return _cardinal(found, at)


def _grouped(found: Words, at: int, text: str) -> tuple[int, float] | None:
    """Read "1 000 000"."""
    if not (_norm(found, at).isdecimal() and _norm(found, at + 1).isdecimal()):
        return None
    if not (whole := _GROUPED.match(text, found.spans[at].start)):
        return None
    end = at
    while end < len(found) and found.spans[end].end <= whole.end():
        end += 1
    return end, float("".join(filter(str.isdecimal, whole[0])))


def _money(found: Words, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Read "$5 million", "US$5", "EUR 5": the currency comes out as a key after the number."""
    norm = _norm(found, at)
    sign = at + 1 if norm == "us" and _norm(found, at + 1) == "$" and _glued(found, at + 1) else at
    currency = _CURRENCIES.get(_norm(found, sign)) or _CODES.get(norm)
    if currency is None:
        return None
    read = _cardinal(found, sign + 1) if _norm(found, sign + 1)[:1].isdecimal() else None
    if read is None:
        return sign + 1, (currency,)
    return read[0], (number_key(read[1]), currency)


def _with_mark(found: Words, end: int, keys: tuple[str, ...], text: str) -> tuple[int, tuple[str, ...]]:
    """Read on after "30" in "30°C" and "50¢", whose marks are no words."""
    if "¢" not in text and "°" not in text:
        return end, keys
    mark = text[found.spans[end - 1].end : found.spans[end - 1].end + 2].strip()[:1]
    if mark == "¢":
        return end, (*keys, "cent")
    if mark != "°":
        return end, keys
    scale = {"c": "celsius", "f": "fahrenheit"}.get(_norm(found, end))
    return (end + 1, (*keys, "degree", scale)) if scale else (end, (*keys, "degree"))


def _below_zero(found: Words, at: int, text: str) -> bool:
    return any(mark.end() == found.spans[at].start for mark in _MINUS.finditer(text))


def _plain(found: Words, at: int, text: str) -> tuple[int, tuple[str, ...]] | None:
    norm = found.norms[at]
    read = (at + 1, _FRACTION[norm], False) if norm in _FRACTION else _cardinal(found, at)
    if read is None:
        return (at + 1, ("#" + norm,)) if norm[:1].isdecimal() else None
    end, value, ordinal = read
    if value == _HALF and norm in _FRACTION and _norm(found, end) not in _UNITS:
        return end, ("half",)
    keys = (number_key(value, ordinal=ordinal),)
    return _with_mark(found, end, ("minus", *keys) if _below_zero(found, at, text) else keys, text)


def numeral_at(found: Words, at: int, text: str) -> tuple[int, tuple[str, ...]] | None:
    """Read the amount that starts with word ``at``: the word after it, and its keys."""
    norm = found.norms[at]
    if not may_start_numeral(norm) or (norm in ARTICLES and _norm(found, at + 1) not in AFTER_ARTICLE):
        return None
    if norm in _SIGNS or norm in _CODES or norm == "us":
        return _money(found, at)
    if norm in _ROMAN:
        return (at + 1, (number_key(_ROMAN[norm]),)) if found.spans[at].of(text).isupper() else None
    if part := _share(found, at) or _ratio(found, at, text) or _grouped(found, at, text):
        return part[0], (number_key(part[1]),)
    return _halved(found, at) or _named_share(found, at) or _plain(found, at, text)


def unit_at(found: Words, at: int, text: str) -> tuple[int, tuple[str, ...]] | None:
    """Read the unit that word ``at`` is after a number: the word after it, and its keys."""
    unit = _UNITS.get(found.norms[at])
    if unit is None:
        return None
    if _norm(found, at + 1) == "h" and text[found.spans[at].end : found.spans[at + 1].start] == "/":
        return at + 2, (unit, "per", "hour")
    return at + 1, tuple(unit.split())

"""Amounts in words and digits: "$5 million" is "five million dollars", "2.5" is "two and a half".

What is an amount's unit, too, has one form after a number: "5 km", "five kilometres".
"""

from __future__ import annotations

import re
from typing import Any

from quotecheck.checking.cardinals import (
    FRACTIONS,
    HALF,
    ONE,
    ORDINALS,
    PARTS,
    SCALES,
    VALUES,
    is_glued,
    norm_at,
    number_at,
    share_at,
)
from quotecheck.lexicons import lexicon
from quotecheck.words import Words

__all__ = [
    "AFTER_ARTICLE",
    "ARTICLES",
    "is_numeral",
    "may_start_numeral",
    "number_key",
    "numeral_at",
    "unit_at",
]

_NUMBER: dict[str, Any] = lexicon("wording")["number"]
_CURRENCIES: dict[str, str] = _NUMBER["currencies"]
_CODES: dict[str, str] = _NUMBER["currency_codes"]
_UNITS: dict[str, str] = _NUMBER["unit_forms"]
_ROMAN: dict[str, int] = _NUMBER["roman"]
_SIGNS = frozenset("$€£¥")
ARTICLES = frozenset({"a", "an"})
AFTER_ARTICLE = frozenset([*PARTS, *SCALES, *_UNITS, "half"])
"""What must come after an article for it to be a number."""

_STARTS = frozenset(
    [*VALUES, *ORDINALS, *SCALES, *_SIGNS, *_CODES, *_UNITS, *_ROMAN, *FRACTIONS, "a", "an", "half", "us"]
)
_MINUS = re.compile(r"(?:^| )[-−](?=\w)")
_GROUPED = re.compile(r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}|(?: \d{3}){2,})(?!\d)")
_NAMED_SHARES = frozenset({10, 20, 25, 40, 50, 60, 75, 80})
_MOST_PARTS = 10


def is_numeral(key: str) -> bool:
    """Tell whether a term's key is a number's."""
    return key[:1] == "#"


def number_key(value: float, *, ordinal: bool = False) -> str:
    """Return the key of a number."""
    plain = str(int(value)) if value == int(value) else f"{value:.6g}"
    return f"#{plain}th" if ordinal else f"#{plain}"


def _after_percent(found: Words, at: int) -> int:
    if norm_at(found, at) == "per" and norm_at(found, at + 1) == "cent":
        return at + 2
    return at + (norm_at(found, at) in ("percent", "pct"))


def _named_share(found: Words, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Read "50% of" and "twenty-five percent of" as the "half of" and "a quarter of" that they are."""
    read = number_at(found, at)
    if read is None or read[2] or read[1] not in _NAMED_SHARES:
        return None
    end = _after_percent(found, read[0])
    if end == read[0] or norm_at(found, end) != "of":
        return None
    share = read[1] / 100
    return end, ("half" if share == HALF else number_key(share),)


def _ratio(found: Words, at: int, text: str) -> tuple[int, float] | None:
    """Read "2/3"."""
    above, below = norm_at(found, at), norm_at(found, at + 1)
    if not (above.isdecimal() and below.isdecimal() and len(above) == 1 and len(below) <= 2):
        return None
    if text[found.spans[at].end : found.spans[at + 1].start] != "/" or text[found.spans[at].start - 1] == "/":
        return None
    return (at + 2, int(above) / int(below)) if int(above) < int(below) <= _MOST_PARTS else None


def _halved(found: Words, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Read "half a million", "half a percent", "a half million", "one half", "a year and a half"."""
    if norm_at(found, at) in ONE:
        unit = _UNITS.get(norm_at(found, at + 1))
        if unit and [norm_at(found, at + n) for n in (2, 3, 4)] == ["and", "a", "half"]:
            return at + 5, (number_key(1 + HALF), unit)
        at += 1
    if norm_at(found, at) != "half":
        return None
    end = at + 1
    whole = end + (norm_at(found, end) == "of")
    if norm_at(found, whole) in ONE:
        whole += 1
    elif whole > end:
        whole = end
    if scale := SCALES.get(norm_at(found, whole)):
        return whole + 1, (number_key(scale / 2),)
    if whole > end and norm_at(found, whole) in _UNITS:
        return whole, (number_key(HALF),)
    return end, ("half",)


def may_start_numeral(norm: str) -> bool:
    """Tell whether a number or its unit can start with this word."""
    return norm in _STARTS or norm[:1].isdecimal()


def _grouped(found: Words, at: int, text: str) -> tuple[int, float] | None:
    """Read "1 000 000"."""
    if not (norm_at(found, at).isdecimal() and norm_at(found, at + 1).isdecimal()):
        return None
    if not (whole := _GROUPED.match(text, found.spans[at].start)):
        return None
    end = at
    while end < len(found) and found.spans[end].end <= whole.end():
        end += 1
    return end, float("".join(filter(str.isdecimal, whole[0])))


def _money(found: Words, at: int) -> tuple[int, tuple[str, ...]] | None:
    """Read "$5 million", "US$5", "EUR 5": the currency comes out as a key after the number."""
    norm = norm_at(found, at)
    sign = at + 1 if norm == "us" and norm_at(found, at + 1) == "$" and is_glued(found, at + 1) else at
    currency = _CURRENCIES.get(norm_at(found, sign)) or _CODES.get(norm)
    if currency is None:
        return None
    read = number_at(found, sign + 1) if norm_at(found, sign + 1)[:1].isdecimal() else None
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
    scale = {"c": "celsius", "f": "fahrenheit"}.get(norm_at(found, end))
    return (end + 1, (*keys, "degree", scale)) if scale else (end, (*keys, "degree"))


def _below_zero(found: Words, at: int, text: str) -> bool:
    return any(mark.end() == found.spans[at].start for mark in _MINUS.finditer(text))


def _plain(found: Words, at: int, text: str) -> tuple[int, tuple[str, ...]] | None:
    norm = found.norms[at]
    read = (at + 1, FRACTIONS[norm], False) if norm in FRACTIONS else number_at(found, at)
    if read is None:
        return (at + 1, ("#" + norm,)) if norm[:1].isdecimal() else None
    end, value, ordinal = read
    if value == HALF and norm in FRACTIONS and norm_at(found, end) not in _UNITS:
        return end, ("half",)
    keys = (number_key(value, ordinal=ordinal),)
    return _with_mark(found, end, ("minus", *keys) if _below_zero(found, at, text) else keys, text)


def numeral_at(found: Words, at: int, text: str) -> tuple[int, tuple[str, ...]] | None:
    """Read the amount that starts with word ``at``: the word after it, and its keys."""
    norm = found.norms[at]
    if not may_start_numeral(norm) or (norm in ARTICLES and norm_at(found, at + 1) not in AFTER_ARTICLE):
        return None
    if norm in _SIGNS or norm in _CODES or norm == "us":
        return _money(found, at)
    if norm in _ROMAN:
        return (at + 1, (number_key(_ROMAN[norm]),)) if found.spans[at].of(text).isupper() else None
    if part := share_at(found, at) or _ratio(found, at, text) or _grouped(found, at, text):
        return part[0], (number_key(part[1]),)
    return _halved(found, at) or _named_share(found, at) or _plain(found, at, text)


def unit_at(found: Words, at: int, text: str) -> tuple[int, tuple[str, ...]] | None:
    """Read the unit that word ``at`` is after a number: the word after it, and its keys."""
    unit = _UNITS.get(found.norms[at])
    if unit is None:
        return None
    if norm_at(found, at + 1) == "h" and text[found.spans[at].end : found.spans[at + 1].start] == "/":
        return at + 2, (unit, "per", "hour")
    return at + 1, tuple(unit.split())

"""Moments and periods: "17:00" is "5 p.m.", "the 1990s" are "the nineties", "Q2" is "the second quarter".

A time of day has two keys, its hour on a clock's face and its half of the day; a day of a month comes after
the month, however it was written.
"""

from __future__ import annotations

import re
from typing import Any

from quotecheck.checking.cardinals import number_at
from quotecheck.checking.numerals import number_key
from quotecheck.lexicons import lexicon
from quotecheck.words import Words

__all__ = ["MONTHS", "may_start_moment", "moment_at"]

_DATE: dict[str, Any] = lexicon("wording")["date"]
_EXPANSIONS: dict[str, str] = lexicon("wording")["expansions"]
_DECADES: dict[str, str] = _DATE["decades"]
MONTHS = frozenset(_DATE["months"]) | {"may(month)"}
"""The keys of the months."""

_MORNING, _AFTERNOON = "a.m.", "p.m."
_HALVES = {"am": _MORNING, "pm": _AFTERNOON}
_NAMED = {"noon": _AFTERNOON, "midnight": _MORNING}
_TERMS = {"q": "quarter", "h": "half"}
_STARTS = frozenset([*_DECADES, *_NAMED, *_TERMS, "no"])
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)$")
_CENTURY = re.compile(r"19([2-9]0s)$")
_NUMBERLESS = frozenset({"a", "an", "half", "us"})
_LAST_DAY = 31
_NOON = 12

Read = tuple[int, float, bool]
"""The word after a number, the number, and whether it is an ordinal."""


def may_start_moment(norm: str) -> bool:
    """Tell whether a moment or period can start with this word."""
    return norm in _STARTS or norm[:1].isdecimal()


def _norm(found: Words, at: int) -> str:
    return found.norms[at] if at < len(found.norms) else ""


def _month(found: Words, at: int, text: str) -> str | None:
    """Return the key of the month that word ``at`` names: written with a capital, for "may" and "march"."""
    norm = _norm(found, at)
    month = _EXPANSIONS.get(norm, norm)
    if month not in MONTHS or not found.spans[at].of(text)[:1].isupper():
        return None
    return "may(month)" if month == "may" else month


def _face(hour: int, minutes: str) -> str:
    return f"#{hour % _NOON or _NOON}:{minutes}"


def _digital(found: Words, at: int, clock: re.Match[str]) -> tuple[int, tuple[str, ...]] | None:
    """Read "17:00", "05:30", "5:30"."""
    hour = int(clock[1])
    if ":" not in clock[0]:
        return None
    if hour <= _NOON and clock[1][0] != "0":
        return at + 1, (_face(hour, clock[2]),)
    return at + 1, (_face(hour, clock[2]), _AFTERNOON if _NOON <= hour < 2 * _NOON else _MORNING)


def _time(found: Words, at: int, text: str, read: Read | None) -> tuple[int, tuple[str, ...]] | None:
    """Read "5 p.m.", "5:30pm", "five o'clock", "12 noon", "17:00"."""
    clock = _CLOCK.match(_norm(found, at))
    if clock:
        end, hour, minutes = at + 1, int(clock[1]), clock[2]
    elif read and not read[2] and 0 < read[1] <= _NOON and read[1] == int(read[1]):
        end, hour, minutes = read[0], int(read[1]), "00"
    else:
        return None
    after = _norm(found, end)
    if after in _HALVES and text[found.spans[end - 1].end : found.spans[end].start].strip() == "":
        return end + 1, (_face(hour, minutes), _HALVES[after])
    if hour == _NOON and after in _NAMED:
        return end + 1, (_face(_NOON, minutes), _NAMED[after])
    if clock:
        return _digital(found, at, clock)
    return (end + 1, (_face(hour, minutes), after)) if after == "o'clock" else None


def _decade(found: Words, at: int) -> tuple[int, tuple[str, ...]] | None:
    norm = _norm(found, at)
    if norm == "nineteen" and _norm(found, at + 1) in _DECADES:
        return at + 2, ("#" + _DECADES[_norm(found, at + 1)],)
    if norm in _DECADES:
        return at + 1, ("#" + _DECADES[norm],)
    century = _CENTURY.match(norm)
    return (at + 1, ("#" + century[1],)) if century else None


def _day(found: Words, text: str, read: Read | None) -> tuple[int, tuple[str, ...]] | None:
    """Read "5 May", "5th of May": the month comes first, as in "May 5"."""
    if read is None or not 0 < read[1] <= _LAST_DAY or read[1] != int(read[1]):
        return None
    end = read[0]
    if _norm(found, end) == "of" and read[2]:
        end += 1
    month = _month(found, end, text)
    return (end + 1, (month, number_key(read[1]))) if month else None


def _term(found: Words, at: int, text: str) -> tuple[int, tuple[str, ...]] | None:
    """Read "Q2" and "H1"; "No. 5"."""
    norm, following = _norm(found, at), _norm(found, at + 1)
    if not following[:1].isdecimal():
        return None
    gap = text[found.spans[at].end : found.spans[at + 1].start]
    if norm == "no" and gap.strip() == "." and found.spans[at].of(text)[:1] == "N":
        return at + 1, ("number",)
    if gap == "" and norm in _TERMS and following in ("1", "2", "3", "4"):
        return at + 2, (number_key(int(following), ordinal=True), _TERMS[norm])
    return None


def moment_at(found: Words, at: int, text: str) -> tuple[int, tuple[str, ...]] | None:
    """Read the moment or period that starts with word ``at``: the word after it, and its keys."""
    norm = found.norms[at]
    if norm in _NUMBERLESS:
        return None
    if norm in _TERMS or norm == "no":
        return _term(found, at, text)
    if half := _NAMED.get(norm):
        return at + 1, (_face(_NOON, "00"), half)
    read = number_at(found, at)
    return _decade(found, at) or _time(found, at, text, read) or _day(found, text, read)

"""Find the date expressions of a text: where they stand, and what their words say.

Nothing is resolved here: "last Friday" stays a weekday with the modifier "last" until ``resolving`` gives it
an anchor.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from quotecheck.dates.patterns import FOREIGN, LEFT_ALONE, opener, patterns, trigger
from quotecheck.dates.vocabulary import Vocabulary, vocabulary
from quotecheck.lexicons import lexicon
from quotecheck.model import Span

__all__ = ["Expression", "ExpressionKind", "Part", "find_expressions", "is_day_first"]

_NUMERIC = re.compile(r"(?<![\d/.-])\b(\d\d?)([/.-])(\d\d?)\2(?:\d{4}|\d\d)(?![\d/.-])")
_MONTHS_IN_YEAR = 12
_CENTURY_TURN = 70
_MARGIN = 40
_LONGEST = 160
_SPACE = re.compile(r"\s+")


class ExpressionKind(StrEnum):
    """What sort of expression it is, which decides how it is resolved."""

    CALENDAR = "calendar"
    """Any of day, month, year, with or without the weekday."""
    RANGE = "range"
    WEEKDAY = "weekday"
    DAY = "day"
    """Today, yesterday, last night."""
    PERIOD = "period"
    """Last week, earlier this month."""
    AGO = "ago"
    SEASON = "season"
    DECADE = "decade"
    NARRATIVE = "narrative"
    """The following day, hours later: counted from the date told before, not from the article's."""


class Part(NamedTuple):
    """Year, month and day as far as they are written; None where they are not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


NO_PART = Part()


@dataclass(frozen=True, slots=True)
class Expression:
    """One date expression.

    ``span`` covers the preposition too ("on Tuesday"), and ``lead`` is that preposition. ``date`` and
    ``until`` are the calendar parts of it and of a range's end; ``weekday`` is 0 for Monday. ``modifier`` is
    "last", "this", "next" …, ``shade`` "early", "mid", "late", "earlier"; ``count`` to ``most`` are how many
    of ``unit`` are counted, from an ``event`` ("after the fire") or between two acts, ``act`` being the first
    word of the one that the other dates ("a week after promising"). All words are in lower case.
    """

    span: Span
    kind: ExpressionKind
    lead: str = ""
    date: Part = NO_PART
    until: Part = NO_PART
    weekday: int | None = None
    modifier: str = ""
    shade: str = ""
    count: int = 0
    most: int = 0
    unit: str = ""
    event: str = ""
    act: str = ""

    @property
    def names_day(self) -> bool:
        """Tell whether it names one day rather than a longer time."""
        if self.kind is ExpressionKind.CALENDAR:
            return self.date.day is not None
        if self.kind in (ExpressionKind.AGO, ExpressionKind.NARRATIVE):
            return self.unit in ("day", "hour", "minute", "morning", "afternoon", "evening", "night")
        return self.kind in (ExpressionKind.WEEKDAY, ExpressionKind.DAY)


def is_day_first(text: str, language: str = "en") -> bool:
    """Tell whether "10/7/2019" is 10 July in this text: by its other dates, else by its language.

    A number above 12 decides; then whether the text writes "7 October" or "October 7".
    """
    for found in _NUMERIC.finditer(text):
        first, second = int(found[1]), int(found[3])
        if first > _MONTHS_IN_YEAR >= second:
            return True
        if second > _MONTHS_IN_YEAR >= first:
            return False
    if language != "en":
        return True
    months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    day_first = len(re.findall(rf"\b\d\d?(?:st|nd|rd|th)? (?:{months})", text))
    return day_first > len(re.findall(rf"\b(?:{months})[a-z]*\.? \d\d?\b", text))


def _number(found: dict[str, str], name: str) -> int | None:
    value = found.get(name)
    return int(value) if value else None


def _written_year(found: dict[str, str], name: str, start: int | None = None) -> int | None:
    year = _number(found, name)
    if year is not None and year < 100:
        year += (start // 100 * 100) if start else (2000 if year < _CENTURY_TURN else 1900)
    return year


def _possible(part: Part) -> bool:
    if part.month is not None and not 1 <= part.month <= _MONTHS_IN_YEAR:
        return False
    if part.day is None or part.month is None:
        return True
    # A leap year stands in where none is written: "Feb. 29" is a date of some year.
    return 1 <= part.day <= monthrange(part.year or 2000, part.month)[1]


def _feast(written: str) -> tuple[int, int]:
    plain = written.replace("'", "’").replace("’", "")
    for name, (month, day) in lexicon("dates")["feasts"].items():
        if name.lower().replace("’", "").replace("\\", "") == plain:
            return month, day
    raise ValueError(written)


def _calendar_parts(found: dict[str, str], vocab: Vocabulary, day_first: bool) -> tuple[Part, Part]:
    if "first" in found:
        first, second = int(found["first"]), int(found["second"])
        if first > _MONTHS_IN_YEAR or second > _MONTHS_IN_YEAR:
            day_first = first > _MONTHS_IN_YEAR
        month, day = (second, first) if day_first else (first, second)
        year = _number(found, "year") or _written_year(found, "short")
        return Part(year, month, day), Part()
    if "feast" in found:
        month, day = _feast(found["feast"])
        return Part(_number(found, "year"), month, day), Part()
    if "quarter" in found:
        first = 3 * lexicon("dates")["patterns"]["quarters"].index(found["quarter"]) + 1
        return Part(_number(found, "year"), first), Part(_number(found, "year"), first + 2)
    month1 = vocab.months[found["month"]] if "month" in found else _number(found, "number")
    until_month = vocab.months[found["month2"]] if "month2" in found else month1
    first_year = _number(found, "year1")
    year = _written_year(found, "year", first_year)
    date = Part(first_year or year, month1, _number(found, "day"))
    if date.month and until_month and until_month < date.month and first_year is None and year:
        date = date._replace(year=year - 1)
    return date, Part(year, until_month, _number(found, "day2"))


def _amount(found: dict[str, str]) -> tuple[int, int]:
    words, amount = lexicon("dates"), found.get("amount", "")
    if amount in words["vague"]:
        least, most = words["vague"][amount]
        return least, most
    if not amount:
        least, most = words["vague"]["a few"]
        counted = found.get("modifier") in ("later", "earlier") or "event" in found or "act" in found
        return (least, most) if counted else (0, 0)
    if amount == "the":
        return 1, 1
    count = words["numbers"].get(amount) or int(amount)
    return count, count


def _expression(kind: str, match: re.Match[str], vocab: Vocabulary, day_first: bool) -> Expression | None:
    found = {
        name: _SPACE.sub(" ", value).strip().lower() for name, value in match.groupdict().items() if value
    }
    start, end = match.span()
    if match[0].endswith(")") and "(" not in match[0]:
        end -= 1
    if kind == FOREIGN:
        unit, count = vocab.relative[found["word"]]
        if unit != "day" and count <= 1:
            modifier = "last" if count else "this"
            return Expression(Span(start, end), ExpressionKind.PERIOD, modifier=modifier, unit=unit)
        return Expression(Span(start, end), ExpressionKind.AGO, count=count, most=count, unit=unit)
    date, until = _calendar_parts(found, vocab, day_first)
    if kind == ExpressionKind.DECADE:
        date = Part(int(found["decade"]))
    if "quarter" in found:
        kind = ExpressionKind.RANGE
    if kind != ExpressionKind.RANGE:
        until = Part()
    if not (_possible(date) and _possible(until)):
        return None
    count, most = _amount(found)
    if found.get("told") in ("last", "this"):
        found["told"] += " year"
    return Expression(
        Span(start, end), ExpressionKind(kind), found.get("lead", ""), date, until,
        weekday=vocab.weekdays.get(found["weekday"]) if "weekday" in found else None,
        modifier=f"{found['week']} week" if "week" in found else found.get("told", found.get("modifier", "")),
        shade=f"{found['week_of']} week" if "week_of" in found else found.get("shade", ""),
        count=count, most=most,
        unit=found.get("unit") or found.get("season") or found.get("word", ""),
        event=found.get("event", ""), act=found.get("act", ""),
    )  # fmt: skip


def _starts(text: str, language: str) -> Iterator[tuple[int, set[str]]]:
    """Yield where an expression may begin, with what triggers follow closely."""
    small = text.replace("İ", "i").lower()  # every other letter keeps its place
    hits = [(hit.end(), hit.start(), hit.lastgroup or "") for hit in trigger(language).finditer(small)]
    first = free = 0
    while first < len(hits):
        found = opener(language).search(small, max(free, hits[first][1] - _MARGIN))
        if found is None:
            return
        at, free = found.span()
        while first < len(hits) and hits[first][0] <= at:
            first += 1
        has, index = set(), first
        while index < len(hits) and hits[index][1] <= at + _MARGIN:
            has.add(hits[index][2])
            index += 1
        if has:
            yield at, has


def find_expressions(text: str, language: str = "en", *, day_first: bool | None = None) -> list[Expression]:
    """Return the date expressions of ``text`` in order; where two overlap, the longer one.

    ``day_first`` decides how "10/7/2019" is read; when None, the text's own evidence does. Impossible dates
    ("February 30") are left out, and so is what only looks like a date (fiscal years, "the past two years").
    """
    vocab = vocabulary(language)
    if day_first is None:
        day_first = is_day_first(text, language)
    found: list[Expression] = []
    free = 0
    for at, has in _starts(text, language):
        if at < free:
            continue
        matches = [
            (match.end(), -rank, kind, match)
            for rank, (kind, needs, pattern) in enumerate(patterns(language))
            if needs & has and (match := pattern.match(text, at, at + _LONGEST))
        ]
        if matches:
            free, _, kind, match = max(matches, key=lambda one: one[:2])
            if kind != LEFT_ALONE and (one := _expression(kind, match, vocab, day_first)):
                found.append(one)
    return found

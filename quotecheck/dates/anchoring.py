"""Resolve an expression where it stands: against the article's date, or what the text told before."""

from __future__ import annotations

import re
from dataclasses import replace

from quotecheck.dates.attachment import is_fronted
from quotecheck.dates.clauses import governing_words
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.governing import governs
from quotecheck.dates.ground import Ground
from quotecheck.dates.resolving import calendar_interval, resolve_within
from quotecheck.model import Interval, Span

__all__ = ["interval_of", "with_told_year"]

_AGAIN = re.compile(r"\b(?:again|second|another)\b")
_SEARCHED_BACK = 12
_TOLD_YEARS = {"that": 0, "the same": 0, "the following": 1, "the next": 1}


def _year_of_paragraph(ground: Ground, one: Expression) -> int | None:
    """Return the year of "In 2016, …" where the paragraph goes on from it without another kind of date."""
    paragraph = Span(ground.plain.rfind("\n", 0, one.span.start) + 1, one.span.start)
    for other in reversed(ground.within(paragraph)):
        if other.kind is not ExpressionKind.CALENDAR:
            return None
        if other.date.year:
            return other.date.year if is_fronted(ground, other.span) and governs(ground, other) else None
    return None


def _year_of_first_time(ground: Ground, one: Expression) -> int | None:
    """Return the year of the whole date told last, where something is done "again" on this day."""
    sentence = ground.sentence(one.span.start)
    told = ground.before(one.span.start)[-1:]
    if not told or not _AGAIN.search(ground.plain, sentence.start, sentence.end) or None in told[0].date:
        return None
    first = told[0].date
    later = (one.date.month or 1, one.date.day or 1) > (first.month, first.day)
    return first.year if later or first.year is None else first.year + 1


def with_told_year(ground: Ground, one: Expression) -> Expression:
    """Give "On May 3" the year of a paragraph that began "In 2016, …", "in May of that year" the last one."""
    if one.kind is not ExpressionKind.CALENDAR or one.date.year or not one.date.month:
        return one
    if one.modifier in _TOLD_YEARS:
        before = reversed(ground.before(one.span.start)[-_SEARCHED_BACK:])
        told = next((other.date.year for other in before if other.date.year), None)
        year = told + _TOLD_YEARS[one.modifier] if told else None
    else:
        year = _year_of_paragraph(ground, one) if one.weekday is None else None
        year = year or _year_of_first_time(ground, one)
    return replace(one, date=one.date._replace(year=year))


def _with_year_before(ground: Ground, one: Expression) -> Expression:
    """Give "On June 6" the year told last, in a text that has no date of its own to count from."""
    if one.kind is not ExpressionKind.CALENDAR or one.date.year or not one.date.day:
        return one
    before = reversed(ground.before(one.span.start)[-_SEARCHED_BACK:])
    return replace(
        one, date=one.date._replace(year=next((it.date.year for it in before if it.date.year), None))
    )


def _told_before(ground: Ground, one: Expression, published: Interval | None) -> Interval | None:
    """Return the last date told before ``one``, of the same grain: a day for "the following day"."""
    for other in reversed(ground.before(one.span.start)[-_SEARCHED_BACK:]):
        if other.lead in governing_words("other_time") or (one.names_day and not other.names_day):
            continue
        if found := interval_of(ground, other, published):
            return found
    return None


def interval_of(ground: Ground, one: Expression, published: Interval | None) -> Interval | None:
    """Return the days of an expression in an article of ``published``; None where they cannot be known.

    What was said was said before the article appeared, so a reading after it is none.
    """
    one = with_told_year(ground, one)
    told = None
    if one.kind is ExpressionKind.NARRATIVE:
        told = _told_before(ground, one, published)
        if published is None:
            return resolve_within(one, told, told=told) if told else None
    if published is None:
        one = _with_year_before(ground, one)
        return calendar_interval(one)
    found = resolve_within(one, published, told=told)
    return found if found and found.earliest <= published.latest else None

"""Resolve an expression where it stands: against the article's date, or what the text told before."""

from __future__ import annotations

from dataclasses import replace

from quotecheck.dates.clauses import governing_words
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.governing import governs, is_fronted
from quotecheck.dates.ground import Ground
from quotecheck.dates.resolving import calendar_interval, resolve_within
from quotecheck.model import Interval, Span

__all__ = ["interval_of", "with_told_year"]

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
    return replace(one, date=one.date._replace(year=year))


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
        published = published or told
    if published is None:
        return calendar_interval(one)
    found = resolve_within(one, published, told=told)
    return found if found and found.earliest <= published.latest else None

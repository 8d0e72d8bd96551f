"""Resolve an expression where it stands: against the article's date, or what the text told before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from quotecheck.dates.clauses import governing_words
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.fronting import is_fronted
from quotecheck.dates.governing import governs
from quotecheck.dates.ground import Ground
from quotecheck.dates.resolving import calendar_interval, resolve, resolve_within
from quotecheck.dates.told import told_of
from quotecheck.model import Interval, Span

__all__ = ["interval_of", "with_told_year"]

_AGAIN = re.compile(r"\b(?:again|second|another)\b")
_SEARCHED_BACK = 12
_AFTER, _BEFORE = ("the following", "the next"), ("the previous",)
_ENDS = ("first", "last", "final")
_FORTNIGHT = timedelta(days=14)
_SAME_DAY = ("day", "morning", "afternoon", "evening")
_TOLD_YEARS = {"that": 0, "the same": 0, "the following": 1, "the next": 1}


def _year_of_paragraph(ground: Ground, one: Expression) -> int | None:
    """Return the year of "In 2016, …" where the paragraph goes on from it without another kind of date."""
    paragraph = Span(ground.plain.rfind("\n", 0, one.span.start) + 1, one.span.start)
    for other in reversed(ground.within(paragraph)):
        if other.kind not in (ExpressionKind.CALENDAR, ExpressionKind.SEASON):
            return None
        if other.date.year:
            return (
                _year_after(other, one) if is_fronted(ground, other.span) and governs(ground, other) else None
            )
    return None


def _year_after(told: Expression, one: Expression) -> int | None:
    """Return the year of the first such day or month that is not over when the told time begins."""
    since = calendar_interval(told) or resolve(told, date.max)
    years = range(told.date.year or 0, (told.date.year or 0) + 2)
    found = (calendar_interval(replace(one, date=one.date._replace(year=year))) for year in years)
    return next((day.earliest.year for day in found if day and since and day.latest >= since.earliest), None)


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


def _told_before(ground: Ground, one: Expression, published: Interval | None) -> tuple[Interval, bool] | None:
    """Return the last date told before ``one``, and whether it is of the same grain.

    "The following day" needs a day; after "In 2019, when he first ran, …" no more is known than the year.
    """
    for other in reversed(ground.before(one.span.start)[-_SEARCHED_BACK:]):
        aside = other.lead in governing_words("other_time") - {"of"}  # "the flood of 1987 … the year after"
        if other.act or (aside and one.modifier != "that"):
            continue
        coarse = (one.names_day or one.kind is ExpressionKind.WEEKDAY) and not other.names_day
        opens = is_fronted(ground, other.span) and governs(ground, other)
        if coarse and not (opens or (other.lead == "of" and governs(ground, other))):
            continue
        if found := interval_of(ground, other, published):
            return found, not coarse
    return None


def _day_of_paragraph(ground: Ground, one: Expression) -> Expression | None:
    """Return the day told last in the paragraph, which "earlier in the day" goes on with."""
    before = ground.within(Span(ground.paragraph(one.span.start).start, one.span.start))
    return next((other for other in reversed(before) if _is_told_day(ground, other)), None)


def _is_told_day(ground: Ground, one: Expression) -> bool:
    calendar = one.kind in (ExpressionKind.CALENDAR, ExpressionKind.WEEKDAY)
    return calendar and one.names_day and governs(ground, one)


def _of_event(ground: Ground, one: Expression, published: Interval | None) -> Interval | None:
    """Return the day of the fire in "a week after the fire", as the text told it before."""
    mishaps = governing_words("mishaps")
    told = told_of(ground, frozenset({one.event}), one.span.start)
    if told is None and one.event in mishaps:
        told = told_of(ground, mishaps, one.span.start)
    return interval_of(ground, told, published) if told else None


def _end_of(ground: Ground, one: Expression, published: Interval | None) -> Interval | None:
    """Return the first or the last day of what the paragraph told; all of it where it is over a fortnight."""
    before = ground.within(Span(ground.paragraph(one.span.start).start, one.span.start))
    told = interval_of(ground, before[-1], published) if before else None
    if told is None or told.latest - told.earliest > _FORTNIGHT:
        return told
    return Interval.day(told.earliest if one.modifier == "first" else told.latest)


def _on_weekday(one: Expression, told: Interval) -> Interval:
    """Return the next such weekday after what was told, or the last one before it."""
    step = -1 if one.modifier in _BEFORE else 1
    day = (told.latest if step > 0 else told.earliest) + timedelta(days=step)
    while day.weekday() != one.weekday:
        day += timedelta(days=step)
    return Interval.day(day)


def _narrated(ground: Ground, one: Expression, published: Interval | None) -> Interval | None:
    """Return the days of what is counted from the date told before: "hours later", "the next Tuesday"."""
    if one.event:
        event = _of_event(ground, one, published)
        return resolve_within(one, published or event, told=event) if event else None
    if one.modifier in _ENDS:
        return _end_of(ground, one, published)
    told = _told_before(ground, one, published)
    if told is None:
        return None
    interval, exact = told
    if one.act:
        one = replace(one, modifier="earlier" if one.modifier == "after" else "later")
    if not exact:
        return interval
    if one.kind is ExpressionKind.WEEKDAY:
        return _on_weekday(one, interval)
    return resolve_within(one, published or interval, told=interval)


def interval_of(ground: Ground, one: Expression, published: Interval | None) -> Interval | None:
    """Return the days of an expression in an article of ``published``; None where they cannot be known.

    What was said was said before the article appeared, so a reading after it is none.
    """
    one = with_told_year(ground, one)
    if one.kind is ExpressionKind.DAY and one.unit in _SAME_DAY and (day := _day_of_paragraph(ground, one)):
        return interval_of(ground, day, published)
    found = None
    counted = one.kind is ExpressionKind.WEEKDAY and one.modifier in (*_AFTER, *_BEFORE)
    if counted or one.kind is ExpressionKind.NARRATIVE:
        found = _narrated(ground, one, published)
    if found is None and one.kind is not ExpressionKind.NARRATIVE:
        if published is None:
            return calendar_interval(_with_year_before(ground, one))
        found = resolve_within(one, published)
    return found if found and (published is None or found.earliest <= published.latest) else None

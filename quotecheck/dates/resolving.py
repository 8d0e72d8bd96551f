"""Turn a date expression and an anchor into a closed interval of days.

What is said in print lies in the past, so an expression without a year is read as its latest occurrence on
or before the anchor, and no interval reaches beyond it. A unit that is named ("last week",
"last month") or counted ("two years ago") gives the whole calendar unit, weeks running from Monday; counted
days and weeks give days, so "three weeks ago" is 21 days back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import MINYEAR, date
from functools import lru_cache

from quotecheck.dates.counting import count_from
from quotecheck.dates.expressions import Expression, ExpressionKind, Part
from quotecheck.dates.units import (
    counted_back,
    month,
    part_interval,
    season,
    shift,
    third,
    unit_back,
    week,
    year,
)
from quotecheck.model import Interval, Span

__all__ = ["calendar_interval", "resolve", "resolve_within"]

_LEAP_CYCLE = 8
_SHORT_MONTHS = 3
"""Of so many months one has 31 days and is past."""

_MANY_DAYS = 400
_WEEK_SHADES = {"early": (0, 2), "mid": (1, 3), "late": (3, 6), "later": (3, 6)}
_YEARS_BACK = {"this year": 0, "last year": 1}
_DAYS_BACK = {
    "yesterday": 1, "last night": 1, "last evening": 1, "last afternoon": 1, "last morning": 1,
    "the day before yesterday": 2, "tomorrow": -1,
}  # fmt: skip


def _capped(interval: Interval, anchor: date) -> Interval:
    """Cut off what lies after the anchor, unless that would leave nothing."""
    if interval.earliest > anchor:
        return interval
    return Interval(interval.earliest, min(interval.latest, anchor))


def calendar_interval(expression: Expression) -> Interval | None:
    """Return the interval of an expression that needs no anchor, because it has its year; else None."""
    earliest = part_interval(expression.date)
    if expression.kind is ExpressionKind.RANGE:
        latest = part_interval(expression.until)
        if earliest and latest and earliest.earliest <= latest.latest:
            return Interval(earliest.earliest, latest.latest)
        return None
    if expression.kind is ExpressionKind.CALENDAR and earliest:
        return third(earliest, expression.shade)
    return None


def _latest_of(part: Part, anchor: date, weekday: int | None = None) -> Interval | None:
    """Return the latest occurrence of a month, or of a day of a month, that begins by the anchor.

    A weekday beside it may show that the one before last is meant; when it fits neither it is a slip.
    """
    years = range(anchor.year, max(anchor.year - _LEAP_CYCLE, MINYEAR) - 1, -1)
    found = [one for year in years if (one := part_interval(part._replace(year=year)))]
    past = [one for one in found if one.earliest <= anchor]
    fitting = [one for one in past[:2] if weekday is not None and one.earliest.weekday() == weekday]
    return next(iter(fitting or past), None)


def _day_of_month(day: int, anchor: date) -> Interval | None:
    """Return the latest such day by the anchor, of this month or one before: "on the 31st"."""
    for back in range(_SHORT_MONTHS):
        first = month(anchor.year, anchor.month - back).earliest
        found = part_interval(Part(first.year, first.month, day))
        if found and found.earliest <= anchor:
            return found
    return None


def _calendar(expression: Expression, anchor: date) -> Interval | None:
    if expression.modifier in _YEARS_BACK:
        written = expression.date._replace(year=anchor.year - _YEARS_BACK[expression.modifier])
        expression = replace(expression, date=written)
    if expression.date.year is not None:
        return calendar_interval(expression)
    if expression.date.month is None and expression.date.day:
        return _day_of_month(expression.date.day, anchor)
    # "Last December" is over, "in December" may be now.
    over = expression.modifier == "last" and expression.date.month == anchor.month
    since = shift(anchor.replace(day=1), -1) if over else anchor
    found = _latest_of(expression.date, since, expression.weekday)
    return third(found, expression.shade) if found else None


def _range(expression: Expression, anchor: date) -> Interval | None:
    if expression.date.year is not None:
        return calendar_interval(expression)
    first = _latest_of(expression.date, anchor)
    if first is None:
        return None
    last = part_interval(expression.until._replace(year=first.earliest.year))
    if last and last.latest < first.earliest:
        last = part_interval(expression.until._replace(year=first.earliest.year + 1))
    return Interval(first.earliest, last.latest) if last else None


def _weekday(expression: Expression, anchor: date) -> Interval | None:
    if expression.weekday is None:
        return None
    back = (anchor.weekday() - expression.weekday) % 7
    modifier = expression.modifier
    if modifier in ("last week", "this week", "next week"):
        weeks = {"last week": -7, "this week": 0, "next week": 7}[modifier]
        return Interval.day(shift(week(anchor).earliest, weeks + expression.weekday))
    if modifier in ("next", "coming", "this coming", "the following", "the next"):
        return Interval.day(shift(anchor, 7 - back))
    # "Last Friday" is not today, though "on Friday" may be.
    if modifier in ("last", "past", "this past", "the previous") and back == 0:
        back = 7
    return Interval.day(shift(anchor, -back))


def _day(expression: Expression, anchor: date) -> Interval:
    return Interval.day(shift(anchor, -_DAYS_BACK.get(expression.unit, 0)))


def _weekend(anchor: date, modifier: str) -> Interval:
    saturday = shift(anchor, -((anchor.weekday() - 5) % 7))
    weeks = {"next": 7, "last": -7 if anchor.weekday() >= 5 else 0}.get(modifier, 0)
    return Interval(shift(saturday, weeks), shift(saturday, weeks + 1))


def _period(expression: Expression, anchor: date) -> Interval | None:
    if expression.unit == "weekend":
        return _weekend(anchor, expression.modifier)
    count = {"last": 1, "previous": 1, "next": -1}.get(expression.modifier, 0)
    whole = unit_back(anchor, expression.unit, count)
    if whole and expression.unit == "week" and expression.shade in _WEEK_SHADES:
        first, last = _WEEK_SHADES[expression.shade]
        return Interval(shift(whole.earliest, first), shift(whole.earliest, last))
    return third(whole, expression.shade) if whole else None


def _ago(expression: Expression, anchor: date) -> Interval | None:
    latest = counted_back(anchor, expression.unit, expression.count)
    earliest = counted_back(anchor, expression.unit, expression.most)
    if latest is None or earliest is None:
        return None
    if expression.weekday is not None:
        return Interval.day(shift(week(latest.earliest).earliest, expression.weekday))
    return Interval(earliest.earliest, latest.latest)


def _season(expression: Expression, anchor: date) -> Interval | None:
    if expression.date.year is not None:
        return season(expression.unit, expression.date.year)
    # "Last summer" is over; "this summer" may still be going on.
    over = expression.modifier == "last"
    found = [season(expression.unit, anchor.year - back) for back in range(3)]
    return next((one for one in found if (one.latest if over else one.earliest) <= anchor), None)


def _decade(expression: Expression, anchor: date) -> Interval | None:
    first = expression.date.year
    return Interval(year(first).earliest, year(first + 9).latest) if first else None


_READINGS: dict[ExpressionKind, Callable[[Expression, date], Interval | None]] = {
    ExpressionKind.CALENDAR: _calendar,
    ExpressionKind.RANGE: _range,
    ExpressionKind.WEEKDAY: _weekday,
    ExpressionKind.DAY: _day,
    ExpressionKind.PERIOD: _period,
    ExpressionKind.AGO: _ago,
    ExpressionKind.SEASON: _season,
    ExpressionKind.DECADE: _decade,
}


def resolve(expression: Expression, anchor: date, *, told: Interval | None = None) -> Interval | None:
    """Return the days that ``expression`` means when written on ``anchor``; None when there are none.

    ``told`` is the date told before in the text, from which "the following day" is counted; without it such
    an expression means nothing.
    """
    if expression.kind is ExpressionKind.NARRATIVE:
        if told is None:
            return None
        found = count_from(expression, told)
    else:
        found = _READINGS[expression.kind](expression, anchor)
    return _capped(found, anchor) if found else None


@lru_cache(maxsize=1024)
def _likeliest(expression: Expression, published: Interval, told: Interval | None) -> Interval | None:
    length = (published.latest - published.earliest).days
    days = (
        [shift(published.earliest, n) for n in range(length + 1)]
        if 0 <= length <= _MANY_DAYS
        else [published.earliest, published.latest]
    )
    readings = Counter(
        reading for day in days if (reading := resolve(expression, day, told=told)) is not None
    )
    if not readings:
        return None
    likeliest, support = readings.most_common(1)[0]
    if support * 2 > len(days):
        return likeliest
    return Interval(min(r.earliest for r in readings), max(r.latest for r in readings))


def resolve_within(
    expression: Expression, published: Interval, *, told: Interval | None = None
) -> Interval | None:
    """Return the likeliest days of ``expression`` in an article that appeared on some day of ``published``.

    Each possible day is asked for its reading. The reading of more than half of the days wins; when there is
    none ("yesterday" differs on each), all of them together.
    """
    # Where it stands does not matter, so that the same words are read once.
    return _likeliest(replace(expression, span=Span(0, 0)), published, told)

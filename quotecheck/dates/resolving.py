"""Turn a date expression and an anchor into a closed interval of days.

What is said in print lies in the past, so an expression without a year is read as its latest occurrence on
or before the anchor, and no interval reaches beyond it. A unit that is named ("last week",
"last month") or counted ("two years ago") gives the whole calendar unit, weeks running from Monday; counted
days and weeks give days, so "three weeks ago" is 21 days back.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

from quotecheck.dates.expressions import Expression, ExpressionKind, Part
from quotecheck.lexicons import lexicon
from quotecheck.model import Interval, Span

__all__ = ["calendar_interval", "resolve", "resolve_within"]

_LEAP_CYCLE = 8
_MANY_DAYS = 400
_THIRDS = {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "later": 2}
_WEEKS_OF_MONTH = dict.fromkeys(["last week", "final week"]) | {
    f"{nth} week": 7 * n + 1 for n, nth in enumerate(["first", "second", "third", "fourth"])
}
"""The day of the month that they begin with; None for the last seven days."""

_WEEK_SHADES = {"early": (0, 2), "mid": (1, 3), "late": (3, 6), "later": (3, 6)}
_WEEK_DAYS = {"week": 7, "fortnight": 14}
_DAYS_BACK = {
    "yesterday": 1, "last night": 1, "last evening": 1, "last afternoon": 1, "last morning": 1,
    "the day before yesterday": 2, "tomorrow": -1,
}  # fmt: skip


def _shift(day: date, days: int) -> date:
    """Move a day, staying inside the calendar that Python knows."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _month(year: int, month: int) -> Interval:
    """Return a month; ``month`` may be 0 or less, or above 12, counting from ``year``."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year = min(max(year, MINYEAR), MAXYEAR)
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _year(year: int) -> Interval:
    year = min(max(year, MINYEAR), MAXYEAR)
    return Interval(date(year, 1, 1), date(year, 12, 31))


def _week(day: date) -> Interval:
    monday = _shift(day, -day.weekday())
    return Interval(monday, _shift(monday, 6))


def _third(whole: Interval, shade: str) -> Interval:
    """Return the first, middle or last third of a month or a year, for "early", "mid" and "late"."""
    if shade in _WEEKS_OF_MONTH:
        last = _WEEKS_OF_MONTH[shade] is None
        first = _shift(whole.latest, -6) if last else whole.earliest.replace(day=_WEEKS_OF_MONTH[shade] or 1)
        return Interval(first, _shift(first, 6))
    if shade not in _THIRDS:
        return whole
    third = _THIRDS[shade]
    if (whole.latest - whole.earliest).days > 31:
        return Interval(
            _month(whole.earliest.year, 4 * third + 1).earliest,
            _month(whole.earliest.year, 4 * third + 4).latest,
        )
    first = whole.earliest.replace(day=10 * third + 1)
    return Interval(first, whole.latest if third == 2 else first.replace(day=10 * third + 10))


def _capped(interval: Interval, anchor: date) -> Interval:
    """Cut off what lies after the anchor, unless that would leave nothing."""
    if interval.earliest > anchor:
        return interval
    return Interval(interval.earliest, min(interval.latest, anchor))


def _part_interval(part: Part) -> Interval | None:
    if part.year is None or not MINYEAR <= part.year <= MAXYEAR:
        return None
    if part.month is None:
        return _year(part.year)
    if part.day is None:
        return _month(part.year, part.month)
    if part.day > monthrange(part.year, part.month)[1]:
        return None
    return Interval.day(date(part.year, part.month, part.day))


def calendar_interval(expression: Expression) -> Interval | None:
    """Return the interval of an expression that needs no anchor, because it has its year; else None."""
    earliest = _part_interval(expression.date)
    if expression.kind is ExpressionKind.RANGE:
        latest = _part_interval(expression.until)
        if earliest and latest and earliest.earliest <= latest.latest:
            return Interval(earliest.earliest, latest.latest)
        return None
    if expression.kind is ExpressionKind.CALENDAR and earliest:
        return _third(earliest, expression.shade)
    return None


def _latest_of(part: Part, anchor: date, weekday: int | None = None) -> Interval | None:
    """Return the latest occurrence of a month, or of a day of a month, that begins by the anchor.

    A weekday beside it may show that the one before last is meant; when it fits neither it is a slip.
    """
    years = range(anchor.year, max(anchor.year - _LEAP_CYCLE, MINYEAR) - 1, -1)
    found = [one for year in years if (one := _part_interval(part._replace(year=year)))]
    past = [one for one in found if one.earliest <= anchor]
    fitting = [one for one in past[:2] if weekday is not None and one.earliest.weekday() == weekday]
    return next(iter(fitting or past), None)


def _calendar(expression: Expression, anchor: date) -> Interval | None:
    if expression.date.year is not None:
        return calendar_interval(expression)
    # "Last December" is over, "in December" may be now.
    over = expression.modifier == "last" and expression.date.month == anchor.month
    since = _shift(anchor.replace(day=1), -1) if over else anchor
    found = _latest_of(expression.date, since, expression.weekday)
    return _third(found, expression.shade) if found else None


def _range(expression: Expression, anchor: date) -> Interval | None:
    if expression.date.year is not None:
        return calendar_interval(expression)
    first = _latest_of(expression.date, anchor)
    if first is None:
        return None
    last = _part_interval(expression.until._replace(year=first.earliest.year))
    if last and last.latest < first.earliest:
        last = _part_interval(expression.until._replace(year=first.earliest.year + 1))
    return Interval(first.earliest, last.latest) if last else None


def _weekday(expression: Expression, anchor: date) -> Interval | None:
    if expression.weekday is None:
        return None
    back = (anchor.weekday() - expression.weekday) % 7
    modifier = expression.modifier
    if modifier in ("last week", "this week", "next week"):
        weeks = {"last week": -7, "this week": 0, "next week": 7}[modifier]
        return Interval.day(_shift(_week(anchor).earliest, weeks + expression.weekday))
    if modifier in ("next", "coming", "this coming", "the following", "the next"):
        return Interval.day(_shift(anchor, 7 - back))
    # "Last Friday" is not today, though "on Friday" may be.
    if modifier in ("last", "past", "this past", "the previous") and back == 0:
        back = 7
    return Interval.day(_shift(anchor, -back))


def _day(expression: Expression, anchor: date) -> Interval:
    return Interval.day(_shift(anchor, -_DAYS_BACK.get(expression.unit, 0)))


def _weekend(anchor: date, modifier: str) -> Interval:
    saturday = _shift(anchor, -((anchor.weekday() - 5) % 7))
    weeks = {"next": 7, "last": -7 if anchor.weekday() >= 5 else 0}.get(modifier, 0)
    return Interval(_shift(saturday, weeks), _shift(saturday, weeks + 1))


def _unit_back(anchor: date, unit: str, count: int) -> Interval | None:
    """Return the calendar unit that lies ``count`` units before the one of the anchor."""
    if unit in ("minute", "hour"):
        return Interval.day(anchor)
    if unit in ("week", "fortnight"):
        return _week(_shift(anchor, -_WEEK_DAYS[unit] * count))
    if unit == "month":
        return _month(anchor.year, anchor.month - count)
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years is None:
        return Interval.day(_shift(anchor, -count))
    whole = _year(anchor.year - count * years)
    if unit == "year":
        return whole
    first = whole.earliest.year // years * years
    return Interval(_year(first).earliest, _year(first + years - 1).latest)


def _period(expression: Expression, anchor: date) -> Interval | None:
    if expression.unit == "weekend":
        return _weekend(anchor, expression.modifier)
    count = {"last": 1, "previous": 1, "next": -1}.get(expression.modifier, 0)
    whole = _unit_back(anchor, expression.unit, count)
    if whole and expression.unit == "week" and expression.shade in _WEEK_SHADES:
        first, last = _WEEK_SHADES[expression.shade]
        return Interval(_shift(whole.earliest, first), _shift(whole.earliest, last))
    return _third(whole, expression.shade) if whole else None


def _counted_back(anchor: date, unit: str, count: int) -> Interval | None:
    """Count ``count`` units back: days and weeks to the day, longer ones to the calendar unit."""
    if unit in _WEEK_DAYS:
        return Interval.day(_shift(anchor, -_WEEK_DAYS[unit] * count))
    return _unit_back(anchor, unit, count)


def _ago(expression: Expression, anchor: date) -> Interval | None:
    latest = _counted_back(anchor, expression.unit, expression.count)
    earliest = _counted_back(anchor, expression.unit, expression.most)
    if latest is None or earliest is None:
        return None
    if expression.weekday is not None:
        return Interval.day(_shift(_week(latest.earliest).earliest, expression.weekday))
    return Interval(earliest.earliest, latest.latest)


def _season(expression: Expression, anchor: date) -> Interval | None:
    first, last = lexicon("dates")["seasons"][expression.unit]
    length = (last - first) % 12

    def of(year: int) -> Interval:
        return Interval(_month(year, first).earliest, _month(year, first + length).latest)

    if expression.date.year is not None:
        return of(expression.date.year)
    # "Last summer" is over; "this summer" may still be going on.
    over = expression.modifier == "last"
    years = (anchor.year, anchor.year - 1, anchor.year - 2)
    return next((of(y) for y in years if (of(y).latest if over else of(y).earliest) <= anchor), None)


def _decade(expression: Expression, anchor: date) -> Interval | None:
    year = expression.date.year
    return Interval(_year(year).earliest, _year(year + 9).latest) if year else None


def _narrative(expression: Expression, told: date) -> Interval | None:
    """Count from the date told before: ``told`` is not the article's day here."""
    unit = "day" if expression.unit in ("morning", "afternoon", "evening", "night") else expression.unit
    steps = {"following": 1, "next": 1, "after": 1, "previous": -1, "before": -1}.get(expression.modifier, 0)
    if expression.modifier not in ("later", "earlier"):
        return _unit_back(told, unit, -steps)
    if unit in ("month", "year") and expression.count != expression.most:
        return None  # "years later" says too little
    sign = -1 if expression.modifier == "later" else 1
    near = _counted_back(told, unit, sign * expression.count)
    far = _counted_back(told, unit, sign * expression.most)
    if near is None or far is None:
        return None
    return Interval(min(near.earliest, far.earliest), max(near.latest, far.latest))


_READINGS: dict[ExpressionKind, Callable[[Expression, date], Interval | None]] = {
    ExpressionKind.CALENDAR: _calendar,
    ExpressionKind.RANGE: _range,
    ExpressionKind.WEEKDAY: _weekday,
    ExpressionKind.DAY: _day,
    ExpressionKind.PERIOD: _period,
    ExpressionKind.AGO: _ago,
    ExpressionKind.SEASON: _season,
    ExpressionKind.DECADE: _decade,
    ExpressionKind.NARRATIVE: _narrative,
}


def resolve(expression: Expression, anchor: date, *, told: Interval | None = None) -> Interval | None:
    """Return the days that ``expression`` means when written on ``anchor``; None when there are none.

    ``told`` is the date told before in the text, from which "the following day" is counted; without it such
    an expression means nothing.
    """
    if expression.kind is ExpressionKind.NARRATIVE:
        if told is None:
            return None
        found = _narrative(
            expression, told.latest if expression.modifier in ("later", "after") else told.earliest
        )
    else:
        found = _READINGS[expression.kind](expression, anchor)
    return _capped(found, anchor) if found else None


@lru_cache(maxsize=1024)
def _likeliest(expression: Expression, published: Interval, told: Interval | None) -> Interval | None:
    length = (published.latest - published.earliest).days
    days = (
        [_shift(published.earliest, n) for n in range(length + 1)]
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

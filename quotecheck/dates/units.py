"""The units of the calendar as closed intervals of days: months, years, weeks, seasons and their thirds."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from quotecheck.dates.expressions import Part
from quotecheck.lexicons import lexicon
from quotecheck.model import Interval

__all__ = ["counted_back", "month", "part_interval", "season", "shift", "third", "unit_back", "week", "year"]

_WEEKS_OF_MONTH = dict.fromkeys(["last week", "final week"]) | {
    f"{nth} week": 7 * n + 1 for n, nth in enumerate(["first", "second", "third", "fourth"])
}
"""The day of the month that they begin with; None for the last seven days."""

_WEEK_DAYS = {"week": 7, "fortnight": 14}


def shift(day: date, days: int) -> date:
    """Move a day, staying inside the calendar that Python knows."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def month(of_year: int, number: int) -> Interval:
    """Return a month; ``number`` may be 0 or less, or above 12, counting from ``of_year``."""
    counted = min(max(12 * of_year + number - 1, 12 * MINYEAR), 12 * MAXYEAR + 11)
    of_year, number = counted // 12, counted % 12 + 1
    return Interval(date(of_year, number, 1), date(of_year, number, monthrange(of_year, number)[1]))


def year(number: int) -> Interval:
    """Return a year."""
    number = min(max(number, MINYEAR), MAXYEAR)
    return Interval(date(number, 1, 1), date(number, 12, 31))


def week(day: date) -> Interval:
    """Return the week of a day, from Monday."""
    monday = shift(day, -day.weekday())
    return Interval(monday, shift(monday, 6))


def season(name: str, of_year: int) -> Interval:
    """Return a season; winter is of the year in which it begins."""
    first, last = lexicon("dates")["seasons"][name]
    return Interval(month(of_year, first).earliest, month(of_year, first + (last - first) % 12).latest)


def third(whole: Interval, shade: str) -> Interval:
    """Return the first, middle or last third of a month or a year, for "early", "mid" and "late"."""
    if shade in _WEEKS_OF_MONTH:
        last = _WEEKS_OF_MONTH[shade] is None
        first = shift(whole.latest, -6) if last else whole.earliest.replace(day=_WEEKS_OF_MONTH[shade] or 1)
        return Interval(first, shift(first, 6))
    nth = lexicon("dates")["thirds"].get(shade)
    if nth is None:
        return whole
    if (whole.latest - whole.earliest).days > 31:
        return Interval(
            month(whole.earliest.year, 4 * nth + 1).earliest,
            month(whole.earliest.year, 4 * nth + 4).latest,
        )
    first = whole.earliest.replace(day=10 * nth + 1)
    return Interval(first, whole.latest if nth == 2 else first.replace(day=10 * nth + 10))


def part_interval(part: Part) -> Interval | None:
    """Return the year, month or day that is written; None without a year, or for a day that no month has."""
    if part.year is None or not MINYEAR <= part.year <= MAXYEAR:
        return None
    if part.month is None:
        return year(part.year)
    if part.day is None:
        return month(part.year, part.month)
    if part.day > monthrange(part.year, part.month)[1]:
        return None
    return Interval.day(date(part.year, part.month, part.day))


def unit_back(anchor: date, unit: str, count: int) -> Interval | None:
    """Return the calendar unit that lies ``count`` units before the one of the anchor."""
    if unit in ("minute", "hour"):
        return Interval.day(anchor)
    if unit in ("week", "fortnight"):
        return week(shift(anchor, -_WEEK_DAYS[unit] * count))
    if unit == "month":
        return month(anchor.year, anchor.month - count)
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years is None:
        return Interval.day(shift(anchor, -count))
    whole = year(anchor.year - count * years)
    if unit == "year":
        return whole
    first = whole.earliest.year // years * years
    return Interval(year(first).earliest, year(first + years - 1).latest)


def counted_back(anchor: date, unit: str, count: int) -> Interval | None:
    """Count ``count`` units back: days and weeks to the day, longer ones to the calendar unit."""
    if unit in _WEEK_DAYS:
        return Interval.day(shift(anchor, -_WEEK_DAYS[unit] * count))
    return unit_back(anchor, unit, count)

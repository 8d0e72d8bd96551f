"""Count from the date that was told before: "the following day", "hours later", "that winter", "that May"."""

from __future__ import annotations

from collections.abc import Callable

from quotecheck.dates.expressions import Expression
from quotecheck.dates.units import counted_back, month, season, unit_back, year
from quotecheck.lexicons import lexicon
from quotecheck.model import Interval

__all__ = ["count_from"]

_PARTS_OF_DAY = frozenset(lexicon("dates")["patterns"]["parts_of_day"])
_STEPS = {"following": 1, "next": 1, "after": 1, "previous": -1, "before": -1}


def _named_unit(expression: Expression) -> Callable[[int], Interval] | None:
    """Return the season or the month that is named, as a function of the year."""
    if expression.unit in lexicon("dates")["seasons"]:
        return lambda of_year: season(expression.unit, of_year)
    if (number := expression.date.month) is not None:
        return lambda of_year: month(of_year, number)
    return None


def _occurrence(named: Callable[[int], Interval], told: Interval, *, next_one: bool) -> Interval | None:
    """Return the first occurrence that is not over when the told time begins, or the next after its end.

    "That winter" of a year is the one that begins in it.
    """
    occurrences = [named(told.earliest.year + n) for n in range(-1, 3)]
    if next_one:
        return next((one for one in occurrences if one.earliest > told.latest), None)
    if told == year(told.earliest.year):
        return named(told.earliest.year)
    return next((one for one in occurrences if one.latest >= told.earliest), None)


def count_from(expression: Expression, told: Interval) -> Interval | None:
    """Return the days of a narrative expression after ``told``; None where it says too little."""
    if named := _named_unit(expression):
        return _occurrence(named, told, next_one=expression.modifier in ("following", "next"))
    anchor = told.latest if expression.modifier in ("later", "after") else told.earliest
    unit = "day" if expression.unit in _PARTS_OF_DAY else expression.unit
    if not expression.count:
        return unit_back(anchor, unit, -_STEPS.get(expression.modifier, 0))
    if unit in ("month", "year") and expression.count != expression.most:
        return None  # "years later" says too little
    sign = -1 if expression.modifier in ("later", "after") else 1
    near = counted_back(anchor, unit, sign * expression.count)
    far = counted_back(anchor, unit, sign * expression.most)
    if near is None or far is None:
        return None
    return Interval(min(near.earliest, far.earliest), max(near.latest, far.latest))

"""ISO 8601 days, months, years and ranges, as metadata give them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from quotecheck.model import Interval

__all__ = ["iso_interval"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}[\d:.,]*(?:Z|[+-]\d{2}:?\d{2})?)?)?)?")


def _single(text: str) -> Interval:
    found = _DATE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is no ISO date")
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        return Interval(date(year or 0, 1, 1), date(year or 0, 12, 31))
    if day is None:
        return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Interval.day(date(year, month, day))


def iso_interval(text: str) -> Interval:
    """Return the days that ``text`` covers: a day, a month, a year, or a range written "a/b".

    A time of day is allowed and dropped. Raises ValueError when the text is none of these, no day of the
    calendar, or a range that ends before it begins.
    """
    first, _, last = text.partition("/")
    start = _single(first)
    if not last:
        if "/" in text:
            raise ValueError(f"{text!r} is a range without an end")
        return start
    end = _single(last)
    if end.latest < start.earliest:
        raise ValueError(f"{text!r} ends before it begins")
    return Interval(start.earliest, end.latest)

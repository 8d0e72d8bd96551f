"""Write days in words, for the reasons that the reader is shown."""

from __future__ import annotations

from quotecheck.dates.vocabulary import MONTHS
from quotecheck.model import Interval

__all__ = ["spell_days"]


def spell_days(interval: Interval) -> str:
    """Return "December 11, 2021", or "between December 11 and 17, 2021" where it is more than one day."""
    first, last = interval
    begins, ends = (
        f"{MONTHS[first.month - 1]} {first.day}",
        f"{MONTHS[last.month - 1]} {last.day}, {last.year}",
    )
    if first == last:
        return ends
    if first.year != last.year:
        return f"between {begins}, {first.year} and {ends}"
    if first.month == last.month:
        ends = f"{last.day}, {last.year}"
    return f"between {begins} and {ends}"

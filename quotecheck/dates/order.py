"""Which number of a date in figures is the day: the first, as mostly, or the second, as in America."""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["DateOrder", "order_in"]

_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d./-]*\d)")
_MONTHS = 12


class DateOrder(StrEnum):
    """How a date in figures is read whose numbers can both be the month."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"


def order_in(text: str, language: str | None = None) -> DateOrder | None:
    """Return the order that an article keeps; None where it does not show.

    It shows in the dates of the text that only one order can read; else in its language, for of those that
    the desk reads English alone knows both.
    """
    pairs = [(int(found[1]), int(found[3])) for found in _FIGURES.finditer(text)]
    days_first = sum(first > _MONTHS >= second > 0 for first, second in pairs)
    months_first = sum(second > _MONTHS >= first > 0 for first, second in pairs)
    if days_first != months_first:
        return DateOrder.DAY_FIRST if days_first > months_first else DateOrder.MONTH_FIRST
    is_english = language is None or language.partition("-")[0].casefold() == "en"
    return None if is_english else DateOrder.DAY_FIRST

"""Dates in figures: which number is the day."""

from __future__ import annotations

from datetime import date

import pytest

from quotecheck.dates import DateError, DateOrder, order_in, parse_day
from quotecheck.model import Interval


@pytest.mark.parametrize(
    ("typed", "order", "day"),
    [
        ("3/4/2024", DateOrder.DAY_FIRST, date(2024, 4, 3)),
        ("3/4/2024", DateOrder.MONTH_FIRST, date(2024, 3, 4)),
        ("15/4/2024", DateOrder.MONTH_FIRST, date(2024, 4, 15)),
        ("4/15/2024", DateOrder.DAY_FIRST, date(2024, 4, 15)),
        ("4/4/2024", None, date(2024, 4, 4)),
        ("2024-03-04", DateOrder.DAY_FIRST, date(2024, 3, 4)),
    ],
)
def test_the_order_decides_where_both_numbers_can_be_the_month(typed, order, day) -> None:
    assert parse_day(typed, order=order) == Interval.day(day)


def test_without_an_order_it_is_asked_for() -> None:
    with pytest.raises(DateError, match="can be"):
        parse_day("3/4/2024")


@pytest.mark.parametrize(
    ("text", "language", "order"),
    [
        ("It closed on 15/3/2024 and opened on 3/4/2024.", "en", DateOrder.DAY_FIRST),
        ("It closed on 3/15/2024, not on 4/5/24.", "en", DateOrder.MONTH_FIRST),
        ("Version 3.15.2024.1 came on 3/4/2024.", "en", None),
        ("Nothing is dated here.", "en", None),
        ("Rien n’est daté ici.", "fr", DateOrder.DAY_FIRST),
        ("13/1/2024 and 1/13/2024 are one day.", "en", None),
        ("", None, None),
    ],
)
def test_an_article_shows_its_order(text, language, order) -> None:
    assert order_in(text, language) is order

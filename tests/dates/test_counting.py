"""Counting on from the date that a text told before."""

from datetime import date

import pytest

from quotecheck.dates.counting import count_from
from quotecheck.dates.expressions import find_expressions
from quotecheck.model import Interval

DAY = Interval.day(date(2019, 11, 30))
YEAR = Interval(date(2019, 1, 1), date(2019, 12, 31))


def counted(words, told=DAY):
    (one,) = find_expressions(words)
    return count_from(one, told)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the following day", date(2019, 12, 1)),
        ("the day before,", date(2019, 11, 29)),
        ("the morning after,", date(2019, 12, 1)),
        ("hours later", date(2019, 11, 30)),
        ("a fortnight later", date(2019, 12, 14)),
        ("three days after that", date(2019, 12, 3)),
        ("a week before the fire", date(2019, 11, 23)),
        ("that evening", date(2019, 11, 30)),
    ],
)
def test_days_and_weeks_are_counted_to_the_day(words, day):
    assert counted(words) == Interval.day(day)


@pytest.mark.parametrize(
    ("words", "told", "first", "last"),
    [
        ("the next month", DAY, date(2019, 12, 1), date(2019, 12, 31)),
        ("two years later", YEAR, date(2021, 1, 1), date(2021, 12, 31)),
        ("that winter", YEAR, date(2019, 12, 1), date(2020, 2, 29)),
        ("the following spring", DAY, date(2020, 3, 1), date(2020, 5, 31)),
        ("that May", YEAR, date(2019, 5, 1), date(2019, 5, 31)),
        ("days later", DAY, date(2019, 12, 2), date(2019, 12, 5)),
    ],
)
def test_longer_times_keep_their_grain(words, told, first, last):
    assert counted(words, told) == Interval(first, last)


def test_years_that_nobody_counted_say_too_little():
    assert counted("years later") is None

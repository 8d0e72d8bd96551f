"""The units of the calendar at the ends of what it holds."""

from datetime import date

import pytest

from quotecheck.dates.units import month, season, unit_back
from quotecheck.model import Interval


@pytest.mark.parametrize(
    ("of_year", "number", "first"),
    [
        (2021, 0, date(2020, 12, 1)),
        (2021, -11, date(2020, 1, 1)),
        (2021, 13, date(2022, 1, 1)),
        (9999, 14, date(9999, 12, 1)),
        (0, 12, date(1, 1, 1)),
    ],
)
def test_months_are_counted_over_the_year_but_not_beyond_the_calendar(of_year, number, first):
    assert month(of_year, number).earliest == first


@pytest.mark.parametrize("of_year", [0, 1, 9999])
def test_a_winter_at_the_end_of_the_calendar_does_not_end_before_it_begins(of_year):
    winter = season("winter", of_year)
    assert winter.earliest <= winter.latest


def test_counting_back_beyond_the_calendar_stops_at_its_first_month():
    assert unit_back(date(1, 3, 4), "month", 5) == Interval(date(1, 1, 1), date(1, 1, 31))

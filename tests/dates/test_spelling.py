"""Days in words, as the reasons show them."""

from datetime import date

import pytest

from quotecheck.dates.spelling import spell_days
from quotecheck.model import Interval


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2021, 12, 11), date(2021, 12, 11), "December 11, 2021"),
        (date(2021, 12, 11), date(2021, 12, 17), "between December 11 and 17, 2021"),
        (date(2021, 11, 28), date(2021, 12, 4), "between November 28 and December 4, 2021"),
        (date(2021, 12, 28), date(2022, 1, 3), "between December 28, 2021 and January 3, 2022"),
    ],
)
def test_days_are_written_once_each(first, last, words):
    assert spell_days(Interval(first, last)) == words

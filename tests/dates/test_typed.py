"""What a person may type as a date, and what is refused in one sentence."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.dates import DateError, parse_day
from quotecheck.errors import QuoteCheckError

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("2021-12-14", ("2021-12-14", "2021-12-14")),
        (" 2021-12-14 ", ("2021-12-14", "2021-12-14")),
        ("2021/12/14", ("2021-12-14", "2021-12-14")),
        ("2021-12-14T10:30:00Z", ("2021-12-14", "2021-12-14")),
        ("2021-12-14 10:30", ("2021-12-14", "2021-12-14")),
        ("14 Dec 2021", ("2021-12-14", "2021-12-14")),
        ("14 dec. 2021", ("2021-12-14", "2021-12-14")),
        ("december 14, 2021", ("2021-12-14", "2021-12-14")),
        ("Tuesday, 14 December 2021", ("2021-12-14", "2021-12-14")),
        ("12/14/2021", ("2021-12-14", "2021-12-14")),
        ("14/12/2021", ("2021-12-14", "2021-12-14")),
        ("12.12.2021", ("2021-12-12", "2021-12-12")),
        ("14.12.2021", ("2021-12-14", "2021-12-14")),
        ("Dec 2021", ("2021-12-01", "2021-12-31")),
        ("2021-12", ("2021-12-01", "2021-12-31")),
        ("2021", ("2021-01-01", "2021-12-31")),
        ("summer 2021", ("2021-06-01", "2021-08-31")),
        ("last Tuesday", ("2026-11-17", "2026-11-17")),
        ("yesterday", ("2026-11-23", "2026-11-23")),
        ("today", ("2026-11-24", "2026-11-24")),
        ("three days ago", ("2026-11-21", "2026-11-21")),
        ("2021-12-08 to 2021-12-19", ("2021-12-08", "2021-12-19")),
        ("2021-12-08/2021-12-19", ("2021-12-08", "2021-12-19")),
        ("8–19 Dec 2021", ("2021-12-08", "2021-12-19")),
        ("3. März 2019", ("2019-03-03", "2019-03-03")),
        ("1er février 2021", ("2021-02-01", "2021-02-01")),
        ("hier", ("2026-11-23", "2026-11-23")),
        ("2027-01-05", ("2027-01-05", "2027-01-05")),
        ("9999-12", ("9999-12-01", "9999-12-31")),
    ],
)
def test_a_typed_date_is_read(typed, days):
    assert tuple(map(str, parse_day(typed, today=TODAY))) == days


@pytest.mark.parametrize(
    "typed",
    [
        "banana", "2021-02-30", "30 Feb 2021", "Feb 30, 2021", "2021-13-01", "0000-01-01", "0-1-1", "year 0",
        "99999", "99999-01-01", "14 Dec 99999", "31/31/2021", "5", "", "   ", "2021-12-19 to 2021-12-08",
        "May 2021 banana", "x" * 5000, "\x00", "2021-12-14-15", "٣٠",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_one_sentence(typed):
    with pytest.raises(DateError) as refused:
        parse_day(typed, today=TODAY)
    assert isinstance(refused.value, QuoteCheckError)
    message = str(refused.value)
    assert message.endswith(".")
    assert "\n" not in message
    assert len(message) < 250


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30) | st.from_regex(r"\d{1,5}[-/. ](\d{1,2}|Dec|May)[-/. ]\d{1,5}", fullmatch=True))
def test_anything_is_read_or_refused(typed):
    try:
        first, last = parse_day(typed, today=TODAY)
    except DateError:
        return
    assert first <= last


def test_a_date_that_can_be_two_days_is_not_guessed() -> None:
    with pytest.raises(DateError, match=r"can be March 4, 2024 or April 3, 2024.*2024-04-03"):
        parse_day("03/04/2024")


@pytest.mark.parametrize("text", ["0/5/2024", "5/0/2024", "1/2/0000", "13/13/2024"])
def test_numbers_that_are_no_date_are_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_day(text)

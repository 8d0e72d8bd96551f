"""The entries of timelines and live pages date what is said in them."""

from datetime import date

import pytest

from quotecheck.model import Article, Basis, Interval, Publication
from quotecheck.pipeline import analyse

PUBLISHED = Publication(Interval.day(date(2024, 3, 14)), Basis.GIVEN)


def said(text):
    """Return when each quotation was said: its first and last day."""
    found = analyse(Article(text, published=PUBLISHED)).findings
    return [
        (str(one.dating.interval.earliest), str(one.dating.interval.latest)) if one.dating else None
        for one in found
    ]


def test_an_entry_of_a_timeline_dates_what_is_said_in_it():
    assert said(
        "4 March 2022: The firms combine. “We were made for each other,” says Ann Lang.\n\n"
        "June 2023: Lang resigns. The next day she says: “I was pushed.”\n\n"
        "Yesterday: “She jumped,” says the chairman, Tom Reed."
    ) == [("2022-03-04", "2022-03-04"), ("2023-06-01", "2023-06-30"), ("2024-03-13", "2024-03-13")]


def test_a_dated_heading_holds_until_the_next():
    assert said(
        "Tuesday 5 March\n\nThe coroner heard Ann Hart. “I smelled smoke,” she said.\n\n"
        "She was not pressed. “I rang at once,” she said.\n\n"
        "Wednesday 6 March\n\nTom Reed followed. “Nobody rang,” he said."
    ) == [("2024-03-05",) * 2, ("2024-03-05",) * 2, ("2024-03-06",) * 2]


def test_what_sets_itself_apart_is_not_of_the_entry():
    text = (
        "4 March 2022: The firms combine. Lang had long said: “It will never happen.”\n\n5 May 2022: Nothing."
    )
    assert said(text) == [None]


@pytest.mark.parametrize(
    "entry",
    [
        "18:40 The mayor has just spoken. “Stay at home,” Ann Hart said.",
        "18:40 “Stay at home,” Ann Hart told residents in the last few minutes.",
        "18:40 The mayor, Ann Hart, speaking just now: “Stay at home.”",
    ],
)
def test_a_live_page_is_of_its_own_day(entry):
    assert said(entry) == [("2024-03-14", "2024-03-14")]

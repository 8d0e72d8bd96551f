"""Phrasings and the days they mean; the anchor is Thursday, March 14, 2024 unless a case names another."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.dates.expressions import find_expressions
from quotecheck.dates.resolving import resolve, resolve_within
from quotecheck.model import Interval

ANCHOR = date(2024, 3, 14)

CASES = [
    # complete
    ("on October 7, 2019", "2019-10-07"),
    ("on Oct. 7, 2019", "2019-10-07"),
    ("on Oct 7 2019", "2019-10-07"),
    ("on October 7th, 2019", "2019-10-07"),
    ("on 7 October 2019", "2019-10-07"),
    ("on the 7th of October, 2019", "2019-10-07"),
    ("on the 7th October 2019", "2019-10-07"),
    ("on OCTOBER 7, 2019", "2019-10-07"),
    ("on 2019-10-07", "2019-10-07"),
    ("on 10/7/2019", "2019-10-07"),
    ("on 25/12/2019", "2019-12-25"),
    ("on 12/25/2019", "2019-12-25"),
    ("on 25.12.2019", "2019-12-25"),
    ("on 12/25/19", "2019-12-25"),
    ("on Monday, May 18, 2015", "2015-05-18"),
    ("on Mon., May 18, 2015", "2015-05-18"),
    ("Tue, 5 Oct 2021", "2021-10-05"),
    ("on February 29, 2020", "2020-02-29"),
    # partial
    ("in 2019", "2019-01-01/2019-12-31"),
    ("back in 1987", "1987-01-01/1987-12-31"),
    ("In the year 1999", "1999-01-01/1999-12-31"),
    ("in early 2019", "2019-01-01/2019-04-30"),
    ("in mid-2019", "2019-05-01/2019-08-31"),
    ("in late 2019", "2019-09-01/2019-12-31"),
    ("in October 2019", "2019-10-01/2019-10-31"),
    ("in October of 2019", "2019-10-01/2019-10-31"),
    ("In Oct. 2019", "2019-10-01/2019-10-31"),
    ("in early October 2019", "2019-10-01/2019-10-10"),
    ("in mid-October 2019", "2019-10-11/2019-10-20"),
    ("in late October 2019", "2019-10-21/2019-10-31"),
    ("October 2019", "2019-10-01/2019-10-31"),
    ("in February 2020", "2020-02-01/2020-02-29"),
    ("in December", "2023-12-01/2023-12-31"),
    ("in early February", "2024-02-01/2024-02-10"),
    ("last December", "2023-12-01/2023-12-31"),
    ("last March", "2023-03-01/2023-03-31"),
    ("this past January", "2024-01-01/2024-01-31"),
    ("in March", "2024-03-01/2024-03-14"),
    ("on March 3", "2024-03-03"),
    ("on Mar. 3", "2024-03-03"),
    ("on 3 March", "2024-03-03"),
    ("on the 3rd of March", "2024-03-03"),
    ("on March 14", "2024-03-14"),
    ("on March 15", "2023-03-15"),
    ("on Dec. 8", "2023-12-08"),
    ("(Dec. 8)", "2023-12-08"),
    ("Wednesday (March 13)", "2024-03-13"),
    ("on Friday, Dec. 8", "2023-12-08"),
    ("on Thursday, December 8", "2022-12-08"),
    ("on Feb. 29", "2024-02-29"),
    ("in a 2009 retelling", "2009-01-01/2009-12-31"),
    ("in the 1990s", "1990-01-01/1999-12-31"),
    ("in the early 1990s", "1990-01-01/1999-12-31"),
    # weekdays
    ("on Tuesday", "2024-03-12"),
    ("Tuesday", "2024-03-12"),
    ("on Thursday", "2024-03-14"),
    ("last Thursday", "2024-03-07"),
    ("on Friday", "2024-03-08"),
    ("last Friday", "2024-03-08"),
    ("this past Friday", "2024-03-08"),
    ("this Wednesday", "2024-03-13"),
    ("next Tuesday", "2024-03-19"),
    ("Monday night", "2024-03-11"),
    ("on Monday morning", "2024-03-11"),
    ("late Monday", "2024-03-11"),
    ("early on Monday", "2024-03-11"),
    ("late on Monday afternoon", "2024-03-11"),
    ("on Tuesday of last week", "2024-03-05"),
    ("Tuesday last week", "2024-03-05"),
    ("a week ago Tuesday", "2024-03-05"),
    # days by their word
    ("today", "2024-03-14"),
    ("earlier today", "2024-03-14"),
    ("yesterday", "2024-03-13"),
    ("late yesterday", "2024-03-13"),
    ("yesterday evening", "2024-03-13"),
    ("the day before yesterday", "2024-03-12"),
    ("tomorrow", "2024-03-15"),
    ("this morning", "2024-03-14"),
    ("this afternoon", "2024-03-14"),
    ("tonight", "2024-03-14"),
    ("last night", "2024-03-13"),
    ("earlier in the day", "2024-03-14"),
    # periods
    ("last week", "2024-03-04/2024-03-10"),
    ("late last week", "2024-03-07/2024-03-10"),
    ("early last week", "2024-03-04/2024-03-06"),
    ("this week", "2024-03-11/2024-03-14"),
    ("earlier this week", "2024-03-11/2024-03-14"),
    ("last month", "2024-02-01/2024-02-29"),
    ("late last month", "2024-02-21/2024-02-29"),
    ("earlier this month", "2024-03-01/2024-03-14"),
    ("this month", "2024-03-01/2024-03-14"),
    ("last year", "2023-01-01/2023-12-31"),
    ("late last year", "2023-09-01/2023-12-31"),
    ("this year", "2024-01-01/2024-03-14"),
    ("earlier this year", "2024-01-01/2024-03-14"),
    ("over the weekend", "2024-03-09/2024-03-10"),
    ("at the weekend", "2024-03-09/2024-03-10"),
    ("last weekend", "2024-03-09/2024-03-10"),
    ("last decade", "2010-01-01/2019-12-31"),
    # counted back
    ("two days ago", "2024-03-12"),
    ("3 days ago", "2024-03-11"),
    ("a week ago", "2024-03-07"),
    ("three weeks ago", "2024-02-22"),
    ("a fortnight ago", "2024-02-29"),
    ("a month ago", "2024-02-01/2024-02-29"),
    ("six months ago", "2023-09-01/2023-09-30"),
    ("nearly two years ago", "2022-01-01/2022-12-31"),
    ("a decade ago", "2010-01-01/2019-12-31"),
    ("hours ago", None),
    ("three hours ago", "2024-03-14"),
    ("several days ago", "2024-03-07/2024-03-11"),
    ("a few weeks ago", "2024-02-08/2024-02-29"),
    # seasons
    ("last summer", "2023-06-01/2023-08-31"),
    ("last fall", "2023-09-01/2023-11-30"),
    ("in the spring of 2014", "2014-03-01/2014-05-31"),
    ("in summer 2019", "2019-06-01/2019-08-31"),
    ("in the winter of 2014", "2014-12-01/2015-02-28"),
    ("last winter", "2023-12-01/2024-02-29"),
    ("this winter", "2023-12-01/2024-02-29"),
    # ranges
    ("between May 3 and 5", "2023-05-03/2023-05-05"),
    ("from May 3 to May 5, 2019", "2019-05-03/2019-05-05"),
    ("May 3–5, 2019", "2019-05-03/2019-05-05"),
    ("3-5 May 2019", "2019-05-03/2019-05-05"),
    ("from 28 April to 3 May 2019", "2019-04-28/2019-05-03"),
    ("from Dec. 30 to Jan. 2, 2020", "2019-12-30/2020-01-02"),
    ("from December 30 to January 2", "2023-12-30/2024-01-02"),
    ("from 2015 to 2017", "2015-01-01/2017-12-31"),
    ("between 2015 and 2017", "2015-01-01/2017-12-31"),
    ("in 2015–17", "2015-01-01/2017-12-31"),
    ("between March and May 2019", "2019-03-01/2019-05-31"),
]  # fmt: skip

NO_DATES = [
    "in fiscal year 2019", "in fiscal 2019", "FY2019", "the 2018-19 season", "over the past two years",
    "in the last week", "on Black Friday", "2,019 people", "2019 people", "he may 3 times",
    "the march 3 abreast",
    "on February 30, 2020", "on 31 June", "on 13/13/2019", "at 10.30", "version 3.12.4", "a 5-4 vote",
    "the second day", "call 555-2019", "route 66", "May I?", "will march in line",
]  # fmt: skip

OF_LANGUAGES = [
    ("fr", "le 3 mars 2019", "2019-03-03"),
    ("fr", "le 1er février 2021", "2021-02-01"),
    ("fr", "hier", "2024-03-13"),
    ("fr", "mardi", "2024-03-12"),
    ("fr", "en mars 2020", "2020-03-01/2020-03-31"),
    ("fr", "en 2019", "2019-01-01/2019-12-31"),
    ("fr", "la semaine dernière", "2024-03-04/2024-03-10"),
    ("fr", "10/7/2019", "2019-07-10"),
    ("de", "am 3. März 2019", "2019-03-03"),
    ("de", "gestern", "2024-03-13"),
    ("de", "am Dienstag", "2024-03-12"),
    ("de", "im März 2020", "2020-03-01/2020-03-31"),
    ("de", "letzte Woche", "2024-03-04/2024-03-10"),
    ("es", "el 3 de mayo de 2020", "2020-05-03"),
    ("es", "ayer", "2024-03-13"),
    ("es", "el martes", "2024-03-12"),
    ("xx", "on March 3", "2024-03-03"),
]


def spelled(interval):
    if interval is None:
        return None
    first, last = interval
    return f"{first}" if first == last else f"{first}/{last}"


@pytest.mark.parametrize(("words", "days"), CASES, ids=[case[0] for case in CASES])
def test_a_phrasing_means_these_days(words, days):
    text = f"She said it {words}, and left."
    found = find_expressions(text)
    assert [spelled(resolve(one, ANCHOR)) for one in found] == ([days] if days else [])
    if days:
        assert found[0].span.of(text) in words


@pytest.mark.parametrize("words", NO_DATES)
def test_what_looks_like_a_date_is_left_alone(words):
    assert find_expressions(f"They said it {words} and left.") == []


@pytest.mark.parametrize(("language", "words", "days"), OF_LANGUAGES)
def test_other_languages_by_their_own_names(language, words, days):
    (one,) = find_expressions(f"… {words}, …", language)
    assert spelled(resolve(one, ANCHOR)) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It opened on 5 May 2018 and closed on 10/7/2019.", "2019-07-10"),
        ("It opened on May 5, 2018 and closed on 10/7/2019.", "2019-10-07"),
        ("It opened on 25/12/2018 and closed on 10/7/2019.", "2019-07-10"),
        ("It opened on 12/25/2018 and closed on 10/7/2019.", "2019-10-07"),
    ],
)
def test_the_order_of_day_and_month_is_the_articles_own(text, days):
    assert spelled(resolve(find_expressions(text)[-1], ANCHOR)) == days


@pytest.mark.parametrize(
    ("words", "anchor", "days"),
    [
        ("on Dec. 30", date(2024, 1, 2), "2023-12-30"),
        ("on January 1", date(2024, 1, 2), "2024-01-01"),
        ("last week", date(2024, 1, 2), "2023-12-25/2023-12-31"),
        ("last month", date(2024, 1, 2), "2023-12-01/2023-12-31"),
        ("last year", date(2024, 1, 2), "2023-01-01/2023-12-31"),
        ("yesterday", date(2024, 3, 1), "2024-02-29"),
        ("yesterday", date(2023, 3, 1), "2023-02-28"),
        ("on Feb. 29", date(2023, 6, 1), "2020-02-29"),
        ("on Feb. 29", date(1903, 6, 1), "1896-02-29"),
        ("on Sunday", date(2024, 3, 10), "2024-03-10"),
        ("last weekend", date(2024, 3, 10), "2024-03-02/2024-03-03"),
        ("last weekend", date(2024, 3, 11), "2024-03-09/2024-03-10"),
        ("last winter", date(2024, 1, 20), "2022-12-01/2023-02-28"),
        ("last summer", date(2024, 7, 1), "2023-06-01/2023-08-31"),
        ("yesterday", date.min, "0001-01-01"),
    ],
)
def test_the_calendar_turns(words, anchor, days):
    (one,) = find_expressions(f"He said so {words}.")
    assert spelled(resolve(one, anchor)) == days


@pytest.mark.parametrize(
    ("words", "told", "days"),
    [
        ("the following day", "2024-01-31", "2024-02-01"),
        ("the next morning", "2024-01-31", "2024-02-01"),
        ("the day before", "2024-02-01", "2024-01-31"),
        ("the previous day", "2024-02-01", "2024-01-31"),
        ("the same day", "2024-02-01", "2024-02-01"),
        ("that evening", "2024-02-01", "2024-02-01"),
        ("two days later", "2024-02-01", "2024-02-03"),
        ("a day earlier", "2024-02-01", "2024-01-31"),
        ("hours later", "2024-02-01", "2024-02-01"),
        ("a month later", "2023-02-01", "2023-03-01/2023-03-31"),
        ("two years later", "2013-02-01", "2015-01-01/2015-12-31"),
        ("the following week", "2024-02-01", "2024-02-05/2024-02-11"),
        ("later that year", "2013-02-01", "2013-01-01/2013-12-31"),
    ],
)
def test_narrative_expressions_count_from_what_was_told(words, told, days):
    (one,) = find_expressions(f"He said so {words}.")
    assert spelled(resolve(one, ANCHOR, told=Interval.day(date.fromisoformat(told)))) == days
    assert resolve(one, ANCHOR) is None


@pytest.mark.parametrize(
    ("words", "published", "days"),
    [
        ("last Friday", ("2021-12-11", "2021-12-17"), "2021-12-10"),
        ("on Tuesday", ("2021-12-08", "2021-12-13"), "2021-12-07"),
        ("yesterday", ("2021-12-08", "2021-12-10"), "2021-12-07/2021-12-09"),
        ("in December", ("2021-12-11", "2021-12-17"), "2021-12-01/2021-12-17"),
        ("on Dec. 8", ("2021-12-08", "2021-12-19"), "2021-12-08"),
        ("in 2019", ("2021-01-01", "2021-12-31"), "2019-01-01/2019-12-31"),
        ("yesterday", ("0001-01-01", "9999-12-31"), "0001-01-01/9999-12-30"),
    ],
)
def test_an_uncertain_anchor_gives_the_likeliest_days(words, published, days):
    (one,) = find_expressions(f"He said so {words}.")
    assert spelled(resolve_within(one, Interval(*map(date.fromisoformat, published)))) == days


PIECES = re.findall(
    r"\S+|\n",
    "on In the last this next early late of from to between and ( ) , . / - – 3 31 29 99 0 2019 1999 19 "
    "May Dec. "
    "February Monday Wednesday week year days ago later earlier several a summer morning that following \n “",
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=200),
    st.dates(),
    st.sampled_from(["en", "fr", "de"]),
)
def test_no_text_makes_it_fail(text, anchor, language):
    end = 0
    for one in find_expressions(text, language):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
        for found in (
            resolve(one, anchor, told=Interval.day(anchor)),
            resolve_within(one, Interval(anchor, date.max)),
        ):
            assert found is None or found.earliest <= found.latest

"""When an article appeared: as given, by its dateline, or worked out from what its text allows."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.dates import date_article
from quotecheck.model import Article, Basis, Interval, Kind, Publication, Quotation, Span

TODAY = date(2026, 11, 24)


def published(text, **options):
    return date_article(Article(text, **options), [], today=TODAY)


def spelled(publication):
    if publication is None:
        return None
    first, last = publication.interval
    return f"{first}" if first == last else f"{first}/{last}"


def test_a_given_date_is_kept():
    given_date = Publication(Interval.day(date(2020, 1, 5)), Basis.GIVEN)
    assert published("Monday, May 18, 2015\n\nOn Friday, it rained.", published=given_date) == given_date


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rain in Leeds\n\nMonday, May 18, 2015\n\nOn Friday, it rained.", "2015-05-18"),
        ("GENEVA, June 3, 2024 (AFP) — It rained on Friday.", "2024-06-03"),
        ("GENEVA, 3 June 2024 (AFP) – It rained on Friday.", "2024-06-03"),
        ("WASHINGTON, D.C., June 3, 2024 -- It rained.", "2024-06-03"),
        ("Paris, June 3, 2024 – It rained.", "2024-06-03"),
        ("June 3, 2024 — It rained.", "2024-06-03"),
        ("Rain in Leeds\nBy Ann Hart\nPublished: June 3, 2024 at 5:30 p.m.\n\nIt rained.", "2024-06-03"),
        ("Rain in Leeds\nPublished on 3 June 2024\nUpdated on 5 June 2024\n\nIt rained.", "2024-06-03"),
        ("Rain in Leeds\nUpdated on 5 June 2024\nPublished on 3 June 2024\n\nIt rained.", "2024-06-03"),
        ("Rain in Leeds\nBy Ann Hart | June 3, 2024\n\nIt rained.", "2024-06-03"),
        ("Rain in Leeds\n2024-06-03\n\nIt rained.", "2024-06-03"),
        ("Rain in Leeds\n\nLONDON, 3 June 2024\n\nIt rained.", "2024-06-03"),
    ],
)
def test_a_dateline_dates_the_article(text, days):
    found = published(text)
    assert (spelled(found), found.basis) == (days, Basis.TEXT)
    assert found.evidence is not None
    assert found.reason.endswith(".")


@pytest.mark.parametrize("language", ["fr"])
def test_a_dateline_in_another_language(language):
    assert spelled(published("PARIS, 3 juin 2024 (AFP) — Il a plu.", language=language)) == "2024-06-03"


@pytest.mark.parametrize(
    "text",
    [
        "What happened on October 7, 2023\n\nIt rained.",
        "The storm of October 7, 2023: a timeline\n\nIt rained.",
        "October 7, 2023 storm remembered\n\nIt rained.",
        "On October 7, 2023, it rained.",
    ],
)
def test_a_date_in_a_headline_or_sentence_is_no_dateline(text):
    found = published(text)
    assert found is None or found.basis is Basis.INFERRED


INFERRED = [
    line.split("\t") for line in (Path(__file__).parent / "inference.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("days", "text"), INFERRED, ids=[text[:60] for _, text in INFERRED])
def test_an_undated_article_is_dated_by_what_it_allows(days, text):
    found = published(text)
    assert (spelled(found), found.basis) == (days, Basis.INFERRED)
    assert found.evidence is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rained.",
        "It rained on Friday.",
        "In 2019 it rained.",
        "In December it rained.",
        # No Wednesday is December 8 between 2023 and now.
        "The senate voted on Wednesday (Dec. 8). In 2023 it had refused.",
        # There is never a second Sunday.
        "The fair opened on Monday, Feb. 30.",
    ],
)
def test_where_nothing_tells_there_is_no_date(text):
    assert published(text) is None


def test_the_reason_names_the_years_that_were_passed_over():
    reason = published("The senate voted on Wednesday (Dec. 8). In 2019 it had refused.").reason
    assert "“on Wednesday (Dec. 8)” fits the year 2021" in reason
    assert "2010 is before the “2019”" in reason
    assert "2027 is still to come" in reason
    assert "looks back on that week" in reason


def test_quoted_words_do_not_date_the_article():
    text = "She said: “We voted on Wednesday (Dec. 8).”"
    start = text.index("“")
    quotation = Quotation(
        Span(start + 1, len(text) - 1), Span(start, len(text)), text[start + 1 : -1], Kind.STATEMENT, 1
    )
    assert date_article(Article(text), [quotation], today=TODAY) is None


PIECES = re.findall(
    r"\S+|\n",
    "PARIS, June 3 2024 2019 — (Dec. 8) Wednesday Monday, on In last Friday week will had \n Published: "
    "by 29 February",
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=200),
    st.dates(min_value=date(1900, 1, 1)),
)
def test_no_text_makes_it_fail(text, today):
    found = date_article(Article(text), [], today=today)
    if found is not None:
        assert found.interval.earliest <= found.interval.latest
        assert found.evidence is None or 0 <= found.evidence.start < found.evidence.end <= len(text)

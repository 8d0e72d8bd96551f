from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Interval
from quotecheck.reporting.cleaning import breakable, one_line, printable, shortened
from quotecheck.reporting.phrases import interval_text, language_name
from quotecheck.reporting.runs import Change, archived_runs, printed_runs, woven_runs


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2021, 12, 8), (2021, 12, 8), "December 8, 2021"),
        ((2021, 12, 11), (2021, 12, 17), "December 11–17, 2021"),
        ((2021, 11, 29), (2021, 12, 5), "November 29 – December 5, 2021"),
        ((2021, 12, 27), (2022, 1, 2), "December 27, 2021 – January 2, 2022"),
        ((2019, 1, 1), (2019, 12, 31), "2019"),
        ((2019, 1, 1), (2020, 12, 31), "2019–2020"),
        ((2020, 2, 1), (2020, 2, 29), "February 2020"),
        ((2020, 1, 1), (2020, 3, 31), "January–March 2020"),
        ((2019, 12, 1), (2020, 2, 29), "December 2019 – February 2020"),
    ],
)
def test_intervals_in_words(first, last, words):
    assert interval_text(Interval(date(*first), date(*last))) == words


def test_languages_by_name():
    assert language_name("fr") == "French"
    assert language_name("af") == "Afrikaans"
    assert language_name("tlh") == "Klingon"
    assert language_name("xqz") == "xqz"
    assert language_name(None) is None


@given(st.text())
def test_printable_text_has_no_controls(text):
    assert not any((ord(c) < 32 and c not in "\t\n\r") or 0xD800 <= ord(c) <= 0xDFFF for c in printable(text))
    assert "\n" not in one_line(text)


@given(st.text(), st.integers(4, 80))
def test_shortened_text_fits(text, limit):
    assert len(shortened(text, limit)) <= limit


@given(st.text(), st.integers(1, 40))
def test_breaking_places_change_no_character(text, longest):
    assert breakable(text, longest).replace("\u200b", "") == text.replace("\u200b", "")


def test_an_address_breaks_at_its_signs():
    address = "https://example.org/a-long-name/of.a_page?with=words"
    assert breakable(address, 20).split("\u200b")[:3] == ["https://", "example.", "org/"]
    assert breakable(address, 80) == address


def test_runs_hold_all_the_words(harbour):
    for finding in harbour.speech:
        if finding.verdict is None or finding.verdict.match is None:
            continue
        text, match = finding.quotation.text, finding.verdict.match
        printed = printed_runs(text, match)
        assert "".join(run.text for run in printed) == text
        archived = archived_runs(match)
        inside = "".join(run.text for run in archived if run.change is not Change.OUTSIDE)
        assert inside == match.window.of(match.quote.text)
        woven = woven_runs(text, match)
        assert "".join(run.text for run in woven if run.change is not Change.ARCHIVED) == text


def test_the_sources_own_words_stand_on_either_side(harbour):
    runs = archived_runs(harbour.speech[0].verdict.match)
    assert [run.text for run in runs if run.change is Change.OUTSIDE] == [
        "Let me be plain about the money. The tunnel ",
        ". But that is if nothing goes wrong.",
    ]


def test_where_the_source_is_not_known_the_rest_of_the_archived_quote_stands_there(sample):
    match = sample.speech[0].verdict.match
    outside = [run.text for run in archived_runs(match) if run.change is Change.OUTSIDE]
    assert outside == [match.quote.text[match.window.end :]]


def test_a_long_source_is_cut_at_words(sample):
    match = sample.speech[0].verdict.match
    longer = replace(match, before="word " * 300, after=" word" * 300)
    before, *_, after = archived_runs(longer)
    assert before.text.startswith("… word ")
    assert after.text.endswith(" word …")
    assert max(len(before.text), len(after.text)) < 400


def test_overlapping_differences_are_marked_once(sample):
    finding = sample.speech[0]
    text, match = finding.quotation.text, finding.verdict.match
    twice = replace(match, differences=(*match.differences, *match.differences))
    assert printed_runs(text, twice) == printed_runs(text, match)
    assert woven_runs(text, twice) == woven_runs(text, match)

"""Which date governs a quotation. Every case is an article of Thursday, March 14, 2024.

``governing.tsv`` has, line by line, when the first quotations were said ("-" where nothing says it)
and the text. There |…| is the cue, {…} the mention ({Name=she} where the name is another) and ⏎ a line break.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.dates import date_quotations
from quotecheck.model import (
    Article,
    Attribution,
    Basis,
    Interval,
    Kind,
    Publication,
    Quotation,
    Span,
    Speaker,
    SpeakerType,
)

PUBLISHED = Publication(Interval.day(date(2024, 3, 14)), Basis.GIVEN)
MARKUP = re.compile(r"\{(?:(?P<name>[^{}=]+)=)?(?P<mention>[^{}]+)\}|\|(?P<cue>[^|]+)\||“(?P<quote>[^”]*)”")


def read_markup(marked, *, kind=SpeakerType.PERSON):
    """Return the article, its quotations and attributions: each has the nearest cue and mention."""
    marked = marked.replace("⏎", "\n")
    text, at, quotes, cues, mentions = "", 0, [], [], []
    for found in MARKUP.finditer(marked):
        text += marked[at : found.start()]
        start = len(text)
        if found["quote"] is not None:
            text += found[0]
            quotes.append(Span(start + 1, len(text) - 1))
        elif found["cue"]:
            text += found["cue"]
            cues.append(Span(start, len(text)))
        else:
            text += found["mention"]
            mentions.append((Span(start, len(text)), found["name"] or found["mention"]))
        at = found.end()
    text += marked[at:]
    quotations, attributions = [], []
    for turn, span in enumerate(quotes, 1):
        outer = Span(span.start - 1, span.end + 1)
        quotations.append(Quotation(span, outer, span.of(text), Kind.STATEMENT, turn))
        index = min(range(len(cues)), key=lambda i: distance(cues[i], outer), default=None)
        if index is None:
            attributions.append(None)
            continue
        mention, name = min(mentions, key=lambda one: distance(one[0], cues[index]))
        attributions.append(Attribution(Speaker(name, type=kind), mention, cues[index], 0.9))
    return Article(text, published=PUBLISHED), quotations, attributions


def distance(a, b):
    return max(a.start - b.end, b.start - a.end, 0)


def spelled(dating):
    if dating is None:
        return "-"
    first, last = dating.interval
    return f"{first}" if first == last else f"{first}/{last}"


def said(marked, **options):
    return [spelled(dating) for dating in date_quotations(*read_markup(marked, **options))]


CASES = [
    line.split("\t") for line in (Path(__file__).parent / "governing.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("when", "marked"), CASES, ids=[marked[:80] for _, marked in CASES])
def test_the_date_of_the_saying_governs_and_no_other(when, marked):
    expected = when.split()
    assert said(marked)[: len(expected)] == expected


def dates_of(marked, *, published=PUBLISHED, **options):
    article, quotations, attributions = read_markup(marked, **options)
    found = date_quotations(replace(article, published=published), quotations, attributions)
    return [dating and str(dating.interval.earliest) for dating in found]


def test_the_parts_of_a_turn_share_their_date():
    article, quotations, attributions = read_markup("“We lost,” {Hart} |said| on Tuesday. “It is over.”")
    turn = [replace(quotation, turn=1) for quotation in quotations]
    first, second = date_quotations(article, turn, [attributions[0], None])
    assert first == second
    assert first.interval == Interval.day(date(2024, 3, 12))


def test_what_the_speaker_adds_is_of_the_same_day():
    assert (
        dates_of("“We lost,” {Hart} |said| on Tuesday. {Hart=She} |added|: “It is over.”")
        == ["2024-03-12"] * 2
    )


def test_another_speaker_is_not_of_the_same_day():
    marked = "“We lost,” {Hart} |said| on Tuesday. {Reed} |added|: “It is over, and nobody will weep for it.”"
    assert dates_of(marked) == ["2024-03-12", None]


def test_each_quotation_has_its_own_date():
    marked = (
        "{Hart} |said| on Monday it was “a gamble”, while in 2016 {she} had |called| it “a dream of ours”."
    )
    assert dates_of(marked) == ["2024-03-11", "2016-01-01"]


def test_any_act_of_an_organisation_dates_what_it_says_of_it():
    marked = "On Friday, the Treasury fined Acme. Acme, |according to| {the Treasury}, “hid its losses”."
    assert dates_of(marked, kind=SpeakerType.ORGANISATION) == ["2024-03-08"]


def test_only_speech_is_dated():
    article, quotations, attributions = read_markup("On Tuesday {Hart} |called| it “fake news”.")
    scare = [replace(quotations[0], kind=Kind.SCARE)]
    assert date_quotations(article, scare, attributions) == [None]


def test_without_a_date_of_the_article_only_whole_dates_count():
    assert dates_of("In 2016, {Hart} |said|: “We lost.”", published=None) == ["2016-01-01"]
    assert dates_of("On Tuesday, {Hart} |said|: “We lost.”", published=None) == [None]


def test_the_evidence_is_where_the_text_says_it():
    article, quotations, attributions = read_markup("{Hart} |said| on Tuesday: “We lost.”")
    (dating,) = date_quotations(article, quotations, attributions)
    assert dating.evidence.of(article.text) == "on Tuesday"
    assert not dating.inferred
    assert dating.reason.endswith(".")


@pytest.mark.parametrize(
    ("published", "words", "inferred"),
    [
        (Publication(Interval(date(2024, 3, 13), date(2024, 3, 15)), Basis.INFERRED), "on Tuesday", True),
        (Publication(Interval(date(2024, 3, 13), date(2024, 3, 15)), Basis.GIVEN), "on Tuesday", True),
        (Publication(Interval(date(2024, 3, 13), date(2024, 3, 15)), Basis.INFERRED), "in 2019", False),
        (PUBLISHED, "on Tuesday", False),
    ],
)
def test_what_hangs_on_an_uncertain_article_date_is_marked(published, words, inferred):
    article, quotations, attributions = read_markup(f"{{Hart}} |said| {words}: “We lost.”")
    (dating,) = date_quotations(replace(article, published=published), quotations, attributions)
    assert dating.inferred is inferred


WORDS = re.findall(
    r"\S+",
    "{Hart} |said| “No.” “No,” on Tuesday . , in 2019 after the match who The report read ⏎ On Friday, — "
    "she added",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_text_makes_it_fail(words):
    marked = " ".join(words)
    if "{" not in marked or "|" not in marked:
        marked = "{Hart} |said| " + marked
    article, quotations, attributions = read_markup(marked)
    for dating in date_quotations(article, quotations, attributions):
        if dating is not None:
            assert dating.interval.earliest <= dating.interval.latest <= PUBLISHED.interval.latest
            assert 0 <= dating.evidence.start < dating.evidence.end <= len(article.text)

"""What is wrong besides the words: who, when, what was left out, joined, hidden, what stands around."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import DAY, archived, article, finding
from fake_store import FakeStore

from quotecheck.checking import check_quotation
from quotecheck.model import (
    ArchivedQuote,
    Article,
    Caution,
    Finding,
    Interval,
    QuoteStatus,
    Span,
    SpeakerType,
    Verdict,
    Wording,
)

BRIDGE = "We will rebuild the old bridge before the winter, and the city council has promised to pay for it."
SCHOOLS = (
    "Every school in the valley needs a new roof, a library and at least two more teachers of mathematics."
)


def check(what: Finding, *quotes: ArchivedQuote, of: Article | None = None) -> Verdict:
    return check_quotation(what, of or article(), FakeStore(quotes))


def test_the_right_speaker_on_the_right_day_gives_no_caution() -> None:
    assert check(finding(BRIDGE, said=DAY), archived(BRIDGE)).cautions == ()


@pytest.mark.parametrize("name", ["Helen Marsh", "Marsh", "Mayor Helen Marsh", "the Mayor of Ashford"])
def test_a_name_role_or_surname_of_the_speaker_agrees(name: str) -> None:
    verdict = check(finding(BRIDGE, name), archived(BRIDGE, role="Mayor of Ashford"))
    assert verdict.cautions == ()


def test_somebody_else_said_it() -> None:
    verdict = check(finding(BRIDGE, "Peter Long"), archived(BRIDGE))
    assert (verdict.wording, verdict.cautions) == (Wording.VERBATIM, (Caution.MISATTRIBUTED,))
    assert "Helen Marsh" in verdict.summary
    assert "Peter Long" in verdict.summary


def test_an_alias_is_the_same_speaker() -> None:
    quote = archived(BRIDGE, "Acme Corporation", names=("Acme Corporation", "Bluebird Holdings"))
    assert check(finding(BRIDGE, "Bluebird Holdings"), quote).cautions == ()


@pytest.mark.parametrize(
    "what",
    [
        finding(BRIDGE, None),
        finding(BRIDGE, "a spokesman", kind=SpeakerType.UNNAMED),
        finding(BRIDGE, "Peter Long", confidence=0.2),
        finding(BRIDGE, "Peter Long", negated=True),
    ],
)
def test_an_unsure_attribution_accuses_nobody(what: Finding) -> None:
    assert Caution.MISATTRIBUTED not in check(what, archived(BRIDGE)).cautions


def test_the_attributed_speaker_is_preferred_among_equal_words() -> None:
    other = archived(BRIDGE, "Peter Long", said=date(2019, 1, 1))
    verdict = check(finding(BRIDGE), other, archived(BRIDGE))
    assert verdict.match is not None
    assert verdict.match.quote.speaker == "Helen Marsh"
    assert verdict.cautions == ()


@pytest.mark.parametrize(
    "said", [date(2024, 3, 4), date(2024, 3, 6), Interval(date(2024, 1, 1), date(2024, 12, 31))]
)
def test_a_day_more_or_less_is_the_same_day(said: date | Interval) -> None:
    assert check(finding(BRIDGE, said=said), archived(BRIDGE)).cautions == ()


def test_it_was_said_on_another_day() -> None:
    verdict = check(finding(BRIDGE, said=date(2023, 6, 1)), archived(BRIDGE))
    assert verdict.cautions == (Caution.MISDATED,)
    assert "March 5, 2024" in verdict.summary
    assert "June 1, 2023" in verdict.summary


def test_a_source_later_than_the_article_is_never_its_origin() -> None:
    verdict = check(finding(BRIDGE), archived(BRIDGE), of=article(published=date(2023, 1, 1)))
    assert Caution.MISDATED in verdict.cautions
    assert "later than the article" in verdict.summary


def test_an_earlier_source_is_no_anachronism() -> None:
    assert check(finding(BRIDGE), archived(BRIDGE), of=article(published=date(2024, 4, 1))).cautions == ()


def test_the_earliest_of_equal_sources_is_named() -> None:
    later = archived(BRIDGE, said=date(2024, 5, 1), uid="later")
    verdict = check(finding(BRIDGE), later, archived(BRIDGE, uid="first"))
    assert verdict.match is not None
    assert verdict.match.quote.uid == "first"
    assert [match.quote.uid for match in verdict.candidates] == ["later"]


def test_words_left_out_without_a_mark() -> None:
    printed = "We will rebuild the bridge, and the city council has promised to pay for it."
    verdict = check(finding(printed), archived(BRIDGE))
    assert (verdict.wording, verdict.cautions) == (Wording.ALTERED, (Caution.OMISSION,))


def test_a_whole_sentence_left_out_without_a_mark() -> None:
    first, last = "Our harbor is too small for these ships.", "We must find another way."
    whole = f"{first} Nobody has a plan to pay for a new one. {last}"
    printed = f"{first} {last}"
    assert Caution.OMISSION in check(finding(printed), archived(whole)).cautions


def test_a_dropped_article_is_no_omission() -> None:
    verdict = check(finding("We will rebuild old bridge before the winter"), archived(BRIDGE))
    assert (verdict.wording, verdict.cautions) == (Wording.MINOR, ())


@pytest.mark.parametrize(
    ("printed", "original", "wording"),
    [
        (
            "We do … support the plan of the governor",
            "We do not support the plan of the governor.",
            Wording.REVERSED,
        ),
        (
            "I will sign the treaty … by the end of May",
            "I will sign the treaty, if the parliament agrees, by the end of May.",
            Wording.ALTERED,
        ),
        (
            "The attack was wrong … and I told him so",
            "The attack was wrong, but understandable, and I told him so.",
            Wording.ALTERED,
        ),
        (
            "All guests may leave the hotel […] at any time",
            "All guests may leave the hotel, except the witnesses, at any time.",
            Wording.ALTERED,
        ),
    ],
)
def test_an_ellipsis_hides_what_matters(printed: str, original: str, wording: Wording) -> None:
    verdict = check(finding(printed), archived(original))
    assert (verdict.wording, verdict.cautions) == (wording, (Caution.HIDDEN_BY_ELLIPSIS,))


@pytest.mark.parametrize(
    ("printed", "original"),
    [
        (
            "We have never knowingly cut corners … on this site.",
            "We have never knowingly cut corners on pay, on training or on this site.",
        ),
        ("We will fight … on safety", "We will fight on wages, on hours and on safety."),
        ("We will fight … and on safety", "We will fight on wages, on hours and on safety."),
    ],
)
def test_the_words_after_an_ellipsis_are_those_before_its_end(printed: str, original: str) -> None:
    verdict = check(finding(printed), archived(original))
    assert (verdict.wording, verdict.cautions) == (Wording.MINOR, ())


def test_an_ellipsis_that_hides_nothing_that_matters() -> None:
    printed = "We will rebuild the old bridge … and the city council has promised to pay for it"
    verdict = check(finding(printed), archived(BRIDGE))
    assert (verdict.wording, verdict.cautions) == (Wording.MINOR, ())


def test_two_quotes_are_joined_as_one() -> None:
    printed = "We will rebuild the old bridge before the winter. Every school in the valley needs a new roof."
    verdict = check(finding(printed), archived(BRIDGE), archived(SCHOOLS, said=date(2022, 1, 9)))
    assert verdict.cautions == (Caution.SPLICED,)
    assert "January 9, 2022" in verdict.summary


def test_two_halves_of_sentences_are_joined_as_one() -> None:
    printed = "We will rebuild the old bridge and at least two more teachers of mathematics"
    assert Caution.SPLICED in check(finding(printed), archived(BRIDGE), archived(SCHOOLS)).cautions


def test_places_far_apart_are_joined_as_one() -> None:
    middle = " ".join(f"Then somebody told the story of house number {n} by the river." for n in range(10))
    first = "We will rebuild the old bridge before the winter."
    last = "The city council has promised to pay for it."
    whole, printed = f"{first} {middle} {last}", f"{first} {last}"
    assert Caution.SPLICED in check(finding(printed), archived(whole)).cautions


@pytest.mark.parametrize(
    "whole",
    [
        "The minister has done nothing wrong, but he must resign at once.",
        "The minister has done nothing wrong unless the report is true.",
        "The minister has done nothing wrong, if you believe his brother.",
        "The minister has done nothing wrong, provided that he paid for the flight.",
        "The minister has done nothing wrong. But he must resign at once.",
        "The minister has done nothing wrong. However, the law is the law.",
        "I do not believe that the minister has done nothing wrong.",
        "I don’t think the minister has done nothing wrong.",
        "Critics say the minister has done nothing wrong.",
        "Some people say that the minister has done nothing wrong.",
        "It is simply not true that the minister has done nothing wrong.",
        "Who would say that the minister has done nothing wrong?",
        "Suppose the minister has done nothing wrong.",
        "What happens if the minister has done nothing wrong then.",
        "My friend told me: “The minister has done nothing wrong and he knows it.” I laughed.",
        "The minister has done nothing wrong (sarcastically).",
        "They claim that the minister has done nothing wrong.",
    ],
)
def test_the_source_sets_the_words_in_another_light(whole: str) -> None:
    verdict = check(finding("the minister has done nothing wrong"), archived(whole))
    assert (verdict.wording, verdict.cautions) == (Wording.VERBATIM, (Caution.CONTEXT,))
    assert "context" in verdict.summary


@pytest.mark.parametrize(
    "whole",
    [
        "The minister has done nothing wrong.",
        "Let me say this. The minister has done nothing wrong. He paid for the flight.",
        "I know that the minister has done nothing wrong and he paid for the flight.",
        "Is that clear? The minister has done nothing wrong.",
        "I read the report, and the minister has done nothing wrong, as we all know.",
    ],
)
def test_an_innocent_context_is_none(whole: str) -> None:
    assert check(finding("the minister has done nothing wrong"), archived(whole)).cautions == ()


def test_what_the_article_goes_on_to_print_is_not_kept_from_its_reader() -> None:
    part = "The minister has done nothing wrong"
    text = f"“{part},” she said, “but he must resign at once.”"
    whole = finding(part)
    place = Span(1, 1 + len(part))
    what = replace(whole, quotation=replace(whole.quotation, span=place, marked=Span(0, place.end + 2)))
    quote = archived(f"{part}, but he must resign at once.")
    assert check(what, quote, of=Article(text)).cautions == ()
    assert check(what, quote, of=Article(text[:40])).cautions == (Caution.CONTEXT,)


def test_a_negation_that_opens_the_sentence_was_dropped() -> None:
    quote = archived("Not all services will run as normal tomorrow.")
    verdict = check(finding("All services will run as normal tomorrow."), quote)
    assert (verdict.wording, verdict.cautions) == (Wording.REVERSED, ())


def test_words_before_and_after_the_printed_ones_are_no_omission() -> None:
    assert check(finding("rebuild the old bridge before the winter"), archived(BRIDGE)).cautions == ()


@pytest.mark.parametrize("description", ["the defender", "she", "the company"])
def test_a_description_accuses_nobody(description: str) -> None:
    assert check(finding(BRIDGE, description), archived(BRIDGE)).cautions == ()


def test_the_words_of_another_quote_turn_nothing() -> None:
    printed = (
        "We will rebuild the old bridge before the winter, and nobody can tell how many must go without "
        "heating in May."
    )
    other = archived("In this valley nobody can tell how many must go without heating in May.", uid="other")
    verdict = check(finding(printed), archived(BRIDGE), other)
    assert Caution.SPLICED in verdict.cautions
    assert verdict.wording is Wording.ALTERED


def test_a_quoted_question_is_a_question() -> None:
    whole = "Is it true that the minister has done nothing wrong?"
    assert check(finding(whole), archived(whole)).cautions == ()


def test_the_context_is_read_beyond_the_archived_words() -> None:
    quote = archived(
        "The minister has done nothing wrong.", before="I was asked.", after="But he must resign."
    )
    verdict = check(finding("The minister has done nothing wrong."), quote)
    assert verdict.cautions == (Caution.CONTEXT,)
    assert verdict.match is not None
    assert verdict.match.before == "I was asked."
    assert verdict.match.after == "But he must resign."


def test_every_verdict_on_a_translation_is_marked() -> None:
    translated = article(translated_from="fr")
    for text in (BRIDGE, "bridge", "Nothing of this kind was ever said by anybody in this town"):
        verdict = check(finding(text), archived(BRIDGE), of=translated)
        assert Caution.TRANSLATED in verdict.cautions
        assert "translation" not in verdict.summary


def test_a_translation_is_told_where_something_differs() -> None:
    printed = "We will repair the old bridge before the winter"
    verdict = check(finding(printed), archived(BRIDGE), of=article(translated_from="fr"))
    assert verdict.summary.endswith("The article is a translation.")


def test_a_reversal_in_a_translation_is_a_reversal() -> None:
    printed = "We will not rebuild the old bridge before the winter"
    verdict = check(finding(printed), archived(BRIDGE), of=article(translated_from="fr"))
    assert verdict.wording is Wording.REVERSED


@pytest.mark.parametrize("status", [QuoteStatus.DISPUTED, QuoteStatus.RETRACTED])
def test_the_archive_doubts_its_own_entry(status: QuoteStatus) -> None:
    verdict = check(finding(BRIDGE), archived(BRIDGE, status=status))
    assert verdict.cautions == (Caution.DISPUTED,)
    assert status in verdict.summary


def test_several_speakers_said_it_and_the_article_names_none() -> None:
    verdict = check(finding(BRIDGE, None), archived(BRIDGE), archived(BRIDGE, "Peter Long"))
    assert verdict.cautions == (Caution.AMBIGUOUS,)
    assert len(verdict.candidates) == 1


def test_several_speakers_said_it_and_the_article_names_one_of_them() -> None:
    assert check(finding(BRIDGE), archived(BRIDGE), archived(BRIDGE, "Peter Long")).cautions == ()


def test_a_negation_that_the_sentence_ends_with_is_missed_only_by_a_whole_sentence() -> None:
    quote = archived("The city bears the cost of the bridge, but the towns do not.")
    assert (
        check(finding("The city bears the cost of the bridge, but the towns do."), quote).wording
        is Wording.REVERSED
    )
    assert check(finding("the cost of the bridge, but the towns do"), quote).wording is Wording.VERBATIM

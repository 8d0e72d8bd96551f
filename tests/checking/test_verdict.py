"""Found or not, and what the verdict says of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import DAY, archived, article, finding
from fake_store import FakeStore

from quotecheck.checking import check_quotation
from quotecheck.model import ArchivedQuote, Caution, Finding, Verdict, Wording

BRIDGE = "We will rebuild the old bridge before the winter, and the city council has promised to pay for it."
OTHERS = [
    archived(
        "The budget for the coming year will be published on our website tomorrow.", said=date(2024, 3, 20)
    ),
    archived("Nobody should have to wait ten years for a flat in this city.", said=date(2024, 3, 8)),
    archived("I have never met the owner of that newspaper in my life.", "Peter Long"),
]


def check(what: Finding, *quotes: ArchivedQuote) -> Verdict:
    return check_quotation(what, article(), FakeStore(quotes or OTHERS))


@pytest.mark.parametrize("text", ["bridge", "“determined”", "of the", "", "…", "[...]", "the", "?!"])
def test_too_few_words_are_uncheckable(text: str) -> None:
    verdict = check(finding(text), archived(BRIDGE))
    assert (verdict.wording, verdict.match) == (Wording.UNCHECKABLE, None)


def test_two_words_that_carry_something_can_be_checked() -> None:
    assert check(finding("remains committed"), archived("remains committed")).wording is Wording.VERBATIM


def test_silence_is_told_with_what_the_archive_knows() -> None:
    text = "The ferry will run every twenty minutes from next summer on"
    silent = check(finding(text, said=date(2024, 3, 10)))
    assert (silent.wording, silent.match) == (Wording.NOT_FOUND, None)
    assert "nothing by Helen Marsh of March 10, 2024 (2 statements at other times)" in silent.summary
    assert "2 statements by Helen Marsh, none like it" in check(finding(text)).summary
    assert "nothing by Ann Other" in check(finding(text, "Ann Other")).summary
    assert (
        "1 statement by Helen Marsh of March 8, 2024" in check(finding(text, said=date(2024, 3, 8))).summary
    )


@pytest.mark.parametrize(
    "text",
    [
        "Nobody should have to sell his house to see a doctor.",
        "The budget of the ministry is a scandal, and it will be the end of this government.",
        "I have never met a man who worked as hard as my father.",
        "We will fight for every vote in this election and we will win it.",
        "Now, I take it that is your position.",
    ],
)
def test_the_same_topic_is_not_the_same_statement(text: str) -> None:
    turned = archived("So is that your position, and I take it the road is closed?", "Ann Other")
    assert check(finding(text), *OTHERS, turned, archived(BRIDGE)).wording is Wording.NOT_FOUND


def test_other_words_of_the_same_speaker_are_offered_no_more() -> None:
    original = (
        "Across our region thousands of families are enduring an endless winter without any heating at all."
    )
    printed = (
        "Across our region thousands of people are suffering an endless winter: from villages in the "
        "mountains to the suburbs of the capital, families and children sleep in their coats without heating."
    )
    verdict = check(finding(printed), archived(original))
    assert verdict.wording is Wording.PARAPHRASE
    assert "not proof" in verdict.summary
    assert check(finding(printed, "Peter Long"), archived(original)).wording is Wording.NOT_FOUND


def test_a_quarter_of_the_words_edited_is_still_found() -> None:
    printed = (
        "We shall rebuild our stone bridge before the spring, and the town council has agreed to pay for it."
    )
    verdict = check(finding(printed), *OTHERS, archived(BRIDGE))
    assert verdict.match is not None
    assert verdict.match.quote.text == BRIDGE


def test_a_translation_that_shares_no_run_of_words_is_found_by_its_speaker() -> None:
    original = archived("to safeguard the interests of the potential investors", "Northwind", said=DAY)
    verdict = check(
        finding("in order to protect the interests of potential investors", "Northwind"), *OTHERS, original
    )
    assert verdict.wording is Wording.ALTERED
    assert verdict.match is not None
    assert verdict.match.quote is original


def test_the_window_is_what_was_printed_and_the_rest_is_context() -> None:
    text = "the city council has promised to pay"
    verdict = check(finding(text), archived(BRIDGE, after="We signed on Friday."))
    assert verdict.match is not None
    assert verdict.match.window.of(BRIDGE) == text
    assert verdict.match.before == "We will rebuild the old bridge before the winter, and "
    assert verdict.match.after == " for it. We signed on Friday."


def test_a_fragment_of_a_long_text_is_found_where_it_stands() -> None:
    filler = " ".join(
        f"On the {n}th page there is a table of prices and a note about the weather." for n in range(40, 90)
    )
    text = f"{filler} The lighthouse keeper never left his post during the great storm. {filler}"
    verdict = check(finding("never left his post during the great storm"), archived(text))
    assert verdict.wording is Wording.VERBATIM
    assert verdict.match is not None
    assert verdict.match.window.of(text) == "never left his post during the great storm"


def test_candidates_are_at_most_five_others() -> None:
    versions = [archived(BRIDGE, said=date(2024, 3, day), uid=str(day)) for day in range(1, 12)]
    verdict = check(finding(BRIDGE), *versions)
    assert verdict.match is not None
    assert len(verdict.candidates) == 5
    assert verdict.match.quote.uid not in [match.quote.uid for match in verdict.candidates]


def test_the_summary_names_the_changes_the_speaker_and_the_day() -> None:
    verdict = check(finding("We will repair the old bridge before the flood"), archived(BRIDGE))
    expected = "Two changes: “repair” was “rebuild”; “flood” was “winter” (Helen Marsh, March 5, 2024)."
    assert verdict.summary == expected


def test_the_summary_begins_with_what_turns_the_meaning() -> None:
    verdict = check(finding("We will not rebuild the bridge before the cold winter"), archived(BRIDGE))
    expected = (
        "Three changes, one of which can turn the meaning: “not” was added; “old” was left out; “cold” "
        "was added (Helen Marsh, March 5, 2024)."
    )
    assert verdict.summary == expected


def test_the_summary_begins_with_who_said_it_where_the_words_are_right() -> None:
    verdict = check(finding(BRIDGE, "Peter Long"), archived(BRIDGE))
    assert verdict.summary.startswith("The archive has it from Helen Marsh, not from Peter Long. The same")


def test_words_that_changed_places_are_told_as_one() -> None:
    quote = archived("The miners walked all night to the old station, where the farmers met them.")
    printed = "The farmers walked all night to the old station, where the miners met them."
    verdict = check(finding(printed), quote)
    assert "“farmers” and “miners” changed places" in verdict.summary


@pytest.mark.parametrize(
    ("printed", "original"),
    [
        ("I did not say that the bridge was safe,", "I did not say the bridge was safe. I said it was old."),
        ("Well, is that what we have done in such towns?", "Well, is that what we have done in such cases?"),
    ],
)
@pytest.mark.parametrize("speaker", ["Helen Marsh", "Peter Long", None])
def test_nearly_all_the_same_words_are_found_whoever_said_them(
    printed: str, original: str, speaker: str | None
) -> None:
    verdict = check(finding(printed, speaker), archived(original))
    assert verdict.match is not None
    assert (Caution.MISATTRIBUTED in verdict.cautions) == (speaker == "Peter Long")


def test_a_short_denial_of_what_the_same_speaker_said_is_found() -> None:
    quote = archived("It was a penalty. We lost because we were poor.")
    assert check(finding("It was never a penalty,"), quote).wording is Wording.REVERSED


@pytest.mark.parametrize(
    ("said", "wording"), [(DAY, Wording.REVERSED), (DAY + timedelta(days=30), Wording.NOT_FOUND)]
)
def test_what_was_denied_in_very_few_words_is_found_on_that_day_alone(said: date, wording: Wording) -> None:
    quote = archived("I never said that.")
    assert check(finding("I said that.", said=said), quote).wording is wording


@pytest.mark.parametrize(
    ("printed", "original"),
    [
        ("I suppose -- I suppose, only to --", "And I suppose I -- I only wanted to see the other harbour."),
        (
            "That's the rule that we would follow here.",
            "I believe that is the gap between the rule that we have here and the one that my sister "
            "would have to follow in such a harbour.",
        ),
    ],
)
def test_words_that_everybody_uses_are_no_likeness(printed: str, original: str) -> None:
    assert check(finding(printed, "Peter Long"), archived(original)).wording is Wording.NOT_FOUND


def test_the_first_time_that_it_was_said_is_told() -> None:
    speech = archived(BRIDGE, said=date(2024, 3, 4), uid="speech")
    release = archived(BRIDGE, said=date(2024, 3, 7), uid="release")
    verdict = check(finding(BRIDGE, said=date(2024, 3, 7)), speech, release)
    assert verdict.match is not None
    assert verdict.match.quote is release
    assert verdict.cautions == ()
    assert "First said on record: March 4, 2024." in verdict.summary
    undated = check(finding(BRIDGE), speech, release)
    assert undated.match is not None
    assert undated.match.quote is speech
    assert "First said then, and again: March 7, 2024." in undated.summary


def test_who_said_it_before_is_told() -> None:
    before = archived(BRIDGE, "Peter Long", said=date(2019, 1, 1))
    verdict = check(finding(BRIDGE), before, archived(BRIDGE))
    assert "Somebody else is on record with these words before: Peter Long" in verdict.summary


def test_three_words_that_changed_places_are_told_as_one() -> None:
    quote = archived("Iran told Egypt that Israel would wait for the answer.")
    verdict = check(finding("Israel told Iran that Egypt would wait for the answer."), quote)
    assert "“Israel”, “Iran” and “Egypt” changed places" in verdict.summary


FORMULAE = [
    archived(f"That was what I was trying to {what}. {more}", f"Speaker {n}", said=date(2020, 1, n + 1))
    for n, (what, more) in enumerate(
        [
            ("say", "Then the mill was sold."),
            ("do", "We had no money."),
            ("find", "It rained."),
            ("avoid", "Sorry."),
        ]
    )
]


def test_a_formula_that_many_use_is_not_found_with_a_word_changed() -> None:
    printed = "That was what I was trying to suggest."
    assert check(finding(printed, "Helen Marsh"), *FORMULAE).wording is Wording.NOT_FOUND
    assert check(finding(printed, None), *FORMULAE).wording is Wording.NOT_FOUND
    assert check(finding(printed, "Speaker 2"), *FORMULAE).match is not None


def test_a_formula_is_found_as_it_stands() -> None:
    verdict = check(finding("That was what I was trying to say.", None), *FORMULAE)
    assert verdict.wording is Wording.VERBATIM


def test_a_denied_statement_that_is_on_record_is_told() -> None:
    verdict = check(finding(BRIDGE, negated=True), archived(BRIDGE))
    assert "The article says that this was not said." in verdict.summary


def test_the_score_is_the_share_that_agrees() -> None:
    assert check(finding(BRIDGE), archived(BRIDGE)).score == 1.0
    altered = check(finding("We will repair the old bridge before the winter"), archived(BRIDGE))
    assert 0.6 < altered.score < 0.95


def test_cautions_come_in_their_order() -> None:
    verdict = check(finding("We will rebuild the bridge before the winter", "Peter Long"), archived(BRIDGE))
    assert verdict.cautions == (Caution.MISATTRIBUTED, Caution.OMISSION)

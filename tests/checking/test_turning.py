"""What turns the meaning and what does not: sentences joined, counts, titles, sentences left out."""

from __future__ import annotations

import pytest
from builders import archived, finding
from fake_store import FakeStore

from quotecheck.checking import check_quotation
from quotecheck.model import Article, Caution, Verdict, Wording


def checked(printed: str, *sources: str) -> Verdict:
    return check_quotation(
        finding(printed),
        Article(f"“{printed}”"),
        FakeStore([archived(source, uid=source) for source in sources]),
    )


def test_two_short_sentences_of_two_days_are_a_splice_and_no_contrary() -> None:
    verdict = checked(
        "The lake is low this year. Nobody fishes here now.",
        "The lake is low this year.",
        "Nobody fishes here now.",
    )
    assert verdict.wording is not Wording.REVERSED
    assert Caution.SPLICED in verdict.cautions


def test_a_short_sentence_that_nobody_archived_is_no_splice() -> None:
    verdict = checked("The lake is low this year. Nobody fishes here now.", "The lake is low this year.")
    assert Caution.SPLICED not in verdict.cautions


@pytest.mark.parametrize(("count", "said"), [("once", "twice"), ("twice", "once"), ("once", "three times")])
def test_another_count_is_another_number(count: str, said: str) -> None:
    verdict = checked(
        f"The dam has been inspected {count} since May.", f"The dam has been inspected {said} since May."
    )
    assert verdict.wording is Wording.REVERSED


@pytest.mark.parametrize("title", ["President", "Mayor", "Chancellor"])
def test_a_first_name_in_brackets_may_stand_for_the_title(title: str) -> None:
    verdict = checked(
        "I have talked with [Ann] Hart about the lake.", f"I have talked with {title} Hart about the lake."
    )
    assert verdict.wording is Wording.MINOR


def test_another_name_in_brackets_is_another_name() -> None:
    verdict = checked(
        "I have talked with [Ann] Hart about the lake.", "I have talked with Peter Hart about the lake."
    )
    assert verdict.wording is Wording.REVERSED


def test_a_greeting_left_out_does_not_turn_the_meaning() -> None:
    verdict = checked(
        "Good evening. I am closing the mill.",
        "Good evening. Thank you all for being here. I am closing the mill.",
    )
    assert verdict.wording is Wording.ALTERED


def test_a_sentence_left_out_that_limits_the_rest_does() -> None:
    verdict = checked(
        "The lake is clean. We swim in it.", "The lake is clean. Not all of it is. We swim in it."
    )
    assert verdict.wording is Wording.REVERSED


@pytest.mark.parametrize("word", ["little hope", "few signs"])
def test_an_article_makes_some_of_hardly_any(word: str) -> None:
    verdict = checked(
        f"There is a {word} that they will be found.", f"There is {word} that they will be found."
    )

    assert verdict.wording is Wording.REVERSED


def test_a_modal_is_compared_with_its_own_sentence_however_often_its_words_come() -> None:
    said = "We did not raise rents on families last year, and we will not raise them next year."

    assert checked("we might not raise them next year", said).wording is Wording.REVERSED

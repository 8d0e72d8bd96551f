"""Words of an article are found again after edits, by themselves, by what is around them, by their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.decisions import anchor, place
from quotecheck.model import Span

TEXT = (
    "The port stayed shut on Tuesday. Mayor Ana Ruiz said: “We will not open the gates before the audit.”\n"
    "The union was “deeply worried” about jobs. “Nobody asked us,” said Tom Berg, a crane driver.\n"
    "On Friday the mayor repeated: “We will not open the gates before the audit.” Nobody was surprised.\n"
)
WORDS = "We will not open the gates before the audit."


def span_of(words: str, text: str = TEXT, *, last: bool = False) -> Span:
    start = text.rindex(words) if last else text.index(words)
    return Span(start, start + len(words))


def test_in_the_same_text_the_place_is_the_same() -> None:
    for last in (False, True):
        assert place(anchor(TEXT, span_of(WORDS, last=last)), TEXT) == span_of(WORDS, last=last)


def test_words_are_followed_when_the_text_before_them_grows() -> None:
    text = "A line that was not here before.\n" * 5 + TEXT
    assert place(anchor(TEXT, span_of("Nobody asked us,")), text) == span_of("Nobody asked us,", text)


def test_of_two_places_the_one_with_the_same_surroundings_is_taken() -> None:
    text = TEXT.replace("The port stayed shut on Tuesday. ", "")
    found = place(anchor(TEXT, span_of(WORDS, last=True)), text)
    assert found == span_of(WORDS, text, last=True)


@pytest.mark.parametrize(
    "now",
    [
        "We will not open the gate before the audit.",
        "We will not, she added, open the gates before the audit.",
        "We won’t open the gates before the audit.",
        "We will not open the gates before the audit is over.",
    ],
)
def test_edited_words_are_found_whole(now: str) -> None:
    text = TEXT.replace(f"said: “{WORDS}”", f"said: “{now}”").replace(f"repeated: “{WORDS}”", "repeated it.")
    assert place(anchor(TEXT, span_of(WORDS)), text) == span_of(now, text)


def test_words_that_are_gone_are_not_found() -> None:
    text = TEXT.replace("“Nobody asked us,” said Tom Berg, a crane driver.", "")
    assert place(anchor(TEXT, span_of("Nobody asked us,")), text) is None


def test_other_words_in_the_same_place_are_other_words() -> None:
    text = TEXT.replace("deeply worried", "not at all pleased by it")
    assert place(anchor(TEXT, span_of("deeply worried")), text) is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.text(max_size=60))
def test_any_text_gives_a_span_inside_it_or_none(text: str, start: int, end: int, other: str) -> None:
    wanted = anchor(text, Span(min(start, len(text)), min(max(start, end), len(text))))
    found = place(wanted, other)
    assert found is None or 0 <= found.start < found.end <= len(other)
    if wanted.exact.strip():
        assert place(wanted, text) is not None

"""Code points and UTF-16 units, and the text as a document can hold it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from quotecheck.desktop.article.positions import LONGEST_LINE, Positions, shown
from quotecheck.model import Span

texts = st.text(st.sampled_from("ab “”🚢𝔘é\n") | st.characters(exclude_categories=["Cs"]), max_size=60)


@given(texts)
def test_units_count_as_utf16_does(text: str) -> None:
    positions = Positions(text)
    for point in range(len(text) + 1):
        units = len(text[:point].encode("utf-16-le", "surrogatepass")) // 2
        assert positions.units(point) == units
        assert positions.point(units) == point


def test_the_middle_of_a_pair_is_its_start() -> None:
    assert Positions("a🚢b").point(2) == 1


def test_a_span_covers_both_halves_of_a_pair() -> None:
    assert Positions("a🚢b").span(Span(1, 2)) == Span(1, 3)


@given(st.text(max_size=60))
def test_a_document_gives_back_what_was_shown(text: str) -> None:
    ready = shown(text).text
    document = QTextDocument()
    document.setPlainText(ready)
    assert document.toRawText().replace("\u2029", "\n") == ready


@given(st.text(max_size=60))
def test_showing_twice_changes_nothing_more(text: str) -> None:
    once = shown(text).text
    assert shown(once) == (once, 0)


def test_a_line_that_would_freeze_the_layout_is_broken_between_words() -> None:
    line = "word " * (3 * LONGEST_LINE // 5)
    text, broken = shown(f"short\n{line}\nshort")
    assert broken == 1
    assert max(map(len, text.split("\n"))) <= LONGEST_LINE
    assert text.replace("\n", "") == f"short{line}short"


def test_a_line_without_spaces_is_broken_too() -> None:
    text, broken = shown("x" * (2 * LONGEST_LINE + 1))
    assert broken == 1
    assert [len(line) for line in text.split("\n")] == [LONGEST_LINE, LONGEST_LINE, 1]

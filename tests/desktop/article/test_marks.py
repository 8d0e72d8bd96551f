"""Marks stay on their words while the text around them is edited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.desktop.article.marks import Mark, Marks, marks_of
from quotecheck.model import Report, Span, Wording
from quotecheck.reporting.palette import style_of

STYLE = style_of(Wording.ALTERED)


def edited(span: Span, at: int, removed: int, added: int) -> Span | None:
    marks = Marks((Mark(1, span, STYLE),)).edited(at, removed, added)
    return marks.quotations[0].span if marks.quotations else None


def test_marks_number_the_speech_and_count_in_utf16(report: Report) -> None:
    marks = marks_of(report)
    units = report.article.text.encode("utf-16-le")
    words = [units[2 * m.span.start : 2 * m.span.end].decode("utf-16-le") for m in marks.quotations]
    assert words == [finding.quotation.text for finding in report.speech]
    assert [m.number for m in marks.quotations] == [1, 2, 3]
    (place, _message) = marks.warnings[0]
    assert units[2 * place.start : 2 * place.end].decode("utf-16-le") == "“"


def test_typing_before_moves_and_typing_behind_does_not() -> None:
    assert edited(Span(10, 20), 3, 0, 4) == Span(14, 24)
    assert edited(Span(10, 20), 20, 0, 4) == Span(10, 20)


def test_typing_at_the_first_character_stays_outside() -> None:
    assert edited(Span(10, 20), 10, 0, 4) == Span(14, 24)


def test_typing_inside_grows() -> None:
    assert edited(Span(10, 20), 12, 0, 4) == Span(10, 24)


def test_removing_the_words_removes_the_mark() -> None:
    assert edited(Span(10, 20), 5, 30, 0) is None


@given(
    st.text("abc", min_size=1, max_size=20),
    st.integers(0, 25),
    st.integers(0, 10),
    st.text("xyz", max_size=5),
    st.text("...", max_size=12),
)
def test_what_is_left_of_the_words_is_what_is_marked(
    words: str, at: int, cut: int, new: str, around: str
) -> None:
    text = f"{around}{words}{around}"
    at = min(at, len(text))
    cut = min(cut, len(text) - at)
    after = text[:at] + new + text[at + cut :]
    span = edited(Span(len(around), len(around) + len(words)), at, cut, len(new))
    left = after[span.start : span.end] if span else ""
    kept = [c for i, c in enumerate(text) if c in "abc" and not at <= i < at + cut]
    assert [c for c in left if c in "abc"] == kept
    assert "." not in left

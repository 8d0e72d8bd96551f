"""Edges of a quotation dragged with the mouse and moved by keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from quotecheck.decisions import SpanCorrected
from quotecheck.desktop.article.edge_drag import EdgeDrag, moved_by_word
from quotecheck.model import Span, Verdict, Wording

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _checked(monkeypatch) -> None:
    def checking(items, _article, _choice, _held):
        return lambda _pulse: iter([{item: Verdict(Wording.NOT_FOUND, "Checked anew.")} for item in items])

    monkeypatch.setattr("quotecheck.desktop.session.checking_decided", checking)


def words(desk, number: int = 1) -> str:
    return desk.session.report.speech[number - 1].quotation.text


def drag(desk, start: int, end: int, *, is_let_go: bool = True) -> None:
    view = desk.article.view
    where = [view.edge_rect(position).center() for position in (start, end)]
    QTest.mouseMove(view.viewport(), where[0])
    QTest.mousePress(view.viewport(), LEFT, pos=where[0])
    QTest.mouseMove(view.viewport(), (where[0] + where[1]) / 2)
    QTest.mouseMove(view.viewport(), where[1] + QPoint(1, 0))
    if is_let_go:
        QTest.mouseRelease(view.viewport(), LEFT, pos=where[1] + QPoint(1, 0))


def test_the_last_word_is_dragged_off(qtbot, desk) -> None:
    desk.session.select(1)
    span = desk.article.view.marks.numbered(1).span
    drag(desk, span.end, span.end - len(" audit."))
    (decision,) = desk.session.log.decisions
    assert isinstance(decision.change, SpanCorrected)
    assert words(desk) == "We will not open the gates before the"
    assert desk.session.report.speech[0].attribution.speaker.name == "Ana Ruiz"
    desk.actions_by_name["undo"].trigger()
    assert words(desk).endswith("audit.")


def test_an_edge_is_dragged_by_its_knob(desk) -> None:
    desk.session.select(1)
    view = desk.article.view
    span = view.marks.numbered(1).span
    knob = view.knob(span.start, is_start=True).center().toPoint()
    goal = QPoint(view.edge_rect(span.start + len("We ")).center().x(), knob.y())
    QTest.mousePress(view.viewport(), LEFT, pos=knob)
    QTest.mouseMove(view.viewport(), (knob + goal) / 2)
    QTest.mouseMove(view.viewport(), goal)
    QTest.mouseRelease(view.viewport(), LEFT, pos=goal)
    assert words(desk) == "will not open the gates before the audit."


def test_a_drag_is_shown_on_its_way_and_given_up_by_escape(qtbot, desk) -> None:
    desk.session.select(1)
    view = desk.article.view
    span = view.marks.numbered(1).span
    drag(desk, span.start, span.start + len("We will"), is_let_go=False)
    assert view.marks.numbered(1).span.start > span.start
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.marks.numbered(1).span == span
    assert desk.session.log.decisions == ()


def test_an_edge_is_no_place_to_drag_while_another_quotation_is_selected(desk) -> None:
    desk.session.select(3)
    span = desk.article.view.marks.numbered(1).span
    drag(desk, span.end, span.end - 7)
    assert desk.session.log.decisions == ()


def test_keys_move_each_edge_by_a_word(qtbot, desk) -> None:
    desk.session.select(1)
    rows = desk.findings.list.rows
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_BracketRight)
    assert words(desk) == "will not open the gates before the audit."
    qtbot.keyClick(rows, Qt.Key.Key_BraceLeft)
    assert words(desk) == "will not open the gates before the"
    desk.actions_by_name["start_back"].trigger()
    desk.actions_by_name["end_on"].trigger()
    assert words(desk) == "We will not open the gates before the audit."


def test_a_quotation_does_not_grow_into_another(desk) -> None:
    other = desk.session.report.speech[1].quotation.span
    desk.extents.correct(1, Span(desk.session.report.speech[0].quotation.span.start, other.start + 3))
    assert desk.session.log.decisions == ()
    assert "another quotation" in desk.banner.label.text()


def test_an_edge_is_never_dragged_over_the_other() -> None:
    assert EdgeDrag(Span(5, 9), True, 5).moved_to(30).span == Span(8, 9)
    assert EdgeDrag(Span(5, 9), False, 9).moved_to(0).span == Span(5, 6)


@given(st.text(alphabet="ab “”\n", min_size=1), st.data())
def test_a_moved_edge_stays_in_its_line(text: str, data) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = text.find("\n", start)
    span = Span(start, data.draw(st.integers(start + 1, max(start + 1, end if end >= 0 else len(text)))))
    for is_start in (True, False):
        for by in (-1, 1):
            moved = moved_by_word(text, span, is_start=is_start, by=by)
            assert 0 <= moved.start < moved.end <= len(text)
            assert text[moved.start : moved.end].count("\n") <= text[span.start : span.end].count("\n")

"""Quotations made, corrected and taken out by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from quotecheck.decisions import NotAQuotation, QuotationAdded, SpanCorrected
from quotecheck.desktop.article.positions import Positions
from quotecheck.model import Span, Verdict, Wording

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _checked(monkeypatch) -> None:
    def checking(items, _article, _choice, _held):
        return lambda _pulse: iter([{item: Verdict(Wording.NOT_FOUND, "Checked anew.")} for item in items])

    monkeypatch.setattr("quotecheck.desktop.session.checking_decided", checking)


@pytest.fixture
def done(qtbot, desk):
    return lambda: qtbot.waitUntil(lambda: not desk.session.is_working)


def mark(desk, words: str) -> None:
    """Select these words in the article."""
    text = desk.article.view.text()
    span = Positions(text).span(Span(text.index(words), text.index(words) + len(words)))
    cursor = desk.article.view.textCursor()
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    desk.article.view.setTextCursor(cursor)


def words(desk) -> list[str]:
    return [finding.quotation.text for finding in desk.session.report.speech]


def changes(desk) -> list[object]:
    return [decision.change for decision in desk.session.log.decisions]


def test_selected_words_become_a_quotation_that_is_checked(qtbot, desk, done) -> None:
    desk.article.view.setFocus()
    assert not desk.actions_by_name["add_quotation"].isEnabled()
    mark(desk, " according to its letter")
    qtbot.keyClick(desk.article.view, Qt.Key.Key_Q, ALT)
    done()
    assert changes(desk) == [QuotationAdded()]
    assert words(desk)[1] == "according to its letter"
    assert desk.session.selected == 2
    assert desk.session.report.speech[1].verdict.summary == "Checked anew."
    assert desk.article.view.marks.numbered(2) is not None
    desk.actions_by_name["undo"].trigger()
    assert len(words(desk)) == 3


def test_words_in_a_quotation_correct_its_extent(qtbot, desk, done) -> None:
    mark(desk, "open the gates before the audit.”")
    desk.actions_by_name["add_quotation"].trigger()
    done()
    (change,) = changes(desk)
    assert isinstance(change, SpanCorrected)
    assert words(desk)[0] == "open the gates before the audit."
    assert desk.session.report.speech[0].attribution.speaker.name == "Ana Ruiz"
    assert len(words(desk)) == 3


def test_a_quotation_that_is_known_is_only_selected(desk) -> None:
    mark(desk, "“Nobody asked us,”")
    desk.actions_by_name["add_quotation"].trigger()
    assert changes(desk) == []
    assert desk.session.selected == 3


def test_a_quotation_is_said_to_be_none_and_it_can_be_undone(qtbot, desk, done) -> None:
    desk.session.select(2)
    qtbot.keyClick(desk, Qt.Key.Key_Q, ALT | SHIFT)
    assert changes(desk) == [NotAQuotation()]
    assert "deeply worried" not in words(desk)
    desk.session.analyse_now()
    done()
    assert "deeply worried" not in words(desk)
    desk.actions_by_name["undo"].trigger()
    assert "deeply worried" in words(desk)


def test_the_context_menu_selects_what_is_under_it_and_offers_both(desk) -> None:
    view = desk.article.view
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.marks.numbered(3).span.start + 3)
    menu = view.context_menu(view.cursorRect(cursor).center())
    assert desk.session.selected == 3
    offered = menu.actions()[:2]
    assert offered == [desk.actions_by_name["add_quotation"], desk.actions_by_name["no_quotation"]]
    assert offered[1].isEnabled()
    menu.deleteLater()
    assert view.context_menu(QPoint(1, 1)).actions()


def test_a_quotation_made_by_hand_outlives_an_edit_that_is_not_analysed_yet(qtbot, desk, done) -> None:
    qtbot.keyClicks(desk.article.view, "New. ")
    mark(desk, "according to its letter")
    desk.actions_by_name["add_quotation"].trigger()
    done()
    assert "according to its letter" in words(desk)
    assert desk.session.review.lost == ()

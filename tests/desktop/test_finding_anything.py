"""The command palette and the sheet of keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from quotecheck.desktop import jobs
from quotecheck.desktop.palette_model import Offer, fitting
from quotecheck.model import ArchivedQuote
from quotecheck.reporting.palette import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
FOUND = ArchivedQuote("q7", "The harbour is everybody’s.", "Ana Ruiz", source_title="Remarks")


def offer(text: str, group: str = "") -> Offer:
    return Offer(text, group, lambda: None)


OFFERS = [offer("Export PDF", "File"), offer("Larger text", "View"), offer("Next quotation", "Quotations")]


def test_nothing_typed_fits_everything() -> None:
    assert fitting(OFFERS, "  ") == OFFERS


@pytest.mark.parametrize(
    ("typed", "texts"),
    [("exp", ["Export PDF"]), ("TEXT larg", ["Larger text"]), ("view", ["Larger text"]), ("xyz", [])],
)
def test_all_words_must_fit_in_any_order(typed: str, texts: list[str]) -> None:
    assert [found.text for found in fitting(OFFERS, typed)] == texts


def test_what_begins_with_it_comes_first() -> None:
    offers = [offer("Context"), offer("Larger text"), offer("Text size é")]
    assert [found.text for found in fitting(offers, "text")] == ["Text size é", "Larger text", "Context"]
    assert [found.text for found in fitting(offers, "e size")] == ["Text size é"]


@pytest.fixture
def palette(qtbot, desk, monkeypatch):
    monkeypatch.setattr(jobs, "searching", lambda *_args: lambda _pulse: iter([[FOUND]]))
    qtbot.keyClick(desk, Qt.Key.Key_K, CONTROL)
    return desk.finding.palette


def texts(palette) -> list[str]:
    return [palette.list.item(i).text() for i in range(palette.list.count())]


def test_an_action_is_found_and_done(qtbot, desk, palette) -> None:
    qtbot.keyClicks(palette.field, "dark")
    assert texts(palette)[0].startswith("Dark")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert desk.appearance.choice is Theme.DARK
    desk.appearance.choose(Theme.LIGHT)


def test_a_quotation_is_found_by_its_speaker_and_selected(qtbot, desk, palette) -> None:
    qtbot.keyClicks(palette.field, "union")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.session.selected == 2


def test_the_archive_is_searched_as_well(qtbot, desk, palette) -> None:
    qtbot.keyClicks(palette.field, "harbour")
    qtbot.waitUntil(lambda: any("everybody" in text for text in texts(palette)))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert "The harbour is everybody’s." in QGuiApplication.clipboard().text()
    assert "Remarks" in desk.banner.label.text()


def test_the_arrows_move_while_one_types_and_escape_leaves(qtbot, desk, palette) -> None:
    first, selected = palette.list.currentRow(), desk.session.selected
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == first + 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert desk.session.selected == selected


def test_where_nothing_fits_the_palette_says_so(qtbot, palette) -> None:
    qtbot.keyClicks(palette.field, "xqz")
    assert texts(palette) == []
    assert "Nothing fits" in palette.list.accessibleDescription()


def test_what_cannot_be_done_now_is_not_offered(qtbot, desk) -> None:
    desk.session.select(None)
    qtbot.keyClick(desk, Qt.Key.Key_K, CONTROL)
    palette = desk.finding.palette
    assert not any(text.startswith("Confirm") for text in texts(palette))


def test_the_sheet_names_every_key(qtbot, desk) -> None:
    qtbot.keyClick(desk, Qt.Key.Key_F1)
    words = {label.text() for label in desk.finding.sheet.findChildren(QLabel)}
    assert {"Confirm", "Ctrl+K", "Speaker", "Decide"} <= words
    assert any("Alt+S" in word and "S" in word for word in words)
    desk.finding.sheet.close()


def test_a_question_mark_in_the_list_opens_the_sheet(qtbot, desk) -> None:
    rows = desk.findings.list.rows
    rows.setFocus()
    qtbot.keyClick(rows, "?")
    assert desk.finding.sheet.isVisible()
    desk.finding.sheet.close()


def test_no_two_actions_share_a_key(desk) -> None:
    keys = [
        sequence.toString()
        for _, action in desk.actions_by_name.everything()
        for sequence in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))

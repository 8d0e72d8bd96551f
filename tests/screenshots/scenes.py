"""What is done in a window before it is photographed; what is returned is, else the desk itself."""

from __future__ import annotations

import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quotecheck.model import QuoteStatus
from tests.screenshots.material import table_of_quotes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from quotecheck.desktop.main_window import MainWindow

LIMIT = 60.0
"""Seconds that a state may take to settle."""

Scene = Callable[["MainWindow"], "QWidget | None"]


def until(is_done: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + LIMIT
    while not is_done() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def settle(seconds: float = 0.4) -> None:
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end)


def asking(ask: str) -> Scene:
    def do(window: MainWindow) -> QWidget:
        getattr(window.deciding, ask)()
        return window.deciding.dialog

    return do


def trigger(action: str) -> Scene:
    return lambda window: window.actions_by_name[action].trigger()


def picture(place: int) -> Scene:
    return lambda window: window.findings.pictures.buttons[place].click()


def settings_dialog(window: MainWindow) -> QWidget:
    window.preferences.open_dialog()
    return window.preferences.dialog


def archive_window(window: MainWindow) -> QWidget:
    window.commands.archives.browse()
    opened = window.commands.archives.archive
    opened.resize(window.size())
    until(lambda: opened.table.model.rowCount() > 0)
    opened.table.rows.setCurrentIndex(opened.table.model.index(0))
    return opened


def sheet(window: MainWindow) -> QWidget:
    window.finding.open_sheet()
    return window.finding.sheet


def problem(window: MainWindow) -> None:
    window.show_problem("harbour.qarchive cannot be opened: it is no archive. Choose another one.")


def decided(window: MainWindow) -> None:
    window.deciding.confirm()


def history(window: MainWindow) -> QWidget:
    window.deciding.confirm()
    window.deciding.confirm()
    window.actions_by_name["no_quotation"].trigger()
    window.deciding.show_history()
    return window.deciding.dialog


def lost(window: MainWindow) -> None:
    """Decide on two quotations, and take the words of one of them out of the article."""
    window.deciding.confirm()
    window.deciding.confirm()
    view = window.article.view
    cursor = view.textCursor()
    span = view.marks.numbered(1).span
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, cursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    until(lambda: not window.session.is_working)
    settle(1.5)


def changes(window: MainWindow) -> QWidget:
    from quotecheck.decisions import Changed

    one, other, third = window.session.report.speech[:3]
    found = [Changed(1, other, one), Changed(2, None, other), Changed(None, third, None)]
    window.documents.say_changes(found)
    window.banner.button.click()
    return window.documents.dialog


def leftover(window: MainWindow) -> None:
    from quotecheck.decisions import document
    from quotecheck.desktop.autosave import leftovers
    from quotecheck.files import data_folder

    path = data_folder() / "unsaved" / "left.qcheck"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(document.to_bytes(window.documents.document()))
    window.documents.offer_leftovers()
    until(lambda: "not saved" in window.banner.label.text())
    for each in leftovers():
        each.path.unlink()


def hint(window: MainWindow) -> None:
    window.commands._show_hint(0)


def crash(window: MainWindow) -> QWidget:
    from quotecheck.desktop.problem_dialog import ProblemDialog

    try:
        raise ZeroDivisionError("division by zero")
    except ZeroDivisionError:
        dialog = ProblemDialog(f"QuoteCheck\n\n{traceback.format_exc()}", window)
    dialog.open()
    return dialog


def legend(window: MainWindow) -> QWidget:
    window.finding.open_legend()
    return window.finding.legend


def palette(typed: str) -> Scene:
    def do(window: MainWindow) -> QWidget:
        window.finding.open_palette()
        window.finding.palette.field.setText(typed)
        settle(1.0)
        return window.finding.palette

    return do


def chooser(window: MainWindow) -> QWidget:
    window.commands.choose_archive()
    return window.commands.chooser


def menu(window: MainWindow) -> QWidget:
    shown = window.actions_by_name.menu(window).actions()[2].menu()
    shown.popup(window.pos())
    return shown


def filtered(words: str) -> Scene:
    return lambda window: window.toolbar.search.setText(words)


def writing_date(window: MainWindow) -> None:
    window.article.header.edit_date()
    window.article.header.date.field.setText("the day after never")
    window.article.header.date.accepted.emit("the day after never")
    settle(1.0)


def archive_tab(place: int) -> Scene:
    def do(window: MainWindow) -> QWidget:
        opened = archive_window(window)
        until(lambda: opened.detail.known is not None)
        opened.detail.tabs.setCurrentIndex(place)
        return opened

    return do


def archive_searched(words: str) -> Scene:
    def do(window: MainWindow) -> QWidget:
        opened = archive_window(window)
        opened.bar.words.setText(words)
        opened.browsing.change(status=QuoteStatus.VERIFIED)
        opened.chips.show_query(opened.browsing.query)
        settle(1.0)
        return opened

    return do


def archive_new(window: MainWindow) -> QWidget:
    opened = archive_window(window)
    until(lambda: opened.detail.known is not None)
    opened.detail.begin_new()
    return opened


def archive_empty(window: MainWindow) -> QWidget:
    from quotecheck.archive import Archive
    from quotecheck.desktop.archive.window import ArchiveWindow

    path = Path(tempfile.mkdtemp()) / "empty.db"
    Archive.open(path, create=True).close()
    opened = ArchiveWindow(window.settings, path, [])
    opened.show()
    opened.resize(window.size())
    settle(1.0)
    return opened


def archives_menu(window: MainWindow) -> QWidget:
    opened = archive_window(window)
    opened.shelf.menu.popup(opened.pos())
    return opened.shelf.menu


def merging(window: MainWindow) -> QWidget:
    opened = archive_window(window)
    until(lambda: opened.detail.known is not None)
    opened.doing.ask_merge()
    opened.doing.dialog.field.setText("a")
    opened.doing.dialog._look()
    settle(1.0)
    return opened.doing.dialog


def duplicates(window: MainWindow) -> QWidget:
    opened = archive_window(window)
    opened.doing.look_for_duplicates()
    settle(2.0)
    return opened.doing.dialog


def assistant(window: MainWindow) -> QWidget:
    window.commands.archives.bring_in(table_of_quotes(Path(tempfile.mkdtemp()) / "council.csv"))
    shown = window.commands.archives.assistant
    shown.resize(min(shown.width(), window.width()), min(shown.height(), window.height()))
    until(shown.ok.isEnabled)
    return shown


def imported(window: MainWindow) -> QWidget:
    shown = assistant(window)
    shown.ok.click()
    until(shown.undo.isVisible)
    settle(1.0)
    return shown

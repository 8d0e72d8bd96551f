"""Several windows, each with a document of its own; what has changed since a check was saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from quotecheck.decisions import compare
from quotecheck.desktop.jobs import Opened
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.theme import Appearance
from quotecheck.desktop.windows import Windows
from quotecheck.model import ArchiveIdentity, Attribution, Finding, Report, Speaker, Verdict, Wording
from quotecheck.reporting.palette import Theme


@pytest.fixture
def windows(qtbot, qapp, analysis, unsaved):
    qapp.setStyle("Fusion")
    opened = Windows(Appearance(qapp, Theme.LIGHT), Settings())
    yield opened
    for window in list(opened.windows):
        window.close()


def test_a_new_window_has_an_article_of_its_own(qtbot, windows) -> None:
    first = windows.open()
    first.session.load(Opened("“One,” she said."))
    first.actions_by_name["new_window"].trigger()
    _, second = windows.windows
    qtbot.waitUntil(lambda: not first.session.is_working)
    assert second.article.view.text() == ""
    assert first.article.view.text() == "“One,” she said."
    assert second.pos() != first.pos()
    second.actions_by_name["close"].trigger()
    assert windows.windows == [first]


def test_a_file_that_is_open_already_is_not_opened_twice(qtbot, windows, tmp_path) -> None:
    first = windows.open()
    first.documents.path = tmp_path / "a.qcheck"
    first.window_wanted.emit(tmp_path / "a.qcheck")
    assert windows.windows == [first]


def test_quitting_closes_every_window(qtbot, windows) -> None:
    windows.open()
    windows.open()
    windows.windows[0].actions_by_name["quit"].trigger()
    assert windows.windows == []


def test_quitting_asks_every_window_and_closes_none_when_one_stays(qtbot, windows, unsaved) -> None:
    for words in ("One", "Two"):
        window = windows.open()
        window.session.load(Opened(f"“{words} is what we have,” she said."))
        window.article.view.insertPlainText("Today: ")
    unsaved.button = unsaved.button.Cancel
    windows.quit()
    assert (len(windows.windows), unsaved.asked) == (2, 1)
    unsaved.button = unsaved.button.Discard
    windows.quit()
    assert (windows.windows, unsaved.asked) == ([], 3)


def test_each_dropped_file_gets_a_window(qtbot, windows, tmp_path) -> None:
    first = windows.open()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"“This is {name},” she said.")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.txt", "b.txt")])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, button, key)
    first.dropEvent(drop)
    assert len(windows.windows) == 2
    qtbot.waitUntil(lambda: all(window.article.view.text() for window in windows.windows), timeout=20_000)
    texts = {window.article.view.text() for window in windows.windows}
    assert texts == {"“This is a.txt,” she said.", "“This is b.txt,” she said."}


# What has changed since


def changed(report: Report, **parts: object) -> Report:
    first, *rest = report.findings
    return replace(report, findings=(replace(first, **parts), *rest))


def test_verdicts_speakers_new_and_lost_quotations_are_changes(report) -> None:
    assert compare(report, report) == []
    other = changed(report, verdict=Verdict(Wording.VERBATIM, "The same."))
    (change,) = compare(other, report)
    assert (change.number, change.before.verdict.wording, change.now.verdict.wording) == (
        1,
        Wording.VERBATIM,
        Wording.ALTERED,
    )
    (change,) = compare(changed(report, attribution=Attribution(Speaker("Bo"), None, None, 1.0)), report)
    assert change.before.attribution.speaker.name == "Bo"
    fewer = replace(report, findings=report.findings[1:])
    assert [(c.number, c.before is None) for c in compare(fewer, report)] == [(1, True)]
    assert [(c.number, c.now is None) for c in compare(report, fewer)] == [(None, True)]
    assert compare(replace(report, findings=()), Report(report.article)) == []


def test_a_saved_check_says_what_has_changed_since_and_leads_there(qtbot, desk, report) -> None:
    old = changed(report, verdict=Verdict(Wording.VERBATIM, "The same."))
    old = replace(old, archive=ArchiveIdentity("Harbour archive", 1100))
    desk.session.load(Opened(report.article.text, found=old))
    qtbot.waitUntil(lambda: not desk.session.is_working)
    assert "changed since this check was saved: 1" in desk.banner.label.text()
    assert "archive" in desk.banner.label.text()
    qtbot.mouseClick(desk.banner.button, Qt.MouseButton.LeftButton)
    dialog = desk.documents.dialog
    line = dialog.list.item(0)
    assert "Verbatim" in line.text()
    assert "Altered" in line.text()
    dialog.list.itemActivated.emit(line)
    assert desk.session.selected == 1
    dialog.reject()


def test_nothing_is_said_where_nothing_has_changed_or_the_text_was_edited(qtbot, desk, report) -> None:
    desk.session.load(Opened(report.article.text, found=report))
    qtbot.waitUntil(lambda: not desk.session.is_working)
    assert not desk.banner.isVisible()
    other = replace(report, findings=(Finding(report.findings[0].quotation),))
    desk.session.load(Opened("“Wholly other words,” she said.", found=other))
    qtbot.waitUntil(lambda: not desk.session.is_working)
    assert "changed since" not in desk.banner.label.text()

"""The archive window and the desk: what is shared, dropped, left open, decided later and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from quotecheck import cli
from quotecheck.archive import Archive
from quotecheck.archive.undoing import Undone
from quotecheck.desktop import languages
from quotecheck.desktop.archive.window import ArchiveWindow
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.sharing.imports_dialog import ImportsDialog
from quotecheck.desktop.workers import Worker
from quotecheck.sharing import import_bundle, imports, open_conflicts, open_proposals


@pytest.fixture
def merged(desks):
    """Ana's bundle is in one's own archive, its conflicts open."""
    desks.trust_ana()
    with Archive.open(desks.mine) as archive:
        import_bundle(archive, desks.export(), by="me")
    return desks


@pytest.fixture
def window(qtbot, merged, unsaved):
    made = ArchiveWindow(Settings(), merged.mine, [])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.table.model.rowCount() == 21, timeout=20_000)
    qtbot.waitUntil(lambda: made.chores.current is None, timeout=20_000)
    yield made
    made.close()


def drop(target, path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    told = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *told)
    target.dragEnterEvent(enter)
    assert enter.isAccepted()
    target.dropEvent(QDropEvent(QPointF(5, 5), *told))


def test_what_is_open_is_counted_decided_later_and_gone(qtbot, window, merged, done) -> None:
    waiting = window.sharing.waiting
    qtbot.waitUntil(waiting.isVisible, timeout=20_000)
    assert waiting.text() == "▲ 8 to decide"
    qtbot.mouseClick(waiting, Qt.MouseButton.LeftButton)
    dialog = done(window.sharing.taking_in.dialog)
    assert dialog.pane.rows.hasFocus()
    assert not dialog.apply.isEnabled()
    qtbot.keyClick(dialog.pane.rows, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.pane.rows, "TN")
    with qtbot.waitSignal(dialog.decided, timeout=20_000):
        qtbot.keyClick(dialog.pane.rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    done(dialog)
    assert dialog.pane.empty.isVisible()
    qtbot.waitUntil(waiting.isHidden, timeout=20_000)
    with Archive.open(merged.mine) as archive:
        assert (open_conflicts(archive), open_proposals(archive)) == ([], [])
        occasions = {archive.quote(uid).occasion for uid in merged.uids[:6]}
    assert occasions == {"Interview on local radio"}


def test_the_selected_the_listed_or_all_can_be_shared(qtbot, window, done) -> None:
    rows, sharing = window.table.rows, window.sharing
    rows.setFocus()
    rows.go_to(0)
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(rows, "j")
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert rows.selected_rows == [2, 3]
    assert sharing.actions["selected"] in rows.actions()
    for name, words in (
        ("selected", "The selected quotes (2)"),
        ("listed", "What is listed (21)"),
        ("all", "The whole archive"),
    ):
        sharing.actions[name].trigger()
        dialog = done(sharing.taking_in.dialog)
        assert dialog.scope.words == words
        qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
        dialog.done(0)
    window.browsing.change(words="tide")
    qtbot.waitUntil(lambda: window.table.model.rowCount() == 1, timeout=20_000)
    sharing.actions["publish"].trigger()
    dialog = done(sharing.taking_in.dialog)
    qtbot.waitUntil(lambda: dialog.holds.text() == "1 quote  ·  1 speaker  ·  0 sources", timeout=20_000)


def test_a_dropped_bundle_is_opened_and_any_other_file_imported(
    qtbot, window, merged, done, tmp_path
) -> None:
    drop(window, merged.export())
    dialog = done(window.sharing.taking_in.dialog)
    assert dialog.heading.text() == "minutes.quotes"
    dialog.done(0)
    rows = tmp_path / "rows.csv"
    rows.write_text("text\nWe never left.\n")
    drop(window, rows)
    assert window.doing.dialog.heading.text() == "rows.csv"
    window.doing.dialog.done(0)


def test_an_import_is_undone_in_the_history_and_then_says_why_not_again(qtbot, window, merged, done) -> None:
    window.sharing.actions["imports"].trigger()
    dialog = done(window.sharing.taking_in.dialog)
    assert dialog.list.count() == 2
    assert "signed by Ana Ruiz" in dialog.list.item(0).text()
    with qtbot.waitSignal(dialog.undone, timeout=20_000):
        qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    done(dialog)
    assert dialog.state.text().startswith("✓ Undone: 9 quotes taken out")
    assert not dialog.undo.isEnabled()
    assert "cannot be undone again" in dialog.why.text()
    qtbot.waitUntil(lambda: window.table.model.rowCount() == 12, timeout=20_000)
    with Archive.open(merged.mine) as archive:
        assert imports(archive)[0].undone_at is not None


def test_a_file_of_quotes_is_in_the_history_and_undone_like_a_bundle(qtbot, merged, done, tmp_path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("text\nWe never left.\n")
    with Archive.open(merged.mine) as archive:
        archive.import_quotes(rows, by="me")
    dialog = done(ImportsDialog(merged.mine))
    assert "a file of quotes" in dialog.list.item(0).text()
    with qtbot.waitSignal(dialog.undone, timeout=20_000):
        dialog.undo.click()
    done(dialog)
    assert dialog.state.text() == "✓ Undone: 1 quote taken out."
    languages.speak("fr")
    told = dialog.undone_words(Undone(2, 0, 1))
    languages.speak("en")
    assert "2 citations retirées" in told
    assert "gardée" in told
    dialog.done(0)


# The desk


def test_the_desk_opens_a_bundle_that_is_dropped_or_chosen(qtbot, desk, merged, done) -> None:
    bundle = merged.export()
    taking_in = desk.commands.archives.taking_in
    taking_in._archive = lambda: merged.mine
    drop(desk, bundle)
    dialog = done(taking_in.dialog)
    assert dialog.pane.model.rowCount() == 21
    before = len(desk.session.report.findings)
    dialog.merge.click()
    done(dialog)
    assert dialog.result is not None
    dialog.decide.click()
    conflicts = done(taking_in.dialog)
    assert conflicts is not dialog
    assert conflicts.pane.model.undecided() == 8
    conflicts.done(0)
    assert len(desk.session.report.findings) == before


def test_a_bundle_as_the_only_argument_opens_the_desk(monkeypatch, merged, capsys) -> None:
    from quotecheck import desktop

    ran = []
    monkeypatch.setattr(desktop, "run", lambda argv: ran.append(argv[1:]) or 0)
    monkeypatch.setattr(desktop, "has_display", lambda: True)
    bundle = str(merged.export())
    assert cli.main([bundle]) == 0
    assert ran == [[bundle]]
    monkeypatch.setattr(desktop, "has_display", lambda: False)
    assert cli.main([bundle]) == 2
    assert "share inspect" in capsys.readouterr().err
    assert cli.main(["missing.quotes"]) == 2
    assert "missing.quotes does not exist" in capsys.readouterr().err


def test_the_first_thing_shown_for_a_bundle_is_the_desk_behind_it(qtbot, desk, merged, done) -> None:
    desk.commands.archives.taking_in._archive = lambda: merged.mine
    desk.commands.begin(merged.export())
    dialog = done(desk.commands.archives.taking_in.dialog)
    assert desk.article.view.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("which", ["desk", "archive window"])
def test_a_window_that_closes_ends_the_work_of_its_dialog(qtbot, desk, window, merged, which) -> None:
    taking_in = window.sharing.taking_in if which == "archive window" else desk.commands.archives.taking_in
    taking_in.open_bundle(merged.export())
    worker = taking_in.dialog.findChild(Worker)
    assert worker.isRunning()
    (window if which == "archive window" else desk).close()
    assert not worker.isRunning()

"""The check as a document: saved, opened, asked about while it is not saved, brought back after a crash."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from quotecheck.decisions import Noted
from quotecheck.decisions.document import read, to_bytes
from quotecheck.desktop.autosave import Autosave, leftovers
from quotecheck.desktop.jobs import Facts, Opened
from quotecheck.desktop.settings import Settings
from quotecheck.files import data_folder
from quotecheck.model import Basis

CONTROL = Qt.KeyboardModifier.ControlModifier
NOTE = Noted("Ask her office.")


@pytest.fixture
def done(qtbot, desk):
    return lambda: qtbot.waitUntil(lambda: not desk.session.is_working and desk.chores.current is None)


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """Answer every file dialog with one path, and count the questions."""
    path, asked = tmp_path / "port.qcheck", []

    def answer(*_args: object) -> tuple[str, str]:
        asked.append(path)
        return str(path), ""

    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, answer)
    return path, asked


def note(desk, change: object = NOTE) -> None:
    desk.deciding.take(desk.session.report.speech[0], change)


def kept() -> list[Path]:
    return sorted((data_folder() / "unsaved").glob("*.qcheck"))


def test_a_check_is_saved_with_all_and_opened_again(qtbot, desk, done, chosen) -> None:
    path, _ = chosen
    note(desk)
    qtbot.keyClick(desk, Qt.Key.Key_S, CONTROL)
    saved = read(path)
    assert [decision.change for decision in saved.decisions] == [NOTE]
    assert saved.report == desk.session.found
    assert saved.saved_at
    desk.commands.begin_empty()
    assert desk.session.log.decisions == ()
    desk.commands.open_file(path)
    done()
    assert desk.session.log.decisions == saved.decisions
    assert desk.session.review.speech[0].decisions == saved.decisions
    assert desk.session.facts == Facts(id="a", title="The port stays shut")
    assert not desk.documents.is_modified


def test_saving_again_does_not_ask_for_a_file(qtbot, desk, chosen) -> None:
    path, asked = chosen
    note(desk)
    assert desk.documents.save()
    note(desk, Noted("And again."))
    assert desk.isWindowModified()
    assert desk.documents.save()
    assert len(asked) == 1
    assert len(read(path).decisions) == 2
    assert not desk.isWindowModified()
    assert "port.qcheck" in desk.windowTitle()


def test_modified_means_different_from_what_was_saved(qtbot, desk, chosen) -> None:
    assert not desk.isWindowModified()
    note(desk)
    assert desk.isWindowModified()
    desk.actions_by_name["undo"].trigger()
    assert not desk.isWindowModified()
    qtbot.keyClicks(desk.article.view, "x")
    assert desk.isWindowModified()
    desk.article.view.undo()
    assert not desk.documents.is_modified
    desk.session.correct_title("Another")
    assert desk.isWindowModified()


def test_a_given_date_stays_given_and_an_inferred_one_is_found_anew(desk, done, chosen) -> None:
    path, _ = chosen
    assert desk.documents.save()
    assert read(path).published is None
    assert read(path).report.article.published.basis is Basis.INFERRED


def test_closing_asks_and_can_be_called_off(qtbot, desk, unsaved) -> None:
    note(desk)
    unsaved.button = QMessageBox.StandardButton.Cancel
    assert not desk.close()
    assert desk.isVisible()
    unsaved.button = QMessageBox.StandardButton.Discard
    assert desk.close()
    assert unsaved.asked == 2


def test_closing_can_save(desk, unsaved, chosen) -> None:
    path, _ = chosen
    note(desk)
    unsaved.button = QMessageBox.StandardButton.Save
    assert desk.close()
    assert [decision.change for decision in read(path).decisions] == [NOTE]
    assert kept() == []


def test_closing_what_is_not_changed_does_not_ask(desk, unsaved) -> None:
    assert desk.close()
    assert unsaved.asked == 0


def test_another_article_waits_until_decisions_are_saved_or_given_up(desk, unsaved) -> None:
    note(desk)
    unsaved.button = QMessageBox.StandardButton.Cancel
    desk.commands.load_text("He said: “One.”")
    assert "port stayed shut" in desk.article.view.text()
    unsaved.button = QMessageBox.StandardButton.Discard
    desk.commands.load_text("He said: “One.”")
    assert desk.article.view.text() == "He said: “One.”"


def test_what_cannot_be_saved_is_explained_and_stays_unsaved(desk, monkeypatch, tmp_path) -> None:
    nowhere = str(tmp_path / "missing" / "x.qcheck")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (nowhere, ""))
    note(desk)
    assert not desk.documents.save()
    assert "missing" in desk.banner.label.text()
    assert desk.isWindowModified()


def test_a_damaged_file_is_explained(desk, done, tmp_path) -> None:
    path = tmp_path / "broken.qcheck"
    path.write_text(json.dumps({"schema": "quotecheck.document/1", "report": 3}), encoding="utf-8")
    desk.commands.open_file(path)
    done()
    assert "broken.qcheck is damaged" in desk.banner.label.text()


def test_the_last_files_are_at_hand(desk, done, chosen) -> None:
    path, _ = chosen
    assert desk.documents.save()
    assert Settings().recent == [path]
    menu = desk.actions_by_name.recent
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    desk.commands.begin_empty()
    action.trigger()
    done()
    assert "port stayed shut" in desk.article.view.text()


# After a crash


def test_unsaved_work_is_kept_and_forgotten_once_it_is_saved(qtbot, desk, chosen) -> None:
    note(desk)
    qtbot.waitUntil(lambda: len(kept()) == 1, timeout=15000)
    assert leftovers() == []
    assert desk.documents.save()
    qtbot.waitUntil(lambda: kept() == [])


def test_work_of_a_window_that_died_is_offered_and_brought_back(qtbot, desk, done) -> None:
    note(desk)
    document = desk.documents.document()
    dead = Autosave()
    dead.keep(document)
    qtbot.waitUntil(dead.path.exists, timeout=15000)
    dead._worker.stop()
    dead._lock.unlock()
    desk.session.load(Opened(""))
    desk.commands.begin(None)
    qtbot.waitUntil(lambda: "was not saved" in desk.banner.label.text(), timeout=15000)
    assert desk.banner.label.text().startswith(f"“{document.title}” (")
    qtbot.mouseClick(desk.banner.button, Qt.MouseButton.LeftButton)
    done()
    assert [decision.change for decision in desk.session.log.decisions] == [NOTE]
    assert desk.isWindowModified()
    assert leftovers() == []
    assert dead.path.exists()
    desk.close()
    assert not dead.path.exists()


def test_a_leftover_that_is_damaged_is_explained(qtbot, desk, done) -> None:
    folder = data_folder() / "unsaved"
    folder.mkdir(parents=True)
    (folder / "x.qcheck").write_text("{", encoding="utf-8")
    desk.documents.offer_leftovers()
    qtbot.waitUntil(lambda: "was not saved" in desk.banner.label.text(), timeout=15000)
    qtbot.mouseClick(desk.banner.button, Qt.MouseButton.LeftButton)
    done()
    assert "damaged" in desk.banner.label.text()


def test_a_new_window_offers_what_is_left_when_there_is_more(qtbot, desk, done) -> None:
    note(desk)
    document = desk.documents.document()
    folder = data_folder() / "unsaved"
    folder.mkdir(parents=True)
    for name in ("x", "y"):
        (folder / f"{name}.qcheck").write_bytes(to_bytes(document))
    desk.session.load(Opened(""))
    desk.commands.show_empty()
    qtbot.waitUntil(lambda: "a new window offers it" in desk.banner.label.text(), timeout=15000)
    qtbot.mouseClick(desk.banner.button, Qt.MouseButton.LeftButton)
    done()
    assert len(leftovers()) == 1

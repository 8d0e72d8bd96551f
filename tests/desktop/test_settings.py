"""What is remembered from one start to the next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QFileDialog

from quotecheck.archive import Archive
from quotecheck.decisions import Standing
from quotecheck.desktop.archive.choice import NO_ARCHIVE, OWN_ARCHIVE, ArchiveChoice
from quotecheck.desktop.author import author
from quotecheck.desktop.findings.quotation_model import wants_decision
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.settings_dialog import SettingsDialog
from quotecheck.model import Verdict, Wording
from quotecheck.reporting.palette import Theme


def test_at_first_everything_is_as_usual() -> None:
    settings = Settings()
    assert (settings.theme, settings.points, settings.archive) == (None, 0.0, OWN_ARCHIVE)
    assert not settings.is_hint_dismissed
    assert settings.layout("window") is None


def test_tests_write_into_their_own_folder(tmp_path) -> None:
    Settings().dismiss_hint()
    QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "QuoteCheck", "QuoteCheck").sync()
    assert list((tmp_path / "settings").rglob("QuoteCheck*"))


@pytest.mark.parametrize("choice", [NO_ARCHIVE, OWN_ARCHIVE, ArchiveChoice(Path("/somewhere/an archive.db"))])
def test_the_archive_is_remembered(choice: ArchiveChoice) -> None:
    Settings().archive = choice
    assert Settings().archive == choice


def test_theme_size_and_layout_are_remembered() -> None:
    settings = Settings()
    settings.theme, settings.points = Theme.DARK, 14.5
    settings.keep_layout("window", QByteArray(b"\x01\x02"))
    assert (Settings().theme, Settings().points) == (Theme.DARK, 14.5)
    assert Settings().layout("window") == QByteArray(b"\x01\x02")


def test_what_cannot_be_read_is_as_if_it_were_not_there() -> None:
    store = QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "QuoteCheck", "QuoteCheck")
    for key in ("appearance/theme", "appearance/points", "layout/window"):
        store.setValue(key, "nonsense")
    settings = Settings()
    assert (settings.theme, settings.points, settings.layout("window")) == (None, 0.0, None)


# The dialog


def test_settings_are_in_force_at_once_and_remembered(qtbot, desk) -> None:
    desk.actions_by_name["settings"].trigger()
    dialog = desk.preferences.dialog
    dialog.theme.setCurrentIndex(dialog.theme.findData(Theme.DARK.value))
    dialog.points.setValue(20)
    qtbot.keyClicks(dialog.name, "Jo Lind")
    qtbot.keyClicks(dialog.desk, "Science")
    dialog.automatic.setChecked(False)
    dialog.paper.setCurrentIndex(1)
    assert desk.appearance.theme is Theme.DARK
    assert desk.article.view.document().defaultFont().pointSizeF() == 20
    assert author() == "Jo Lind (Science)"
    assert not desk.session.is_automatic
    assert Settings().paper == "us-letter"
    dialog.theme.setCurrentIndex(0)
    dialog.reject()
    assert Settings().theme is None


def test_without_automatic_checking_an_edit_waits_for_f5(qtbot, desk) -> None:
    settings = Settings()
    settings.checks_by_itself = False
    desk.preferences.apply()
    qtbot.keyClicks(desk.article.view, "Hm. ")
    assert not desk.session.is_working
    assert "F5" in desk.status.checked.text()
    qtbot.keyClick(desk.article.view, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not desk.session.is_working)
    assert desk.session.report.article.text.startswith("Hm. ")


def test_minor_differences_can_want_a_decision(report) -> None:
    minor = replace(report.findings[0], verdict=Verdict(Wording.MINOR, "Spelling."))
    assert not wants_decision(minor, Standing())
    assert wants_decision(minor, Standing(), asks_minor=True)
    assert not wants_decision(minor, Standing(is_settled=True), asks_minor=True)


@pytest.fixture
def archives(desk):
    desk.actions_by_name["settings"].trigger()
    yield desk.preferences.dialog.archives
    desk.preferences.dialog.reject()


def lines(archives) -> list[str]:
    return [archives.rows.item(row).text() for row in range(archives.rows.count())]


def test_an_archive_is_added_searched_along_and_forgotten(qtbot, monkeypatch, tmp_path, archives) -> None:
    path = made(tmp_path / "minutes.db")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(archives.add, Qt.MouseButton.LeftButton)
    assert lines(archives) == ["Own archive · checked against", "minutes"]
    assert Settings().shelf == [path]
    archives.rows.setCurrentRow(1)
    qtbot.keyClick(archives.rows, Qt.Key.Key_Space)
    assert (Settings().shelf, Settings().known) == ([], [path])
    qtbot.mouseClick(archives.forget, Qt.MouseButton.LeftButton)
    assert (lines(archives), Settings().known) == (["Own archive · checked against"], [])
    assert path.exists()
    assert not archives.forget.isEnabled()


def test_a_new_archive_is_checked_against_and_the_old_one_can_be_chosen_again(
    qtbot, monkeypatch, tmp_path, desk, archives
) -> None:
    path = tmp_path / "minutes.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(archives.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.session.archive == ArchiveChoice(path), timeout=10_000)
    assert lines(archives) == ["Own archive", "minutes · checked against"]
    archives.rows.setCurrentRow(0)
    qtbot.mouseClick(archives.choose, Qt.MouseButton.LeftButton)
    assert (desk.session.archive, Settings().archive) == (OWN_ARCHIVE, OWN_ARCHIVE)
    assert lines(archives) == ["Own archive · checked against", "minutes"]
    qtbot.waitUntil(lambda: not desk.session.is_working)


def test_an_archive_whose_file_is_gone_can_only_be_forgotten(desk, tmp_path) -> None:
    Settings().known = [tmp_path / "minutes.db"]
    desk.preferences.open_dialog()
    archives = desk.preferences.dialog.archives
    archives.rows.setCurrentRow(1)
    assert lines(archives)[1] == "minutes · the file is not there"
    assert (archives.choose.isEnabled(), archives.forget.isEnabled()) == (False, True)
    desk.preferences.dialog.reject()


def test_an_open_archive_window_follows_the_list(desk, tmp_path) -> None:
    Settings().known = [made(tmp_path / "minutes.db")]
    desk.commands.archives.browse()
    opened = desk.commands.archives.archive
    desk.preferences.open_dialog()
    archives = desk.preferences.dialog.archives
    archives.rows.item(1).setCheckState(Qt.CheckState.Checked)
    assert opened.shelf.paths[1:] == Settings().known
    desk.preferences.dialog.reject()
    opened.close()


def made(path: Path) -> Path:
    Archive.open(path, create=True).close()
    return path


def test_every_field_of_the_settings_has_a_name(qtbot, desk) -> None:
    dialog = SettingsDialog(Settings(), desk.commands.archives.shelf)
    qtbot.addWidget(dialog)
    for field in (dialog.theme, dialog.points, dialog.name, dialog.desk, dialog.archives.rows, dialog.paper):
        assert field.accessibleName()

"""What is remembered from one start to the next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt

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


def test_every_field_of_the_settings_has_a_name(qtbot) -> None:
    dialog = SettingsDialog(Settings(), "Harbour archive")
    qtbot.addWidget(dialog)
    for field in (dialog.theme, dialog.points, dialog.name, dialog.desk, dialog.archive, dialog.paper):
        assert field.accessibleName()

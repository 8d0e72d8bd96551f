"""What is remembered from one start to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from quotecheck.desktop.jobs import NO_ARCHIVE, OWN_ARCHIVE, ArchiveChoice
from quotecheck.desktop.settings import Settings
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

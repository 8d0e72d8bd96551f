"""How the window looks and works: the theme, the size of the text, and all that the settings hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quotecheck.desktop.archive.choice import archive_at
from quotecheck.reporting.palette import Theme

if TYPE_CHECKING:
    from quotecheck.desktop.main_window import MainWindow
    from quotecheck.desktop.settings_dialog import SettingsDialog

__all__ = ["Preferences"]

_SMALLEST, _LARGEST = 7.0, 40.0
"""Points of the article's text."""

_USUAL = 1.35
"""The article's text against the interface's font."""


class Preferences(QObject):
    """Carries out what the user wants to see otherwise, and remembers it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings
        self.dialog: SettingsDialog | None = None
        actions = window.actions_by_name
        does = {
            "larger": lambda: self._zoom(1.0),
            "smaller": lambda: self._zoom(-1.0),
            "usual": lambda: self._set_points(0.0),
            "settings": self.open_dialog,
            "beside": self._set_beside,
            "theme_system": lambda: self._wear(None),
            "theme_light": lambda: self._wear(Theme.LIGHT),
            "theme_dark": lambda: self._wear(Theme.DARK),
        }
        for name, do in does.items():
            actions[name].triggered.connect(lambda _checked=False, do=do: do())
        actions[f"theme_{window.appearance.choice or 'system'}"].setChecked(True)
        self.apply()

    def open_dialog(self) -> None:
        """Let the settings be changed; every change is in force at once."""
        from quotecheck.desktop.settings_dialog import SettingsDialog

        commands = self._window.commands
        dialog = SettingsDialog(self._settings, commands.archives.shelf, self._window)
        dialog.archives.show_choice(self._window.session.archive)
        dialog.changed.connect(self._follow)
        dialog.archives.archive_chosen.connect(lambda path: commands.use_archive(archive_at(path)))
        dialog.archives.archive_wanted.connect(commands.make_archive)
        commands.archive_used.connect(dialog.archives.show_choice)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def apply(self) -> None:
        """Let the window look and work as the settings say."""
        window, settings = self._window, self._settings
        self._show_points(settings.points)
        window.actions_by_name["beside"].setChecked(settings.is_beside)
        window.findings.detail.texts.set_beside(settings.is_beside)
        window.findings.list.filter.ask_minor(settings.asks_about_minor)
        window.session.is_automatic = settings.checks_by_itself
        window.show_again()

    def _follow(self) -> None:
        if self._window.appearance.choice != self._settings.theme:
            self._wear(self._settings.theme)
        self.apply()
        self._window.settings_changed.emit()

    def _zoom(self, by: float) -> None:
        points = self._window.article.view.document().defaultFont().pointSizeF() + by
        self._set_points(min(max(points, _SMALLEST), _LARGEST))

    def _set_points(self, points: float) -> None:
        self._settings.points = points
        self._show_points(points)

    def _show_points(self, points: float) -> None:
        self._window.article.view.set_points(points or self._window.font().pointSizeF() * _USUAL)

    def _set_beside(self) -> None:
        self._settings.is_beside = self._window.actions_by_name["beside"].isChecked()
        self._window.findings.detail.texts.set_beside(self._settings.is_beside)

    def _wear(self, theme: Theme | None) -> None:
        self._settings.theme = theme
        self._window.actions_by_name[f"theme_{theme or 'system'}"].setChecked(True)
        self._window.appearance.choose(theme)

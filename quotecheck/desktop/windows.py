"""All windows of the application: each is a desk of its own, with its own article and archive."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer

from quotecheck.desktop.archive.opening import open_archives
from quotecheck.desktop.main_window import MainWindow
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.theme import Appearance

__all__ = ["Windows"]

_STEP = QPoint(28, 28)


class Windows(QObject):
    """Opens windows and forgets those that were closed."""

    def __init__(self, appearance: Appearance, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._settings = appearance, settings
        self.windows: list[MainWindow] = []

    def open(self, *, beside: MainWindow | None = None) -> MainWindow:
        """Open a window, a little aside from the one that it was asked for in."""
        window = MainWindow(self._appearance, self._settings)
        self.windows.append(window)
        window.window_wanted.connect(lambda path: self._open_beside(window, path))
        window.quit_wanted.connect(self.quit)
        window.settings_changed.connect(self._apply)
        window.closed.connect(lambda: self._forget(window))
        if beside is not None and not beside.isMaximized():
            window.move(beside.pos() + _STEP)
        window.show()
        return window

    @property
    def active(self) -> MainWindow | None:
        """The window that has the keyboard, else the one that was opened last."""
        focused = [window for window in self.windows if window.isActiveWindow()]
        return next(iter(focused or self.windows[::-1]), None)

    def quit(self) -> None:
        """Close every window, archives' too, once each has let go of its unsaved work; else none."""
        windows = [*self.windows, *open_archives()]
        for window in windows:
            window.raise_()
            window.activateWindow()
            if not window.may_close():
                return
        for window in windows:
            window.close_unasked()

    def _open_beside(self, window: MainWindow, path: Path | None) -> None:
        known = next((other for other in self.windows if path and other.documents.path == path), None)
        if known is not None:
            known.raise_()
            known.activateWindow()
            return
        other = self.open(beside=window)
        if path is None:
            QTimer.singleShot(0, other, other.commands.show_empty)
        else:
            QTimer.singleShot(0, other, lambda: other.commands.open_file(path))

    def _apply(self) -> None:
        for window in self.windows:
            window.preferences.apply()

    def _forget(self, window: MainWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
            window.deleteLater()

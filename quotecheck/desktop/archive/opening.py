"""How the desk comes to the archive's own window, to the import assistant and to bundles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from quotecheck.archive import starter_path
from quotecheck.desktop.archive.choice import path_of
from quotecheck.desktop.archive.shelf import ArchiveShelf
from quotecheck.desktop.sharing.taking_in import TakingIn

if TYPE_CHECKING:
    from quotecheck.desktop.archive.import_assistant import ImportAssistant
    from quotecheck.desktop.archive.window import ArchiveWindow
    from quotecheck.desktop.main_window import MainWindow

__all__ = ["ArchiveOpening", "open_archives"]

_open: set[ArchiveWindow] = set()
"""The archive windows that are open; each outlives the desk that it was opened from."""


def open_archives() -> list[ArchiveWindow]:
    """Return the archive windows that are open."""
    return list(_open)


class ArchiveOpening(QObject):
    """Opens the window of the archive that the desk checks against; what changes there is checked again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.archive: ArchiveWindow | None = None
        self.assistant: ImportAssistant | None = None
        self.taking_in = TakingIn(window, lambda: self._path)
        self.taking_in.changed.connect(self._check_again)
        self.taking_in.crashed.connect(window.show_crash)

    @property
    def _path(self) -> Path:
        return path_of(self._window.session.archive)

    @property
    def _along(self) -> list[Path]:
        return [path for path in self._window.settings.shelf if path != self._path and path.exists()]

    @property
    def _known(self) -> list[Path]:
        return [starter_path(), *self._window.settings.known, *self._window.settings.shelf]

    def shelf(self, owner: QWidget) -> ArchiveShelf:
        """Return the archives that are known, to be changed; an open archive window follows."""
        settings = self._window.settings
        shelf = ArchiveShelf(self._path, self._along, owner)
        shelf.list_also(self._known)
        shelf.changed.connect(lambda: shelf.keep(settings))
        if self.archive in _open:
            shelf.changed.connect(lambda: self._follow(shelf))
        return shelf

    def _follow(self, shelf: ArchiveShelf) -> None:
        if self.archive in _open:
            self.archive.shelf.follow(shelf)

    def browse(self) -> None:
        """Show the archive's own window."""
        from quotecheck.desktop.archive.window import ArchiveWindow

        if self.archive not in _open:
            opened = self.archive = ArchiveWindow(self._window.settings, self._path, self._along)
            opened.shelf.list_also(self._known)
            opened.archive_changed.connect(self._check_again)
            opened.closed.connect(lambda: _open.discard(opened))
            _open.add(opened)
        self.archive.show()
        self.archive.raise_()
        self.archive.activateWindow()

    def bring_in(self, file: Path) -> None:
        """Show how a file of quotes is understood, before it is imported."""
        from quotecheck.desktop.archive.import_assistant import ImportAssistant

        dialog = self.assistant = ImportAssistant(file, self._path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.imported.connect(self._check_again)
        dialog.crashed.connect(self._window.show_crash)
        dialog.open()

    def _check_again(self) -> None:
        if self._window.isVisible():
            self._window.session.analyse_now()

"""Which archives the window shows: one that is changed, and any that are searched with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QWidget, QWidgetAction

from quotecheck.archive import starter_path
from quotecheck.desktop import phrases

if TYPE_CHECKING:
    from quotecheck.desktop.settings import Settings

__all__ = ["ArchiveShelf"]


class ArchiveShelf(QObject):
    """Holds the archives by path; ``menu`` lets a person choose among them."""

    changed = Signal()
    backup_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, active: Path, others: list[Path], owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.active = active
        self.listed = list(dict.fromkeys([active, *others]))
        self.searched = list(self.listed)
        self.menu = QMenu(owner)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)
        self._fill()

    @property
    def paths(self) -> list[Path]:
        """The archives that are searched, the active one first."""
        return [self.active, *(path for path in self.searched if path != self.active)]

    def name(self, path: Path) -> str:
        """Return what an archive is called."""
        return phrases.archive_name(path.stem, is_own=path == starter_path())

    def add(self, path: Path) -> None:
        """Search another archive, too."""
        if path not in self.listed:
            self.listed.append(path)
        if path not in self.searched:
            self.searched.append(path)
        self.changed.emit()

    def activate(self, path: Path) -> None:
        """Make changes in this archive from now on."""
        self.active = path
        self.add(path)

    def search_in(self, path: Path, is_wanted: bool) -> None:
        """Search an archive with the others, or no longer."""
        if is_wanted:
            self.add(path)
        elif path in self.searched:
            self.searched.remove(path)
            self.changed.emit()

    def list_also(self, known: Iterable[Path]) -> None:
        """List archives that are not searched until they are wanted."""
        self.listed = list(dict.fromkeys([*self.listed, *known]))
        self._fill()

    def follow(self, other: ArchiveShelf) -> None:
        """List and search what another shelf does; what is changed here stays the same archive."""
        searched = [path for path in other.paths if path != self.active]
        is_like = searched == self.paths[1:]
        self.listed = list(dict.fromkeys([self.active, *other.listed]))
        self.searched = [self.active, *searched]
        if not is_like:
            self.changed.emit()

    def keep(self, settings: Settings) -> None:
        """Remember the archives for the next time."""
        settings.shelf = [path for path in self.searched if path != self.active]
        settings.known = [path for path in self.listed if path != starter_path()]

    def forget(self, path: Path) -> None:
        """List an archive no longer, its file stays; the active one is never forgotten."""
        if path != self.active and path in self.listed:
            self.listed.remove(path)
            self.searched = [each for each in self.searched if each != path]
            self.changed.emit()

    def _fill(self) -> None:
        self.menu.clear()
        self._add_heading(self.tr("Changes go to"))
        group = QActionGroup(self.menu)
        for path in self.listed:
            action = self.menu.addAction(self.name(path))
            action.setToolTip(str(path))
            action.setCheckable(True)
            action.setChecked(path == self.active)
            action.triggered.connect(lambda _checked=False, path=path: self.activate(path))
            group.addAction(action)
        self.menu.addSeparator()
        self._add_heading(self.tr("Search also in"))
        for path in self.listed:
            if path != self.active:
                action = self.menu.addAction(self.name(path))
                action.setToolTip(str(path))
                action.setCheckable(True)
                action.setChecked(path in self.searched)
                action.toggled.connect(lambda on, path=path: self.search_in(path, on))
        self.menu.addAction(self.tr("Another archive…"), self.ask_other)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Back up…"), self.backup_wanted)
        self.menu.addAction(self.tr("Restore a backup…"), self.restore_wanted)

    def _add_heading(self, words: str) -> None:
        """Say what the entries below are about; with a style sheet Qt shows only a line for a section."""
        label = QLabel(words)
        label.setObjectName("menuHeading")
        heading = QWidgetAction(self.menu)
        heading.setDefaultWidget(label)
        heading.setEnabled(False)
        self.menu.addAction(heading)

    def ask_other(self) -> None:
        """Ask for an archive's file, and search it with the others."""
        kinds = self.tr("Archives (*.db *.sqlite *.sqlite3);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._owner, self.tr("Search in another archive"), "", kinds)
        if name:
            self.add(Path(name))

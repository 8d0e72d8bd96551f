"""The archives that are known, as a list: which one is checked against, and which are searched with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from quotecheck.archive import starter_path
from quotecheck.desktop.archive.choice import ArchiveChoice, path_of
from quotecheck.desktop.archive.shelf import ArchiveShelf
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.flow_layout import FlowLayout

__all__ = ["ShelfList"]

_LINES = 5


class ShelfList(QWidget):
    """Shows a shelf and changes it; checking against an archive and making one is left to whoever listens."""

    archive_chosen = Signal(Path)
    archive_wanted = Signal(Path)

    def __init__(self, shelf: ArchiveShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._is_used = True
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Known archives"))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setFixedHeight(_LINES * (self.fontMetrics().height() + 2 * STEP))
        self.rows.itemChanged.connect(self._take_tick)
        self.rows.currentRowChanged.connect(self._show_possible)
        self.rows.itemActivated.connect(self._choose)
        self.choose = _button(self.tr("Check against it"), self._choose)
        self.add = _button(self.tr("Add…"), shelf.ask_other)
        self.make = _button(self.tr("New…"), self._ask_new)
        self.forget = _button(self.tr("Forget"), lambda: shelf.forget(self._path))
        self.forget.setToolTip(self.tr("List it no longer; the file stays"))
        buttons = FlowLayout()
        for button in (self.choose, self.add, self.make, self.forget):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.rows)
        column.addLayout(buttons)
        shelf.changed.connect(self._show)
        self._show()

    def show_choice(self, choice: ArchiveChoice) -> None:
        """Show which archive is checked against now, if any."""
        self._is_used = choice.is_wanted
        path = path_of(choice)
        if choice.is_wanted and path != self._shelf.active:
            self._shelf.activate(path)
        else:
            self._show()

    def _show(self) -> None:
        listed = self._shelf.listed
        # A row stays the item that it is: this may follow from the tick of one.
        with QSignalBlocker(self.rows):
            while self.rows.count() > len(listed):
                self.rows.takeItem(self.rows.count() - 1)
            while self.rows.count() < len(listed):
                self.rows.addItem(QListWidgetItem())
            for row, path in enumerate(listed):
                self._show_archive(self.rows.item(row), path)
            self.rows.setCurrentRow(max(self.rows.currentRow(), 0))
        self._show_possible()

    def _show_archive(self, item: QListWidgetItem, path: Path) -> None:
        is_used = path == self._shelf.active and self._is_used
        words = "{name}"
        if not _is_there(path):
            words = self.tr("{name} · the file is not there")
        elif is_used:
            words = self.tr("{name} · checked against")
        item.setText(words.format(name=self._shelf.name(path)))
        item.setData(Qt.ItemDataRole.UserRole, path)
        item.setToolTip(str(path))
        is_searched = path in self._shelf.paths
        item.setCheckState(Qt.CheckState.Checked if is_searched else Qt.CheckState.Unchecked)
        # The active archive is always searched, what is not there never.
        is_fixed = path == self._shelf.active or not _is_there(path)
        tickable = Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(item.flags() & ~tickable if is_fixed else item.flags() | tickable)
        font = self.font()
        font.setBold(is_used)
        item.setFont(font)

    @property
    def _path(self) -> Path:
        return self.rows.currentItem().data(Qt.ItemDataRole.UserRole)

    def _take_tick(self, item: QListWidgetItem) -> None:
        path = item.data(Qt.ItemDataRole.UserRole)
        self._shelf.search_in(path, item.checkState() is Qt.CheckState.Checked)

    def _show_possible(self) -> None:
        is_active = self._path == self._shelf.active
        self.choose.setEnabled(_is_there(self._path) and not (is_active and self._is_used))
        self.forget.setEnabled(not is_active and self._path != starter_path())

    def _choose(self) -> None:
        if self.choose.isEnabled():
            self.archive_chosen.emit(self._path)

    def _ask_new(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Make an archive"), "archive.db", self.tr("Archives (*.db)")
        )
        if name:
            self.archive_wanted.emit(Path(name))


def _is_there(path: Path) -> bool:
    # One's own archive is made when it is first needed.
    return path.exists() or path == starter_path()


def _button(text: str, on_click) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(on_click)
    return button

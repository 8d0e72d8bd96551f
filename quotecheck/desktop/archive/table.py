"""The list of archived quotes, and what stands in its place when there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedLayout, QTableView, QWidget

from quotecheck.desktop.archive.delegate import ArchiveDelegate, row_height
from quotecheck.desktop.archive.model import ArchiveModel
from quotecheck.desktop.widgets.empty_state import EmptyState

__all__ = ["ArchiveTable"]

_STEPS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


class _Rows(QTableView):
    """A list in which J and K go down and up. (A list view would lay out a million rows one by one.)"""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _STEPS.get(event.key())
        if key and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(row_height(self.font()))


class ArchiveTable(QWidget):
    """Shows the quotes of the model; says which one is the current one."""

    row_chosen = Signal(int)
    filters_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotations")
        self.model = ArchiveModel(self)
        self.rows = rows = _Rows()
        rows.setObjectName("quotations")
        rows.setAccessibleName(self.tr("Archived quotes"))
        rows.setModel(self.model)
        rows.setItemDelegate(ArchiveDelegate(rows))
        rows.setMouseTracking(True)
        rows.setShowGrid(False)
        rows.setTabKeyNavigation(False)
        rows.setWordWrap(False)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.horizontalHeader().hide()
        rows.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows.verticalHeader().hide()
        rows.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.verticalHeader().setDefaultSectionSize(row_height(rows.font()))
        rows.selectionModel().currentChanged.connect(self._report)
        self.empty = EmptyState()
        self.empty.acted.connect(self.filters_cleared)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(rows)
        self._layers.addWidget(self.empty)

    def show_keys(self, keys, archives: tuple[str, ...]) -> None:
        """Show these quotes; the one that was current stays so where it is among them."""
        current = self.model.key(self.rows.currentIndex().row())
        with QSignalBlocker(self):
            self.model.show_keys(keys, archives)
            place = self.place_of(current)
            if place is not None:
                self.rows.setCurrentIndex(self.model.index(place))
        self._layers.setCurrentWidget(self.rows if len(keys) else self.empty)
        if current is not None and place is None:
            self.row_chosen.emit(-1)

    def place_of(self, key: int | None) -> int | None:
        """Return the row of a quote, None where it is not shown."""
        if key is None:
            return None
        found = (self.model.keys == key).nonzero()[0] if len(self.model.keys) else ()
        return int(found[0]) if len(found) else None

    def choose(self, key: int) -> None:
        """Make a quote the current one, if it is shown."""
        place = self.place_of(key)
        if place is not None:
            self.rows.setCurrentIndex(self.model.index(place))
            self.rows.scrollTo(self.model.index(place))

    def explain(self, *, is_narrowed: bool) -> None:
        """Say why there is nothing to list: because of what is searched for, or because there is nothing."""
        if is_narrowed:
            self.empty.say(
                self.tr("No quote matches"),
                self.tr("Search for fewer words, or take a filter away."),
                self.tr("Show all"),
            )
        else:
            self.empty.say(
                self.tr("This archive is empty"), self.tr("Import quotes from a file, or add one by hand.")
            )

    def _report(self, current: QModelIndex) -> None:
        if current.isValid():
            # Whoever comes in by Tab makes a row the current one without selecting it.
            flags = QItemSelectionModel.SelectionFlag
            self.rows.selectionModel().select(current, flags.ClearAndSelect | flags.Rows)
            self.row_chosen.emit(current.row())

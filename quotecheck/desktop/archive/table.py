"""The list of archived quotes, and what stands in its place when there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from quotecheck.desktop.archive.delegate import ArchiveDelegate
from quotecheck.desktop.archive.model import ArchiveModel
from quotecheck.desktop.widgets.empty_state import EmptyState
from quotecheck.desktop.widgets.row_view import RowView

__all__ = ["ArchiveTable"]


class ArchiveTable(QWidget):
    """Shows the quotes of the model; says which one is the current one."""

    row_chosen = Signal(int)
    filters_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotations")
        self.model = ArchiveModel(self)
        self.rows = rows = RowView(self.model, self.tr("Archived quotes"))
        rows.setObjectName("quotations")
        rows.setItemDelegate(ArchiveDelegate(rows))
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
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
                self.rows.go_to(place)
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
            self.rows.go_to(place)

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
            if not self.rows.selectionModel().hasSelection():
                flags = QItemSelectionModel.SelectionFlag
                self.rows.selectionModel().select(current, flags.Select | flags.Rows)
            self.row_chosen.emit(current.row())

"""The first rows of a file as they will be imported, each with what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from quotecheck.desktop.theme import colour, theme_now

if TYPE_CHECKING:
    from quotecheck.archive.records import NumberedRow

__all__ = ["FIELDS", "ImportModel", "field_words"]

Index = QModelIndex | QPersistentModelIndex

FIELDS = (
    "text", "speaker", "speaker_role", "date", "source_title", "source_url", "publisher", "occasion",
    "context", "status", "tags", "language", "id",
)  # fmt: skip
"""What a column can be, in the order in which it is shown."""

translate = QCoreApplication.translate
# By this very name, for it is what the tool that collects the texts to be translated looks for.

_NO_PARENT = QModelIndex()
_LONGEST = 300


def field_words(field: str) -> str:
    """Return what a field is called."""
    return {
        "text": translate("import", "Words"),
        "speaker": translate("import", "Speaker"),
        "speaker_role": translate("import", "Role"),
        "date": translate("import", "Said on"),
        "source_title": translate("import", "Source"),
        "source_url": translate("import", "Link"),
        "publisher": translate("import", "Publisher"),
        "occasion": translate("import", "Occasion"),
        "context": translate("import", "Context"),
        "status": translate("import", "Status"),
        "tags": translate("import", "Tags"),
        "language": translate("import", "Language"),
        "id": translate("import", "Number"),
    }[field]


class ImportModel(QAbstractTableModel):
    """A row for each row of the file; the first column says whether it can be imported."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[NumberedRow] = ()
        self._mapping: dict[str, str] = {}
        self._fields: list[str] = []
        self._problems: list[str] | None = None

    def show_rows(self, rows: Sequence[NumberedRow], mapping: Mapping[str, str]) -> None:
        """Show rows under a mapping; whether they can be imported is said with :meth:`show_problems`."""
        self.beginResetModel()
        self._rows, self._mapping, self._problems = rows, dict(mapping), None
        self._fields = [field for field in FIELDS if field in mapping]
        self.endResetModel()

    def show_problems(self, problems: list[str]) -> None:
        """Show what is wrong with each row."""
        self._problems = problems
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._fields) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._rows[section].line) if section < len(self._rows) else None
        return self.tr("Check") if section == 0 else field_words(self._fields[section - 1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() == 0:
            return self._check(index.row(), role)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        value = (row.fields or {}).get(self._mapping[self._fields[index.column() - 1]])
        return "" if value is None else " ".join(str(value).split())[:_LONGEST]

    def _check(self, row: int, role: int) -> object:
        problem = self._problems[row] if self._problems is not None and row < len(self._problems) else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour("archived" if problem else "printed", theme_now())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if problem is None:
            return "…"
        return f"✕ {problem}" if problem else self.tr("✓ fine")

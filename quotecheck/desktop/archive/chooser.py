"""The dialog in which the archive is chosen, made, or filled with quotes from a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from quotecheck.desktop import phrases
from quotecheck.desktop.archive.choice import NO_ARCHIVE, OWN_ARCHIVE, ArchiveChoice
from quotecheck.desktop.theme import STEP, serif
from quotecheck.model import ArchiveIdentity

__all__ = ["ArchiveChooser"]


class ArchiveChooser(QDialog):
    """Shows which archive is in use and says what the user wants instead; it opens nothing itself."""

    archive_chosen = Signal(ArchiveChoice)
    archive_wanted = Signal(Path)
    import_wanted = Signal(Path)
    browsing_wanted = Signal()

    def __init__(
        self, choice: ArchiveChoice, identity: ArchiveIdentity | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Archive"))
        self.setMinimumWidth(460)
        self._choice = choice
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        self._column.setSpacing(2 * STEP)
        self._add_present(identity)
        self._add_ways()

    def _add_present(self, identity: ArchiveIdentity | None) -> None:
        called = identity and phrases.archive_name(identity.name, is_own=self._choice == OWN_ARCHIVE)
        name = QLabel(called or self.tr("No archive"))
        name.setFont(serif(self.font().pointSizeF() * 1.4))
        name.setWordWrap(True)
        self._column.addWidget(name)
        parts = []
        if identity:
            parts.append(self.tr("%Ln quotes", "", identity.quotes))
        if self._choice.path:
            parts.append(str(self._choice.path))
        facts = QLabel(" · ".join(parts) or self.tr("Quotations are found, but not checked."))
        facts.setObjectName("muted")
        facts.setWordWrap(True)
        self._column.addWidget(facts)
        self._column.addSpacing(3 * STEP)

    def _add_ways(self) -> None:
        self.browse = self._way(
            self.tr("Browse…"), self.tr("search, correct and share its quotes"), self._browse
        )
        self.browse.setEnabled(self._choice.is_wanted)
        self.bring_in = self._way(
            self.tr("Import quotes…"), self.tr("from a CSV, Excel or JSON file"), self._ask_import
        )
        self.bring_in.setEnabled(self._choice.is_wanted)
        self.other = self._way(self.tr("Open another…"), self.tr("an archive file"), self._ask_other)
        self.make = self._way(self.tr("New archive…"), self.tr("empty, in a file of its own"), self._ask_new)
        self.own = self._way(
            self.tr("Use my own"),
            self.tr("the archive that came with the starter quotes"),
            lambda: self._choose(OWN_ARCHIVE),
        )
        self.none = self._way(
            self.tr("Use none"), self.tr("only find speakers and dates"), lambda: self._choose(NO_ARCHIVE)
        )
        self.own.setEnabled(self._choice != OWN_ARCHIVE)
        self.none.setEnabled(self._choice != NO_ARCHIVE)
        self._column.addSpacing(2 * STEP)
        row = QHBoxLayout()
        row.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self._column.addLayout(row)

    def _way(self, text: str, explanation: str, on_click) -> QPushButton:
        row = QHBoxLayout()
        row.setSpacing(3 * STEP)
        button = QPushButton(text)
        button.setMinimumWidth(160)
        button.setAccessibleDescription(explanation)
        button.setAutoDefault(False)
        button.clicked.connect(on_click)
        label = QLabel(explanation)
        label.setObjectName("muted")
        row.addWidget(button)
        row.addWidget(label, 1)
        self._column.addLayout(row)
        return button

    def _browse(self) -> None:
        self.browsing_wanted.emit()
        self.accept()

    def _choose(self, choice: ArchiveChoice) -> None:
        self.archive_chosen.emit(choice)
        self.accept()

    def _ask_other(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open an archive"), "", self.tr("Archives (*.db *.sqlite *.sqlite3);;All files (*)")
        )
        if name:
            self._choose(ArchiveChoice(Path(name)))

    def _ask_new(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Make an archive"), "archive.db", self.tr("Archives (*.db)")
        )
        if name:
            self.archive_wanted.emit(Path(name))
            self.accept()

    def _ask_import(self) -> None:
        kinds = self.tr("Quotes (*.csv *.tsv *.xlsx *.json *.jsonl *.gz);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import quotes"), "", kinds)
        if name:
            self.import_wanted.emit(Path(name))
            self.accept()

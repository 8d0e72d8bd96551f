"""The form in which a speaker is corrected: names, offices with their dates, notes; and two are merged."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from quotecheck.archive import SpeakerRole
from quotecheck.archive.entries import SpeakerEntry
from quotecheck.desktop.archive.form import ArchiveForm
from quotecheck.model import SpeakerType

__all__ = ["SpeakerForm"]

_SPARE_ROWS = 2


def _day(text: str) -> date | None:
    """Read an ISO day, or the first of a year; None for nothing. Raises ValueError."""
    text = text.strip()
    if not text:
        return None
    return date(int(text), 1, 1) if len(text) == 4 else date.fromisoformat(text)


class SpeakerForm(ArchiveForm):
    """Shows one speaker."""

    merge_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: SpeakerEntry | None = None
        self._is_loading = False
        self.name = QLineEdit()
        self.kind = QComboBox()
        kinds = {
            SpeakerType.PERSON: self.tr("person"),
            SpeakerType.ORGANISATION: self.tr("organisation"),
            SpeakerType.UNNAMED: self.tr("unnamed"),
        }
        for kind, words in kinds.items():
            self.kind.addItem(words, kind)
        self.aliases, self.notes = self.text_field(2), self.text_field(2)
        self.aliases.setPlaceholderText(self.tr("one name a line"))
        self.roles = QTableWidget(0, 3)
        self.roles.setHorizontalHeaderLabels([self.tr("Role"), self.tr("From"), self.tr("Until")])
        header = self.roles.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        self.roles.verticalHeader().hide()
        self.roles.setTabKeyNavigation(False)
        header.setDefaultSectionSize(self.fontMetrics().horizontalAdvance("2021-12-08") + 16)
        self.roles.setFixedHeight(self.fontMetrics().lineSpacing() * 9)
        self.problem = QLabel()
        self.problem.setObjectName("caution")
        self.problem.setWordWrap(True)
        self.merge = QPushButton(self.tr("Merge with…"))
        self.merge.setToolTip(self.tr("Say that another speaker of the archive is the same"))
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self.add_row(self.tr("Name"), self.name)
        self.add_row(self.tr("Kind"), self.kind)
        self.add_row(self.tr("Also called"), self.aliases)
        self.add_row(self.tr("Roles"), self.roles)
        self.add_row(self.tr("Notes"), self.notes)
        self.buttons.addWidget(self.merge)
        self.close_form()
        self.column.insertWidget(1, self.problem)

    def _listen(self) -> None:
        for signal in (
            self.name.textEdited, self.aliases.textChanged, self.notes.textChanged,
            self.roles.cellChanged, self.kind.currentIndexChanged,
        ):  # fmt: skip
            signal.connect(self._show_ready)
        self.merge.clicked.connect(self.merge_wanted)

    def show_speaker(self, entry: SpeakerEntry | None) -> None:
        """Show a speaker; None disables the form."""
        self._entry, self._is_loading = entry, True
        self.widget().setEnabled(entry is not None)
        shown = entry or SpeakerEntry("")
        self.name.setText(shown.name)
        self.kind.setCurrentIndex(self.kind.findData(shown.kind))
        self.aliases.setPlainText("\n".join(shown.aliases))
        self.notes.setPlainText(shown.notes)
        self.roles.setRowCount(len(shown.roles) + _SPARE_ROWS)
        for row in range(self.roles.rowCount()):
            role = shown.roles[row] if row < len(shown.roles) else SpeakerRole("")
            for column, value in enumerate(role):
                self.roles.setItem(row, column, QTableWidgetItem(str(value or "")))
        self.why.clear()
        self._is_loading = False
        self._show_ready()

    def entry(self) -> SpeakerEntry:
        """Return what the fields say. Raises ValueError for a day that is none."""
        aliases = (" ".join(line.split()) for line in self.aliases.toPlainText().splitlines())
        return SpeakerEntry(
            " ".join(self.name.text().split()),
            SpeakerType(self.kind.currentData()),
            tuple(dict.fromkeys(alias for alias in aliases if alias)),
            tuple(self._roles()),
            self.notes.toPlainText().strip(),
        )

    def _roles(self) -> list[SpeakerRole]:
        roles = []
        for row in range(self.roles.rowCount()):
            title, since, until = (self.roles.item(row, column).text().strip() for column in range(3))
            if title:
                roles.append(SpeakerRole(title, _day(since), _day(until)))
        return roles

    def _show_ready(self) -> None:
        if self._is_loading:
            return
        try:
            entry = self.entry()
        except ValueError:
            self.problem.setText(self.tr("Write the days of a role as 2021-12-08, or just the year."))
            entry = self._entry
        else:
            self.problem.clear()
        self.problem.setVisible(bool(self.problem.text()))
        is_changed = self._entry is not None and entry != self._entry
        self.save.setEnabled(is_changed and bool(entry and entry.name))
        self.discard.setEnabled(is_changed or bool(self.problem.text()))
        if self.roles.rowCount() and self.roles.item(self.roles.rowCount() - 1, 0).text().strip():
            self._add_row()

    def _add_row(self) -> None:
        self._is_loading = True
        row = self.roles.rowCount()
        self.roles.setRowCount(row + 1)
        for column in range(3):
            self.roles.setItem(row, column, QTableWidgetItem(""))
        self._is_loading = False

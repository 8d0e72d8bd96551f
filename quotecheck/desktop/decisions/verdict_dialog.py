"""The dialog in which a verdict is overridden, never without a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from quotecheck.decisions import VerdictOverridden
from quotecheck.desktop import phrases
from quotecheck.desktop.decisions.dialog import DecisionDialog
from quotecheck.desktop.widgets.flow_layout import FlowLayout
from quotecheck.model import Caution, Verdict, Wording
from quotecheck.reporting.palette import VERDICTS

__all__ = ["VerdictDialog"]


class VerdictDialog(DecisionDialog):
    """Offers every wording, and the cautions that were found, to be kept or dropped."""

    decided = Signal(object)

    def __init__(self, words: str, verdict: Verdict | None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Set verdict"), words, parent)
        self.wordings: dict[Wording, QPushButton] = {}
        self.cautions: dict[Caution, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.column.addWidget(self._wordings_row(verdict))
        if verdict and verdict.cautions:
            self.column.addWidget(self.muted(self.tr("Cautions that stay:")))
            self.column.addWidget(self._cautions_row(verdict))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why? This is what the reader is told."))
        self.reason.textChanged.connect(self._show_ready)
        self.column.addWidget(self.reason)
        self.reason.setFocus()
        self._show_ready()

    def _wordings_row(self, verdict: Verdict | None) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for wording, style in VERDICTS.items():
            chip = _chip(phrases.verdict(style), phrases.meaning(style))
            chip.setChecked(verdict is not None and verdict.wording is wording)
            chip.clicked.connect(self._show_ready)
            self._group.addButton(chip)
            self.wordings[wording] = chip
            flow.addWidget(chip)
        return row

    def _cautions_row(self, verdict: Verdict) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for caution in verdict.cautions:
            chip = _chip(phrases.caution(caution), "")
            chip.setChecked(True)
            self.cautions[caution] = chip
            flow.addWidget(chip)
        return row

    def _show_ready(self) -> None:
        is_chosen = self._group.checkedButton() is not None
        self.ok.setEnabled(is_chosen and bool(self.reason.text().strip()))

    def accept(self) -> None:
        (wording,) = (wording for wording, chip in self.wordings.items() if chip.isChecked())
        kept = tuple(caution for caution, chip in self.cautions.items() if chip.isChecked())
        self.decided.emit(VerdictOverridden(wording, " ".join(self.reason.text().split()), kept))
        super().accept()


def _chip(text: str, tip: str) -> QPushButton:
    chip = QPushButton(text)
    chip.setProperty("role", "chip")
    chip.setCheckable(True)
    chip.setAutoDefault(False)
    chip.setToolTip(tip)
    return chip

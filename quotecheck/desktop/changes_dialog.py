"""What has changed since a check was saved: the finding before and now, one row each, to be jumped to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from quotecheck.decisions import Changed
from quotecheck.desktop import phrases
from quotecheck.desktop.decisions.phrases import excerpt
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.line_list import LineList
from quotecheck.model import Finding
from quotecheck.reporting.phrases import style_of_finding

__all__ = ["ChangesDialog"]

_EXCERPT = 200


class ChangesDialog(QDialog):
    """Lists changes; choosing one asks for its quotation."""

    quotation_chosen = Signal(int)

    def __init__(self, changes: Sequence[Changed], reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What has changed since"))
        self.resize(620, 420)
        advice = self.tr("Choose a line to go to its quotation.")
        sentence = QLabel(f"{reason} {advice}".strip())
        sentence.setWordWrap(True)
        self.list = LineList(self.windowTitle())
        for change in changes:
            self._add(change)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            # A desktop's icons are drawn for its own ground, not for ours.
            button.setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for widget in (sentence, self.list, buttons):
            column.addWidget(widget)

    def _add(self, change: Changed) -> None:
        finding = change.now or change.before
        words = excerpt(finding.quotation.text, _EXCERPT) if finding else ""
        number = f"{change.number}  " if change.number else ""
        before = self._told(change.before) or self.tr("not found then")
        now = self._told(change.now) or self.tr("no quotation any more")
        self.list.add(f"{number}{phrases.quoted(words)}\n{before}  →\n{now}", change.number)

    def _told(self, finding: Finding | None) -> str:
        """Return verdict, speaker and first caution; the speaker too, for it may be all that has changed."""
        if finding is None:
            return ""
        style = style_of_finding(finding)
        parts = (phrases.verdict(style), phrases.first_caution(finding), phrases.speaker(finding))
        return " · ".join(part for part in parts if part)

    def _choose(self, item: QListWidgetItem) -> None:
        number = LineList.of(item)
        if number:
            self.quotation_chosen.emit(number)

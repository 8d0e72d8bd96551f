"""The dialog that shows the decisions whose words are no longer in the article."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from quotecheck.decisions import Decision
from quotecheck.desktop.decision_phrases import decided, excerpt, who_and_when
from quotecheck.desktop.theme import STEP

__all__ = ["LostDialog"]

_EXCERPT = 120


class LostDialog(QDialog):
    """Lists them with their words; they come back by themselves when the words do."""

    def __init__(self, lost: Iterable[Decision], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Decisions without their words"))
        self.resize(560, 360)
        sentence = QLabel(
            self.tr(
                "The words that these decisions are about are not in the article any more. The decisions are "
                "kept, and are in force again as soon as the words come back."
            )
        )
        sentence.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        for decision in lost:
            words = excerpt(decision.about.exact, _EXCERPT)
            self.list.addItem(f"“{words}”\n{decided(decision.change)} – {who_and_when(decision)}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            # A desktop's icons are drawn for its own ground, not for ours.
            button.setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * STEP, 5 * STEP, 5 * STEP, 4 * STEP)
        column.setSpacing(3 * STEP)
        for widget in (sentence, self.list, buttons):
            column.addWidget(widget)

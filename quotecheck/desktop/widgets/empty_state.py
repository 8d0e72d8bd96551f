"""What a view says when it has nothing to show: what it is for, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from quotecheck.desktop.theme import STEP, serif

__all__ = ["EmptyState"]


class EmptyState(QWidget):
    """A heading, a sentence and perhaps a button, in the middle of the free space."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._sentence, self._button = QLabel(), QLabel(), QPushButton()
        self._heading.setFont(serif(self.font().pointSizeF() * 1.25))
        self._sentence.setObjectName("muted")
        for label in (self._heading, self._sentence):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(8 * STEP, 6 * STEP, 8 * STEP, 6 * STEP)
        column.setSpacing(2 * STEP)
        column.addStretch(2)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addSpacing(STEP)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, heading: str, sentence: str = "", action: str = "") -> None:
        """Show these words; without ``action`` there is no button."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._button.setText(action)
        self._button.setVisible(bool(action))

    @property
    def button(self) -> QPushButton:
        """The one thing that can be done here."""
        return self._button

"""What the small dialogs of the desk have in common: the words in question, a body, two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop import phrases
from quotecheck.desktop.decisions.phrases import excerpt
from quotecheck.desktop.theme import STEP, serif

__all__ = ["DecisionDialog"]

_EXCERPT = 160
_WIDTH = 412
"""Pixels that the words in question have at least."""


class DecisionDialog(QDialog):
    """Asks one thing about a quotation; subclasses add to ``column`` and say when an answer is ready."""

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        quotation = QLabel(phrases.quoted(excerpt(words, _EXCERPT)))
        quotation.setFont(serif(self.font().pointSizeF() * 1.1))
        quotation.setWordWrap(True)
        # The label, not the dialog: else the height is reckoned for a narrower one, and a gap is left.
        quotation.setMinimumWidth(_WIDTH)
        self.column = QVBoxLayout()
        self.column.setSpacing(2 * STEP)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(title)
        self.ok.setProperty("role", "primary")
        for button in buttons.buttons():
            # A desktop's icons are drawn for its own ground, not for ours.
            button.setIcon(QIcon())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        self._whole.setSpacing(3 * STEP)
        self._whole.addWidget(quotation)
        self._whole.addLayout(self.column)
        self._whole.addWidget(buttons)

    def add_link(self, button: QPushButton) -> None:
        """Add another way to answer than the field."""
        button.setProperty("role", "link")
        button.setAutoDefault(False)
        self.column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def muted(self, text: str) -> QLabel:
        """Return a label that only explains."""
        label = QLabel(text)
        label.setObjectName("muted")
        label.setWordWrap(True)
        return label

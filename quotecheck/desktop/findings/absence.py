"""What stands in the place of the archived words while the archive has none: a way to put them there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.action_button import action_button

__all__ = ["Absence"]


class Absence(QFrame):
    """Says what to do about a statement that nobody has archived yet, and offers it."""

    def __init__(self, adding: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        words = QLabel(self.tr("Once you have found where it was said, put it into the archive:"))
        words.setObjectName("facts")
        words.setWordWrap(True)
        self.add = action_button(adding)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(words)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)

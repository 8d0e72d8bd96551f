"""A list that says why it is empty, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget

from quotecheck.desktop.theme import STEP, colour, theme_now

__all__ = ["ExplainedList"]


class ExplainedList(QListWidget):
    """Shows some words where its entries would be, as long as there are none."""

    _words = ""

    def explain(self, words: str) -> None:
        """Say ``words`` as long as nothing is listed."""
        self._words = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count() == 0 and self._words:
            painter = QPainter(self.viewport())
            painter.setPen(colour("muted", theme_now()))
            margin = 6 * STEP
            room = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._words)

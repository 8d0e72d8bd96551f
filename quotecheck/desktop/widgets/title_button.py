"""A flat button whose text may run over several lines, for titles."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from quotecheck.desktop.theme import colour, theme_now

__all__ = ["TitleButton"]

_LINES = 3
"""A longer title is cut, so that it never takes the article's place."""

_PADDING = 3


class TitleButton(QPushButton):
    """Grows with its text, up to three lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = max(len(self._lines(width - 2 * _PADDING)), 1)
        return lines * self.fontMetrics().lineSpacing() + 2 * _PADDING

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.fontMetrics().height() + 2 * _PADDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_now()
        if self.hasFocus():
            painter.setPen(QPen(colour("accent", theme), 1))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.setPen(colour("muted" if self.property("tone") == "empty" else "ink", theme))
        room = self.rect().adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        lines, height = self._lines(room.width()), self.fontMetrics().lineSpacing()
        for number, line in enumerate(lines):
            painter.drawText(room.left(), room.top() + number * height + self.fontMetrics().ascent(), line)

    def _lines(self, width: int) -> list[str]:
        """Return the text on lines of that width; what has no room ends the last one in an ellipsis."""
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            starts.append(line.textStart())
        layout.endLayout()
        shown = starts[:_LINES]
        lines = [self.text()[a:b] for a, b in pairwise([*shown, len(self.text())])]
        return [self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]

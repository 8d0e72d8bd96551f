"""The article's scroll bar, which also shows where the quotations are and what became of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollBar, QWidget

from quotecheck.desktop.theme import colour, ink, theme_now
from quotecheck.reporting.palette import VerdictStyle

__all__ = ["ScrollStrip"]

_END = 8.0
"""Pixels that the track keeps free at either end."""

_REACH = 5.0
"""Pixels by which a click may miss a dot."""


class ScrollStrip(QScrollBar):
    """A vertical scroll bar with a dot for each quotation; a click on one says which."""

    quotation_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._dots: list[tuple[int, float, VerdictStyle]] = []
        self.setAccessibleName(self.tr("Position in the article"))
        self.setFixedWidth(16)

    def show_dots(self, dots: list[tuple[int, float, VerdictStyle]]) -> None:
        """Show one dot for each (number, place from 0 at the top to 1, verdict)."""
        self._dots = dots
        self.update()

    @property
    def dots(self) -> list[tuple[int, float, VerdictStyle]]:
        """What is shown: number, place and verdict of each quotation."""
        return self._dots

    def height_of(self, place: float) -> float:
        """Return the pixel at which ``place``, 0 to 1, is shown."""
        return _END + place * (self.height() - 2 * _END)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_now()
        middle = self.width() / 2
        track = QRectF(middle - 4, 2, 8, self.height() - 4)
        painter.setPen(QPen(colour("line", theme), 1))
        painter.setBrush(colour("raised", theme))
        painter.drawRoundedRect(track, 4, 4)
        if self.maximum() > self.minimum():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("line", theme))
            painter.drawRoundedRect(self._thumb().adjusted(1, 0, -1, 0), 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        # The more there are, the flatter each, so that they do not run into one band.
        half = min(max(self.height() / max(len(self._dots), 1) * 0.35, 0.75), 4.0)
        for _number, place, style in self._dots:
            painter.setBrush(ink(style, theme))
            dot = QRectF(middle - 4, self.height_of(place) - half, 8, 2 * half)
            painter.drawRoundedRect(dot, half, half)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        near = [
            (abs(self.height_of(place) - event.position().y()), number)
            for number, place, _style in self._dots
        ]
        distance, number = min(near, default=(_REACH + 1, 0))
        if event.button() == Qt.MouseButton.LeftButton and distance <= _REACH:
            self.quotation_clicked.emit(number)
        else:
            super().mousePressEvent(event)

    def _thumb(self) -> QRectF:
        whole = self.maximum() - self.minimum() + self.pageStep()
        room = self.height() - 4.0
        length = max(room * self.pageStep() / whole, 24.0)
        share = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        return QRectF(0, 2 + share * (room - length), self.width(), length)

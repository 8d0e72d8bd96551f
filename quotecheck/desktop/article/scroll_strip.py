"""The article's scroll bar, which also shows where the quotations are and what became of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from quotecheck.desktop.theme import colour, theme_now
from quotecheck.desktop.widgets.verdict_shape import paint_shape
from quotecheck.reporting.palette import VerdictStyle

__all__ = ["ScrollStrip"]

_WIDTH = 16

_END = 8.0
"""Pixels that the track keeps free at either end."""

_REACH = 5.0
"""Pixels by which a click may miss a dot."""

_CROWDED = 3.0
"""Pixels of half a dot below which the dots leave hardly any room between them."""


class ScrollStrip(QScrollBar):
    """A vertical scroll bar with a dot for each quotation; a click on one says which."""

    quotation_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._dots: list[tuple[int, float, VerdictStyle]] = []
        self._paths: dict[str, tuple[VerdictStyle, QPainterPath]] = {}
        self.setAccessibleName(self.tr("Position in the article"))

    def show_dots(self, dots: list[tuple[int, float, VerdictStyle]]) -> None:
        """Show one dot for each (number, place from 0 at the top to 1, verdict)."""
        if dots != self._dots:
            self._dots = dots
            self._draw_dots()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_dots()

    def _draw_dots(self) -> None:
        """Put all dots of a verdict into one path: hundreds painted one by one delay every keystroke."""
        middle, half = self.width() / 2, self._half_dot
        self._paths = {}
        for _number, place, style in self._dots:
            _style, path = self._paths.setdefault(style.key, (style, QPainterPath()))
            path.addRoundedRect(QRectF(middle - 4, self.height_of(place) - half, 8, 2 * half), half, half)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    @property
    def dots(self) -> list[tuple[int, float, VerdictStyle]]:
        """What is shown: number, place and verdict of each quotation."""
        return self._dots

    def height_of(self, place: float) -> float:
        """Return the pixel at which ``place``, 0 to 1, is shown."""
        return _END + place * (self.height() - 2 * _END)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not (self._can_scroll or self._dots):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_now()
        middle = self.width() / 2
        painter.setPen(QPen(colour("line", theme), 1))
        painter.setBrush(colour("raised", theme))
        painter.drawRoundedRect(QRectF(middle - 4, 2, 8, self.height() - 4), 4, 4)
        thumb = self._thumb().adjusted(1, 0, -1, 0)
        if self._can_scroll:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("line", theme))
            painter.drawRoundedRect(thumb, 5, 5)
        half = self._half_dot
        for style, dots in self._paths.values():
            paint_shape(painter, dots, style)
        if self._can_scroll and half < _CROWDED:
            painter.setPen(QPen(colour("faint", theme), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(thumb, 5, 5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        near = [(abs(self.height_of(place) - y), number) for number, place, _style in self._dots]
        distance, number = min(near, default=(_REACH + 1, 0))
        # Where dots cover the whole strip, the thumb must still be there to be dragged.
        is_for_thumb = self._half_dot < _CROWDED and self._thumb().contains(event.position())
        if event.button() == Qt.MouseButton.LeftButton and distance <= _REACH and not is_for_thumb:
            self.quotation_clicked.emit(number)
        else:
            super().mousePressEvent(event)

    @property
    def _can_scroll(self) -> bool:
        return self.maximum() > self.minimum()

    @property
    def _half_dot(self) -> float:
        """Half the height of a dot: the more there are the flatter each, so that they make no band."""
        return min(max(self.height() / max(len(self._dots), 1) * 0.35, 0.75), 4.0)

    def _thumb(self) -> QRectF:
        whole = self.maximum() - self.minimum() + self.pageStep()
        room = self.height() - 4.0
        length = max(room * self.pageStep() / whole, 24.0)
        share = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        return QRectF(0, 2 + share * (room - length), self.width(), length)

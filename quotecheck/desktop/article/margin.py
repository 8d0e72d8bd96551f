"""The article's margin: a numbered disc beside the first line of each quotation, a sign at each warning."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from quotecheck.desktop.theme import STEP, colour, theme_now
from quotecheck.desktop.widgets.number_disc import disc_width, paint_disc
from quotecheck.reporting.palette import VerdictStyle

__all__ = ["Margin", "Note"]


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin at height ``y`` (pixels from its top): a quotation's number, or a warning."""

    y: float
    tip: str
    number: int | None = None
    style: VerdictStyle | None = None


def _stacked(notes: list[Note], apart: float) -> list[tuple[Note, float]]:
    """Give every note a height of its own, moved down where two would be less than ``apart``."""
    placed: list[tuple[Note, float]] = []
    lowest = float("-inf")
    for note in sorted(notes, key=lambda note: note.y):
        y = max(note.y, lowest + apart)
        placed.append((note, y))
        lowest = y
    return placed


class Margin(QWidget):
    """Shows the notes it is given, and says which quotation was clicked."""

    quotation_clicked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._placed: list[tuple[Note, float]] = []
        self._selected: int | None = None
        self.setMouseTracking(True)

    def show_notes(self, notes: list[Note], selected: int | None) -> None:
        """Show ``notes``, the selected quotation's with an outline."""
        placed = _stacked(notes, disc_width(self.font()) + STEP)
        if (placed, selected) != (self._placed, self._selected):
            self._placed, self._selected = placed, selected
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for note, y in self._placed:
            disc = self._disc(y)
            if note.style:
                is_selected = note.number == self._selected
                paint_disc(painter, disc, str(note.number), note.style, self.font(), is_selected=is_selected)
            else:
                _paint_warning(painter, disc)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._note_at(event.position())
        is_quotation = over is not None and over.number is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_quotation else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        note = self._note_at(event.position())
        if note and note.number is not None:
            self.quotation_clicked.emit(note.number)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            note = self._note_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), note.tip if note else "", self)
            return True
        return super().event(event)

    def _disc(self, y: float) -> QRectF:
        side = disc_width(self.font())
        return QRectF(self.width() - side - 2 * STEP, y - side / 2, side, side)

    def _note_at(self, point: QPointF) -> Note | None:
        return next((note for note, y in self._placed if self._disc(y).contains(point)), None)


def _paint_warning(painter: QPainter, disc: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("warning", theme_now()))
    centre, unit = disc.center(), disc.width() / 22
    corners = [QPointF(0, -5), QPointF(5.5, 4.5), QPointF(-5.5, 4.5)]
    painter.drawPolygon(QPolygonF([centre + corner * unit for corner in corners]))

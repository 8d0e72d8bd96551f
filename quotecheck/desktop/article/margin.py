"""The article's margin: a numbered disc beside the first line of each quotation, a sign at each warning."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from quotecheck.desktop.theme import colour, fill, ink, theme_now
from quotecheck.reporting.palette import Theme, VerdictStyle

__all__ = ["Margin", "Note"]

_DIAMETER = 22.0


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin at height ``y`` (pixels from its top): a quotation's number, or a warning."""

    y: float
    tip: str
    number: int | None = None
    style: VerdictStyle | None = None


def _stacked(notes: list[Note]) -> list[tuple[Note, float]]:
    """Give every note a height of its own, moved down where two would lie on each other."""
    placed: list[tuple[Note, float]] = []
    lowest = float("-inf")
    for note in sorted(notes, key=lambda note: note.y):
        y = max(note.y, lowest + _DIAMETER + 4)
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
        placed = _stacked(notes)
        if (placed, selected) != (self._placed, self._selected):
            self._placed, self._selected = placed, selected
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_now()
        for note, y in self._placed:
            disc = self._disc(y)
            if note.style:
                self._paint_number(painter, note, disc, theme)
            else:
                _paint_warning(painter, disc, theme)

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

    def centre_of(self, number: int) -> QPoint | None:
        """Return the middle of a quotation's disc, where it is in view."""
        for note, y in self._placed:
            if note.number == number:
                return self._disc(y).center().toPoint()
        return None

    def _disc(self, y: float) -> QRectF:
        return QRectF(self.width() - _DIAMETER - 8, y - _DIAMETER / 2, _DIAMETER, _DIAMETER)

    def _note_at(self, point: QPointF) -> Note | None:
        return next((note for note, y in self._placed if self._disc(y).contains(point)), None)

    def _paint_number(self, painter: QPainter, note: Note, disc: QRectF, theme: Theme) -> None:
        is_selected = note.number == self._selected
        painter.setPen(QPen(colour("accent", theme), 2) if is_selected else Qt.PenStyle.NoPen)
        painter.setBrush(fill(note.style, theme) if note.style.fill else colour("raised", theme))
        painter.drawEllipse(disc)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * (0.85 if note.number < 100 else 0.7))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink(note.style, theme))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(note.number))


def _paint_warning(painter: QPainter, disc: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("warning", theme))
    centre = disc.center()
    corners = [QPointF(0, -5), QPointF(5.5, 4.5), QPointF(-5.5, 4.5)]
    painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))

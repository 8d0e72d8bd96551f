"""A text in a comfortable measure with the marks of a report: in the words, in the margin, beside the bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from quotecheck.desktop.article.document import PAGE
from quotecheck.desktop.article.highlighter import line_boxes, paint_marks
from quotecheck.desktop.article.margin import Margin, Note
from quotecheck.desktop.article.marks import Mark, Marks
from quotecheck.desktop.article.scroll_strip import ScrollStrip
from quotecheck.desktop.theme import colour, measure, serif, theme_now
from quotecheck.desktop.widgets.number_disc import disc_width
from quotecheck.model import Span

__all__ = ["MarkedView"]

_BESIDE = 42
"""Pixels that the margin has at least, without the disc that stands in it."""

_MEASURED = 200_000
"""Characters up to which the strip's dots stand at the height of their lines; asking lays all lines out."""

_DOTS_AFTER = 120
"""Milliseconds after an edit until the strip's dots follow: at the height of a text nobody sees a line's."""

_GRIP = 4.0
"""Radius in pixels of the knob on a quotation's edge."""

_CLEAR = 3.0
"""Pixels from the line of text to the middle of a knob."""


class MarkedView(QTextEdit):
    """Shows a document and paints marks behind its words, only for what is in view."""

    quotation_clicked = Signal(int)
    column_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip = ScrollStrip()
        self.setVerticalScrollBar(self.strip)
        self.margin = Margin(self)
        self._marks = Marks()
        self._selected: int | None = None
        self._tips: dict[int, str] = {}
        self._dots_due = QTimer(self, singleShot=True, interval=_DOTS_AFTER)
        self._dots_due.timeout.connect(self._show_dots)
        self.margin.quotation_clicked.connect(self.quotation_clicked)
        self.strip.quotation_clicked.connect(self.quotation_clicked)

    def show_marks(self, marks: Marks, tips: dict[int, str]) -> None:
        """Mark the quotations; ``tips`` says of each, by number, what a tooltip shall say."""
        self._marks, self._tips = marks, tips
        self._refresh()

    def select(self, number: int | None, *, reveal: bool = True) -> None:
        """Outline a quotation, and ``reveal`` it."""
        self._selected = number
        mark = self._marks.numbered(number)
        if mark and reveal:
            self.reveal(mark.span)
        self.viewport().update()
        self._show_notes()

    def reveal(self, span: Span) -> None:
        """Scroll until the start of ``span`` is comfortably in view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(span.start, self.document().characterCount() - 1))
        top = self.cursorRect(cursor).top()
        edge = self.fontMetrics().height() * 2
        if not edge <= top <= self.viewport().height() - 3 * edge:
            self.strip.setValue(self.strip.value() + top - self.viewport().height() // 3)

    def go_to(self, span: Span) -> None:
        """Select the words of ``span``, bring them into view and put the keyboard there."""
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(span.start, last))
        cursor.setPosition(min(span.end, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.reveal(span)
        self.setFocus()

    def set_points(self, points: float) -> None:
        """Set the size of the text."""
        font = serif(points)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set_column()
        self._refresh()

    @property
    def marks(self) -> Marks:
        """The marks as they stand after the edits since they were shown."""
        return self._marks

    def tip_at(self, point: QPointF) -> str:
        """Return what a tooltip says at a point of the viewport; nothing beside quotations."""
        mark = self._mark_under(point)
        return self._tips.get(mark.number, "") if mark else ""

    def _mark_under(self, point: QPointF) -> Mark | None:
        place = (
            self.document()
            .documentLayout()
            .hitTest(point + QPointF(0, self.strip.value()), Qt.HitTestAccuracy.ExactHit)
        )
        return self._marks.at(place) if place >= 0 else None

    # Geometry

    def _set_column(self) -> None:
        width = self.width() - self.strip.sizeHint().width()
        gutter = round(disc_width(self.margin.font())) + _BESIDE
        column = min(measure(self.document().defaultFont()) + 2 * PAGE, width - gutter)
        left = max(gutter - PAGE, (width - column) // 2)
        self.setViewportMargins(left, 0, max(0, width - left - column), 0)
        self.margin.setGeometry(0, 0, left + PAGE // 2, self.height())
        self.column_moved.emit(left + PAGE, self.width() - left - column + PAGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_column()
        super().resizeEvent(event)
        self._refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self._show_notes()

    def _visible(self) -> tuple[QRectF, Span]:
        viewport = self.viewport().rect()
        box = QRectF(viewport).translated(0, self.strip.value())
        first = self.cursorForPosition(viewport.topLeft()).position()
        last = self.cursorForPosition(viewport.bottomRight()).position()
        return box, Span(first, last + 1)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        box, span = self._visible()
        painter = QPainter(self.viewport())
        painter.translate(0, -self.strip.value())
        paint_marks(
            painter,
            self.document(),
            self._marks,
            visible=box,
            span=span,
            selected=self._selected,
            theme=theme_now(),
        )
        self._paint_handles(painter)
        painter.end()
        super().paintEvent(event)

    def edge_rect(self, position: int) -> QRect:
        """Return where the text cursor would stand at a position, in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return self.cursorRect(cursor)

    def knob(self, position: int, *, is_start: bool) -> QRectF:
        """Return the place of the knob by which an edge is dragged, in the viewport: clear of the words."""
        edge = QRectF(self.edge_rect(position))
        y = edge.top() - _CLEAR if is_start else edge.bottom() + _CLEAR
        return QRectF(edge.center().x() - _GRIP, y - _GRIP, 2 * _GRIP, 2 * _GRIP)

    def _paint_handles(self, painter: QPainter) -> None:
        """Paint a knob on each edge of the selected quotation, by which it can be dragged."""
        mark = self._marks.numbered(self._selected)
        if mark is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent", theme_now()))
        for place, is_start in ((mark.span.start, True), (mark.span.end, False)):
            painter.drawEllipse(self.knob(place, is_start=is_start).translated(0, self.strip.value()))

    def _refresh(self) -> None:
        self.viewport().update()
        self._show_notes()
        self._dots_due.stop()
        self._show_dots()

    def _refresh_edited(self) -> None:
        """Show the marks after an edit: at once what stands beside the words, the strip a little later."""
        self.viewport().update()
        self._show_notes()
        self._dots_due.start()

    def _show_notes(self) -> None:
        box, span = self._visible()
        places = [(mark.span, self._tips.get(mark.number, ""), mark) for mark in self._marks.quotations]
        places += [(place, message, None) for place, message in self._marks.warnings]
        notes = [
            self._note(place, tip, mark, box) for place, tip, mark in places if span.contains(_first(place))
        ]
        self.margin.show_notes([note for note in notes if note], self._selected)

    def _note(self, place: Span, tip: str, mark: Mark | None, visible: QRectF) -> Note | None:
        first = next(line_boxes(self.document(), _first(place), visible), None)
        if first is None:
            return None
        y = first.center().y() - visible.top()
        return Note(y, tip, mark.number, mark.style) if mark else Note(y, tip)

    def _show_dots(self) -> None:
        place = (
            self._place_by_height if self.document().characterCount() <= _MEASURED else self._place_by_length
        )
        self.strip.show_dots([(mark.number, place(mark), mark.style) for mark in self._marks.quotations])

    def _place_by_height(self, mark: Mark) -> float:
        layout = self.document().documentLayout()
        block = self.document().findBlock(mark.span.start)
        line = block.layout().lineForTextPosition(mark.span.start - block.position())
        y = layout.blockBoundingRect(block).top() + (line.y() if line.isValid() else 0)
        return min(y / max(layout.documentSize().height(), self.viewport().height(), 1.0), 1.0)

    def _place_by_length(self, mark: Mark) -> float:
        return min(mark.span.start / self.document().characterCount(), 1.0)


def _first(span: Span) -> Span:
    return Span(span.start, span.start + 1)

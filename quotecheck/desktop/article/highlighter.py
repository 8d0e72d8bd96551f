"""Paints marks behind the words of a document: a soft fill, an underline by verdict, an outline if selected.

Painted for what is visible only, so the cost of a keystroke does not grow with the number of quotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTextDocument

from quotecheck.desktop.article.marks import Mark, Marks
from quotecheck.desktop.theme import colour, fill, ink
from quotecheck.model import Span
from quotecheck.reporting.palette import Theme, Underline

__all__ = ["line_boxes", "paint_marks", "paint_underline"]

_PENS = {
    Underline.SOLID: (2.0, None),
    Underline.THIN: (1.0, None),
    Underline.DASHED: (2.0, [3.0, 1.5]),
    Underline.DOUBLE: (1.25, None),
    Underline.DOTTED: (2.0, [1.0, 1.0]),
    Underline.THIN_DOTTED: (1.0, [1.0, 2.0]),
}
"""Width in pixels, and dashes in units of that width."""

_RADIUS = 5.0


def line_boxes(document: QTextDocument, span: Span, visible: QRectF) -> Iterator[QRectF]:
    """Yield the box of the words of ``span`` on every line in view, in the document's coordinates."""
    metrics = QFontMetricsF(document.defaultFont())
    block = document.findBlock(span.start)
    while block.isValid() and block.position() < span.end:
        layout = block.layout()
        origin = layout.position()
        if origin.y() > visible.bottom():
            return
        if origin.y() + layout.boundingRect().height() >= visible.top():
            for i in range(layout.lineCount()):
                line = layout.lineAt(i)
                first = max(span.start - block.position(), line.textStart())
                last = min(span.end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = sorted((line.cursorToX(first)[0], line.cursorToX(last)[0]))
                    top = origin.y() + line.y() + line.ascent() - metrics.ascent()
                    # A space at the end of a line is not worth a mark.
                    right = min(right, line.x() + line.naturalTextWidth())
                    yield QRectF(origin.x() + left, top, right - left, metrics.ascent() + metrics.descent())
        block = block.next()


def paint_underline(painter: QPainter, box: QRectF, underline: Underline, ink: QColor) -> None:
    """Draw the line of a verdict along the bottom of ``box``."""
    width, dashes = _PENS[underline]
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(dashes)
    painter.setPen(pen)
    y = box.bottom() - width / 2
    painter.drawLine(QLineF(box.left(), y, box.right(), y))
    if underline is Underline.DOUBLE:
        painter.drawLine(QLineF(box.left(), y - 3, box.right(), y - 3))


def _rounded(polygon: QPolygonF) -> QPainterPath:
    """Return a closed polygon with its corners rounded."""
    corners = list(polygon)[:-1] if polygon.isClosed() else list(polygon)
    path = QPainterPath()
    for i, corner in enumerate(corners):
        before, after = QLineF(corner, corners[i - 1]), QLineF(corner, corners[(i + 1) % len(corners)])
        enter = before.pointAt(min(_RADIUS / before.length(), 0.5)) if before.length() else corner
        leave = after.pointAt(min(_RADIUS / after.length(), 0.5)) if after.length() else corner
        if i:
            path.lineTo(enter)
        else:
            path.moveTo(enter)
        path.quadTo(corner, leave)
    path.closeSubpath()
    return path


def _paint_outline(painter: QPainter, boxes: list[QRectF], ink: QColor) -> None:
    around = QPainterPath()
    last = len(boxes) - 1
    for i, box in enumerate(boxes):
        # Where the words begin and end, their quotation marks stand close by: the outline spares them.
        grown = box.adjusted(-2 if i else 0, -2, 2 if i < last else 0, 3)
        if i and grown.top() > boxes[i - 1].bottom():
            # The leading between two lines would cut the outline in two.
            grown.setTop(boxes[i - 1].bottom())
        piece = QPainterPath()
        piece.addRect(grown)
        around = around.united(piece)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for polygon in around.simplified().toSubpathPolygons():
        painter.drawPath(_rounded(polygon))


def _paint_quotation(painter: QPainter, mark: Mark, boxes: list[QRectF], theme: Theme) -> None:
    for box in boxes:
        body = box.adjusted(-1, 0, 1, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill(mark.style, theme))
        painter.drawRoundedRect(body, 2, 2)
        paint_underline(painter, body, mark.style.underline, ink(mark.style, theme))


def _paint_line_under(painter: QPainter, boxes: list[QRectF], pen: QPen) -> None:
    painter.setPen(pen)
    for box in boxes:
        painter.drawLine(QPointF(box.left(), box.bottom() + 1), QPointF(box.right(), box.bottom() + 1))


def paint_marks(
    painter: QPainter,
    document: QTextDocument,
    marks: Marks,
    *,
    visible: QRectF,
    span: Span,
    selected: int | None,
    theme: Theme,
) -> None:
    """Paint what of ``marks`` lies in ``span``, the part of the document that is in view."""

    def boxes(place: Span) -> list[QRectF]:
        return list(line_boxes(document, place, visible))

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in marks.quotations:
        if mark.span.overlaps(span):
            _paint_quotation(painter, mark, boxes(mark.span), theme)
    for place, _message in marks.warnings:
        if place.overlaps(span):
            _paint_line_under(painter, boxes(place), QPen(colour("warning", theme), 2.0))
    chosen = marks.numbered(selected)
    if chosen:
        if chosen.evidence:
            _paint_line_under(painter, boxes(chosen.evidence), QPen(colour("muted", theme), 2.0))
        if chosen.mention:
            _paint_line_under(painter, boxes(chosen.mention), QPen(colour("accent", theme), 2.0))
        _paint_outline(painter, boxes(chosen.span), colour("accent", theme))

"""A shape that stands for a verdict in a bar or a strip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from quotecheck.desktop.theme import ink, theme_now
from quotecheck.reporting.palette import VerdictStyle

__all__ = ["paint_shape"]


def paint_shape(painter: QPainter, shape: QPainterPath, style: VerdictStyle) -> None:
    """Fill ``shape`` with a verdict's colour; one that says nothing of the words is only an outline."""
    shade = ink(style, theme_now())
    if style.fill:
        painter.fillPath(shape, shade)
    else:
        painter.setPen(QPen(shade, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

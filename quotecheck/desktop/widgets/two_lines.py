"""How a row of two lines is drawn: the words over what is to be known of them, and a badge at the right."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from quotecheck.desktop.theme import STEP, colour, edge, serif, theme_now

__all__ = ["SIDE", "Badge", "paint_badge", "row_height", "two_fonts", "two_lines", "write"]

SIDE = 4 * STEP
"""Pixels between a row's edge and what is written in it."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_LONGEST = 400


class Badge(NamedTuple):
    """Some words on a ground of their own; without one they stand in a thin frame."""

    text: str
    ink: QColor
    ground: QColor | None = None

    @classmethod
    def of(cls, text: str, ink: str, ground: str = "") -> Badge:
        """Return a badge in the colours of two tokens of the shared table."""
        theme = theme_now()
        return cls(text, colour(ink, theme), colour(ground, theme) if ground else None)


def two_fonts(font: QFont) -> tuple[QFont, QFont]:
    """Return the fonts of the upper and of the lower line in a view with this font."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    return serif(font.pointSizeF() * 1.05), small


def row_height(font: QFont) -> int:
    """Return the height of a row in a view with this font."""
    return sum(QFontMetrics(one).height() for one in two_fonts(font)) + 2 + 4 * STEP


def two_lines(inner: QRect, font: QFont) -> tuple[QRect, QRect]:
    """Return where the two lines stand in the inner part of a row."""
    upper, lower = (QFontMetrics(one).height() for one in two_fonts(font))
    first = QRect(inner.left(), inner.top() + 2 * STEP, inner.width(), upper)
    return first, QRect(inner.left(), first.bottom() + 3, inner.width(), lower)


def write(painter: QPainter, line: QRect, text: str, font: QFont) -> None:
    """Write in one line what there is room for; of a long speech no more is measured than a line can hold."""
    shown = QFontMetrics(font).elidedText(text[:_LONGEST], Qt.TextElideMode.ElideRight, line.width())
    painter.setFont(font)
    painter.drawText(line, _LEFT, shown)


def paint_badge(painter: QPainter, box: QRect, badge: Badge, font: QFont) -> int:
    """Paint a badge at the right end of a row, and return its left edge."""
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(badge.text) + 4 * STEP, metrics.height() + STEP
    left, top = box.right() + 1 - width, box.top() + (box.height() - height) // 2
    place = QRectF(left, top, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(edge(badge.ink) if badge.ground else colour("line", theme_now()), 1))
    painter.setBrush(badge.ground or Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, 4, 4)
    painter.setFont(font)
    painter.setPen(badge.ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, badge.text)
    return int(place.left())

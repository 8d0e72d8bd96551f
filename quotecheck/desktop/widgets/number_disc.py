"""A quotation's number on a disc in the colours of its verdict: in the margin and in the list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from quotecheck.desktop.theme import colour, edge, fill, ink, theme_now
from quotecheck.reporting.palette import VerdictStyle

__all__ = ["disc_width", "paint_disc"]

_LEAST = 22.0
_SIZES = {1: 0.92, 2: 0.92, 3: 0.75}
_SMALLEST = 0.6


def disc_width(font: QFont) -> float:
    """Return the pixels that a disc measures where the text beside it has this font."""
    return max(_LEAST, round(QFontMetricsF(font).height() * 1.3))


def paint_disc(
    painter: QPainter,
    disc: QRectF,
    number: str,
    style: VerdictStyle,
    font: QFont,
    *,
    is_selected: bool = False,
) -> None:
    """Paint the disc; its edge is a hairline, of the selected one a thick ring."""
    theme = theme_now()
    if is_selected:
        painter.setPen(QPen(colour("accent", theme), 2))
    else:
        painter.setPen(QPen(edge(ink(style, theme)) if style.fill else colour("line", theme), 1))
    painter.setBrush(fill(style, theme) if style.fill else colour("surface", theme))
    painter.drawEllipse(disc)
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SIZES.get(len(number), _SMALLEST))
    small.setWeight(QFont.Weight.DemiBold)
    painter.setFont(small)
    painter.setPen(ink(style, theme))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, number)

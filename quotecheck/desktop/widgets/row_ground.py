"""What every row of a list is painted on: its ground, the line below it, and the frame of the focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from quotecheck.desktop.theme import colour
from quotecheck.reporting.palette import Theme

__all__ = ["paint_ground"]


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint the ground of the row in ``option``: selected, under the mouse, focused or plain."""
    row = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(row, colour("selection", theme))
        painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), colour("accent", theme))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(row, colour("raised", theme))
    # Filled, not drawn: a smoothed line lies between two rows of pixels, and is a grey band on both.
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), colour("line", theme))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colour("accent", theme), 1))
        painter.drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -1.5))

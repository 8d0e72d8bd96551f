"""Paints a row of a review: the words over who said them and what changes, and what it is as a badge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from quotecheck.desktop import phrases
from quotecheck.desktop.sharing.review_model import Kind, ReviewModel, ReviewRole, Row
from quotecheck.desktop.theme import STEP, colour, theme_now
from quotecheck.desktop.widgets.row_ground import paint_ground
from quotecheck.desktop.widgets.two_lines import (
    SIDE,
    Badge,
    paint_badge,
    row_height,
    two_fonts,
    two_lines,
    write,
)

__all__ = ["LOOKS", "ReviewDelegate"]

LOOKS = {
    Kind.CONFLICT: ("▲", "warning", "warning_fill"),
    Kind.JOIN: ("?", "warning", "warning_fill"),
    Kind.RETRACTED: ("✕", "archived", "archived_fill"),
    Kind.UPDATED: ("~", "accent", "selection"),
    Kind.NEW: ("+", "printed", "printed_fill"),
    Kind.IDENTICAL: ("=", "muted", ""),
}
"""The sign of each kind, and the tokens of its ink and ground."""

_DECIDED = ("✓", "printed", "printed_fill")


class ReviewDelegate(QStyledItemDelegate):
    """Draws rows of two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, model = theme_now(), index.model()
        row: Row = index.data(ReviewRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        words, small = two_fonts(option.font)
        inner = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        inner.setRight(paint_badge(painter, inner, _badge(model, row), small) - 3 * STEP)
        first, second = two_lines(inner, option.font)
        is_quote = row.plan is not None and row.plan.entity == "quote"
        painter.setPen(colour("ink", theme))
        write(painter, first, phrases.quoted(index.data()) if is_quote else index.data(), words)
        painter.setPen(colour("muted", theme))
        write(painter, second, model.note(row), small)
        painter.restore()


def _badge(model: ReviewModel, row: Row) -> Badge:
    is_settled = row.kind in (Kind.CONFLICT, Kind.JOIN) and model.is_decided(row)
    sign, ink, ground = _DECIDED if is_settled else LOOKS[row.kind]
    return Badge.of(f"{sign} {model.badge(row)}", ink, ground)

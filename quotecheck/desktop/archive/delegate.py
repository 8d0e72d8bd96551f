"""Paints a row of the archive: the words over who said them, when and where, and the status as a badge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from quotecheck.archive.catalogue.shelf import ShelvedQuote
from quotecheck.desktop import phrases
from quotecheck.desktop.archive.model import ArchiveRole
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
from quotecheck.model import QuoteStatus
from quotecheck.reporting.palette import Theme

__all__ = ["ArchiveDelegate"]

_SIGNS = {
    QuoteStatus.VERIFIED: ("✓", "printed", "printed_fill"),
    QuoteStatus.UNVERIFIED: ("", "muted", ""),
    QuoteStatus.DISPUTED: ("▲", "warning", "warning_fill"),
    QuoteStatus.RETRACTED: ("✕", "archived", "archived_fill"),
}
"""The sign of each status, and the tokens of its ink and ground."""


class ArchiveDelegate(QStyledItemDelegate):
    """Draws rows of two lines; a row that has not been read yet is two pale bars."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, row = theme_now(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        shelved: ShelvedQuote | None = index.data(ArchiveRole.SHELVED)
        words, small = two_fonts(option.font)
        inner = row.adjusted(SIDE, 0, -SIDE, 0)
        if shelved is None:
            _paint_waiting(painter, inner, theme)
        else:
            sign, ink, ground = _SIGNS[shelved.quote.status]
            status = f"{sign} {phrases.status(shelved.quote.status)}".strip()
            inner.setRight(paint_badge(painter, inner, Badge.of(status, ink, ground), small) - 3 * STEP)
            first, second = two_lines(inner, option.font)
            painter.setPen(colour("ink", theme))
            write(painter, first, phrases.quoted(index.data()), words)
            painter.setPen(colour("muted", theme))
            write(painter, second, self._where(shelved, index.data(ArchiveRole.ARCHIVE)), small)
        painter.restore()

    def _where(self, shelved: ShelvedQuote, archive: str) -> str:
        quote = shelved.quote
        parts = (
            quote.speaker or self.tr("Speaker unknown"),
            phrases.days(quote.said) if quote.said else self.tr("no date"),
            quote.publisher or quote.source_title,
            archive,
        )
        return "  ·  ".join(part for part in parts if part)


def _paint_waiting(painter: QPainter, box: QRect, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("line", theme))
    middle = box.center().y()
    painter.drawRoundedRect(QRectF(box.left(), middle - 12, box.width() * 0.6, 8), 4, 4)
    painter.drawRoundedRect(QRectF(box.left(), middle + 6, box.width() * 0.3, 6), 3, 3)

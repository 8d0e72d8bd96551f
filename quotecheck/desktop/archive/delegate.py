"""Paints a row of the archive: the words over who said them, when and where, and the status as a badge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from quotecheck.archive.browsing import ShelvedQuote
from quotecheck.desktop import phrases
from quotecheck.desktop.archive.model import ArchiveRole
from quotecheck.desktop.theme import STEP, colour, serif, theme_now
from quotecheck.desktop.widgets.row_ground import paint_ground
from quotecheck.model import QuoteStatus
from quotecheck.reporting.palette import Theme

__all__ = ["ArchiveDelegate", "row_height"]

_SIDE = 4 * STEP
_SIGNS = {
    QuoteStatus.VERIFIED: ("✓", "printed", "printed_fill"),
    QuoteStatus.UNVERIFIED: ("", "muted", ""),
    QuoteStatus.DISPUTED: ("▲", "warning", ""),
    QuoteStatus.RETRACTED: ("✕", "archived", "archived_fill"),
}
"""The sign of each status, and the tokens of its ink and ground."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    return serif(font.pointSizeF() * 1.05), small


def row_height(font: QFont) -> int:
    """Return the height of a row in a view with this font."""
    return sum(QFontMetrics(one).height() for one in _fonts(font)) + 2 + 4 * STEP


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
        words, small = _fonts(option.font)
        inner = row.adjusted(_SIDE, 0, -_SIDE, 0)
        if shelved is None:
            _paint_waiting(painter, inner, theme)
        else:
            inner.setRight(_paint_status(painter, inner, shelved.quote.status, small, theme) - 3 * STEP)
            line = QRect(inner.left(), row.top() + 2 * STEP, inner.width(), QFontMetrics(words).height())
            painter.setPen(colour("ink", theme))
            _write(painter, line, phrases.quoted(index.data()), words)
            line = QRect(inner.left(), line.bottom() + 3, inner.width(), QFontMetrics(small).height())
            painter.setPen(colour("muted", theme))
            _write(painter, line, self._where(shelved, index.data(ArchiveRole.ARCHIVE)), small)
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


def _paint_status(painter: QPainter, box: QRect, status: QuoteStatus, font: QFont, theme: Theme) -> int:
    """Paint the status at the right end and return its left edge."""
    sign, ink, ground = _SIGNS[status]
    text = f"{sign} {phrases.status(status)}".strip()
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(text) + 4 * STEP, metrics.height() + STEP
    badge = QRectF(box.right() - width, box.center().y() - height / 2 + 1, width, height)
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground, theme))
        painter.drawRoundedRect(badge, 4, 4)
    painter.setFont(font)
    painter.setPen(colour(ink, theme))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
    return int(badge.left())


def _write(painter: QPainter, line: QRect, text: str, font: QFont) -> None:
    # Of a long speech no more is measured than a line can hold.
    shown = QFontMetrics(font).elidedText(text[:400], Qt.TextElideMode.ElideRight, line.width())
    painter.setFont(font)
    painter.drawText(line, _LEFT, shown)

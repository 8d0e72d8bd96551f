"""Paints a row of the list: number, words, speaker and date, and the verdict as a badge."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from quotecheck.decisions import Standing
from quotecheck.desktop import phrases
from quotecheck.desktop.findings.quotation_model import Role
from quotecheck.desktop.theme import STEP, colour, fill, ink, serif, theme_now
from quotecheck.desktop.widgets.row_ground import paint_ground
from quotecheck.model import Finding
from quotecheck.reporting.palette import Theme, VerdictStyle

__all__ = ["QuotationDelegate"]

_SIDE = 4 * STEP
_DISC = 22


@dataclass(frozen=True, slots=True)
class _Look:
    theme: Theme
    words: QFont
    small: QFont
    badge: QFont

    @classmethod
    def of(cls, font: QFont) -> _Look:
        points = font.pointSizeF()
        small, badge = QFont(font), QFont(font)
        small.setPointSizeF(points * 0.92)
        badge.setPointSizeF(points * 0.92)
        badge.setWeight(QFont.Weight.DemiBold)
        return cls(theme_now(), serif(points * 1.05), small, badge)


class QuotationDelegate(QStyledItemDelegate):
    """Draws rows of two lines; all sizes follow the font of the view."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        look = _Look.of(option.font)
        lines = QFontMetrics(look.words).height() + QFontMetrics(look.small).height()
        return QSize(200, lines + 2 + 4 * STEP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, row = _Look.of(option.font), option.rect
        finding: Finding = index.data(Role.FINDING)
        style: VerdictStyle = index.data(Role.STYLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, look.theme)
        disc = max(_DISC, QFontMetrics(look.badge).height() * 1.2)
        number = QRectF(row.left() + _SIDE, row.center().y() - disc / 2 + 1, disc, disc)
        _paint_number(painter, number, str(index.data(Role.NUMBER)), style, look)
        _paint_standing(painter, number, index.data(Role.STANDING), look)
        badge = self.tr("Checking…") if index.data(Role.IS_WAITING) else phrases.verdict(style)
        left_of_badge = _paint_badge(painter, row, badge, style, look)
        text = QRect(row)
        text.setLeft(int(number.right()) + 3 * STEP)
        text.setRight(left_of_badge - 3 * STEP)
        _paint_lines(painter, text, phrases.quoted(index.data()), finding, look)
        painter.restore()


def _paint_number(painter: QPainter, disc: QRectF, number: str, style: VerdictStyle, look: _Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill(style, look.theme) if style.fill else colour("raised", look.theme))
    painter.drawEllipse(disc)
    font = QFont(look.badge)
    font.setPointSizeF(font.pointSizeF() * (0.92 if len(number) < 3 else 0.75))
    painter.setFont(font)
    painter.setPen(ink(style, look.theme))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, number)


def _paint_standing(painter: QPainter, disc: QRectF, standing: Standing, look: _Look) -> None:
    """Paint a tick at the disc's corner where it is decided, a bang where that no longer holds."""
    if not (standing.is_settled or standing.has_changed):
        return
    corner = QRectF(disc.right() - 9, disc.bottom() - 9, 12, 12)
    painter.setPen(QPen(colour("surface", look.theme), 1.5))
    painter.setBrush(colour("accent" if standing.is_settled else "warning", look.theme))
    painter.drawEllipse(corner)
    painter.setPen(QPen(colour("surface", look.theme), 1.6))
    x, y = corner.center().x(), corner.center().y()
    if standing.is_settled:
        painter.drawPolyline([QPointF(x - 2.8, y + 0.2), QPointF(x - 0.8, y + 2.2), QPointF(x + 2.8, y - 2)])
    else:
        painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 0.6))
        painter.drawPoint(QPointF(x, y + 3))


def _paint_badge(painter: QPainter, row: QRect, text: str, style: VerdictStyle, look: _Look) -> int:
    """Paint the badge at the right end of the row and return its left edge."""
    metrics = QFontMetrics(look.badge)
    width, height = metrics.horizontalAdvance(text) + 4 * STEP, metrics.height() + STEP
    badge = QRectF(row.right() - _SIDE - width, row.center().y() - height / 2 + 1, width, height)
    painter.setPen(Qt.PenStyle.NoPen if style.fill else QPen(colour("line", look.theme), 1))
    painter.setBrush(fill(style, look.theme))
    painter.drawRoundedRect(badge, 4, 4)
    painter.setFont(look.badge)
    painter.setPen(ink(style, look.theme))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
    return int(badge.left())


def _paint_lines(painter: QPainter, box: QRect, words: str, finding: Finding, look: _Look) -> None:
    theme = look.theme
    first, second = QFontMetrics(look.words), QFontMetrics(look.small)
    top = box.center().y() + 1 - (first.height() + second.height() + 2) // 2
    painter.setFont(look.words)
    painter.setPen(colour("ink", theme))
    line = QRect(box.left(), top, box.width(), first.height())
    painter.drawText(
        line, Qt.AlignmentFlag.AlignVCenter, first.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    )
    painter.setFont(look.small)
    line = QRect(box.left(), line.bottom() + 3, box.width(), second.height())
    if caution := phrases.first_caution(finding):
        painter.setPen(colour("warning", theme))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, caution)
        line.setLeft(line.left() + second.horizontalAdvance(caution) + 2 * STEP)
    painter.setPen(colour("muted", theme))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, _who_and_when(finding, second, line.width()))


def _who_and_when(finding: Finding, metrics: QFontMetrics, width: int) -> str:
    """Return speaker and date in ``width`` pixels; the speaker is shortened, never the date."""
    who, end = phrases.speaker(finding), f"  ·  {phrases.said(finding.dating)}"
    if phrases.is_unsure(finding):
        who = phrases.who_said_this(who)
        end = f" {phrases.confidence(finding)}{end}"
    room = max(width - metrics.horizontalAdvance(end), width // 3)
    line = metrics.elidedText(who, Qt.TextElideMode.ElideRight, room) + end
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)

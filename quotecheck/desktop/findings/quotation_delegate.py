"""Paints a row of the list: number, words, speaker and date, and the verdict as a badge."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from quotecheck.decisions import Standing
from quotecheck.desktop import phrases
from quotecheck.desktop.findings.quotation_model import Role
from quotecheck.desktop.theme import STEP, colour, fill, ink, theme_now
from quotecheck.desktop.widgets.number_disc import disc_width, paint_disc
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
from quotecheck.model import Finding
from quotecheck.reporting.palette import Theme, VerdictStyle

__all__ = ["QuotationDelegate", "second_line"]


class _Look(NamedTuple):
    theme: Theme
    words: QFont
    small: QFont
    badge: QFont

    @classmethod
    def of(cls, font: QFont) -> _Look:
        words, small = two_fonts(font)
        badge = QFont(small)
        badge.setWeight(QFont.Weight.DemiBold)
        return cls(theme_now(), words, small, badge)


class QuotationDelegate(QStyledItemDelegate):
    """Draws rows of two lines; all sizes follow the font of the view."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, row = _Look.of(option.font), option.rect
        finding: Finding = index.data(Role.FINDING)
        style: VerdictStyle = index.data(Role.STYLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, look.theme)
        inner = row.adjusted(SIDE, 0, -SIDE, 0)
        side = disc_width(look.badge)
        disc = QRectF(inner.left(), row.top() + (row.height() - side) / 2, side, side)
        paint_disc(painter, disc, str(index.data(Role.NUMBER)), style, look.badge)
        _paint_standing(painter, disc, index.data(Role.STANDING), look)
        is_waiting = index.data(Role.IS_WAITING)
        words = self.tr("Checking…") if is_waiting else phrases.verdict(style)
        badge = Badge(words, ink(style, look.theme), fill(style, look.theme) if style.fill else None)
        inner.setRight(paint_badge(painter, inner, badge, look.badge) - 3 * STEP)
        inner.setLeft(int(disc.right()) + 3 * STEP)
        first, second = two_lines(inner, option.font)
        _paint_words(painter, first, phrases.quoted(index.data()), look)
        if not (is_waiting and phrases.is_unread(finding)):
            _paint_facts(painter, second, finding, look)
        painter.restore()


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


def _paint_words(painter: QPainter, line: QRect, words: str, look: _Look) -> None:
    painter.setPen(colour("ink", look.theme))
    write(painter, line, words, look.words)


def _paint_facts(painter: QPainter, line: QRect, finding: Finding, look: _Look) -> None:
    metrics = QFontMetrics(look.small)
    caution, rest = second_line(finding, metrics, line.width())
    if caution:
        painter.setPen(colour("warning", look.theme))
        write(painter, line, caution, look.small)
        line.setLeft(line.left() + metrics.horizontalAdvance(caution) + 2 * STEP)
    painter.setPen(colour("muted", look.theme))
    write(painter, line, rest, look.small)


def second_line(finding: Finding, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """Return the caution, if there is one, and speaker and date, for a line of ``width`` pixels.

    Of a caution that would take more than half of a line that is too short only its sign is left: its
    words stand in the tooltip and in the detail.
    """
    caution, rest = phrases.first_caution(finding), _who_and_when(finding, metrics, width)
    if not caution:
        return "", rest
    room = width - metrics.horizontalAdvance(caution) - 2 * STEP
    if room < min(metrics.horizontalAdvance(rest), width // 2):
        caution = caution.partition(" ")[0]
        room = width - metrics.horizontalAdvance(caution) - 2 * STEP
    return caution, _who_and_when(finding, metrics, room)


def _who_and_when(finding: Finding, metrics: QFontMetrics, width: int) -> str:
    """Return speaker and date in ``width`` pixels; the speaker is shortened, never the date."""
    who, end = phrases.speaker(finding), f"  ·  {phrases.said(finding.dating)}"
    if phrases.is_unsure(finding):
        who = phrases.who_said_this(who)
        end = f" {phrases.confidence(finding)}{end}"
    room = max(width - metrics.horizontalAdvance(end), width // 3)
    line = metrics.elidedText(who, Qt.TextElideMode.ElideRight, room) + end
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)

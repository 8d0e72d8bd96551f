"""Who is quoted how often, and with which verdicts, as bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quotecheck.desktop import phrases
from quotecheck.desktop.pictures.picture import Mark, Picture
from quotecheck.desktop.pictures.timeline_points import SpeakerCount, speaker_counts
from quotecheck.desktop.theme import STEP, colour, theme_now
from quotecheck.desktop.widgets.verdict_shape import paint_shape
from quotecheck.model import Report
from quotecheck.reporting.palette import Theme

__all__ = ["SpeakerBars"]

_BAR = 10.0
_GAP = 2.0


class SpeakerBars(Picture):
    """A bar for each speaker, parted by verdict; what is ``chosen`` is a name, empty for unknown speakers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Quotations by speaker"))
        self._counts: list[SpeakerCount] = []

    def show_report(self, report: Report) -> None:
        """Show the speakers of a report."""
        self._counts = speaker_counts(report)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.say()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, round(len(self._counts) * self._height() + 4 * STEP))

    def marks(self) -> list[Mark]:
        return [
            Mark(count.name, QRectF(0, self._y(i), self.width(), self._height()), self._say(count))
            for i, count in enumerate(self._counts)
        ]

    def _name(self, count: SpeakerCount) -> str:
        return count.name or self.tr("Speaker not named")

    def _say(self, count: SpeakerCount) -> str:
        parts = ", ".join(f"{phrases.verdict(style)} {number}" for style, number in count.parts)
        return self.tr("{name}: {total} ({parts})").format(
            name=self._name(count), total=count.total, parts=parts
        )

    def _line(self) -> float:
        return QFontMetricsF(self.font()).height()

    def _height(self) -> float:
        return self._line() + _BAR + 4 * STEP

    def _y(self, row: int) -> float:
        return 2 * STEP + row * self._height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_now()
        painter.fillRect(self.rect(), colour("surface", theme))
        most = max((count.total for count in self._counts), default=1)
        for row, count in enumerate(self._counts):
            self._paint_row(painter, row, count, most, theme)

    def _paint_row(self, painter: QPainter, row: int, count: SpeakerCount, most: int, theme: Theme) -> None:
        left, top, metrics = 4 * STEP, self._y(row) + STEP, QFontMetricsF(self.font())
        room = self.width() - 2 * left
        signs = "   ".join(f"{style.sign} {number}" for style, number in count.parts)
        width = metrics.horizontalAdvance(signs)
        line = QRectF(left, top, room, self._line())
        painter.setPen(colour("ink", theme))
        name = metrics.elidedText(self._name(count), Qt.TextElideMode.ElideRight, room - width - 3 * STEP)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(colour("muted", theme))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, signs)
        x, unit = float(left), room / most
        for style, number in count.parts:
            bar = QPainterPath()
            bar.addRoundedRect(QRectF(x, line.bottom() + STEP, number * unit - _GAP, _BAR), 3, 3)
            paint_shape(painter, bar, style)
            x += number * unit
        if self.hasFocus() and row == self.focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent", theme), 1))
            box = QRectF(STEP, self._y(row), self.width() - 2 * STEP, self._height() - STEP)
            painter.drawRoundedRect(box, 4, 4)

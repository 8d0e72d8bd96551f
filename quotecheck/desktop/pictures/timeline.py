"""The quotations in time, each in a lane of its own, against the day of the article."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quotecheck.desktop import phrases
from quotecheck.desktop.pictures.picture import Mark, Picture
from quotecheck.desktop.pictures.timeline_points import Point, Scale, points, undated
from quotecheck.desktop.theme import STEP, colour, fill, ink, theme_now
from quotecheck.model import Interval, Report
from quotecheck.reporting.palette import Theme

__all__ = ["Timeline"]

_RADIUS = 5.0


class Timeline(Picture):
    """A filled dot or bar is when the article has it said, a ring when the archive does.

    A line between the two is a difference; the vertical band is the article's own date. Long stretches of
    time without anything are shortened, and marked as such.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timeline of the quotations"))
        self._points: list[Point] = []
        self._published: Interval | None = None
        self._undated = 0
        self._scale = Scale([])
        self._selected: int | None = None

    def show_report(self, report: Report, selected: int | None = None) -> None:
        """Show the quotations of a report that have a date."""
        self._points, self._undated = points(report), undated(report)
        published = report.article.published
        self._published = published.interval if published else None
        intervals = [one for point in self._points for one in (point.said, point.archived) if one]
        intervals += [self._published] if self._published else []
        self._scale = Scale([day for interval in intervals for day in interval])
        self._selected = selected
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.say()
        self.update()

    def select(self, number: int | None) -> None:
        """Show a quotation as the selected one."""
        self._selected = number
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, round(self._top() + len(self._points) * self._lane() + self._foot()))

    def marks(self) -> list[Mark]:
        return [
            Mark(
                point.number,
                QRectF(0, self._middle(i) - self._lane() / 2, self.width(), self._lane()),
                self._say(point),
            )
            for i, point in enumerate(self._points)
        ]

    def _say(self, point: Point) -> str:
        parts = [self.tr("Quotation {number}").format(number=point.number), phrases.verdict(point.style)]
        if point.said:
            parts.append(self.tr("said {days}").format(days=phrases.days(point.said)))
        if point.archived:
            parts.append(self.tr("archived as of {days}").format(days=phrases.days(point.archived)))
        return ", ".join(parts)

    # Where things are

    def _line(self) -> float:
        return QFontMetricsF(self.font()).height()

    def _lane(self) -> float:
        return max(self._line() * 1.3, 4 * _RADIUS)

    def _top(self) -> float:
        return self._line() + 3 * STEP

    def _foot(self) -> float:
        return 2 * self._line() + 4 * STEP

    def _middle(self, lane: int) -> float:
        return self._top() + (lane + 0.5) * self._lane()

    def _x(self, place: float) -> float:
        left = 4 * STEP + QFontMetricsF(self.font()).horizontalAdvance("000") + 3 * STEP
        right = self.width() - 4 * STEP - self._sign_width()
        return left + place * max(right - left, 1.0)

    def _sign_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance("△") + 3 * STEP

    def _band(self, days: Interval) -> tuple[float, float]:
        return self._x(self._scale.place(days.earliest)), self._x(self._scale.place(days.latest))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_now()
        painter.fillRect(self.rect(), colour("surface", theme))
        bottom = self._top() + len(self._points) * self._lane()
        self._paint_gaps(painter, bottom, theme)
        if self._published:
            self._paint_published(painter, bottom, theme)
        for lane, point in enumerate(self._points):
            self._paint_lane(painter, lane, point, theme)
        self._paint_foot(painter, bottom)

    def _paint_gaps(self, painter: QPainter, bottom: float, theme: Theme) -> None:
        painter.setPen(QPen(colour("line", theme), 1, Qt.PenStyle.DotLine))
        for one, other, _days in self._scale.gaps():
            middle = (self._x(one) + self._x(other)) / 2
            for x in (middle - 2, middle + 2):
                painter.drawLine(QPointF(x, self._top()), QPointF(x, bottom))

    def _paint_published(self, painter: QPainter, bottom: float, theme: Theme) -> None:
        start, end = self._band(self._published)
        painter.fillRect(
            QRectF(start - 1, self._top(), max(end - start, 0) + 2, bottom - self._top()),
            colour("selection", theme),
        )
        painter.setPen(QPen(colour("accent", theme), 1))
        painter.drawLine(QPointF(end, self._top() - STEP), QPointF(end, bottom))
        words = self.tr("article, {days}").format(days=phrases.days(self._published))
        self._write_at(painter, QPointF((start + end) / 2, STEP), words, "accent")

    def _write_at(self, painter: QPainter, middle: QPointF, words: str, token: str) -> QRectF:
        """Write words whose upper edge has this middle, inside the picture; return their box."""
        x, y = middle.x(), middle.y()
        width = QFontMetricsF(self.font()).horizontalAdvance(words) + 2
        left = min(max(x - width / 2, 4 * STEP), max(self.width() - width - 4 * STEP, 0))
        box = QRectF(left, y, width, self._line())
        painter.setPen(colour(token, theme_now()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return box

    def _paint_lane(self, painter: QPainter, lane: int, point: Point, theme: Theme) -> None:
        y, height = self._middle(lane), self._lane()
        row = QRectF(0, y - height / 2, self.width(), height)
        if point.number == self._selected:
            painter.fillRect(QRectF(0, row.top(), 3, height), colour("accent", theme))
            painter.setPen(QPen(colour("accent", theme), 1, Qt.PenStyle.DotLine))
        else:
            painter.setPen(QPen(colour("line", theme), 1))
        painter.drawLine(QPointF(self._x(0), y), QPointF(self._x(1), y))
        painter.setPen(ink(point.style, theme))
        label = QRectF(3 * STEP, row.top(), self._x(0) - 6 * STEP, height)
        painter.drawText(
            label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(point.number)
        )
        sign = QRectF(self._x(1), row.top(), self._sign_width(), height)
        painter.drawText(sign, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, point.style.sign)
        self._paint_days(painter, y, point, theme)
        if self.hasFocus() and lane == self.focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent", theme), 1))
            painter.drawRoundedRect(row.adjusted(STEP, 1, -STEP, -1), 4, 4)

    def _paint_days(self, painter: QPainter, y: float, point: Point, theme: Theme) -> None:
        shade, said, archived = ink(point.style, theme), point.said, point.archived
        outline = QPen(shade, 1.6)
        if said and archived and not said.overlaps(archived):
            one, other = (sum(self._band(days)) / 2 for days in (said, archived))
            painter.setPen(QPen(shade, 1.6, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(one, y), QPointF(other, y))
        if said:
            is_day = said.earliest == said.latest
            painter.setPen(Qt.PenStyle.NoPen if is_day else outline)
            # A long bar is pale: else a ring of the archive's could not be seen on it.
            painter.setBrush(shade if is_day else fill(point.style, theme))
            self._paint_bar(painter, y, said, _RADIUS)
        if archived:
            painter.setPen(outline)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            self._paint_bar(painter, y, archived, _RADIUS + 2.5)

    def _paint_bar(self, painter: QPainter, y: float, days: Interval, size: float) -> None:
        start, end = self._band(days)
        bar = QRectF(start - size, y - size, max(end - start, 0) + 2 * size, 2 * size)
        painter.drawRoundedRect(bar, size, size)

    def _paint_foot(self, painter: QPainter, bottom: float) -> None:
        taken: list[QRectF] = []
        metrics = QFontMetricsF(self.font())
        for day in (*self._scale.days[:1], *self._scale.days[-1:], *self._scale.days):
            words = phrases.days(Interval.day(day))
            x, width = self._x(self._scale.place(day)), metrics.horizontalAdvance(words) + 4 * STEP
            box = QRectF(x - width / 2, bottom + STEP, width, self._line())
            if not any(box.intersects(other) for other in taken):
                written = self._write_at(painter, QPointF(x, bottom + STEP), words, "muted")
                taken.append(written.adjusted(-STEP, 0, STEP, 0))
        words = self.tr("● said   ○ in the archive")
        if self._undated:
            words += "   " + self.tr("without a date: {count}").format(count=self._undated)
        legend = QPointF(self.width() / 2, bottom + self._line() + 2 * STEP)
        self._write_at(painter, legend, words, "muted")

"""How many quotations have which verdict, as a bar and as chips that filter the list."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QIcon,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop import phrases
from quotecheck.desktop.findings.quotation_model import TO_DECIDE, Tally
from quotecheck.desktop.theme import STEP, colour, ink, theme_now
from quotecheck.desktop.widgets.flow_layout import FlowLayout
from quotecheck.desktop.widgets.verdict_shape import paint_shape
from quotecheck.reporting.palette import UNCHECKED, VERDICTS

__all__ = ["Overview", "VerdictBar"]

_HEIGHT = 8
_GAP = 2

_HIGH = 800
"""Pixels of a window's height from which on the chips may take a second line."""


class VerdictBar(QWidget):
    """A bar whose parts are as long as there are quotations of a verdict."""

    verdict_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tally: Tally = []
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_tally(self, tally: Tally) -> None:
        """Show these counts."""
        self._tally = tally
        self.setAccessibleName(", ".join(f"{phrases.word(style)} {count}" for style, count in tally))
        self.update()

    def parts(self) -> list[tuple[str, QRectF]]:
        """Return the key of each verdict and the rectangle that stands for it."""
        total = sum(count for _style, count in self._tally)
        room = self.width() - _GAP * max(len(self._tally) - 1, 0)
        x, parts = 0.0, []
        for style, count in self._tally:
            width = room * count / total
            parts.append((style.key, QRectF(x, 0, width, self.height())))
            x += width + _GAP
        return parts

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_now()
        pill = QPainterPath()
        pill.addRoundedRect(QRectF(self.rect()).adjusted(0, 0.6, 0, -0.6), _HEIGHT / 2, _HEIGHT / 2)
        if not self._tally:
            painter.fillPath(pill, colour("line", theme))
        for (style, _count), (_key, part) in zip(self._tally, self.parts(), strict=True):
            shape = QPainterPath()
            shape.addRect(part)
            paint_shape(painter, shape.intersected(pill), style)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for key, part in self.parts():
            if part.contains(event.position()):
                self.verdict_clicked.emit(key)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for (style, count), (_key, part) in zip(self._tally, self.parts(), strict=True):
                if part.contains(event.pos()):
                    words = self.tr("{verdict}: {count}").format(verdict=phrases.verdict(style), count=count)
                    QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


def _sign(key: str | None, font: QFont) -> QIcon:
    """Return a verdict's sign in the colour that it has in the bar; nothing for what is no verdict."""
    style = next((style for style in (*VERDICTS.values(), UNCHECKED) if style.key == key), None)
    if style is None:
        return QIcon()
    side = QFontMetrics(font).height()
    picture = QPixmap(2 * side, 2 * side)
    picture.setDevicePixelRatio(2.0)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    painter.setFont(bold)
    painter.setPen(ink(style, theme_now()))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, style.sign)
    painter.end()
    return QIcon(picture)


class Overview(QWidget):
    """The bar, and below it a chip for all quotations and one for each verdict that occurs."""

    verdict_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = VerdictBar()
        self.bar.verdict_clicked.connect(self.choose)
        self._chips: dict[str | None, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._key: str | None = None
        self._texts: dict[str | None, str] = {}
        self._short: dict[str | None, str] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 2 * STEP)
        column.setSpacing(2 * STEP)
        self._top = QHBoxLayout()
        self._top.setSpacing(3 * STEP)
        self._top.addWidget(self.bar, 1)
        column.addLayout(self._top)
        column.addWidget(self._row)
        self.show_tally([])

    def show_tally(self, tally: Tally, *, to_decide: int = 0) -> None:
        """Show these counts; a chosen verdict that no longer occurs gives way to all.

        The chip of what wants a decision stays chosen when nothing does any more.
        """
        self.bar.show_tally(tally)
        total = sum(count for _style, count in tally)
        texts: dict[str | None, str] = {None: self.tr("All {count}").format(count=total)}
        if to_decide or self._key == TO_DECIDE:
            texts[TO_DECIDE] = self.tr("To decide {count}").format(count=to_decide)
        texts |= {style.key: f"{phrases.word(style)}  {count}" for style, count in tally}
        tips: dict[str | None, str] = {
            style.key: self.tr("{verdict}: {meaning}").format(
                verdict=phrases.word(style), meaning=phrases.meaning(style)
            )
            for style, _count in tally
        }
        tips[TO_DECIDE] = self.tr("What is not the same words and nobody has decided on")
        if list(self._chips) != list(texts):
            self._make_chips(list(texts))
        self._texts = texts
        self._short = {style.key: f"{count}" for style, count in tally}
        for key, text in texts.items():
            self._chips[key].setAccessibleName(text)
            self._chips[key].setToolTip(tips.get(key, ""))
        self._show_texts()
        if self._key not in texts or not total:
            self.choose(None)

    def add_beside_bar(self, widget: QWidget) -> None:
        """Show ``widget`` at the end of the bar's line."""
        self._top.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_texts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._show_texts()

    def _show_texts(self) -> None:
        """Write on the chips; where they would need a line too many, a verdict's sign stands for its word."""
        for key, chip in self._chips.items():
            chip.setText(self._texts.get(key, chip.text()))
            chip.setIcon(_sign(key, chip.font()))
            chip.setIconSize(QSize(1, 1) * chip.fontMetrics().height())
        one_line = self._flow.heightForWidth(10_000)
        margins = self.layout().contentsMargins()
        room = self.width() - margins.left() - margins.right()
        lines = 2 if self.window().height() >= _HIGH else 1
        if self._flow.heightForWidth(room) > lines * one_line + self._flow.spacing():
            for key, chip in self._chips.items():
                chip.setText(self._short.get(key, chip.text()))
        # A splitter asks nobody how high something is at its width.
        self._row.setMinimumHeight(self._flow.heightForWidth(max(room, 1)))

    def choose(self, key: str | None) -> None:
        """Choose a verdict by its key, or all."""
        self._chips[key].setChecked(True)
        if key != self._key:
            self._key = key
            self.verdict_chosen.emit(key)

    def chip(self, key: str | None) -> QPushButton | None:
        """Return the chip of a verdict, where there is one."""
        return self._chips.get(key)

    def _make_chips(self, keys: list[str | None]) -> None:
        before = self._chips
        for chip in before.values():
            self._flow.removeWidget(chip)
        self._chips = {key: before.pop(key, None) or self._chip(key) for key in keys}
        for chip in before.values():
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        for chip in self._chips.values():
            self._flow.addWidget(chip)
        for first, second in pairwise(self._chips.values()):
            QWidget.setTabOrder(first, second)

    def _chip(self, key: str | None) -> QPushButton:
        chip = QPushButton(self._row)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(key == self._key)
        chip.clicked.connect(lambda: self.choose(key))
        self._group.addButton(chip)
        chip.show()
        return chip

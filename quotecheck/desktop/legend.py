"""What the colours, lines and signs of the desk mean, painted as they stand in the article."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop import phrases
from quotecheck.desktop.article.highlighter import paint_underline
from quotecheck.desktop.theme import STEP, fill, ink, serif, theme_now
from quotecheck.reporting.palette import CAUTIONS, UNCHECKED, VERDICTS, VerdictStyle

__all__ = ["Legend"]


class _Swatch(QWidget):
    """A word that is marked as the quotations of one verdict are."""

    def __init__(self, style: VerdictStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setFont(serif(self.font().pointSizeF() * 1.1))
        self.setAccessibleName(phrases.word(style))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def _words(self) -> str:
        return f"{self._style.sign} {phrases.word(self._style)}"

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._words) + 3 * STEP, metrics.height() + 2 * STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0, STEP / 2, 0, -STEP / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill(self._style, theme))
        painter.drawRoundedRect(box, 2, 2)
        paint_underline(painter, box, self._style.underline, ink(self._style, theme))
        painter.setPen(ink(self._style, theme))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)


class Legend(QDialog):
    """Every verdict with what it means, and the warnings that can stand beside one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the colours mean"))
        self.resize(560, 560)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(self._verdicts())
        column.addWidget(self._heading(self.tr("▲ Cautions")))
        words = " · ".join(phrases.caution(caution) for caution in CAUTIONS)
        column.addWidget(
            self._sentence(self.tr("A caution can stand beside any verdict: {all}.").format(all=words))
        )
        column.addWidget(self._heading(self.tr("In the two texts")))
        column.addWidget(
            self._sentence(
                self.tr(
                    "Underlined words were printed and are not in the archive; struck-through words are in "
                    "the archive and were not printed. Grey differences change nothing."
                )
            )
        )
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            # A desktop's icons are drawn for its own ground, not for ours.
            button.setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        whole.addWidget(scroll)
        whole.addWidget(buttons)
        buttons.buttons()[0].setFocus()

    def _verdicts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        grid.setColumnStretch(1, 1)
        for line, style in enumerate((*VERDICTS.values(), UNCHECKED)):
            grid.addWidget(_Swatch(style), line, 0)
            grid.addWidget(self._sentence(phrases.meaning(style)), line, 1)
        return grid

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
        return label

    def _sentence(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        return label

"""A list for dialogs: each entry a line that is read first, fainter lines below it, and perhaps a badge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quotecheck.desktop.theme import STEP, colour, theme_now
from quotecheck.desktop.widgets.explained_list import ExplainedList
from quotecheck.desktop.widgets.row_ground import paint_ground
from quotecheck.desktop.widgets.two_lines import Badge, paint_badge, two_fonts, write

__all__ = ["LineList"]

_DATA, _BADGE, _IS_FAINT = (Qt.ItemDataRole.UserRole + i for i in range(3))
_BETWEEN = 2


class _LinesDelegate(QStyledItemDelegate):
    """Draws an entry; of the text's lines the first is in the font of quotations."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        fonts = _fonts(option.font, index.data())
        height = sum(QFontMetrics(font).height() + _BETWEEN for font in fonts) - _BETWEEN
        return QSize(200, height + 4 * STEP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, fonts = theme_now(), _fonts(option.font, index.data())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        inner = option.rect.adjusted(3 * STEP, 2 * STEP, -3 * STEP, -2 * STEP)
        if badge := index.data(_BADGE):
            inner.setRight(paint_badge(painter, inner, Badge.of(*badge), fonts[-1]) - 3 * STEP)
        token = "muted" if index.data(_IS_FAINT) else "ink"
        for line, font in zip(index.data().split("\n"), fonts, strict=True):
            painter.setPen(colour(token, theme))
            height = QFontMetrics(font).height()
            write(painter, QRect(inner.left(), inner.top(), inner.width(), height), line, font)
            inner.setTop(inner.top() + height + _BETWEEN)
            token = "muted"
        painter.restore()


def _fonts(font: QFont, text: str) -> list[QFont]:
    first, other = two_fonts(font)
    return [first, *[other] * text.count("\n")]


class LineList(ExplainedList):
    """Entries of one line or several; what has no room on its line is in the tooltip."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lines")
        self.setAccessibleName(name)
        self.setItemDelegate(_LinesDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def add(
        self, lines: str, data: object, *, badge: tuple[str, str, str] | None = None, is_faint: bool = False
    ) -> None:
        """Add an entry that stands for ``data``; ``badge`` is its text and the tokens of its colours."""
        item = QListWidgetItem(lines)
        item.setData(_DATA, data)
        item.setData(_BADGE, badge)
        item.setData(_IS_FAINT, is_faint)
        item.setToolTip(lines)
        told = f"{lines}\n{badge[0]}" if badge else lines
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told.replace("\n", ", "))
        self.addItem(item)

    @property
    def current(self) -> object:
        """What the current entry stands for; None where there is none."""
        return self.of(self.currentItem())

    @staticmethod
    def of(item: QListWidgetItem | None) -> object:
        """Return what an entry stands for."""
        return item.data(_DATA) if item else None

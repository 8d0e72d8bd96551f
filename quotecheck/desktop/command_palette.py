"""The command palette: everything that can be done or gone to, found by typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop.palette_model import Offer, fitting
from quotecheck.desktop.theme import STEP, colour, theme_now
from quotecheck.desktop.widgets.explained_list import ExplainedList

__all__ = ["CommandPalette"]

_PAUSE = 100
"""Milliseconds without a keystroke after which the archive is searched."""

_OFFER = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _OfferDelegate(QStyledItemDelegate):
    """Draws an offer on one line: its text, and at the right its keys or what it belongs to."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, option.fontMetrics.height() + 3 * STEP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer: Offer = index.data(_OFFER)
        theme, row = theme_now(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, colour("selection", theme))
            painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), colour("accent", theme))
        inner = row.adjusted(4 * STEP, 0, -4 * STEP, 0)
        aside = offer.keys or offer.group
        width = option.fontMetrics.horizontalAdvance(aside)
        painter.setPen(colour("muted", theme))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        painter.setPen(colour("ink", theme))
        room = inner.width() - width - 4 * STEP
        text = option.fontMetrics.elidedText(offer.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class CommandPalette(QDialog):
    """Offers what fits; Enter does it. ``ask`` is told what to look for in the archive as well."""

    def __init__(
        self,
        offers: Iterable[Offer],
        ask: Callable[[str, Callable[[list[Offer]], None]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Command palette"))
        self.setObjectName("palette")
        self._offers, self._ask = list(offers), ask
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("What do you want to do or go to?"))
        self.field.setPlaceholderText(self.tr("Do something, or find a quotation or an archived statement"))
        self.list = ExplainedList()
        self.list.explain(self.tr("Nothing fits: type other words, or fewer."))
        self.list.setAccessibleName(self.tr("Offers"))
        self.list.setItemDelegate(_OfferDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.setSpacing(STEP)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask_archive)
        self.field.textChanged.connect(self._show_fitting)
        self.field.returnPressed.connect(self.accept)
        self.list.itemClicked.connect(lambda _item: self.accept())
        self.field.installEventFilter(self)
        self._place(parent)
        self._show_fitting("")
        self.field.setFocus()

    def _place(self, parent: QWidget) -> None:
        width, height = min(640, parent.width() - 40), min(420, parent.height() - 80)
        left = parent.mapToGlobal(parent.rect().topLeft())
        self.setGeometry(left.x() + (parent.width() - width) // 2, left.y() + 60, width, height)

    def _show_fitting(self, typed: str) -> None:
        self.list.clear()
        self._add(fitting(self._offers, typed))
        self._pause.start()

    def _add(self, offers: Iterable[Offer]) -> None:
        for offer in offers:
            item = QListWidgetItem(f"{offer.text}, {offer.group}")
            item.setData(_OFFER, offer)
            item.setToolTip(offer.text)
            self.list.addItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def _ask_archive(self) -> None:
        typed = self.field.text().strip()
        if len(typed) > 1:
            self._ask(typed, self._add)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The keyboard stays in the field; what moves in a list is passed on to it.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        item = self.list.currentItem()
        super().accept()
        if item is not None:
            item.data(_OFFER).do()

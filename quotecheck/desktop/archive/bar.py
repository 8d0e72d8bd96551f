"""The line above the archived quotes: the search, the order, what can be done, and the filters chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from quotecheck.archive.catalogue.facets import Order, Query
from quotecheck.desktop.archive.facets import chosen_facets, facet_words
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.flow_layout import FlowLayout
from quotecheck.desktop.widgets.overflow import Overflow

__all__ = ["ArchiveBar", "FilterChips"]


class FilterChips(QWidget):
    """A chip for each facet that is chosen; a click takes it away."""

    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(4 * STEP, 2 * STEP, 4 * STEP, 2 * STEP)
        self.chips: dict[str, QPushButton] = {}
        self.hide()

    def show_query(self, query: Query) -> None:
        """Show what is chosen."""
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self.chips = {field: self._chip(field, value) for field, value in chosen_facets(query).items()}
        for chip in self.chips.values():
            self._flow.addWidget(chip)
        self.setVisible(bool(self.chips))

    def _chip(self, field: str, value: object) -> QPushButton:
        words = facet_words(field, value)
        chip = QPushButton(f"{words}  ✕", self)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setAccessibleName(self.tr("No longer only {words}").format(words=words))
        chip.clicked.connect(lambda: self.dropped.emit(field))
        chip.show()
        return chip


class ArchiveBar(QWidget):
    """The search field is ``words``; ``order_chosen`` says what is to come first."""

    order_chosen = Signal(Order, bool)

    def __init__(self, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.order = QLineEdit(), QComboBox()
        self.words.setPlaceholderText(self.tr("Search the archive  (Ctrl+F)"))
        self.words.setAccessibleName(self.tr("Search the archive"))
        self.words.setToolTip(
            self.tr("Words of the quote, its speaker or its source; “words” in quotes stand together")
        )
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(180)
        for text, order, is_descending in (
            (self.tr("Latest added"), Order.ADDED, True),
            (self.tr("First added"), Order.ADDED, False),
            (self.tr("Latest said"), Order.SAID, True),
            (self.tr("First said"), Order.SAID, False),
            (self.tr("Speaker, A to Z"), Order.SPEAKER, False),
            (self.tr("Speaker, Z to A"), Order.SPEAKER, True),
        ):
            self.order.addItem(text, (order, is_descending))
        self.order.setAccessibleName(self.tr("Order"))
        self.order.currentIndexChanged.connect(lambda: self.order_chosen.emit(*self.order.currentData()))
        self.buttons = {}
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self.words, 1)
        row.addWidget(self.order)
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if action.menu():
                button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            self.buttons[action.objectName()] = button
            row.addWidget(button)
        self.more = Overflow([(self.buttons[action.objectName()], action) for action in actions])
        row.addWidget(self.more)

    def minimumSizeHint(self) -> QSize:
        # What has no room is folded away: the bar never keeps a window from getting narrow.
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins, spacing = self._row.contentsMargins(), self._row.spacing()
        taken = self.words.minimumWidth() + self.order.sizeHint().width() + spacing
        self.more.fit(self.width() - margins.left() - margins.right() - taken, spacing)

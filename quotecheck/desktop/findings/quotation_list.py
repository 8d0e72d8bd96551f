"""The list of quotations, and what stands in its place when there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedLayout, QWidget

from quotecheck.decisions import Standing
from quotecheck.desktop.findings.quotation_delegate import QuotationDelegate
from quotecheck.desktop.findings.quotation_model import QuotationFilter, QuotationModel, Role
from quotecheck.desktop.widgets.empty_state import EmptyState
from quotecheck.model import Report

__all__ = ["QuotationList"]

_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}


class _Rows(QListView):
    """A list in which J and K go down and up, as the arrow keys do, and whose selected row stays in view."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        row = self.visualRect(self.currentIndex())
        was_in_view = row.intersects(QRect(QPoint(0, 0), event.oldSize()))
        super().resizeEvent(event)
        if was_in_view:
            self.scrollTo(self.currentIndex())


class QuotationList(QWidget):
    """Shows the quotations that the filter lets through."""

    quotation_selected = Signal(int)
    filter_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotations")
        self.model = QuotationModel(self)
        self.filter = QuotationFilter(self)
        self.filter.setSourceModel(self.model)
        self.rows = _Rows()
        self.rows.setObjectName("quotations")
        self.rows.setAccessibleName(self.tr("Quotations"))
        self.rows.setModel(self.filter)
        self.rows.setItemDelegate(QuotationDelegate(self.rows))
        self.rows.setUniformItemSizes(True)
        self.rows.setMouseTracking(True)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = EmptyState()
        self.empty.acted.connect(self.filter_cleared)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.rows)
        self._layers.addWidget(self.empty)
        self._is_working = self._has_text = False
        self._listen()
        self._show_layer()

    def _listen(self) -> None:
        self.rows.selectionModel().currentChanged.connect(self._report_current)
        self.rows.stepped.connect(self.step)
        for signal in (self.filter.modelReset, self.filter.rowsInserted, self.filter.rowsRemoved):
            signal.connect(self._show_layer)
        self.filter.layoutChanged.connect(self._show_layer)

    def show_report(self, report: Report, standings: tuple[Standing, ...] = (), *, is_working: bool) -> None:
        """Show the speech of ``report``, and what was decided; ``is_working`` while more is to come."""
        self._is_working, self._has_text = is_working, bool(report.article.text.strip())
        with QSignalBlocker(self):
            self.model.show_report(report, standings)
        self.model.set_waiting(is_working)
        self._show_layer()

    def offer(self, actions: list[QAction]) -> None:
        """Offer these actions in the context menu of a row."""
        self.rows.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.rows.addActions(actions)

    def select(self, number: int | None) -> None:
        """Show quotation ``number`` as the selected one, if the filter lets it through."""
        index = self.filter.mapFromSource(self.model.index(number - 1)) if number else QModelIndex()
        with QSignalBlocker(self):
            if index.isValid():
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.rows.selectionModel().setCurrentIndex(index, flags)
                self.rows.scrollTo(index)
            else:
                self.rows.selectionModel().clear()

    def step(self, by: int) -> None:
        """Select the quotation ``by`` rows further, among those shown; from none, the first or last."""
        count = self.filter.rowCount()
        if not count:
            return
        current = self.rows.currentIndex().row()
        row = (0 if by > 0 else count - 1) if current < 0 else min(max(current + by, 0), count - 1)
        self.rows.setCurrentIndex(self.filter.index(row, 0))

    def _report_current(self, current: QModelIndex) -> None:
        if current.isValid() and not self.signalsBlocked():
            self.quotation_selected.emit(current.data(Role.NUMBER))

    def _show_layer(self) -> None:
        if self.filter.rowCount():
            self._layers.setCurrentWidget(self.rows)
            return
        if self.filter.shows_undecided and self.model.rowCount():
            self.empty.say(
                self.tr("All decided"),
                self.tr("No quotation of this article wants a decision any more."),
                self.tr("Show all"),
            )
        elif self.model.rowCount():
            self.empty.say(
                self.tr("No quotation matches"),
                self.tr("Search for something else, or show them all."),
                self.tr("Show all"),
            )
        elif self._is_working:
            self.empty.say(self.tr("Looking for quotations…"))
        elif self._has_text:
            self.empty.say(
                self.tr("No quotation in this text"),
                self.tr(
                    "Nothing that somebody says stands in quotation marks here. Words that you select in the "
                    "article can be made a quotation by hand (Alt+Q)."
                ),
            )
        else:
            self.empty.say(
                self.tr("No quotations yet"),
                self.tr("Whatever stands in quotation marks in the article is listed here."),
            )
        self._layers.setCurrentWidget(self.empty)

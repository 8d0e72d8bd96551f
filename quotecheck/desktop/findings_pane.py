"""The right half of the desk: the overview and the list of quotations over the one that is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from quotecheck.desktop.detail_panel import DetailPanel
from quotecheck.desktop.overview import Overview
from quotecheck.desktop.quotation_list import QuotationList
from quotecheck.desktop.quotation_model import tally
from quotecheck.model import Report

__all__ = ["FindingsPane"]


class FindingsPane(QWidget):
    """Shows the quotations of a report; the overview's chips filter the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overview, self.list, self.detail = Overview(), QuotationList(), DetailPanel()
        self.overview.verdict_chosen.connect(self.list.filter.show_verdict)
        upper = QWidget()
        upper.setObjectName("upper")
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.overview)
        column.addWidget(self.list, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("splitter")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([400, 600])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def show_report(self, report: Report, selected: int | None, *, is_working: bool) -> None:
        """Show the speech of ``report``, and of it the selected one in full."""
        self.overview.show_tally(tally(report))
        self.overview.setVisible(bool(report.speech))
        self.list.show_report(report, is_working=is_working)
        self.show_selected(report, selected, is_working=is_working)

    def show_selected(self, report: Report, selected: int | None, *, is_working: bool) -> None:
        """Select a quotation in the list and show it in full."""
        self.list.select(selected)
        if selected is None:
            self.detail.show_nothing(bool(report.speech))
        else:
            self.detail.show_finding(report.speech[selected - 1], is_waiting=is_working)

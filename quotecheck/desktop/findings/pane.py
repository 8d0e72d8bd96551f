"""The right half of the desk: the overview and the list of quotations over the one that is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from quotecheck.decisions import Review
from quotecheck.desktop.actions import Actions
from quotecheck.desktop.findings.detail_panel import DetailPanel
from quotecheck.desktop.findings.overview import Overview
from quotecheck.desktop.findings.quotation_list import QuotationList
from quotecheck.desktop.findings.quotation_model import tally, to_decide
from quotecheck.desktop.pictures.pane import PicturesPane
from quotecheck.desktop.theme import STEP

__all__ = ["FindingsPane"]


class FindingsPane(QWidget):
    """Shows the quotations of a report; the overview's chips filter the list."""

    lost_clicked = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overview, self.list, self.detail = Overview(), QuotationList(), DetailPanel(actions)
        self.pictures = PicturesPane(self.list)
        self.overview.add_beside_bar(self.pictures.row)
        self.overview.verdict_chosen.connect(self.list.filter.show_verdict)
        self.lost = QPushButton()
        self.lost.setProperty("role", "link")
        self.lost.setProperty("tone", "warning")
        self.lost.setCursor(Qt.CursorShape.PointingHandCursor)
        self.lost.clicked.connect(self.lost_clicked)
        self.lost.setMinimumHeight(8 * STEP)
        self.lost.hide()
        upper = QWidget()
        upper.setObjectName("upper")
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.overview)
        lost = QHBoxLayout()
        lost.setContentsMargins(4 * STEP, 0, 4 * STEP, 0)
        lost.addWidget(self.lost)
        lost.addStretch(1)
        column.addLayout(lost)
        column.addWidget(self.pictures, 1)
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

    def show_review(self, review: Review, selected: int | None, *, is_working: bool) -> None:
        """Show the speech of the report under its decisions, and of it the selected one in full."""
        report = review.report
        self.overview.show_tally(tally(report), to_decide=len(self.to_decide(review)))
        for part in (self.overview, self.detail):
            part.setVisible(bool(report.speech))
        # Until the text has been read to its end, decisions wait for their words.
        self.lost.setVisible(bool(review.lost) and not is_working)
        self.lost.setText(self.tr("▲ Decisions without their words: {count}").format(count=len(review.lost)))
        self.list.show_report(report, review.speech, is_working=is_working)
        self.pictures.show_report(report, selected)
        self.show_selected(review, selected, is_working=is_working)

    def to_decide(self, review: Review) -> list[int]:
        """Return the numbers of the quotations that want a decision."""
        return to_decide(review, asks_minor=self.list.filter.asks_minor)

    def show_selected(self, review: Review, selected: int | None, *, is_working: bool) -> None:
        """Select a quotation in the list and show it in full."""
        speech = review.report.speech
        self.list.select(selected)
        self.pictures.timeline.select(selected)
        if selected is None:
            self.detail.show_nothing(bool(speech))
        else:
            finding, standing = speech[selected - 1], review.speech[selected - 1]
            possible = review.possible_speakers(selected)
            self.detail.show_finding(finding, standing, possible=possible, is_waiting=is_working)

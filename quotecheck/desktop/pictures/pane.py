"""The pictures in the place of the list: a timeline, the speakers; and what changes between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop.pictures.speaker_bars import SpeakerBars
from quotecheck.desktop.pictures.timeline import Timeline
from quotecheck.desktop.pictures.timeline_points import points
from quotecheck.desktop.widgets.empty_state import EmptyState
from quotecheck.model import Report

__all__ = ["PicturesPane"]

_LIST, _TIME, _SPEAKERS = range(3)


def _scrolled(picture: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(picture)
    return area


class PicturesPane(QWidget):
    """Shows ``listed``, or one of the pictures of the same quotations.

    ``row`` holds what changes between them; whoever has room for it puts it there.
    """

    quotation_selected = Signal(object)
    speaker_chosen = Signal(str)

    def __init__(self, listed: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("upper")
        self.timeline, self.speakers, self.empty = Timeline(), SpeakerBars(), EmptyState()
        self.empty.say(
            self.tr("No dates yet"), self.tr("Neither the article nor the archive dates a quotation.")
        )
        self._times = QStackedWidget()
        self._times.addWidget(_scrolled(self.timeline))
        self._times.addWidget(self.empty)
        self.pages = QStackedWidget()
        for page in (listed, self._times, _scrolled(self.speakers)):
            self.pages.addWidget(page)
        self.buttons = [
            QPushButton(text) for text in (self.tr("List"), self.tr("Timeline"), self.tr("Speakers"))
        ]
        self._group = QButtonGroup(self)
        self.row = QWidget()
        row = QHBoxLayout(self.row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, button in enumerate(self.buttons):
            button.setProperty("role", "tab")
            button.setCheckable(True)
            self._group.addButton(button, place)
            row.addWidget(button)
        self.buttons[_LIST].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        self._group.idClicked.connect(self.pages.setCurrentIndex)
        self.timeline.chosen.connect(self.quotation_selected)
        self.speakers.chosen.connect(self._choose_speaker)

    def show_report(self, report: Report, selected: int | None) -> None:
        """Show the quotations of a report."""
        self.row.setVisible(bool(report.speech))
        if not report.speech:
            self.show_page(_LIST)
        self.timeline.show_report(report, selected)
        self.speakers.show_report(report)
        self._times.setCurrentIndex(0 if points(report) else 1)

    def show_page(self, place: int) -> None:
        """Show the list (0), the timeline (1) or the speakers (2)."""
        self.buttons[place].setChecked(True)
        self.pages.setCurrentIndex(place)

    def _choose_speaker(self, name: str) -> None:
        self.show_page(_LIST)
        self.speaker_chosen.emit(name)

"""The left half of the desk: the header over the article, and what to do while there is none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quotecheck.desktop import phrases
from quotecheck.desktop.article.header import ArticleHeader
from quotecheck.desktop.article.marks import marks_of
from quotecheck.desktop.article.positions import Positions
from quotecheck.desktop.article.view import ArticleView
from quotecheck.desktop.widgets.empty_state import EmptyState
from quotecheck.model import Report, Span, TextWarning
from quotecheck.reporting.palette import style_of

__all__ = ["ArticlePane"]


class ArticlePane(QWidget):
    """Shows the article of a report, with its quotations marked."""

    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articlePane")
        self.header, self.view = ArticleHeader(), ArticleView()
        self.empty = EmptyState(self.view.viewport())
        self.empty.say(
            self.tr("Which article shall be checked?"),
            self.tr("Paste it (Ctrl+V), drop a text or a file here, or just write."),
            self.tr("Open a file…"),
        )
        self.empty.acted.connect(self.file_wanted)
        self.view.column_moved.connect(self.header.align_with)
        self.view.textChanged.connect(self._show_empty)
        self.view.viewport().installEventFilter(self)
        self.header.warning_clicked.connect(self._go_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        self._text = ""

    def show_text(self, text: str) -> None:
        """Show another text, not marked yet."""
        self.view.show_text(text)
        self.view.setFocus()
        self._show_empty()

    def show_report(self, report: Report, *, is_working: bool = False) -> None:
        """Show what was found in the text that is on show already."""
        self._text = report.article.text
        self.header.show_report(report, is_working=is_working)
        tips = {
            number: phrases.tip(finding, style_of(finding.verdict.wording if finding.verdict else None))
            for number, finding in enumerate(report.speech, start=1)
        }
        self.view.show_marks(marks_of(report), tips)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view.viewport() and event.type() == QEvent.Type.Resize:
            self._place_empty()
        return super().eventFilter(watched, event)

    def _show_empty(self) -> None:
        self.empty.setVisible(self.view.document().isEmpty())
        self._place_empty()

    def _place_empty(self) -> None:
        room = self.view.viewport().rect()
        width = min(room.width(), 440)
        height = min(room.height(), 200)
        self.empty.setGeometry((room.width() - width) // 2, (room.height() - height) * 2 // 5, width, height)

    def _go_to(self, warning: TextWarning) -> None:
        place = Positions(self._text).span(Span(warning.at, warning.at + 1))
        self.view.go_to(place)

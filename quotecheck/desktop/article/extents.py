"""What is a quotation at all, and which words it has: made, corrected and taken out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quotecheck.decisions import NotAQuotation, QuotationAdded, SpanCorrected, anchor, decide
from quotecheck.desktop.article.edge_drag import moved_by_word
from quotecheck.desktop.author import author
from quotecheck.desktop.decisions.phrases import decided
from quotecheck.model import Span

if TYPE_CHECKING:
    from quotecheck.desktop.main_window import MainWindow

__all__ = ["Extents"]


class Extents(QObject):
    """Carries out decisions on the extent of quotations."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        actions = window.actions_by_name
        does = {
            "add_quotation": self.add_quotation,
            "no_quotation": self.remove_quotation,
            "start_back": lambda: self._move_edge(is_start=True, by=-1),
            "start_on": lambda: self._move_edge(is_start=True, by=1),
            "end_back": lambda: self._move_edge(is_start=False, by=-1),
            "end_on": lambda: self._move_edge(is_start=False, by=1),
        }
        for name, do in does.items():
            actions[name].triggered.connect(lambda _checked=False, do=do: do())
        actions["add_quotation"].setEnabled(False)
        view = window.article.view
        view.copyAvailable.connect(actions["add_quotation"].setEnabled)
        view.extent_dragged.connect(self.correct)
        view.offer([actions[name] for name in ("add_quotation", "no_quotation")])

    def add_quotation(self) -> None:
        """Make the words that are selected in the article a quotation.

        Where they overlap just one that is known, its extent is corrected, and what was found of it stays.
        """
        view, report = self._window.article.view, self._session.report
        text, span = view.text(), view.selected_words()
        if span is None:
            self._window.show_problem(self.tr("Select the words of the quotation in the article first."))
            return
        known = [f.quotation.span for f in report.speech if f.quotation.span.overlaps(span)]
        if span in known:
            self._select_at(span)
        elif len(known) == 1 and text == report.article.text:
            self._take_span(known[0], span)
        else:
            change = QuotationAdded()
            about = anchor(text, span)
            self._session.log.take(decide(about, change, by=author()), text=decided(change))
            self._select_at(span)

    def remove_quotation(self) -> None:
        """Say that the selected quotation is none."""
        number = self._session.selected
        if number:
            finding = self._session.report.speech[number - 1]
            self._window.deciding.take(finding, NotAQuotation())

    def correct(self, number: int, span: Span) -> None:
        """Let quotation ``number`` be the words of ``span``, in code points."""
        report = self._session.report
        # While an edit waits for its analysis, the offsets are those of an older text.
        if number > len(report.speech) or self._window.article.view.text() != report.article.text:
            return
        known = report.speech[number - 1].quotation.span
        others = [f.quotation.span for f in report.speech if f.quotation.span != known]
        if any(other.overlaps(span) for other in others):
            self._window.show_problem(
                self.tr("These words are part of another quotation: take that one out of the list first.")
            )
        elif span != known:
            self._take_span(known, span)

    def _move_edge(self, *, is_start: bool, by: int) -> None:
        number, report = self._session.selected, self._session.report
        if number:
            known = report.speech[number - 1].quotation.span
            self.correct(number, moved_by_word(report.article.text, known, is_start=is_start, by=by))

    def _take_span(self, known: Span, span: Span) -> None:
        text = self._session.report.article.text
        change = SpanCorrected(anchor(text, span))
        self._session.log.take(decide(anchor(text, known), change, by=author()), text=decided(change))
        self._select_at(span)

    def _select_at(self, span: Span) -> None:
        for number, finding in enumerate(self._session.report.speech, start=1):
            if finding.quotation.span == span:
                self._session.select(number)

"""The dialog in which the archived statement of a quotation is chosen, from candidates or by search."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from quotecheck.decisions import MatchChosen
from quotecheck.desktop import phrases
from quotecheck.desktop.decisions.dialog import DecisionDialog
from quotecheck.desktop.decisions.phrases import excerpt
from quotecheck.desktop.widgets.line_list import LineList
from quotecheck.model import ArchivedQuote

__all__ = ["MatchDialog"]

_PAUSE = 100
"""Milliseconds without a keystroke after which the archive is searched."""

_EXCERPT = 200


class MatchDialog(DecisionDialog):
    """Lists the candidates of the check, or what ``ask`` finds in the archive."""

    decided = Signal(object)

    def __init__(
        self,
        words: str,
        candidates: Iterable[ArchivedQuote],
        ask: Callable[[str, Callable[[list[ArchivedQuote]], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Choose match"), words, parent)
        self.resize(640, 480)
        self._candidates, self._ask = list(candidates), ask
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Search the archive"))
        self.field.setPlaceholderText(self.tr("Search the archive: words, speaker, source"))
        self.field.setClearButtonEnabled(True)
        self.list = LineList(self.tr("Archived statements"))
        self.none = QPushButton(self.tr("None of the archive’s statements"))
        self.none.clicked.connect(self._choose_none)
        self.column.addWidget(self.field)
        self.column.addWidget(self.list, 1)
        self.add_link(self.none)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_ready())
        self._show_candidates()
        self.field.setFocus()

    def show_quotes(self, quotes: Iterable[ArchivedQuote]) -> None:
        """List these quotes, the first one chosen."""
        self.list.clear()
        for quote in quotes:
            self.list.add(f"{phrases.quoted(excerpt(quote.text, _EXCERPT))}\n{_where(quote)}", quote)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._show_ready()

    def _search(self) -> None:
        query = self.field.text().strip()
        if query:
            self._ask(query, self._show_found)
        else:
            self._show_candidates()

    def _show_candidates(self) -> None:
        self.list.explain(
            self.tr("The check found nothing like it: search the archive by words, speaker or source.")
        )
        self.show_quotes(self._candidates)

    def _show_found(self, quotes: Iterable[ArchivedQuote]) -> None:
        self.list.explain(self.tr("Nothing in the archive matches: search for other words, or fewer."))
        self.show_quotes(quotes)

    def _show_ready(self) -> None:
        self.ok.setEnabled(self.list.currentItem() is not None)

    def _choose_none(self) -> None:
        self.decided.emit(MatchChosen(None))
        super().accept()

    def accept(self) -> None:
        if self.list.current is not None:
            self.decided.emit(MatchChosen(self.list.current))
            super().accept()


def _where(quote: ArchivedQuote) -> str:
    when = phrases.days(quote.said) if quote.said else None
    return " · ".join(part for part in (quote.speaker, when, quote.source_title, quote.publisher) if part)

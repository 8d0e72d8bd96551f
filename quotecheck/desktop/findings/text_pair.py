"""The printed words and the archived ones: one over the other, or side by side where there is room."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from quotecheck.desktop import phrases
from quotecheck.desktop.findings.comparison import archived_html, printed_html
from quotecheck.desktop.theme import STEP, colour, theme_now
from quotecheck.desktop.widgets.card import Card
from quotecheck.model import ArchivedQuote, Interval, Match

__all__ = ["TextPair"]

_NARROW = 30
"""Average characters of the interface's font that each text needs at least to stand beside the other."""


def _is_web(url: str | None) -> bool:
    return url is not None and urlsplit(url).scheme in ("http", "https")


class TextPair(QWidget):
    """Two cards; the archived one is hidden while the archive has nothing like the quotation."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printed = Card(self.tr("As printed"))
        self.archived = Card(self.tr("In the archive"))
        self.archived.link_clicked.connect(self.link_clicked)
        self._is_beside_wanted = False
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * STEP)
        for card in (self.printed, self.archived):
            self._row.addWidget(card, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_beside(self) -> bool:
        """Whether the texts stand side by side now."""
        return self._row.direction() == QBoxLayout.Direction.LeftToRight

    def set_beside(self, is_wanted: bool) -> None:
        """Put the texts side by side, as soon as the room is wide enough for that."""
        self._is_beside_wanted = is_wanted
        self._arrange()

    def show_texts(self, text: str, match: Match | None, *, is_candidate: bool) -> None:
        """Show the printed ``text``, and beside it what the archive has of it."""
        theme = theme_now()
        share = self.tr("{percent} % of the words").format(percent=round(100 * match.score)) if match else ""
        self.printed.show_words(self.tr("As printed"), share, printed_html(text, match, theme))
        self.archived.setVisible(match is not None)
        if match is None:
            return
        quote = match.quote
        place = self.tr("Candidate in the archive") if is_candidate else self.tr("In the archive")
        head = [place, quote.speaker, phrases.days(quote.said) if quote.said else None]
        self.archived.show_words(
            " · ".join(part for part in head if part),
            phrases.status(quote.status),
            archived_html(match, theme),
            self._source(quote),
        )

    def _source(self, quote: ArchivedQuote) -> str:
        parts = [escape(part) for part in (quote.source_title, quote.publisher, quote.occasion) if part]
        if _is_web(quote.source_url):
            accent = colour("accent", theme_now()).name()
            words = escape(self.tr("open source"))
            parts.append(f'<a href="{escape(quote.source_url)}" style="color:{accent}">{words}</a>')
        if quote.verified_by:
            who = self.tr("verified by {name}").format(name=escape(quote.verified_by))
            day = quote.verified_on
            parts.append(f"{who}, {phrases.days(Interval.day(day))}" if day else who)
        return " · ".join(parts)

    def _arrange(self) -> None:
        needed = 2 * _NARROW * self.fontMetrics().averageCharWidth()
        is_beside = self._is_beside_wanted and self.width() >= needed
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

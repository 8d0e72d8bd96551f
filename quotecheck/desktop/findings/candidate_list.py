"""The other archived statements that a quotation may be: one line each, to be looked at in full."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from quotecheck.desktop import phrases
from quotecheck.desktop.decisions.phrases import excerpt
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.eliding_button import ElidingButton
from quotecheck.model import Match

__all__ = ["CandidateList"]

_MOST = 8
_EXCERPT = 200


class CandidateList(QWidget):
    """Lists matches, the likest first; hidden while there are none."""

    match_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel(self.tr("Other candidates"))
        self._heading.setObjectName("muted")
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, STEP, 0, 0)
        self._column.setSpacing(STEP)
        self._column.addWidget(self._heading)
        self.hide()

    def show_matches(self, matches: Sequence[Match], found: Match | None) -> None:
        """Offer these; ``found`` is the one that the check itself laid beside the quotation."""
        for button in self.buttons:
            self._column.removeWidget(button)
            # It goes when the event loop comes round; until then nothing is to be painted over it.
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(match, is_found=match == found) for match in matches[:_MOST]]
        for button in self.buttons:
            self._column.addWidget(button)
        for first, second in pairwise(self.buttons):
            QWidget.setTabOrder(first, second)
        self.setVisible(bool(self.buttons))

    def _button(self, match: Match, *, is_found: bool) -> QPushButton:
        quote = match.quote
        share = self.tr("{percent} %").format(percent=round(100 * match.score))
        parts = [
            self.tr("Back to the match found") if is_found else share,
            quote.speaker,
            phrases.days(quote.said) if quote.said else None,
            phrases.quoted(excerpt(quote.text, _EXCERPT)),
        ]
        button = ElidingButton(" · ".join(part for part in parts if part))
        button.setProperty("role", "link")
        button.setToolTip(quote.text)
        # After the click has been dealt with: showing another candidate replaces this very button.
        button.clicked.connect(lambda: QTimer.singleShot(0, self, lambda: self.match_wanted.emit(match)))
        return button

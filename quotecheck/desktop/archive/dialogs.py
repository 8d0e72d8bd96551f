"""The questions of the archive window: with whom a speaker is merged, which of two records is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from quotecheck.archive.interface import SpeakerRecord
from quotecheck.desktop import phrases
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.card import Card
from quotecheck.desktop.widgets.line_list import LineList
from quotecheck.model import ArchivedQuote

__all__ = ["DuplicatesDialog", "MergeDialog"]

_PAUSE = 120
"""Milliseconds without a keystroke after which a name is looked up."""


def _column(dialog: QDialog) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
    column.setSpacing(3 * STEP)
    return column


def _explained(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class MergeDialog(QDialog):
    """Asks which other speaker of the archive is the same as ``name``."""

    merged = Signal(str)

    def __init__(
        self,
        name: str,
        ask: Callable[[str, Callable[[list[SpeakerRecord]], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge speakers"))
        self.setMinimumWidth(460)
        self._name, self._ask = name, ask
        self.field, self.found = QLineEdit(name), LineList(self.tr("Speakers found"))
        self.field.setAccessibleName(self.tr("Find a speaker"))
        self.found.currentRowChanged.connect(lambda row: self.ok.setEnabled(row >= 0))
        self.found.itemActivated.connect(self.accept)
        self.ok = QPushButton(self.tr("Merge"))
        self.ok.setProperty("role", "primary")
        self.ok.setEnabled(False)
        self.ok.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        column = _column(self)
        column.addWidget(
            _explained(
                self.tr(
                    "Who is the same as {name}? Their quotes, names and roles become those of {name}."
                ).format(name=name)
            )
        )
        column.addWidget(self.field)
        column.addWidget(self.found, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.ok)
        column.addLayout(row)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self.field.textEdited.connect(lambda _typed: self._pause.start())
        self.field.selectAll()
        self._look()

    def _look(self) -> None:
        self._ask(self.field.text(), self.show_speakers)

    def show_speakers(self, speakers: Sequence[SpeakerRecord]) -> None:
        """Offer these speakers."""
        self.found.explain(self.tr("Nobody else of that name is in the archive: type another name."))
        self.found.clear()
        for speaker in speakers:
            if speaker.name != self._name:
                also = ", ".join((*speaker.aliases, *(role.title for role in speaker.roles[-1:])))
                self.found.add(f"{speaker.name}\n{also}" if also else speaker.name, speaker.name)
        self.ok.setEnabled(False)

    def accept(self) -> None:
        if self.found.current is not None:
            self.merged.emit(self.found.current)
            super().accept()


class DuplicatesDialog(QDialog):
    """Goes through pairs of quotes that seem to be one statement; a person decides on each."""

    joined = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Duplicates"))
        self.setMinimumWidth(620)
        self._pairs: list[tuple[ArchivedQuote, ArchivedQuote]] = []
        self._at, self._is_looking = 0, True
        self.state = _explained("")
        self.cards = (Card(self.tr("One record")), Card(self.tr("The other record")))
        self.keep = tuple(
            QPushButton(text) for text in (self.tr("Keep the upper"), self.tr("Keep the lower"))
        )
        self.apart, self.close_button = QPushButton(self.tr("Keep both")), QPushButton(self.tr("Close"))
        self.keep[0].clicked.connect(lambda: self._join(0))
        self.keep[1].clicked.connect(lambda: self._join(1))
        self.apart.clicked.connect(self._next)
        self.close_button.clicked.connect(self.reject)
        column = _column(self)
        column.addWidget(self.state)
        for card in self.cards:
            column.addWidget(card)
        row = QHBoxLayout()
        for button in (*self.keep, self.apart):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self._show()

    def take_pairs(self, pairs: Sequence[tuple[ArchivedQuote, ArchivedQuote]]) -> None:
        """Offer further pairs."""
        self._pairs += pairs
        self._show()

    def end_looking(self) -> None:
        """Note that no more pairs are to come."""
        self._is_looking = False
        self._show()

    def _join(self, kept: int) -> None:
        pair = self._pairs[self._at]
        self.joined.emit(pair[kept].uid, pair[1 - kept].uid)
        self._next()

    def _next(self) -> None:
        self._at += 1
        self._show()

    def _show(self) -> None:
        has_pair = self._at < len(self._pairs)
        for widget in (*self.cards, *self.keep, self.apart):
            widget.setVisible(has_pair)
        if has_pair:
            words = self.tr("Pair {at} of {count}: is this one statement?")
            self.state.setText(words.format(at=self._at + 1, count=len(self._pairs)))
            for card, quote in zip(self.cards, self._pairs[self._at], strict=True):
                self._fill(card, quote)
        elif self._is_looking:
            self.state.setText(self.tr("Looking for quotes that are in the archive twice…"))
        elif self._pairs:
            self.state.setText(self.tr("That was the last pair."))
        else:
            self.state.setText(self.tr("No other record of the same statement is in the archive."))
        self.resize(self.width(), self.layout().totalHeightForWidth(self.width()))

    @staticmethod
    def _fill(card: Card, quote: ArchivedQuote) -> None:
        card.heading.setText(
            " · ".join(filter(None, (quote.speaker, phrases.days(quote.said) if quote.said else "")))
        )
        card.remark.setText(phrases.status(quote.status))
        card.text.setTextFormat(Qt.TextFormat.PlainText)
        card.text.setText(quote.text)
        card.place.setTextFormat(Qt.TextFormat.PlainText)
        card.place.setText(phrases.source(quote) or quote.source_url or quote.uid)

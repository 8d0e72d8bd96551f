"""The dialog in which a date is typed in words and shown as it is understood."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from quotecheck.decisions import DateCorrected
from quotecheck.desktop import phrases
from quotecheck.desktop.decisions.dialog import DecisionDialog
from quotecheck.model import Interval

__all__ = ["DateDialog"]

_PAUSE = 120
"""Milliseconds without a keystroke after which what was typed is read."""

Answer = Callable[[Interval], None]


class DateDialog(DecisionDialog):
    """Takes a day, a month, a year or words such as "last Tuesday"; ``ask`` reads them.

    ``anchor`` says in words what "last Tuesday" is counted from.
    """

    decided = Signal(object)

    def __init__(
        self,
        words: str,
        anchor: str,
        ask: Callable[[str, Answer, Callable[[str], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Set date"), words, parent)
        self._ask = ask
        self._said: Interval | None = None
        self._is_wanted = False
        self._hint = anchor
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("When it was said"))
        self.field.setPlaceholderText(self.tr("last Tuesday, 14 Dec 2021, Dec 2021, 2019"))
        self.resolved = self.muted(anchor)
        self.unknown = QPushButton(self.tr("The article does not say when"))
        self.unknown.clicked.connect(self._name_no_day)
        self.column.addWidget(self.field)
        self.column.addWidget(self.resolved)
        self.add_link(self.unknown)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read)
        self.field.textEdited.connect(self._wait)
        self.field.returnPressed.connect(self._want)
        self.field.setFocus()
        self.ok.setEnabled(False)

    def _wait(self) -> None:
        self._said, self._is_wanted = None, False
        self.ok.setEnabled(False)
        self._pause.start()

    def _read(self) -> None:
        typed = self.field.text().strip()
        if typed:
            self._ask(typed, self._resolve, self._refuse)
        else:
            self.resolved.setText(self._hint)

    def _want(self) -> None:
        """Take the date as soon as it is read: who types fast presses Return before that."""
        if self._said is None:
            self._is_wanted = True
            self._pause.stop()
            self._read()

    def _resolve(self, said: Interval) -> None:
        self._said = said
        self.resolved.setText(f"= {phrases.days(said)}")
        self.ok.setEnabled(True)
        self.ok.setDefault(True)
        if self._is_wanted:
            self.accept()

    def _refuse(self, sentence: str) -> None:
        self._is_wanted = False
        self.resolved.setText(sentence)

    def _name_no_day(self) -> None:
        self.decided.emit(DateCorrected(None))
        super().accept()

    def accept(self) -> None:
        if self._said is not None:
            self.decided.emit(DateCorrected(self._said, self.field.text().strip()))
            super().accept()

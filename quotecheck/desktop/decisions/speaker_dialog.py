"""The dialog in which a speaker is corrected, with the names of article and archive at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from quotecheck.decisions import SpeakerCorrected
from quotecheck.desktop.decisions.dialog import DecisionDialog
from quotecheck.model import Speaker

__all__ = ["SpeakerDialog"]

_PAUSE = 120
"""Milliseconds without a keystroke after which the archive is asked."""


class SpeakerDialog(DecisionDialog):
    """Takes a name; a known one brings its role along. ``ask`` is told what to look for in the archive."""

    decided = Signal(object)

    def __init__(
        self,
        words: str,
        present: str,
        known: Iterable[Speaker],
        ask: Callable[[str, Callable[[list[Speaker]], None]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Set speaker"), words, parent)
        self._known = {speaker.name: speaker for speaker in known}
        self._ask = ask
        self._names = QStringListModel(sorted(self._known), self)
        self.field = QLineEdit(present)
        self.field.setAccessibleName(self.tr("Speaker"))
        self.field.setPlaceholderText(self.tr("A name, or how the article calls them"))
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.role = self.muted("")
        self.nobody = QPushButton(self.tr("The article does not say who"))
        self.nobody.clicked.connect(self._name_nobody)
        for widget in (self.field, self.role):
            self.column.addWidget(widget)
        self.add_link(self.nobody)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask_archive)
        self.field.textEdited.connect(lambda _text: self._pause.start())
        self.field.textChanged.connect(self._show_ready)
        self.field.selectAll()
        self.field.setFocus()
        self._show_ready()

    @property
    def names(self) -> list[str]:
        """The names that are offered."""
        return self._names.stringList()

    def _ask_archive(self) -> None:
        typed = self.field.text().strip()
        if len(typed) > 1:
            self._ask(typed, self._offer)

    def _offer(self, speakers: list[Speaker]) -> None:
        new = [speaker for speaker in speakers if speaker.name not in self._known]
        self._known |= {speaker.name: speaker for speaker in new}
        if new:
            self._names.setStringList(sorted(self._known))
            if self.field.hasFocus():
                self.field.completer().complete()
        self._show_ready()

    def _speaker(self) -> Speaker:
        name = " ".join(self.field.text().split())
        return self._known.get(name) or Speaker(name)

    def _show_ready(self) -> None:
        self.ok.setEnabled(bool(self.field.text().strip()))
        self.role.setText(
            self._speaker().role or self.tr("Names of the article and the archive are offered.")
        )

    def _name_nobody(self) -> None:
        self.decided.emit(SpeakerCorrected(None))
        super().accept()

    def accept(self) -> None:
        self.decided.emit(SpeakerCorrected(self._speaker()))
        super().accept()

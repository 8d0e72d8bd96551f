"""Fields that offer what an archive holds already, looked up while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

__all__ = ["AskNames", "OfferingField", "OfferingListField"]

_PAUSE = 120
"""Milliseconds without a keystroke after which the archive is asked."""

AskNames = Callable[[str, Callable[[list[str]], None]], None]
"""Looks for what may be meant by the first argument and hands the names found to the second."""


class OfferingField(QLineEdit):
    """Takes one name; ``offers`` shows those that the archive knows."""

    def __init__(self, ask: AskNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._names = QStringListModel(self)
        self.offers = QCompleter(self._names, self)
        # Not QLineEdit.setCompleter: that shows with each key what was found for the keys before.
        self.offers.setWidget(self)
        self.offers.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.offers.activated[str].connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self.textEdited.connect(self._wait)

    @property
    def names(self) -> list[str]:
        """The names that were offered last."""
        return self._names.stringList()

    def begun(self) -> str:
        """Return the name that is being typed."""
        return self.text().strip()

    def completed(self, name: str) -> str:
        """Return the text with a name in the place of the one that is being typed."""
        return name

    def _wait(self) -> None:
        self.offers.popup().hide()
        self._pause.start()

    def _look(self) -> None:
        if self.begun():
            self._ask(self.begun(), self._offer)

    def _offer(self, names: Sequence[str]) -> None:
        self._names.setStringList([name for name in names if name != self.begun()])
        if self.names and self.hasFocus() and not self._pause.isActive():
            self.offers.complete()

    def _take(self, name: str) -> None:
        self.setText(self.completed(name))
        self.textEdited.emit(self.text())
        self._pause.stop()


class OfferingListField(OfferingField):
    """Takes several names, parted by commas; the last one is completed."""

    def begun(self) -> str:
        return self.text().rpartition(",")[2].strip()

    def completed(self, name: str) -> str:
        before, comma, _ = self.text().rpartition(",")
        return f"{before}{comma} {name}" if comma else name

"""How many rows there are of each kind, as chips that filter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from quotecheck.desktop.sharing.review_delegate import LOOKS
from quotecheck.desktop.sharing.review_model import TO_DECIDE, Kind, kind_words
from quotecheck.desktop.widgets.flow_layout import FlowLayout

__all__ = ["KindChips"]

_HIGH = 30
"""Lines of text of a window's height from which on the chips may take a second line."""


class KindChips(QWidget):
    """A chip for all rows, one for those that want a decision, and one for each kind that occurs."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._group = QButtonGroup(self)
        self.chips = {key: self._chip(key) for key in ("", TO_DECIDE, *Kind)}
        self.chips[""].setChecked(True)
        self._texts: dict[str, str] = {}
        self._short: dict[str, str] = {}

    @property
    def key(self) -> str:
        """What is chosen: a kind, those that want a decision, or (empty) all."""
        return next(key for key, chip in self.chips.items() if chip.isChecked())

    def show_counts(self, counts: Mapping[Kind, int], undecided: int) -> None:
        """Show how many there are; kinds without rows have no chip."""
        number = QLocale().toString
        texts = {"": self.tr("All {count}").format(count=number(sum(counts.values())))}
        texts[TO_DECIDE] = self.tr("To decide {count}").format(count=number(undecided))
        texts |= {kind: f"{LOOKS[kind][0]} {kind_words(kind)} {number(counts[kind])}" for kind in Kind}
        wants = counts[Kind.CONFLICT] + counts[Kind.JOIN]
        self._texts = texts
        self._short = {kind: f"{LOOKS[kind][0]} {number(counts[kind])}" for kind in Kind}
        for key, chip in self.chips.items():
            chip.setAccessibleName(texts[key])
            chip.setToolTip(texts[key])
            chip.setVisible(key == "" or (wants > 0 if key == TO_DECIDE else counts[Kind(key)] > 0))
        if self.chips[self.key].isHidden():
            self.chips[""].click()
        self._fit()

    def _chip(self, key: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        return chip

    def _fit(self) -> None:
        """Write on the chips; where they would need a line too many, a sign stands for its word."""
        for key, chip in self.chips.items():
            chip.setText(self._texts.get(key, ""))
        room, one_line = max(self.width(), 1), self._flow.heightForWidth(10_000)
        lines = 2 if self.window().height() >= _HIGH * self.fontMetrics().height() else 1
        if self._flow.heightForWidth(room) > lines * one_line + self._flow.spacing():
            for key, chip in self.chips.items():
                chip.setText(self._short.get(key, chip.text()))
        # A splitter asks nobody how high something is at its width.
        self.setMinimumHeight(self._flow.heightForWidth(room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

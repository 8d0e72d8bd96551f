"""Asks who said it where that is doubtful, and offers whom it may be, one key each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.flow_layout import FlowLayout
from quotecheck.model import Speaker

__all__ = ["MOST", "SpeakerQuestion"]

MOST = 5
"""Candidates that are offered."""


class SpeakerQuestion(QWidget):
    """A question and a button for each answer; hidden while there is nothing to ask."""

    answered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QLabel(self.tr("Who said this?"))
        self._question.setObjectName("caution")
        self.buttons: list[QPushButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, spacing=STEP)
        self._flow.addWidget(self._question)
        for i in range(MOST):
            button = QPushButton()
            button.setProperty("role", "chip")
            button.clicked.connect(lambda _checked=False, i=i: self.answered.emit(i))
            self.buttons.append(button)
            self._flow.addWidget(button)
        self.hide()

    def ask(self, speakers: Sequence[Speaker]) -> None:
        """Offer these speakers; none ends the question."""
        for i, button in enumerate(self.buttons):
            button.setVisible(i < len(speakers))
            if i < len(speakers):
                who = speakers[i]
                button.setText(f"{i + 1}  {who.name}")
                button.setAccessibleName(self.tr("Speaker: {name}").format(name=who.name))
                key = self.tr("Press {key} in the list").format(key=i + 1)
                button.setToolTip(f"{who.name}, {who.role}\n{key}" if who.role else key)
        self.setVisible(bool(speakers))

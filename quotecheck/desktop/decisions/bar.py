"""The buttons under the selected quotation: what can be decided on it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from quotecheck.desktop.actions import Actions
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.action_button import action_button
from quotecheck.desktop.widgets.overflow import Overflow

__all__ = ["DecisionBar"]

_ORDER = ("other_match", "speaker", "said", "note", "copy_correction", "verdict", "archive_it")
"""What is done most comes first: the last ones are the first to go into the menu."""


class DecisionBar(QWidget):
    """One button for each decision on one line; what has no room there is in a menu at its end."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisions")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.confirm = action_button(actions["confirm"], role="primary")
        self.show_what("")
        self.buttons: dict[str, QPushButton] = {name: action_button(actions[name]) for name in _ORDER}
        self.more = Overflow([(button, actions[name]) for name, button in self.buttons.items()])
        self._row = QHBoxLayout(self)
        self._row.setSpacing(STEP)
        self._row.setContentsMargins(4 * STEP, 2 * STEP, 4 * STEP, 2 * STEP)
        for button in (self.confirm, *self.buttons.values(), self.more):
            self._row.addWidget(button)
        self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        # What has no room is folded away: the bar never keeps a panel from getting narrow.
        return QSize(1, super().minimumSizeHint().height())

    def _fold(self) -> None:
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self.confirm.sizeHint().width()
        self.more.fit(room, self._row.spacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fold()

    def show_what(self, verdict: str, *, is_candidate: bool = False) -> None:
        """Say on the button what is confirmed: the verdict, or that the candidate on show is the one."""
        if is_candidate:
            text = self.tr("Choose this match")
        elif verdict:
            text = self.tr("Confirm “{verdict}”").format(verdict=verdict)
        else:
            text = self.tr("Confirm")
        self.confirm.setText(f"{text} ⏎")
        self.confirm.setAccessibleName(text)
        if self.isVisible():
            self._fold()

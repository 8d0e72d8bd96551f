"""The buttons under the selected quotation: what can be decided on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from quotecheck.desktop.actions import Actions
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.action_button import action_button
from quotecheck.desktop.widgets.flow_layout import FlowLayout

__all__ = ["DecisionBar"]

_ORDER = ("other_match", "speaker", "said", "verdict", "note", "archive_it", "copy_correction")

_LOW = 42
"""Lines of text below which a window has room for one line of buttons only."""


class DecisionBar(QWidget):
    """One button for each decision; they wrap where the room is narrow."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisions")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.confirm = action_button(actions["confirm"], role="primary")
        self.show_what("")
        self._shown_lines = 0
        self.buttons: dict[str, QPushButton] = {name: action_button(actions[name]) for name in _ORDER}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.more = QToolButton()
        self.more.setText(self.tr("More"))
        self.more.setToolTip(self.tr("What else can be decided"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        self._actions = {name: actions[name] for name in _ORDER}
        self._flow = FlowLayout(self, spacing=STEP)
        self._flow.setContentsMargins(4 * STEP, 2 * STEP, 4 * STEP, 2 * STEP)
        for button in (self.confirm, *self.buttons.values(), self.more):
            self._flow.addWidget(button)
        self.more.hide()

    def _lines(self) -> int:
        """Return how many lines of buttons the window has room for."""
        return 1 if self.window().height() < _LOW * self.fontMetrics().lineSpacing() else 2

    def _fold(self) -> None:
        """Put into a menu what does not fit, the last buttons first."""
        for button in self.buttons.values():
            button.show()
        self.more.hide()
        line = self.confirm.sizeHint().height() + STEP
        margins = self._flow.contentsMargins()
        room = self._lines() * line + margins.top() + margins.bottom()
        names = list(self.buttons)
        while names and self._flow.heightForWidth(self.width()) > room:
            self.more.show()
            self.buttons[names.pop()].hide()
        self._menu.clear()
        self._menu.addActions([action for name, action in self._actions.items() if name not in names])
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() or self._lines() != self._shown_lines:
            self._shown_lines = self._lines()
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

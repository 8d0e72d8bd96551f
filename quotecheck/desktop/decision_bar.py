"""The buttons under the selected quotation: what can be decided on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from quotecheck.desktop.action_button import action_button
from quotecheck.desktop.actions import Actions
from quotecheck.desktop.flow_layout import FlowLayout
from quotecheck.desktop.theme import STEP

__all__ = ["DecisionBar"]

_ORDER = ("other_match", "speaker", "said", "verdict", "note", "archive_it", "copy_correction")


class DecisionBar(QWidget):
    """One button for each decision; they wrap where the room is narrow."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisions")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.confirm = action_button(actions["confirm"], role="primary")
        self.show_what("")
        self.buttons: dict[str, QPushButton] = {name: action_button(actions[name]) for name in _ORDER}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, spacing=STEP)
        flow.setContentsMargins(4 * STEP, 2 * STEP, 4 * STEP, 2 * STEP)
        for button in (self.confirm, *self.buttons.values()):
            flow.addWidget(button)

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

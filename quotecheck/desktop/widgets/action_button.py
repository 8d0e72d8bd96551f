"""A push button that stands for an action; Qt has none that follows an action by itself."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

__all__ = ["action_button"]


def action_button(action: QAction, *, text: str | None = None, role: str = "") -> QPushButton:
    """Return a button that triggers ``action`` and is enabled with it; ``role`` is for the style sheet."""
    button = QPushButton(text or action.text())
    button.setProperty("role", role)
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button

"""The button at the end of a row for whatever has no room in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

__all__ = ["Overflow"]


class Overflow(QToolButton):
    """Offers in a menu the actions of the buttons that it hides; hidden itself while all have room."""

    def __init__(self, buttons: Sequence[tuple[QWidget, QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self.setText("⋯")
        self.setAccessibleName(self.tr("More"))
        self.setToolTip(self.tr("What else can be done"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))

    def fit(self, room: int, spacing: int) -> None:
        """Show as many of the buttons as ``room`` pixels hold, from the first on."""
        widths = [button.sizeHint().width() + spacing for button, _action in self._buttons]
        if sum(widths) > room:
            room -= self.sizeHint().width() + spacing
        shown = 0
        while shown < len(widths) and sum(widths[: shown + 1]) <= room:
            shown += 1
        for place, (button, _action) in enumerate(self._buttons):
            button.setVisible(place < shown)
        self.setVisible(shown < len(self._buttons))
        self.menu().clear()
        self.menu().addActions([action for _button, action in self._buttons[shown:]])

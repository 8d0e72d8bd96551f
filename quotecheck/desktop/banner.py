"""A line above the panels that says one thing, offers a way on, and can be dismissed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from quotecheck.desktop.theme import STEP

__all__ = ["Banner"]


class Banner(QWidget):
    """Shows the last thing that was said; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label, self.button, self.dismiss = QLabel(), QPushButton(), QToolButton()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.dismiss.setText("✕")
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss this message"))
        self.dismiss.clicked.connect(self._dismissed)
        self.button.clicked.connect(self._act)
        self._action: Callable[[], None] | None = None
        self._on_dismiss: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        row.setSpacing(3 * STEP)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        row.addWidget(self.dismiss)
        self.hide()

    def say(
        self,
        sentence: str,
        *,
        is_problem: bool = False,
        action: tuple[str, Callable[[], None]] | None = None,
        on_dismiss: Callable[[], None] | None = None,
    ) -> None:
        """Show ``sentence``; ``action`` is the text of a button and what it does."""
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("tone", "problem" if is_problem else "")
        self.style().polish(self)
        text, self._action = action or ("", None)
        self._on_dismiss = on_dismiss
        self.button.setText(text)
        self.button.setVisible(bool(text))
        self.show()

    def _act(self) -> None:
        self.hide()
        if self._action:
            self._action()

    def _dismissed(self) -> None:
        self.hide()
        if self._on_dismiss:
            self._on_dismiss()

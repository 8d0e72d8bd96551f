"""A line above the panels that says one thing, offers a way on, and can be dismissed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from quotecheck.desktop.problem_details import problem_details
from quotecheck.desktop.theme import STEP

__all__ = ["Banner"]

_PASSING = 7_000
"""Milliseconds for which a remark is shown that asks for nothing."""

_OFFERED = 30_000
"""Milliseconds for which a remark is shown that offers something."""


class Banner(QWidget):
    """Shows the last thing that was said; hidden while there is nothing to say.

    A remark goes by itself; a problem, and what is said to ``stay``, wait until they are dismissed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label, self.button, self.dismiss = QLabel(), QPushButton(), QToolButton()
        self._sign = QLabel("▲")
        self._sign.setProperty("tone", "problem")
        self.copy = QPushButton(self.tr("Copy details"))
        self.copy.setProperty("role", "link")
        self.copy.setToolTip(self.tr("Copy what helps to find out why; it is sent nowhere"))
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self._details))
        self._details = ""
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.dismiss.setText("✕")
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss this message"))
        self.dismiss.clicked.connect(self._dismissed)
        self.button.clicked.connect(self._act)
        # A click here leaves the keyboard where it is: it would go astray when the line hides.
        for button in (self.copy, self.button, self.dismiss):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._action: Callable[[], None] | None = None
        self._on_dismiss: Callable[[], None] | None = None
        self._passing = QTimer(self, singleShot=True)
        self._passing.timeout.connect(self._pass)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        row.setSpacing(3 * STEP)
        row.addWidget(self._sign)
        row.addWidget(self.label, 1)
        row.addWidget(self.copy)
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
        stays: bool = False,
    ) -> None:
        """Show ``sentence``; ``action`` is the text of a button and what it does.

        Of a problem the details can be copied.
        """
        self._details = problem_details(sentence) if is_problem else ""
        for widget in (self._sign, self.copy):
            widget.setVisible(is_problem)
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("tone", "problem" if is_problem else "")
        self.style().polish(self)
        text, self._action = action or ("", None)
        self._on_dismiss = on_dismiss
        self.button.setText(text)
        self.button.setVisible(bool(text))
        self.show()
        if is_problem or stays or on_dismiss:
            self._passing.stop()
        else:
            self._passing.start(_OFFERED if text else _PASSING)

    def _pass(self) -> None:
        # Nobody's mouse or keyboard loses what it is just about to use.
        is_in_use = self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self)
        if is_in_use and self.isVisible():
            self._passing.start(_PASSING)
        else:
            self.hide()

    def _act(self) -> None:
        has_keyboard = self.button.hasFocus()
        self.hide()
        if self._action:
            self._action()
        if has_keyboard and self.button.isVisible():
            self.button.setFocus()

    def _dismissed(self) -> None:
        self.hide()
        if self._on_dismiss:
            self._on_dismiss()

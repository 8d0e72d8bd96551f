"""A text that turns into a field when it is clicked, and back when the edit is done or given up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

__all__ = ["InlineEdit"]


class InlineEdit(QWidget):
    """Shows a text as a link-like button; Enter accepts what was typed, Escape gives it up.

    After ``accepted`` the field stays open until :meth:`close_field`, so that what is wrong can be mended
    where it was typed.
    """

    accepted = Signal(str)
    given_up = Signal()

    def __init__(
        self, name: str, hint: str, *, button: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._value = ""
        self.button, self.field = button or QPushButton(), QLineEdit()
        self.button.setProperty("role", "link")
        self.button.setToolTip(hint)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self.open_field)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.field.setMinimumWidth(240)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(lambda: self.accepted.emit(self.field.text()))
        self.field.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.field)

    def show_text(self, text: str, *, value: str | None = None, tone: str = "quiet") -> None:
        """Show ``text``, and offer ``value`` (the same, if not given) when it is edited."""
        self._value = text if value is None else value
        self.button.setText(text)
        self.button.setAccessibleName(self.tr("{name}: {value}").format(name=self._name, value=text))
        if self.button.property("tone") != tone:
            self.button.setProperty("tone", tone)
            self.button.style().polish(self.button)

    def open_field(self) -> None:
        """Turn into a field with the present value selected."""
        self.field.setText(self._value)
        self.button.hide()
        self.field.show()
        self.field.selectAll()
        self.field.setFocus()

    def show_wrong(self, is_wrong: bool) -> None:
        """Say by its frame whether what was typed could not be understood."""
        self.field.setProperty("state", "wrong" if is_wrong else "")
        self.field.style().polish(self.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = (
            watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        )
        if is_key and event.key() == Qt.Key.Key_Escape:
            self.close_field()
            self.given_up.emit()
            return True
        return super().eventFilter(watched, event)

    def close_field(self) -> None:
        """Show the text again in the place of the field."""
        had_focus = self.field.hasFocus()
        self.show_wrong(False)
        self.field.hide()
        self.button.show()
        if had_focus:
            self.button.setFocus()

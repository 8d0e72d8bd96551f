"""The dialog in which a note on a quotation is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from quotecheck.decisions import Noted
from quotecheck.desktop.decisions.dialog import DecisionDialog

__all__ = ["NoteDialog"]


class NoteDialog(DecisionDialog):
    """Takes a note of any length; Ctrl+Enter is done."""

    decided = Signal(object)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add note"), words, parent)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setPlaceholderText(self.tr("What should whoever reads this next know?"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.fontMetrics().lineSpacing() * 5)
        self.field.textChanged.connect(self._show_ready)
        self.column.addWidget(self.field)
        self.field.setFocus()
        self._show_ready()

    def _show_ready(self) -> None:
        self.ok.setEnabled(bool(self.field.toPlainText().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.ok.click()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        self.decided.emit(Noted(self.field.toPlainText().strip()))
        super().accept()

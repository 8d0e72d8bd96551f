"""What painted pictures have in common: marks that can be pointed at, clicked, gone to by keyboard."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

__all__ = ["Mark", "Picture"]

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Mark(NamedTuple):
    """Something in a picture: what it stands for, where it is, and what it says."""

    value: object
    box: QRectF
    words: str


class Picture(QWidget):
    """A widget of marks. The arrow keys go from one to the next; Return, Space or a click is ``chosen``."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.focused = 0

    def marks(self) -> list[Mark]:
        """Return the marks in the order of the keyboard."""
        return []

    def say(self) -> None:
        """Tell those who listen which mark has the keyboard."""
        marks = self.marks()
        if marks:
            self.focused = min(self.focused, len(marks) - 1)
            self.setAccessibleDescription(marks[self.focused].words)

    def _at(self, place: QPointF) -> Mark | None:
        return next((mark for mark in reversed(self.marks()) if mark.box.contains(place)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_mark = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self._at(event.position())
        if mark:
            self.focused = self.marks().index(mark)
            self.update()
            self.chosen.emit(mark.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marks, step = self.marks(), _STEPS.get(event.key())
        if marks and step:
            self.focused = min(max(self.focused + step, 0), len(marks) - 1)
            self.say()
            self.update()
        elif marks and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(marks[min(self.focused, len(marks) - 1)].value)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._at(QPointF(event.pos()))
            if mark:
                QToolTip.showText(event.globalPos(), mark.words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

"""A window with work of its own, which asks before that is lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

__all__ = ["AskingWindow"]


class AskingWindow(QMainWindow):
    """Closes when its user lets go of what is not saved; ``closed`` follows."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_asked = False

    def may_close(self) -> bool:
        """Ask what shall become of unsaved work, if there is any; False when the window shall stay."""
        raise NotImplementedError

    def end(self) -> None:
        """Keep what is to be remembered of the window and end its workers."""
        raise NotImplementedError

    def close_unasked(self) -> None:
        """Close the window, whose user has been asked already."""
        self._was_asked = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self._was_asked or self.may_close()):
            event.ignore()
            return
        self.end()
        super().closeEvent(event)
        self.closed.emit()

"""Changes made in the archive window: each done by a worker, and each can be undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoCommand, QUndoStack

from quotecheck.desktop.archive import jobs
from quotecheck.desktop.archive.jobs import Done
from quotecheck.desktop.chores import Chores

__all__ = ["ArchiveEdits"]

Change = Callable[[Any, str], Any]


class _Command(QUndoCommand):
    """A change that has been made; undone and made again through the worker."""

    def __init__(self, edits: ArchiveEdits, what: str, path: Path, do: Change, done: Done) -> None:
        super().__init__(what)
        self._edits, self._path, self._do, self._done = edits, path, do, done
        self._is_new = True

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
            return
        self._edits.run(self.text(), jobs.writing(self._path, self._do), self._redone)

    def _redone(self, done: Done) -> None:
        self._done = done

    def undo(self) -> None:
        self._edits.run(self.text(), jobs.reverting(self._path, self._done), lambda _nothing: None)


class ArchiveEdits(QObject):
    """The changes of one window, in the order in which they were made; ``changed`` follows each.

    Only one is made at a time: as long as the worker is busy, nothing can be undone.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, chores: Chores, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chores = chores
        self.stack = QUndoStack(self)
        self.undo, self.redo = QAction(self), QAction(self)
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.undo.triggered.connect(self.stack.undo)
        self.redo.triggered.connect(self.stack.redo)
        self.stack.indexChanged.connect(self._show_possible)
        chores.changed.connect(self._show_possible)
        self._show_possible()

    def _show_possible(self) -> None:
        is_free = self._chores.current is None
        self.undo.setEnabled(is_free and self.stack.canUndo())
        self.redo.setEnabled(is_free and self.stack.canRedo())
        undo, redo = self.stack.undoText(), self.stack.redoText()
        self.undo.setText(self.tr("Undo: {what}").format(what=undo) if undo else self.tr("Undo"))
        self.redo.setText(self.tr("Redo: {what}").format(what=redo) if redo else self.tr("Redo"))

    def make(
        self, what: str, path: Path, do: Change, on_result: Callable[[Any], None] = lambda _result: None
    ) -> None:
        """Change the archive at ``path``; ``what`` is what undo calls it."""

        def take(done: Done) -> None:
            if done.upto > done.after:
                self.stack.push(_Command(self, what, path, do, done))
            on_result(done.result)

        self.run(what, jobs.writing(path, do), take)

    def run(self, what: str, job, on_result: Callable[[Any], None]) -> None:
        """Have a worker do what changes the archive."""

        def take(result: Any) -> None:
            on_result(result)
            self.changed.emit()

        self._chores.do(f"{what}…", job, take, on_failure=self._fail)

    def _fail(self, sentence: str) -> None:
        # What could not be undone stays done: the stack must not count it as undone.
        self.stack.clear()
        self.failed.emit(sentence)
        self.changed.emit()

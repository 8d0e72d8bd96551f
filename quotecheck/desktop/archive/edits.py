"""Changes made to an archive from a window: each done by a worker, and each can be undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QUndoCommand, QUndoStack

from quotecheck.desktop.archive import jobs
from quotecheck.desktop.archive.jobs import Done
from quotecheck.desktop.chores import Chores

__all__ = ["ArchiveEdits", "UndoActions"]

Change = Callable[[Any, str], Any]


class _Edit(QUndoCommand):
    """A change that has been made; undone and made again through the worker."""

    def __init__(self, edits: ArchiveEdits, what: str, path: Path, do: Change, done: Done) -> None:
        super().__init__(what)
        self._edits, self._path, self._do, self._done = edits, path, do, done
        self._is_new = True

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
        elif not self.isObsolete():
            self._run(jobs.writing(self._path, self._do), self._redone)

    def _redone(self, done: Done) -> None:
        self._done = done

    def undo(self) -> None:
        if not self.isObsolete():
            self._run(jobs.reverting(self._path, self._done), lambda _nothing: None)

    def _run(self, job, on_result: Callable[[Any], None]) -> None:
        self._edits.run(self.text(), job, on_result, on_nothing=lambda: self._edits.drop(self))


class ArchiveEdits(QObject):
    """The changes that one window makes, put on ``stack`` in their order; ``changed`` follows each.

    One at a time: as long as ``is_busy``, nothing on the stack can be undone.
    """

    changed = Signal()
    failed = Signal(str)
    busy_changed = Signal()

    def __init__(self, chores: Chores, stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chores = chores
        self._running = 0
        self.stack = stack

    @property
    def is_busy(self) -> bool:
        """Whether a change is being made, undone or redone."""
        return self._running > 0

    def make(
        self, what: str, path: Path, do: Change, on_result: Callable[[Any], None] = lambda _result: None
    ) -> None:
        """Change the archive at ``path``; ``what`` is what undo calls it."""

        def take(done: Done) -> None:
            if done.upto > done.after:
                self.stack.push(_Edit(self, what, path, do, done))
            on_result(done.result)

        self.run(what, jobs.writing(path, do), take)

    def run(
        self,
        what: str,
        job,
        on_result: Callable[[Any], None],
        *,
        on_nothing: Callable[[], None] = lambda: None,
    ) -> None:
        """Have a worker change the archive; ``on_nothing`` is called where that fails or is cancelled."""
        results: list[Any] = []

        def end() -> None:
            self._count(-1)
            if results:
                on_result(results[0])
            else:
                on_nothing()
            self.changed.emit()

        self._count(1)
        self._chores.do(f"{what}…", job, results.append, on_failure=self.failed.emit, on_end=end)

    def drop(self, edit: QUndoCommand) -> None:
        """Take off the stack what could not be undone, or made again: the archive has it as it was."""
        commands = [self.stack.command(i) for i in range(self.stack.count())]
        if edit not in commands:
            return
        edit.setObsolete(True)
        at, now = commands.index(edit), self.stack.index()
        if at == now:
            self.stack.redo()
        elif at == now - 1:
            self.stack.undo()

    def _count(self, more: int) -> None:
        self._running += more
        self.busy_changed.emit()


class UndoActions(QObject):
    """Keeps two actions that undo and redo as the stack of ``edits`` is: possible or not, and of what."""

    def __init__(self, undo: QAction, redo: QAction, edits: ArchiveEdits) -> None:
        super().__init__(edits)
        self._edits = edits
        self._can = {undo: False, redo: False}
        stack = edits.stack
        stack.canUndoChanged.connect(lambda can: self._allow(undo, can))
        stack.canRedoChanged.connect(lambda can: self._allow(redo, can))
        stack.undoTextChanged.connect(lambda what: undo.setText(self._undo(what)))
        stack.redoTextChanged.connect(lambda what: redo.setText(self._redo(what)))
        edits.busy_changed.connect(self._show_possible)
        self._show_possible()

    def _undo(self, what: str) -> str:
        return self.tr("Undo: {what}").format(what=what) if what else self.tr("Undo")

    def _redo(self, what: str) -> str:
        return self.tr("Redo: {what}").format(what=what) if what else self.tr("Redo")

    def _allow(self, action: QAction, can: bool) -> None:
        self._can[action] = can
        self._show_possible()

    def _show_possible(self) -> None:
        for action, can in self._can.items():
            action.setEnabled(can and not self._edits.is_busy)

"""The decisions taken on the article that is on the desk; each can be undone and redone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from quotecheck.decisions import Decision, withdrawn
from quotecheck.desktop.author import author

__all__ = ["DecisionLog"]


class _Take(QUndoCommand):
    """Takes some decisions at once; undone, they are withdrawn."""

    def __init__(self, log: DecisionLog, decisions: tuple[Decision, ...], text: str) -> None:
        super().__init__(text)
        self._log, self._decisions = log, decisions

    def redo(self) -> None:
        self._log._put_in_force(self._decisions)

    def undo(self) -> None:
        self._log._take_back(self._decisions)


class _Withdraw(QUndoCommand):
    """Takes one decision back, be it from an earlier day; undone, it holds again in its old place."""

    def __init__(self, log: DecisionLog, decision: Decision, text: str) -> None:
        super().__init__(text)
        self._log, self._decisions = log, (decision,)

    def redo(self) -> None:
        self._log._take_back(self._decisions)

    def undo(self) -> None:
        self._log._put_in_force(self._decisions)


class DecisionLog(QObject):
    """Holds decisions in the order in which they were taken; ``stack`` undoes them without limit.

    What is taken back stays on ``record``, which says who took it back and when.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.record: tuple[Decision, ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All that holds now, the oldest first."""
        return tuple(decision for decision in self.record if decision.withdrawal is None)

    def begin(self, record: Iterable[Decision] = ()) -> None:
        """Begin with another article and what was decided on it earlier; nothing of that can be undone."""
        self.record = tuple(record)
        self.stack.clear()

    def take(self, *decisions: Decision, text: str) -> None:
        """Take decisions; ``text`` says for the menu what would be undone."""
        self.stack.push(_Take(self, decisions, text))

    def withdraw(self, decision_id: str, *, text: str) -> None:
        """Take a decision back, whenever it was taken; that can be undone as well."""
        held = next((decision for decision in self.decisions if decision.id == decision_id), None)
        if held is not None:
            self.stack.push(_Withdraw(self, held, text))

    def follow(self, record: tuple[Decision, ...]) -> None:
        """Keep the same decisions with their anchors where the words are now."""
        self.record = record

    def _put_in_force(self, decisions: tuple[Decision, ...]) -> None:
        known, ids = {d.id for d in self.record}, {d.id for d in decisions}
        restored = tuple(replace(d, withdrawal=None) if d.id in ids else d for d in self.record)
        self.record = restored + tuple(d for d in decisions if d.id not in known)
        self.changed.emit()

    def _take_back(self, decisions: tuple[Decision, ...]) -> None:
        by, ids = author(), {d.id for d in decisions}
        self.record = tuple(withdrawn(d, by=by) if d.id in ids else d for d in self.record)
        self.changed.emit()

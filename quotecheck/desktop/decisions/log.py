"""The decisions taken on the article that is on the desk; each can be undone and redone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from quotecheck.decisions import Decision

__all__ = ["DecisionLog"]


class _Take(QUndoCommand):
    """Takes some decisions at once; undone, they are as if they had never been."""

    def __init__(self, log: DecisionLog, decisions: tuple[Decision, ...], text: str) -> None:
        super().__init__(text)
        self._log, self._decisions = log, decisions

    def redo(self) -> None:
        self._log._put(self._decisions)

    def undo(self) -> None:
        self._decisions = self._log._take_back({decision.id for decision in self._decisions})


class _Withdraw(QUndoCommand):
    """Takes one decision back, be it from an earlier day; undone, it holds again in its old place."""

    def __init__(self, log: DecisionLog, decision_id: str, text: str) -> None:
        super().__init__(text)
        self._log, self._id = log, decision_id
        self._before: tuple[Decision, ...] = ()

    def redo(self) -> None:
        self._before = self._log.decisions
        self._log._take_back({self._id})

    def undo(self) -> None:
        self._log._restore(self._before)


class DecisionLog(QObject):
    """Holds decisions in the order in which they were taken; ``stack`` undoes them without limit."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._decisions: tuple[Decision, ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All that holds now, the oldest first."""
        return self._decisions

    def begin(self, decisions: Iterable[Decision] = ()) -> None:
        """Begin with another article and what was decided on it earlier; nothing of that can be undone."""
        self._decisions = tuple(decisions)
        self.stack.clear()

    def take(self, *decisions: Decision, text: str) -> None:
        """Take decisions; ``text`` says for the menu what would be undone."""
        self.stack.push(_Take(self, decisions, text))

    def withdraw(self, decision_id: str, *, text: str) -> None:
        """Take a decision back, whenever it was taken; that can be undone as well."""
        if any(decision.id == decision_id for decision in self._decisions):
            self.stack.push(_Withdraw(self, decision_id, text))

    def follow(self, decisions: tuple[Decision, ...]) -> None:
        """Keep the same decisions with their anchors where the words are now."""
        self._decisions = decisions

    def _put(self, decisions: tuple[Decision, ...]) -> None:
        self._decisions += decisions
        self.changed.emit()

    def _restore(self, decisions: tuple[Decision, ...]) -> None:
        self._decisions = decisions
        self.changed.emit()

    def _take_back(self, ids: set[str]) -> tuple[Decision, ...]:
        taken = tuple(decision for decision in self._decisions if decision.id in ids)
        self._decisions = tuple(decision for decision in self._decisions if decision.id not in ids)
        self.changed.emit()
        return taken

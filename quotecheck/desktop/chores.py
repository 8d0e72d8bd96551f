"""Work that is asked for once, beside the analysis: opening, exporting, importing, reading a typed date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

from quotecheck.desktop.workers import Job, Worker

__all__ = ["Chores"]


@dataclass(frozen=True, slots=True)
class _Chore:
    what: str
    on_result: Callable[[Any], None]
    on_failure: Callable[[str], None]
    on_end: Callable[[], None]
    counted: str


class Chores(QObject):
    """Does jobs in a worker of their own and hands each result to whoever asked for it."""

    changed = Signal()
    failed = Signal(str)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._chores: dict[int, _Chore] = {}
        self._done: dict[int, int] = {}
        self._worker.counted.connect(self._count)
        self._worker.advanced.connect(lambda job, result: self._chores[job].on_result(result))
        self._worker.finished_job.connect(self._end)
        self._worker.cancelled.connect(self._end)
        self._worker.failed.connect(self._fail)
        self._worker.crashed.connect(self._crash)

    @property
    def current(self) -> str | None:
        """What is being done and how far it is, in words; None while nothing is."""
        return next(self._in_words(), None)

    def do(
        self,
        what: str,
        job: Job,
        on_result: Callable[[Any], None],
        *,
        on_failure: Callable[[str], None] | None = None,
        on_end: Callable[[], None] = lambda: None,
        counted: str = "{what} {done}",
    ) -> None:
        """Do ``job``; results go to ``on_result``, a failure to ``on_failure`` or else to ``failed``.

        ``on_end`` is called when it is over, however it ended; ``counted`` is how far it is, in words.
        """
        chore = _Chore(what, on_result, on_failure or self.failed.emit, on_end, counted)
        self._chores[self._worker.ask(job)] = chore
        self.changed.emit()

    def cancel(self) -> None:
        """Stop what is being done now at its next step."""
        for job in list(self._chores)[:1]:
            self._worker.cancel(job)

    def stop(self) -> None:
        """End the worker's thread."""
        self._worker.stop()

    def _in_words(self) -> Iterator[str]:
        for job, chore in self._chores.items():
            done = self._done.get(job)
            count = QLocale().toString(done or 0)
            yield chore.counted.format(what=chore.what, done=count) if done else chore.what

    def _count(self, job: int, done: int) -> None:
        self._done[job] = done
        self.changed.emit()

    def _end(self, job: int) -> None:
        chore = self._chores.pop(job)
        self._done.pop(job, None)
        chore.on_end()
        self.changed.emit()

    def _fail(self, job: int, sentence: str) -> None:
        self._chores[job].on_failure(sentence)
        self._end(job)

    def _crash(self, job: int, details: str) -> None:
        self.crashed.emit(details)
        self._end(job)

"""Small questions asked while somebody types: who is in the archive, what is in it, which day is meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from quotecheck.desktop.archive.choice import OpenArchive
from quotecheck.desktop.archive.jobs import HeldShelf
from quotecheck.desktop.workers import Job, Worker

__all__ = ["Lookups"]


@dataclass(frozen=True, slots=True)
class _Question:
    topic: str
    on_result: Callable[[Any], None]
    on_failure: Callable[[str], None]


class Lookups(QObject):
    """Asks in a worker of its own; of several questions on a topic only the newest is answered."""

    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None, *, held: OpenArchive | HeldShelf | None = None) -> None:
        super().__init__(parent)
        self.held = held or OpenArchive()
        self._worker = Worker(self, at_end=self.held.close)
        self._questions: dict[int, _Question] = {}
        self._worker.advanced.connect(self._answer)
        self._worker.failed.connect(self._fail)
        self._worker.crashed.connect(self._crash)
        for ended in (self._worker.finished_job, self._worker.cancelled):
            ended.connect(lambda job: self._questions.pop(job, None))

    def ask(
        self,
        topic: str,
        job: Job,
        on_result: Callable[[Any], None],
        *,
        on_failure: Callable[[str], None] = lambda _sentence: None,
    ) -> None:
        """Do ``job``; its results go to ``on_result``, unless something newer is asked on the topic."""
        self.forget(topic)
        self._questions[self._worker.ask(job)] = _Question(topic, on_result, on_failure)

    def forget(self, topic: str) -> None:
        """Take back what was asked on a topic and not answered yet."""
        for number, question in list(self._questions.items()):
            if question.topic == topic:
                self._worker.cancel(number)
                self._questions.pop(number)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._questions)

    def stop(self) -> None:
        """End the worker's thread."""
        self._worker.stop()

    def _answer(self, job: int, result: object) -> None:
        question = self._questions.get(job)
        if question:
            question.on_result(result)

    def _fail(self, job: int, sentence: str) -> None:
        question = self._questions.pop(job, None)
        if question:
            question.on_failure(sentence)

    def _crash(self, job: int, details: str) -> None:
        self._questions.pop(job, None)
        self.crashed.emit(details)

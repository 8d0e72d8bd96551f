"""Long work beside the window: one thread a worker, one job after the other, results sent as signals."""

from __future__ import annotations

import itertools
import queue
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance

from quotecheck.desktop import messages
from quotecheck.errors import QuoteCheckError

__all__ = ["Job", "Pulse", "Settled", "Worker", "trace_of"]

Pulse = Callable[[int], bool]
"""Tells how far a job has come; what it returns says whether to go on."""

Job = Callable[[Pulse], Iterator[Any]]
"""Does its work in steps: everything that it yields is sent to the window, and it may be stopped at each.

A step that takes long beats the pulse it is given.
"""


_KEPT = 20
"""Failures of which it is remembered where they came from."""

_traces: dict[str, str] = {}


def trace_of(sentence: str) -> str:
    """Return where the failure that was told in this sentence came from; nothing if it is not known."""
    return _traces.get(sentence, "")


def _keep_trace(sentence: str) -> None:
    _traces.pop(sentence, None)
    _traces[sentence] = traceback.format_exc()
    for old in list(_traces)[:-_KEPT]:
        del _traces[old]


@dataclass(frozen=True, slots=True)
class Settled:
    """A result that tells of what has been done for good: it is sent even to who has just cancelled."""

    result: Any


@dataclass(frozen=True, slots=True)
class _Order:
    number: int
    job: Job
    cancelled: threading.Event = field(default_factory=threading.Event)


_BEAT = 0.05
"""Seconds between two reports of how far a job is: more than anybody reads would hold the window up."""

_TURN = 0.0005
"""Seconds after which a computing worker lets the window go on.

Every call into Qt gives Python's lock away and waits for it again; with the interpreter's usual five
milliseconds a few dozen calls while an analysis runs are a stutter that one sees.
"""


class Worker(QThread):
    """A thread that does jobs in the order in which they were asked for.

    Every signal begins with the number that :meth:`ask` gave the job. A job ends in exactly one of
    ``finished_job``, ``failed`` (a sentence for the user), ``crashed`` (details of our own mistake) and
    ``cancelled``. Jobs of one worker share its thread, so what belongs to a thread, such as a connection to
    an archive, can be kept from one job to the next; ``at_end`` runs in it last.
    """

    advanced = Signal(int, object)
    counted = Signal(int, int)
    finished_job = Signal(int)
    failed = Signal(int, str)
    crashed = Signal(int, str)
    cancelled = Signal(int)

    def __init__(self, parent: QObject | None = None, *, at_end: Callable[[], None] | None = None) -> None:
        super().__init__(parent)
        self._at_end = at_end
        self._numbers = itertools.count(1)
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._open: dict[int, _Order] = {}
        self._stopped = False

    def ask(self, job: Job) -> int:
        """Put ``job`` at the end of the queue and return its number; once stopped, nothing begins."""
        order = _Order(next(self._numbers), job)
        if self._stopped:
            return order.number
        self._open[order.number] = order
        self._orders.put(order)
        if not self.isRunning():
            self.start()
        return order.number

    def cancel(self, number: int) -> None:
        """Stop a job at its next step, or before it begins; nothing happens when it has ended."""
        order = self._open.get(number)
        if order:
            order.cancelled.set()

    def stop(self) -> None:
        """Cancel everything and wait until the thread has ended, for good: nothing late starts it again."""
        self._stopped = True
        for order in list(self._open.values()):
            order.cancelled.set()
        self._orders.put(None)
        self.wait()

    def run(self) -> None:
        """Do the jobs, in the worker's own thread."""
        sys.setswitchinterval(_TURN)
        while (order := self._orders.get()) is not None:
            try:
                self._do(order)
            except QuoteCheckError as error:
                sentence = messages.problem(error)
                _keep_trace(sentence)
                self._break_off(order, self.failed, sentence)
            except Exception:  # noqa: BLE001 - a bug in a job is shown to the user and must not end the app
                self._break_off(order, self.crashed, traceback.format_exc())
            finally:
                self._open.pop(order.number, None)
        if self._at_end:
            self._at_end()

    def _break_off(self, order: _Order, signal: SignalInstance, words: str) -> None:
        # A job that was told to stop may say so by an error of its own.
        if order.cancelled.is_set():
            self.cancelled.emit(order.number)
        else:
            signal.emit(order.number, words)

    def _do(self, order: _Order) -> None:
        told = -_BEAT

        def pulse(done: int) -> bool:
            nonlocal told
            if (now := monotonic()) - told >= _BEAT:
                told = now
                self.counted.emit(order.number, done)
            return not order.cancelled.is_set()

        if not order.cancelled.is_set():
            for result in order.job(pulse):
                if isinstance(result, Settled):
                    self.advanced.emit(order.number, result.result)
                elif order.cancelled.is_set():
                    break
                else:
                    self.advanced.emit(order.number, result)
        if order.cancelled.is_set():
            self.cancelled.emit(order.number)
        else:
            self.finished_job.emit(order.number)

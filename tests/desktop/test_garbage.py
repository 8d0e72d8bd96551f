"""Garbage is collected in the window's thread, whoever makes it."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject

from quotecheck.desktop.garbage import GarbageCollector


class _Cycle:
    """Something that only the garbage collector can take apart, and that says where this happened."""

    def __init__(self, gone_in: list[int]) -> None:
        self._itself = self
        self._gone_in = gone_in

    def __del__(self) -> None:
        self._gone_in.append(threading.get_ident())


def _make_much() -> None:
    much = [[] for _ in range(100_000)]
    assert len(much) == 100_000


def test_what_a_worker_leaves_or_sets_off_goes_in_the_windows_thread(qtbot) -> None:
    gc.enable()
    owner = QObject()
    GarbageCollector(owner)
    gone_in: list[int] = []
    _Cycle(gone_in)
    worker = threading.Thread(target=_make_much)
    worker.start()
    worker.join()
    left = [[] for _ in range(1_000)]
    qtbot.waitUntil(lambda: bool(gone_in), timeout=5_000)
    assert gone_in == [threading.get_ident()]
    assert len(left) == 1_000
    owner.deleteLater()

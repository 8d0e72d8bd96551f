"""Garbage is collected in the window's thread: a worker that takes a widget apart brings the program down."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

__all__ = ["GarbageCollector"]

_EVERY_MS = 1000


class GarbageCollector(QObject):
    """Stands in for Python's own collector, which runs in whichever thread happens to allocate.

    That one is switched off for the whole process and for good: make one of these, for the application. It
    looks once a second which generation is due by Python's own thresholds.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self._collect_due)
        timer.start(_EVERY_MS)

    def _collect_due(self) -> None:
        due = [
            generation
            for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if 0 < most < count
        ]
        if due:
            gc.collect(due[-1])

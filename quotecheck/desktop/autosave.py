"""Unsaved work kept in the data folder, each window's in a file of its own, locked while the window lives."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject

from quotecheck.decisions.document import SUFFIX, Document, to_bytes
from quotecheck.desktop import phrases
from quotecheck.desktop.workers import Pulse, Worker
from quotecheck.files import FileError, data_folder, make_folder, write_whole

__all__ = ["Autosave", "Leftover", "leftovers"]

_OLDEST = 60 * 24 * 3600
"""Seconds after which what nobody wanted back is thrown away."""


def _folder() -> Path:
    return data_folder() / "unsaved"


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(f"{path}.lock")
    # Only the end of the process that holds it makes a lock stale, never its age.
    lock.setStaleLockTime(0)
    return lock


@dataclass(frozen=True, slots=True)
class Leftover:
    """Unsaved work of a window that is no more."""

    path: Path

    def in_words(self) -> str:
        """Return when it was kept, as people say it."""
        return phrases.moment(datetime.fromtimestamp(self.path.stat().st_mtime))


def leftovers() -> list[Leftover]:
    """Return the unsaved work that no living window looks after, the oldest first."""
    found = []
    for path in _folder().glob(f"*{SUFFIX}"):
        lock = _lock(path)
        if not lock.tryLock(0):
            continue
        lock.unlock()
        if time.time() - path.stat().st_mtime > _OLDEST:
            path.unlink(missing_ok=True)
        else:
            found.append(path)
    return [Leftover(path) for path in sorted(found, key=lambda path: path.stat().st_mtime)]


class Autosave(QObject):
    """Keeps one window's work safe, in a thread of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = _folder() / f"{uuid4().hex}{SUFFIX}"
        self._lock = _lock(self.path)
        self._worker = Worker(self)

    def keep(self, document: Document) -> None:
        """Keep ``document`` in the place of what was kept before."""
        path, lock = self.path, self._lock

        def work(_pulse: Pulse) -> Iterator[None]:
            try:
                make_folder(path.parent)
                if not lock.isLocked():
                    lock.tryLock(0)
                write_whole(path, to_bytes(document))
            except FileError:
                # A full disk must not keep anybody from writing; saving will say what is wrong.
                return
            yield None

        self._worker.ask(work)

    def adopt(self, leftover: Leftover) -> None:
        """Look after work of an earlier window from now on, in the file where it is."""
        self._worker.stop()
        self._worker = Worker(self)
        self._let_go()
        self.path = leftover.path
        self._lock = _lock(self.path)
        self._lock.tryLock(0)

    def drop(self) -> None:
        """Forget what was kept."""
        path = self.path

        def work(_pulse: Pulse) -> Iterator[None]:
            path.unlink(missing_ok=True)
            yield None

        if self._lock.isLocked():
            self._worker.ask(work)

    def end(self) -> None:
        """Forget what was kept, and end."""
        self._worker.stop()
        self._let_go()

    def _let_go(self) -> None:
        self.path.unlink(missing_ok=True)
        if self._lock.isLocked():
            self._lock.unlock()

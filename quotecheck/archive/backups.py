"""Copies of a whole archive, each read from end to end before it is relied on."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.store import Archive

__all__ = ["back_up", "restore"]


def _check(copy: Path) -> None:
    with Archive.open(copy, read_only=True) as archive:
        problems = archive.verify_integrity()
    if problems:
        raise ArchiveError(
            "{copy} is not a sound archive ({problem}): choose another backup.",
            copy=copy,
            problem=problems[0],
        )


Progress = Callable[[int], bool | None]


class _Telling:
    """Passes on how many megabytes have been written; raises ArchiveError when that is to stop."""

    def __init__(self, progress: Progress | None, stopped: str) -> None:
        self._progress, self._stopped = progress, stopped
        self._done = 0

    def __call__(self, done: int) -> None:
        self._done = done
        self.go_on()

    def go_on(self) -> None:
        if self._progress and self._progress(self._done) is False:
            raise ArchiveError(self._stopped)


def back_up(path: Path, copy: Path, *, progress: Progress | None = None) -> None:
    """Write a whole copy of an archive as it is now and check it; nothing that is there is overwritten.

    ``progress`` is called with the number of megabytes written; when it returns False, no copy stays.
    Raises ArchiveError; a copy that is not sound is taken away again.
    """
    tell = _Telling(progress, "The backup was stopped: nothing was written.")
    with Archive.open(path, read_only=True) as archive:
        archive.backup(copy, progress=tell)
    try:
        _check(copy)
        tell.go_on()
    except ArchiveError:
        copy.unlink(missing_ok=True)
        raise


def restore(path: Path, copy: Path, *, progress: Progress | None = None) -> Path:
    """Put the archive back to what a backup holds, and return where its present state is kept.

    The backup is checked first, and stays. The archive keeps its file; whoever has it open sees the change.
    ``progress`` is called with the number of megabytes written so far; when it returns False, nothing has
    been changed. Raises ArchiveError, and changes nothing, when the backup is not sound or the archive is in
    use.
    """
    tell = _Telling(progress, "The backup was not put back: the archive is as it was.")
    if copy.resolve() == path.resolve():
        raise ArchiveError("{copy} is the archive itself: choose the backup of it.", copy=copy)
    _check(copy)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    kept = path.with_name(f"{path.stem}.before-restore-{stamp}{path.suffix}")
    try:
        with tempfile.TemporaryDirectory(prefix=".restore-", dir=path.parent) as folder:
            made = Path(folder) / path.name
            # What is put in place is brought up to date first: a backup may be of an older version.
            with Archive.open(copy, read_only=True) as backup:
                backup.backup(made, progress=tell)
            with Archive.open(path) as present:
                _keep(present, kept, tell)
                present.become(made)
    except OSError as error:
        raise ArchiveError(
            "The archive {path} cannot be put back ({reason}): free its folder, then try again.",
            path=path,
            reason=error.strerror or error,
        ) from error
    return kept


def _keep(present: Archive, kept: Path, tell: _Telling) -> None:
    present.backup(kept, progress=tell)
    try:
        tell.go_on()
    except ArchiveError:
        kept.unlink(missing_ok=True)
        raise

"""Copies of a whole archive, each read from end to end before it is relied on."""

from __future__ import annotations

import tempfile
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


def back_up(path: Path, copy: Path) -> None:
    """Write a whole copy of an archive as it is now and check it; nothing that is there is overwritten.

    Raises ArchiveError; a copy that is not sound is taken away again.
    """
    with Archive.open(path, read_only=True) as archive:
        archive.backup(copy)
    try:
        _check(copy)
    except ArchiveError:
        copy.unlink(missing_ok=True)
        raise


def restore(path: Path, copy: Path) -> Path:
    """Put the archive back to what a backup holds, and return where its present state is kept.

    The backup is checked first, and stays. The archive keeps its file; whoever has it open sees the change.
    Raises ArchiveError, and changes nothing, when the backup is not sound or the archive is in use.
    """
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
                backup.backup(made)
            with Archive.open(path) as present:
                present.backup(kept)
                present.become(made)
    except OSError as error:
        raise ArchiveError(
            "The archive {path} cannot be put back ({reason}): free its folder, then try again.",
            path=path,
            reason=error.strerror or error,
        ) from error
    return kept

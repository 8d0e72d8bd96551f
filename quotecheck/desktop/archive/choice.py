"""Which archive a desk checks against, and the one that a worker has open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotecheck.archive import Archive

__all__ = ["NO_ARCHIVE", "OWN_ARCHIVE", "ArchiveChoice", "OpenArchive", "archive_at", "opened", "path_of"]


@dataclass(frozen=True, slots=True)
class ArchiveChoice:
    """The archive to check against: a file, the user's own (no path), or none at all."""

    path: Path | None = None
    is_wanted: bool = True


OWN_ARCHIVE = ArchiveChoice()
NO_ARCHIVE = ArchiveChoice(is_wanted=False)


def archive_at(path: Path) -> ArchiveChoice:
    """Return the choice of the archive in a file."""
    from quotecheck.archive import starter_path

    return OWN_ARCHIVE if path == starter_path() else ArchiveChoice(path)


def path_of(choice: ArchiveChoice) -> Path:
    """Return the file of the archive that is chosen; the user's own where none is wanted."""
    from quotecheck.archive import starter_path

    return choice.path or starter_path()


def opened(path: Path) -> Archive:
    """Open the archive in a file to change it; the user's own is made if need be. Raises ArchiveError."""
    from quotecheck.archive import Archive, starter_path

    return Archive.starter() if path == starter_path() else Archive.open(path)


class OpenArchive:
    """The archive that one worker's thread has open; kept from job to job, changed when another is chosen."""

    def __init__(self) -> None:
        self._choice = NO_ARCHIVE
        self._archive: Archive | None = None

    def of(self, choice: ArchiveChoice) -> Archive | None:
        """Return the archive of ``choice``, opened if need be. Raises ArchiveError."""
        if choice != self._choice:
            self.close()
            self._archive = opened(path_of(choice)) if choice.is_wanted else None
            self._choice = choice
        return self._archive

    def close(self) -> None:
        """Close what is open."""
        if self._archive is not None:
            self._archive.close()
        self._archive, self._choice = None, NO_ARCHIVE

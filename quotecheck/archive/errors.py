"""What can go wrong with an archive's file, each as one sentence with the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quotecheck.errors import QuoteCheckError
from quotecheck.model import Message, message

__all__ = ["ArchiveError", "explained", "unreadable"]

_BY_CODE = {
    sqlite3.SQLITE_BUSY: message(
        "is in use by another program: wait until that has finished, then try again"
    ),
    sqlite3.SQLITE_LOCKED: message(
        "is in use by another program: wait until that has finished, then try again"
    ),
    sqlite3.SQLITE_FULL: message(
        "could not grow, for the disk is full: make room and try again; nothing was changed"
    ),
    sqlite3.SQLITE_READONLY: message(
        "cannot be changed, for its file or folder is read-only: work on a copy of it"
    ),
    sqlite3.SQLITE_PERM: message(
        "cannot be used, for its permissions forbid it: change them, or work on a copy"
    ),
    sqlite3.SQLITE_AUTH: message(
        "cannot be used, for its permissions forbid it: change them, or work on a copy"
    ),
    sqlite3.SQLITE_CANTOPEN: message(
        "cannot be opened: check that its folder exists and may be read and written"
    ),
    sqlite3.SQLITE_IOERR: message("could not be read or written: check the disk it is on, then try again"),
    sqlite3.SQLITE_NOTADB: message("is not an archive, for it is not an SQLite file: choose another file"),
    sqlite3.SQLITE_CORRUPT: message(
        "is damaged: restore it from a backup, or save what 'sqlite3 FILE .recover' can"
    ),
    sqlite3.SQLITE_TOOBIG: message("cannot hold a text as long as that: shorten it"),
    sqlite3.SQLITE_NOMEM: message("needs more memory than there is: close other programs, then try again"),
}
_PRIMARY = 0xFF


class ArchiveError(QuoteCheckError):
    """An archive that cannot be used as asked; the message names it, and the way out."""


def unreadable(path: Path, error: OSError) -> ArchiveError:
    """Return what to raise for a file that the system would not read."""
    return ArchiveError("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)


def _reason(error: sqlite3.Error) -> Message:
    # Extended result codes keep the primary one in their lowest byte.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    if code in _BY_CODE:
        return _BY_CODE[code]
    return message("is not as it should be ({error}): restore it from a backup", error=str(error))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite reports of the file at ``path`` into an ``ArchiveError``; our own mistakes pass."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.DatabaseError as error:
        raise ArchiveError("The archive {path} {reason}.", path=path, reason=_reason(error)) from error

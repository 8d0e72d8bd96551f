"""Transactions on an archive's file: what is read is of one moment, what is written is whole or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quotecheck.archive.errors import ArchiveError, explained

__all__ = ["Transactions"]

_LOGGED_PAGES = 10_000
"""How many pages of 4 KB the log may have: to take it into the file takes as long as to write them."""

_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_PART = ("SAVEPOINT part", "RELEASE part", ("ROLLBACK TO part", "RELEASE part"))


class Transactions:
    """The connection to an archive's file, and how it is used."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        """Take over an open connection."""
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._has_log = False
        self._is_together = False

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside one read transaction: all that is read is of one moment."""
        with explained(self.path):
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection inside one transaction: all that is done in it happens, or nothing."""
        if self.read_only:
            raise ArchiveError(
                "The archive {path} cannot be changed, for it is open for reading only: work on a copy.",
                path=self.path,
            )
        begin, end, back = _PART if self._is_together else _WHOLE
        with explained(self.path):
            self._keep_a_log()
            if self._is_together:
                self._check_still_begun()
            self._connection.execute(begin)
            try:
                yield self._connection
                self._check_still_begun()
                self._settle()
                self._connection.execute(end)
            except BaseException:
                for statement in back if self._connection.in_transaction else ():
                    self._connection.execute(statement)
                self._undo()
                raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """Do several things as one transaction: all that is done within it stays done, or nothing of it.

        Each of them is seen by the next one, but by others only when all are done, and nobody else can write
        meanwhile: many small changes take a fraction of the time. One that fails leaves the others as they
        are, unless its error leaves the block, or is one of the disk.
        """
        with self._writing():
            outer, self._is_together = self._is_together, True
            try:
                yield
            finally:
                self._is_together = outer

    def _check_still_begun(self) -> None:
        """Say so when SQLite has undone the transaction, as it does where the disk fails or is full."""
        if not self._connection.in_transaction:
            raise ArchiveError(
                "Nothing of what was to be done together in {path} was kept: see to what failed first, then "
                "do all of it again.",
                path=self.path,
            )

    def _keep_a_log(self) -> None:
        """Let others read while this one writes; only now, for to begin a log changes the file."""
        if not self._has_log:
            with suppress(sqlite3.OperationalError):  # without it works as well, only less side by side
                self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute(f"PRAGMA wal_autocheckpoint = {_LOGGED_PAGES}")
            self._has_log = True

    def _settle(self) -> None:
        """Finish what a transaction has begun; called before it is committed."""

    def _undo(self) -> None:
        """Forget what was remembered of a transaction that has been rolled back."""

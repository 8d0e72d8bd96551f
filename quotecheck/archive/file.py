"""One archive file, opened with care: what it is, whether it is whole, and transactions on it."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from quotecheck.archive.errors import ArchiveError, explained
from quotecheck.archive.migrations import MIGRATIONS, check_schema, migrate
from quotecheck.archive.schema import APPLICATION_ID
from quotecheck.archive.transactions import Transactions
from quotecheck.files import is_folder
from quotecheck.model import message

__all__ = ["ArchiveFile", "place_new"]

BUSY_SECONDS = 5.0
"""How long to wait for another program's lock before saying so."""

_MAGIC = b"SQLite format 3\x00"
_CLOSING_MILLISECONDS = 200
_QUICKLY_CHECKED = 8_000_000
_PRAGMAS = """
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -32000;
PRAGMA mmap_size = 1073741824;
"""


def _check_file(path: Path) -> None:
    if is_folder(path):
        raise ArchiveError("{path} is a folder, not an archive: name a file in it.", path=path)
    try:
        if not path.exists():
            raise ArchiveError(
                "There is no archive at {path}: check the name, or make it with 'quotecheck archive "
                "import FILE --archive {path}'.",
                path=path,
            )
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise ArchiveError(
            "The archive {path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error
    if start != _MAGIC:
        what = message("is not an SQLite file") if start else message("is empty")
        raise ArchiveError(
            "{path} {what}, so it is no archive: choose another file, or import its quotes into an archive.",
            path=path,
            what=what,
        )


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        connection.executescript(_PRAGMAS)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connect_reading(path: Path) -> sqlite3.Connection:
    path = path.resolve()
    log = path.with_name(path.name + "-wal")
    try:
        return _connect(path, "mode=ro")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        # Reading in WAL mode needs a file beside the archive, which a read-only folder cannot take. Without a
        # log all is in the one file, and nobody else can be writing.
        if log.exists() and log.stat().st_size:
            raise
        return _connect(path, "mode=ro&immutable=1")


def _identify(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the archive, or say why it is none that can be used."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ArchiveError(
            "{path} is an SQLite file, but no archive of QuoteCheck: choose another file, or "
            "export its quotes to CSV and import that.",
            path=path,
        )
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise ArchiveError(
            "The archive {path} was made by a newer version of QuoteCheck (format {version}, "
            "this one reads up to {newest}): update QuoteCheck to open it.",
            path=path,
            version=version,
            newest=len(MIGRATIONS),
        )
    return version


def _check(connection: sqlite3.Connection, path: Path, version: int) -> None:
    check_schema(connection, path, version)
    if path.stat().st_size <= _QUICKLY_CHECKED:
        problem = " ".join(connection.execute("PRAGMA quick_check(1)").fetchone()[0].split())
        if problem != "ok":
            raise ArchiveError(
                "The archive {path} is damaged ({problem}): restore it from a backup.",
                path=path,
                problem=problem,
            )


def place_new(path: Path, temporary: Path) -> None:
    """Move a finished file to ``path``, unless another process has put one there meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without hard links
        if not path.exists():
            temporary.replace(path)
    temporary.unlink(missing_ok=True)


class ArchiveFile(Transactions):
    """The open file of an archive. One thread at a time may use it: every thread opens its own."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        """Take over an open connection; use :meth:`open` instead."""
        super().__init__(path, connection, read_only=read_only)
        self._is_closed = False
        self._database = Database(connection, recursive_triggers=True)
        self._seen = self._version()

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False, read_only: bool = False) -> Self:
        """Open the archive at ``path``, checking that it is one and whole.

        ``create`` makes it when there is none. An older version is brought up to date after a backup beside
        it. A file or folder that is read-only is opened ``read_only`` even without being asked. Raises
        ArchiveError.
        """
        path = Path(path)
        if create and not path.exists():
            cls._create(path)
        _check_file(path)
        may_write = _may_write(path) and _may_write(path.absolute().parent)
        read_only = read_only or not may_write
        with explained(path):
            connection = _connect_reading(path) if read_only else _connect(path, "mode=rw")
            try:
                cls._prepare(connection, path, read_only=read_only, may_write=may_write)
                return cls(path, connection, read_only=read_only)
            except BaseException:
                connection.close()
                raise

    @staticmethod
    def _prepare(connection: sqlite3.Connection, path: Path, *, read_only: bool, may_write: bool) -> None:
        version = _identify(connection, path)
        _check(connection, path, version)
        # Of a file that is mapped into memory, each visit of a page would check all its cells anew.
        connection.execute("PRAGMA cell_size_check = OFF")
        if version < len(MIGRATIONS):
            if not may_write:
                raise ArchiveError(
                    "The archive {path} is of an older version and cannot be brought up to date, for it "
                    "is read-only: open a copy that may be written to.",
                    path=path,
                )
            with closing(_connect(path, "mode=rw")) as writing:
                migrate(writing, path)
        if not read_only:
            connection.execute("PRAGMA synchronous = NORMAL")

    @staticmethod
    def _create(path: Path) -> None:
        """Make an empty archive: beside its place first, so that nobody ever sees half of one."""
        try:
            with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.absolute().parent) as folder:
                made = Path(folder) / path.name
                with explained(path):
                    connection = _connect(made, "mode=rwc")
                    try:
                        migrate(connection, made)
                    finally:
                        connection.close()
                place_new(path, made)
        except OSError as error:
            raise ArchiveError(
                "The archive {path} cannot be made there ({reason}): choose another folder.",
                path=path,
                reason=error.strerror or error,
            ) from error

    def is_changed(self) -> bool:
        """Tell whether somebody else has written since this was last asked, or the file was opened."""
        before, self._seen = self._seen, self._version()
        return self._seen != before

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close the file; the last one to do so leaves nothing but the one file."""
        if self._is_closed:
            return
        self._is_closed = True
        with closing(self._connection), explained(self.path):
            if not self.read_only:
                self._take_in_the_log()

    def _take_in_the_log(self) -> None:
        """Leave one plain file behind, which can be read even where nothing may be written beside it."""
        self._connection.execute(f"PRAGMA busy_timeout = {_CLOSING_MILLISECONDS}")
        try:
            self._connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError:  # others have it open: the last one to close does this
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

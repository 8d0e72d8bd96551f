"""The archive of quotes: one SQLite file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Self

from quotecheck import words
from quotecheck.archive import people
from quotecheck.archive.alike import LearningArchive
from quotecheck.archive.errors import ArchiveError, explained
from quotecheck.archive.file import place_new
from quotecheck.archive.importing import ImportingArchive
from quotecheck.archive.index.hashing import Hashed
from quotecheck.archive.index.marks import have_marks
from quotecheck.archive.index.wordings import Wordings
from quotecheck.archive.migrations import copy_to
from quotecheck.archive.search import SearchTable
from quotecheck.archive.sources.turns import source_windows
from quotecheck.archive.starter import starter_path
from quotecheck.model import QuoteStatus

__all__ = ["Archive"]

_LAYOUT = 4
"""Goes up with every change of what stands in the index tables."""

_INDEX_VERSION = f"words {words.VERSION}, layout {_LAYOUT}"
_STARTED_BY = "QuoteCheck"
_BATCH = 2_000


class Archive(LearningArchive, ImportingArchive):
    """An archive of quotes, open; use it as a context manager.

    One thread may use it: every worker thread opens its own. Any number of processes may read it at once and
    one write; a writer waits some seconds for another. On closing, all is in the one file again.
    """

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False, read_only: bool = False) -> Self:
        """Open the archive at ``path``, checking that it is one and whole.

        ``create`` makes it when there is none. An older version is brought up to date after a backup beside
        it. A file or folder that is read-only is opened ``read_only`` even without being asked. Raises
        ArchiveError.
        """
        archive = super().open(path, create=create, read_only=read_only)
        try:
            archive._renew_index()
            archive.is_changed()  # what opening writes is not somebody else's change
        except BaseException:
            archive.close()
            raise
        return archive

    @classmethod
    def starter(cls, *, read_only: bool = False) -> Self:
        """Open the user's own archive, made with the starter quotes at first use. Raises ArchiveError."""
        path = starter_path()
        if not path.exists():
            cls._start(path)
        return cls.open(path, read_only=read_only)

    @classmethod
    def _start(cls, path: Path) -> None:
        """Make the starter archive aside and put it in place whole, unless another process was quicker."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".archive-", dir=path.parent) as folder:
                made = Path(folder) / path.name
                quotes = files("quotecheck.resources") / "starter" / "starter_quotes.jsonl"
                with as_file(quotes) as file, cls.open(made, create=True) as archive:
                    archive.import_quotes(file, by=_STARTED_BY, status=QuoteStatus.VERIFIED)
                place_new(path, made)
        except OSError as error:
            raise ArchiveError(
                "Your own archive cannot be made at {path} ({reason}): free that folder, or name "
                "another one in the environment variable QUOTECHECK_DATA_DIR.",
                path=path,
                reason=error.strerror or error,
            ) from error

    def _renew_index(self) -> None:
        with self._reading() as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = 'index'").fetchone()
            is_whole = row == (_INDEX_VERSION,) and have_marks(connection)
        if is_whole:
            return
        if self.read_only:
            raise ArchiveError(
                "The archive {path} has an index of another version of QuoteCheck and is read-only: "
                "open a copy that may be written to.",
                path=self.path,
            )
        self.rebuild_index()

    def rebuild_index(self) -> None:
        """Make the shingle index, the full-text search and the index of names anew from the other tables."""
        with self._writing() as connection:
            self._index.clear()
            quotes = connection.execute("SELECT id, text FROM quotes ORDER BY id")
            while batch := quotes.fetchmany(_BATCH):
                numbers, texts = zip(*batch, strict=True)
                self._index.add_quotes(numbers, Hashed.of_words(*Wordings.of(texts)[1:]))
            sources = connection.execute("SELECT id, text FROM sources WHERE text IS NOT NULL ORDER BY id")
            while source := sources.fetchone():
                self._index.add_source(source[0], source_windows(connection, *source))
            SearchTable(connection).rebuild()
            speakers = connection.execute("SELECT id FROM speakers")
            while some := speakers.fetchmany(_BATCH):
                people.index_speakers(connection, [row[0] for row in some])
            self._database.table("meta").upsert({"key": "index", "value": _INDEX_VERSION}, pk="key")

    def verify_integrity(self) -> list[str]:
        """Check the whole file and its index; return what is wrong with them, nothing if all is well."""
        with explained(self.path):
            problems = [
                row[0] for row in self._connection.execute("PRAGMA integrity_check") if row[0] != "ok"
            ]
            broken = self._connection.execute("PRAGMA foreign_key_check").fetchall()
            problems += [
                f"a row of {table} refers to a row of {parent} that is missing"
                for table, _, parent, _ in broken
            ]
        with self._reading():
            lost = len(self._index.lost_quotes())
        if lost:
            problems.append(f"{lost} quotes are not in the index: rebuild it")
        return problems + self._search_problems()

    def _search_problems(self) -> list[str]:
        if self.read_only:
            return []
        try:
            with self._writing() as connection:
                SearchTable(connection).settle()
                connection.execute("INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)")
        except ArchiveError:
            return ["the full-text search does not agree with the quotes: rebuild the index"]
        return []

    def backup(self, path: Path | str, *, progress: Callable[[int], object] | None = None) -> None:
        """Write a whole copy of the archive, as it is now, to ``path``; nothing there is ever overwritten.

        ``progress`` is called with the number of megabytes written; when it raises, there is no copy.
        """
        path = Path(path)
        if path.exists():
            raise ArchiveError("{path} is there already: choose another name for the backup.", path=path)
        try:
            with tempfile.TemporaryDirectory(prefix=".backup-", dir=path.absolute().parent) as folder:
                copy = Path(folder) / path.name
                with explained(self.path):
                    copy_to(self._connection, copy, progress=progress)
                place_new(path, copy)
        except OSError as error:
            raise ArchiveError(
                "The backup {path} cannot be written ({reason}): choose another place.",
                path=path,
                reason=error.strerror or error,
            ) from error

    def become(self, path: Path | str) -> None:
        """Replace all that the archive holds by what the archive at ``path`` holds, in one transaction."""
        if self.read_only:
            raise ArchiveError(
                "The archive {path} is open for reading only: choose one that is not.", path=self.path
            )
        with type(self).open(path, read_only=True) as other, explained(self.path):
            other._connection.backup(self._connection)
        self._undo()

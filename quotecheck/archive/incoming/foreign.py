"""Any SQLite file with a table of quotes: copied out by a process of its own, then read like other rows."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.incoming.foreign_reader import CPU_SECONDS, read_table
from quotecheck.archive.incoming.mapping import guessed
from quotecheck.archive.incoming.row_files import column_key

__all__ = ["CopiedTable", "copied_out", "is_sqlite"]

_SUFFIXES = frozenset({".db", ".sqlite", ".sqlite3", ".db3"})
_PATIENCE = 2.0


class CopiedTable(NamedTuple):
    """A table that has been copied out: its rows as JSON Lines, its name, its columns."""

    rows: Path
    table: str
    columns: list[str]

    def mapping(self, stated: Mapping[str, str] | None = None) -> Mapping[str, str]:
        """Return for each field its column: as ``stated``, else as it seems. Raises ArchiveError."""
        told = ", ".join(self.columns)
        known = set(map(column_key, self.columns))
        for column in (stated or {}).values():
            if column_key(column) not in known:
                raise ArchiveError(
                    "The table {table} has no column {column}; it has {columns}.",
                    table=self.table,
                    column=repr(column),
                    columns=told,
                )
        found = stated or guessed(self.columns)
        if "text" not in found:
            raise ArchiveError(
                "No column of the table {table} seems to hold the quotes ({columns}): say which one, "
                "with '--map text=COLUMN'.",
                table=self.table,
                columns=told,
            )
        return found


def is_sqlite(path: Path) -> bool:
    """Tell by its name whether a file is an SQLite database."""
    return path.suffix.lower() in _SUFFIXES


def _told(answer: bytes) -> dict[str, object]:
    try:
        told = json.loads(answer.strip().rpartition(b"\n")[2])
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _read_apart(path: Path, table: str | None, out: IO[str]) -> tuple[str, list[str]]:

    told = [str(path.absolute()), *([] if table is None else [table])]
    command = [sys.executable, "-P", "-X", "utf8", "-m", "quotecheck.archive.incoming.foreign_reader", *told]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.PIPE,
            timeout=CPU_SECONDS * _PATIENCE,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise ArchiveError("{path} takes too long to read: export its table to CSV.", path=path) from error
    answer = _told(done.stderr)
    if done.returncode == 0 and isinstance(columns := answer.get("columns"), list):
        return str(answer["table"]), columns
    if problem := answer.get("problem"):
        raise ArchiveError(str(problem))
    raise ArchiveError("{path} cannot be read within time and memory: export its table to CSV.", path=path)


@contextmanager
def copied_out(path: Path, table: str | None = None) -> Iterator[CopiedTable]:
    """Give the rows of a table (without a name, the one that looks most like quotes) of a foreign file.

    The file is neither written to nor trusted: it is read within a minute and 1 GB by another process, which
    runs nothing that is in it. Raises ArchiveError.
    """
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / f"{path.name}.jsonl"
        with rows.open("w", encoding="utf-8") as out:
            is_frozen = getattr(sys, "frozen", False) or not sys.executable
            read = read_table if is_frozen else _read_apart
            name, columns = read(path, table, out)
        yield CopiedTable(rows, name, columns)

"""Reading a table of a foreign SQLite file, which may be hostile; run as a program of its own, with limits.

Nothing of the file is ever run: no view, no trigger, no virtual table, no generated column, no function. Rows
go to standard output as JSON Lines, what was read (or why not) goes to standard error.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import IO, Any

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.incoming.mapping import guessed

__all__ = ["CPU_SECONDS", "read_table"]

CPU_SECONDS = 60
"""How long reading may take."""

_MAGIC = b"SQLite format 3\x00"
_MEMORY = 1_000_000_000
_SQLITE_MEMORY = 400_000_000
_MOST_BYTES = 2_000_000_000
_LONGEST = 10_000_000
_OPERATIONS = 20_000
_PRAGMAS = f"""
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 0;
PRAGMA query_only = ON;
PRAGMA ignore_check_constraints = ON;
PRAGMA temp_store = MEMORY;
PRAGMA hard_heap_limit = {_SQLITE_MEMORY};
"""
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: _LONGEST,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 500,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_VIRTUAL = re.compile(r"\s*CREATE\s+VIRTUAL\s", re.IGNORECASE)
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_ASKED = frozenset({"quick_check", "table_xinfo"})


def _only_reading(action: int, first: str | None, *rest: str | None) -> int:
    from_the_file = rest[-1]  # the view or trigger that asks for it
    allowed = action in _ALLOWED or (action == sqlite3.SQLITE_PRAGMA and first in _ASKED)
    return sqlite3.SQLITE_OK if allowed and from_the_file is None else sqlite3.SQLITE_DENY


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _as_text(data: bytes) -> str:
    # A row with bytes that are no text is left out by the import, which says so by its line.
    return data.decode("utf-8", "surrogateescape")


def _check_file(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise ArchiveError("{path} is not an SQLite file: choose another file.", path=path)
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise ArchiveError("{path} is open in another program: close it there, then import it.", path=path)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.text_factory = _as_text
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    deadline = time.monotonic() + CPU_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _OPERATIONS)
    connection.executescript(_PRAGMAS)
    connection.set_authorizer(_only_reading)
    return connection


def _tables(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the real tables with their columns; generated ones would run what the file says."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    ).fetchall()
    real = [name for name, sql in rows if name and sql and not _VIRTUAL.match(sql)]
    return {
        name: [row[1] for row in connection.execute(f"PRAGMA table_xinfo({_quoted(name)})") if not row[6]]
        for name in real
        if not name.startswith("sqlite_")
    }


def _chosen(tables: dict[str, list[str]], wanted: str | None, path: Path) -> str:
    """Return the table that is meant; without a name the one that has most of what a quote has."""
    if wanted is not None:
        if found := next((name for name in tables if name.casefold() == wanted.casefold()), None):
            return found
        raise ArchiveError(
            "{path} has no table {wanted} (views and virtual tables are not read); it has {tables}.",
            path=path,
            wanted=repr(wanted),
            tables=", ".join(sorted(tables)) or "none",
        )
    fitting = {name: guess for name, columns in tables.items() if "text" in (guess := guessed(columns))}
    if not fitting:
        raise ArchiveError(
            "No table of {path} seems to hold quotes ({tables}): say which one, with “--table "
            "TABLE --map text=COLUMN”.",
            path=path,
            tables=", ".join(sorted(tables)) or "it has none",
        )
    return max(fitting, key=lambda name: len(fitting[name]))


def _plain(value: Any) -> Any:
    return None if isinstance(value, bytes) else value


def _rows(connection: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[dict[str, Any]]:
    named = ", ".join(map(_quoted, columns))
    for values in connection.execute(f"SELECT {named} FROM {_quoted(table)} NOT INDEXED"):
        yield dict(zip(columns, map(_plain, values), strict=True))


def read_table(path: Path, wanted: str | None, out: IO[str]) -> tuple[str, list[str]]:
    """Write the rows of a table to ``out`` as JSON Lines; return its name and columns.

    Raises ArchiveError.
    """
    written = 0
    try:
        _check_file(path)
        with closing(_connect(path)) as connection:
            problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if problem != "ok":
                raise ArchiveError(
                    "{path} is damaged ({problem}): get it again.",
                    path=path,
                    problem=" ".join(str(problem).split())[:200],
                )
            tables = _tables(connection)
            table = _chosen(tables, wanted, path)
            for row in _rows(connection, table, tables[table]):
                written += out.write(json.dumps(row) + "\n")
                if written > _MOST_BYTES:
                    raise ArchiveError(
                        "{path} holds more than 2 GB of quotes: import it in parts.", path=path
                    )
    except (sqlite3.Error, MemoryError, UnicodeError) as error:  # SQLite tells of damage in any bytes
        reason = "it takes too long or too much memory" if _is_limit(error) else " ".join(str(error).split())
        raise ArchiveError(
            "{path} cannot be read ({reason}): export its table to CSV.", path=path, reason=reason[:200]
        ) from error
    except OSError as error:
        raise ArchiveError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error
    return table, tables[table]


def _is_limit(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, MemoryError) or code in (sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_NOMEM)


def _limit_this_process() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; those of SQLite and the deadline hold there as well
        return
    for kind, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, CPU_SECONDS)):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _main(path: str, table: str | None = None) -> int:
    _limit_this_process()
    try:
        name, columns = read_table(Path(path), table, sys.stdout)
    except ArchiveError as error:
        print(json.dumps({"problem": str(error)}), file=sys.stderr)
        return 1
    print(json.dumps({"table": name, "columns": columns}), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))

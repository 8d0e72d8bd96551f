"""The numbered steps that bring an archive of any earlier version up to date, each after a backup."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.schema import APPLICATION_ID, VERSIONS

__all__ = ["MIGRATIONS", "backup_path", "check_schema", "copy_to", "migrate"]

MIGRATIONS: tuple[str, ...] = VERSIONS
"""The script of each version; ``user_version`` says how many have run."""

_OURS = (
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
)


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _run(connection: sqlite3.Connection, script: str, version: int) -> None:
    """Run one script, unless another process has done so while we waited for the lock."""
    connection.execute("PRAGMA foreign_keys = OFF")  # else to replace a table would delete what refers to it
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] < version:
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


@lru_cache(maxsize=4)
def _expected(migrations: Sequence[str]) -> frozenset[tuple[str, str, str, str]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for version, script in enumerate(migrations, start=1):
        _run(connection, script, version)
    rows = frozenset(connection.execute(_OURS))
    connection.close()
    return rows


def backup_path(path: Path, version: int) -> Path:
    """Return where the archive at ``path`` is kept before it is migrated from ``version``."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    return path.with_name(f"{path.stem}.backup-v{version}-{stamp}{path.suffix}")


_AT_ONCE = 2_000
"""Pages copied between two reports of progress: some milliseconds."""


def copy_to(
    connection: sqlite3.Connection, target: Path, *, progress: Callable[[int], object] | None = None
) -> None:
    """Write a whole copy of the open archive to ``target``, which must not exist.

    ``progress`` is called with the number of megabytes written; what it raises leaves no copy behind.
    """
    size = connection.execute("PRAGMA page_size").fetchone()[0]

    def tell(_status: int, remaining: int, total: int) -> None:
        if progress:
            progress((total - remaining) * size // 1_000_000)

    copy = sqlite3.connect(target, isolation_level=None)
    try:
        connection.backup(copy, pages=_AT_ONCE, progress=tell)
        copy.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        copy.close()
        target.unlink(missing_ok=True)
        raise
    copy.close()


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Run the steps that the archive at ``path`` lacks; a new, empty file lacks all and needs no backup."""
    current = connection.execute("PRAGMA user_version").fetchone()[0]
    for version, script in enumerate(MIGRATIONS[current:], start=current + 1):
        if current:
            copy_to(connection, backup_path(path, version - 1))
        _run(connection, script, version)


def check_schema(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Make sure that the archive has our tables as we made them, and no trigger that we did not make.

    Other tables, views and indexes are nobody's harm: they are never touched. Raises ArchiveError.
    """
    found = frozenset(connection.execute(_OURS))
    expected = _expected(MIGRATIONS[:version])
    strange = sorted(name for kind, name, *_ in found - expected if kind == "trigger")
    if strange:
        raise ArchiveError(
            "The archive {path} has a trigger that QuoteCheck did not make ({trigger}): it is not "
            "opened, for that could change your quotes; drop the trigger, or restore a backup.",
            path=path,
            trigger=repr(strange[0]),
        )
    if lost := sorted(name for _, name, *_ in expected - found):
        raise ArchiveError(
            "The archive {path} is damaged, for {lost} in it is missing or changed: restore a backup.",
            path=path,
            lost=repr(lost[0]),
        )

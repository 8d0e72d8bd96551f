"""Up to which quote an index of the archive goes: what is newer waits to be taken in, many at a time."""

from __future__ import annotations

import sqlite3

__all__ = ["INDEXED", "SEARCHABLE", "have_marks", "mark", "set_mark"]

INDEXED = "indexed_to"
"""The shingle index."""

SEARCHABLE = "searchable_to"
"""The full-text search."""


def mark(connection: sqlite3.Connection, key: str) -> int:
    """Return the number of the last quote that has been taken in."""
    return int(connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()[0])


def set_mark(connection: sqlite3.Connection, key: str, quote: int) -> None:
    """Note that all quotes up to this one have been taken in."""
    connection.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        (key, str(quote)),
    )


def have_marks(connection: sqlite3.Connection) -> bool:
    """Tell whether the archive has both marks."""
    sql = "SELECT count(*) FROM meta WHERE key IN (?, ?)"
    return bool(connection.execute(sql, (INDEXED, SEARCHABLE)).fetchone()[0] == 2)

"""The numbers of speakers and sources: the history names them by these, so that none is given twice."""

from __future__ import annotations

import sqlite3

__all__ = ["keep_number", "last_number"]


def last_number(connection: sqlite3.Connection, entity: str) -> int:
    """Return the highest number that a "speaker" or "source" has or has had, 0 while there is none."""
    row = connection.execute(
        f"SELECT ifnull(max(id), 0) FROM (SELECT max(id) AS id FROM {entity}s"
        " UNION ALL SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?)",
        (f"{entity}s_to",),
    ).fetchone()
    return int(row[0])


def keep_number(connection: sqlite3.Connection, entity: str) -> None:
    """Note the highest number before a speaker or source is deleted, lest it be given to another one."""
    connection.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (f"{entity}s_to", str(last_number(connection, entity))),
    )

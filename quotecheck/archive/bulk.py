"""What makes work on very many rows quick: many with one statement, less checked twice, indexes made last."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain

__all__ = ["AMONG", "all_over", "indexed_at_the_end", "insert_rows", "insert_tuples", "trusting"]

AMONG = "IN (SELECT value FROM json_each(?))"
"""Follows a column: it has one of the values of a JSON list, which is one parameter however long it is."""

_AT_ONCE = 50
_LAST = json.dumps(["quotes_by_uid", "quotes_by_speaker", "quotes_by_external_id"])


@lru_cache(maxsize=256)
def _inserting(table: str, names: tuple[str, ...], rows: int) -> str:
    # To keep a copy of every page for the case that the statement fails half-way takes longer than to insert
    # the rows: who calls undoes all, so that FAIL need not.
    row = f"({', '.join('?' * len(names))})"
    return f"INSERT OR FAIL INTO {table} ({', '.join(names)}) VALUES {', '.join([row] * rows)}"


def insert_tuples(
    connection: sqlite3.Connection, table: str, names: tuple[str, ...], rows: Sequence[tuple[object, ...]]
) -> None:
    """Insert rows that have values for these columns.

    When it fails, some of them may have been inserted: to be called within a transaction.
    """
    if many := len(rows) - len(rows) % _AT_ONCE:
        # To begin and end a statement takes as long as to insert a row.
        dozens = (list(chain.from_iterable(rows[i : i + _AT_ONCE])) for i in range(0, many, _AT_ONCE))
        connection.executemany(_inserting(table, names, _AT_ONCE), dozens)
    if rows[many:]:
        connection.executemany(_inserting(table, names, 1), rows[many:])


def insert_rows(connection: sqlite3.Connection, table: str, columns: Mapping[str, Sequence[object]]) -> None:
    """Do as ``insert_tuples`` with columns; those of which nothing is known (None) keep their default.

    To name them nevertheless takes SQLite nearly twice the time.
    """
    told = {name: values for name, values in columns.items() if values.count(None) < len(values)}
    insert_tuples(connection, table, tuple(told), list(zip(*told.values(), strict=True)))


@contextmanager
def trusting(connection: sqlite3.Connection) -> Iterator[None]:
    """Write quotes without looking up again the speakers and sources that have just been looked up.

    What has to be sorted is sorted in files, not in memory. To be entered before the transaction begins, for
    within one nothing of this can be set; meanwhile nothing may be deleted.
    """
    if connection.in_transaction:
        yield
        return
    _set(connection, foreign_keys="OFF", temp_store="FILE")
    try:
        yield
    finally:
        _set(connection, foreign_keys="ON", temp_store="MEMORY")


def _set(connection: sqlite3.Connection, **pragmas: str) -> None:
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}")


@contextmanager
def all_over(connection: sqlite3.Connection) -> Iterator[None]:
    """Read or write very many rows in another order than they stand in, through a cache of fixed size.

    Of a file that is mapped into memory all would stay there, and each page be checked anew at every visit.
    """
    (mapped,) = connection.execute("PRAGMA mmap_size").fetchone()
    connection.execute("PRAGMA mmap_size = 0").fetchone()
    try:
        yield
    finally:
        connection.execute(f"PRAGMA mmap_size = {mapped}").fetchone()


@contextmanager
def indexed_at_the_end(connection: sqlite3.Connection) -> Iterator[None]:
    """Sort the quotes once instead of finding each its place, within one transaction.

    Meanwhile nothing may be looked up by uid, speaker or external id.
    """
    made = connection.execute(f"SELECT name, sql FROM sqlite_schema WHERE name {AMONG}", (_LAST,)).fetchall()
    for name, _ in made:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _, sql in made:
        connection.execute(sql)

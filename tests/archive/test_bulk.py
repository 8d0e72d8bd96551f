"""Work on many rows: as many statements as it takes, the same rows as one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from quotecheck.archive.bulk import insert_rows, insert_tuples


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT, kind TEXT DEFAULT 'plain')")
    yield connection
    connection.close()


def things(connection: sqlite3.Connection) -> list[tuple[int, str, str]]:
    return connection.execute("SELECT id, name, kind FROM things ORDER BY rowid").fetchall()


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 170])
def test_all_rows_go_in_however_many(connection: sqlite3.Connection, count: int) -> None:
    rows = [(i, f"thing {i}") for i in range(count)]
    insert_tuples(connection, "things", ("id", "name"), rows)
    assert things(connection) == [(*row, "plain") for row in rows]


def test_a_column_of_which_nothing_is_known_keeps_its_default(connection: sqlite3.Connection) -> None:
    insert_rows(connection, "things", {"id": [1, 2], "name": ["a", None], "kind": [None, None]})
    assert things(connection) == [(1, "a", "plain"), (2, None, "plain")]


def test_nothing_is_left_of_rows_that_fail_within_a_transaction(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN")
    with pytest.raises(sqlite3.IntegrityError):
        insert_tuples(connection, "things", ("id", "name"), [(i % 60, "again") for i in range(100)])
    connection.execute("ROLLBACK")
    assert things(connection) == []

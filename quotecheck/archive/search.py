"""Full-text search, for people: any words of a quote, its speaker and the title of its source."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.index.marks import SEARCHABLE, mark, set_mark

__all__ = ["SearchTable", "expression", "matching", "phrase_in"]

_TERM = re.compile(r'"([^"]+)"|([^\s"]+)')
_FROM_QUOTES = "SELECT id, text, speaker, source FROM quotes_with_names WHERE"
_CHOSEN = f"id {AMONG}"
_AT_ONCE = 75_000
_MANY = 1_000
_FOR_MANY = {"hashsize": 32_000_000, "automerge": 0}
_USUALLY = {"hashsize": 1_048_576, "automerge": 4}


def _phrase(text: str) -> str:
    text = text.encode("utf-8", "replace").decode()
    return '"' + text.replace('"', " ").replace("\x00", " ") + '"'


def expression(query: str, *, is_begun: bool = True) -> str:
    """Return an FTS5 expression for all the words of a query; the last may be a beginning if ``is_begun``."""
    terms = [quoted or bare for quoted, bare in _TERM.findall(query)]
    phrases = [_phrase(term) for term in terms if any(c.isalnum() for c in term)]
    if phrases and is_begun and not query.rstrip().endswith('"'):
        phrases[-1] += " *"
    return " ".join(phrases)


def matching(
    connection: sqlite3.Connection, query: str, *, limit: int, among: Sequence[int] | None = None
) -> list[int]:
    """Return the numbers of the quotes that have all the words of ``query``, the best first (BM25).

    "Words in double quotes" must follow each other; nothing that is typed is an error. ``among`` are the only
    quotes that are wanted: without words, they all are.
    """
    asked = expression(query)
    if not asked:
        return list(among or ())[:limit]
    rows = connection.execute(
        "SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH :asked"
        " AND (:among IS NULL OR rowid IN (SELECT value FROM json_each(:among)))"
        " ORDER BY bm25(quotes_fts, 1.0, 2.0, 0.5) LIMIT :limit",
        {"asked": asked, "among": None if among is None else json.dumps(list(among)), "limit": limit},
    )
    return [row[0] for row in rows]


def phrase_in(connection: sqlite3.Connection, norms: Sequence[str], *, limit: int) -> list[int]:
    """Return the numbers of quotes whose text has these words in a row."""
    rows = connection.execute(
        "SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ? LIMIT ?",
        (f"text : {_phrase(' '.join(norms))}", limit),
    )
    return [row[0] for row in rows]


@contextmanager
def _for_many(connection: sqlite3.Connection) -> Iterator[None]:
    """Let FTS5 sort many rows in memory before it writes, and leave it to later writes to merge them."""
    setting = "INSERT INTO quotes_fts (quotes_fts, rank) VALUES (?, ?)"
    connection.executemany(setting, _FOR_MANY.items())
    yield
    connection.executemany(setting, _USUALLY.items())


class SearchTable:
    """Keeps the full-text table in step with the quotes, within one transaction.

    New quotes are taken in many at a time, for FTS5 is quicker so; ``settle`` takes in the rest.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through ``connection``."""
        self._connection = connection

    def add(self, last: int) -> None:
        """Hear of new quotes up to this number; very many are made findable at once."""
        if last - mark(self._connection, SEARCHABLE) >= _AT_ONCE:
            self.settle()

    def settle(self) -> None:
        """Take in what has been added."""
        done = mark(self._connection, SEARCHABLE)
        last = self._connection.execute("SELECT max(id) FROM quotes").fetchone()[0] or 0
        if last <= done:
            return
        taking_in = f"INSERT INTO quotes_fts (rowid, text, speaker, source) {_FROM_QUOTES} id > ?"
        with _for_many(self._connection) if last - done > _MANY else nullcontext():
            self._connection.execute(taking_in, (done,))
        set_mark(self._connection, SEARCHABLE, last)

    def forget(self, ids: Sequence[int]) -> None:
        """Take quotes out of the search, before their text, speaker or source changes."""
        self.settle()
        self._connection.execute(
            "INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker, source)"
            f" SELECT 'delete', id, text, speaker, source FROM quotes_with_names WHERE {_CHOSEN}",
            (json.dumps(list(ids)),),
        )

    def remember(self, ids: Sequence[int]) -> None:
        """Put quotes back into the search, after the change."""
        self._connection.execute(
            f"INSERT INTO quotes_fts (rowid, text, speaker, source) {_FROM_QUOTES} {_CHOSEN}",
            (json.dumps(list(ids)),),
        )

    def rebuild(self) -> None:
        """Make the table anew."""
        self._connection.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild')")
        last = self._connection.execute("SELECT max(id) FROM quotes").fetchone()[0] or 0
        set_mark(self._connection, SEARCHABLE, last)

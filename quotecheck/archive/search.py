"""Full-text search, for people: any words of a quote, its speaker and the title of its source."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence

__all__ = ["add_from", "forget", "matching", "phrase_in", "remember"]

_TERM = re.compile(r'"([^"]+)"|([^\s"]+)')
_CHOSEN = "FROM quotes_with_names WHERE id IN (SELECT value FROM json_each(?))"


def _phrase(text: str) -> str:
    text = text.encode("utf-8", "replace").decode()
    return '"' + text.replace('"', " ").replace("\x00", " ") + '"'


def _expression(query: str) -> str:
    """Return an FTS5 expression for what a person typed: all the words, the last one as a beginning."""
    terms = [quoted or bare for quoted, bare in _TERM.findall(query)]
    phrases = [_phrase(term) for term in terms if any(c.isalnum() for c in term)]
    if phrases and not query.rstrip().endswith('"'):
        phrases[-1] += " *"
    return " ".join(phrases)


def matching(connection: sqlite3.Connection, query: str, *, limit: int) -> list[int]:
    """Return the numbers of the quotes that have all the words of ``query``, the best first (BM25).

    "Words in double quotes" must follow each other; nothing that is typed is an error.
    """
    expression = _expression(query)
    if not expression:
        return []
    rows = connection.execute(
        "SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?"
        " ORDER BY bm25(quotes_fts, 1.0, 2.0, 0.5) LIMIT ?",
        (expression, limit),
    )
    return [row[0] for row in rows]


def phrase_in(connection: sqlite3.Connection, norms: Sequence[str], *, limit: int) -> list[int]:
    """Return the numbers of quotes whose text has these words in a row."""
    rows = connection.execute(
        "SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ? LIMIT ?",
        (f"text : {_phrase(' '.join(norms))}", limit),
    )
    return [row[0] for row in rows]


def add_from(connection: sqlite3.Connection, first: int) -> None:
    """Make the quotes from number ``first`` on findable."""
    connection.execute(
        "INSERT INTO quotes_fts (rowid, text, speaker, source)"
        " SELECT id, text, speaker, source FROM quotes_with_names WHERE id >= ?",
        (first,),
    )


def forget(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Take quotes out of the search, before their text, speaker or source changes."""
    connection.execute(
        "INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker, source)"
        f" SELECT 'delete', id, text, speaker, source {_CHOSEN}",
        (json.dumps(list(ids)),),
    )


def remember(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Put quotes (back) into the search, after the change."""
    connection.execute(
        f"INSERT INTO quotes_fts (rowid, text, speaker, source) SELECT id, text, speaker, source {_CHOSEN}",
        (json.dumps(list(ids)),),
    )

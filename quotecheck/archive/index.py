"""The shingle index: which archived texts share rare runs of words with a given one.

A document is a quote's text or a window of a source's text. Fresh documents stand in a small table of their
own and are packed into a segment when there are many. A document is never changed: a new text is a new
document, and the old one is dead, its postings ignored until a merge drops them.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive import segments
from quotecheck.archive.hashing import SHINGLE, UPPER, Hashes, shingle_postings, whole_keys
from quotecheck.archive.schema import INDEX_TABLES

__all__ = ["Hit", "ShingleIndex", "Window"]

_FRESH = 2048
_PENDING = 4_000_000
_POOL_POSTINGS = 20_000
_POOL = 2_000
_DEAD_SHARE = 0.1
_MOST_TIED = 4


class Window(NamedTuple):
    """A stretch of a source's text (code points) with its words, to be indexed as one document."""

    start: int
    end: int
    norms: list[str]


class Hit(NamedTuple):
    """A document that shares words with the text asked for: a quote, or a window of a source."""

    score: float
    words: int
    quote_id: int | None
    source_id: int | None
    start: int | None
    end: int | None


class _Fresh(NamedTuple):
    hashes: Hashes
    documents: Hashes


def _short_runs(norms: Sequence[str]) -> list[list[str]]:
    return [list(norms[i : i + size]) for size in range(1, SHINGLE) for i in range(len(norms) - size + 1)]


def _best(weights: NDArray[np.float64], limit: int) -> NDArray[np.intp]:
    """Return the places of the ``limit`` greatest weights, and of some that equal the least of them."""
    if weights.size > limit:
        least = -np.partition(-weights, limit - 1)[limit - 1]
        chosen = np.flatnonzero(weights >= least)
    else:
        chosen = np.arange(weights.size)
    return chosen[np.argsort(-weights[chosen], kind="stable")][: _MOST_TIED * limit]


class ShingleIndex:
    """The index tables of one archive, reached through its connection; the caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._pending: list[Hashes] = []
        self._pending_size = 0
        self._seen_version = -1
        self._fresh = _Fresh(np.zeros(0, np.uint64), np.zeros(0, np.uint64))
        self._segments: list[segments.Segment] = []
        self._dead: Hashes = np.zeros(0, np.uint64)
        self._documents = 0

    # Writing

    def _next_document(self) -> int:
        row = self._connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'index_documents'"
        ).fetchone()
        return int(row[0]) + 1 if row else 1

    def _add(self, numbers: Sequence[int], texts: Sequence[list[str]]) -> None:
        long = [i for i, norms in enumerate(texts) if len(norms) >= SHINGLE]
        short = [i for i, norms in enumerate(texts) if len(norms) < SHINGLE]
        keys = whole_keys([texts[i] for i in short]).tolist()
        self._connection.executemany(
            "INSERT INTO index_short (key, document) VALUES (?, ?)",
            [(key, numbers[i]) for key, i in zip(keys, short, strict=True)],
        )
        postings = shingle_postings([texts[i] for i in long], [numbers[i] for i in long])
        self._pending.append(postings)
        self._pending_size += postings.size
        if self._pending_size >= _PENDING:
            self.settle()

    def add_quotes(self, quotes: Sequence[tuple[int, list[str]]]) -> None:
        """Index the words of quotes, by their row number; quotes without a word are left out."""
        worded = [(quote, norms) for quote, norms in quotes if norms]
        numbers = range(first := self._next_document(), first + len(worded))
        self._connection.executemany(
            "INSERT INTO index_documents (id, words, quote_id) VALUES (?, ?, ?)",
            [(number, len(norms), quote) for number, (quote, norms) in zip(numbers, worded, strict=True)],
        )
        self._add(numbers, [norms for _, norms in worded])

    def add_source(self, source_id: int, windows: Sequence[Window]) -> None:
        """Index the windows of a source's text."""
        numbers = range(first := self._next_document(), first + len(windows))
        self._connection.executemany(
            'INSERT INTO index_documents (id, words, source_id, start, "end") VALUES (?, ?, ?, ?, ?)',
            [
                (number, len(window.norms), source_id, window.start, window.end)
                for number, window in zip(numbers, windows, strict=True)
            ],
        )
        self._add(numbers, [window.norms for window in windows])

    def _remove(self, documents: Iterable[int]) -> None:
        self.settle()
        for document in documents:
            gone = self._connection.execute(
                "DELETE FROM index_fresh WHERE document = ?", (document,)
            ).rowcount
            gone += self._connection.execute(
                "DELETE FROM index_short WHERE document = ?", (document,)
            ).rowcount
            if not gone:
                self._connection.execute("INSERT INTO index_dead (document) VALUES (?)", (document,))
            self._connection.execute("DELETE FROM index_documents WHERE id = ?", (document,))
        self._bury()

    def remove_quote(self, quote_id: int) -> None:
        """Forget a quote's words."""
        rows = self._connection.execute("SELECT id FROM index_documents WHERE quote_id = ?", (quote_id,))
        self._remove([row[0] for row in rows])

    def remove_source(self, source_id: int) -> None:
        """Forget all windows of a source's text."""
        rows = self._connection.execute("SELECT id FROM index_documents WHERE source_id = ?", (source_id,))
        self._remove([row[0] for row in rows])

    def _bury(self) -> None:
        dead = self._numbers("SELECT document FROM index_dead")
        packed = sum(segment.documents for segment in segments.all_segments(self._connection))
        if dead.size > max(_FRESH, _DEAD_SHARE * packed):
            segments.merge_all(self._connection, dead)
            self._connection.execute("DELETE FROM index_dead")

    def settle(self) -> None:
        """Write what has been added; to be called before the transaction ends."""
        postings = np.concatenate(self._pending) if self._pending else np.zeros(0, np.uint64)
        self.forget_pending()
        if not postings.size:
            return
        documents = np.unique(postings & ~UPPER)
        if documents.size > _FRESH:
            self._pack(np.sort(postings), documents.size)
            return
        postings = postings[np.argsort(postings & ~UPPER, kind="stable")]
        cuts = np.searchsorted(postings & ~UPPER, documents)[1:]
        rows = zip(documents.tolist(), np.split(postings & UPPER, cuts), strict=True)
        self._connection.executemany(
            "INSERT INTO index_fresh (document, hashes) VALUES (?, ?)",
            ((document, (hashes >> np.uint64(32)).astype("<u4").tobytes()) for document, hashes in rows),
        )
        self._pack_fresh()

    def _pack_fresh(self) -> None:
        count = self._connection.execute("SELECT count(*) FROM index_fresh").fetchone()[0]
        if count > _FRESH:
            fresh = self._read_fresh()
            self._connection.execute("DELETE FROM index_fresh")
            self._pack(np.sort(fresh.hashes | fresh.documents), count)

    def _pack(self, postings: Hashes, documents: int) -> None:
        segments.add_segment(self._connection, postings, documents)
        segments.merge_small(self._connection, self._numbers("SELECT document FROM index_dead"))

    def forget_pending(self) -> None:
        """Drop what has been added and not settled, as after a rollback; what was read is read again."""
        self._pending, self._pending_size = [], 0
        self._seen_version = -1

    def clear(self) -> None:
        """Empty the index."""
        self.forget_pending()
        for table in INDEX_TABLES:
            self._connection.execute(f"DELETE FROM {table}")

    # Reading

    def _numbers(self, sql: str) -> Hashes:
        return np.fromiter((row[0] for row in self._connection.execute(sql)), dtype=np.uint64)

    def _read_fresh(self) -> _Fresh:
        rows = self._connection.execute("SELECT document, hashes FROM index_fresh").fetchall()
        hashes = np.frombuffer(b"".join(row[1] for row in rows), dtype="<u4").astype(np.uint64) << np.uint64(
            32
        )
        counts = [len(row[1]) // 4 for row in rows]
        return _Fresh(hashes, np.repeat(np.array([row[0] for row in rows], dtype=np.uint64), counts))

    def _refresh(self) -> None:
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version == self._seen_version:
            return
        self._fresh = self._read_fresh()
        self._segments = segments.all_segments(self._connection)
        self._dead = self._numbers("SELECT document FROM index_dead")
        self._documents = self._connection.execute("SELECT count(*) FROM index_documents").fetchone()[0]
        self._seen_version = version

    def _postings(self, hashes: Hashes) -> list[Hashes]:
        parts = [segments.postings_of(self._connection, segment, hashes) for segment in self._segments]
        places = np.searchsorted(hashes, self._fresh.hashes)
        places[places == hashes.size] = 0
        agree = hashes[places] == self._fresh.hashes
        order = np.argsort(places[agree], kind="stable")
        fresh, where = self._fresh.documents[agree][order], places[agree][order]
        cuts = np.searchsorted(where, np.arange(1, hashes.size))
        lists = [np.concatenate(found) for found in zip(*parts, np.split(fresh, cuts), strict=True)]
        if self._dead.size:
            lists = [found[~np.isin(found, self._dead)] for found in lists]
        return [found for found in lists if found.size]

    def _weight(self, frequency: int) -> float:
        return math.log(1 + self._documents / frequency)

    def _scores(self, lists: list[Hashes]) -> tuple[Hashes, NDArray[np.float64]]:
        """Add up the weights of the shared shingles: the rare ones find, the common ones only weigh."""
        lists.sort(key=len)
        sizes = np.cumsum([found.size for found in lists])
        rare = max(1, int(np.searchsorted(sizes, _POOL_POSTINGS, side="right")))
        weights = np.concatenate([np.full(found.size, self._weight(found.size)) for found in lists[:rare]])
        documents, places = np.unique(np.concatenate(lists[:rare]), return_inverse=True)
        scores = np.bincount(places, weights=weights).astype(np.float64)
        if rare < len(lists) and documents.size > _POOL:
            best = np.sort(np.argpartition(-scores, _POOL)[:_POOL])
            documents, scores = documents[best], scores[best]
        for found in lists[rare:]:
            scores += self._weight(found.size) * np.isin(documents, found)
        return documents, scores

    def _short(self, norms: Sequence[str]) -> dict[int, float]:
        keys = whole_keys(_short_runs(norms)).tolist()
        rows = self._connection.execute(
            "SELECT key, document FROM index_short WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(keys),),
        ).fetchall()
        return {row[1]: self._weight(len(rows)) for row in rows}

    def _hits(self, scores: dict[int, float]) -> list[Hit]:
        rows = self._connection.execute(
            'SELECT id, words, quote_id, source_id, start, "end" FROM index_documents'
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(scores)),),
        )
        return [Hit(scores[row[0]], *row[1:]) for row in rows]

    def search(self, norms: Sequence[str], *, limit: int) -> list[Hit]:
        """Return up to ``limit`` documents that share runs of three words with the text, the best first.

        Each shared run weighs by its rarity (inverse document frequency); of documents that share as much,
        those as long as the text come first. Documents of one or two words are found where the text contains
        them.
        """
        if not norms:
            return []
        self._refresh()
        scores = self._short(norms)
        lists = self._postings(np.unique(shingle_postings([list(norms)], [0])))
        if lists:
            documents, weights = self._scores(lists)
            best = _best(weights, limit)
            scores |= dict(zip(documents[best].tolist(), weights[best].tolist(), strict=True))
        hits = self._hits(scores)
        hits.sort(key=lambda hit: (-hit.score, abs(hit.words - len(norms)), hit.quote_id is None))
        return hits[:limit]

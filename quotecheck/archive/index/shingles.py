"""The shingle index: which archived texts share rare runs of words with a given one.

A document is a quote's text or a window of a source's text. A quote that is added alone is left as it is and
hashed when somebody first looks for anything; other fresh documents stand in a small table of their own. Both
are packed into a segment when there are many. A document is never changed: a new text is a new document, and
the old one is dead, its postings ignored until a merge drops them.

A quote's document has twice the quote's number; odd numbers are rows of ``index_documents``: windows, and
quotes that have been given another text.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck import words
from quotecheck.archive.bulk import AMONG
from quotecheck.archive.index import segments
from quotecheck.archive.index.hashing import (
    DOCUMENT,
    DOCUMENT_BITS,
    Asked,
    Hashes,
)
from quotecheck.archive.index.indexing import ANY, IndexWriter
from quotecheck.archive.index.ranking import Pool, pools
from quotecheck.archive.index.snapshot import Snapshot

__all__ = ["Hit", "ShingleIndex"]

_REMEMBERED = 128
_MOST_AT_ONCE = 64
_MOST_WORDS = 4_000
_MOST_TIED = 4


class Hit(NamedTuple):
    """A document that shares words with the text asked for: a quote, or a window of a source."""

    score: float
    quote_id: int | None
    source_id: int | None = None
    start: int | None = None
    end: int | None = None


class _Found(NamedTuple):
    """What a search has found: documents that share runs of words, and documents of one or two words."""

    pool: Pool
    short: NDArray[np.int64]


def _batches(texts: Sequence[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    batch: list[tuple[str, ...]] = []
    words = 0
    for text in texts:
        if batch and (len(batch) == _MOST_AT_ONCE or words + len(text) > _MOST_WORDS):
            yield batch
            batch, words = [], 0
        batch.append(text)
        words += len(text)
    if batch:
        yield batch


class ShingleIndex(IndexWriter):
    """The index tables of one archive, reached through its connection; the caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read and write through ``connection``."""
        super().__init__(connection)
        self._snapshot: Snapshot | None = None
        self._found: dict[tuple[bool, tuple[str, ...]], _Found] = {}

    def _read_fresh(self) -> tuple[Hashes, int]:
        """Return the postings that are in no segment, sorted, and of how many documents they are."""
        hashes, documents, count = self._read_table()
        numbers, hashed = self._new.read(before=ANY)
        hashes = np.concatenate([hashes, hashed.hashes]).astype(np.uint64)
        documents = np.concatenate([documents, numbers[hashed.owners]])
        return np.sort((hashes << np.uint64(DOCUMENT_BITS)) | documents), count + hashed.documents

    def _read_short(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        numbers, hashed = self._new.read(before=ANY)
        new = zip(hashed.keys, numbers[hashed.key_owners].tolist(), strict=True)
        rows = sorted([*self._connection.execute("SELECT key, document FROM index_short"), *new])
        return np.array([row[0] for row in rows], np.int64), np.array([row[1] for row in rows], np.int64)

    def _present(self) -> Snapshot:
        """Return the index as it stands now, read anew only when somebody has written."""
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if self._snapshot is None or version != self._seen_version:
            self._snapshot = Snapshot(
                *self._read_fresh(),
                segments.all_segments(self._connection),
                segments.dead_documents(self._connection),
                *self._read_short(),
            )
            self._seen_version = version
            self._found = {}
        return self._snapshot

    def expect(self, texts: Iterable[Sequence[str]], *, intact: bool = False) -> None:
        """Look for many texts at once, which takes much less time than one by one.

        What is found is remembered for the next calls of ``search``, as long as nobody writes.
        """
        present = self._present()
        new = [
            text for text in dict.fromkeys(map(tuple, texts)) if text and (intact, text) not in self._found
        ]
        for batch in _batches(new):
            asked = Asked.of(batch, intact=intact)
            found = pools(self._connection, present, asked)
            for text, pool, short in zip(batch, found, present.short_ones(asked), strict=True):
                self._found[intact, text] = _Found(pool, short)
        while len(self._found) > _REMEMBERED:
            del self._found[next(iter(self._found))]

    def _sought(self, norms: Sequence[str], *, intact: bool = False) -> _Found:
        text = tuple(norms)
        self.expect([text], intact=intact)
        return self._found[intact, text]

    def has_little_of(self, norms: Sequence[str]) -> bool:
        """Tell whether the text is small, and no document has much of it: the right one may not stand out."""
        return bool(norms) and self._sought(norms).pool.has_little

    def search(self, norms: Sequence[str], *, limit: int, intact: bool = False) -> list[Hit]:
        """Return documents that share runs of three words with the text, the best first.

        Each shared run weighs by its rarity (inverse document frequency). There are more than ``limit`` when
        documents share as much as the last of them. Documents of one or two words are found where the text
        contains them. A small text all of whose runs may be spoilt is found by pairs of words, unless only
        what has it ``intact`` is sought.
        """
        if not norms:
            return []
        found = self._sought(norms, intact=intact)
        best = found.pool.best(limit)
        scores = dict(zip(best.documents.tolist(), best.scores.tolist(), strict=True))
        if found.short.size:
            weight = float(self._present().weights(np.array([found.short.size]))[0])
            scores |= dict.fromkeys(found.short[: _MOST_TIED * limit].tolist(), weight)
        numbered = self._rows_of([document // 2 for document in scores if document % 2])
        hits = [Hit(score, *numbered.get(document, (document // 2,))) for document, score in scores.items()]
        return sorted(hits, key=lambda hit: -hit.score)

    def _rows_of(self, ids: list[int]) -> dict[int, tuple[int | None, ...]]:
        """Return what the numbered documents are, by their odd numbers."""
        if not ids:
            return {}
        rows = self._connection.execute(
            f'SELECT 2 * id + 1, quote_id, source_id, start, "end" FROM index_documents WHERE id {AMONG}',
            (json.dumps(ids),),
        )
        return {row[0]: row[1:] for row in rows}

    def documents(self) -> Hashes:
        """Return the numbers of all documents that can be found, sorted: every posting is read."""
        present = self._present()
        parts = [present.fresh & DOCUMENT]
        parts += (segments.documents_of(self._connection, segment) for segment in present.segments)
        parts.append(present.short_documents.astype(np.uint64))
        return np.setdiff1d(np.concatenate(parts), present.dead)

    def lost_quotes(self) -> list[int]:
        """Return the numbers of quotes that have words and cannot be found by them."""
        reworded = "SELECT quote_id, 2 * id + 1 FROM index_documents WHERE quote_id IS NOT NULL"
        numbers = dict(self._connection.execute(reworded))
        quotes = [row[0] for row in self._connection.execute("SELECT id FROM quotes ORDER BY id")]
        wanted = np.array([numbers.get(quote, 2 * quote) for quote in quotes], dtype=np.uint64)
        lost = np.flatnonzero(~np.isin(wanted, self.documents())).tolist()
        text = "SELECT text FROM quotes WHERE id = ?"
        return [
            quotes[i] for i in lost if words.norms(self._connection.execute(text, (quotes[i],)).fetchone()[0])
        ]

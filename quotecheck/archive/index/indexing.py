"""Writing to the shingle index: documents that are new, that have other words now, and that are gone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.index import merging, segments
from quotecheck.archive.index.hashing import Hashed, Hashes
from quotecheck.archive.index.marks import INDEXED, mark, set_mark
from quotecheck.archive.index.new_quotes import NewQuotes
from quotecheck.archive.index.pending import Pending
from quotecheck.archive.schema import INDEX_TABLES

__all__ = ["ANY", "IndexWriter", "Window"]

ANY = 1 << 62
"""Above every number of a quote."""

_FRESH = 2048
_DEAD_SHARE = 0.1


class Window(NamedTuple):
    """A stretch of a source's text (code points) with its words, to be indexed as one document."""

    start: int
    end: int
    norms: list[str]


class IndexWriter:
    """Writes to the index tables of one archive; the caller holds the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through ``connection``."""
        self._connection = connection
        self._pending = Pending()
        self._new = NewQuotes(connection)
        self._bury_later = False
        self._may_wait = 0  # up to which number; should another writer have moved that, nothing is lost
        self._seen_version = -1  # of what a reader remembers: -1 when it no longer holds

    def _add(self, numbers: NDArray[np.uint64], hashed: Hashed) -> None:
        if hashed.keys:
            self._connection.executemany(
                "INSERT INTO index_short (key, document) VALUES (?, ?)",
                zip(hashed.keys, numbers[hashed.key_owners].tolist(), strict=True),
            )
        if hashed.documents:
            self._pending.add(hashed.hashes, numbers[hashed.owners], hashed.documents)

    def add_quotes(self, quotes: Sequence[int], hashed: Hashed) -> None:
        """Index new quotes, by their row numbers (in order) and the hashes of their texts."""
        self._catch_up(before=quotes[0])
        self._add(2 * np.array(quotes, dtype=np.uint64), hashed)
        if quotes[-1] > mark(self._connection, INDEXED):  # else a deleted one has come back
            set_mark(self._connection, INDEXED, quotes[-1])

    def _catch_up(self, *, before: int) -> None:
        """Index the new quotes with numbers below ``before`` that have been left for later."""
        numbers, hashed = self._new.read(before=before)
        if numbers.size:
            self._add(numbers, hashed)
            set_mark(self._connection, INDEXED, int(numbers[-1]) // 2)

    def add_later(self, quote: int) -> bool:
        """Leave a new quote for later: it is found, and indexed together with others; tell if that is now."""
        self._seen_version = -1
        if quote > self._may_wait:
            self._may_wait = mark(self._connection, INDEXED) + _FRESH
        if quote <= self._may_wait:
            return False
        self._catch_up(before=quote + 1)
        return True

    def _numbered(self, rows: Iterable[tuple[int | None, int | None, int | None, int | None]]) -> Hashes:
        insert = 'INSERT INTO index_documents (quote_id, source_id, start, "end") VALUES (?, ?, ?, ?)'
        ids = [int(self._connection.execute(insert, row).lastrowid or 0) for row in rows]
        return 2 * np.array(ids, dtype=np.uint64) + np.uint64(1)

    def add_source(self, source_id: int, windows: Sequence[Window]) -> None:
        """Index the windows of a source's text."""
        rows = [(None, source_id, window.start, window.end) for window in windows]
        self._add(self._numbered(rows), Hashed.of([window.norms for window in windows]))

    def change_quote(self, quote_id: int, norms: list[str]) -> None:
        """Index the new words of a quote instead of the old ones."""
        self.remove_quotes([quote_id])
        self._add(self._numbered([(quote_id, None, None, None)]), Hashed.of([norms]))

    def _remove(self, documents: Iterable[int]) -> None:
        self.settle_all()
        documents = set(documents)
        among = json.dumps(list(documents))
        numbered = json.dumps([document // 2 for document in documents if document % 2])
        for table in ("index_fresh", "index_short"):
            sql = f"SELECT document FROM {table} WHERE document {AMONG}"
            documents.difference_update([row[0] for row in self._connection.execute(sql, (among,))])
            self._connection.execute(f"DELETE FROM {table} WHERE document {AMONG}", (among,))
        self._connection.executemany(
            "INSERT INTO index_dead (document) VALUES (?)", [(document,) for document in sorted(documents)]
        )
        self._connection.execute(f"DELETE FROM index_documents WHERE id {AMONG}", (numbered,))
        self._seen_version = -1
        self._bury_later = True

    def remove_quotes(self, quotes: Sequence[int]) -> None:
        """Forget the words of quotes."""
        rows = self._connection.execute(
            f"SELECT quote_id, 2 * id + 1 FROM index_documents WHERE quote_id {AMONG}", (json.dumps(quotes),)
        )
        reworded = dict(rows.fetchall())
        self._remove([reworded.get(quote, 2 * quote) for quote in quotes])

    def remove_sources(self, sources: Sequence[int]) -> None:
        """Forget all windows of sources' texts."""
        rows = self._connection.execute(
            f"SELECT id FROM index_documents WHERE source_id {AMONG}", (json.dumps(sources),)
        )
        self._remove([2 * row[0] + 1 for row in rows.fetchall()])

    def _bury(self) -> None:
        dead = segments.dead_documents(self._connection)
        packed = sum(segment.documents for segment in segments.all_segments(self._connection))
        if dead.size > max(_FRESH, _DEAD_SHARE * packed):
            merging.merge_all(self._connection)
            self._connection.execute("DELETE FROM index_dead")

    def settle_all(self) -> None:
        """Index what has been left for later, too."""
        self._catch_up(before=ANY)
        self._write_pending()

    def settle(self) -> None:
        """Write what has been added, and drop the dead when they are many; ends a transaction."""
        self._write_pending()
        if self._bury_later:  # once a transaction: to count the dead at every removal takes too long
            self._bury_later = False
            self._bury()

    def _write_pending(self) -> None:
        if not self._pending.documents:
            return
        pending, self._pending = self._pending, Pending()
        self._seen_version = -1
        if pending.documents > _FRESH:
            self._pack(pending)
        else:
            documents, hashes = pending.by_document()
            self._connection.executemany(
                "INSERT INTO index_fresh (document, hashes) VALUES (?, ?)",
                [(number, of.astype("<u4").tobytes()) for number, of in zip(documents, hashes, strict=True)],
            )
            self._pack_fresh()
        pending.clear()

    def _pack(self, pending: Pending) -> None:
        merging.add_segment(self._connection, pending.parts())
        merging.merge_small(self._connection)

    def _pack_fresh(self) -> None:
        if self._count("index_fresh") > _FRESH:
            pending = Pending()
            pending.add(*self._read_table())
            self._connection.execute("DELETE FROM index_fresh")
            self._pack(pending)

    def forget_pending(self) -> None:
        """Drop what has been added and not settled, as after a rollback; what was read is read again."""
        self._pending.clear()
        self._new.forget()
        self._bury_later = False
        self._may_wait = 0
        self._seen_version = -1

    def clear(self) -> None:
        """Empty the index."""
        self.forget_pending()
        for table in INDEX_TABLES:
            self._connection.execute(f"DELETE FROM {table}")
        set_mark(self._connection, INDEXED, 0)

    def _count(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def _read_table(self) -> tuple[NDArray[np.uint32], Hashes, int]:
        """Return the hashes in ``index_fresh``, the document of each, and how many documents there are."""
        rows = self._connection.execute("SELECT document, hashes FROM index_fresh").fetchall()
        hashes = np.frombuffer(b"".join([row[1] for row in rows]), dtype="<u4").astype(np.uint32, copy=False)
        counts = [len(row[1]) // 4 for row in rows]
        return hashes, np.repeat(np.array([row[0] for row in rows], dtype=np.uint64), counts), len(rows)

"""New quotes that no index has taken in yet: hashed when first needed, and remembered."""

from __future__ import annotations

import sqlite3
from itertools import chain

import numpy as np

from quotecheck.archive.index.hashing import Hashed, Hashes
from quotecheck.archive.index.marks import INDEXED, mark
from quotecheck.words import norms

__all__ = ["NewQuotes"]


def _joined(parts: list[Hashed]) -> Hashed:
    """Put the hashes of several lists of texts together."""
    firsts = np.cumsum([0, *(part.texts for part in parts)]).tolist()
    pairs = list(zip(parts, firsts, strict=False))
    return Hashed(
        firsts[-1],
        np.concatenate([part.hashes for part in parts]),
        np.concatenate([part.owners + np.int32(first) for part, first in pairs]),
        sum(part.documents for part in parts),
        list(chain.from_iterable(part.keys for part in parts)),
        [owner + first for part, first in pairs for owner in part.key_owners],
    )


class NewQuotes:
    """Reads the quotes behind the index's mark; texts that have been hashed are not hashed again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read through ``connection``."""
        self._connection = connection
        self.forget()

    def forget(self) -> None:
        """Forget what has been read, as after a rollback."""
        self._after, self._ids, self._hashed = 0, np.zeros(0, dtype=np.uint64), Hashed.of([])

    def _read_on(self, before: int) -> None:
        last = int(self._ids[-1]) if self._ids.size else self._after
        rows = self._connection.execute(
            "SELECT id, text FROM quotes WHERE id > ? AND id < ? ORDER BY id", (last, before)
        ).fetchall()
        if rows:
            self._ids = np.concatenate([self._ids, np.array([row[0] for row in rows], dtype=np.uint64)])
            self._hashed = _joined([self._hashed, Hashed.of([norms(row[1]) for row in rows])])

    def read(self, *, before: int) -> tuple[Hashes, Hashed]:
        """Return the documents' numbers and the hashes of the new quotes with numbers below ``before``."""
        after = mark(self._connection, INDEXED)
        if after != self._after:
            self.forget()
            self._after = after
        self._read_on(before)
        kept = int(np.searchsorted(self._ids, before))
        return np.uint64(2) * self._ids[:kept], self._hashed.only(range(kept))

"""Which documents share most with a text.

Postings are read in stages, for most texts need few of them. First some of the rare hashes: when one document
has most of these, as with a quote to the letter or nearly so, that is enough. Then the other rare ones, and
last, if no document stands out, the frequent ones: the rarer of them find documents, some others only weigh
those that are found, and the most frequent are never read.
"""

from __future__ import annotations

import sqlite3

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.hashing import Hashes
from quotecheck.archive.segments import Postings, frequencies, frequent_postings, rare_postings
from quotecheck.archive.snapshot import Snapshot, places_in

__all__ = ["best_documents", "idf"]

_MANY = 20
_TRIED = 12
_STANDS_OUT = 0.5
_POOL_POSTINGS = 4_000
_READ_POSTINGS = 30_000
_ENOUGH = 20
_POOL = 2_000
_WORTH = 0.1
_MOST_TIED = 4
_TELLING = 0.5

Scores = NDArray[np.float64]
Places = NDArray[np.int64]


def idf(documents: int, frequencies: Places) -> Scores:
    """Return what sharing a hash counts: the logarithm of its inverse document frequency."""
    weights: Scores = np.log1p(documents / np.maximum(frequencies, 1))
    return weights


def _sums(places: Places, weights: Scores, size: int) -> Scores:
    return np.bincount(places, weights=weights, minlength=size).astype(np.float64, copy=False)


def _best(scores: Scores, limit: int) -> Places:
    """Return the places of the greatest scores, and of some that equal the least of them.

    What shares far less than the best does is left out; where the last ones share much less, it is not worth
    telling equals apart.
    """
    order = np.argsort(-scores, kind="stable")
    order = order[: int(np.count_nonzero(scores >= _WORTH * scores.max(initial=0)))]
    if order.size <= limit:
        return order
    least = scores[order[limit - 1]]
    if least <= _TELLING * scores[order[0]]:
        return order[:limit]
    return order[: min(_MOST_TIED * limit, int(np.count_nonzero(scores >= least)))]


def _parted(counts: Places) -> tuple[Places, Places]:
    """Part the hashes that any document has into those that find, at least one, and those that weigh."""
    order = np.argsort(counts, kind="stable")
    order = order[counts[order] > 0]
    sizes = np.cumsum(counts[order])
    few = max(1, int(np.searchsorted(sizes, _POOL_POSTINGS, side="right")))
    most = int(np.searchsorted(sizes, _READ_POSTINGS, side="right"))
    return order[:few], order[few : min(most, _ENOUGH)]


class _Search:
    """One search: the hashes, what each counts at most, and the postings that have been read of them."""

    def __init__(
        self, connection: sqlite3.Connection, index: Snapshot, hashes: Hashes, factors: Scores
    ) -> None:
        self._connection = connection
        self._index = index
        self._hashes = hashes
        self._factors = factors
        self._frequent = [frequencies(segment, hashes) for segment in index.segments]
        self._often: Places = sum(self._frequent, np.zeros(hashes.size, dtype=np.int64))
        self._read = index.fresh_postings(hashes)

    def _read_rare(self, chosen: Places) -> None:
        parts = [
            rare_postings(self._connection, segment, self._hashes, chosen[counts[chosen] == 0])
            for segment, counts in zip(self._index.segments, self._frequent, strict=True)
        ]
        self._read = Postings.joined([self._read, self._index.alive(parts)]) if parts else self._read

    def _lists(self, chosen: Places) -> Postings:
        """Return all postings of the chosen hashes, of which the rare ones have been read."""
        parts = [self._read.of(chosen, self._hashes.size)]
        for segment, counts in zip(self._index.segments, self._frequent, strict=True):
            if (places := chosen[counts[chosen] > 0]).size:
                parts.append(frequent_postings(self._connection, segment, self._hashes, places))
        return self._index.alive(parts)

    def _weights(self, counts: Places) -> Scores:
        return self._factors * idf(self._index.documents, counts)

    def _pool(self, postings: Postings) -> tuple[Hashes, Scores]:
        """Return the documents that have the postings, sorted, with their scores; the best, if many."""
        weights = self._weights(postings.counts(self._hashes.size))[postings.places]
        documents, at = np.unique(postings.documents, return_inverse=True)
        scores = _sums(at, weights, documents.size)
        if documents.size <= _POOL:
            return documents, scores
        best = np.sort(np.argpartition(-scores, _POOL)[:_POOL])
        return documents[best], scores[best]

    def _stands_out(self, scores: Scores, potential: Scores) -> bool:
        """Tell whether one document has most of what could be shared."""
        return bool(scores.size) and float(scores.max()) >= _STANDS_OUT * float(potential.sum())

    def scores(self) -> tuple[Hashes, Scores]:
        """Return documents and what they share, the best among them."""
        places = np.arange(self._hashes.size)
        tried = places[self._often == 0][:_TRIED]
        if self._hashes.size >= _MANY and tried.size == _TRIED:
            self._read_rare(tried)
            postings = self._read.of(tried, self._hashes.size)
            found = self._pool(postings)
            potential = self._weights(postings.counts(self._hashes.size))[tried]
            if self._stands_out(found[1], potential):
                return found
            places = np.setdiff1d(places, tried, assume_unique=True)
        self._read_rare(places)
        return self._of_all()

    def _of_all(self) -> tuple[Hashes, Scores]:
        counts = self._often + self._read.counts(self._hashes.size)
        if self._often.any():
            found = self._pool(self._read.of(np.flatnonzero(self._often == 0), self._hashes.size))
            if self._stands_out(found[1], self._weights(counts)[counts > 0]):
                return found
        finding, weighing = _parted(counts)
        documents, scores = self._pool(self._lists(finding))
        if weighing.size and documents.size:
            more = self._lists(weighing)
            known, at = places_in(more.documents, documents)
            weights = self._weights(more.counts(self._hashes.size))[more.places]
            scores += _sums(at[known], weights[known], documents.size)
        return documents, scores


def best_documents(
    connection: sqlite3.Connection, index: Snapshot, hashes: Hashes, factors: Scores, *, limit: int
) -> dict[int, float]:
    """Return the documents that share most of ``hashes``, with their scores; of equals, some more.

    Each shared hash counts by its rarity (inverse document frequency), times its factor.
    """
    documents, scores = _Search(connection, index, hashes, factors).scores()
    scores = np.round(scores, 6)  # sums in another order must not tell equals apart
    best = _best(scores, limit)
    return dict(zip(documents[best].tolist(), scores[best].tolist(), strict=True))

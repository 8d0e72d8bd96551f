"""Which documents share most with a text, by the index as it stands at one moment."""

from __future__ import annotations

import math
import sqlite3
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.hashing import DOCUMENT, DOCUMENT_BITS, Hashes
from quotecheck.archive.segments import Postings, Segment, frequencies, frequent_postings, rare_postings

__all__ = ["Snapshot"]

_POOL_POSTINGS = 4_000
_READ_POSTINGS = 100_000
_POOL = 2_000
_MOST_TIED = 4
_TELLING = 0.5

Scores = NDArray[np.float64]
Places = NDArray[np.int64]


def _places_in(sought: Hashes, among: Hashes) -> tuple[NDArray[np.bool_], Places]:
    """Tell which of ``sought`` are in the sorted ``among``, which is not empty, and where."""
    at = np.searchsorted(among, sought)
    at[at == among.size] = 0
    return among[at] == sought, at


def _sums(places: Places, weights: Scores, size: int) -> Scores:
    return np.bincount(places, weights=weights, minlength=size).astype(np.float64, copy=False)


def _best(scores: Scores, limit: int) -> NDArray[np.intp]:
    """Return the places of the ``limit`` greatest scores, and of some that equal the least of them.

    Where these few share much less than the best does, it is not worth telling equals apart.
    """
    if scores.size <= limit:
        return np.argsort(-scores, kind="stable")
    least = -np.partition(-scores, limit - 1)[limit - 1]
    chosen = np.flatnonzero(scores >= least)
    chosen = chosen[np.argsort(-scores[chosen], kind="stable")]
    return chosen[: _MOST_TIED * limit if least > _TELLING * scores[chosen[0]] else limit]


def _parted(counts: Places) -> tuple[Places, Places]:
    """Part the hashes that any document has into the rare ones, at least one, and the common ones."""
    order = np.argsort(counts, kind="stable")
    order = order[counts[order] > 0]
    sizes = np.cumsum(counts[order])
    few = max(1, int(np.searchsorted(sizes, _POOL_POSTINGS, side="right")))
    most = int(np.searchsorted(sizes, _READ_POSTINGS, side="right"))
    return order[:few], order[few:most]


class Snapshot(NamedTuple):
    """What is kept of the index between searches: the fresh postings, and what there is to read.

    ``fresh`` are sorted postings of ``fresh_documents`` documents; ``short`` tells how many documents have
    too few words for a posting.
    """

    fresh: Hashes
    fresh_documents: int
    segments: list[Segment]
    dead: Hashes
    short: int

    @property
    def documents(self) -> int:
        """How many documents there are."""
        packed = sum(segment.documents for segment in self.segments)
        return packed - self.dead.size + self.fresh_documents + self.short

    def weight(self, frequency: int) -> float:
        """Return what a shared hash counts that so many documents have."""
        return math.log(1 + self.documents / frequency)

    def _alive(self, parts: list[Postings]) -> Postings:
        postings = Postings.joined(parts)
        if not self.dead.size:
            return postings
        alive = ~_places_in(postings.documents, self.dead)[0]
        return Postings(postings.documents[alive], postings.places[alive])

    def _fresh_postings(self, hashes: Hashes) -> Postings:
        least = hashes << np.uint64(DOCUMENT_BITS)
        starts = np.searchsorted(self.fresh, least)
        counts = np.searchsorted(self.fresh, least | DOCUMENT, side="right") - starts
        places = np.repeat(np.arange(hashes.size), counts)
        within = np.arange(places.size) - np.repeat(np.cumsum(counts) - counts, counts)
        return Postings(self.fresh[starts[places] + within] & DOCUMENT, places)

    def _frequent(
        self, connection: sqlite3.Connection, hashes: Hashes, frequent: list[Places], chosen: Places
    ) -> list[Postings]:
        """Read what the segments have of the ``chosen`` hashes where these are frequent."""
        return [
            frequent_postings(connection, segment, hashes, places)
            for segment, counts in zip(self.segments, frequent, strict=True)
            if (places := chosen[counts[chosen] > 0]).size
        ]

    def _weights(self, postings: Postings, size: int) -> Scores:
        """Return what each posting counts: the inverse document frequency of its hash."""
        counts = np.bincount(postings.places, minlength=size)
        weights: Scores = np.log1p(self.documents / np.maximum(counts, 1))[postings.places]
        return weights

    def _pool(self, postings: Postings, size: int) -> tuple[Hashes, Scores]:
        """Return the documents of the rare hashes, sorted, with their scores: the best of them, if many."""
        documents, at = np.unique(postings.documents, return_inverse=True)
        scores = _sums(at, self._weights(postings, size), documents.size)
        if documents.size <= _POOL:
            return documents, scores
        best = np.sort(np.argpartition(-scores, _POOL)[:_POOL])
        return documents[best], scores[best]

    def _weighed(self, postings: Postings, size: int, documents: Hashes) -> Scores:
        """Return what the common hashes add to the scores of ``documents``."""
        known, at = _places_in(postings.documents, documents)
        return _sums(at[known], self._weights(postings, size)[known], documents.size)

    def search(self, connection: sqlite3.Connection, hashes: Hashes, *, limit: int) -> dict[int, float]:
        """Return the scores of the documents that share most of ``hashes``; of equals, some more.

        The rare hashes find, the common ones only weigh, and the most common do not even that.
        """
        frequent = [frequencies(segment, hashes) for segment in self.segments]
        read = self._alive(
            [
                self._fresh_postings(hashes),
                *(
                    rare_postings(connection, segment, hashes, np.flatnonzero(counts == 0))
                    for segment, counts in zip(self.segments, frequent, strict=True)
                ),
            ]
        )
        rare, common = _parted(sum(frequent, np.bincount(read.places, minlength=hashes.size)))

        def lists(chosen: Places) -> Postings:
            has = np.zeros(hashes.size, dtype=np.bool_)
            has[chosen] = True
            kept = has[read.places]
            parts = [Postings(read.documents[kept], read.places[kept])]
            return self._alive(parts + self._frequent(connection, hashes, frequent, chosen))

        documents, scores = self._pool(lists(rare), hashes.size)
        if common.size and documents.size:
            scores += self._weighed(lists(common), hashes.size, documents)
        best = _best(scores, limit)
        return dict(zip(documents[best].tolist(), scores[best].tolist(), strict=True))

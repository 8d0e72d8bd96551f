"""Which documents share most with a text, by the index as it stands at one moment."""

from __future__ import annotations

import math
import sqlite3
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.hashing import DOCUMENT, DOCUMENT_BITS, Hashes
from quotecheck.archive.segments import Segment, frequent_documents, look_up

__all__ = ["Snapshot"]

_POOL_POSTINGS = 20_000
_POOL = 2_000
_MOST_TIED = 4

Scores = NDArray[np.float64]
Places = NDArray[np.int64]


class _Lists(NamedTuple):
    """What was looked up: the documents read so far, and where else documents of a hash are.

    ``places`` says for each document which of the hashes it has; ``counts`` how many documents have a hash.
    """

    documents: Hashes
    places: Places
    counts: Places
    elsewhere: dict[int, list[Segment]]


def _are_in(sought: Hashes, among: Hashes) -> NDArray[np.bool_]:
    """Tell which of ``sought`` are in the sorted ``among``."""
    at = np.searchsorted(among, sought)
    at[at == among.size] = 0
    found: NDArray[np.bool_] = among[at] == sought
    return found


def _best(scores: Scores, limit: int) -> NDArray[np.intp]:
    """Return the places of the ``limit`` greatest scores, and of some that equal the least of them."""
    if scores.size > limit:
        least = -np.partition(-scores, limit - 1)[limit - 1]
        chosen = np.flatnonzero(scores >= least)
    else:
        chosen = np.arange(scores.size)
    return chosen[np.argsort(-scores[chosen], kind="stable")][: _MOST_TIED * limit]


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

    def _alive(self, documents: Hashes) -> NDArray[np.bool_]:
        if not self.dead.size:
            return np.ones(documents.size, dtype=np.bool_)
        return ~_are_in(documents, self.dead)

    def _fresh_postings(self, hashes: Hashes) -> tuple[Hashes, Places]:
        least = hashes << np.uint64(DOCUMENT_BITS)
        starts = np.searchsorted(self.fresh, least)
        counts = np.searchsorted(self.fresh, least | DOCUMENT, side="right") - starts
        places = np.repeat(np.arange(hashes.size), counts)
        within = np.arange(places.size) - np.repeat(np.cumsum(counts) - counts, counts)
        return self.fresh[starts[places] + within] & DOCUMENT, places

    def _looked_up(self, connection: sqlite3.Connection, hashes: Hashes) -> _Lists:
        parts = [self._fresh_postings(hashes)]
        elsewhere: dict[int, list[Segment]] = {}
        more = np.zeros(hashes.size, dtype=np.int64)
        for segment in self.segments:
            found, frequent = look_up(connection, segment, hashes)
            parts.append(found)
            for place, count in frequent:
                elsewhere.setdefault(place, []).append(segment)
                more[place] += count
        documents, places = (np.concatenate(part) for part in zip(*parts, strict=True))
        alive = self._alive(documents)
        documents, places = documents[alive], places[alive]
        return _Lists(documents, places, np.bincount(places, minlength=hashes.size) + more, elsewhere)

    def _whole_list(
        self, connection: sqlite3.Connection, hashes: Hashes, lists: _Lists, place: int
    ) -> Hashes:
        """Return all documents that have one of the hashes, sorted."""
        parts = [lists.documents[lists.places == place]]
        for segment in lists.elsewhere.get(place, ()):
            documents = frequent_documents(connection, segment, int(hashes[place]))
            parts.append(documents[self._alive(documents)])
        return np.sort(np.concatenate(parts))

    def _pool(
        self, lists: _Lists, rare: Places, whole: dict[int, Hashes], *, most: int | None
    ) -> tuple[Hashes, Scores]:
        """Add up the weights of the rare hashes; return the ``most`` weighty documents, sorted."""
        read = np.isin(lists.places, rare) & ~np.isin(lists.places, list(whole))
        weights = np.log(1 + self.documents / np.maximum(lists.counts, 1))
        documents, scores = [lists.documents[read]], [weights[lists.places[read]]]
        for place in rare.tolist():
            if place in whole:
                documents.append(whole[place])
                scores.append(np.full(whole[place].size, self.weight(whole[place].size)))
        pool, places = np.unique(np.concatenate(documents), return_inverse=True)
        sums = np.bincount(places, weights=np.concatenate(scores)).astype(np.float64, copy=False)
        if most is not None and pool.size > most:
            best = np.sort(np.argpartition(-sums, most)[:most])
            return pool[best], sums[best]
        return pool, sums

    def search(self, connection: sqlite3.Connection, hashes: Hashes, *, limit: int) -> dict[int, float]:
        """Return the scores of the documents that share most of ``hashes``; of equals, some more.

        The rare hashes find, the common ones only weigh.
        """
        lists = self._looked_up(connection, hashes)
        order = np.argsort(lists.counts, kind="stable")
        order = order[lists.counts[order] > 0]
        if not order.size:
            return {}
        sizes = np.cumsum(lists.counts[order])
        few = max(1, int(np.searchsorted(sizes, _POOL_POSTINGS, side="right")))
        rare, common = order[:few], order[few:]
        whole = {
            place: self._whole_list(connection, hashes, lists, place)
            for place in order.tolist()
            if place in lists.elsewhere or place in common
        }
        documents, scores = self._pool(lists, rare, whole, most=_POOL if common.size else None)
        for place in common.tolist():
            scores += self.weight(whole[place].size) * _are_in(documents, whole[place])
        best = _best(scores, limit)
        return dict(zip(documents[best].tolist(), scores[best].tolist(), strict=True))

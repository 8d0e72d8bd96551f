"""The index as it stands at one moment: what is kept of it in memory between searches."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.index.hashing import DOCUMENT, DOCUMENT_BITS, Asked, Hashes
from quotecheck.archive.index.packing import ranges
from quotecheck.archive.index.segments import Postings, Segment

__all__ = ["Snapshot", "places_in"]


def places_in(sought: Hashes, among: Hashes) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Tell which of ``sought`` are in the sorted ``among``, which is not empty, and where."""
    at = np.searchsorted(among, sought)
    at[at == among.size] = 0
    return among[at] == sought, at


class Snapshot(NamedTuple):
    """The fresh postings, sorted, and what there is to read.

    There are ``fresh_documents`` fresh documents. Those too short for a posting are in ``short_documents``,
    in the order of their sorted ``short_keys``.
    """

    fresh: Hashes
    fresh_documents: int
    segments: list[Segment]
    dead: Hashes
    short_keys: NDArray[np.int64]
    short_documents: NDArray[np.int64]

    @property
    def documents(self) -> int:
        """How many documents there are."""
        packed = sum(segment.documents for segment in self.segments)
        return packed - self.dead.size + self.fresh_documents + self.short_keys.size

    def weights(self, frequencies: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return what sharing a hash counts: the logarithm of its inverse document frequency."""
        weights: NDArray[np.float64] = np.log1p(self.documents / np.maximum(frequencies, 1))
        return weights

    def short_ones(self, asked: Asked) -> list[NDArray[np.int64]]:
        """Return for each text that is asked for the short documents that stand in it."""
        if not self.short_keys.size:
            return [self.short_documents] * asked.texts
        starts = np.searchsorted(self.short_keys, asked.keys)
        at, owners = ranges(starts, np.searchsorted(self.short_keys, asked.keys, "right"))
        found = np.unique(np.stack([asked.key_owners[owners], self.short_documents[at]]), axis=1)
        cuts = np.searchsorted(found[0], np.arange(1, asked.texts))
        return np.split(found[1], cuts)

    def alive(self, parts: list[Postings]) -> Postings:
        """Put postings together, without those of dead documents."""
        postings = Postings.joined(parts)
        if not self.dead.size:
            return postings
        alive = ~places_in(postings.documents, self.dead)[0]
        return Postings(postings.documents[alive], postings.places[alive])

    def fresh_postings(self, hashes: Hashes, *, free_bits: int = 0) -> Postings:
        """Return the fresh documents that have these hashes; see ``segments.rare_postings``."""
        least = hashes << np.uint64(DOCUMENT_BITS)
        most = least | np.uint64((1 << DOCUMENT_BITS + free_bits) - 1)
        starts = np.searchsorted(self.fresh, least)
        ends = np.searchsorted(self.fresh, most, side="right")
        at, places = ranges(starts, ends)
        return Postings(self.fresh[at] & DOCUMENT, places)

"""Documents that share pairs of words with a small text of which no run of three may be left.

The shingles that begin with one pair have hashes in a row, so they can all be read like those of one hash.
"""

from __future__ import annotations

import sqlite3

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.index.hashing import DOCUMENT, DOCUMENT_BITS, THIRD_BITS, Hashes
from quotecheck.archive.index.packing import ranges
from quotecheck.archive.index.segments import Postings, Segment, frequent_postings, rare_postings
from quotecheck.archive.index.snapshot import Snapshot

__all__ = ["with_pairs"]

_MOST_POSTINGS = 10_000
_COUNTS = 0.2
_SHIFT = np.uint64(DOCUMENT_BITS)
_ANY_THIRD = np.uint64((1 << THIRD_BITS) - 1)

Places = NDArray[np.int64]
Scores = NDArray[np.float64]


def _frequent_hashes(segment: Segment, pairs: Hashes) -> tuple[Places, Places]:
    """Return where the frequent hashes of these pairs are in the segment's list, and the pair of each."""
    starts = np.searchsorted(segment.frequent, pairs << _SHIFT)
    ends = np.searchsorted(segment.frequent, (pairs | _ANY_THIRD) << _SHIFT | DOCUMENT, side="right")
    return ranges(starts, ends)


def _not_too_common(index: Snapshot, pairs: Hashes) -> Hashes:
    """Return the rarer pairs, going by how many postings of theirs are in lists of frequent hashes."""
    counts = np.zeros(pairs.size)
    for segment in index.segments:
        at, places = _frequent_hashes(segment, pairs)
        counts += np.bincount(places, weights=segment.frequent[at] & DOCUMENT, minlength=pairs.size)
    order = np.argsort(counts, kind="stable")
    return pairs[order[: np.searchsorted(np.cumsum(counts[order]), _MOST_POSTINGS, side="right")]]


def _of_segment(connection: sqlite3.Connection, segment: Segment, pairs: Hashes) -> Postings:
    at, places = _frequent_hashes(segment, pairs)
    hashes = segment.frequent[at] >> _SHIFT
    often = frequent_postings(connection, segment, hashes, np.arange(hashes.size))
    rarely = rare_postings(connection, segment, pairs, np.arange(pairs.size), free_bits=THIRD_BITS)
    return Postings.joined([rarely, Postings(often.documents, places[often.places])])


def _sharing(connection: sqlite3.Connection, index: Snapshot, pairs: Hashes) -> Postings:
    """Return the documents that have these pairs, each pair once."""
    parts = [_of_segment(connection, segment, pairs) for segment in index.segments]
    found = index.alive([*parts, index.fresh_postings(pairs, free_bits=THIRD_BITS)])
    each = np.sort(found.places.astype(np.uint64) << _SHIFT | found.documents)
    each = each[np.diff(each, prepend=~each[:1]) != 0]
    return Postings(each & DOCUMENT, (each >> _SHIFT).astype(np.int64))


def _united(documents: Hashes, scores: Scores) -> tuple[Hashes, Scores]:
    """Return each document once, with all its scores together."""
    order = np.argsort(documents, kind="stable")  # they come in sorted runs, which this merges
    documents = documents[order]
    starts = np.flatnonzero(np.diff(documents, prepend=~documents[:1]))
    return documents[starts], np.add.reduceat(scores[order], starts) if starts.size else scores


def with_pairs(
    connection: sqlite3.Connection, index: Snapshot, pairs: Hashes, documents: Hashes, scores: Scores
) -> tuple[Hashes, Scores]:
    """Add the documents that share pairs of words with a text, and what that counts.

    ``pairs`` are as in :class:`quotecheck.archive.index.hashing.Asked`; the commonest are passed over.
    """
    pairs = _not_too_common(index, np.unique(pairs))
    shared = _sharing(connection, index, pairs)
    weights = _COUNTS * index.weights(shared.counts(pairs.size))
    return _united(
        np.concatenate([documents, shared.documents]), np.concatenate([scores, weights[shared.places]])
    )

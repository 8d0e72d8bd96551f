"""Packed postings on disk: segments of blocks, cut by the first bits of the hash.

A segment is written once and never changed (see :mod:`quotecheck.archive.index.merging`). The documents of a
frequent hash are a list of their own, so that a search can pass it by.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.index.hashing import DOCUMENT, DOCUMENT_BITS, HASH_BITS, Hashes
from quotecheck.archive.index.packing import Lists, low_bytes_for

__all__ = [
    "MOST_BITS",
    "PART_BITS",
    "Postings",
    "Segment",
    "all_segments",
    "dead_documents",
    "documents_of",
    "frequencies",
    "frequent_postings",
    "ones",
    "postings_of_part",
    "rare_postings",
]

PART_BITS = 4
"""Segments are written and merged in sixteenths of all hashes, so that memory stays small."""

MOST_BITS = 20
"""Into how many blocks a segment can be cut: two to the power of this."""

_HASH_SHIFT = np.uint64(DOCUMENT_BITS)


class Segment(NamedTuple):
    """One segment, as its row says.

    Hashes are cut into ``2 ** bits`` buckets; a document's number is ``first`` and ``width`` bits more.
    ``frequent`` holds the hashes that many documents have (postings with a count for a document).
    """

    id: int
    documents: int
    first: int
    width: int
    bits: int
    low_bytes: int
    frequent: Hashes

    @property
    def universe(self) -> int:
        return 1 << (HASH_BITS - self.bits + self.width)

    def place(self, bucket: int) -> int:
        return self.id << MOST_BITS | bucket

    def frequent_place(self, hashed: int) -> int:
        return self.id << HASH_BITS | hashed


class Postings(NamedTuple):
    """Documents, and for each the place of its hash among those that were looked up."""

    documents: Hashes
    places: NDArray[np.int64]

    @classmethod
    def joined(cls, parts: Sequence[Postings]) -> Postings:
        """Put several together."""
        return cls(np.concatenate([p.documents for p in parts]), np.concatenate([p.places for p in parts]))

    def of(self, places: NDArray[np.int64], size: int) -> Postings:
        """Return the postings of these hashes; ``size`` is how many were looked up."""
        wanted = np.zeros(size, dtype=np.bool_)
        wanted[places] = True
        kept = wanted[self.places]
        return Postings(self.documents[kept], self.places[kept])

    def counts(self, size: int) -> NDArray[np.int64]:
        """Return how many documents have each of the ``size`` hashes."""
        return np.bincount(self.places, minlength=size)


def ones(bits: np.uint64) -> np.uint64:
    """Return the number whose lowest ``bits`` bits are set, and no other."""
    return (np.uint64(1) << bits) - np.uint64(1)


def all_segments(connection: sqlite3.Connection) -> list[Segment]:
    """Return the segments in the order in which they were written."""
    rows = connection.execute(
        "SELECT id, documents, first_document, width, bits, low_bytes, frequent FROM index_segments"
        " ORDER BY id"
    )
    return [
        Segment(id_, documents, first, width, bits, low_bytes, np.frombuffer(frequent, dtype="<u8"))
        for id_, documents, first, width, bits, low_bytes, frequent in rows
    ]


def frequencies(segment: Segment, hashes: Hashes) -> NDArray[np.int64]:
    """Return how many documents have each of the hashes, 0 for those that are not frequent."""
    if not segment.frequent.size:
        return np.zeros(hashes.size, dtype=np.int64)
    at = np.searchsorted(segment.frequent, hashes << _HASH_SHIFT)
    at[at == segment.frequent.size] = 0
    listed = segment.frequent[at]
    return np.where(listed >> _HASH_SHIFT == hashes, listed & DOCUMENT, np.uint64(0)).astype(np.int64)


def _blobs(connection: sqlite3.Connection, table: str, places: list[int]) -> tuple[list[int], list[bytes]]:
    """Return the blobs that stand in these places, and which of the places those are."""
    blobs = dict(
        connection.execute(f"SELECT place, postings FROM {table} WHERE place {AMONG}", (json.dumps(places),))
    )
    there = [i for i, place in enumerate(places) if place in blobs]
    return there, [blobs[places[i]] for i in there]


def rare_postings(
    connection: sqlite3.Connection,
    segment: Segment,
    hashes: Hashes,
    places: NDArray[np.int64],
    *,
    free_bits: int = 0,
) -> Postings:
    """Return the postings of the hashes in ``places`` of ``hashes``, as far as they are not frequent.

    With ``free_bits`` the postings of all hashes that differ in no more than so many of the lowest bits,
    which are 0 in ``hashes``, are among them.
    """
    sought, rest = hashes[places], np.uint64(HASH_BITS - segment.bits)
    there, blobs = _blobs(connection, "index_blocks", [segment.place(b) for b in (sought >> rest).tolist()])
    lists = Lists.read(blobs, universe=segment.universe, low_bytes=segment.low_bytes)
    width = np.uint64(segment.width)
    least = (sought[there] & ones(rest)) << width
    owners, values = lists.between(least, least | ones(width + np.uint64(free_bits)))
    return Postings((values & ones(width)) + np.uint64(segment.first), places[there][owners])


def frequent_postings(
    connection: sqlite3.Connection, segment: Segment, hashes: Hashes, places: NDArray[np.int64]
) -> Postings:
    """Return the postings of the hashes in ``places`` of ``hashes``, all of which are frequent."""
    wanted = [segment.frequent_place(hashed) for hashed in hashes[places].tolist()]
    _, blobs = _blobs(connection, "index_frequent", wanted)
    found = [Postings(np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64))]
    found += [
        Postings(values + np.uint64(segment.first), places[owners])
        for owners, values in _frequent_values(segment, blobs)
    ]
    return Postings.joined(found)


def _frequent_values(segment: Segment, blobs: Sequence[bytes]) -> list[tuple[NDArray[np.int64], Hashes]]:
    """Read lists of frequent hashes: the places among ``blobs``, and the documents less the first."""
    universe = 1 << segment.width
    by_low_bytes: dict[int, list[int]] = {}
    for i, blob in enumerate(blobs):
        count = int.from_bytes(blob[:4], "little")
        by_low_bytes.setdefault(low_bytes_for(count, universe), []).append(i)
    found = []
    for low_bytes, group in by_low_bytes.items():
        lists = Lists.read([blobs[i] for i in group], universe=universe, low_bytes=low_bytes)
        owners, values = lists.all()
        found.append((np.array(group)[owners], values))
    return found


def _rare_of_part(connection: sqlite3.Connection, segment: Segment, part: int) -> Hashes:
    shift = segment.bits - PART_BITS
    rows = connection.execute(
        "SELECT place, postings FROM index_blocks WHERE place BETWEEN ? AND ?",
        (segment.place(part << shift), segment.place((part + 1 << shift) - 1)),
    ).fetchall()
    lists = Lists.read([row[1] for row in rows], universe=segment.universe, low_bytes=segment.low_bytes)
    buckets = np.array([row[0] & ((1 << MOST_BITS) - 1) for row in rows], dtype=np.uint64)
    owners, values = lists.all()
    width = np.uint64(segment.width)
    hashes = (buckets[owners] << np.uint64(HASH_BITS - segment.bits)) | (values >> width)
    return (hashes << _HASH_SHIFT) | (values & ones(width))


def postings_of_part(connection: sqlite3.Connection, segment: Segment, part: int) -> Hashes:
    """Return the postings of one sixteenth of all hashes."""
    found = [_rare_of_part(connection, segment, part)]
    shift = HASH_BITS - PART_BITS
    rows = connection.execute(
        "SELECT place, postings FROM index_frequent WHERE place BETWEEN ? AND ?",
        (segment.frequent_place(part << shift), segment.frequent_place((part + 1 << shift) - 1)),
    ).fetchall()
    hashes = np.array([row[0] & ((1 << HASH_BITS) - 1) for row in rows], dtype=np.uint64)
    for places, documents in _frequent_values(segment, [row[1] for row in rows]):
        found.append((hashes[places] << _HASH_SHIFT) | documents)
    return np.concatenate(found) + np.uint64(segment.first)


def documents_of(connection: sqlite3.Connection, segment: Segment) -> Hashes:
    """Return the sorted numbers of all documents that have a posting in the segment."""
    parts = range(1 << PART_BITS)
    found = [np.unique(postings_of_part(connection, segment, part) & DOCUMENT) for part in parts]
    return np.unique(np.concatenate(found))


def dead_documents(connection: sqlite3.Connection) -> Hashes:
    """Return the sorted numbers of documents whose postings no longer count."""
    rows = connection.execute("SELECT document FROM index_dead ORDER BY document")
    return np.fromiter((row[0] for row in rows), dtype=np.uint64)

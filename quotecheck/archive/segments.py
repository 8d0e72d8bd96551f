"""Packed postings on disk: segments of blocks, cut by the first bits of the hash.

A segment is written once and never changed. Small segments are merged into larger ones as they gather, each
at least ``_GROWTH`` times the next, so that there are few of them and a posting is rewritten few times
(log-structured merge, O'Neil et al. 1996). The documents of a frequent hash are a list of their own, so that
a search can pass it by.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.hashing import DOCUMENT, DOCUMENT_BITS, HASH_BITS, Hashes
from quotecheck.archive.packing import Lists, low_bytes_for, packed

__all__ = [
    "PART_BITS",
    "Parts",
    "Postings",
    "Segment",
    "add_segment",
    "all_segments",
    "dead_documents",
    "documents_of",
    "frequencies",
    "frequent_postings",
    "merge_all",
    "merge_small",
    "postings_of_part",
    "rare_postings",
]

PART_BITS = 4
"""Segments are written and merged in sixteenths of all hashes, so that memory stays small."""

_FREQUENT = 64
_BLOCK = 256
_MOST_BITS = 20
_GROWTH = 4
_HASH_SHIFT = np.uint64(DOCUMENT_BITS)
_AMONG = "IN (SELECT value FROM json_each(?))"


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
        return self.id << _MOST_BITS | bucket

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


def _ones(bits: np.uint64) -> np.uint64:
    return (np.uint64(1) << bits) - np.uint64(1)


# Reading


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
        connection.execute(f"SELECT place, postings FROM {table} WHERE place {_AMONG}", (json.dumps(places),))
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
    least = (sought[there] & _ones(rest)) << width
    owners, values = lists.between(least, least | _ones(width + np.uint64(free_bits)))
    return Postings((values & _ones(width)) + np.uint64(segment.first), places[there][owners])


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
    buckets = np.array([row[0] & ((1 << _MOST_BITS) - 1) for row in rows], dtype=np.uint64)
    owners, values = lists.all()
    width = np.uint64(segment.width)
    hashes = (buckets[owners] << np.uint64(HASH_BITS - segment.bits)) | (values >> width)
    return (hashes << _HASH_SHIFT) | (values & _ones(width))


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


# Writing


class _Rows(NamedTuple):
    """What stands in the tables of one sixteenth of a segment."""

    blocks: list[tuple[int, bytes]]
    frequent: list[tuple[int, bytes]]
    counts: Hashes


def _starts(sorted_values: Hashes) -> NDArray[np.int64]:
    return np.flatnonzero(np.diff(sorted_values, prepend=~sorted_values[:1]))


def _block_rows(segment: Segment, hashes: Hashes, documents: Hashes) -> list[tuple[int, bytes]]:
    rest = np.uint64(HASH_BITS - segment.bits)
    buckets = hashes >> rest
    starts = _starts(buckets)
    values = ((hashes & _ones(rest)) << np.uint64(segment.width)) | documents
    blobs = packed(values, starts, universe=segment.universe, low_bytes=segment.low_bytes)
    places = map(segment.place, buckets[starts].tolist())
    return list(zip(places, blobs, strict=True))


def _frequent_rows(segment: Segment, hashes: Hashes, documents: Hashes) -> list[tuple[int, bytes]]:
    universe = 1 << segment.width
    starts = _starts(hashes)
    counts = np.diff(starts, append=hashes.size)
    low_bytes = np.array([low_bytes_for(count, universe) for count in counts.tolist()], dtype=np.int64)
    rows: list[tuple[int, bytes]] = []
    for low in np.unique(low_bytes).tolist():
        group = low_bytes == low
        chosen = np.repeat(group, counts)
        begins = np.cumsum(counts[group]) - counts[group]
        blobs = packed(documents[chosen], begins, universe=universe, low_bytes=low)
        places = map(segment.frequent_place, hashes[starts[group]].tolist())
        rows += zip(places, blobs, strict=True)
    return sorted(rows)


def _rows(segment: Segment, postings: Hashes) -> _Rows:
    hashes, documents = postings >> _HASH_SHIFT, (postings & DOCUMENT) - np.uint64(segment.first)
    starts = _starts(hashes)
    counts = np.diff(starts, append=hashes.size)
    often = counts >= _FREQUENT
    frequent = np.repeat(often, counts)
    return _Rows(
        _block_rows(segment, hashes[~frequent], documents[~frequent]),
        _frequent_rows(segment, hashes[frequent], documents[frequent]),
        (hashes[starts[often]] << _HASH_SHIFT) | counts[often].astype(np.uint64),
    )


class Parts(NamedTuple):
    """Postings to be written: how many there are and of which documents, and each sixteenth when asked."""

    postings: int
    documents: int
    first: int
    last: int
    part: Callable[[int], Hashes]


def add_segment(connection: sqlite3.Connection, parts: Parts) -> int:
    """Write a new segment and return its number."""
    bits = min(_MOST_BITS, max(PART_BITS, (parts.postings // _BLOCK).bit_length()))
    width = max(1, (parts.last - parts.first).bit_length())
    low_bytes = low_bytes_for(parts.postings, 1 << HASH_BITS + width)
    cursor = connection.execute(
        "INSERT INTO index_segments (documents, first_document, width, bits, low_bytes, frequent)"
        " VALUES (?, ?, ?, ?, ?, x'')",
        (parts.documents, parts.first, width, bits, low_bytes),
    )
    empty = np.zeros(0, dtype=np.uint64)
    segment = Segment(int(cursor.lastrowid or 0), parts.documents, parts.first, width, bits, low_bytes, empty)
    counts = []
    for part in range(1 << PART_BITS):
        rows = _rows(segment, parts.part(part))
        connection.executemany("INSERT INTO index_blocks (place, postings) VALUES (?, ?)", rows.blocks)
        connection.executemany("INSERT INTO index_frequent (place, postings) VALUES (?, ?)", rows.frequent)
        counts.append(rows.counts)
    frequent = np.concatenate(counts).astype("<u8", copy=False).tobytes()
    connection.execute("UPDATE index_segments SET frequent = ? WHERE id = ?", (frequent, segment.id))
    return segment.id


def _size(connection: sqlite3.Connection, segment: Segment) -> int:
    """Return about how many postings a segment has, going by the bytes of its blocks."""
    count = connection.execute(
        "SELECT total(length(postings)) FROM index_blocks WHERE place BETWEEN ? AND ?",
        (segment.place(0), segment.place((1 << segment.bits) - 1)),
    ).fetchone()[0]
    frequent = int((segment.frequent & DOCUMENT).sum())
    return frequent + int(count) // max(1, segment.low_bytes)


def _drop(connection: sqlite3.Connection, segment: Segment) -> None:
    connection.execute(
        "DELETE FROM index_blocks WHERE place BETWEEN ? AND ?",
        (segment.place(0), segment.place((1 << _MOST_BITS) - 1)),
    )
    connection.execute(
        "DELETE FROM index_frequent WHERE place BETWEEN ? AND ?",
        (segment.frequent_place(0), segment.frequent_place((1 << HASH_BITS) - 1)),
    )
    connection.execute("DELETE FROM index_segments WHERE id = ?", (segment.id,))


def _merge(connection: sqlite3.Connection, segments: Sequence[Segment]) -> None:
    dead = dead_documents(connection)
    buried: list[Hashes] = []

    def part(number: int) -> Hashes:
        postings = np.concatenate([postings_of_part(connection, segment, number) for segment in segments])
        documents = postings & DOCUMENT
        if dead.size:
            gone = np.isin(documents, dead)
            buried.append(np.unique(documents[gone]))
            postings = postings[~gone]
        return np.sort(postings)

    total = sum(_size(connection, segment) for segment in segments)
    first = min(segment.first for segment in segments)
    last = max(segment.first + (1 << segment.width) - 1 for segment in segments)
    documents = sum(segment.documents for segment in segments)
    merged = add_segment(connection, Parts(total, documents, first, last, part))
    for segment in segments:
        _drop(connection, segment)
    if buried:
        gone = np.unique(np.concatenate(buried)).tolist()
        connection.execute(
            "UPDATE index_segments SET documents = documents - ? WHERE id = ?", (len(gone), merged)
        )
        connection.executemany("DELETE FROM index_dead WHERE document = ?", [(number,) for number in gone])


def dead_documents(connection: sqlite3.Connection) -> Hashes:
    """Return the sorted numbers of documents whose postings no longer count."""
    rows = connection.execute("SELECT document FROM index_dead ORDER BY document")
    return np.fromiter((row[0] for row in rows), dtype=np.uint64)


def merge_small(connection: sqlite3.Connection) -> None:
    """Merge segments until each is several times larger than all that come after it."""
    segments = sorted(all_segments(connection), key=lambda segment: -segment.documents)
    for i in range(len(segments) - 1):
        if segments[i].documents < _GROWTH * sum(segment.documents for segment in segments[i + 1 :]):
            _merge(connection, segments[i:])
            return


def merge_all(connection: sqlite3.Connection) -> None:
    """Merge all segments into one, without the postings of dead documents."""
    if segments := all_segments(connection):
        _merge(connection, segments)

"""Segments of packed postings, as they are written and merged.

Small segments are merged into larger ones as they gather, each at least ``_GROWTH`` times the next, so that
there are few of them and a posting is rewritten few times (log-structured merge, O'Neil et al. 1996).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.index.hashing import DOCUMENT, DOCUMENT_BITS, HASH_BITS, Hashes
from quotecheck.archive.index.packing import low_bytes_for, packed
from quotecheck.archive.index.segments import (
    MOST_BITS,
    PART_BITS,
    Segment,
    all_segments,
    dead_documents,
    ones,
    postings_of_part,
)

__all__ = ["Parts", "add_segment", "merge_all", "merge_small"]

_FREQUENT = 64
_BLOCK = 256
_GROWTH = 4
_CUT_BITS = 3
_HASH_SHIFT = np.uint64(DOCUMENT_BITS)


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
    values = ((hashes & ones(rest)) << np.uint64(segment.width)) | documents
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


def _cut(postings: Hashes, part: int, bits: int) -> list[Hashes]:
    """Cut the sorted postings of a sixteenth between blocks, for to lay out all at once takes much memory."""
    finer = min(bits - PART_BITS, _CUT_BITS)
    borders = np.arange(1, 1 << finer, dtype=np.uint64) + np.uint64(part << finer)
    return np.split(postings, np.searchsorted(postings, borders << np.uint64(64 - PART_BITS - finer)))


def add_segment(connection: sqlite3.Connection, parts: Parts) -> int:
    """Write a new segment and return its number."""
    bits = min(MOST_BITS, max(PART_BITS, (parts.postings // _BLOCK).bit_length()))
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
        for some in _cut(parts.part(part), part, bits):
            rows = _rows(segment, some)
            connection.executemany("INSERT INTO index_blocks (place, postings) VALUES (?, ?)", rows.blocks)
            connection.executemany(
                "INSERT INTO index_frequent (place, postings) VALUES (?, ?)", rows.frequent
            )
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
        (segment.place(0), segment.place((1 << MOST_BITS) - 1)),
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

"""Packed postings on disk: segments of blocks, cut by the first bits of the hash.

A segment is written once and never changed. Small segments are merged into larger ones as they gather, each
at least ``_GROWTH`` times the next, so that there are few of them and a posting is rewritten few times
(log-structured merge, O'Neil et al. 1996).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from quotecheck.archive.hashing import UPPER, Hashes

__all__ = ["Segment", "add_segment", "all_segments", "merge_all", "merge_small", "postings_of"]

_BLOCK = 256
_MOST_BITS = 16
_GROWTH = 4
_PART_BITS = 4
_ENTRY = np.dtype("<u8")


class Segment(NamedTuple):
    """One segment: its hashes are cut into ``2 ** bits`` buckets."""

    id: int
    bits: int
    documents: int


def _buckets(postings: Hashes, bits: int) -> Hashes:
    return postings >> np.uint64(64 - bits) if bits else np.zeros(postings.size, dtype=np.uint64)


def _blocks(postings: Hashes, bits: int) -> Iterator[tuple[int, bytes]]:
    buckets = _buckets(postings, bits)
    starts = np.flatnonzero(np.diff(buckets, prepend=~buckets[:1]))
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), postings.size], strict=True):
        yield int(buckets[start]), postings[start:end].astype(_ENTRY, copy=False).tobytes()


def _bits_for(postings: int) -> int:
    return min(_MOST_BITS, (postings // _BLOCK).bit_length())


def _new(connection: sqlite3.Connection, bits: int, documents: int) -> int:
    row = (bits, documents)
    cursor = connection.execute("INSERT INTO index_segments (bits, documents) VALUES (?, ?)", row)
    return int(cursor.lastrowid or 0)


def _write(connection: sqlite3.Connection, segment: int, bits: int, postings: Hashes) -> None:
    connection.executemany(
        "INSERT INTO index_blocks (segment, bucket, postings) VALUES (?, ?, ?)",
        ((segment, bucket, block) for bucket, block in _blocks(postings, bits)),
    )


def _part(connection: sqlite3.Connection, segment: Segment, part: int) -> Hashes:
    """Return the postings of one sixteenth of all hashes; a segment of few buckets is cut after reading."""
    shift = segment.bits - _PART_BITS
    first, last = (
        (part << shift, ((part + 1) << shift) - 1) if shift >= 0 else (part >> -shift, part >> -shift)
    )
    rows = connection.execute(
        "SELECT postings FROM index_blocks WHERE segment = ? AND bucket BETWEEN ? AND ? ORDER BY bucket",
        (segment.id, first, last),
    )
    postings = np.frombuffer(b"".join(row[0] for row in rows), dtype=_ENTRY).astype(np.uint64, copy=False)
    return postings[_buckets(postings, _PART_BITS) == part] if shift < 0 else postings


def _count(connection: sqlite3.Connection, segments: list[Segment]) -> int:
    ids = json.dumps([segment.id for segment in segments])
    size = connection.execute(
        "SELECT sum(length(postings)) FROM index_blocks WHERE segment IN (SELECT value FROM json_each(?))",
        (ids,),
    ).fetchone()[0]
    return int(size or 0) // _ENTRY.itemsize


def _merge(connection: sqlite3.Connection, segments: list[Segment], dead: Hashes) -> None:
    bits = max(_PART_BITS, _bits_for(_count(connection, segments)))
    merged = _new(connection, bits, sum(segment.documents for segment in segments))
    for part in range(1 << _PART_BITS):
        postings = np.sort(
            np.concatenate([_part(connection, segment, part) for segment in segments]), kind="stable"
        )
        if dead.size:
            postings = postings[~np.isin(postings & ~UPPER, dead)]
        if postings.size:
            _write(connection, merged, bits, postings)
    for segment in segments:
        connection.execute("DELETE FROM index_blocks WHERE segment = ?", (segment.id,))
        connection.execute("DELETE FROM index_segments WHERE id = ?", (segment.id,))


def all_segments(connection: sqlite3.Connection) -> list[Segment]:
    """Return the segments in the order in which they were written."""
    return [
        Segment(*row)
        for row in connection.execute("SELECT id, bits, documents FROM index_segments ORDER BY id")
    ]


def add_segment(connection: sqlite3.Connection, postings: Hashes, documents: int) -> None:
    """Write sorted postings of ``documents`` documents as a new segment."""
    bits = _bits_for(postings.size)
    _write(connection, _new(connection, bits, documents), bits, postings)


def merge_small(connection: sqlite3.Connection, dead: Hashes) -> None:
    """Merge segments until each is several times larger than all that come after it."""
    segments = sorted(all_segments(connection), key=lambda segment: -segment.documents)
    for i in range(len(segments) - 1):
        if segments[i].documents < _GROWTH * sum(segment.documents for segment in segments[i + 1 :]):
            _merge(connection, segments[i:], dead)
            return


def merge_all(connection: sqlite3.Connection, dead: Hashes) -> None:
    """Merge all segments into one, without the postings of dead documents."""
    if segments := all_segments(connection):
        _merge(connection, segments, dead)


def postings_of(connection: sqlite3.Connection, segment: Segment, hashes: Hashes) -> list[Hashes]:
    """Return for each hash (sorted, in the upper half) the sorted numbers of the documents that have it."""
    buckets = _buckets(hashes, segment.bits)
    wanted = json.dumps(np.unique(buckets).tolist())
    rows = connection.execute(
        "SELECT bucket, postings FROM index_blocks WHERE segment = ?"
        " AND bucket IN (SELECT value FROM json_each(?))",
        (segment.id, wanted),
    )
    blocks = {bucket: np.frombuffer(block, dtype=_ENTRY) for bucket, block in rows}
    empty = np.zeros(0, dtype=np.uint64)
    found = []
    for hashed, bucket in zip(hashes, buckets.tolist(), strict=True):
        block = blocks.get(bucket, empty)
        start, end = np.searchsorted(block, hashed), np.searchsorted(block, hashed | ~UPPER, side="right")
        found.append(block[start:end] & ~UPPER)
    return found

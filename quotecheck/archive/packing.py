"""Sorted numbers in little space, many lists at a time.

Each list is stored as Elias and Fano did (Elias 1974; Vigna 2013): the low bytes of every number as they are,
the rest as a row of bits in which the n-th one, with z zeros before it, says that the n-th number has z in
its upper bits. Whole low bytes, where the textbook has bits, cost little and let numpy read any number alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.hashing import Hashes

__all__ = ["Lists", "low_bytes_for", "packed"]

_HEADER = np.dtype("<u4")
_MOST_LOW_BYTES = 7


def low_bytes_for(count: int, universe: int, lists: int = 1) -> int:
    """Return how many low bytes make ``lists`` lists of ``count`` numbers below ``universe`` smallest."""

    def bits(low: int) -> int:
        return 8 * low * count + (lists * universe >> 8 * low)

    return min(range(_MOST_LOW_BYTES + 1), key=bits)


def _zeros(universe: int, low_bytes: int) -> int:
    return (universe - 1 >> 8 * low_bytes) + 1


def packed(values: Hashes, starts: NDArray[np.int64], *, universe: int, low_bytes: int) -> Iterator[bytes]:
    """Yield one blob for each list; list i is sorted and begins at ``starts[i]`` of ``values``."""
    counts = np.diff(starts, append=values.size)
    sizes = (counts + _zeros(universe, low_bytes) + 7) // 8
    ends = np.cumsum(sizes)
    bits = np.zeros(8 * int(ends[-1]) if ends.size else 0, dtype=np.uint8)
    upper = (values >> np.uint64(8 * low_bytes)).astype(np.int64)
    bits[upper + np.arange(values.size) + np.repeat(8 * (ends - sizes) - starts, counts)] = 1
    uppers = np.packbits(bits, bitorder="little").tobytes()
    lows = values.astype("<u8", copy=False).view(np.uint8).reshape(-1, 8)[:, :low_bytes].tobytes()
    headers = counts.astype(_HEADER).tobytes()
    at = [0, *ends.tolist()]
    low_at = [*(low_bytes * starts).tolist(), len(lows)]
    for i in range(counts.size):
        yield (headers[4 * i : 4 * i + 4] + uppers[at[i] : at[i + 1]] + lows[low_at[i] : low_at[i + 1]])


class Lists(NamedTuple):
    """Blobs being read: the upper bits of all their numbers, and where the low bytes are."""

    upper: NDArray[np.int64]
    owners: NDArray[np.int64]
    lows: NDArray[np.uint8]
    low_bytes: int

    @classmethod
    def read(cls, blobs: Sequence[bytes], *, universe: int, low_bytes: int) -> Lists:
        """Read blobs that ``packed`` has made with the same ``universe`` and ``low_bytes``."""
        counts = np.frombuffer(b"".join([blob[:4] for blob in blobs]), dtype=_HEADER).astype(np.int64)
        sizes = (counts + _zeros(universe, low_bytes) + 7) // 8
        cuts = (sizes + 4).tolist()
        uppers = b"".join([blob[4:cut] for blob, cut in zip(blobs, cuts, strict=True)])
        lows = b"".join([blob[cut:] for blob, cut in zip(blobs, cuts, strict=True)])
        ones = np.flatnonzero(np.unpackbits(np.frombuffer(uppers, dtype=np.uint8), bitorder="little"))
        shifts = (np.cumsum(counts) - counts) - 8 * (np.cumsum(sizes) - sizes)
        return cls(
            ones - np.arange(ones.size) + np.repeat(shifts, counts),
            np.repeat(np.arange(counts.size), counts),
            np.frombuffer(lows, dtype=np.uint8),
            low_bytes,
        )

    def values(self, places: NDArray[np.int64] | None = None) -> Hashes:
        """Return the numbers in these places, all of them without ``places``."""
        upper = self.upper if places is None else self.upper[places]
        values = upper.astype(np.uint64)
        for i in reversed(range(self.low_bytes)):
            low = self.lows[i :: self.low_bytes]
            values <<= np.uint64(8)
            values |= low if places is None else low[places]
        return values

    def between(self, least: Hashes, most: Hashes) -> tuple[NDArray[np.int64], Hashes]:
        """Return the owners and numbers of list i that lie from ``least[i]`` to ``most[i]``."""
        shift = np.uint64(8 * self.low_bytes)
        first, last = ((ends >> shift).astype(np.int64)[self.owners] for ends in (least, most))
        places = np.flatnonzero((self.upper >= first) & (self.upper <= last))
        owners, values = self.owners[places], self.values(places)
        kept = (values >= least[owners]) & (values <= most[owners])
        return owners[kept], values[kept]

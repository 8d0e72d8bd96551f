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

from quotecheck.archive.index.hashing import Hashes

__all__ = ["Lists", "low_bytes_for", "packed", "ranges"]

_HEADER = np.dtype("<u4")
_MOST_LOW_BYTES = 7
_ONES = np.unpackbits(np.arange(256, dtype=np.uint8)[:, np.newaxis], axis=1).sum(axis=1, dtype=np.int64)
"""How many bits of each byte are set."""


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


def ranges(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return all numbers from ``starts[i]`` up to ``ends[i]``, and the i of each."""
    counts = ends - starts
    owners = np.repeat(np.arange(counts.size), counts)
    return np.arange(owners.size) + (starts - np.cumsum(counts) + counts)[owners], owners


class Lists(NamedTuple):
    """Blobs being read, one after the other: the bits of list i are in the bytes from ``starts[i]`` up to
    ``ends[i]`` of ``uppers``.

    ``before`` tells how many numbers stand before each byte, those of earlier lists included.
    """

    uppers: NDArray[np.uint8]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    before: NDArray[np.int64]
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
        ends = np.cumsum(sizes)
        bits = np.frombuffer(uppers, dtype=np.uint8)
        before = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(_ONES[bits])])
        return cls(bits, ends - sizes, ends, before, np.frombuffer(lows, dtype=np.uint8), low_bytes)

    def _zeros_before(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        return 8 * places - self.before[places]

    def _values(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> tuple[NDArray[np.int64], Hashes]:
        """Return the numbers whose bits are in these bytes of each list, and the list of each."""
        places, owners = ranges(starts, ends)
        chosen = self.uppers[places]
        bits = np.flatnonzero(np.unpackbits(chosen, bitorder="little"))
        of = bits >> 3
        ones = _ONES[chosen]
        number = (self.before[places] - np.cumsum(ones) + ones)[of] + np.arange(bits.size)
        owners = owners[of]
        upper = 8 * places[of] + (bits & 7) - number - self._zeros_before(self.starts)[owners]
        values = upper.astype(np.uint64)
        for i in reversed(range(self.low_bytes)):
            values <<= np.uint64(8)
            values |= self.lows[self.low_bytes * number + i]
        return owners, values

    def all(self) -> tuple[NDArray[np.int64], Hashes]:
        """Return all numbers, and the list of each."""
        return self._values(self.starts, self.ends)

    def between(self, least: Hashes, most: Hashes) -> tuple[NDArray[np.int64], Hashes]:
        """Return the numbers of list i that lie from ``least[i]`` to ``most[i]``, and the list of each.

        Only the bytes are taken apart in which they can be, going by the zeros before them.
        """
        shift = np.uint64(8 * self.low_bytes)
        first, last = ((bound >> shift).astype(np.int64) for bound in (least, most))
        zeros, own = self._zeros_before(np.arange(self.before.size)), self._zeros_before(self.starts)
        starts = np.maximum(np.searchsorted(zeros, own + first) - 1, self.starts)
        ends = np.minimum(np.searchsorted(zeros, own + last, side="right"), self.ends)
        owners, values = self._values(starts, np.maximum(starts, ends))
        kept = (values >= least[owners]) & (values <= most[owners])
        return owners[kept], values[kept]

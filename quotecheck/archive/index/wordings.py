"""The words of many texts at once: as hashes for the index, and as one line for the uid.

What stands between two spaces comes again and again, mostly as a word in one of its few forms. Every such
piece is taken apart once; numpy then finds what it is in a table whose keys are the bytes of the pieces.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain, compress, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.index.hashing import Hashes, word_hash
from quotecheck.archive.index.packing import ranges
from quotecheck.words import goes_over_spaces, norms, norms_of_piece

__all__ = ["Wordings"]

_REMEMBERED = 100_000
_SLOT_BITS = 19
_LONGEST = 15
_LENGTH = np.uint64(56)
_SPACE = 0x20
_FIRST_BYTES = np.array([(1 << 8 * count) - 1 for count in range(9)], dtype=np.uint64)
_FACTORS = np.array([0x9E3779B97F4A7C15, 0x6A09E667F3BCC909], dtype=np.uint64)

Places = NDArray[np.int64]


class _Runs(dict[tuple[str, ...], int]):
    """Every run of words that was met as one piece has a number.

    ``lines[number]`` has its words with a space before each. Their hashes are in ``hashes`` up to
    ``hash_ends[number]``, and begin where those of the run before it end.
    """

    def __init__(self) -> None:
        super().__init__()
        self.forget()

    def forget(self) -> None:
        self.clear()
        self.lines: list[bytes] = []
        self.hashes = array("Q")
        self.hash_ends = array("q", [0])

    def __missing__(self, run: tuple[str, ...]) -> int:
        self.lines.append("".join([f" {norm}" for norm in run]).encode())
        self.hashes.extend(map(word_hash, run))
        self.hash_ends.append(len(self.hashes))
        self[run] = number = len(self)
        return number


class _Pieces(NamedTuple):
    """Texts cut at their spaces: where each piece begins and ends, and how many of them each text has."""

    joined: bytes
    starts: Places
    ends: Places
    counts: Places

    @classmethod
    def of(cls, texts: Sequence[str]) -> _Pieces:
        encoded = [text.encode() for text in texts]
        joined = b" ".join([*encoded, bytes(_LONGEST + 1)])
        ends = np.flatnonzero(np.frombuffer(joined, dtype=np.uint8) == _SPACE)
        starts = np.concatenate([np.zeros(1, dtype=np.int64), ends + 1])[: ends.size]
        is_any = ends > starts
        starts, ends = starts[is_any], ends[is_any]
        borders = np.cumsum(np.fromiter(map(len, encoded), dtype=np.int64, count=len(texts)) + 1)
        return cls(joined, starts, ends, np.diff(np.searchsorted(starts, borders), prepend=0))

    def some(self, places: Places) -> Iterator[str]:
        for start, end in zip(self.starts[places].tolist(), self.ends[places].tolist(), strict=True):
            yield self.joined[start:end].decode()

    def keys(self) -> tuple[Hashes, Hashes]:
        """Return each piece as two numbers: its first fifteen bytes, and in the last byte how long it is."""
        eights = np.ndarray((len(self.joined) - 7,), dtype="<u8", buffer=self.joined, strides=(1,))
        lengths = self.ends - self.starts
        first = eights[self.starts] & _FIRST_BYTES[np.minimum(lengths, 8)]
        second = eights[self.starts + 8] & _FIRST_BYTES[np.clip(lengths - 8, 0, 7)]
        return first, second | (np.minimum(lengths, 255).astype(np.uint64) << _LENGTH)


class _Table:
    """Finds the runs of words of pieces. One that has no slot for itself is told anew whenever it comes."""

    def __init__(self) -> None:
        self.runs = _Runs()
        self._numbers = np.zeros(1 << _SLOT_BITS, dtype=np.int64)
        self._firsts, self._seconds = np.zeros((2, 1 << _SLOT_BITS), dtype=np.uint64)

    def make_room(self) -> None:
        """Forget all runs when they are very many; numbers that were found before no longer count."""
        if len(self.runs) > _REMEMBERED:
            self.runs.forget()
            self._seconds[:] = 0

    def numbers(self, pieces: _Pieces) -> Places:
        first, second = pieces.keys()
        slots = first * _FACTORS[0] + (second ^ (second >> np.uint64(29))) * _FACTORS[1]
        slots >>= np.uint64(64 - _SLOT_BITS)
        numbers: Places = self._numbers[slots]
        unknown = np.flatnonzero((self._firsts[slots] != first) | (self._seconds[slots] != second))
        numbers[unknown] = [self.runs[norms_of_piece(piece)] for piece in pieces.some(unknown)]
        is_short = second[unknown] >> _LENGTH <= _LONGEST
        new = unknown[is_short & (self._seconds[slots[unknown]] == 0)]
        at = slots[new]
        self._numbers[at], self._firsts[at], self._seconds[at] = numbers[new], first[new], second[new]
        return numbers


_table = _Table()


def _numbered(texts: Sequence[str]) -> tuple[Places, Places]:
    """Return the numbers of the runs of words in all texts, and how many each text has."""
    is_cut = np.array([not goes_over_spaces(text) for text in texts], dtype=np.bool_)
    pieces = _Pieces.of(list(compress(texts, is_cut)))
    whole = [[_table.runs[norm,] for norm in norms(text)] for text in compress(texts, ~is_cut)]
    counts = np.empty(len(texts), dtype=np.int64)
    counts[is_cut], counts[~is_cut] = pieces.counts, list(map(len, whole))
    of_cut = np.repeat(is_cut, counts)
    numbers = np.empty(of_cut.size, dtype=np.int64)
    numbers[of_cut], numbers[~of_cut] = _table.numbers(pieces), list(chain.from_iterable(whole))
    return numbers, counts


class Wordings(NamedTuple):
    """The normalised words of texts: each as one line in UTF-8, and all hashes, ``lengths[i]`` of text i."""

    lines: list[bytes]
    hashes: Hashes
    lengths: Places

    @classmethod
    def of(cls, texts: Sequence[str]) -> Wordings:
        """Normalise texts that can be written in UTF-8."""
        _table.make_room()
        runs, (numbers, counts) = _table.runs, _numbered(texts)
        after = np.cumsum(counts)
        said = list(map(runs.lines.__getitem__, numbers.tolist()))
        lines = [b"".join(said[start:end])[1:] for start, end in pairwise([0, *after.tolist()])]
        borders = np.frombuffer(runs.hash_ends, dtype=np.int64)
        firsts, lasts = borders[numbers], borders[numbers + 1]
        ends = np.concatenate([[0], np.cumsum(lasts - firsts)])[after]
        hashes = np.frombuffer(runs.hashes, dtype=np.uint64)[ranges(firsts, lasts)[0]]
        return cls(lines, hashes, np.diff(ends, prepend=0))

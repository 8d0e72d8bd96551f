"""The words of many texts at once: as hashes for the index, and as one line for the uid."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.hashing import Hashes, word_hash
from quotecheck.archive.packing import ranges
from quotecheck.words import norms_of_piece, pieces

__all__ = ["Wordings"]

_REMEMBERED = 200_000


class _Pieces(dict[str, int]):
    """Every piece of text met so far has a number; its words are found by that.

    ``lines`` has them with a space before each, ``hashes`` from ``ends[number]`` up to the next.
    """

    def __init__(self) -> None:
        super().__init__()
        self.forget()

    def forget(self) -> None:
        self.clear()
        self.lines: list[str] = []
        self.hashes = array("Q")
        self.ends = array("q", [0])

    def __missing__(self, piece: str) -> int:
        found = norms_of_piece(piece)
        self[piece] = number = len(self.lines)
        self.lines.append("".join([f" {norm}" for norm in found]))
        self.hashes.extend(map(word_hash, found))
        self.ends.append(len(self.hashes))
        return number


_known = _Pieces()


class Wordings(NamedTuple):
    """The normalised words of texts: each as one line, and the hashes of all, ``lengths[i]`` of text i."""

    lines: list[str]
    hashes: Hashes
    lengths: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Wordings:
        """Normalise texts. A piece that comes again, as most do, is a number that is looked up."""
        if len(_known) > _REMEMBERED:
            _known.forget()
        numbered = [list(map(_known.__getitem__, pieces(text))) for text in texts]
        line = _known.lines.__getitem__
        counts = np.fromiter(map(len, numbered), dtype=np.int64, count=len(texts))
        numbers = np.fromiter(chain.from_iterable(numbered), dtype=np.int64, count=int(counts.sum()))
        ends = np.frombuffer(_known.ends, dtype=np.int64)
        places, at = ranges(ends[numbers], ends[numbers + 1])
        owners = np.repeat(np.arange(len(texts)), counts)[at]
        return cls(
            ["".join(map(line, of))[1:] for of in numbered],
            np.frombuffer(_known.hashes, dtype=np.uint64)[places],
            np.bincount(owners, minlength=len(texts)),
        )

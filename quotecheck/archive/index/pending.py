"""Postings that wait to be packed: in memory, and in a temporary file when they are many."""

from __future__ import annotations

import tempfile
from typing import IO

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.index.hashing import DOCUMENT, DOCUMENT_BITS, Hashes
from quotecheck.archive.index.merging import Parts
from quotecheck.archive.index.segments import PART_BITS

__all__ = ["Pending"]

_IN_MEMORY = 1_000_000
_POSTING = np.dtype("<u8")


def _distinct(postings: Hashes) -> Hashes:
    """Return each posting once, sorted; the array is used up, for the postings may be very many."""
    postings.sort()
    is_first = np.ones(postings.size, dtype=np.bool_)
    np.not_equal(postings[1:], postings[:-1], out=is_first[1:])
    return postings[is_first]


def _joined(parts: list[Hashes]) -> Hashes:
    joined: Hashes = np.concatenate([np.zeros(0, dtype=np.uint64), *parts])
    return joined


class _Run:
    """Sorted postings in a file, with the places where each sixteenth of all hashes begins."""

    def __init__(self, file: IO[bytes], postings: Hashes) -> None:
        self._file = file
        self._at = file.seek(0, 2)
        bounds = np.arange(1, 1 << PART_BITS, dtype=np.uint64) << np.uint64(64 - PART_BITS)
        self._cuts = [0, *np.searchsorted(postings, bounds).tolist(), postings.size]
        file.write(postings.astype(_POSTING, copy=False).data)

    def part(self, number: int) -> Hashes:
        start, end = self._cuts[number : number + 2]
        self._file.seek(self._at + _POSTING.itemsize * start)
        content = self._file.read(_POSTING.itemsize * (end - start))
        return np.frombuffer(content, dtype=_POSTING).astype(np.uint64, copy=False)


class Pending:
    """Documents that have been added since the index was last written; each is added once."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._file: IO[bytes] | None = None
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        if self._file:
            self._file.close()
        self.documents = 0
        self._postings = 0
        self._first, self._last = 1 << DOCUMENT_BITS, 0
        self._parts: list[Hashes] = []
        self._size = 0
        self._file = None
        self._runs: list[_Run] = []

    def add(self, hashes: NDArray[np.uint32], documents: Hashes, count: int) -> None:
        """Add postings of ``count`` documents, at least one: ``documents[i]`` has ``hashes[i]``."""
        self.documents += count
        self._first = min(self._first, int(documents.min()))
        self._last = max(self._last, int(documents.max()))
        self._parts.append((hashes.astype(np.uint64) << np.uint64(DOCUMENT_BITS)) | documents)
        self._size += hashes.size
        if self._size >= _IN_MEMORY:
            self._put_away()

    def _put_away(self) -> None:
        self._file = self._file or tempfile.TemporaryFile()  # noqa: SIM115  # closed by clear()
        postings = _joined(self._parts)
        self._postings += self._size
        self._parts, self._size = [], 0
        self._runs.append(_Run(self._file, _distinct(postings)))

    def by_document(self) -> tuple[list[int], list[Hashes]]:
        """Return the documents and the hashes of each, as long as there are few."""
        postings = _distinct(_joined(self._parts))
        documents = postings & DOCUMENT
        order = np.argsort(documents, kind="stable")
        numbers, starts = np.unique(documents[order], return_index=True)
        return numbers.tolist(), np.split(postings[order] >> np.uint64(DOCUMENT_BITS), starts[1:])

    def parts(self) -> Parts:
        """Return the postings as they are packed, sorted and each once."""
        rest = _distinct(_joined(self._parts))
        shift = np.uint64(64 - PART_BITS)

        def part(number: int) -> Hashes:
            found = [run.part(number) for run in self._runs]
            return _distinct(_joined([*found, rest[rest >> shift == number]]))

        total = self._postings + rest.size
        return Parts(total, self.documents, self._first, self._last, part)

"""What has been learned of an archive's quotes: the signs of their vectors, in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Self
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from quotecheck.errors import QuoteCheckError
from quotecheck.files import data_folder, make_folder, replaced
from quotecheck.meaning.vectors import WIDTH, Bits, Vectors, is_installed, signs, unit_length, vectors

__all__ = ["Learned", "MeaningError"]

_BATCH = 1_000
_OF_THE_MEAN = 20_000
_FEW = 500
_AT_ONCE = 65_536
_NEAREST = 400


class MeaningError(QuoteCheckError):
    """The extra is not installed."""


class _Rows(NamedTuple):
    """The quotes' numbers in order, the signs of their vectors, and the mean that was taken from these."""

    ids: NDArray[np.int64]
    bits: Bits
    mean: Vectors


def _file_of(archive: Path) -> Path:
    name = blake2b(str(archive.resolve()).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return data_folder() / "meanings" / f"{archive.stem}-{name}.npz"


def _read(path: Path) -> _Rows | None:
    try:
        with np.load(path, allow_pickle=False) as file:
            rows = _Rows(file["ids"], file["bits"], file["mean"])
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None
    shapes = (rows.ids.ndim, rows.bits.shape, rows.mean.shape)
    return rows if shapes == (1, (rows.ids.size, WIDTH // 64), (WIDTH,)) else None


def _mean(made: Vectors) -> Vectors:
    """Return the mean of vectors, drawn towards 0 where they are few: it is then only what these few say."""
    mean: Vectors = made.sum(axis=0) / np.float32(len(made) + _FEW)
    return mean


def _distances(bits: Bits, wanted: Bits) -> NDArray[np.int64]:
    """Return in how many signs each row differs."""
    return np.concatenate(
        [
            np.bitwise_count(bits[at : at + _AT_ONCE] ^ wanted).sum(axis=1, dtype=np.int64)
            for at in range(0, len(bits), _AT_ONCE)
        ]
    )


class Learned:
    """Row numbers of an archive's quotes with the signs of their vectors."""

    def __init__(self, path: Path, rows: _Rows | None) -> None:
        """Take over what has been read from ``path``; use :meth:`of`."""
        self._path = path
        self._rows = rows

    @classmethod
    def of(cls, archive: Path) -> Self | None:
        """Return what has been learned of the archive; None if nothing has, or the extra is missing."""
        path = _file_of(archive)
        rows = _read(path) if path.exists() and is_installed() else None
        return cls(path, rows) if rows else None

    @classmethod
    def begun(cls, archive: Path) -> Self:
        """Return what has been learned so far, be it nothing. Raises MeaningError without the extra."""
        if not is_installed():
            raise MeaningError(
                "The word vectors are missing: install them with 'pip install \"quotecheck[paraphrase]\"'."
            )
        learned = cls.of(archive)
        # Of few quotes there is no good mean: they are learned anew.
        return learned if learned and len(learned) >= _OF_THE_MEAN else cls(_file_of(archive), None)

    @property
    def last(self) -> int:
        """The number of the last quote that has been learned."""
        return int(self._rows.ids[-1]) if self._rows and self._rows.ids.size else 0

    def __len__(self) -> int:
        return self._rows.ids.size if self._rows else 0

    def learn(
        self, quotes: Iterable[tuple[int, str]], progress: Callable[[int], object] | None = None
    ) -> None:
        """Learn further quotes (number and text, in the order of numbers), and write the file anew."""
        rest = iter(quotes)
        first = list(islice(rest, _OF_THE_MEAN))
        if not first:
            return
        mean = self._rows.mean if self._rows else _mean(vectors([text for _, text in first]))
        ids = [self._rows.ids] if self._rows else []
        bits = [self._rows.bits] if self._rows else []
        batch = first
        while batch:
            ids.append(np.array([number for number, _ in batch], dtype=np.int64))
            bits.append(signs(vectors([text for _, text in batch]) - mean))
            if progress:
                progress(sum(map(len, ids)))
            batch = list(islice(rest, _BATCH))
        self._rows = _Rows(np.concatenate(ids), np.concatenate(bits), mean)
        make_folder(self._path.parent)
        with replaced(self._path) as draft, draft.open("wb") as file:
            np.savez(file, ids=self._rows.ids, bits=self._rows.bits, mean=mean)

    def nearest(self, text: str, count: int = _NEAREST) -> list[int]:
        """Return the numbers of the quotes whose signs differ least from the text's."""
        if not self._rows or not self._rows.ids.size:
            return []
        distances = _distances(self._rows.bits, signs(vectors([text]) - self._rows.mean))
        count = min(count, distances.size)
        nearest = np.argpartition(distances, count - 1)[:count]
        order = nearest[np.argsort(distances[nearest], kind="stable")]
        found: list[int] = self._rows.ids[order].tolist()
        return found

    def likenesses(self, text: str, others: Sequence[str]) -> list[float]:
        """Return how near each of the others is to the text: the cosine of their vectors, -1 to 1."""
        mean = self._rows.mean if self._rows else np.zeros(WIDTH, dtype=np.float32)
        made = unit_length(vectors([text, *others]) - mean)
        likeness: list[float] = (made[1:] @ made[0]).tolist()
        return likeness

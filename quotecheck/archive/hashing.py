"""Stable hashes of words and of their runs, a whole batch of texts at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "DOCUMENT",
    "DOCUMENT_BITS",
    "HASH_BITS",
    "SHINGLE",
    "Hashed",
    "Hashes",
    "hashes_of",
    "short_keys",
]

SHINGLE = 3
"""How many consecutive words make one shingle (Broder 1997)."""

HASH_BITS = 28
"""How much of a hash is kept: of a million quotes' shingles one in thirty then shares its hash by chance,
which adds a stray candidate and loses none."""

DOCUMENT_BITS = 64 - HASH_BITS
"""A posting is one number: a hash above, the number of a document in the lower bits."""

DOCUMENT = np.uint64((1 << DOCUMENT_BITS) - 1)

_SMALL = 10
"""Texts of up to so many words are indexed by their pairs, too: one or two changed words can spoil every
run of three in them."""
_SMALL_ASKED = 13
_PAIR_COUNTS = 0.2

# Odd multipliers make the sum depend on the order of the words; from the fractional part of the golden ratio
# and of square roots, as good as any.
_FACTORS = np.array([0x9E3779B97F4A7C15, 0x6A09E667F3BCC909, 0xBB67AE8584CAA73B], dtype=np.uint64)
_WHOLE = np.uint64(0x3C6EF372FE94F82B)
_PAIR = np.uint64(0xA54FF53A5F1D36F1)
_REMEMBERED = 262_144

Hashes = NDArray[np.uint64]


class _WordHashes(dict[str, int]):
    """The hash of every word met so far; forgotten all at once when they are very many."""

    def __missing__(self, norm: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        digest = blake2b(norm.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        self[norm] = made = int.from_bytes(digest, "little")
        return made


_word_hash = _WordHashes().__getitem__


def _mixed(values: Hashes) -> Hashes:
    """Spread the bits evenly: the finaliser of SplitMix64 (Steele, Lea and Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _flat(texts: Sequence[Sequence[str]]) -> tuple[Hashes, NDArray[np.int64]]:
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    hashes = map(_word_hash, chain.from_iterable(texts))
    return np.fromiter(hashes, dtype=np.uint64, count=int(lengths.sum())), lengths


@lru_cache(maxsize=256)
def _powers(count: int) -> Hashes:
    return np.cumprod(np.full(count, _FACTORS[0], dtype=np.uint64)).astype(np.uint64, copy=False)


def _whole_sums(flat: Hashes, lengths: NDArray[np.int64]) -> Hashes:
    """Return one number for all words of each text, any number for a text without words."""
    starts = np.cumsum(lengths) - lengths
    places = np.arange(flat.size) - np.repeat(starts, lengths)
    made = np.zeros(lengths.size, dtype=np.uint64)
    if flat.size:
        powers = _powers(int(lengths.max()))
        made[lengths > 0] = np.add.reduceat(flat * powers[places], starts[lengths > 0])
    return made ^ _WHOLE


def _run_sums(flat: Hashes, size: int) -> Hashes:
    """Return one number for each run of ``size`` words, over the borders of texts as well."""
    count = max(0, flat.size - size + 1)
    sums = np.zeros(count, dtype=np.uint64)
    for i in range(size):
        sums += flat[i : count + i] * _FACTORS[i]
    return sums if size == SHINGLE else sums ^ _PAIR


class Hashed(NamedTuple):
    """The hashes under which ``texts`` texts are indexed: the one at place ``owners[i]`` has ``hashes[i]``.

    These are a text's shingles, its words as a whole (so that even a text all of whose shingles are common is
    found first by its own words) and, in texts of up to ten words, its pairs of words. A text that is too
    short for a shingle has a key instead, and a text without words nothing; ``documents`` counts the others.
    """

    texts: int
    hashes: NDArray[np.uint32]
    owners: NDArray[np.int32]
    documents: int
    keys: list[int]
    key_owners: list[int]

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]]) -> Hashed:
        """Hash the normalised words of texts."""
        flat, lengths = _flat(texts)
        owners = np.repeat(np.arange(len(texts)), lengths)
        long, short = np.flatnonzero(lengths >= SHINGLE), np.flatnonzero((lengths > 0) & (lengths < SHINGLE))
        whole = _mixed(_whole_sums(flat, lengths))
        parts, places = [whole[long]], [long]
        for size, most in ((SHINGLE, None), (2, _SMALL)):
            runs = _mixed(_run_sums(flat, size))
            first = owners[: runs.size]
            kept = (first == owners[flat.size - runs.size :]) & (lengths[first] >= SHINGLE)
            if most:
                kept &= lengths[first] <= most
            parts.append(runs[kept])
            places.append(first[kept])
        return cls(
            len(texts),
            (np.concatenate(parts) >> np.uint64(64 - HASH_BITS)).astype(np.uint32),
            np.concatenate(places).astype(np.int32),
            long.size,
            whole[short].view(np.int64).tolist(),
            short.tolist(),
        )

    def only(self, places: Sequence[int]) -> Hashed:
        """Return what there is of the texts in these places; the first of them is then at place 0."""
        if len(places) == self.texts:
            return self
        new = np.full(self.texts, -1, dtype=np.int32)
        new[list(places)] = np.arange(len(places))
        owners = new[self.owners]
        hashes, owners = self.hashes[owners >= 0], owners[owners >= 0]
        keys = [(key, int(new[i])) for key, i in zip(self.keys, self.key_owners, strict=True) if new[i] >= 0]
        return Hashed(
            len(places),
            hashes,
            owners,
            np.unique(owners).size,
            [key for key, _ in keys],
            [owner for _, owner in keys],
        )


def short_keys(norms: Sequence[str]) -> NDArray[np.int64]:
    """Return the keys of all texts too short for a shingle that stand in this one (of at least one word)."""
    flat = np.fromiter(map(_word_hash, norms), dtype=np.uint64, count=len(norms))
    powers = _powers(SHINGLE - 1)
    sums = [flat * powers[0]]
    sums += [sums[-1][:-1] + flat[1:] * powers[1]]
    return _mixed(np.concatenate(sums) ^ _WHOLE).view(np.int64)


def hashes_of(norms: Sequence[str]) -> tuple[Hashes, NDArray[np.float64]]:
    """Return the hashes with which a text (of at least one word) is looked for, sorted, and what each counts.

    Pairs count less, for the runs of three that they are part of count, too.
    """
    flat = np.fromiter(map(_word_hash, norms), dtype=np.uint64, count=len(norms))
    parts = [_whole_sums(flat, np.array([flat.size])), _run_sums(flat, SHINGLE)]
    if flat.size <= _SMALL_ASKED:
        parts.append(_run_sums(flat, 2))
    hashes = _mixed(np.concatenate(parts)) >> np.uint64(64 - HASH_BITS)
    distinct, first = np.unique(hashes, return_index=True)
    return distinct, np.where(first < 1 + parts[1].size, 1.0, _PAIR_COUNTS)

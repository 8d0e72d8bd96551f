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
    "THIRD_BITS",
    "Asked",
    "Hashed",
    "Hashes",
    "word_hash",
]

SHINGLE = 3
"""How many consecutive words make one shingle (Broder 1997)."""

HASH_BITS = 28
"""How much of a hash is kept: of a million quotes' shingles one in thirty then shares its hash by chance,
which adds a stray candidate and loses none."""

DOCUMENT_BITS = 64 - HASH_BITS
"""A posting is one number: a hash above, the number of a document in the lower bits."""

DOCUMENT = np.uint64((1 << DOCUMENT_BITS) - 1)

THIRD_BITS = 8
"""How many bits of a shingle's hash are of its third word; those above are of the first two, so that all
shingles that begin with the same pair of words have hashes in a row."""

_SMALL = 10
"""In texts of up to so many words the last pair begins a shingle, too: one or two changed words can spoil
every run of three in them, so that they must be found by all their pairs."""
_SMALL_ASKED = 13

# Odd multipliers make the sum depend on the order of the words; from the fractional part of the golden ratio
# and of square roots, as good as any.
_FACTORS = np.array([0x9E3779B97F4A7C15, 0x6A09E667F3BCC909, 0xBB67AE8584CAA73B], dtype=np.uint64)
_WHOLE = np.uint64(0x3C6EF372FE94F82B)
_END = np.uint64(0xA54FF53A5F1D36F1)
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


word_hash = _WordHashes().__getitem__
"""The hash of one normalised word."""


def _mixed(values: Hashes) -> Hashes:
    """Spread the bits evenly: the finaliser of SplitMix64 (Steele, Lea and Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _flat(texts: Sequence[Sequence[str]]) -> tuple[Hashes, NDArray[np.int64]]:
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    hashes = map(word_hash, chain.from_iterable(texts))
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


def _hashed(values: Hashes) -> Hashes:
    return _mixed(values) >> np.uint64(64 - HASH_BITS)


class _Runs(NamedTuple):
    """The hashes of runs of words, and the text of each."""

    hashes: Hashes
    owners: NDArray[np.int64]

    @classmethod
    def of_three(cls, flat: Hashes, owners: NDArray[np.int64]) -> _Runs:
        within = owners[: max(0, owners.size - 2)] == owners[2:]
        two = flat[:-2] * _FACTORS[0] + flat[1:-1] * _FACTORS[1]
        return cls(_begun(two, two + flat[2:] * _FACTORS[2])[within], owners[2:][within])

    @classmethod
    def of_two(cls, flat: Hashes, owners: NDArray[np.int64]) -> _Runs:
        """Hash pairs as if each were the end of its text."""
        within = owners[:-1] == owners[1:]
        two = flat[:-1] * _FACTORS[0] + flat[1:] * _FACTORS[1]
        return cls(_begun(two, two ^ _END)[within], owners[1:][within])


def _begun(two: Hashes, three: Hashes) -> Hashes:
    """Return hashes whose upper bits are of the first two words alone."""
    third = _mixed(three) >> np.uint64(64 - THIRD_BITS)
    return (_mixed(two) >> np.uint64(64 - HASH_BITS + THIRD_BITS)) << np.uint64(THIRD_BITS) | third


class Hashed(NamedTuple):
    """The hashes under which ``texts`` texts are indexed: the one at place ``owners[i]`` has ``hashes[i]``.

    These are a text's shingles, its words as a whole (so that even a text all of whose shingles are common is
    found first by its own words) and, in texts of up to ten words, its last pair. A text that is too short
    for a shingle has a key instead, and a text without words nothing; ``documents`` counts the others.
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
        return cls.of_words(*_flat(texts))

    @classmethod
    def of_words(cls, flat: Hashes, lengths: NDArray[np.int64]) -> Hashed:
        """Make it of the hashes of all words; ``lengths`` tells how many of them are of each text."""
        owners = np.repeat(np.arange(lengths.size), lengths)
        long, short = np.flatnonzero(lengths >= SHINGLE), np.flatnonzero((lengths > 0) & (lengths < SHINGLE))
        whole = _whole_sums(flat, lengths)
        small = np.flatnonzero((lengths >= SHINGLE) & (lengths <= _SMALL))
        last = np.cumsum(lengths)[small]
        ends = _Runs.of_two(flat[np.stack([last - 2, last - 1], axis=1).ravel()], np.repeat(small, 2))
        threes = _Runs.of_three(flat, owners)
        return cls(
            lengths.size,
            np.concatenate([_hashed(whole[long]), threes.hashes, ends.hashes]).astype(np.uint32),
            np.concatenate([long, threes.owners, ends.owners]).astype(np.int32),
            long.size,
            _mixed(whole[short]).view(np.int64).tolist(),
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


class Asked(NamedTuple):
    """The hashes with which ``texts`` texts are looked for: text ``owners[i]``, in order, has ``hashes[i]``.

    A text has each hash once, and they are sorted. Texts of up to thirteen words may have ``pairs``, too, in
    the order of their words: the first hash that a shingle can have which begins with two of them. ``keys``
    are those of all texts too short for a shingle that stand in text ``key_owners[i]``.
    """

    texts: int
    hashes: Hashes
    owners: NDArray[np.int64]
    pairs: Hashes
    pair_owners: NDArray[np.int64]
    keys: NDArray[np.int64]
    key_owners: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]], *, intact: bool = False) -> Asked:
        """Hash the normalised words of texts, each of at least one word; there are no pairs if ``intact``."""
        flat, lengths = _flat(texts)
        owners = np.repeat(np.arange(len(texts)), lengths)
        threes, twos = _Runs.of_three(flat, owners), _Runs.of_two(flat, owners)
        whole = _hashed(_whole_sums(flat, lengths))
        few = lengths[twos.owners] <= (0 if intact else _SMALL_ASKED)
        return cls(
            len(texts),
            *_each_once(
                np.concatenate([whole, threes.hashes]), np.concatenate([np.arange(len(texts)), threes.owners])
            ),
            twos.hashes[few] >> np.uint64(THIRD_BITS) << np.uint64(THIRD_BITS),
            twos.owners[few],
            *_short_keys(flat, owners),
        )


def _each_once(hashes: Hashes, owners: NDArray[np.int64]) -> tuple[Hashes, NDArray[np.int64]]:
    """Sort by text and hash, and leave out what a text has twice."""
    sought = np.sort(owners.astype(np.uint64) << np.uint64(HASH_BITS) | hashes)
    if sought.size > 1:
        sought = sought[np.concatenate([[True], sought[1:] != sought[:-1]])]
    return sought & np.uint64((1 << HASH_BITS) - 1), (sought >> np.uint64(HASH_BITS)).astype(np.int64)


def _short_keys(flat: Hashes, owners: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    powers = _powers(SHINGLE - 1)
    ones = flat * powers[0]
    within = owners[:-1] == owners[1:]
    twos = (ones[:-1] + flat[1:] * powers[1])[within]
    keys = _mixed(np.concatenate([ones, twos]) ^ _WHOLE).view(np.int64)
    return keys, np.concatenate([owners, owners[:-1][within]])

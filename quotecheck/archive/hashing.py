"""Stable hashes of words and of their runs, a whole batch of texts at a time."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import chain

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "DOCUMENT",
    "DOCUMENT_BITS",
    "HASH_BITS",
    "SHINGLE",
    "Hashes",
    "hashes_of",
    "hashes_of_texts",
    "short_keys",
    "whole_keys",
]

SHINGLE = 3
"""How many consecutive words make one shingle (Broder 1997)."""

HASH_BITS = 28
"""How much of a hash is kept: of a million quotes' shingles one in thirty then shares its hash by chance,
which adds a stray candidate and loses none."""

DOCUMENT_BITS = 64 - HASH_BITS
"""A posting is one number: a hash above, the number of a document in the lower bits."""

DOCUMENT = np.uint64((1 << DOCUMENT_BITS) - 1)

_SMALL = 8
"""Texts of up to so many words are indexed by their pairs, too: one or two changed words can spoil every
run of three in them."""
_SMALL_ASKED = 10

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


def _whole(flat: Hashes, lengths: NDArray[np.int64]) -> Hashes:
    starts = np.cumsum(lengths) - lengths
    places = np.arange(flat.size, dtype=np.int64) - np.repeat(starts, lengths)
    powers = np.cumprod(np.full(int(lengths.max()), _FACTORS[0], dtype=np.uint64))
    sums = np.add.reduceat(flat * powers[places], starts)
    return _mixed(sums ^ _WHOLE)


def _runs(flat: Hashes, size: int) -> Hashes:
    """Return the hash of each run of ``size`` words, over the borders of texts as well."""
    count = max(0, flat.size - size + 1)
    sums = np.zeros(count, dtype=np.uint64)
    for i in range(size):
        sums += flat[i : count + i] * _FACTORS[i]
    return _mixed(sums if size == SHINGLE else sums ^ _PAIR)


def whole_keys(texts: Sequence[Sequence[str]]) -> NDArray[np.int64]:
    """Return one 64-bit key for the words of each text as a whole; every text must have a word."""
    if not texts:
        return np.zeros(0, dtype=np.int64)
    return _whole(*_flat(texts)).view(np.int64)


def short_keys(norms: Sequence[str]) -> NDArray[np.int64]:
    """Return the keys of all texts shorter than a shingle that stand in this one."""
    runs = [norms[i : i + size] for size in range(1, SHINGLE) for i in range(len(norms) - size + 1)]
    return whole_keys(runs)


def hashes_of_texts(
    texts: Sequence[Sequence[str]], *, small: int = _SMALL
) -> tuple[Hashes, NDArray[np.int64]]:
    """Return the hashes under which texts are indexed, and for each hash the place of its text.

    These are a text's shingles, its words as a whole (so that even a text all of whose shingles are common is
    found first by its own words) and, in texts of up to ``small`` words, its pairs of words. Every text must
    have a word.
    """
    if not texts:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    flat, lengths = _flat(texts)
    owners = np.repeat(np.arange(len(texts)), lengths)
    parts, places = [_whole(flat, lengths)], [np.arange(len(texts))]
    for size in (SHINGLE, 2):
        runs = _runs(flat, size)
        first, last = owners[: runs.size], owners[flat.size - runs.size :]
        kept = first == last
        if size < SHINGLE:
            kept &= lengths[first] <= small
        parts.append(runs[kept])
        places.append(first[kept])
    return np.concatenate(parts) >> np.uint64(64 - HASH_BITS), np.concatenate(places)


def hashes_of(norms: Sequence[str]) -> Hashes:
    """Return the hashes with which a text is looked for, sorted, each once."""
    return np.unique(hashes_of_texts([norms], small=_SMALL_ASKED)[0])

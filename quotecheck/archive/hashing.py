"""Stable hashes of words and of their runs, a whole batch of texts at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain

import numpy as np
from numpy.typing import NDArray

__all__ = ["SHINGLE", "UPPER", "Hashes", "shingle_postings", "whole_keys"]

SHINGLE = 3
"""How many consecutive words make one shingle (Broder 1997)."""

# Odd multipliers make the sum depend on the order of the words; from the fractional part of the golden ratio
# and of two square roots, as good as any.
_FACTORS = np.array([0x9E3779B97F4A7C15, 0x6A09E667F3BCC909, 0xBB67AE8584CAA73B], dtype=np.uint64)
_WHOLE = np.uint64(0x3C6EF372FE94F82B)

UPPER = np.uint64(0xFFFFFFFF00000000)
"""The half of a posting that holds the hash; the other half is the document's number."""

Hashes = NDArray[np.uint64]


@lru_cache(maxsize=131072)
def _word_hash(norm: str) -> int:
    digest = blake2b(norm.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


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


def _runs(flat: Hashes, places: NDArray[np.int64]) -> tuple[Hashes, NDArray[np.bool_]]:
    """Return the hash of each run of words, and whether the run lies inside one text."""
    count = max(0, flat.size - SHINGLE + 1)
    sums = np.zeros(count, dtype=np.uint64)
    for i, factor in enumerate(_FACTORS):
        sums += flat[i : count + i] * factor
    return _mixed(sums), places[:count] == places[flat.size - count :]


def whole_keys(texts: Sequence[Sequence[str]]) -> NDArray[np.int64]:
    """Return one 64-bit key for the words of each text as a whole; every text must have a word."""
    if not texts:
        return np.zeros(0, dtype=np.int64)
    return _whole(*_flat(texts)).view(np.int64)


def shingle_postings(texts: Sequence[Sequence[str]], numbers: Sequence[int]) -> Hashes:
    """Return the postings of the texts: the upper half is a shingle's hash, the lower the text's number.

    Sorted, each once. A text's words as a whole count as one more shingle, so that even a text all of whose
    shingles are common is found first by its own words. Every text must have a word.
    """
    if not texts:
        return np.zeros(0, dtype=np.uint64)
    flat, lengths = _flat(texts)
    documents = np.asarray(numbers, dtype=np.uint64)
    owners = np.repeat(documents, lengths)
    runs, inside = _runs(flat, np.repeat(np.arange(len(texts)), lengths))
    hashes = np.concatenate([runs[inside], _whole(flat, lengths)])
    owners = np.concatenate([owners[: runs.size][inside], documents])
    postings = np.sort((hashes & UPPER) | owners)
    distinct: Hashes = postings[np.diff(postings, prepend=~postings[:1]) != 0]
    return distinct

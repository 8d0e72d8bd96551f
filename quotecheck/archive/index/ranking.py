"""Which documents share most with a text, for many texts at once.

Postings are read in stages, for most texts need few of them. First some of the rare hashes: when one document
has most of these, as with a quote to the letter or nearly so, that is enough. Then the other rare ones, and
last, if no document stands out, the frequent ones: the rarer of them find documents, some others only weigh
those that are found, and the most frequent are never read.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.index.hashing import DOCUMENT, DOCUMENT_BITS, Asked, Hashes
from quotecheck.archive.index.packing import ranges
from quotecheck.archive.index.pairs import with_pairs
from quotecheck.archive.index.segments import Postings, frequencies, frequent_postings, rare_postings
from quotecheck.archive.index.snapshot import Snapshot

__all__ = ["Pool", "pools"]

_MOST_HASHES = 1 << 18
"""How many hashes the texts that are looked for at once may have in all."""

_MANY = 20
_TRIED = 8
_STANDS_OUT = 0.5
_FEW = 16
_FOR_FEW = 4_000, 10_000
_FOR_MANY = 1_000, 3_000
"""How many postings of frequent hashes find documents, and how many are read, for a text of up to ``_FEW``
hashes, of which many may have been spoilt, and for one that has more of them to go by."""

_ENOUGH = 20
_POOL = 2_000
_WORTH = 0.25
_MOST_TIED = 4
_TELLING = 0.5
_LITTLE = 0.5
_LITTLE_OF_FEW = 0.7
_FEWEST = 4
"""Of a text of four or five words, which has so few hashes, one changed word may spoil each, and a text that
says something else may have one of them: that is still little."""

_ENTRY_BITS = np.uint64(_MOST_HASHES.bit_length() - 1)
_ENTRY = np.uint64(_MOST_HASHES - 1)
_DOCUMENT_BITS = np.uint64(DOCUMENT_BITS)

Scores = NDArray[np.float64]
Places = NDArray[np.int64]
Chosen = NDArray[np.bool_]


class Pool(NamedTuple):
    """Documents that share hashes with a text, and what that counts; the best come first.

    ``has_little`` tells of a small text that even the best does not have much of it.
    """

    documents: Hashes
    scores: Scores
    has_little: bool

    @classmethod
    def of(cls, documents: Hashes, scores: Scores, *, has_little: bool) -> Pool:
        """Sort them; of documents that share as much, those entered first."""
        scores = np.round(scores, 6)  # sums in another order must not tell equals apart
        order = np.argsort(-scores, kind="stable")
        return cls(documents[order], scores[order], has_little)

    def best(self, limit: int) -> Pool:
        """Return the ``limit`` best, and some that equal the last of them.

        What shares far less than the best does is left out, unless the best has little itself; where the last
        ones share much less, it is not worth telling equals apart.
        """
        documents, scores, has_little = self
        if documents.size > limit and scores[limit - 1] > _TELLING * scores[0]:
            limit = min(_MOST_TIED * limit, int(np.searchsorted(-scores, -scores[limit - 1], "right")))
        scores = scores[:limit]
        if scores.size and not has_little:
            scores = scores[: int(np.searchsorted(-scores, -_WORTH * scores[0], "right"))]
        return self._replace(documents=documents[: scores.size], scores=scores)


class _Shared(NamedTuple):
    """What documents share with the texts, by texts and documents."""

    texts: Places
    documents: Hashes
    scores: Scores

    def of(self, text: int) -> tuple[Hashes, Scores]:
        """Return the documents of one text, sorted, with their scores; the best, if many."""
        start, end = np.searchsorted(self.texts, (text, text + 1))
        documents, scores = self.documents[start:end], self.scores[start:end]
        if documents.size <= _POOL:
            return documents, scores
        best = np.sort(np.argpartition(-scores, _POOL)[:_POOL])
        return documents[best], scores[best]

    def greatest(self, count: int) -> Scores:
        """Return the greatest score for each of the ``count`` texts."""
        greatest = np.zeros(count)
        np.maximum.at(greatest, self.texts, self.scores)
        return greatest


def _parted(counts: Places) -> tuple[Places, Places]:
    """Part the hashes that any document has into those that find, at least one, and those that weigh."""
    order = np.argsort(counts, kind="stable")
    order = order[counts[order] > 0]
    sizes = np.cumsum(counts[order])
    finding, read = _FOR_FEW if counts.size <= _FEW else _FOR_MANY
    few = max(1, int(np.searchsorted(sizes, finding, side="right")))
    most = int(np.searchsorted(sizes, read, side="right"))
    return order[:few], order[few : min(most, _ENOUGH)]


class _Search:
    """One search: what the texts ask for, the distinct hashes of that, and the postings read of these."""

    def __init__(self, connection: sqlite3.Connection, index: Snapshot, asked: Asked) -> None:
        self._connection = connection
        self._index = index
        self._asked = asked
        if asked.texts == 1:
            self._hashes, self._at = asked.hashes, np.arange(asked.hashes.size)
        else:
            self._hashes, self._at = np.unique(asked.hashes, return_inverse=True)
        self._frequent = [frequencies(segment, self._hashes) for segment in index.segments]
        self._often: Places = sum(self._frequent, np.zeros(self._hashes.size, dtype=np.int64))
        self._is_rare = (self._often == 0)[self._at]
        self._read = index.fresh_postings(self._hashes)
        self._are_read = np.zeros(self._hashes.size, dtype=np.bool_)

    def _places(self, chosen: Chosen) -> Places:
        places = np.zeros(self._hashes.size, dtype=np.bool_)
        places[self._at[chosen]] = True
        return np.flatnonzero(places)

    def _read_rare(self, chosen: Chosen) -> None:
        places = self._places(chosen)
        places = places[~self._are_read[places]]
        self._are_read[places] = True
        parts = [
            rare_postings(self._connection, segment, self._hashes, places[counts[places] == 0])
            for segment, counts in zip(self._index.segments, self._frequent, strict=True)
        ]
        self._read = Postings.joined([self._read, self._index.alive(parts)]) if parts else self._read

    def _frequent_lists(self, chosen: Chosen) -> Postings | None:
        places = self._places(chosen)
        parts = [
            frequent_postings(self._connection, segment, self._hashes, often)
            for segment, counts in zip(self._index.segments, self._frequent, strict=True)
            if (often := places[counts[places] > 0]).size
        ]
        return self._index.alive(parts) if parts else None

    def _weights(self) -> tuple[Places, Scores]:
        """Return, for all that is asked, how many documents are known to have it, and what it counts."""
        counts = (self._often + self._read.counts(self._hashes.size))[self._at]
        return counts, self._counted(counts)

    def _counted(self, counts: Places) -> Scores:
        return self._index.weights(counts)

    def _shared(self, postings: Postings, chosen: Chosen, weights: Scores) -> _Shared:
        """Return what documents share of the chosen ones of what is asked."""
        order = np.flatnonzero(chosen)
        order = order[np.argsort(self._at[order], kind="stable")]
        sizes = np.bincount(self._at[order], minlength=self._hashes.size)
        ends = np.cumsum(sizes)
        of, posting = ranges((ends - sizes)[postings.places], ends[postings.places])
        entries = order[of]
        texts = self._asked.owners[entries].astype(np.uint64)
        packed = ((texts << _DOCUMENT_BITS | postings.documents[posting]) << _ENTRY_BITS) | entries.astype(
            np.uint64
        )
        packed.sort()
        keys = packed >> _ENTRY_BITS
        starts = np.flatnonzero(np.diff(keys, prepend=~keys[:1]))
        scores = np.add.reduceat(weights[packed & _ENTRY], starts) if starts.size else np.zeros(0)
        keys = keys[starts]
        return _Shared((keys >> _DOCUMENT_BITS).astype(np.int64), keys & DOCUMENT, scores)

    def _tried(self) -> tuple[Chosen, Chosen]:
        """Choose what to look for first, and tell for which texts this is a part of the rare hashes."""
        owners, texts = self._asked.owners, self._asked.texts
        rare = np.bincount(owners[self._is_rare], minlength=texts)
        in_part = (np.bincount(owners, minlength=texts) >= _MANY) & (rare >= _TRIED)
        before = np.cumsum(self._is_rare) - (np.cumsum(rare) - rare)[owners]
        return self._is_rare & (~in_part[owners] | (before <= _TRIED)), in_part

    def _potential(self, chosen: Chosen, weights: Scores) -> Scores:
        """Return what each text could share of the chosen hashes at most."""
        return np.bincount(
            self._asked.owners[chosen], weights=weights[chosen], minlength=self._asked.texts
        ).astype(np.float64, copy=False)

    def pools(self) -> list[Pool]:
        """Return for each text documents and what they share, the best among them."""
        owners, texts = self._asked.owners, self._asked.texts
        tried, in_part = self._tried()
        self._read_rare(tried)
        found = self._standing_out(tried, in_part) if in_part.any() else {}
        if len(found) < texts:
            left = np.ones(texts, dtype=np.bool_)
            left[list(found)] = False
            found |= self._with_all_rare(left[owners], left)
        little = self._with_little(found)
        for text in little:
            pairs = self._asked.pairs[self._asked.pair_owners == text]
            found[text] = with_pairs(self._connection, self._index, pairs, *found[text])
        return [Pool.of(*found[text], has_little=text in little) for text in range(texts)]

    def _standing_out(self, tried: Chosen, in_part: Chosen) -> dict[int, tuple[Hashes, Scores]]:
        """Return what is found of the texts of which one document has most of the part that was tried."""
        weights = self._weights()[1]
        first = self._shared(self._read, tried, weights)
        enough = first.greatest(self._asked.texts) >= _STANDS_OUT * self._potential(tried, weights)
        return {text: first.of(text) for text in np.flatnonzero(in_part & enough).tolist()}

    def _with_little(self, found: dict[int, tuple[Hashes, Scores]]) -> set[int]:
        """Return the small texts of which no document has much: every run of three may have been changed."""
        small = set(self._asked.pair_owners.tolist())
        if not small:
            return small
        weights = self._weights()[1]
        # Only a quote of these very words has them as a whole.
        as_a_whole = self._index.weights(np.ones(1, dtype=np.int64))
        possible = self._potential(np.ones(weights.size, dtype=np.bool_), weights) - as_a_whole
        sizes = np.bincount(self._asked.owners)
        little = np.where(sizes <= _FEWEST, _LITTLE_OF_FEW, _LITTLE) * possible
        return {text for text in small if found[text][1].max(initial=0) < little[text]}

    def _with_all_rare(self, chosen: Chosen, left: Chosen) -> dict[int, tuple[Hashes, Scores]]:
        texts = self._asked.texts
        self._read_rare(chosen)
        counts, weights = self._weights()
        shared = self._shared(self._read, chosen & self._is_rare, weights)
        enough = shared.greatest(texts) >= _STANDS_OUT * self._potential(chosen & (counts > 0), weights)
        often = np.bincount(self._asked.owners[~self._is_rare], minlength=texts) > 0
        found = {text: shared.of(text) for text in np.flatnonzero(left & (enough | ~often)).tolist()}
        further = np.flatnonzero(left & ~enough & often).tolist()
        return found | self._with_frequent(further, counts) if further else found

    def _with_frequent(self, texts: list[int], counts: Places) -> dict[int, tuple[Hashes, Scores]]:
        """Find by the rarer of the frequent hashes, too, and weigh by others."""
        finding, weighing = np.zeros((2, counts.size), dtype=np.bool_)
        cuts = np.searchsorted(self._asked.owners, [[text, text + 1] for text in texts])
        for start, end in cuts.tolist():
            few, more = _parted(counts[start:end])
            finding[start + few] = True
            weighing[start + more] = True
        lists = self._frequent_lists(finding | weighing)
        postings = Postings.joined([self._read, lists]) if lists else self._read
        weights = self._counted(postings.counts(self._hashes.size)[self._at])
        shared = self._shared(postings, finding, weights)
        found = {text: shared.of(text) for text in texts}
        for text, (start, end) in zip(texts, cuts.tolist(), strict=True):
            entries = start + np.flatnonzero(weighing[start:end])
            if entries.size and found[text][0].size:
                found[text] = self._weighed(*found[text], postings, entries, weights)
        return found

    def _weighed(
        self, documents: Hashes, scores: Scores, postings: Postings, entries: Places, weights: Scores
    ) -> tuple[Hashes, Scores]:
        """Add what the documents share of these entries."""
        counted = np.zeros(self._hashes.size)
        counted[self._at[entries]] = weights[entries]
        weight = counted[postings.places]
        sharing = np.flatnonzero(weight)
        at = np.searchsorted(documents, postings.documents[sharing])
        at[at == documents.size] = 0
        known = documents[at] == postings.documents[sharing]
        more = np.bincount(at[known], weights=weight[sharing][known], minlength=documents.size)
        return documents, scores + more


def pools(connection: sqlite3.Connection, index: Snapshot, asked: Asked) -> list[Pool]:
    """Return, for each text, the documents that share most of its hashes.

    Each shared hash counts by its rarity (inverse document frequency). Where that finds little for a small
    text, each shared pair of words counts as well, a fifth of that.
    """
    return _Search(connection, index, asked).pools()

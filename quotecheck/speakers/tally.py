"""How much lies between two words of a block, from running counts: the cost is the same for any distance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

__all__ = ["Between", "Tally"]

_STOPS = frozenset({".", "!", "?", ";"})


class Between(NamedTuple):
    """The words outside quotations, the quotations touched, and whether a sentence ends there."""

    words: int
    quotations: int
    ends: bool


def _counts(flags: Iterable[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))


class Tally:
    """Counts over the words of a block; ``quoted`` and ``closing`` say of each word which quotation it is in.

    That is 0 outside, and whether that quotation ends a sentence.
    """

    def __init__(self, words: Sequence[str], quoted: Sequence[int], closing: Sequence[bool]) -> None:
        before = [0, *quoted[:-1]]
        begins = [bool(own and own != last) for own, last in zip(quoted, before, strict=False)]
        self._inside = [own if own == last else 0 for own, last in zip(quoted, before, strict=False)]
        self._closing = closing
        self._words = _counts(word[0].isalnum() and not own for word, own in zip(words, quoted, strict=True))
        self._begun = _counts(begins)
        self._ended = _counts(
            (word in _STOPS and not own) or (new and ends)
            for word, own, new, ends in zip(words, quoted, begins, closing, strict=True)
        )

    def between(self, start: int, end: int) -> Between:
        """Return what lies in the words from ``start`` up to, not including, ``end``."""
        if start >= end:
            return Between(0, 0, False)
        inside = bool(self._inside[start])  # its quotation began before
        ends = self._ended[end] > self._ended[start] or (inside and self._closing[start])
        begun = self._begun[end] - self._begun[start]
        return Between(self._words[end] - self._words[start], begun + inside, ends)

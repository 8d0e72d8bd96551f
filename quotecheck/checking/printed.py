"""A printed text made ready to be laid beside archived ones."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from quotecheck.checking.disclosed import bracketed, ellipses
from quotecheck.checking.equivalence import Terms, terms
from quotecheck.checking.literal import literal_terms
from quotecheck.lexicons import lexicon

__all__ = ["Printed", "is_content", "weight"]

_FUNCTION = frozenset(lexicon("wording")["function_words"])
_FUNCTION_WEIGHT = 0.35
_UNKNOWN = "\ue000"
_FIRST_CODE = 0x100
# Stays below the surrogates; a quotation with more different words than this does not exist.
_MOST_CODES = 40_000
_CLAUSE_END = re.compile(r"[,;:.!?…—–]|--")


def is_content(key: str) -> bool:
    """Tell whether a term carries content, as function words do not."""
    return key not in _FUNCTION


def weight(key: str) -> float:
    """Return how much of a statement's likeness a term carries: a function word about a third of another."""
    return _FUNCTION_WEIGHT if key in _FUNCTION else 1.0


class Printed:
    """A printed text made ready to be laid beside many archived ones.

    ``fragment``: it stands inside the article's own sentence, whose tense it may have taken on. ``found``
    are its terms, if they are to be others than ``terms`` reads.
    """

    def __init__(self, text: str, *, fragment: bool = False, found: Terms | None = None) -> None:
        self.text = text
        self.fragment = fragment
        self.terms = terms(text) if found is None else found
        self.keys = self.terms.keys
        self.codes = {
            key: chr(_FIRST_CODE + n) for n, key in enumerate(dict.fromkeys(self.keys[:_MOST_CODES]))
        }
        self.code = self.encoded(self.keys)
        self.ellipses = ellipses(text, self.terms)
        self.bracketed = bracketed(text, self.terms)

    def encoded(self, keys: list[str]) -> str:
        """Return ``keys`` as a string of one code point a term."""
        codes = self.codes
        return "".join([codes.get(key, _UNKNOWN) for key in keys])

    @cached_property
    def weights(self) -> list[float]:
        weights = list(map(weight, self.keys))
        for i in self.bracketed:
            weights[i] = 0.0
        return weights

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The term ranges between marks of punctuation."""
        ends = [
            i + 1
            for i in range(len(self.terms) - 1)
            if _CLAUSE_END.search(self.text[self.terms.spans[i].end : self.terms.spans[i + 1].start])
        ]
        return list(pairwise([0, *ends, len(self.terms)]))

    @cached_property
    def literal(self) -> Printed:
        """The same text with its words as they are."""
        return Printed(self.text, fragment=self.fragment, found=literal_terms(self.text))

    @cached_property
    def content_codes(self) -> frozenset[str]:
        """The codes of the words that carry content."""
        return frozenset(code for code, key in zip(self.code, self.keys, strict=True) if is_content(key))

    @cached_property
    def content(self) -> int:
        """How many of the words carry content."""
        return sum(is_content(key) for key in self.keys)

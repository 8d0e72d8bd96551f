"""What the printed text discloses: "…" where words were left out, [brackets] where some were put in."""

from __future__ import annotations

import re
from bisect import bisect_left

from quotecheck.checking.equivalence import Term

__all__ = ["bracketed", "ellipses"]

_ELLIPSIS = re.compile(r"[\[(]?\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*[\])]?|\[\s*-+\s*\]|\*\s\*\s\*")
_BRACKETS = re.compile(r"\[[^\[\]]{1,300}\]")


def ellipses(text: str, found: tuple[Term, ...]) -> frozenset[int]:
    """Return the gaps that an ellipsis stands in: n is the gap before term n."""
    starts = [term.span.start for term in found]
    return frozenset(bisect_left(starts, mark.start()) for mark in _ELLIPSIS.finditer(text))


def bracketed(text: str, found: tuple[Term, ...]) -> frozenset[int]:
    """Return the terms that stand in square brackets, wholly or ("[T]he", "want[ed]") in part."""
    if "[" not in text:
        return frozenset()
    marks = [mark.span() for mark in _BRACKETS.finditer(text)]
    return frozenset(
        i
        for i, term in enumerate(found)
        if any(term.span.start < end and start < term.span.end for start, end in marks)
    )

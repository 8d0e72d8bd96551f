"""What the printed text discloses: "…" where words were left out, [brackets] where some were put in."""

from __future__ import annotations

import re
from bisect import bisect_left

from quotecheck.checking.equivalence import Terms

__all__ = ["bracketed", "ellipses"]

_ELLIPSIS = re.compile(r"[\[(]?\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*[\])]?|\[\s*-+\s*\]|\*\s\*\s\*")
_BRACKETS = re.compile(r"\[[^\[\]]{1,300}\]")


def ellipses(text: str, found: Terms) -> frozenset[int]:
    """Return the gaps that an ellipsis stands in: n is the gap before term n."""
    marks = [mark.start() for mark in _ELLIPSIS.finditer(text)]
    starts = [span.start for span in found.spans] if marks else []
    return frozenset(bisect_left(starts, mark) for mark in marks)


def bracketed(text: str, found: Terms) -> frozenset[int]:
    """Return the terms that stand in square brackets, wholly or ("[T]he", "want[ed]") in part."""
    if "[" not in text:
        return frozenset()
    marks = [mark.span() for mark in _BRACKETS.finditer(text)]
    return frozenset(
        i
        for i, span in enumerate(found.spans)
        if any(span.start < end and start < span.end for start, end in marks)
    )

"""Finds parts of a quotation that come from somewhere else than the rest of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from quotecheck.checking.alignment import weight
from quotecheck.checking.candidates import Candidate
from quotecheck.model import Span

__all__ = ["Splice", "far_apart", "spliced_from"]

_SHORTEST_PART = 4
_LIGHTEST_PART = 2.0
_ALIKE = 85.0
_FAR = 45


class Splice(NamedTuple):
    """A stretch of the printed text, and the archived quote that it comes from."""

    place: Span
    candidate: Candidate


def _foreign_parts(best: Candidate) -> list[tuple[int, int]]:
    """The stretches of printed terms that the best match does not have."""
    keys = best.alignment.printed.keys
    return [
        (change.p0, change.p1)
        for change in best.alignment.changes
        if change.p1 - change.p0 >= _SHORTEST_PART
        and sum(weight(key) for key in keys[change.p0 : change.p1]) >= _LIGHTEST_PART
    ]


def _holds(candidate: Candidate, part: str) -> bool:
    alignment = candidate.alignment
    code = alignment.printed.encoded(alignment.archived)
    if part in code:
        return True
    return (
        len(part) <= len(code) and len(part) >= 6 and fuzz.partial_ratio(part, code, score_cutoff=_ALIKE) > 0
    )


def _continues(best: Candidate, other: Candidate) -> bool:
    """Tell whether the other archived quote is simply what the same source says before or after."""
    around = (best.quote.before + " " + best.quote.after).casefold()
    return bool(other.quote.text) and other.quote.text.casefold()[:80] in around


def spliced_from(best: Candidate, others: Sequence[Candidate]) -> list[Splice]:
    """Return where the parts come from that ``best`` lacks; empty where it lacks none or they are nowhere."""
    found = []
    page = best.alignment.printed
    for start, end in _foreign_parts(best):
        part = page.code[start:end]
        origin = next(
            (c for c in others if c is not best and _holds(c, part) and not _continues(best, c)), None
        )
        if origin is not None:
            found.append(Splice(Span(page.terms[start].span.start, page.terms[end - 1].span.end), origin))
    return found


def far_apart(best: Candidate) -> bool:
    """Tell whether words are joined that stand far from each other in the one archived text."""
    page = best.alignment.printed
    inner = [c for c in best.alignment.changes if 0 < c.p0 and c.p1 < len(page.keys)]
    return any((c.a1 - c.a0) - (c.p1 - c.p0) >= _FAR for c in inner)

"""Windows of a source's text that were hit, joined into passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotecheck.archive.index import Hit
from quotecheck.archive.rows import StoredQuote
from quotecheck.model import Span

__all__ = ["Passage", "joined", "uncovered"]

_WORTH_JOINING = 0.5


class Passage(NamedTuple):
    """A stretch of a source's text; ``score`` is that of its best window."""

    source_id: int
    place: Span
    score: float


def _windows(hits: Iterable[Hit]) -> list[Passage]:
    found = [
        Passage(hit.source_id, Span(hit.start, hit.end), hit.score)
        for hit in hits
        if hit.source_id is not None and hit.start is not None and hit.end is not None
    ]
    return sorted(found)


def joined(hits: Iterable[Hit]) -> list[Passage]:
    """Join overlapping windows of about the same worth, so that a long quotation is found in one piece."""
    passages: list[Passage] = []
    for window in _windows(hits):
        last = passages[-1] if passages else None
        if last is None or last.source_id != window.source_id or not last.place.overlaps(window.place):
            passages.append(window)
        elif window.score < _WORTH_JOINING * last.score:
            continue
        elif last.score < _WORTH_JOINING * window.score:
            passages[-1] = window
        else:
            place = Span(last.place.start, window.place.end)
            passages[-1] = Passage(last.source_id, place, max(last.score, window.score))
    return passages


def uncovered(passages: Sequence[Passage], quotes: Sequence[tuple[float, StoredQuote]]) -> list[Passage]:
    """Leave out the passages in which an archived quote stands that scores at least as well."""
    return [
        passage
        for passage in passages
        if not any(
            quote.source_id == passage.source_id
            and quote.place is not None
            and quote.place.overlaps(passage.place)
            and score >= passage.score
            for score, quote in quotes
        )
    ]

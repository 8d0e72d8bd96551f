"""Windows of a source's text that were hit, made into passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from quotecheck.archive.index.shingles import Hit
from quotecheck.archive.rows import StoredQuote
from quotecheck.archive.sources.places import STEP, WINDOW
from quotecheck.model import Span

__all__ = ["Passage", "passages", "uncovered"]


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


def _grown(windows: list[Passage], best: int, most: int) -> tuple[int, int]:
    """Return the run of at most ``most`` overlapping windows around the best one, by the better neighbour."""
    first = last = best
    while last - first + 1 < most:
        sides = [
            (windows[side].score, side)
            for side, next_to in ((first - 1, first), (last + 1, last))
            if 0 <= side < len(windows) and windows[side].place.overlaps(windows[next_to].place)
        ]
        if not sides:
            break
        _, side = max(sides)
        first, last = min(first, side), max(last, side)
    return first, last


def _of_source(windows: list[Passage], most: int) -> list[Passage]:
    found: list[Passage] = []
    for best in sorted(range(len(windows)), key=lambda i: -windows[i].score):
        # What overlaps a better passage would only show the same place again.
        if any(windows[best].place.overlaps(passage.place) for passage in found):
            continue
        first, last = _grown(windows, best, most)
        place = Span(windows[first].place.start, windows[last].place.end)
        found.append(Passage(windows[best].source_id, place, windows[best].score))
    return found


def passages(hits: Iterable[Hit], length: int) -> list[Passage]:
    """Return the places in sources that may say a text of ``length`` words, each as one stretch.

    A text as short as the overlap of two windows lies in one of them; for a longer one neighbours are joined.
    """
    most = 1 if length <= WINDOW - STEP else 2 + (length - WINDOW + STEP) // STEP
    by_source = groupby(_windows(hits), key=lambda window: window.source_id)
    return [passage for _, windows in by_source for passage in _of_source(list(windows), most)]


def uncovered(found: Sequence[Passage], quotes: Sequence[tuple[float, StoredQuote]]) -> list[Passage]:
    """Leave out the passages in which an archived quote stands that scores at least as well."""
    return [
        passage
        for passage in found
        if not any(
            quote.source_id == passage.source_id
            and quote.place is not None
            and quote.place.overlaps(passage.place)
            and score >= passage.score
            for score, quote in quotes
        )
    ]

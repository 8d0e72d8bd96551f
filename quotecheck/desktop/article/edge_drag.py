"""Moving an edge of the selected quotation, by the mouse or a word at a time; no widgets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quotecheck.model import Span

__all__ = ["EdgeDrag", "moved_by_word"]

_WORD = re.compile(r"\S+")
_MARKS = "“”„‟«»‹›\"'‘’"


@dataclass(frozen=True, slots=True)
class EdgeDrag:
    """An edge that is held: the span as it was, whether its start is held, and where it is now.

    Positions are in the units of whoever drags; the two edges never meet.
    """

    before: Span
    is_start: bool
    at: int

    def moved_to(self, position: int) -> EdgeDrag:
        """Return the drag with its edge at ``position``."""
        return replace(self, at=position)

    @property
    def span(self) -> Span:
        """What the quotation would be if the edge were let go here."""
        if self.is_start:
            return Span(min(self.at, self.before.end - 1), self.before.end)
        return Span(self.before.start, max(self.at, self.before.start + 1))


def _paragraph(text: str, span: Span) -> Span:
    """Return the line around a span: one press never carries an edge out of its paragraph."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _neighbour(edges: list[int], now: int, by: int) -> int:
    """Return the edge next to ``now`` in the direction of ``by``; ``now`` itself where there is none."""
    if by > 0:
        return min((edge for edge in edges if edge > now), default=now)
    return max((edge for edge in edges if edge < now), default=now)


def _without_marks(text: str, word: Span) -> Span:
    start, end = word
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end) if start < end else word


def moved_by_word(text: str, span: Span, *, is_start: bool, by: int) -> Span:
    """Return ``span`` with one edge a word further on (``by`` 1) or back (-1), as far as there is one."""
    room = _paragraph(text, span)
    found = _WORD.finditer(text, room.start, room.end)
    words = [_without_marks(text, Span(*word.span())) for word in found]
    if is_start:
        starts = [word.start for word in words if word.start < span.end]
        return Span(_neighbour(starts, span.start, by), span.end)
    ends = [word.end for word in words if word.end > span.start]
    return Span(span.start, _neighbour(ends, span.end, by))

"""The raw words that a change covers, in whole words and no more of them than differ."""

from __future__ import annotations

from quotecheck.checking.equivalence import Terms
from quotecheck.model import Span

__all__ = ["covered", "trimmed"]


def _words_of(text: str, span: Span, head: int, tail: int) -> Span:
    start, end = span
    for _ in range(head):
        start += len(text[start:end].split(None, 1)[0])
        start += len(text[start:end]) - len(text[start:end].lstrip())
    for _ in range(tail):
        end -= len(text[start:end].rsplit(None, 1)[-1])
        end -= len(text[start:end]) - len(text[start:end].rstrip())
    return Span(start, end)


def _with_sign(text: str, span: Span) -> Span:
    return Span(span.start, span.end + (text[span.end : span.end + 1] == "%"))


def covered(found: Terms, start: int, end: int, first: int) -> Span:
    """The code points of terms [start, end); where there are none, the gap's place from ``first`` on."""
    if start < end:
        return Span(found.spans[start].start, found.spans[end - 1].end)
    if not found:
        return Span(0, 0)
    place = found.spans[start - 1].end if start > first else found.spans[min(start, len(found) - 1)].start
    return Span(place, place)


def trimmed(text: str, span: Span, other_text: str, other: Span) -> tuple[Span, Span]:
    """Take off the words that both sides begin or end with; a word glued to a changed one ("$5") stays."""
    left, right = span.of(text).split(), other.of(other_text).split()
    if not left or not right:
        return span, other
    head = 0
    while head < min(len(left), len(right)) - 1 and left[head].casefold() == right[head].casefold():
        head += 1
    tail = 0
    while (
        tail < min(len(left), len(right)) - head - 1
        and left[-1 - tail].casefold() == right[-1 - tail].casefold()
    ):
        tail += 1
    ends = _words_of(text, span, head, tail), _words_of(other_text, other, head, tail)
    if "%" in (text[ends[0].end : ends[0].end + 1], other_text[ends[1].end : ends[1].end + 1]):
        return _with_sign(text, ends[0]), _with_sign(other_text, ends[1])
    return ends

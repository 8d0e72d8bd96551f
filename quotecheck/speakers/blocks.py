"""The article as the parser sees it: paragraphs with their long quotations cut down to a few plain words.

A parser trips over long quotations; ``“It is so,” said Smith`` it reads without a fault. Every block keeps
a map from its own text back to the article's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from quotecheck.model import Kind, Quotation, Span
from quotecheck.quotations.paragraphs import paragraphs
from quotecheck.speakers.datelines import after_dateline

__all__ = ["Block", "Slot", "blocks", "last_sentences"]

_PLACEHOLDER = "It is so"
_KEPT_WORDS = 12
_LONGEST = 2000
_SENTENCE_END = re.compile(r"[.!?…][”’\"')]*\s+(?=\S)")
_SENTENCE_INSIDE = re.compile(r"[.!?…]\s+\S")
_SIGNED = re.compile(r"-{1,2}\s?[A-Z]")
_CLOSING = frozenset(",.!?;:…")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a quotation stands in its block: ``content`` without the marks, ``marked`` with them."""

    index: int
    content: Span
    marked: Span


@dataclass(frozen=True, slots=True)
class Block:
    """One or more paragraphs that read as one; ``text`` is what is parsed.

    ``starts`` and ``origins`` map it to the article: what begins at ``starts[i]`` stands at ``origins[i]``
    there. ``first`` is the number of its first paragraph, ``span`` the part of the article that it covers.
    """

    text: str
    span: Span
    first: int
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    slots: tuple[Slot, ...]

    def to_article(self, span: Span) -> Span:
        """Return the article's span of a span of the block that lies outside the shortened quotations."""
        first = bisect_right(self.starts, span.start) - 1
        last = bisect_right(self.starts, span.end - 1, first) - 1
        moved = self.origins[last] - self.starts[last]
        return Span(self.origins[first] - self.starts[first] + span.start, moved + span.end)


class _Builder:
    """Collects the pieces of a block's text and where each came from."""

    def __init__(self, article: str) -> None:
        self.article = article
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.length = 0

    def add(self, words: str, origin: int) -> None:
        if words:
            self.parts.append(words)
            self.starts.append(self.length)
            self.origins.append(origin)
            self.length += len(words)

    def copy(self, start: int, end: int) -> None:
        self.add(re.sub(r"\s", " ", self.article[start:end]), start)


def _shortened(quotation: Quotation) -> str | None:
    """Return the words that stand for a quotation, None where it stays as it is."""
    text = quotation.text.rstrip()
    words = text.split()
    if not quotation.kind.is_speech or not words:
        return None
    closing = text[-1] if text[-1] in _CLOSING else ""
    if quotation.kind is Kind.FRAGMENT and not _SENTENCE_INSIDE.search(text):
        return None if len(words) <= _KEPT_WORDS else " ".join(words[:_KEPT_WORDS]).rstrip(",;:") + closing
    return _PLACEHOLDER + closing


def _fill(builder: _Builder, span: Span, quotations: Sequence[tuple[int, Quotation]]) -> list[Slot]:
    slots: list[Slot] = []
    at = span.start
    for index, quotation in quotations:
        if quotation.marked.start < at:
            continue  # nested in the one before
        builder.copy(at, quotation.marked.start)
        start = builder.length
        builder.add("“", quotation.marked.start)
        inner = builder.length
        short = _shortened(quotation)
        if short is None:
            builder.copy(*quotation.span)
        else:
            builder.add(short, quotation.span.start)
        content = Span(inner, builder.length)
        builder.add("”", max(quotation.marked.end - 1, quotation.span.start))
        slots.append(Slot(index, content, Span(start, builder.length)))
        at = quotation.marked.end
    builder.copy(at, span.end)
    return slots


def _reads_on(text: str, before: Span, after: Span, quoted_at: frozenset[int]) -> bool:
    """Tell whether a paragraph goes on in the next one: "He said:" and the quotation on its own line."""
    last, first = text[before.end - 1], text[after.start]
    if last in ":,—–-―" and (after.start in quoted_at or first.islower()):
        return True
    signed = first in "—–―" or _SIGNED.match(text, after.start) is not None
    return (first.islower() and last not in ".!?") or (signed and last in '”"’»')


def _cuts(text: str, span: Span, marked: Sequence[Span]) -> list[Span]:
    """Cut a very long paragraph where sentences end outside the quotations, or between two of them."""
    if span.end - span.start <= _LONGEST:
        return [span]
    pieces, start, inside = [], span.start, 0
    for found in _SENTENCE_END.finditer(text, span.start, span.end):
        while inside < len(marked) and marked[inside].end <= found.start():
            inside += 1
        quoted = inside < len(marked) and marked[inside].start < found.end() - 1
        if quoted and marked[inside + 1 : inside + 2]:
            quoted = marked[inside].end > found.end() - 1 or marked[inside + 1].start != found.end()
        if found.end() - start > _LONGEST // 2 and not quoted:
            pieces.append(Span(start, found.end()))
            start = found.end()
    return [*pieces, Span(start, span.end)] if start < span.end else pieces


def blocks(text: str, quotations: Sequence[Quotation]) -> list[Block]:
    """Return the blocks of the article in order; together they cover all of it but the datelines."""
    marked = [quotation.marked for quotation in quotations]
    openers = frozenset(span.start for span in marked)
    groups: list[tuple[int, list[Span]]] = []
    for number, paragraph in enumerate(paragraphs(text)):
        for span in _cuts(text, after_dateline(text, paragraph, number), marked):
            short = bool(groups) and span.end - groups[-1][1][0].start <= _LONGEST
            if short and _reads_on(text, groups[-1][1][-1], span, openers):
                groups[-1][1].append(span)
            else:
                groups.append((number, [span]))
    return [_block(text, first, spans, quotations) for first, spans in groups]


def last_sentences(block: Block, count: int) -> Block:
    """Return the end of a block: ``count`` of its sentences, those that end inside quotations not counted."""
    ends = [
        found.end()
        for found in _SENTENCE_END.finditer(block.text)
        if not any(slot.marked.start < found.end() < slot.marked.end for slot in block.slots)
    ]
    if len(ends) < count:
        return block
    return _from(block, ends[-count])


def _moved(span: Span, back: int) -> Span:
    return Span(span.start - back, span.end - back)


def _from(block: Block, cut: int) -> Block:
    first = bisect_right(block.starts, cut) - 1
    starts = (0, *(start - cut for start in block.starts[first + 1 :]))
    origins = (block.origins[first] + cut - block.starts[first], *block.origins[first + 1 :])
    slots = tuple(
        Slot(slot.index, _moved(slot.content, cut), _moved(slot.marked, cut))
        for slot in block.slots
        if slot.marked.start >= cut
    )
    return Block(block.text[cut:], Span(origins[0], block.span.end), block.first, starts, origins, slots)


def _block(text: str, first: int, spans: list[Span], quotations: Sequence[Quotation]) -> Block:
    builder = _Builder(text)
    slots = []
    for i, span in enumerate(spans):
        if i:
            builder.add(" ", spans[i - 1].end)
        low = bisect_left(quotations, span.start, key=lambda quotation: quotation.marked.start)
        high = bisect_left(quotations, span.end, key=lambda quotation: quotation.marked.start)
        slots.extend(_fill(builder, span, [(n, quotations[n]) for n in range(low, high)]))
    starts, origins = tuple(builder.starts), tuple(builder.origins)
    whole = Span(spans[0].start, spans[-1].end)
    return Block("".join(builder.parts), whole, first, starts, origins, tuple(slots))

"""Which marks belong together: the pairs of a text, and the marks that have no partner."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from quotecheck.model import Span
from quotecheck.quotations.marks import Mark, Style, find_marks
from quotecheck.quotations.readings import Choice, cheapest_reading

__all__ = ["Pair", "Pairing", "pair_marks"]


class Pair(NamedTuple):
    """The marks of one quotation: the content between them, and the whole with them.

    ``family`` and ``style`` are those of the opening mark. ``goes_on``: it continues the pair before it,
    whose content ends with its paragraph, without a closing mark. ``nested`` are the contents of the pairs
    inside, at any depth.
    """

    content: Span
    marked: Span
    family: str
    style: Style
    goes_on: bool
    nested: tuple[Span, ...]


class Pairing(NamedTuple):
    """What the scan found: the outermost pairs and the marks without a partner, each in text order.

    ``steps`` counts the readings that were weighed.
    """

    pairs: list[Pair]
    strays: list[Mark]
    steps: int


def _by_paragraph(marks: Sequence[Mark], paragraphs: Sequence[Span]) -> list[list[Mark]]:
    grouped: list[list[Mark]] = []
    following = iter(marks)
    mark = next(following, None)
    for paragraph in paragraphs:
        inside: list[Mark] = []
        while mark is not None and mark.span.start < paragraph.end:
            inside.append(mark)
            mark = next(following, None)
        grouped.append(inside)
    return grouped


class _Open(NamedTuple):
    mark: Mark
    goes_on: bool
    nested: list[Span]


def _content(text: str, start: int, end: int) -> Span:
    """Return the range without blanks at its ends; empty where it is nothing but blanks."""
    inside = text[start:end].strip()
    begin = text.index(inside, start) if inside else start
    return Span(begin, begin + len(inside))


class _Builder:
    """Makes the pairs out of a reading's choices, in text order."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.pairs: list[Pair] = []
        self.strays: list[Mark] = []
        self._open: list[_Open] = []

    def take(self, choice: Choice) -> None:
        """Follow one choice of the reading."""
        mark = choice.mark
        if choice.action == "open":
            self._open.append(_Open(mark, False, []))
        elif choice.action == "close":
            self._close(mark.span.start, mark.span.end)
        elif choice.action == "resume":
            self._close_before(mark)
            self._open.append(_Open(mark, True, []))
        elif choice.action == "stray":
            self.strays.append(mark)

    def _close_before(self, mark: Mark) -> None:
        """End what is still open from the paragraph before that of ``mark``."""
        end = self.paragraphs[bisect_right(self.paragraphs, (mark.span.start, len(self.text))) - 2].end
        while self._open and self._open[-1].mark.span.start < end:
            self._close(end, end)

    def _close(self, end: int, marked_end: int) -> None:
        opened = self._open.pop()
        content = _content(self.text, opened.mark.span.end, end)
        if self._open:
            if content.start < content.end:
                self._open[-1].nested.append(content)
            self._open[-1].nested.extend(opened.nested)
        elif content.start < content.end:
            marked = Span(opened.mark.span.start, marked_end)
            nested = tuple(sorted(opened.nested))
            self.pairs.append(Pair(content, marked, *opened.mark.glyph, opened.goes_on, nested))


def pair_marks(text: str, paragraphs: Sequence[Span]) -> Pairing:
    """Pair the quotation marks of ``text``, whose ``paragraphs`` are given in order."""
    chain, steps = cheapest_reading(text, _by_paragraph(find_marks(text), paragraphs), paragraphs)
    builder = _Builder(text, paragraphs)
    for choice in chain:
        builder.take(choice)
    return Pairing(builder.pairs, builder.strays, steps)

"""The one scan that pairs quotation marks: the cheapest reading of all marks of a text together.

Every mark is opened, closed, passed over as an apostrophe or a measure, or left as a stray. A reading costs
the sum of its choices (see ``marks``), and the cheapest is found by dynamic programming over the marks
(Viterbi's algorithm, 1967). The state is the short stack of marks that are open, so the work is linear in the
number of marks. A paragraph ends with nothing open, except where the next one starts with an opening mark:
that is how a quotation over several paragraphs is set. A pair that merely runs across a paragraph break is
dearer than one stray mark, and cheaper than two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from quotecheck.model import Span
from quotecheck.quotations.marks import GLYPHS, NEVER, Mark, Shape, Style, find_marks

__all__ = ["Pair", "Pairing", "pair_marks"]

_DEPTH = 3
_STRAY_INSIDE = 0.5  # a stray is likelier outside a quotation than in it
_SAME_FAMILY = 1.0  # “A "B" C” instead of “A ‘B’ C”
_SAME_FORM = 1.5  # “A “B” C”
_SAME_STRAIGHT = 2.0  # "A "B" C"
_MIXED = 1.0  # a straight and a curly mark as a pair
_RUN_ON = 0.5
_UNFINISHED = 1.5  # a paragraph that goes on in the next one, but stops in mid-sentence
_DEAREST_RESUMPTION = 1.2
_CARRIED = (
    6.0  # a quotation that goes on in a paragraph without an opening mark: dearer than a lone inch mark there
)
_HOPELESS = 12.0  # readings that are so much dearer than the best are given up
_FINISHED = frozenset(".!?…—–:;,)]\"'”’")

_Stack = tuple[str, ...]
_Action = Literal["open", "close", "plain", "stray", "resume"]


class Pair(NamedTuple):
    """A quotation's marks: the content between them, and the whole with them.

    ``family`` is that of the marks. ``goes_on``: it continues the pair before it, whose content ends with its
    paragraph, without a closing mark. ``nested`` are the contents of the pairs inside, at any depth.
    """

    content: Span
    marked: Span
    family: str
    goes_on: bool
    nested: tuple[Span, ...]


class Pairing(NamedTuple):
    """What the scan found: the outermost pairs and the marks without a partner, each in text order.

    ``steps`` counts the readings that were weighed.
    """

    pairs: list[Pair]
    strays: list[Mark]
    steps: int


class _Choice(NamedTuple):
    """One step of a reading, chained to the steps before it."""

    before: _Choice | None
    action: _Action
    mark: Mark


class _Reading(NamedTuple):
    cost: float
    last: _Choice | None


_Readings = dict[_Stack, _Reading]


@cache
def _mixed(opening: str, closing: str) -> float:
    """Return what it adds that these two forms make a pair; ``NEVER`` where they cannot."""
    left, right = GLYPHS[opening], GLYPHS[closing]
    if left.family != right.family or Style.LOW is right.style:
        return NEVER
    if left.style is Style.GUILLEMET_LEFT and right.style is Style.GUILLEMET_LEFT:
        return NEVER
    straight = [glyph.style is Style.STRAIGHT for glyph in (left, right)]
    if straight[0] == straight[1] or opening in ("`", "``"):
        return 0
    return _MIXED


def _closing_cost(opening: str, mark: Mark) -> float:
    """Return what it costs that ``mark`` closes what ``opening`` opened."""
    left, right = GLYPHS[opening], mark.glyph
    turned = (left.style, right.style)
    if left.family == right.family and turned in (
        (Style.LOW, Style.LEFT),
        (Style.GUILLEMET_RIGHT, Style.GUILLEMET_LEFT),
    ):
        return 0 if mark.shape is Shape.CLOSE else 0.3
    return mark.closing + _mixed(opening, mark.form)


@cache
def _nesting_cost(top: str, form: str) -> float:
    outer, inner = GLYPHS[top], GLYPHS[form]
    if outer.family != inner.family:
        return 0
    if outer.style is not inner.style:
        return _SAME_FAMILY
    return _SAME_STRAIGHT if inner.style is Style.STRAIGHT else _SAME_FORM


def _choices(stack: _Stack, mark: Mark) -> Iterator[tuple[_Action, _Stack, float]]:
    yield "plain", stack, mark.plain
    if stack:
        yield "close", stack[:-1], _closing_cost(stack[-1], mark)
    if len(stack) < _DEPTH:
        yield (
            "open",
            (*stack, mark.form),
            mark.opening + (_nesting_cost(stack[-1], mark.form) if stack else 0),
        )
    yield "stray", stack, mark.stray + (_STRAY_INSIDE if stack else 0)


def _weigh(readings: _Readings, mark: Mark) -> tuple[_Readings, int]:
    """Extend every reading by ``mark``, keeping the cheapest for each stack; return also the steps taken."""
    extended: _Readings = {}
    steps = 0
    for stack, reading in readings.items():
        for action, stacked, cost in _choices(stack, mark):
            steps += 1
            total = reading.cost + cost
            known = extended.get(stacked)
            if total < NEVER and (known is None or total < known.cost):
                extended[stacked] = _Reading(total, _Choice(reading.last, action, mark))
    return extended, steps


def _resume(readings: _Readings, mark: Mark) -> tuple[_Readings, int]:
    """Like ``_weigh``, for a paragraph's first mark, which takes up what the last paragraph left open."""
    extended, steps = _weigh({(): readings[()]}, mark)
    for stack, reading in readings.items():
        resumed = _Reading(reading.cost + _RUN_ON, _Choice(reading.last, "resume", mark))
        known = extended.get((mark.form,))
        if stack and (known is None or resumed.cost < known.cost):
            extended[mark.form,] = resumed
            steps += 1
    return extended, steps


def _promising(readings: _Readings) -> _Readings:
    """Drop what is hopeless, but never the reading with nothing open: only that one always comes to an end."""
    best = min(reading.cost for reading in readings.values())
    return {
        stack: reading for stack, reading in readings.items() if not stack or reading.cost <= best + _HOPELESS
    }


def _at_paragraph_end(
    readings: _Readings, following: Sequence[Mark], *, resumes: bool, finished: bool
) -> _Readings:
    """Keep what may stand at the end of a paragraph; ``following`` are the marks of the next one.

    ``resumes``: the next paragraph starts with the first of those; ``finished``: this one ends like a sentence.
    """
    kept: _Readings = {(): readings[()]}
    for stack, reading in readings.items():
        if len(stack) != 1:
            continue
        mark = next((mark for mark in following if mark.glyph.family == GLYPHS[stack[0]].family), None)
        if mark is None:
            continue
        if resumes and mark is following[0] and mark.opening <= _DEAREST_RESUMPTION:
            kept[stack] = _Reading(reading.cost + _UNFINISHED * (not finished), reading.last)
        elif not resumes and mark.shape is Shape.CLOSE and mark.closing == 0:
            kept[stack] = _Reading(reading.cost + _CARRIED, reading.last)
    return kept


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


def _cheapest(
    text: str, grouped: Sequence[Sequence[Mark]], paragraphs: Sequence[Span]
) -> tuple[list[_Choice], int]:
    """Return the cheapest reading, choice by choice, and the number of steps that it took to find it."""
    readings: _Readings = {(): _Reading(0, None)}
    steps = 0
    resumes = False
    for i, (paragraph, marks) in enumerate(zip(paragraphs, grouped, strict=True)):
        for j, mark in enumerate(marks):
            readings, taken = _resume(readings, mark) if resumes and j == 0 else _weigh(readings, mark)
            readings = _promising(readings)
            steps += taken
        following = grouped[i + 1] if i + 1 < len(grouped) else ()
        resumes = bool(following) and following[0].span.start == paragraphs[i + 1].start
        finished = text[paragraph.end - 1] in _FINISHED
        readings = _at_paragraph_end(readings, following, resumes=resumes, finished=finished)
    chain: list[_Choice] = []
    last = readings[()].last
    while last is not None:
        chain.append(last)
        last = last.before
    return chain[::-1], steps


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

    def take(self, choice: _Choice) -> None:
        """Follow one choice of the reading."""
        mark = choice.mark
        if choice.action == "open":
            self._open.append(_Open(mark, False, []))
        elif choice.action == "close":
            self._close(mark.span.start, mark.span.end)
        elif choice.action == "resume":
            end = self.paragraphs[bisect_left(self.paragraphs, (mark.span.start,)) - 1].end
            self._close(end, end)
            self._open.append(_Open(mark, True, []))
        elif choice.action == "stray":
            self.strays.append(mark)

    def _close(self, end: int, marked_end: int) -> None:
        opened = self._open.pop()
        content = _content(self.text, opened.mark.span.end, end)
        if self._open:
            if content.start < content.end:
                self._open[-1].nested.append(content)
            self._open[-1].nested.extend(opened.nested)
        elif content.start < content.end:
            marked = Span(opened.mark.span.start, marked_end)
            family = opened.mark.glyph.family
            self.pairs.append(Pair(content, marked, family, opened.goes_on, tuple(sorted(opened.nested))))


def pair_marks(text: str, paragraphs: Sequence[Span]) -> Pairing:
    """Pair the quotation marks of ``text``, whose ``paragraphs`` are given in order."""
    chain, steps = _cheapest(text, _by_paragraph(find_marks(text), paragraphs), paragraphs)
    builder = _Builder(text, paragraphs)
    for choice in chain:
        builder.take(choice)
    return Pairing(builder.pairs, builder.strays, steps)

"""The cheapest reading of all quotation marks of a text together.

Every mark is opened, closed, passed over as an apostrophe or a measure, or left as a stray. A reading costs
the sum of its choices (see ``marks``), and the cheapest is found by dynamic programming over the marks
(Viterbi's algorithm, 1967). The state is the short stack of marks that are open, so the work is linear in the
number of marks. A paragraph ends with nothing open, except where the next one starts with an opening mark:
that is how a quotation over several paragraphs is set. A pair that merely runs across a paragraph break is
dearer than one stray mark, and cheaper than two.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from quotecheck.model import Span
from quotecheck.quotations.marks import GLYPHS, NEVER, Mark, Shape, Style

__all__ = ["Choice", "cheapest_reading"]

_DEPTH = 3
_STRAY_INSIDE = 0.5  # a stray is likelier outside a quotation than in it
_SAME_FAMILY = 1.0  # “A "B" C” instead of “A ‘B’ C”
_SAME_FORM = 1.5  # “A “B” C”
_SAME_STRAIGHT = 2.0  # "A "B" C"
_MIXED = 1.0  # a straight and a curly mark as a pair
_RUN_ON = 0.5
_UNFINISHED = 1.5  # a paragraph that goes on in the next one, but stops in mid-sentence
_DEEPEST_RESUMPTION = 2
_DEAREST_RESUMPTION = 1.2
_CARRIED = 6.0  # a pair across a paragraph break
_HOPELESS = 12.0  # readings that are so much dearer than the best are given up
_MOST_READINGS = 8  # kept after a mark; ordinary text has three or four
_AWAITED = "~"  # before a form: open in the last paragraph, still to be taken up in this one
_FINISHED = frozenset(".!?…—–:;,)]\"'”’")

_Stack = tuple[str, ...]
_Action = Literal["open", "close", "plain", "stray", "resume"]


class Choice(NamedTuple):
    """One step of a reading, chained to the steps before it."""

    before: Choice | None
    action: _Action
    mark: Mark


class _Reading(NamedTuple):
    cost: float
    last: Choice | None


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


def _taken_up(stack: _Stack, mark: Mark) -> _Stack:
    """Return the stack after a paragraph's first mark has taken up the outermost of what was open."""
    # French prints » before each further paragraph, and closes with » all the same.
    form = stack[0] if mark.glyph.style is Style.GUILLEMET_RIGHT else mark.form
    return (form, *(_AWAITED + inner for inner in stack[1:]))


def _choices(stack: _Stack, mark: Mark, *, resumes: bool) -> Iterator[tuple[_Action, _Stack, float]]:
    if stack and resumes:
        yield "resume", _taken_up(stack, mark), _RUN_ON
        return
    if stack and stack[-1][0] == _AWAITED:
        yield "resume", (*stack[:-1], mark.form), _RUN_ON
        return
    yield "plain", stack, mark.plain
    if stack:
        yield "close", stack[:-1], _closing_cost(stack[-1], mark)
    if len(stack) < _DEPTH:
        nesting = _nesting_cost(stack[-1], mark.form) if stack else 0
        yield "open", (*stack, mark.form), mark.opening + nesting
    yield "stray", stack, mark.stray + (_STRAY_INSIDE if stack else 0)


def _weigh(readings: _Readings, mark: Mark, *, resumes: bool) -> tuple[_Readings, int]:
    """Extend every reading by ``mark``, keeping the cheapest for each stack; return also the steps taken.

    ``resumes``: a paragraph starts with the mark, and it takes up what the last one left open.
    """
    extended: _Readings = {}
    steps = 0
    for stack, reading in readings.items():
        for action, stacked, cost in _choices(stack, mark, resumes=resumes):
            steps += 1
            total = reading.cost + cost
            known = extended.get(stacked)
            if total < NEVER and (known is None or total < known.cost):
                extended[stacked] = _Reading(total, Choice(reading.last, action, mark))
    return extended, steps


def _promising(readings: _Readings) -> _Readings:
    """Drop what is hopeless, but not the reading with nothing open: only that can always be ended."""
    best = min(reading.cost for reading in readings.values())
    kept = {
        stack: reading for stack, reading in readings.items() if not stack or reading.cost <= best + _HOPELESS
    }
    if len(kept) <= _MOST_READINGS:
        return kept
    cheapest = heapq.nsmallest(_MOST_READINGS, kept.items(), key=lambda item: item[1].cost)
    return {(): kept[()]} | dict(cheapest)


def _may_resume(stack: _Stack, following: Sequence[Mark]) -> bool:
    """Tell whether the marks that the next paragraph starts with open again all that is open."""
    leading = following[: len(stack)]
    if len(leading) < len(stack) or len(stack) > _DEEPEST_RESUMPTION or stack[-1][0] == _AWAITED:
        return False
    joined = all(mark.span.end == after.span.start for mark, after in itertools.pairwise(leading))
    return joined and all(
        GLYPHS[form].family == mark.glyph.family
        and (mark.opening <= _DEAREST_RESUMPTION or mark.glyph.style is Style.GUILLEMET_RIGHT)
        for form, mark in zip(stack, leading, strict=True)
    )


def _may_be_carried(stack: _Stack, following: Sequence[Mark]) -> bool:
    """Tell whether what is open can be closed by the first mark of its family in the next paragraph."""
    family = GLYPHS[stack[0]].family
    mark = next((mark for mark in following if mark.glyph.family == family), None)
    return len(stack) == 1 and mark is not None and mark.shape is Shape.CLOSE and mark.closing == 0


def _at_paragraph_end(
    readings: _Readings, following: Sequence[Mark], *, resumes: bool, finished: bool
) -> _Readings:
    """Keep what may stand at the end of a paragraph; ``following`` are the marks of the next one.

    ``resumes``: the next paragraph starts with the first of those. ``finished``: this one ends as a sentence.
    """
    kept: _Readings = {(): readings[()]}
    for stack, reading in readings.items():
        if not stack:
            continue
        if resumes and _may_resume(stack, following):
            kept[stack] = _Reading(reading.cost + _UNFINISHED * (not finished), reading.last)
        elif not resumes and _may_be_carried(stack, following):
            kept[stack] = _Reading(reading.cost + _CARRIED, reading.last)
    return kept


def cheapest_reading(
    text: str, grouped: Sequence[Sequence[Mark]], paragraphs: Sequence[Span]
) -> tuple[list[Choice], int]:
    """Return the cheapest reading, choice by choice, and the number of steps that it took to find it."""
    readings: _Readings = {(): _Reading(0, None)}
    steps = 0
    resumes = False
    for i, (paragraph, marks) in enumerate(zip(paragraphs, grouped, strict=True)):
        for j, mark in enumerate(marks):
            readings, taken = _weigh(readings, mark, resumes=resumes and j == 0)
            readings = _promising(readings)
            steps += taken
        following = grouped[i + 1] if i + 1 < len(grouped) else ()
        resumes = bool(following) and following[0].span.start == paragraphs[i + 1].start
        finished = text[paragraph.end - 1] in _FINISHED
        readings = _at_paragraph_end(readings, following, resumes=resumes, finished=finished)
    chain: list[Choice] = []
    last = readings[()].last
    while last is not None:
        chain.append(last)
        last = last.before
    return chain[::-1], steps

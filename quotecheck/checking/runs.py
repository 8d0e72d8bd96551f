"""Finds the runs of words in which a printed and an archived text agree.

Each text is a string of one code point a term, so that rapidfuzz compares them whole:
``partial_ratio_alignment`` finds the window of the archived text, ``Levenshtein`` what agrees in it. Where
that finds little, clauses are looked for one by one, and the longest common subsequence.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from quotecheck.checking.gaps import Run, heaviest_runs, joined_runs
from quotecheck.checking.printed import Printed, is_content

__all__ = ["Laid", "agreement_runs"]

_FOUND_ELSEWHERE = 80.0
_MARGIN = 12
_SHORTEST_CLAUSE = 3
_ENOUGH = 0.75
_CLEARLY = 0.05
_ANCHOR = 3
_ANCHOR_WEIGHT = 1.5


class Laid(NamedTuple):
    """The agreeing runs, and the window, which is wider than they where words were moved from beyond them."""

    runs: list[Run]
    start: int
    end: int


def _runs(printed: str, archived: str, offset: int) -> list[Run]:
    return [
        Run(op.src_start, op.dest_start + offset, op.src_end - op.src_start)
        for op in Levenshtein.opcodes(printed, archived)
        if op.tag == "equal"
    ]


def _gathered(runs: list[Run], printed: str, archived: str) -> list[Run]:
    """Move a short run that stands alone in a gap to the run after or before it, where it fits as well.

    Of several alignments with as many agreements the one with the fewest gaps is how an editor reads it.
    """
    result = runs[:]
    i = 0
    while i < len(result):
        p, a, length = result[i]
        if length <= 3 and i + 1 < len(result):
            after = result[i + 1]
            start = after.a - length
            if after.p == p + length and start > a and archived[start : after.a] == printed[p : after.p]:
                result[i : i + 2] = [Run(p, start, length + after.length)]
                i = max(0, i - 1)
                continue
        if length <= 3 and i > 0:
            before = result[i - 1]
            start = before.a + before.length
            if (
                before.p + before.length == p
                and start < a
                and archived[start : start + length] == printed[p : p + length]
            ):
                result[i - 1 : i + 1] = [Run(before.p, before.a, before.length + length)]
                continue
        i += 1
    return result


def _parted(runs: list[Run], printed: Printed, archived: str) -> list[Run]:
    """Give the words after a printed "…" to the run that follows, where they stand before it, too.

    Else "fight … on safety" would read as "fight on …", with the archive's first "on", and "safety" adrift.
    """
    result = runs[:]
    for i, (run, after) in enumerate(pairwise(runs)):
        end = run.p + run.length
        gap = next((gap for gap in sorted(printed.ellipses) if run.p < gap < end == after.p), end)
        start = after.a - (end - gap)
        if gap < end and start >= run.a + run.length and archived[start : after.a] == printed.code[gap:end]:
            result[i] = result[i]._replace(length=gap - result[i].p)
            result[i + 1] = Run(gap, start, after.length + end - gap)
    return result


def _run_weight(printed: Printed, run: Run) -> float:
    return sum(printed.weights[run.p : run.p + run.length])


def _without_strays(runs: list[Run], printed: Printed) -> list[Run]:
    """Drop runs at either edge that are too light for the distance at which they were found."""
    kept = runs[:]
    for edge, neighbour in ((0, 1), (-1, -2)):
        while len(kept) > 1:
            outer, inner = kept[edge], kept[neighbour]
            first, second = (outer, inner) if edge == 0 else (inner, outer)
            printed_gap = second.p - first.p - first.length
            archive_gap = second.a - first.a - first.length
            allowed = 1.5 + 2.5 * _run_weight(printed, outer)
            disclosed = any(gap in printed.ellipses for gap in range(first.p + first.length, second.p + 1))
            if disclosed or max(archive_gap - printed_gap, printed_gap - archive_gap - 2, 0) <= allowed:
                break
            kept.pop(edge)
    return kept


def _window(printed: str, archived: str) -> tuple[int, int]:
    if len(archived) <= len(printed):
        return 0, len(archived)
    found = fuzz.partial_ratio_alignment(printed, archived)
    return (found.dest_start, found.dest_end) if found else (0, len(archived))


def _found_elsewhere(
    printed: Printed, run: tuple[int, int], archived: str, window: tuple[int, int]
) -> tuple[int, int]:
    """Widen ``window`` to where printed terms ``run``, unmatched at its edge, stand in the same text."""
    beside_ellipsis = run[0] in printed.ellipses or run[1] in printed.ellipses
    length = run[1] - run[0]
    heavy = sum(printed.weights[run[0] : run[1]]) >= 1.5
    if not length or not (beside_ellipsis or (length >= 3 and heavy)):
        return window
    part = printed.code[run[0] : run[1]]
    low, high = window
    for offset, side in (
        ((high, archived[high:]), (0, archived[:low]))
        if run[0] > 0
        else ((0, archived[:low]), (high, archived[high:]))
    ):
        if len(side) < length:
            continue
        at = side.rfind(part) if offset == 0 else side.find(part)
        if (
            at < 0
            and length >= 3
            and (found := fuzz.partial_ratio_alignment(part, side, score_cutoff=_FOUND_ELSEWHERE))
        ):
            at = found.dest_start
        if at >= 0:
            return min(low, offset + at), max(high, min(offset + at + length, len(archived)))
    return window


def _anchors(runs: list[Run], printed: Printed) -> list[Run]:
    """Return the runs that are too long to stand where they do by chance."""
    return [run for run in runs if run.length >= _ANCHOR and _run_weight(printed, run) >= _ANCHOR_WEIGHT]


def _refined(printed: Printed, archived: str, runs: list[Run]) -> list[Run]:
    """Find what agrees in the gaps between, before and after the long ones of ``runs``."""
    first, last = runs[0], runs[-1]
    count = len(printed.code)
    tail = count - last.p - last.length
    end = Run(count, min(len(archived), last.a + last.length + tail + 1), 0)
    found: list[Run] = []
    p, a = 0, max(0, first.a - first.p - 1)
    for run in [*(_anchors(runs, printed) or runs), end]:
        inside = heaviest_runs(printed.code[p : run.p], archived[a : run.a], printed.weights[p : run.p])
        found += [
            Run(p + own.p, a + own.a, own.length)
            for own in inside
            if own.length > 1 or is_content(printed.keys[p + own.p]) or _beside(own, p, a, run, runs)
        ]
        if run.length:
            found.append(run)
        p, a = run.p + run.length, run.a + run.length
    return joined_runs(found)


def _beside(own: Run, p: int, a: int, following: Run, runs: list[Run]) -> bool:
    """Tell whether a small word is the first printed, touches a long agreement, or stood alone before."""
    placed = Run(p + own.p, a + own.a, 1)
    return (
        placed.p == 0
        or (own.p == 0 and own.a == 0)
        or (placed.p + 1, placed.a + 1) == following[:2]
        or placed in runs
    )


def _laid_between(printed: Printed, archived: str, low: int, high: int) -> list[Run]:
    runs = _runs(printed.code, archived[low:high], low)
    gathered = _gathered(runs, printed.code, archived)
    kept = _without_strays(_parted(gathered, printed, archived), printed)
    return _refined(printed, archived, kept) if kept else []


def _best(printed: Printed, archived: str) -> Laid | None:
    low, high = _window(printed.code, archived)
    margin = _MARGIN + len(printed.code)
    runs = _laid_between(printed, archived, max(0, low - margin), min(len(archived), high + margin))
    if not runs:
        return None
    window = (runs[0].a, runs[-1].a + runs[-1].length)
    end = runs[-1].p + runs[-1].length
    wider = _found_elsewhere(printed, (0, runs[0].p), archived, window)
    wider = _found_elsewhere(printed, (end, len(printed.code)), archived, wider)
    if wider == window:
        return Laid(runs, *window)
    again = _laid_between(printed, archived, *wider)
    if sum(run.length for run in again) > sum(run.length for run in runs):
        return Laid(again, again[0].a, again[-1].a + again[-1].length)
    return Laid(runs, *wider)


def _in_order(located: list[Run], printed: Printed) -> list[Run]:
    """Return the heaviest chain of runs that stand in the same order on both sides."""
    chains: list[tuple[float, list[Run]]] = []
    for run in located:
        before = [chain for chain in chains if chain[1][-1].a + chain[1][-1].length <= run.a]
        best = max(before, key=lambda chain: chain[0], default=(0.0, list[Run]()))
        chains.append((best[0] + _run_weight(printed, run), [*best[1], run]))
    return max(chains, key=lambda chain: chain[0])[1]


def _by_clauses(printed: Printed, archived: str) -> Laid | None:
    """Find every clause where it stands: Levenshtein cannot follow clauses into another order."""
    located = [
        Run(start, at, end - start)
        for start, end in printed.clauses
        if end - start >= _SHORTEST_CLAUSE and (at := archived.find(printed.code[start:end])) >= 0
    ]
    if len(located) < 2:
        return None
    start = min(run.a for run in located)
    return Laid(_in_order(located, printed), start, max(run.a + run.length for run in located))


def _by_subsequence(printed: Printed, archived: str, low: int, high: int) -> Laid | None:
    """Find the most words in the same order: a sentence turned to the passive keeps its phrases."""
    found = [
        Run(op.src_start, op.dest_start + low, op.src_end - op.src_start)
        for op in LCSseq.opcodes(printed.code, archived[low:high])
        if op.tag == "equal"
    ]
    runs = _without_strays(_gathered(found, printed.code, archived), printed)
    return Laid(runs, runs[0].a, runs[-1].a + runs[-1].length) if runs else None


def _solidity(printed: Printed, laid: Laid | None) -> float:
    """How much agrees, words that stand alone in their agreement counting half."""
    return (
        sum(_run_weight(printed, run) * (1.0 if run.length > 1 else 0.5) for run in laid.runs)
        if laid
        else 0.0
    )


def agreement_runs(printed: Printed, archived: str) -> Laid | None:
    best = _best(printed, archived)
    if best is None or _solidity(printed, best) >= _ENOUGH * sum(printed.weights):
        return best
    low, high = max(0, best.start - _MARGIN), min(len(archived), best.end + _MARGIN)
    others = (_by_clauses(printed, archived), _by_subsequence(printed, archived, low, high))
    other = max(others, key=lambda laid: _solidity(printed, laid))
    clearly = _solidity(printed, best) + _CLEARLY * sum(printed.weights)
    return other if _solidity(printed, other) > clearly else best

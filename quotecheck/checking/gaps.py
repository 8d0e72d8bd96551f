"""Finds what agrees in a gap between two long agreements: the heaviest words in the same order.

Levenshtein is indifferent between two replacements and an insertion, an agreement and an omission. Here an
agreement counts by its weight, and each interruption costs a little, so that runs stay together. It is the
heaviest chain of matching pairs, found by dynamic programming over the pairs (Hunt & Szymanski 1977).
"""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import LCSseq

__all__ = ["Run", "heaviest_runs", "joined_runs"]

_INTERRUPTION = 0.2
_MOST_PAIRS = 250


class Run(NamedTuple):
    """Printed terms from ``p`` and archived terms from ``a`` on agree for ``length`` terms."""

    p: int
    a: int
    length: int


def _pairs(printed: str, archived: str) -> list[tuple[int, int]]:
    places: dict[str, list[int]] = {}
    for a, code in enumerate(archived):
        places.setdefault(code, []).append(a)
    return [(p, a) for p, code in enumerate(printed) for a in places.get(code, ())]


def _chain(pairs: list[tuple[int, int]], weights: list[float]) -> list[tuple[int, int]]:
    """Return the heaviest chain of ``pairs`` that goes forward on both sides."""
    totals: list[float] = []
    before: list[int] = []
    for at, (p, a) in enumerate(pairs):
        best, link = 0.0 if p == a == 0 else -_INTERRUPTION, -1
        for earlier in range(at):
            q, b = pairs[earlier]
            if q < p and b < a:
                total = totals[earlier] - (0.0 if p - q == a - b == 1 else _INTERRUPTION)
                if total > best:
                    best, link = total, earlier
        totals.append(best + weights[p])
        before.append(link)
    at = max(range(len(pairs)), key=totals.__getitem__)
    result = []
    while at >= 0:
        result.append(pairs[at])
        at = before[at]
    return result[::-1]


def joined_runs(runs: list[Run]) -> list[Run]:
    """Join runs that touch on both sides."""
    result: list[Run] = []
    for run in runs:
        if result and result[-1].p + result[-1].length == run.p and result[-1].a + result[-1].length == run.a:
            result[-1] = result[-1]._replace(length=result[-1].length + run.length)
        else:
            result.append(run)
    return result


def heaviest_runs(printed: str, archived: str, weights: list[float]) -> list[Run]:
    """Return the agreeing runs of two strings of one code point a term; ``weights``: the printed terms'."""
    if not set(printed) & set(archived):
        return []
    pairs = _pairs(printed, archived)
    if len(pairs) > _MOST_PAIRS:
        return [
            Run(op.src_start, op.dest_start, op.src_end - op.src_start)
            for op in LCSseq.opcodes(printed, archived)
            if op.tag == "equal"
        ]
    return joined_runs([Run(p, a, 1) for p, a in _chain(pairs, weights)])

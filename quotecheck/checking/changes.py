"""The changes between two aligned texts, made to read like an editor's.

A stray agreement of one function word between two changes belongs to them, a word put on the other side of
its neighbour is one change, and an omission that fits in several places is where the "…" is.
"""

from __future__ import annotations

from typing import NamedTuple

from quotecheck.checking.equivalence import Terms
from quotecheck.checking.gaps import Run
from quotecheck.checking.numerals import is_numeral
from quotecheck.checking.printed import Printed, is_content

__all__ = ["Change", "changes_as_laid", "changes_between", "spaced_otherwise"]

_LONGEST_MERGED = 8


class Change(NamedTuple):
    """Printed terms [p0, p1) stand where the archive has terms [a0, a1); either may be empty."""

    p0: int
    p1: int
    a0: int
    a1: int


def spaced_otherwise(printed: Printed, archived: Terms, change: Change) -> bool:
    """Tell whether the two sides are the same letters: "health care" and "healthcare"."""
    left = "".join(printed.keys[change.p0 : change.p1])
    return left != "" and left == "".join(archived.keys[change.a0 : change.a1])


def changes_as_laid(printed: Printed, runs: list[Run], start: int, end: int) -> list[Change]:
    """Return what stands between ``runs`` in the printed terms and archived terms [start, end)."""
    result = []
    p, a = 0, start
    for run in [*runs, Run(len(printed.keys), end, 0)]:
        if run.p > p or run.a > a:
            result.append(Change(p, run.p, a, run.a))
        p, a = run.p + run.length, run.a + run.length
    return result


def _exchanged(before: Change, after: Change, printed: Printed, archived: Terms) -> bool:
    """Tell whether two changes only put the same words on the other side of what stands between them."""
    left = [*printed.keys[before.p0 : before.p1], *printed.keys[after.p0 : after.p1]]
    right = [*archived.keys[before.a0 : before.a1], *archived.keys[after.a0 : after.a1]]
    content = sorted(key for key in left if is_content(key))
    return bool(content) and content == sorted(key for key in right if is_content(key))


def _is_one(before: Change, after: Change, printed: Printed, archived: Terms) -> bool:
    island = printed.keys[before.p1 : after.p0]
    if any(gap in printed.ellipses for gap in range(before.p0, after.p1 + 1)):
        return False
    if any(is_numeral(key) for key in island):
        return False
    if any(spaced_otherwise(printed, archived, change) for change in (before, after)):
        return False
    joined = Change(before.p0, after.p1, before.a0, after.a1)
    if len(island) <= 3 and _exchanged(before, after, printed, archived):
        return True
    both_replace = all(c.p0 < c.p1 and c.a0 < c.a1 for c in (before, after))
    long_enough = len(printed.keys) > 6 or after.p1 - before.p0 <= 3
    short = max(joined.p1 - joined.p0, joined.a1 - joined.a0) <= _LONGEST_MERGED
    return len(island) == 1 and not is_content(island[0]) and both_replace and long_enough and short


def _merged(changes: list[Change], printed: Printed, archived: Terms) -> list[Change]:
    result: list[Change] = []
    for change in changes:
        if result and _is_one(result[-1], change, printed, archived):
            before = result.pop()
            result.append(Change(before.p0, change.p1, before.a0, change.a1))
        else:
            result.append(change)
    return result


def _trimmed(change: Change, printed: Printed, archived: Terms) -> Change:
    """Take off the terms that both sides of a change begin or end with."""
    p0, p1, a0, a1 = change
    while p0 < p1 and a0 < a1 and printed.keys[p0] == archived.keys[a0]:
        p0, a0 = p0 + 1, a0 + 1
    while p0 < p1 and a0 < a1 and printed.keys[p1 - 1] == archived.keys[a1 - 1]:
        p1, a1 = p1 - 1, a1 - 1
    return Change(p0, p1, a0, a1)


def _split_at_ellipsis(change: Change, printed: Printed) -> list[Change]:
    """Part what a "…" swallows from the words that were replaced beside it."""
    p0, p1, a0, a1 = change
    more = (a1 - a0) - (p1 - p0)
    if p0 == p1 or more <= 0:
        return [change]
    if p0 in printed.ellipses:
        return [Change(p0, p0, a0, a0 + more), Change(p0, p1, a0 + more, a1)]
    if p1 in printed.ellipses:
        return [Change(p0, p1, a0, a1 - more), Change(p1, p1, a1 - more, a1)]
    return [change]


def _to_ellipsis(change: Change, printed: Printed, archived: Terms) -> Change:
    """Move an omission that fits in several places to where the "…" is."""
    if change.p0 < change.p1:
        return change
    for step in (1, -1):
        moved = change
        while moved.p0 not in printed.ellipses:
            gone, next_kept = (moved.a0, moved.a1) if step > 0 else (moved.a1 - 1, moved.a0 - 1)
            if not 0 <= next_kept < len(archived) or archived.keys[gone] != archived.keys[next_kept]:
                break
            if not 0 <= moved.p0 + step <= len(printed.keys):
                break
            moved = Change(*(bound + step for bound in moved))
        if moved.p0 in printed.ellipses:
            return moved
    return change


def changes_between(
    printed: Printed, archived: Terms, runs: list[Run], start: int, end: int
) -> tuple[Change, ...]:
    """Return what differs between the printed terms and archived terms [start, end) beside ``runs``."""
    merged = _merged(changes_as_laid(printed, runs, start, end), printed, archived)
    return tuple(
        _to_ellipsis(part, printed, archived)
        for change in merged
        for part in _split_at_ellipsis(_trimmed(change, printed, archived), printed)
    )

"""Words left out of the middle: the two pieces that are left, each standing as it is in the archived text.

Levenshtein may find a part of the second piece in the words left out; the whole piece is what an editor kept.
"""

from __future__ import annotations

from quotecheck.checking.gaps import Run
from quotecheck.checking.printed import Printed

__all__ = ["two_pieces"]

_SHORTEST = 2
_NEAR = 12
_HEAVY = 1.5


def _longest_head(printed: str, archived: str) -> int:
    low, high = 0, len(printed)
    while low < high:
        middle = (low + high + 1) // 2
        if printed[:middle] in archived:
            low = middle
        else:
            high = middle - 1
    return low


def two_pieces(printed: Printed, archived: str) -> list[Run] | None:
    """Return the two runs that the printed words are, with only archived words between them, if they are."""
    code = printed.code
    head = _longest_head(code, archived)
    tail = len(code) - head
    if head < _SHORTEST or tail < _SHORTEST:
        return None
    after = archived.find(code[head:], archived.find(code[:head]) + head)
    if after < 0:
        return None
    before = archived.rfind(code[:head], 0, after)
    lightest = min(sum(printed.weights[:head]), sum(printed.weights[head:]))
    if after - before - head > _NEAR and lightest < _HEAVY:
        return None
    return [Run(0, before, head), Run(head, after, tail)]

"""The same words in another order: a clause moved, a name turned around, who did what to whom exchanged.

Levenshtein sees an insertion and an omission in all of these. Here the archived words are found as a window
that holds the very content words of the printed ones, and laid out by what happened to their order.
"""

from __future__ import annotations

from collections import Counter

from quotecheck.checking.equivalence import Terms
from quotecheck.checking.exchange import person_of
from quotecheck.checking.gaps import Run, joined_runs
from quotecheck.checking.printed import Printed, is_content

__all__ = ["Order", "reordered"]

_LEAST_CONTENT = 2
_LEAST_WORDS = 6
_MOST_EXCHANGED = 6
_LONGEST_TURNED = 14
_MORE_SMALL_WORDS = 4

Order = tuple[list[Run], int, int]
"""The runs that stand where they stood, and the window of archived terms."""


def _window(printed: Printed, archived: Terms, code: str) -> tuple[int, int] | None:
    """Find the archived terms with exactly the printed content words, in their order if anywhere."""
    places = [i for i, key in enumerate(archived.keys) if is_content(key)]
    own = [printed.code[i] for i, key in enumerate(printed.keys) if is_content(key)]
    count = len(own)
    wanted = Counter(own)
    window = None
    for first in range(len(places) - count + 1):
        inside = [code[i] for i in places[first : first + count]]
        if inside[0] in wanted and inside[-1] in wanted and Counter(inside) == wanted:
            found = places[first], places[first + count - 1] + 1
            if inside == own:
                return found
            window = window or found
    return window


def _is_small(key: str, held: set[str]) -> bool:
    return person_of(key) in held and not is_content(key)


def _with_small_words(printed: Printed, archived: Terms, code: str, start: int, end: int) -> tuple[int, int]:
    """Let the window take in the small words at its edges that the printed words hold, too, in whatever case.

    Where the content words stand in their order, an edge takes in no more than the printed words have there:
    the second "I" of "I never promised it; I …" is not the first one moved.
    """
    content = [i for i, key in enumerate(printed.keys) if is_content(key)]
    inside = [code[i] for i in range(start, end) if is_content(archived.keys[i])]
    in_order = [printed.code[i] for i in content] == inside
    held = set(map(person_of, printed.keys))
    more = max(content[0], 0 if in_order else len(printed.keys) - (end - start))
    while start and more > 0 and _is_small(archived.keys[start - 1], held):
        start, more = start - 1, more - 1
    more = max(len(printed.keys) - 1 - content[-1], 0 if in_order else len(printed.keys) - (end - start))
    while end < len(code) and more > 0 and _is_small(archived.keys[end], held):
        end, more = end + 1, more - 1
    return start, end


def _by_place(own: str, other: str) -> list[Run] | None:
    """Lay out single words that changed places: the others stand where they stood."""
    if len(own) != len(other):
        return None
    moved = [i for i, code in enumerate(own) if code != other[i]]
    if len(moved) > _MOST_EXCHANGED or 2 * len(moved) > len(own) + 2:
        return None
    if Counter(own[i] for i in moved) != Counter(other[i] for i in moved):
        return None
    return [Run(i, i, 1) for i in range(len(own)) if i not in moved]


def _by_halves(own: str, other: str) -> list[Run] | None:
    """Lay out "A B" and "B A": the longer of the two stays."""
    if len(own) != len(other) or (head := (own + own).find(other)) <= 0:
        return None
    tail = len(own) - head
    return [Run(head, 0, tail)] if tail > head else [Run(0, tail, head)]


def _by_blocks(own: str, other: str) -> list[Run] | None:
    """Lay out "A m B" and "B m A", with several words in A or B: m stays."""
    if len(own) != len(other):
        return None
    for size in range(len(own) - 2, 0, -1):
        for head in range(1, len(own) - size):
            tail = len(own) - size - head
            middle = own[head : head + size] == other[tail : tail + size]
            if middle and other.endswith(own[:head]) and other.startswith(own[head + size :]):
                return [Run(head, tail, size)]
    return None


def _turned(own: str, other: str) -> list[Run] | None:
    """Lay out a name or a clause turned around, with "of" or "was … by": all of it is one change."""
    longest = max(len(own), len(other))
    return [] if longest <= _LONGEST_TURNED and abs(len(own) - len(other)) <= _MORE_SMALL_WORDS else None


def _laid_out(own: str, other: str) -> list[Run] | None:
    head = 0
    while head < min(len(own), len(other)) and own[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(own), len(other)) - head and own[-1 - tail] == other[-1 - tail]:
        tail += 1
    inside = own[head : len(own) - tail], other[head : len(other) - tail]
    for lay_out in (_by_place, _by_halves, _by_blocks, _turned):
        runs = lay_out(*inside)
        if runs is not None:
            moved = [Run(run.p + head, run.a + head, run.length) for run in runs]
            last = Run(len(own) - tail, len(other) - tail, tail)
            return [run for run in (Run(0, 0, head), *moved, last) if run.length]
    return None


def _another_order(printed: Printed, archived: list[str], code: str) -> bool:
    """Tell whether content words changed places, or small ones and nothing else."""
    if Counter(code) == Counter(printed.code):
        return True
    left, right = Counter(printed.keys), Counter(archived)
    if (left - right).total() + (right - left).total() > _MORE_SMALL_WORDS:
        return False
    keys = [key for key in archived if is_content(key)]
    return keys != [key for key in printed.keys if is_content(key)]


def reordered(printed: Printed, archived: Terms, code: str) -> Order | None:
    """Find where the archived words are the printed ones in another order; None where they are not."""
    enough = printed.content >= _LEAST_CONTENT and len(printed.keys) >= _LEAST_WORDS
    if not enough or not printed.content_codes <= set(code):
        return None
    window = _window(printed, archived, code)
    if window is None:
        return None
    start, end = _with_small_words(printed, archived, code, *window)
    if not _another_order(printed, archived.keys[start:end], code[start:end]):
        return None
    runs = _laid_out(printed.code, code[start:end])
    if runs is None:
        return None
    return joined_runs([Run(run.p, run.a + start, run.length) for run in runs]), start, end

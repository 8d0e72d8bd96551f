"""Lays a printed text beside an archived one, word by word.

Terms are mapped to code points, one for each different printed term and one for everything else, so that rapidfuzz compares
whole texts as strings: ``partial_ratio_alignment`` finds the window of the archived text, ``Levenshtein.opcodes``
what differs in it. What lies outside the window is no difference. Then the changes are made to read like an
editor's: a stray agreement of one function word between two changes belongs to them, a change at the edge gets
the archived words that it stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from quotecheck.checking.disclosed import bracketed, ellipses
from quotecheck.checking.equivalence import Term, opens_sentence, terms
from quotecheck.checking.numerals import is_numeral
from quotecheck.lexicons import lexicon

__all__ = ["Alignment", "Change", "Printed", "align", "weight"]

_WORDING: dict[str, Any] = lexicon("wording")
_FUNCTION = frozenset(_WORDING["function_words"])
_NEGATIONS = frozenset({"not", "never"})
_AUXILIARIES = frozenset(_WORDING["auxiliaries"])
_PARTICIPLES = frozenset(_WORDING["irregular_participles"])
_FUNCTION_WEIGHT = 0.35
_UNKNOWN = "\ue000"
_FIRST_CODE = 0x4E00
_RUN_FOUND_ELSEWHERE = 80.0
_LONGEST_EDGE = 4
_MARGIN = 12
_SHORTEST_CLAUSE = 3
_ENOUGH = 0.75
_CLAUSE_END = re.compile(r"[,;:.!?…—–]|--")
_LONGEST_GAP = 16
_MOVED = 0.7
_LONGEST_MERGED = 8


class Change(NamedTuple):
    """Printed terms [p0, p1) stand where the archive has terms [a0, a1); either may be empty."""

    p0: int
    p1: int
    a0: int
    a1: int


def weight(key: str) -> float:
    """Return how much of a statement's likeness a term carries: a function word about a third of another."""
    return _FUNCTION_WEIGHT if key in _FUNCTION else 1.0


class Printed:
    """A printed text made ready to be laid beside many archived ones."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.terms = terms(text)
        self.keys = [term.key for term in self.terms]
        self.codes = {key: chr(_FIRST_CODE + n) for n, key in enumerate(dict.fromkeys(self.keys[:40000]))}
        self.code = self.encoded(self.terms)
        self.ellipses = ellipses(text, self.terms)
        self.bracketed = bracketed(text, self.terms)

    def encoded(self, found: tuple[Term, ...]) -> str:
        """Return ``found`` as a string of one code point a term."""
        codes = self.codes
        return "".join([codes.get(term.key, _UNKNOWN) for term in found])

    @cached_property
    def weights(self) -> list[float]:
        return [0.0 if i in self.bracketed else weight(key) for i, key in enumerate(self.keys)]

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The term ranges between marks of punctuation."""
        ends = [
            i + 1
            for i in range(len(self.terms) - 1)
            if _CLAUSE_END.search(self.text[self.terms[i].span.end : self.terms[i + 1].span.start])
        ]
        return list(pairwise([0, *ends, len(self.terms)]))

    @cached_property
    def content(self) -> int:
        """How many of the words carry content."""
        return sum(key not in _FUNCTION for key in self.keys)


def _spaced_otherwise(printed: Printed, archived: tuple[Term, ...], change: Change) -> bool:
    """Tell whether the two sides are the same letters: "health care" and "healthcare"."""
    left = "".join(printed.keys[change.p0 : change.p1])
    return left != "" and left == "".join(term.key for term in archived[change.a0 : change.a1])


@dataclass(frozen=True)
class Alignment:
    """A printed text, the archived text, the window of the archived terms, and every change inside it."""

    printed: Printed
    text: str
    archived: tuple[Term, ...]
    start: int
    end: int
    changes: tuple[Change, ...]

    @cached_property
    def moves(self) -> tuple[tuple[Change, Change], ...]:
        """Pairs of what was put in at one place and dropped at another: a move is one change."""
        pairs: list[tuple[Change, Change]] = []
        dropped = [c for c in self.changes if c.p0 == c.p1]
        for inserted in [c for c in self.changes if c.a0 == c.a1]:
            keys = self.printed.keys[inserted.p0 : inserted.p1]
            for gone in dropped:
                lost = [term.key for term in self.archived[gone.a0 : gone.a1]]
                if Levenshtein.normalized_similarity(keys, lost) >= _MOVED:
                    pairs.append((inserted, gone))
                    dropped.remove(gone)
                    break
        return tuple(pairs)

    @cached_property
    def _telling(self) -> list[Change]:
        moved = {change for pair in self.moves for change in pair}
        return [c for c in self.changes if c not in moved and not _spaced_otherwise(self.printed, self.archived, c)]

    @cached_property
    def agreement(self) -> float:
        """The share, 0 to 1, of the weight of both sides' words that agree; what "…" discloses is not counted."""
        printed = sum(self.printed.weights)
        changed = sum(sum(self.printed.weights[c.p0 : c.p1]) for c in self._telling)
        missing = sum(
            weight(term.key)
            for c in self._telling
            if not self._disclosed(c)
            for term in self.archived[c.a0 : c.a1]
        )
        agreed = printed - changed
        return 2 * agreed / (printed + agreed + missing) if agreed > 0 else 0.0

    @cached_property
    def coverage(self) -> float:
        """The share, 0 to 1, of the weight of the printed words that the archive has in this place."""
        printed = sum(self.printed.weights)
        changed = sum(sum(self.printed.weights[c.p0 : c.p1]) for c in self._telling)
        return (printed - changed) / printed if printed else 0.0

    @property
    def likeness(self) -> float:
        """How alike the two are, 0 to 1, between what the printed words find and what both sides share."""
        return (self.coverage + self.agreement) / 2

    @cached_property
    def content_agreed(self) -> int:
        """How many content words agree."""
        changed = {i for c in self._telling for i in range(c.p0, c.p1)}
        return sum(i not in changed and key not in _FUNCTION for i, key in enumerate(self.printed.keys))

    @cached_property
    def longest_run(self) -> int:
        """How many words the longest stretch has that agrees without a change."""
        edges = [0, *(edge for c in self.changes for edge in (c.p0, c.p1)), len(self.printed.keys)]
        return max(edges[i + 1] - edges[i] for i in range(0, len(edges), 2))

    def _disclosed(self, change: Change) -> bool:
        return (
            change.p0 in self.printed.ellipses
            or change.p1 in self.printed.ellipses
            or (
                change.p0 < change.p1
                and all(i in self.printed.bracketed for i in range(change.p0, change.p1))
            )
        )


class _Run(NamedTuple):
    """Printed terms from ``p`` and archived terms from ``a`` on agree for ``length`` terms."""

    p: int
    a: int
    length: int


def _runs(printed: str, archived: str, offset: int) -> list[_Run]:
    return [
        _Run(op.src_start, op.dest_start + offset, op.src_end - op.src_start)
        for op in Levenshtein.opcodes(printed, archived)
        if op.tag == "equal"
    ]


def _gathered(runs: list[_Run], printed: str, archived: str) -> list[_Run]:
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
                result[i : i + 2] = [_Run(p, start, length + after.length)]
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
                result[i - 1 : i + 1] = [_Run(before.p, before.a, before.length + length)]
                continue
        i += 1
    return result


def _run_weight(printed: Printed, run: _Run) -> float:
    return sum(printed.weights[run.p : run.p + run.length])


def _without_strays(runs: list[_Run], printed: Printed) -> list[_Run]:
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


def _sentence_start(text: str, archived: tuple[Term, ...], at: int, reach: int) -> int:
    """Return where the sentence of term ``at`` begins, looking back no further than ``reach`` terms."""
    low = at
    while low > max(0, at - reach) and not opens_sentence(text, archived[low].span.start):
        low -= 1
    return low


def _sentence_end(text: str, archived: tuple[Term, ...], at: int, reach: int) -> int:
    """Return the gap after the sentence of term ``at``, looking no further than ``reach`` terms."""
    high = at + 1
    while high < min(len(archived), at + reach) and not opens_sentence(text, archived[high].span.start):
        high += 1
    return min(high, len(archived))


def _verbal(key: str) -> bool:
    return key.endswith(("ed", "ing", "en")) or key in _PARTICIPLES


def _leading(printed: Printed, text: str, archived: tuple[Term, ...], run: _Run) -> int:
    """Return where the archived words begin that the printed words before ``run`` stand for."""
    count = run.p
    if count == 0 or count > _LONGEST_EDGE:
        return run.a
    if run.a < len(archived) and opens_sentence(text, archived[run.a].span.start):
        return run.a
    low = _sentence_start(text, archived, run.a, count + 2)
    start = max(low, run.a - count)
    if (
        0 < start - low <= 2
        and opens_sentence(text, archived[low].span.start)
        and printed.text.lstrip("[(\"'“‘")[:1].isupper()
    ):
        return low
    first = printed.keys[0]
    if start < run.a and _verbal(archived[start].key) and (_verbal(first) or first.endswith("s")):
        while start > low and archived[start - 1].key in _AUXILIARIES and first not in _AUXILIARIES:
            start -= 1
    return start


def _trailing(printed: Printed, text: str, archived: tuple[Term, ...], run: _Run) -> int:
    """Return where the archived words end that the printed words after ``run`` stand for."""
    count = len(printed.keys) - run.p - run.length
    at = run.a + run.length
    if count == 0 or count > _LONGEST_EDGE:
        return at
    if at >= len(archived) or opens_sentence(text, archived[at].span.start):
        return at
    high = _sentence_end(text, archived, at, count + 2)
    end = min(high, at + count, len(archived))
    closes = printed.text.rstrip("\"'”’)] ")[-1:] in (".", "!", "?")
    ends = high == len(archived) or opens_sentence(text, archived[high].span.start)
    return high if closes and ends and high - end <= 2 else end


def _changes(printed: Printed, runs: list[_Run], start: int, end: int) -> list[Change]:
    result = []
    p, a = 0, start
    for run in [*runs, _Run(len(printed.keys), end, 0)]:
        if run.p > p or run.a > a:
            result.append(Change(p, run.p, a, run.a))
        p, a = run.p + run.length, run.a + run.length
    return result


def _exchanged(
    before: Change, after: Change, printed: Printed, archived: tuple[Term, ...]
) -> bool:
    """Tell whether two changes only put the same words on the other side of what stands between them."""
    left = [*printed.keys[before.p0 : before.p1], *printed.keys[after.p0 : after.p1]]
    right = [*archived[before.a0 : before.a1], *archived[after.a0 : after.a1]]
    content = sorted(key for key in left if key not in _FUNCTION)
    return bool(content) and content == sorted(term.key for term in right if term.key not in _FUNCTION)


def _is_one(before: Change, after: Change, printed: Printed, archived: tuple[Term, ...]) -> bool:
    island = printed.keys[before.p1 : after.p0]
    if any(gap in printed.ellipses for gap in range(before.p0, after.p1 + 1)):
        return False
    if any(is_numeral(key) for key in island):
        return False
    if any(_spaced_otherwise(printed, archived, change) for change in (before, after)):
        return False
    joined = Change(before.p0, after.p1, before.a0, after.a1)
    if len(island) <= 3 and _exchanged(before, after, printed, archived):
        return True
    both_replace = all(c.p0 < c.p1 and c.a0 < c.a1 for c in (before, after))
    long_enough = len(printed.keys) > 6 or after.p1 - before.p0 <= 3
    short = max(joined.p1 - joined.p0, joined.a1 - joined.a0) <= _LONGEST_MERGED
    return len(island) == 1 and island[0] in _FUNCTION and both_replace and long_enough and short


def _merged(changes: list[Change], printed: Printed, archived: tuple[Term, ...]) -> list[Change]:
    result: list[Change] = []
    for change in changes:
        if result and _is_one(result[-1], change, printed, archived):
            before = result.pop()
            result.append(Change(before.p0, change.p1, before.a0, change.a1))
        else:
            result.append(change)
    return result


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
            and (found := fuzz.partial_ratio_alignment(part, side, score_cutoff=_RUN_FOUND_ELSEWHERE))
        ):
            at = found.dest_start
        if at >= 0:
            return min(low, offset + at), max(high, min(offset + at + length, len(archived)))
    return window


def _refined(printed: Printed, archived: str, runs: list[_Run]) -> list[_Run]:
    """Find what agrees inside the gaps between and beside ``runs``.

    Levenshtein is indifferent between two replacements and an insertion, an agreement and an omission.
    """
    found: list[_Run] = []
    p, a = 0, max(0, runs[0].a - runs[0].p - 1)
    count = len(printed.code)
    last = runs[-1]
    tail = count - last.p - last.length
    end = _Run(count, min(len(archived), last.a + last.length + tail + 1), 0)
    for run in [*runs, end]:
        gap = printed.code[p : run.p], archived[a : run.a]
        if gap[0] and gap[1] and max(len(gap[0]), len(gap[1])) <= _LONGEST_GAP:
            found += [
                _Run(p + op.src_start, a + op.dest_start, op.src_end - op.src_start)
                for op in LCSseq.opcodes(*gap)
                if op.tag == "equal" and any(weight(key) == 1.0 for key in printed.keys[p + op.src_start : p + op.src_end])
            ]
        if run.length:
            found.append(run)
        p, a = run.p + run.length, run.a + run.length
    return _joined_runs(found)


def _joined_runs(runs: list[_Run]) -> list[_Run]:
    result: list[_Run] = []
    for run in runs:
        if result and result[-1].p + result[-1].length == run.p and result[-1].a + result[-1].length == run.a:
            result[-1] = result[-1]._replace(length=result[-1].length + run.length)
        else:
            result.append(run)
    return result


def _laid(printed: Printed, archived: str, low: int, high: int) -> list[_Run]:
    runs = _runs(printed.code, archived[low:high], low)
    kept = _without_strays(_gathered(runs, printed.code, archived), printed)
    return _refined(printed, archived, kept) if kept else []


class _Laid(NamedTuple):
    """The agreeing runs, and the window, which is wider than they where words were moved from beyond them."""

    runs: list[_Run]
    start: int
    end: int


def _best(printed: Printed, archived: str) -> _Laid | None:
    low, high = _window(printed.code, archived)
    margin = _MARGIN + len(printed.code)
    runs = _laid(printed, archived, max(0, low - margin), min(len(archived), high + margin))
    if not runs:
        return None
    window = (runs[0].a, runs[-1].a + runs[-1].length)
    end = runs[-1].p + runs[-1].length
    wider = _found_elsewhere(printed, (0, runs[0].p), archived, window)
    wider = _found_elsewhere(printed, (end, len(printed.code)), archived, wider)
    if wider == window:
        return _Laid(runs, *window)
    again = _laid(printed, archived, *wider)
    if sum(run.length for run in again) > sum(run.length for run in runs):
        return _Laid(again, again[0].a, again[-1].a + again[-1].length)
    return _Laid(runs, *wider)


def _in_order(located: list[_Run], printed: Printed) -> list[_Run]:
    """Return the heaviest chain of runs that stand in the same order on both sides."""
    chains: list[tuple[float, list[_Run]]] = []
    for run in located:
        before = [chain for chain in chains if chain[1][-1].a + chain[1][-1].length <= run.a]
        best = max(before, key=lambda chain: chain[0], default=(0.0, list[_Run]()))
        chains.append((best[0] + _run_weight(printed, run), [*best[1], run]))
    return max(chains, key=lambda chain: chain[0])[1]


def _by_clauses(printed: Printed, archived: str) -> _Laid | None:
    """Find every clause where it stands, for clauses in another order are nothing that Levenshtein can follow."""
    located = [
        _Run(start, at, end - start)
        for start, end in printed.clauses
        if end - start >= _SHORTEST_CLAUSE and (at := archived.find(printed.code[start:end])) >= 0
    ]
    if len(located) < 2:
        return None
    start = min(run.a for run in located)
    return _Laid(_in_order(located, printed), start, max(run.a + run.length for run in located))


def _by_subsequence(printed: Printed, archived: str, low: int, high: int) -> _Laid | None:
    """Find the most words in the same order: a sentence turned to the passive keeps its phrases, not its places."""
    found = [
        _Run(op.src_start, op.dest_start + low, op.src_end - op.src_start)
        for op in LCSseq.opcodes(printed.code, archived[low:high])
        if op.tag == "equal"
    ]
    runs = _without_strays(_gathered(found, printed.code, archived), printed)
    return _Laid(runs, runs[0].a, runs[-1].a + runs[-1].length) if runs else None


def _solidity(printed: Printed, laid: _Laid | None) -> float:
    """How much agrees, words that stand alone in their agreement counting half."""
    return sum(_run_weight(printed, run) * (1.0 if run.length > 1 else 0.5) for run in laid.runs) if laid else 0.0


def _laid_out(printed: Printed, archived: str) -> _Laid | None:
    best = _best(printed, archived)
    if best is None or _solidity(printed, best) >= _ENOUGH * sum(printed.weights):
        return best
    low, high = max(0, best.start - _MARGIN), min(len(archived), best.end + _MARGIN)
    others = (_by_clauses(printed, archived), _by_subsequence(printed, archived, low, high))
    return max((best, *others), key=lambda laid: _solidity(printed, laid))


def _to_ellipsis(change: Change, printed: Printed, archived: tuple[Term, ...]) -> Change:
    """Move an omission that fits in several places to where the "…" is."""
    if change.p0 < change.p1:
        return change
    for step in (1, -1):
        moved = change
        while moved.p0 not in printed.ellipses:
            gone, next_kept = (moved.a0, moved.a1) if step > 0 else (moved.a1 - 1, moved.a0 - 1)
            if not 0 <= next_kept < len(archived) or archived[gone].key != archived[next_kept].key:
                break
            if not 0 <= moved.p0 + step <= len(printed.keys):
                break
            moved = Change(*(bound + step for bound in moved))
        if moved.p0 in printed.ellipses:
            return moved
    return change


def _is_cut(archived: tuple[Term, ...], at: int) -> bool:
    """Tell whether the gap before term ``at`` is inside one written word."""
    return 0 < at < len(archived) and archived[at - 1].span == archived[at].span


def _with_last_negation(text: str, archived: tuple[Term, ...], end: int) -> int:
    """Let the window take in a negation right after it: in the same word, or as the sentence's last ("or not.")."""
    if end >= len(archived) or archived[end].key not in _NEGATIONS:
        return end
    last = end + 1 == len(archived) or opens_sentence(text, archived[end + 1].span.start)
    return end + 1 if last or _is_cut(archived, end) else end


def align(printed: Printed, text: str) -> Alignment | None:
    """Lay ``printed`` beside the archived ``text``; None where they have no word in common."""
    archived = terms(text)
    code = printed.encoded(archived)
    if not code or not printed.code:
        return None
    at = code.find(printed.code)
    count = len(printed.keys)
    if at >= 0:
        end = _with_last_negation(text, archived, at + count)
        cut = (Change(count, count, at + count, end),) if end > at + count else ()
        return Alignment(printed, text, archived, at, end, cut)
    best = _laid_out(printed, code)
    if best is None:
        return None
    first, last = best.runs[0], best.runs[-1]
    start = min(best.start, _leading(printed, text, archived, first))
    end = max(best.end, _trailing(printed, text, archived, last))
    end = _with_last_negation(text, archived, end)
    merged = _merged(_changes(printed, best.runs, start, end), printed, archived)
    split = [_to_ellipsis(part, printed, archived) for change in merged for part in _split_at_ellipsis(change, printed)]
    return Alignment(printed, text, archived, start, end, tuple(split))

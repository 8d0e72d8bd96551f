"""Lays a printed text beside an archived one, word by word.

The printed words correspond to a window of the archived text; what lies outside it is no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from quotecheck.checking.changes import Change, changes_as_laid, changes_between
from quotecheck.checking.edges import leading, trailing, with_first_negation, with_last_negation
from quotecheck.checking.equivalence import Terms, terms
from quotecheck.checking.gaps import Run
from quotecheck.checking.literal import literal_terms, stands_in
from quotecheck.checking.meaning import Side, same_letters
from quotecheck.checking.notes import around_notes
from quotecheck.checking.omission import two_pieces
from quotecheck.checking.printed import Printed, is_content, weight
from quotecheck.checking.reordering import reordered
from quotecheck.checking.runs import Laid, agreement_runs

__all__ = ["Alignment", "align"]

_MOVED = 0.7


@dataclass(frozen=True)
class Alignment:
    """A printed text, the archived text, the window of the archived terms, and every change inside it."""

    printed: Printed
    text: str
    archived: Terms
    start: int
    end: int
    changes: tuple[Change, ...]
    reordered: bool = False
    """All content words agree, in another order."""

    @cached_property
    def moves(self) -> tuple[tuple[Change, Change], ...]:
        """Pairs of what was put in at one place and dropped at another: a move is one change."""
        pairs: list[tuple[Change, Change]] = []
        dropped = [c for c in self.changes if c.p0 == c.p1]
        for inserted in [c for c in self.changes if c.a0 == c.a1]:
            keys = self.printed.keys[inserted.p0 : inserted.p1]
            for gone in dropped:
                lost = self.archived.keys[gone.a0 : gone.a1]
                if Levenshtein.normalized_similarity(keys, lost) >= _MOVED:
                    pairs.append((inserted, gone))
                    dropped.remove(gone)
                    break
        return tuple(pairs)

    @cached_property
    def _telling(self) -> list[Change]:
        if self.reordered:
            return []
        moved = {change for pair in self.moves for change in pair}
        return [c for c in self.changes if c not in moved and not self._same_letters(c)]

    def _same_letters(self, change: Change) -> bool:
        archived = Side(self.archived.keys[change.a0 : change.a1], [])
        return same_letters(Side(self.printed.keys[change.p0 : change.p1], []), archived)

    @cached_property
    def agreement(self) -> float:
        """The share, 0 to 1, of both sides' words that agree, by weight; what "…" hides is not counted."""
        printed = sum(self.printed.weights)
        if not self._telling:
            return 1.0 if printed else 0.0
        changed = sum(sum(self.printed.weights[c.p0 : c.p1]) for c in self._telling)
        missing = sum(
            weight(key)
            for c in self._telling
            if not self._disclosed(c)
            for key in self.archived.keys[c.a0 : c.a1]
        )
        agreed = printed - changed
        return 2 * agreed / (printed + agreed + missing) if agreed > 0 else 0.0

    @cached_property
    def words_agreed(self) -> float:
        """The share, 0 to 1, of both sides' words that agree, each counting the same."""
        printed = len(self.printed.keys)
        agreed = printed - sum(c.p1 - c.p0 for c in self._telling)
        missing = sum(c.a1 - c.a0 for c in self._telling if not self._disclosed(c))
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
        return sum(i not in changed and is_content(key) for i, key in enumerate(self.printed.keys))

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


def _in_a_row(printed: Printed, text: str, archived: Terms, code: str) -> Alignment | None:
    at = code.find(printed.code)
    if at < 0:
        return None
    count = len(printed.keys)
    end = with_last_negation(printed, text, archived, at + count)
    start = with_first_negation(printed, text, archived, at)
    changes = changes_between(printed, archived, [Run(0, at, count)], start, end)
    return Alignment(printed, text, archived, start, end, changes)


def _letter_for_letter(printed: Printed, text: str) -> Alignment | None:
    if not stands_in(printed.text, text) or not printed.literal.code:
        return None
    archived = literal_terms(text)
    return _in_a_row(printed.literal, text, archived, printed.literal.encoded(archived.keys))


def align(printed: Printed, text: str) -> Alignment | None:
    """Lay ``printed`` beside the archived ``text``; None where they have no word in common."""
    archived = terms(text)
    code = printed.encoded(archived.keys)
    if not code or not printed.code:
        return None
    if exact := _in_a_row(printed, text, archived, code) or _letter_for_letter(printed, text):
        return exact
    best: Laid | None
    if pieces := around_notes(printed, text, archived, code) or two_pieces(printed, code):
        best = Laid(pieces, pieces[0].a, pieces[-1].a + pieces[-1].length)
    elif order := reordered(printed, archived, code):
        runs, start, end = order
        start = with_first_negation(printed, text, archived, start)
        changes = tuple(changes_as_laid(printed, runs, start, end))
        return Alignment(printed, text, archived, start, end, changes, reordered=True)
    else:
        best = agreement_runs(printed, code)
    if best is None:
        return None
    first, last = best.runs[0], best.runs[-1]
    start = min(best.start, leading(printed, text, archived, first))
    end = max(best.end, trailing(printed, text, archived, last))
    start = with_first_negation(printed, text, archived, start)
    end = with_last_negation(printed, text, archived, end)
    changes = changes_between(printed, archived, best.runs, start, end)
    return Alignment(printed, text, archived, start, end, changes)

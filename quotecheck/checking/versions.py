"""The other times that the same words were said: a speech and its press release, somebody before."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.checking.candidates import Candidate
from quotecheck.model import ArchivedQuote

__all__ = ["earlier_by_others", "repeats"]

_AS_GOOD = 0.02
_TELLING = 6


def _as_good(best: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    return [
        other
        for other in others
        if other is not best
        and not other.later
        and other.quote.said is not None
        and other.quote.said != best.quote.said
        and other.quote.speaker is not None
        and abs(other.alignment.agreement - best.alignment.agreement) <= _AS_GOOD
    ]


def repeats(best: Candidate, others: Sequence[Candidate]) -> list[ArchivedQuote]:
    """Return what else the same speaker said in as good as these words, on other days, the earliest first."""
    same = [other.quote for other in _as_good(best, others) if other.quote.speaker == best.quote.speaker]
    return sorted(same, key=lambda quote: quote.said or (0, 0))


def earlier_by_others(best: Candidate, others: Sequence[Candidate]) -> ArchivedQuote | None:
    """Return who is first on record with the words before ``best``; None where they are few and anybody's."""
    said = best.quote.said
    if said is None or len(best.alignment.printed.keys) < _TELLING:
        return None
    before = [
        other.quote
        for other in _as_good(best, others)
        if other.quote.speaker != best.quote.speaker
        and other.quote.said is not None
        and other.quote.said.latest < said.earliest
    ]
    return min(before, key=lambda quote: quote.said or (0, 0), default=None)

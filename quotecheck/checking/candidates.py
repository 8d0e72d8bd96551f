"""Gathers the archived quotes that may be what the article quotes, and lays the likely ones beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz import fuzz

from quotecheck.archive.interface import QuoteStore
from quotecheck.checking.alignment import Alignment, align
from quotecheck.checking.printed import Printed
from quotecheck.checking.who_when import day_agrees, later_than_article, named_speaker, near, speaker_agrees
from quotecheck.model import ArchivedQuote, Article, Finding, Interval

__all__ = ["Candidate", "Circle", "circle_of", "laid_beside", "runner_up", "said_by"]

_LAID_OUT = 10
_SAME_TEXT = 85.0
_NEAR = timedelta(days=31)


@dataclass(frozen=True)
class Candidate:
    """An archived quote laid beside the printed one; ``rank`` puts the best first."""

    quote: ArchivedQuote
    alignment: Alignment
    speaker_agrees: bool | None
    day_agrees: bool | None
    later: bool

    @property
    def fit(self) -> float:
        """How well words, speaker and day go together; the words decide, the others break ties."""
        who = {True: 0.03, None: 0.0, False: -0.03}[self.speaker_agrees]
        when = {True: 0.02, None: 0.0, False: -0.02}[self.day_agrees]
        exact = 0.0 if self.alignment.changes else 0.01
        return self.alignment.agreement + exact + who + when - (0.03 if self.later else 0.0)

    @property
    def rank(self) -> tuple[float, int]:
        said = self.quote.said
        return -round(self.fit, 4), said.earliest.toordinal() if said else 10**7


@dataclass(frozen=True)
class Circle:
    """The speakers of the archive whom the article may mean, and the days in question."""

    speaker_ids: tuple[int, ...]
    days: Interval | None


def circle_of(finding: Finding, article: Article, store: QuoteStore) -> Circle:
    """Find the speakers and the days that the article's attribution and date stand for."""
    days = near(finding, article, _NEAR)
    name = named_speaker(finding.attribution)
    if name is None or finding.attribution is None:
        return Circle((), days)
    on = finding.dating.interval if finding.dating else None
    records = store.find_speakers(name, role=finding.attribution.speaker.role, on=on)
    return Circle(tuple(record.id for record in records[:5]), days)


def said_by(circle: Circle, store: QuoteStore) -> list[ArchivedQuote]:
    """Return what the archive has of these speakers around these days, or at all if that is little."""
    if not circle.speaker_ids:
        return []
    quotes = store.by_speaker(circle.speaker_ids, between=circle.days)
    if not quotes and circle.days is not None:
        quotes = store.by_speaker(circle.speaker_ids, between=None, limit=50)
    return quotes


def runner_up(best: Candidate, others: Sequence[Candidate]) -> float:
    """Return the likeness of the best candidate that is not just another version of ``best``."""
    for other in others:
        if other is best or fuzz.partial_ratio(best.quote.text, other.quote.text) >= _SAME_TEXT:
            continue
        return other.alignment.likeness
    return 0.0


def _most_alike(printed: Printed, quotes: Sequence[ArchivedQuote]) -> list[ArchivedQuote]:
    """Take those that share most words, rare ones counting more, without reading each into terms."""
    if len(quotes) <= _LAID_OUT:
        return list(quotes)
    own = set(printed.text.casefold().split())
    shared = [own.intersection(quote.text.casefold().split()) for quote in quotes]
    holders = Counter(word for words in shared for word in words)

    def likeness(row: int) -> float:
        return sum(1 / holders[word] for word in shared[row]) + len(shared[row]) / len(own)

    best = sorted(range(len(quotes)), key=likeness, reverse=True)[:_LAID_OUT]
    return [quotes[row] for row in best]


def _containing(printed: Printed, quotes: Sequence[ArchivedQuote]) -> list[ArchivedQuote]:
    whole = printed.text.casefold().strip(" .,;:!?\"'”’…")
    return [quote for quote in quotes if whole in quote.text.casefold()][:_LAID_OUT]


def _laid_out(
    printed: Printed, quotes: Iterable[ArchivedQuote], finding: Finding, article: Article
) -> list[Candidate]:
    return [
        Candidate(
            quote,
            alignment,
            speaker_agrees(finding.attribution, quote),
            day_agrees(finding, quote),
            later_than_article(article, quote),
        )
        for quote in quotes
        if (alignment := align(printed, quote.text))
    ]


def laid_beside(
    printed: Printed, quotes: Iterable[ArchivedQuote], finding: Finding, article: Article
) -> list[Candidate]:
    """Lay the likely ones of ``quotes`` beside the printed words, each quote once; the best come first.

    Where some hold the printed text letter for letter, the others are not looked at.
    """
    distinct = list({(quote.uid, quote.text): quote for quote in quotes if quote.text}.values())
    candidates = _laid_out(printed, _containing(printed, distinct), finding, article)
    if all(candidate.alignment.changes for candidate in candidates):
        candidates = _laid_out(printed, _most_alike(printed, distinct), finding, article)
    return sorted(candidates, key=lambda candidate: candidate.rank)

"""Gathers the archived quotes that may be what the article quotes, and lays the likely ones beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz import fuzz

from quotecheck.archive.interface import QuoteStore
from quotecheck.checking.alignment import Alignment, align
from quotecheck.checking.printed import Printed, weight
from quotecheck.checking.who_when import day_agrees, later_than_article, named_speaker, near, speaker_agrees
from quotecheck.model import ArchivedQuote, Article, Finding, Interval

__all__ = ["Candidate", "Circle", "circle_of", "laid_beside", "runner_up", "said_by"]

_LAID_OUT = 10
_OUT_OF_REACH = 0.2
_LEAST_SHARE = 0.4
_CLEARLY_BEST = 0.7
_PUNCTUATION = str.maketrans(
    {**dict.fromkeys('.,;:!?"“”«»„()[]…–—-/', " "), **dict.fromkeys("’ʼ‘＇", "'"), "\u00ad": None}
)
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


def _plain_words(text: str) -> list[str]:
    return text.casefold().translate(_PUNCTUATION).split()


def _shares(printed: Printed, quotes: Sequence[ArchivedQuote]) -> list[float]:
    """Return how much of the printed words, by weight, each quote holds anywhere: the most that can agree."""
    own = {word: weight(word) for word in _plain_words(printed.text)}
    total = sum(own.values()) or 1.0
    return [
        sum([own[word] for word in own.keys() & set(_plain_words(quote.text))]) / total for quote in quotes
    ]


def _containing(printed: Printed, quotes: Sequence[ArchivedQuote]) -> list[ArchivedQuote]:
    whole = printed.text.casefold().strip(" .,;:!?\"'”’…")
    return [quote for quote in quotes if whole in quote.text.casefold()][:_LAID_OUT]


def _laid_out(printed: Printed, quote: ArchivedQuote, finding: Finding, article: Article) -> Candidate | None:
    alignment = align(printed, quote.text)
    if alignment is None:
        return None
    return Candidate(
        quote,
        alignment,
        speaker_agrees(finding.attribution, quote),
        day_agrees(finding, quote),
        later_than_article(article, quote),
    )


def _likeliest(
    printed: Printed, quotes: Sequence[ArchivedQuote], finding: Finding, article: Article
) -> list[Candidate]:
    """Lay out the quotes that share most words, until no other can come near the best of them."""
    shares = _shares(printed, quotes)
    candidates: list[Candidate] = []
    best = 0.0
    for row in sorted(range(len(quotes)), key=shares.__getitem__, reverse=True)[:_LAID_OUT]:
        enough = len(candidates) > 1 or best >= _CLEARLY_BEST
        if enough and shares[row] < max(best - _OUT_OF_REACH, _LEAST_SHARE):
            break
        if candidate := _laid_out(printed, quotes[row], finding, article):
            candidates.append(candidate)
            best = max(best, candidate.alignment.coverage)
    return candidates


def laid_beside(
    printed: Printed, quotes: Iterable[ArchivedQuote], finding: Finding, article: Article
) -> list[Candidate]:
    """Lay the likely ones of ``quotes`` beside the printed words, each quote once; the best come first.

    Where some hold the printed text letter for letter, the others are not looked at.
    """
    distinct = list({(quote.uid, quote.text): quote for quote in quotes if quote.text}.values())
    whole = [_laid_out(printed, quote, finding, article) for quote in _containing(printed, distinct)]
    candidates = [candidate for candidate in whole if candidate]
    if all(candidate.alignment.changes for candidate in candidates):
        candidates = _likeliest(printed, distinct, finding, article)
    return sorted(candidates, key=lambda candidate: candidate.rank)

"""Gathers the archived quotes that may be what the article quotes, and lays the likely ones beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import chain

from rapidfuzz import fuzz

from quotecheck.archive.interface import QuoteStore
from quotecheck.checking.alignment import Alignment, align
from quotecheck.checking.equivalence import fold
from quotecheck.checking.printed import Printed, is_content, weight
from quotecheck.checking.who_when import day_agrees, later_than_article, named_speaker, near, speaker_agrees
from quotecheck.model import ArchivedQuote, Article, Finding, Interval

__all__ = [
    "Candidate",
    "Circle",
    "Shares",
    "circle_of",
    "laid_beside",
    "laid_out",
    "runner_up",
    "said_by",
    "shares_a_run",
    "worth_a_look",
]

_MOST_CONTAINING = 10
_LAID_OUT = 6
_OUT_OF_REACH = 0.2
_LEAST_SHARE = 0.5
_WORTH_LAYING_OUT = 0.37
_MAY_BE_IT = 0.4
_AT_ALL = 50
_MAY_SHARE_NO_RUN = 12
_REMEMBERED = 131_072
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


def shares_a_run(printed: Printed) -> bool:
    """Tell whether the words are so many that what is like them shares a run of three, and has been found."""
    return len(printed.keys) > _MAY_SHARE_NO_RUN


def said_by(circle: Circle, store: QuoteStore, worth: Callable[[str], bool]) -> list[ArchivedQuote]:
    """Return what these speakers said around these days, or at all if that is nothing, as far as worth it."""
    if not circle.speaker_ids:
        return []
    quotes = store.by_speaker(circle.speaker_ids, between=circle.days, worth=worth)
    if not quotes and circle.days is not None:
        quotes = store.by_speaker(circle.speaker_ids, limit=_AT_ALL, worth=worth)
    return quotes


def runner_up(best: Candidate, others: Sequence[Candidate]) -> float:
    """Return the likeness of the best candidate that is not just another version of ``best``."""
    for other in others:
        if other is best or fuzz.partial_ratio(best.quote.text, other.quote.text) >= _SAME_TEXT:
            continue
        return other.alignment.likeness
    return 0.0


class _Keys(dict[str, tuple[str, ...]]):
    """The keys of what stands between two spaces, as met so far; forgotten all at once when very much."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        words = piece.casefold().translate(_PUNCTUATION).split()
        self[piece] = keys = tuple(chain.from_iterable(map(fold, words)))
        return keys


_keys_of = _Keys().__getitem__


@lru_cache(maxsize=4096)
def _folded(text: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(_keys_of, text.split())))


class Shares:
    """How much of the printed words, by weight, a text holds anywhere: the most that can agree."""

    def __init__(self, printed: Printed) -> None:
        self._own = {key: weight(key) for key in _folded(printed.text)}
        self._total = sum(self._own.values()) or 1.0
        # However a word is spelt, it begins alike.
        telling = Counter(key[:4] for key in self._own if is_content(key))
        self._beginnings = list(telling.items())
        self._small_words = self._total - telling.total()
        self._known: dict[str, float] = {}

    def of(self, text: str) -> float:
        """Return the share, 0 to 1."""
        known = self._known.get(text)
        if known is None:
            own = self._own
            known = sum([own[word] for word in own.keys() & _folded(text)]) / self._total
            self._known[text] = known
        return known

    def at_least(self, share: float) -> Callable[[str], bool]:
        """Return what tells whether a text has that share; where it has far less, a glance is enough."""
        needed = share * self._total - self._small_words

        def has(text: str) -> bool:
            if text not in self._known:
                plain = text.casefold()
                if sum([count for beginning, count in self._beginnings if beginning in plain]) < needed:
                    return False
            return self.of(text) >= share

        return has


def _least_share(laid: int, best: float) -> float:
    """Return the share from which on a text may win, so many being laid out, the best covering ``best``."""
    if laid > 1 or best >= _CLEARLY_BEST:
        return max(best - _OUT_OF_REACH, _LEAST_SHARE)
    return _WORTH_LAYING_OUT if best >= _MAY_BE_IT else _MAY_BE_IT


def worth_a_look(shares: Shares, laid: Sequence[Candidate] = ()) -> Callable[[str], bool]:
    """Return what tells, going by the words, whether a text may win beside those that have been laid out."""
    if not laid:
        return shares.at_least(_WORTH_LAYING_OUT)
    return shares.at_least(_least_share(len(laid), max(one.alignment.coverage for one in laid)))


def _containing(printed: Printed, quotes: Sequence[ArchivedQuote]) -> list[ArchivedQuote]:
    whole = printed.text.casefold().strip(" .,;:!?\"'”’…")
    return [quote for quote in quotes if whole in quote.text.casefold()][:_MOST_CONTAINING]


def laid_out(printed: Printed, quote: ArchivedQuote, finding: Finding, article: Article) -> Candidate | None:
    """Lay one quote beside the printed words; None where they have no word in common."""
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
    lay: Callable[[ArchivedQuote], Candidate | None], shared: Shares, quotes: Sequence[ArchivedQuote]
) -> list[Candidate]:
    """Lay out the quotes that share most words, until no other can come near the best of them."""
    shares = [shared.of(quote.text) for quote in quotes]
    candidates: list[Candidate] = []
    best = 0.0
    for row in sorted(range(len(quotes)), key=shares.__getitem__, reverse=True)[:_LAID_OUT]:
        if shares[row] < _least_share(len(candidates), best):
            break
        if candidate := lay(quotes[row]):
            candidates.append(candidate)
            best = max(best, candidate.alignment.coverage)
    return candidates


def laid_beside(
    printed: Printed,
    quotes: Iterable[ArchivedQuote],
    finding: Finding,
    article: Article,
    *,
    known: Iterable[Candidate] = (),
    shares: Shares | None = None,
) -> list[Candidate]:
    """Lay the likely ones of ``quotes`` beside the printed words, each quote once; the best come first.

    Where some hold the printed text letter for letter, the others are not looked at. ``known`` are such as
    have been laid out before, ``shares`` what is known of how much texts share with the printed one.
    """
    laid = {(one.quote.uid, one.quote.text): one for one in known}

    def lay(quote: ArchivedQuote) -> Candidate | None:
        return laid.get((quote.uid, quote.text)) or laid_out(printed, quote, finding, article)

    distinct = list({(quote.uid, quote.text): quote for quote in quotes if quote.text}.values())
    candidates = [one for one in map(lay, _containing(printed, distinct)) if one]
    if all(candidate.alignment.changes for candidate in candidates):
        candidates = _likeliest(lay, shares or Shares(printed), distinct)
    return sorted(candidates, key=lambda candidate: candidate.rank)

"""A small archive in memory that keeps the contract of ``QuoteStore``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date

from quotecheck.archive.interface import SpeakerRecord
from quotecheck.model import ArchivedQuote, ArchiveIdentity, Interval
from quotecheck.speakers.names import agreement
from quotecheck.words import norms


def _runs(text: str) -> set[tuple[str, ...]]:
    found = norms(text)
    return set(zip(found, found[1:], found[2:], strict=False))


class FakeStore:
    """Finds by shared runs of three words, rare ones counting more, and by speaker."""

    def __init__(self, quotes: Sequence[ArchivedQuote]) -> None:
        self.quotes = list(quotes)
        self.postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for row, quote in enumerate(self.quotes):
            for run in _runs(quote.text):
                self.postings[run].append(row)
        self.ids: dict[str, int] = {}
        self.rows: dict[int, list[int]] = defaultdict(list)
        for row, quote in enumerate(self.quotes):
            if quote.speaker:
                self.rows[self.ids.setdefault(quote.speaker, len(self.ids) + 1)].append(row)

    def identity(self) -> ArchiveIdentity:
        return ArchiveIdentity("fake", len(self.quotes))

    def expect(self, texts: Sequence[str]) -> None:
        assert not isinstance(texts, str)

    def candidates(
        self,
        text: str,
        *,
        limit: int = 50,
        worth: Callable[[str], bool] | None = None,
        intact: bool = False,
    ) -> list[ArchivedQuote]:
        return [quote for quote in self._sharing(text)[:limit] if worth is None or worth(quote.text)]

    def _sharing(self, text: str) -> list[ArchivedQuote]:
        votes: Counter[int] = Counter()
        for run in _runs(text):
            rows = self.postings.get(run, [])
            for row in rows[:400]:
                votes[row] += 1 / (1 + len(rows)) + 1
        return [self.quotes[row] for row, _ in votes.most_common()]

    def find_speakers(
        self, name: str, *, role: str | None = None, on: Interval | None = None
    ) -> list[SpeakerRecord]:
        found = [(agreement(name, own), own) for own in self.ids]
        return [SpeakerRecord(self.ids[own], own) for like, own in sorted(found, reverse=True) if like >= 0.8]

    def by_speaker(
        self,
        speaker_ids: Sequence[int],
        *,
        between: Interval | None = None,
        limit: int = 200,
        worth: Callable[[str], bool] | None = None,
    ) -> list[ArchivedQuote]:
        own = [self.quotes[row] for speaker in speaker_ids for row in self.rows.get(speaker, [])]
        if between is not None:
            own = [quote for quote in own if quote.said is None or quote.said.overlaps(between)]
        own = sorted(own, key=lambda q: q.said.earliest if q.said else date.min, reverse=True)[:limit]
        return [quote for quote in own if worth is None or worth(quote.text)]

    def count_by_speaker(self, speaker_ids: Sequence[int], *, between: Interval | None = None) -> int:
        own = [self.quotes[row] for speaker in speaker_ids for row in self.rows.get(speaker, [])]
        if between is None:
            return len(own)
        return sum(quote.said is not None and quote.said.overlaps(between) for quote in own)

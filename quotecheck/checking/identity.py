"""Whom of the archive's speakers the article means: "Commerce Secretary Ross" of 2019 is its Wilbur Ross."""

from __future__ import annotations

from quotecheck.archive.interface import QuoteStore, SpeakerRecord
from quotecheck.model import Article, Finding, Interval
from quotecheck.speakers.folding import SMALL_WORDS, folded
from quotecheck.speakers.names import SAME, agreement

__all__ = ["Identities"]

_CONSIDERED = 5


def _words(text: str | None) -> frozenset[str]:
    return frozenset(word for word in folded(text or "") if word not in SMALL_WORDS)


def _held(record: SpeakerRecord, role: frozenset[str], on: Interval | None) -> bool:
    """Tell whether the speaker had an office with all these words, then if it is known when."""
    return bool(role) and any(
        role <= _words(held.title) for held in record.roles if on is None or held.held_on(on)
    )


class Identities:
    """Asks one archive who its speakers are; remembers the answers while one article is checked."""

    def __init__(self, store: QuoteStore) -> None:
        self._store = store
        self._known: dict[tuple[str, str | None, Interval | None], str | None] = {}

    def of(self, finding: Finding, article: Article) -> str | None:
        """Return the archive's name for a finding's speaker; None where it has none, or may mean several."""
        if finding.attribution is None:
            return None
        speaker = finding.attribution.speaker
        on = finding.dating.interval if finding.dating else None
        on = on or (article.published.interval if article.published else None)
        key = (speaker.name, speaker.role, on)
        if key not in self._known:
            self._known[key] = self._by_name(*key) or self._by_office(*key)
        return self._known[key]

    def _by_name(self, name: str, role: str | None, on: Interval | None) -> str | None:
        records = self._store.find_speakers(name, role=role, on=on)[:_CONSIDERED]
        ranked = sorted(
            (
                (_held(record, _words(role), on), round(max(agreement(name, other) for other in names), 2), n)
                for n, record in enumerate(records)
                if (names := (record.name, *record.aliases))
            ),
            key=lambda one: (-one[0], -one[1], one[2]),
        )
        fitting = [one for one in ranked if one[1] >= SAME]
        if not fitting or (len(fitting) > 1 and fitting[0][:2] == fitting[1][:2]):
            return None
        return records[fitting[0][2]].name

    def _by_office(self, name: str, role: str | None, on: Interval | None) -> str | None:
        """Read "the Commerce Secretary" as whoever of the archive, and nobody else, held that office then."""
        office = _words(name)
        if on is None or len(office) < 2:
            return None
        records = self._store.find_speakers(name, role=role, on=on)[:_CONSIDERED]
        holders = [record.name for record in records if _held(record, office, on)]
        return holders[0] if len(holders) == 1 else None

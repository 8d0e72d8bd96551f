"""Verdicts on decided facts: another speaker or day, other words, or an archived quote that was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotecheck.model import (
    ArchivedQuote,
    ArchiveIdentity,
    Article,
    Finding,
    Interval,
    Match,
    Span,
    Verdict,
    Wording,
    message,
)

if TYPE_CHECKING:
    from quotecheck.archive import QuoteStore, SpeakerRecord

__all__ = ["ToCheck", "verdict_on"]

_UNLIKE = message(
    "This archived statement was chosen by hand; its words are too different to be laid side by side."
)


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A finding, still without a verdict, whose facts a person decided; ``against`` is the chosen quote."""

    finding: Finding
    against: ArchivedQuote | None = None


class _OneQuote:
    """An archive of a single quote, so that a chosen match is graded as any other."""

    def __init__(self, quote: ArchivedQuote) -> None:
        self._quote = quote

    def identity(self) -> ArchiveIdentity:
        return ArchiveIdentity("", 1)

    def expect(self, _texts: Sequence[str]) -> None:
        return None

    def candidates(
        self,
        _text: str,
        *,
        limit: int = 24,
        worth: Callable[[str], bool] | None = None,
        intact: bool = False,
    ) -> list[ArchivedQuote]:
        return [self._quote][:limit]

    def find_speakers(
        self, _name: str, *, role: str | None = None, on: Interval | None = None
    ) -> list[SpeakerRecord]:
        return []

    def by_speaker(
        self,
        _speaker_ids: Sequence[int],
        *,
        between: Interval | None = None,
        limit: int = 200,
        worth: Callable[[str], bool] | None = None,
    ) -> list[ArchivedQuote]:
        return []

    def count_by_speaker(self, _speaker_ids: Sequence[int], *, between: Interval | None = None) -> int:
        return 0


def verdict_on(item: ToCheck, article: Article, archive: QuoteStore | None) -> Verdict | None:
    """Check a finding against the quote chosen for it, else against ``archive``; None without either."""
    from quotecheck.checking import check_quotation

    if item.against is None:
        return check_quotation(item.finding, article, archive) if archive else None
    verdict = check_quotation(item.finding, article, _OneQuote(item.against))
    if verdict.match is not None:
        return verdict
    whole = Span(0, len(item.against.text))
    match = Match(item.against, 0.0, whole)
    return Verdict(Wording.PARAPHRASE, str(_UNLIKE), verdict.cautions, match=match, sentences=(_UNLIKE,))

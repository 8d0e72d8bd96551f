"""Quotes that may say the same in other words, offered beside a quotation that was not found."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.archive.interface import OffersParaphrases, QuoteStore
from quotecheck.checking.candidates import Circle
from quotecheck.model import Match, Span

__all__ = ["paraphrases"]

_MOST = 3


def paraphrases(text: str, circle: Circle, store: QuoteStore, known: Sequence[Match]) -> tuple[Match, ...]:
    """Return what the store suggests, if it can, besides what is ``known``.

    The score is 0 and there are no differences, for no words were compared.
    """
    if not isinstance(store, OffersParaphrases):
        return ()
    offered = {match.quote.uid for match in known}
    found = store.alike(text, speaker_ids=circle.speaker_ids, between=circle.days, limit=_MOST)
    return tuple(Match(quote, 0.0, Span(0, len(quote.text))) for quote in found if quote.uid not in offered)

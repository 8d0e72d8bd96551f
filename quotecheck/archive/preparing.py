"""What can be told of new quotes without the archive: their columns, names and hashes, many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from quotecheck.archive.hashing import Hashed
from quotecheck.archive.identity import quote_uid, speaker_uid
from quotecheck.archive.records import NewQuote
from quotecheck.archive.registry import Source
from quotecheck.words import norms

__all__ = ["Prepared"]

_MANY = 50
_speaker_uid = lru_cache(maxsize=4096)(speaker_uid)


class Prepared(NamedTuple):
    """New quotes as columns: item i of every list is of quote i.

    ``columns`` are those of the table, ``sources`` what is said of the source. A uid takes the speaker for
    one who is known by no other name. Few quotes are not hashed: the index takes them in later, with others.
    """

    columns: dict[str, list[Any]]
    speakers: list[str | None]
    sources: list[Source]
    checked_in: list[tuple[str, ...]]
    uids: list[str]
    hashed: Hashed | None

    @classmethod
    def of(cls, quotes: Sequence[NewQuote]) -> Prepared:
        """Prepare quotes for being entered."""
        normed = [norms(quote.text) for quote in quotes]
        speakers = [quote.speaker for quote in quotes]
        return cls(
            {
                "text": [quote.text for quote in quotes],
                "speaker_role": [quote.speaker_role for quote in quotes],
                "earliest": [quote.said and quote.said.earliest.isoformat() for quote in quotes],
                "latest": [quote.said and quote.said.latest.isoformat() for quote in quotes],
                "context": [quote.context for quote in quotes],
                "occasion": [quote.occasion for quote in quotes],
                "language": [quote.language for quote in quotes],
                "status": [quote.status and quote.status.value for quote in quotes],
                "external_id": [quote.external_id for quote in quotes],
            },
            speakers,
            [(quote.source_uid, quote.source_url, quote.source_title, quote.publisher) for quote in quotes],
            [quote.checked_in for quote in quotes],
            [
                quote_uid(
                    quote.text, words, _speaker_uid(quote.speaker) if quote.speaker else None, quote.said
                )
                for quote, words in zip(quotes, normed, strict=True)
            ],
            Hashed.of(normed) if len(quotes) >= _MANY else None,
        )

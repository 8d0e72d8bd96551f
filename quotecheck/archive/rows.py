"""Quotes as the tables have them, and as the rest of QuoteCheck sees them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.tags import listed
from quotecheck.model import ArchivedQuote, Interval, QuoteStatus, Span

__all__ = [
    "QUOTES",
    "Said",
    "StoredQuote",
    "Texts",
    "archived",
    "day",
    "interval",
    "quotes_by_ids",
    "stored",
]

_SEPARATOR = "\x1f"
_PLACED = 4
_MOST_TEXTS = 8_192
_STATUSES = {status.value: status for status in QuoteStatus}

QUOTES = """
SELECT quotes.id, quotes.source_id, quotes.source_start, quotes.source_end,
       quotes.uid, quotes.text, speakers.name, quotes.earliest, quotes.latest, (SELECT group_concat(alias,
       char(31)) FROM speaker_aliases WHERE speaker_id = quotes.speaker_id), quotes.speaker_role,
       sources.title, sources.url, sources.publisher, coalesce(sources.language, quotes.language),
       quotes.occasion, quotes.context, quotes.before, quotes.after, quotes.status, quotes.external_id,
       verifications.verified_by, verifications.verified_on, quotes.tags
FROM quotes
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
LEFT JOIN sources ON sources.id = quotes.source_id
LEFT JOIN verifications ON verifications.id =
    (SELECT max(id) FROM verifications WHERE quote_id = quotes.id)
"""
"""Everything that ``stored`` needs of a quote; to be followed by WHERE and ORDER BY."""


class Said(NamedTuple):
    """What the tables say of a quote, or of a passage of a source: the columns of ``QUOTES`` from its uid on.

    ``aliases`` of the speaker are joined by unit separators.
    """

    uid: str
    text: str
    speaker: str | None
    earliest: str | None
    latest: str | None
    aliases: str | None
    speaker_role: str | None = None
    source_title: str | None = None
    source_url: str | None = None
    publisher: str | None = None
    language: str | None = None
    occasion: str | None = None
    context: str | None = None
    before: str = ""
    after: str = ""
    status: str = QuoteStatus.UNVERIFIED.value
    external_id: str | None = None
    verified_by: str | None = None
    verified_on: str | None = None
    tags: str | None = None


class StoredQuote(NamedTuple):
    """An archived quote with its row number and its place in its source's text."""

    id: int
    source_id: int | None
    place: Span | None
    quote: ArchivedQuote


def day(text: str | None) -> date | None:
    """Read an ISO day; None without one."""
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=4096)
def interval(earliest: str | None, latest: str | None) -> Interval | None:
    """Read two ISO days; None without them."""
    if earliest is None or latest is None:
        return None
    return Interval(date.fromisoformat(earliest), date.fromisoformat(latest))


def _names(name: str | None, aliases: str | None) -> tuple[str, ...]:
    """Return the name and the aliases that ``group_concat`` has joined with a unit separator."""
    if name is None:
        return ()
    return (name, *aliases.split(_SEPARATOR)) if aliases else (name,)


def _occasion(occasion: str | None, context: str | None, around: str) -> str | None:
    """Keep a context that does not contain the quote readable, as a note on the occasion."""
    if not context or around:
        return occasion
    return f"{occasion}: {context}" if occasion else context


def archived(said: Said) -> ArchivedQuote:
    """Make a quote of what the tables say of it."""
    return ArchivedQuote(
        uid=said.uid,
        text=said.text,
        speaker=said.speaker,
        said=interval(said.earliest, said.latest),
        speaker_names=_names(said.speaker, said.aliases),
        speaker_role=said.speaker_role,
        source_title=said.source_title,
        source_url=said.source_url,
        publisher=said.publisher,
        source_language=said.language,
        occasion=_occasion(said.occasion, said.context, said.before + said.after),
        before=said.before,
        after=said.after,
        status=_STATUSES[said.status],
        external_id=said.external_id,
        verified_by=said.verified_by,
        verified_on=day(said.verified_on),
        tags=listed(said.tags),
    )


def stored(row: Sequence[Any]) -> StoredQuote:
    """Make a quote of one row of ``QUOTES``."""
    id_, source_id, start, end = row[:_PLACED]
    place = None if start is None else Span(start, end)
    return StoredQuote(id_, source_id, place, archived(Said._make(row[_PLACED:])))


def quotes_by_ids(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, StoredQuote]:
    """Return the quotes with these row numbers, as far as they exist."""
    rows = connection.execute(QUOTES + f"WHERE quotes.id {AMONG}", (json.dumps(list(ids)),))
    return {row[0]: stored(row) for row in rows}


class Texts:
    """The texts of quotes, which is read much quicker than whole rows; those met last are remembered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[int, str] = {}

    def of(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the texts of the quotes with these row numbers, as far as they exist."""
        known = self._known
        if unknown := [id_ for id_ in ids if id_ not in known]:
            if len(known) > _MOST_TEXTS:
                known.clear()
                unknown = list(ids)
            sql = f"SELECT id, text FROM quotes WHERE id {AMONG}"
            known.update(self._connection.execute(sql, (json.dumps(unknown),)))
        return {id_: known[id_] for id_ in ids if id_ in known}

    def forget(self) -> None:
        """Read all anew, for somebody may have written."""
        self._known.clear()

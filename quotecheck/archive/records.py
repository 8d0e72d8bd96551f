"""What goes into an archive and what it tells of itself, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

from quotecheck.archive.tags import parse_tags, written
from quotecheck.model import Interval, Message, QuoteStatus, SpeakerType

__all__ = [
    "ArchiveInfo",
    "ImportProblem",
    "ImportResult",
    "NewQuote",
    "NewSource",
    "NewSpeaker",
    "NumberedRow",
    "Revision",
    "Source",
    "Stated",
]

Source = tuple[str | None, str | None, str | None, str | None]
"""What a quote says of its source: the source's uid, or address, title and publisher."""


@dataclass(frozen=True, slots=True)
class NewQuote:
    """A statement to be archived.

    ``speaker`` is a name; who bears it is looked up, or added. ``context`` is a longer passage that contains
    the statement, or a note on where it stands. ``source_*`` and ``publisher`` say where it is from; with the
    ``uid`` of a source that is already there only ``source_uid`` is needed. ``checked_in`` are the addresses
    where its wording was verified, ``tags`` words of one's own. None is "not stated": it is stored as unknown
    (a status as unverified), and takes nothing away from a quote that is there already.
    """

    text: str
    speaker: str | None = None
    speaker_role: str | None = None
    said: Interval | None = None
    source_url: str | None = None
    source_title: str | None = None
    publisher: str | None = None
    source_uid: str | None = None
    context: str | None = None
    occasion: str | None = None
    language: str | None = None
    status: QuoteStatus | None = None
    external_id: str | None = None
    checked_in: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class Stated(NamedTuple):
    """What a new quote says, in the order in which many of them travel: a row of a table, not a thing.

    ``earliest`` and ``latest`` are ISO days; a status is its value, ``tags`` a JSON list. For the others
    see ``NewQuote``.
    """

    text: str
    speaker: str | None
    speaker_role: str | None
    earliest: str | None
    latest: str | None
    source_uid: str | None
    source_url: str | None
    source_title: str | None
    publisher: str | None
    context: str | None
    occasion: str | None
    language: str | None
    status: str | None
    external_id: str | None
    tags: str | None
    checked_in: tuple[str, ...]

    @classmethod
    def by(cls, quote: NewQuote) -> Stated:
        """Return what this quote says."""
        return cls(
            text=quote.text,
            speaker=quote.speaker,
            speaker_role=quote.speaker_role,
            earliest=quote.said and quote.said.earliest.isoformat(),
            latest=quote.said and quote.said.latest.isoformat(),
            source_uid=quote.source_uid,
            source_url=quote.source_url,
            source_title=quote.source_title,
            publisher=quote.publisher,
            context=quote.context,
            occasion=quote.occasion,
            language=quote.language,
            status=quote.status and quote.status.value,
            external_id=quote.external_id,
            tags=written(parse_tags(quote.tags)) if quote.tags else None,
            checked_in=quote.checked_in,
        )

    @classmethod
    def columns(cls, rows: Sequence[Stated]) -> dict[str, tuple[Any, ...]]:
        """Return several as columns."""
        return dict(zip(cls._fields, zip(*rows, strict=True) if rows else repeat(()), strict=False))


class NumberedRow(NamedTuple):
    """One row with its line in the file (from 1; of a JSON list, its place in the list).

    ``fields`` is None for a line that is no row; ``problem`` then says why.
    """

    line: int
    fields: dict[str, Any] | None
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class NewSource:
    """A speech, filing, press release or interview to be archived, with its full text where it is known.

    ``speaker`` is set where all of it is one speaker's words; ``retrieved_at`` is an ISO time, ``kind`` is
    "primary" or "secondary".
    """

    title: str | None = None
    publisher: str | None = None
    published: Interval | None = None
    url: str | None = None
    retrieved_at: str | None = None
    language: str | None = None
    kind: str | None = None
    speaker: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class NewSpeaker:
    """A person or organisation to be archived under ``name``."""

    name: str
    kind: SpeakerType = SpeakerType.PERSON
    aliases: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of an archive's history; ``before`` and ``after`` hold the columns that changed.

    ``entity`` is "quote", "speaker" or "source", ``action`` "added", "changed", "verified" or "deleted".
    """

    entity: str
    uid: str
    action: str
    before: dict[str, object]
    after: dict[str, object]
    at: datetime
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """A row that was not imported as it stands: its line (in a JSON list its place) from 1, and why."""

    line: int
    message: Message


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of an import: rows by what became of them, and the problems in line order.

    ``import_id`` is its number in the archive, by which it can be taken back as a whole.
    """

    added: int
    changed: int
    unchanged: int
    skipped: int
    problems: tuple[ImportProblem, ...] = ()
    import_id: int | None = None


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """What an archive holds. ``said`` spans all dated quotes; ``speakers_by_quotes`` are the most quoted."""

    path: Path
    version: int
    bytes: int
    quotes: int
    speakers: int
    sources: int
    texts: int
    by_status: dict[QuoteStatus, int]
    said: Interval | None
    last_change: date | None
    speakers_by_quotes: tuple[tuple[str, int], ...]

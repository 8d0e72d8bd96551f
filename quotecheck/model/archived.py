"""What an archive holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quotecheck.model.ranges import Interval

__all__ = ["ArchiveIdentity", "ArchivedQuote", "QuoteStatus"]


class QuoteStatus(StrEnum):
    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class ArchivedQuote:
    """A statement as the archive holds it.

    ``said`` is None where the archive does not know the day. ``before`` and ``after`` are the source's words
    around the statement, where known. ``external_id`` is the id it had in the file it was imported from.
    ``tags`` are words of its keepers' own by which they gather quotes, in alphabetical order.
    ``speaker_names`` are all the names (with aliases) of its speaker, the main one first.
    """

    uid: str
    text: str
    speaker: str | None
    said: Interval | None = None
    speaker_names: tuple[str, ...] = ()
    speaker_role: str | None = None
    source_title: str | None = None
    source_url: str | None = None
    publisher: str | None = None
    source_language: str | None = None
    occasion: str | None = None
    before: str = ""
    after: str = ""
    status: QuoteStatus = QuoteStatus.UNVERIFIED
    external_id: str | None = None
    verified_by: str | None = None
    verified_on: date | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveIdentity:
    """Which archive a report was checked against."""

    name: str
    quotes: int

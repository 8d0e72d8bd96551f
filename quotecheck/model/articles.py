"""The article as it was read, and what is odd about its text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotecheck.model.messages import Message
from quotecheck.model.ranges import Interval, Span

__all__ = ["Article", "Basis", "Publication", "TextWarning"]


class Basis(StrEnum):
    """How the article's date is known: told by the user, by metadata, by its text, or worked out from it."""

    GIVEN = "given"
    METADATA = "metadata"
    TEXT = "text"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Publication:
    """When the article appeared, and how that is known.

    ``reason`` is a sentence for the reader ("“Wednesday (Dec. 8)” fits the year 2021 …"), empty where the
    date was simply given, and ``sentence`` the same for a desk in another language; ``evidence`` is where the
    text says it.
    """

    interval: Interval
    basis: Basis
    reason: str = ""
    evidence: Span | None = None
    sentence: Message | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The text to check, and what is known of it.

    ``language`` and ``translated_from`` are ISO 639-1 codes; ``translated_from`` is set where the article
    says that it is a translation ("und" when it does not say from what).
    """

    text: str
    id: str = ""
    title: str | None = None
    source_url: str | None = None
    publisher: str | None = None
    language: str = "en"
    translated_from: str | None = None
    published: Publication | None = None


@dataclass(frozen=True, slots=True)
class TextWarning:
    """Something odd about the text itself, at code point ``at`` ("unpaired-mark" …)."""

    code: str
    at: int
    message: str

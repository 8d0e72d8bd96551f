"""What a format's reader hands over: the text, and what the file says of it."""

from __future__ import annotations

from dataclasses import dataclass

from quotecheck.model import Interval

__all__ = ["Document"]


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file with its metadata; None where the file does not say.

    ``published`` is the day that the file's metadata give for the publication.
    """

    text: str
    title: str | None = None
    published: Interval | None = None
    source_url: str | None = None
    publisher: str | None = None
    language: str | None = None

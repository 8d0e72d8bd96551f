"""Plain text and Markdown files."""

from __future__ import annotations

from quotecheck.reading.decoding import decoded
from quotecheck.reading.document import Document
from quotecheck.reading.lines import normalised_newlines, unwrapped

__all__ = ["read"]


def read(data: bytes, name: str) -> Document:
    """Read a text file. Raises ReadingError when it is binary or its encoding cannot be told."""
    return Document(unwrapped(normalised_newlines(decoded(data, name))))

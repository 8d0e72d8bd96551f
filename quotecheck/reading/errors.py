"""The errors of reading."""

from __future__ import annotations

from quotecheck.errors import QuoteCheckError

__all__ = ["ReadingError"]


class ReadingError(QuoteCheckError):
    """An article that cannot be read; the message names the file and what to do."""

"""What a command says at its end: its exit code, or that its words do not fit together."""

from __future__ import annotations

from quotecheck.errors import QuoteCheckError

__all__ = ["ALL_FINE", "COULD_NOT_RUN", "NEEDS_ATTENTION", "UsageError"]

ALL_FINE, NEEDS_ATTENTION, COULD_NOT_RUN = 0, 1, 2


class UsageError(QuoteCheckError):
    """The words of the command, or the queries given to it, do not fit together."""

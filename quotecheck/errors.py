"""The errors that a user can cause, apart from those that are our own mistakes."""

from __future__ import annotations

__all__ = ["QuoteCheckError"]


class QuoteCheckError(Exception):
    """Something the user can put right; the message is one sentence: the thing, and the way out.

    Every package derives its own (``ReadingError``, ``ArchiveError`` …). The command line prints the message
    and exits with 2; the desk shows it. Anything else that is raised is a bug.
    """

"""What the core says of verdicts and errors, in the words of the user's language."""

from __future__ import annotations

from quotecheck.desktop import phrases
from quotecheck.errors import QuoteCheckError
from quotecheck.model import Verdict

__all__ = ["problem", "summary"]


def summary(verdict: Verdict) -> str:
    """Return the sentences of a verdict; a person's own stay as they were written."""
    return " ".join(map(phrases.told, verdict.sentences)) or verdict.summary


def problem(error: QuoteCheckError) -> str:
    """Return the sentence of an error: the thing, and the way out."""
    return phrases.told(error.sentence)

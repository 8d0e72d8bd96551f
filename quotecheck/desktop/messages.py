"""What the core says of verdicts and errors, in the words of the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from quotecheck.desktop import phrases
from quotecheck.errors import QuoteCheckError
from quotecheck.model import Message, Verdict

__all__ = ["problem", "summary"]


def _told(message: Message) -> str:
    return message.told(lambda words: QCoreApplication.translate("core", words), phrases.days)


def summary(verdict: Verdict) -> str:
    """Return the sentences of a verdict; a person's own stay as they were written."""
    return " ".join(map(_told, verdict.sentences)) or verdict.summary


def problem(error: QuoteCheckError) -> str:
    """Return the sentence of an error: the thing, and the way out."""
    return _told(error.sentence)

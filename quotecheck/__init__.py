"""QuoteCheck: every quoted statement of an article, attributed, dated and checked against an archive.

    >>> import quotecheck
    >>> with quotecheck.Archive.starter() as archive:
    ...     report = quotecheck.check("“We will not go back,” said Mayor Ana Ruiz on Tuesday.", archive)

The data classes are here at once; what does the work is loaded when it is first asked for, so that neither
the window nor ``--help`` waits for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quotecheck.errors import QuoteCheckError
from quotecheck.model import (
    ArchivedQuote,
    Article,
    Attribution,
    Basis,
    Caution,
    Dating,
    DecidedBy,
    Difference,
    DifferenceKind,
    Finding,
    Interval,
    Kind,
    Match,
    Publication,
    Quotation,
    Report,
    Span,
    Speaker,
    SpeakerType,
    Verdict,
    Wording,
)

if TYPE_CHECKING:
    from quotecheck.archive import Archive, NewQuote
    from quotecheck.pipeline import analyse, check, look_up, look_ups
    from quotecheck.queries import Query, read_queries
    from quotecheck.reading import article_from_text, read_articles

__all__ = [
    "Archive",
    "ArchivedQuote",
    "Article",
    "Attribution",
    "Basis",
    "Caution",
    "Dating",
    "DecidedBy",
    "Difference",
    "DifferenceKind",
    "Finding",
    "Interval",
    "Kind",
    "Match",
    "NewQuote",
    "Publication",
    "Query",
    "Quotation",
    "QuoteCheckError",
    "Report",
    "Span",
    "Speaker",
    "SpeakerType",
    "Verdict",
    "Wording",
    "analyse",
    "article_from_text",
    "check",
    "look_up",
    "look_ups",
    "read_articles",
    "read_queries",
]

_HOMES = {
    "Archive": "archive",
    "NewQuote": "archive",
    "analyse": "pipeline",
    "article_from_text": "reading",
    "check": "pipeline",
    "look_up": "pipeline",
    "look_ups": "pipeline",
    "Query": "queries",
    "read_articles": "reading",
    "read_queries": "queries",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

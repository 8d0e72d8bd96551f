"""The data classes that flow through QuoteCheck, from the article to the report.

Offsets are half-open code-point offsets: into ``Article.text`` unless a docstring says otherwise. Everything
here is frozen: a later stage makes a new object, it never changes an earlier one.
"""

from quotecheck.model.archived import ArchivedQuote, ArchiveIdentity, QuoteStatus
from quotecheck.model.articles import Article, Basis, Publication, TextWarning
from quotecheck.model.attributions import (
    Attribution,
    Dating,
    DecidedBy,
    PossibleSpeaker,
    Speaker,
    SpeakerType,
)
from quotecheck.model.messages import Message, in_english, joined, message
from quotecheck.model.quotations import Kind, Quotation
from quotecheck.model.ranges import Interval, Span
from quotecheck.model.reports import DecisionNote, Finding, LostNote, Report
from quotecheck.model.verdicts import (
    Caution,
    Difference,
    DifferenceKind,
    DifferenceOp,
    Match,
    Verdict,
    Wording,
)

__all__ = [
    "ArchiveIdentity",
    "ArchivedQuote",
    "Article",
    "Attribution",
    "Basis",
    "Caution",
    "Dating",
    "DecidedBy",
    "DecisionNote",
    "Difference",
    "DifferenceKind",
    "DifferenceOp",
    "Finding",
    "Interval",
    "Kind",
    "LostNote",
    "Match",
    "Message",
    "PossibleSpeaker",
    "Publication",
    "Quotation",
    "QuoteStatus",
    "Report",
    "Span",
    "Speaker",
    "SpeakerType",
    "TextWarning",
    "Verdict",
    "Wording",
    "in_english",
    "joined",
    "message",
]

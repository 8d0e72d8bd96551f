"""What the cross-check says of a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotecheck.model.archived import ArchivedQuote
from quotecheck.model.messages import Message
from quotecheck.model.ranges import Span

__all__ = ["Caution", "Difference", "DifferenceKind", "DifferenceOp", "Match", "Verdict", "Wording"]


class Wording(StrEnum):
    """How the printed words stand to the archived ones; from the best to the least known."""

    VERBATIM = "verbatim"
    MINOR = "minor"
    ALTERED = "altered"
    REVERSED = "reversed"
    PARAPHRASE = "paraphrase"
    NOT_FOUND = "not_found"
    UNCHECKABLE = "uncheckable"


class Caution(StrEnum):
    """What is wrong, or may be, besides the words themselves."""

    MISATTRIBUTED = "misattributed"
    MISDATED = "misdated"
    OMISSION = "omission"
    HIDDEN_BY_ELLIPSIS = "hidden_by_ellipsis"
    SPLICED = "spliced"
    CONTEXT = "context"
    TRANSLATED = "translated"
    AMBIGUOUS = "ambiguous"
    DISPUTED = "disputed"


class DifferenceOp(StrEnum):
    """What happened to the archived words on their way into print."""

    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"


class DifferenceKind(StrEnum):
    """What sort of change a difference is; all down to ``CONTRARY`` can turn the meaning."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    MODALITY = "modality"
    QUANTITY = "quantity"
    DATE = "date"
    CONTRARY = "contrary"
    CONTENT = "content"
    FUNCTION = "function"
    SPELLING = "spelling"
    DISCLOSED = "disclosed"

    @property
    def is_harmless(self) -> bool:
        """Whether such a change leaves the statement what it was."""
        return self in (DifferenceKind.FUNCTION, DifferenceKind.SPELLING, DifferenceKind.DISCLOSED)


@dataclass(frozen=True, slots=True)
class Difference:
    """One change, in whole words: ``article`` has the printed words and ``archive`` the archived ones.

    ``article_span`` counts into the quotation's own text and ``archive_span`` into the archived quote's text;
    either may be empty. ``explanation`` says the change in words.
    """

    op: DifferenceOp
    article: str
    archive: str
    kind: DifferenceKind
    article_span: Span
    archive_span: Span
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An archived quote laid beside a printed one.

    ``score`` is 0 to 1, the share of the words that agree. ``window`` is the part of ``quote.text`` that the
    printed words correspond to; ``before`` and ``after`` are what the source says on either side of it.
    """

    quote: ArchivedQuote
    score: float
    window: Span
    differences: tuple[Difference, ...] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the archive knows of a quotation: never without its evidence and one plain sentence.

    ``summary`` is English; ``sentences`` are the same for a desk in another language, where it is not a
    person's own.
    ``archive_speaker`` is the archive's own name for the speaker whom the article gives, where it knows one.
    """

    wording: Wording
    summary: str
    cautions: tuple[Caution, ...] = ()
    score: float = 0.0
    match: Match | None = None
    candidates: tuple[Match, ...] = ()
    archive_speaker: str | None = None
    sentences: tuple[Message, ...] = ()

    @property
    def needs_attention(self) -> bool:
        """Tell whether a person should look: anything but the same words without a caution."""
        return self.wording not in (Wording.VERBATIM, Wording.MINOR) or bool(self.cautions)

"""The decisions themselves: what somebody said of some words of the article, who, and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal
from uuid import uuid4

from quotecheck.decisions.anchoring import Anchor
from quotecheck.model import ArchivedQuote, Caution, Interval, Speaker, Wording

__all__ = [
    "Change",
    "Confirmed",
    "DateCorrected",
    "Decision",
    "MatchChosen",
    "NotAQuotation",
    "Noted",
    "QuotationAdded",
    "SpanCorrected",
    "SpeakerCorrected",
    "VerdictOverridden",
    "Withdrawal",
    "decide",
    "withdrawn",
]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The finding is right as it stood: with this wording, laid beside the archived quote of this uid."""

    wording: Wording | None = None
    quote_uid: str | None = None
    kind: Literal["confirmed"] = "confirmed"


@dataclass(frozen=True, slots=True)
class MatchChosen:
    """The quotation is this archived statement; None: none of the archive's."""

    quote: ArchivedQuote | None
    kind: Literal["match"] = "match"


@dataclass(frozen=True, slots=True)
class SpeakerCorrected:
    """Who said it; None: the article does not say."""

    speaker: Speaker | None
    kind: Literal["speaker"] = "speaker"


@dataclass(frozen=True, slots=True)
class DateCorrected:
    """When it was said, and the words in which that was typed; None: the article does not say."""

    said: Interval | None
    typed: str = ""
    kind: Literal["date"] = "date"


@dataclass(frozen=True, slots=True)
class VerdictOverridden:
    """How the words stand to the archived ones in the eyes of a person; ``cautions`` are those that stay."""

    wording: Wording
    reason: str
    cautions: tuple[Caution, ...] = ()
    kind: Literal["verdict"] = "verdict"


@dataclass(frozen=True, slots=True)
class Noted:
    """A note for whoever reads this next."""

    text: str
    kind: Literal["note"] = "note"


@dataclass(frozen=True, slots=True)
class QuotationAdded:
    """The words are a quotation, though nothing was found there."""

    kind: Literal["added"] = "added"


@dataclass(frozen=True, slots=True)
class NotAQuotation:
    """The words are no quotation, though one was found there."""

    kind: Literal["removed"] = "removed"


@dataclass(frozen=True, slots=True)
class SpanCorrected:
    """The quotation is these words, more or fewer than were found."""

    to: Anchor
    kind: Literal["span"] = "span"


Change = (
    Confirmed
    | MatchChosen
    | SpeakerCorrected
    | DateCorrected
    | VerdictOverridden
    | Noted
    | QuotationAdded
    | NotAQuotation
    | SpanCorrected
)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took a decision back, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that ``by`` decided ``at`` some moment ``about`` some words of the article.

    One that was taken back is kept for the record, with its ``withdrawal``, and is in force no more.
    """

    id: str
    about: Anchor
    change: Change
    by: str
    at: datetime
    withdrawal: Withdrawal | None = None


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def withdrawn(decision: Decision, *, by: str, at: datetime | None = None) -> Decision:
    """Return the decision as taken back, now where no moment is given."""
    return replace(decision, withdrawal=Withdrawal(by, at or _now()))


def decide(about: Anchor, change: Change, *, by: str, at: datetime | None = None) -> Decision:
    """Return a new decision, taken now where no moment is given."""
    return Decision(uuid4().hex, about, change, by, at or _now())

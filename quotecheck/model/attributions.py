"""Who said it, and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotecheck.model.messages import Message
from quotecheck.model.ranges import Interval, Span

__all__ = ["Attribution", "Dating", "DecidedBy", "PossibleSpeaker", "Speaker", "SpeakerType"]


class SpeakerType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


class DecidedBy(StrEnum):
    """Who settled an attribution: a rule, the trained ranker, or a person."""

    RULE = "rule"
    MODEL = "model"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke: the fullest name that is known, or the description of an unnamed source."""

    name: str
    role: str | None = None
    type: SpeakerType = SpeakerType.PERSON


_UNSURE = 0.6
"""Below this confidence, so it was measured, every other name is wrong."""


@dataclass(frozen=True, slots=True)
class PossibleSpeaker:
    """Somebody else who may have spoken, his mention, and the probability, 0 to 1, that he did."""

    speaker: Speaker
    mention: Span | None
    probability: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said a quotation, where the text says so.

    ``confidence`` is the probability, 0 to 1, that the name of the speaker is right. ``negated``: the article
    says that these words were not said; ``hypothetical``: it only imagines them ("she would say").
    ``candidates`` are other possible speakers, likeliest first. ``via`` is who tells that the speaker
    said it, where that is not the article itself: Hansen in "Hansen recalled that Thorsen told him".
    """

    speaker: Speaker
    mention: Span | None
    cue: Span | None
    confidence: float
    negated: bool = False
    decided_by: DecidedBy = DecidedBy.RULE
    hypothetical: bool = False
    via: Speaker | None = None
    candidates: tuple[PossibleSpeaker, ...] = ()

    @property
    def is_unsure(self) -> bool:
        """Whether the speaker is a guess that should be asked about: every other such name is wrong."""
        return self.confidence < _UNSURE

    @property
    def alternatives(self) -> tuple[Speaker, ...]:
        """The other possible speakers by name, likeliest first."""
        return tuple(candidate.speaker for candidate in self.candidates)

    @property
    def is_claimed(self) -> bool:
        """Whether the article says that the words were said, and does not deny or only imagine them."""
        return not (self.negated or self.hypothetical)


@dataclass(frozen=True, slots=True)
class Dating:
    """When a quotation was said, and where the text says so.

    ``inferred`` is true when the interval hangs on an article date that was itself worked out; ``reason`` is
    one sentence that says how the expression was read, and ``sentence`` the same for a desk in another
    language.
    """

    interval: Interval
    evidence: Span | None
    inferred: bool = False
    reason: str = ""
    sentence: Message | None = None

"""The data classes that flow through QuoteCheck, from the article to the report.

Offsets are half-open code-point offsets: into ``Article.text`` unless a docstring says otherwise. Everything
here is frozen: a later stage makes a new object, it never changes an earlier one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Self

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
    "Match",
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
]


class Span(NamedTuple):
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers in ``text``."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class Interval(NamedTuple):
    """A closed range of days: ``earliest`` and ``latest`` both belong to it."""

    earliest: date
    latest: date

    @classmethod
    def day(cls, day: date) -> Self:
        """Return the interval of one day."""
        return cls(day, day)

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two ranges share at least one day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def contains(self, other: Interval) -> bool:
        """Tell whether every day of ``other`` lies in this range."""
        return self.earliest <= other.earliest and other.latest <= self.latest


class Kind(StrEnum):
    """What stands between a pair of quotation marks; only the first two are speech."""

    STATEMENT = "statement"
    FRAGMENT = "fragment"
    SCARE = "scare"
    TITLE = "title"

    @property
    def is_speech(self) -> bool:
        return self in (Kind.STATEMENT, Kind.FRAGMENT)


class SpeakerType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


class DecidedBy(StrEnum):
    """Who settled an attribution: a rule, the trained ranker, or a person."""

    RULE = "rule"
    MODEL = "model"
    USER = "user"


class Basis(StrEnum):
    """How the article's date is known: told by the user, by metadata, by its text, or worked out from it."""

    GIVEN = "given"
    METADATA = "metadata"
    TEXT = "text"
    INFERRED = "inferred"


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


class QuoteStatus(StrEnum):
    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    RETRACTED = "retracted"


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
class Publication:
    """When the article appeared, and how that is known.

    ``reason`` is a sentence for the reader ("a Wednesday that is December 8 is of 2021 …"), empty where the
    date was simply given; ``evidence`` is where the text says it.
    """

    interval: Interval
    basis: Basis
    reason: str = ""
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The text to check, and what is known of it.

    ``language`` and ``translated_from`` are ISO 639-1 codes; ``translated_from`` is set where the article
    says that it is a translation ("und" when it does not say from what).
    """

    text: str
    id: str = ""
    title: str | None = None
    source_url: str | None = None
    publisher: str | None = None
    language: str = "en"
    translated_from: str | None = None
    published: Publication | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between one pair of marks.

    ``span`` is the content inside the marks and ``marked`` the same with them; ``turn`` is the number
    (from 1) of the utterance that it is a part of; ``nested`` are the contents of quotations inside it.
    """

    span: Span
    marked: Span
    text: str
    kind: Kind
    turn: int
    nested: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke: the fullest name that is known, or the description of an unnamed source."""

    name: str
    role: str | None = None
    type: SpeakerType = SpeakerType.PERSON


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
    ``alternatives`` are other possible speakers, likeliest first, ``candidates`` the same with their mentions
    and probabilities. ``via`` is who tells that the speaker said it, where that is not
    the article itself: Hansen in "Hansen recalled that Thorsen told him".
    """

    speaker: Speaker
    mention: Span | None
    cue: Span | None
    confidence: float
    negated: bool = False
    decided_by: DecidedBy = DecidedBy.RULE
    alternatives: tuple[Speaker, ...] = ()
    hypothetical: bool = False
    via: Speaker | None = None
    candidates: tuple[PossibleSpeaker, ...] = ()

    @property
    def is_claimed(self) -> bool:
        """Whether the article says that the words were said, and does not deny or only imagine them."""
        return not (self.negated or self.hypothetical)


@dataclass(frozen=True, slots=True)
class Dating:
    """When a quotation was said, and where the text says so.

    ``inferred`` is true when the interval hangs on an article date that was itself worked out; ``reason`` is
    one sentence that says how the expression was read.
    """

    interval: Interval
    evidence: Span | None
    inferred: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ArchivedQuote:
    """A statement as the archive holds it.

    ``said`` is None where the archive does not know the day. ``before`` and ``after`` are the source's words
    around the statement, where known. ``external_id`` is the id it had in the file it was imported from.
    ``speaker_names`` are all the names (with aliases) of its speaker, the main one first.
    """

    uid: str
    text: str
    speaker: str | None
    said: Interval | None = None
    speaker_names: tuple[str, ...] = ()
    speaker_role: str | None = None
    source_title: str | None = None
    source_url: str | None = None
    publisher: str | None = None
    source_language: str | None = None
    occasion: str | None = None
    before: str = ""
    after: str = ""
    status: QuoteStatus = QuoteStatus.UNVERIFIED
    external_id: str | None = None
    verified_by: str | None = None
    verified_on: date | None = None


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

    ``archive_speaker`` is the archive's own name for the speaker whom the article gives, where it knows one.
    """

    wording: Wording
    summary: str
    cautions: tuple[Caution, ...] = ()
    score: float = 0.0
    match: Match | None = None
    candidates: tuple[Match, ...] = ()
    archive_speaker: str | None = None

    @property
    def needs_attention(self) -> bool:
        """Tell whether a person should look: anything but the same words without a caution."""
        return self.wording not in (Wording.VERBATIM, Wording.MINOR) or bool(self.cautions)


@dataclass(frozen=True, slots=True)
class DecisionNote:
    """What a person decided on a finding, in words: for reports, which keep it apart from what was found.

    ``kind`` is that of the decision ("confirmed", "match", "speaker" …); ``found`` is what the machine had in
    its place, empty where it had nothing.
    """

    kind: str
    text: str
    by: str
    at: datetime
    found: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A quotation with all that the later stages know of it; None is "not known" or "not yet".

    ``decisions`` are what people said of it, for reports; the earliest first.
    """

    quotation: Quotation
    attribution: Attribution | None = None
    dating: Dating | None = None
    verdict: Verdict | None = None
    decisions: tuple[DecisionNote, ...] = ()


@dataclass(frozen=True, slots=True)
class TextWarning:
    """Something odd about the text itself, at code point ``at`` ("unpaired-mark" …)."""

    code: str
    at: int
    message: str


@dataclass(frozen=True, slots=True)
class ArchiveIdentity:
    """Which archive a report was checked against."""

    name: str
    quotes: int


@dataclass(frozen=True, slots=True)
class Report:
    """An article with its findings in text order."""

    article: Article
    findings: tuple[Finding, ...] = ()
    warnings: tuple[TextWarning, ...] = ()
    archive: ArchiveIdentity | None = None

    @property
    def speech(self) -> tuple[Finding, ...]:
        """The findings that are speech: statements and fragments."""
        return tuple(finding for finding in self.findings if finding.quotation.kind.is_speech)

    @property
    def needs_attention(self) -> bool:
        return bool(self.warnings) or any(
            finding.verdict is not None and finding.verdict.needs_attention for finding in self.findings
        )

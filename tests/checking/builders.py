"""Short ways to say who printed what and what the archive holds."""

from __future__ import annotations

from datetime import date

from quotecheck.model import (
    ArchivedQuote,
    Article,
    Attribution,
    Basis,
    Dating,
    Finding,
    Interval,
    Kind,
    Publication,
    Quotation,
    QuoteStatus,
    Span,
    Speaker,
    SpeakerType,
)

DAY = date(2024, 3, 5)


def archived(
    text: str,
    speaker: str | None = "Helen Marsh",
    *,
    said: date | Interval | None = DAY,
    uid: str | None = None,
    before: str = "",
    after: str = "",
    status: QuoteStatus = QuoteStatus.UNVERIFIED,
    role: str | None = None,
    names: tuple[str, ...] = (),
) -> ArchivedQuote:
    return ArchivedQuote(
        uid or f"{speaker}/{text[:30]}",
        text,
        speaker,
        Interval.day(said) if isinstance(said, date) else said,
        names or ((speaker,) if speaker else ()),
        role,
        before=before,
        after=after,
        status=status,
    )


def finding(
    text: str,
    speaker: str | None = "Helen Marsh",
    *,
    said: date | Interval | None = None,
    kind: SpeakerType = SpeakerType.PERSON,
    confidence: float = 0.95,
    negated: bool = False,
) -> Finding:
    whole = Span(0, len(text))
    interval = Interval.day(said) if isinstance(said, date) else said
    return Finding(
        Quotation(whole, whole, text, Kind.STATEMENT, 1),
        Attribution(Speaker(speaker, type=kind), None, None, confidence, negated) if speaker else None,
        Dating(interval, None) if interval else None,
    )


def article(*, published: date | None = None, translated_from: str | None = None) -> Article:
    publication = Publication(Interval.day(published), Basis.GIVEN) if published else None
    return Article("the article", published=publication, translated_from=translated_from)

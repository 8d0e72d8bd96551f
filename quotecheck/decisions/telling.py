"""What people decided, written into a report for whoever reads it: who, what, when, and instead of what."""

from __future__ import annotations

from dataclasses import replace

from quotecheck.decisions.changes import (
    Confirmed,
    DateCorrected,
    Decision,
    MatchChosen,
    NotAQuotation,
    Noted,
    QuotationAdded,
    SpanCorrected,
    SpeakerCorrected,
    VerdictOverridden,
)
from quotecheck.decisions.reviewing import Review, Standing
from quotecheck.model import DecisionNote, Finding, Interval, LostNote, Report

__all__ = ["told"]


def _days(interval: Interval | None) -> str:
    if interval is None:
        return "no date"
    first, last = (day.isoformat() for day in interval)
    return first if first == last else f"{first} to {last}"


def _wording(finding: Finding | None) -> str:
    if finding is None or finding.verdict is None:
        return ""
    verdict = finding.verdict
    cautions = (f"+ {caution.value.replace('_', ' ')}" for caution in verdict.cautions)
    return " ".join((verdict.wording.value.replace("_", " "), *cautions))


def _words(decision: Decision) -> str:
    """Return what was decided, as a part of a sentence."""
    match decision.change:
        case Confirmed(wording=wording):
            words = f"confirmed as {wording.value.replace('_', ' ')}" if wording else "confirmed"
        case MatchChosen(quote=quote):
            words = f"match: “{quote.text}”" if quote else "none of the archived statements"
        case SpeakerCorrected(speaker=speaker):
            words = f"speaker: {speaker.name}" if speaker else "speaker not named"
        case DateCorrected(said=said):
            words = f"said: {_days(said)}"
        case VerdictOverridden(wording=wording, reason=reason):
            words = f"{wording.value.replace('_', ' ')}: {reason}"
        case Noted(text=text):
            words = f"note: {text}"
        case QuotationAdded():
            words = "made a quotation"
        case NotAQuotation():
            words = "no quotation"
        case SpanCorrected(to=to):
            words = f"words: “{to.exact}”"
    return words


def _found(decision: Decision, found: Finding | None) -> str:
    """Return what the machine had found in the place of what was decided; nothing where it had nothing."""
    match decision.change:
        case Confirmed() | VerdictOverridden():
            return _wording(found)
        case MatchChosen():
            match = found.verdict.match if found and found.verdict else None
            return match.quote.text if match else ""
        case SpeakerCorrected():
            return found.attribution.speaker.name if found and found.attribution else ""
        case DateCorrected():
            return _days(found.dating.interval) if found and found.dating else ""
        case SpanCorrected():
            return found.quotation.text if found else ""
        case _:
            return ""


def _note(decision: Decision, found: Finding | None) -> DecisionNote:
    return DecisionNote(
        decision.change.kind, _words(decision), decision.by, decision.at, _found(decision, found)
    )


def _notes(standing: Standing) -> tuple[DecisionNote, ...]:
    return tuple(_note(decision, standing.found) for decision in standing.decisions)


def told(reviewed: Review) -> Report:
    """Return the report of a review with the decisions on each finding beside it, the earliest first.

    Those whose words are gone stand in its ``lost``.
    """
    pairs = zip(reviewed.report.findings, reviewed.standings, strict=True)
    findings = tuple(
        replace(finding, decisions=_notes(standing), is_settled=standing.is_settled)
        if standing.decisions
        else finding
        for finding, standing in pairs
    )
    lost = tuple(LostNote(decision.about.exact, _note(decision, None)) for decision in reviewed.lost)
    return replace(reviewed.report, findings=findings, lost=lost)

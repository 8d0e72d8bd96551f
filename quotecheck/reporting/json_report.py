"""The report for programs: schema ``quotecheck.report/1``, described by ``resources/report.schema.json``."""

from __future__ import annotations

import json
from typing import Any

from quotecheck.model import (
    Attribution,
    DecisionNote,
    Difference,
    Finding,
    Interval,
    Match,
    PossibleSpeaker,
    Publication,
    Report,
    Span,
    Speaker,
    Verdict,
)

__all__ = ["SCHEMA", "json_line", "report_to_json", "verdict_to_json"]

SCHEMA = "quotecheck.report/1"

_LINE_BREAKS = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"})
"""What many readers of lines take for a line's end, in JSON's own escapes."""


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _days(interval: Interval) -> dict[str, Any]:
    return {"earliest": interval.earliest.isoformat(), "latest": interval.latest.isoformat()}


def _published(published: Publication | None) -> dict[str, Any] | None:
    if published is None:
        return None
    return {
        **_days(published.interval),
        "basis": published.basis.value,
        "reason": published.reason,
        "evidence": _span(published.evidence),
    }


def _via(speaker: Speaker | None) -> dict[str, Any] | None:
    if speaker is None:
        return None
    return {"name": speaker.name, "role": speaker.role, "type": speaker.type.value}


def _possible(possible: PossibleSpeaker) -> dict[str, Any]:
    return {
        "name": possible.speaker.name,
        "mention": _span(possible.mention),
        "probability": round(possible.probability, 4),
    }


def _speaker(attribution: Attribution | None, verdict: Verdict | None) -> dict[str, Any] | None:
    if attribution is None:
        return None
    return {
        "name": attribution.speaker.name,
        "role": attribution.speaker.role,
        "type": attribution.speaker.type.value,
        "mention": _span(attribution.mention),
        "cue": _span(attribution.cue),
        "negated": attribution.negated,
        "hypothetical": attribution.hypothetical,
        "via": _via(attribution.via),
        "confidence": round(attribution.confidence, 4),
        "decided_by": attribution.decided_by.value,
        "candidates": [_possible(one) for one in attribution.candidates],
        "archive_name": verdict.archive_speaker if verdict else None,
    }


def _said(finding: Finding) -> dict[str, Any] | None:
    dating = finding.dating
    if dating is None:
        return None
    return {
        **_days(dating.interval),
        "evidence": _span(dating.evidence),
        "inferred": dating.inferred,
        "reason": dating.reason,
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "op": difference.op.value,
        "article": difference.article,
        "archive": difference.archive,
        "kind": difference.kind.value,
        "explanation": difference.explanation,
        "article_span": _span(difference.article_span),
        "archive_span": _span(difference.archive_span),
    }


def _candidate(match: Match) -> dict[str, Any]:
    quote = match.quote
    return {
        "quote_id": quote.uid,
        "external_id": quote.external_id,
        "text": quote.text,
        "speaker": quote.speaker,
        "date": quote.said.earliest.isoformat() if quote.said else None,
        "date_latest": quote.said.latest.isoformat() if quote.said else None,
        "source_title": quote.source_title,
        "source_url": quote.source_url,
        "publisher": quote.publisher,
        "score": round(match.score, 4),
    }


def _match(match: Match | None) -> dict[str, Any] | None:
    if match is None:
        return None
    return {
        **_candidate(match),
        "status": match.quote.status.value,
        "occasion": match.quote.occasion,
        "window": _span(match.window),
        "before": match.before,
        "after": match.after,
        "differences": [_difference(difference) for difference in match.differences],
    }


def _decision(note: DecisionNote) -> dict[str, Any]:
    return {
        "kind": note.kind,
        "text": note.text,
        "by": note.by,
        "at": note.at.isoformat(),
        "found": note.found or None,
    }


def _possible_speakers(finding: Finding, report: Report) -> list[dict[str, Any]]:
    """Return whom to ask about where the article names nobody; of a named speaker it stands with him."""
    if finding.attribution or not finding.quotation.kind.is_speech:
        return []
    offered = report.possible_speakers(finding)
    return [{"name": who.name, "role": who.role, "type": who.type.value} for who in offered]


def _quotation(finding: Finding, report: Report) -> dict[str, Any]:
    quotation = finding.quotation
    return {
        "start": quotation.span.start,
        "end": quotation.span.end,
        "text": quotation.text,
        "kind": quotation.kind.value,
        "turn": quotation.turn,
        "speaker": _speaker(finding.attribution, finding.verdict),
        "possible_speakers": _possible_speakers(finding, report),
        "said": _said(finding),
        "verdict": verdict_to_json(finding.verdict),
        "decisions": [_decision(note) for note in finding.decisions],
    }


def verdict_to_json(verdict: Verdict | None) -> dict[str, Any] | None:
    """Return a verdict as the report holds it; None where there is none."""
    if verdict is None:
        return None
    return {
        "wording": verdict.wording.value,
        "cautions": [caution.value for caution in verdict.cautions],
        "score": round(verdict.score, 4),
        "summary": verdict.summary,
        "match": _match(verdict.match),
        "candidates": [_candidate(candidate) for candidate in verdict.candidates],
    }


def report_to_json(report: Report) -> dict[str, Any]:
    """Return the report as plain values: every key is there, null where a thing is unknown.

    Offsets are half-open code points into the article's text, dates ISO 8601. A match's ``date`` is the first
    day it can have been said on, ``date_latest`` the last.
    """
    article = report.article
    return {
        "schema": SCHEMA,
        "id": article.id,
        "article": {
            "text": article.text,
            "title": article.title,
            "source_url": article.source_url,
            "publisher": article.publisher,
            "language": article.language,
            "translated_from": article.translated_from,
            "published": _published(article.published),
        },
        "archive": None
        if report.archive is None
        else {"name": report.archive.name, "quotes": report.archive.quotes},
        "quotations": [_quotation(finding, report) for finding in report.findings],
        "warnings": [
            {"code": warning.code, "at": warning.at, "message": warning.message}
            for warning in report.warnings
        ],
        "lost_decisions": [{"words": lost.words, **_decision(lost.note)} for lost in report.lost],
    }


def json_line(value: dict[str, Any]) -> str:
    """Return a report, or a part of one, as one line of JSON that any UTF-8 stream can carry."""
    line = json.dumps(value, ensure_ascii=False).translate(_LINE_BREAKS)
    # A lone surrogate has no UTF-8 form; its backslash escape happens to be JSON's own.
    return line.encode("utf-8", "backslashreplace").decode("utf-8")

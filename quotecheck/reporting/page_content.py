"""What a laid-out report says, as plain values in the order of the page: for the PDF and the HTML alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlsplit

from quotecheck.model import Finding, Interval, Match, QuoteStatus, Report, TextWarning
from quotecheck.reporting.article_runs import article_paragraphs
from quotecheck.reporting.cleaning import one_line, printable, shortened, unfolded
from quotecheck.reporting.palette import CAUTIONS
from quotecheck.reporting.phrases import (
    annotation_text,
    archive_text,
    counts,
    decision_text,
    difference_text,
    doubt_text,
    interval_text,
    language_name,
    other_decisions,
    published_text,
    said_text,
    speaker_text,
    style_of_finding,
    title_text,
    translated_text,
    warning_counts,
)
from quotecheck.reporting.runs import Run, archived_runs, is_harmless, printed_runs

__all__ = ["page_content"]

_CANDIDATES = 3
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_URL_SIGNS = "%/:?#[]@!$&'()*+,;=~-._"


def _link(url: str | None, clean: Callable[[str], str]) -> dict[str, str] | None:
    """Return a link that is safe to click: web addresses only, in ASCII as PDF wants them."""
    address = re.sub(r"\s", "", printable(url or ""))
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return {"target": quote(address, safe=_URL_SIGNS), "text": clean(address)}


def _runs(runs: list[Run], clean: Callable[[str], str]) -> list[dict[str, Any]]:
    return [
        {
            "text": clean(unfolded(run.text)),
            "change": run.change.value,
            "harmless": run.harmless,
        }
        for run in runs
    ]


def _caption(match: Match) -> str:
    held = match.quote
    parts = ["In the archive", held.speaker, interval_text(held.said) if held.said else None]
    return " · ".join(one_line(part) for part in parts if part)


def _source(match: Match) -> str:
    held = match.quote
    status = held.status.value
    if held.status is QuoteStatus.VERIFIED and held.verified_by and held.verified_on:
        status += f" by {one_line(held.verified_by)}, {interval_text(Interval.day(held.verified_on))}"
    about = [one_line(part) for part in (held.source_title, held.publisher, held.occasion) if part]
    return " · ".join([*about, status]) if about else status.capitalize()


def _changes(match: Match, summary: str) -> str | None:
    """Return the differences in words, for those who do not see the marks, unless the summary says them."""
    telling = [d for d in match.differences if not is_harmless(d)]
    if all(d.article in summary and d.archive in summary for d in telling):
        return None
    return f"Changes: {'; '.join(map(difference_text, telling))}."


def _match(match: Match | None, summary: str, clean: Callable[[str], str]) -> dict[str, Any] | None:
    if match is None:
        return None
    url = _link(match.quote.source_url, clean)
    return {
        "caption": clean(_caption(match)),
        "archived": _runs(archived_runs(match), clean),
        "changes": clean(_changes(match, summary) or "") or None,
        "source": clean(_source(match)),
        "url": url,
        "address": None if url else clean(one_line(match.quote.source_url or "")) or None,
    }


def _candidates(finding: Finding, clean: Callable[[str], str]) -> Iterator[str]:
    if finding.verdict is None:
        return
    best = finding.verdict.match.quote.uid if finding.verdict.match else None
    others = [match.quote for match in finding.verdict.candidates if match.quote.uid != best]
    for held in others[:_CANDIDATES]:
        who = one_line(held.speaker or "speaker unknown")
        when = f", {interval_text(held.said)}" if held.said else ""
        yield clean(f"Also in the archive: {who}{when}: “{shortened(held.text, 160)}”")


def _when(finding: Finding) -> str:
    if finding.dating is None:
        return "No date given"
    reason = one_line(finding.dating.reason)
    return f"Said: {said_text(finding)}" + (f" · {reason}" if reason else "")


def _finding(number: int, finding: Finding, report: Report, clean: Callable[[str], str]) -> dict[str, Any]:
    verdict = finding.verdict
    match = verdict.match if verdict else None
    text = finding.quotation.text
    return {
        "number": str(number),
        "style": style_of_finding(finding).key,
        "checked": verdict is not None,
        "contents": clean(annotation_text(finding)),
        "speaker": clean(speaker_text(finding)),
        "doubt": clean(doubt_text(report, finding)) or None,
        "when": clean(_when(finding)),
        "summary": clean(one_line(verdict.summary)) if verdict else None,
        "cautions": [CAUTIONS[caution] for caution in verdict.cautions] if verdict else [],
        "printed": _runs(printed_runs(text, match) if match else [Run(text)], clean),
        "match": _match(match, verdict.summary if verdict else "", clean),
        "candidates": list(_candidates(finding, clean)),
        "decisions": [clean(decision_text(note)) for note in finding.decisions],
    }


def _facts(report: Report) -> list[str]:
    article = report.article
    reason = one_line(article.published.reason) if article.published else ""
    language = language_name(article.language) or ""
    about = [one_line(article.publisher or ""), published_text(article.published)]
    checked = archive_text(report)
    if report.archive is not None:
        checked = checked.replace("checked", "checked with QuoteCheck", 1)
    how = [language, translated_text(article), checked]
    lines = [" · ".join(part for part in parts if part) for parts in (about, [reason], how)]
    return [line[:1].upper() + line[1:] for line in lines if line]


def _warning(report: Report, warning: TextWarning, clean: Callable[[str], str]) -> dict[str, str]:
    text = report.article.text
    before = one_line(text[max(0, warning.at - 60) : warning.at])
    after = shortened(text[warning.at : warning.at + 200], 130)
    lead = f"… {before} " if warning.at > 60 else f"{before} "
    return {"message": clean(one_line(warning.message)), "before": clean(lead), "after": clean(after)}


def _language(code: str) -> str:
    return code.lower() if re.fullmatch(r"[A-Za-z]{2,3}", code) and code.lower() != "und" else "en"


def _below_title(paragraphs: list[list[dict[str, Any]]], title: str) -> list[list[dict[str, Any]]]:
    """Return the paragraphs without a first one that only repeats the title, which stands above them."""
    first = paragraphs[0] if paragraphs else []
    repeats = all(run.keys() == {"text"} for run in first) and "".join(run["text"] for run in first) == title
    return paragraphs[1:] if first and repeats else paragraphs


def page_content(report: Report, clean: Callable[[str], str] = printable) -> dict[str, Any]:
    """Return the report as a template reads it; every string from outside has passed through ``clean``."""
    article = report.article
    language = _language(article.language)
    total = len(report.speech)
    checked = any(finding.verdict for finding in report.speech)
    return {
        "language": language,
        "direction": "rtl" if language in _RIGHT_TO_LEFT else "ltr",
        "title": clean(title_text(article)),
        "facts": [clean(fact) for fact in _facts(report)],
        "url": _link(article.source_url, clean),
        "total": f"{total} quotation{'s' * (total != 1)}" if total else "No quotations found",
        "counts": [{"style": c.style.key, "number": c.number} for c in counts(report)] if checked else [],
        "warning_counts": [clean(phrase) for phrase in warning_counts(report)],
        "paragraphs": _below_title(article_paragraphs(report, clean), clean(title_text(article))),
        "findings": [_finding(i, finding, report, clean) for i, finding in enumerate(report.speech, start=1)],
        "legend": any(f.verdict and f.verdict.match and f.verdict.match.differences for f in report.speech),
        "other_decisions": [clean(words) for words in other_decisions(report)],
        "warnings": [_warning(report, warning, clean) for warning in report.warnings],
    }

"""What the typesetter is told: the report as plain strings and numbers, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import quote, urlsplit

from quotecheck.model import Finding, Interval, Match, QuoteStatus, Report, Span, TextWarning
from quotecheck.reporting.cleaning import breakable, one_line, printable, shortened
from quotecheck.reporting.palette import CAUTIONS, COLORS, UNCHECKED, VERDICTS, Theme, VerdictStyle
from quotecheck.reporting.phrases import (
    archive_text,
    counts,
    difference_text,
    interval_text,
    language_name,
    published_text,
    said_text,
    speaker_text,
    style_of_finding,
    title_text,
    translated_text,
    warning_counts,
)
from quotecheck.reporting.runs import Change, Run, archived_runs, is_harmless, printed_runs

__all__ = ["page_data"]

_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t]+")
_ENDS_A_SENTENCE = tuple(".!?:;”\"’'»…)")
_BODY_WORD, _NOTE_WORD = 34, 20
"""The longest words, in characters, that surely fit a line of the article and of a note."""
_SUMMARY, _BRIEF = 170, 60
_CANDIDATES = 3
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_URL_SIGNS = "%/:?#[]@!$&'()*+,;=~-._"


def _style(style: VerdictStyle) -> dict[str, Any]:
    fill = style.fill.light if style.fill else None
    return {"sign": style.sign, "label": style.label, "ink": style.ink.light, "fill": fill}


def _link(url: str | None, clean: Callable[[str], str]) -> dict[str, str] | None:
    """Return a link that is safe to click: web addresses only, in ASCII as PDF wants them."""
    address = re.sub(r"\s", "", printable(url or ""))
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return {"target": quote(address, safe=_URL_SIGNS), "text": breakable(clean(address), 12)}


def _is_hard_wrapped(text: str) -> bool:
    """Tell whether line breaks only fold the lines, with blank lines between the paragraphs."""
    lines = [line.rstrip() for line in _LINE_BREAK.split(text)]
    if not any(not line for line in lines[1:-1]):
        return False
    followed = [line for line, after in pairwise(lines) if line and after]
    open_ended = [line for line in followed if len(line) > 40 and not line.endswith(_ENDS_A_SENTENCE)]
    return len(open_ended) * 2 > len(followed)


def _owners(findings: tuple[Finding, ...], length: int) -> list[tuple[Span, int]]:
    """Return the stretches to highlight with their finding; nested and crossing quotations share nothing."""
    owned: list[tuple[Span, int]] = []
    free = 0
    order = sorted(range(len(findings)), key=lambda i: findings[i].quotation.span)
    for i in order:
        span = findings[i].quotation.span
        start, end = max(span.start, free), min(span.end, length)
        if start < end:
            owned.append((Span(start, end), i))
            free = end
    return owned


def _marks(report: Report) -> dict[int, list[dict[str, Any]]]:
    """Return the little signs that stand between two characters: numbers after quotations, then warnings."""
    marks: dict[int, list[dict[str, Any]]] = {}
    length = len(report.article.text)
    for i, finding in enumerate(report.speech):
        marks.setdefault(min(finding.quotation.marked.end, length), []).append({"number": i})
    for i, warning in enumerate(report.warnings):
        marks.setdefault(min(max(warning.at, 0), length), []).append({"warning": i})
    return marks


def _paragraphs(report: Report, clean: Callable[[str], str]) -> list[list[dict[str, Any]]]:
    text = report.article.text
    splits = re.compile(r"(?:\s*\n){2,}") if _is_hard_wrapped(text) else _LINE_BREAK
    owned = dict(_owners(report.speech, len(text)))
    marks = _marks(report)
    cuts = sorted({0, len(text), *marks, *(edge for span in owned for edge in span)})
    paragraphs: list[list[dict[str, Any]]] = [[]]
    begun: set[int] = set()
    owner_at = {span.start: (span, i) for span, i in owned.items()}
    current: tuple[Span, int] | None = None
    for start, end in pairwise([*cuts, len(text)]):
        paragraphs[-1].extend(marks.get(start, ()))
        current = owner_at.get(start, current if current and start < current[0].end else None)
        for i, piece in enumerate(splits.split(text[start:end])):
            if i:
                paragraphs.append([])
            words = clean(_BLANKS.sub(" ", _LINE_BREAK.sub(" ", piece)))
            if not words:
                continue
            run: dict[str, Any] = {"text": words}
            if current is not None:
                run |= {"quotation": current[1], "first": current[1] not in begun}
                begun.add(current[1])
            paragraphs[-1].append(run)
    return [runs for runs in paragraphs if any(run.get("text", "…").strip() for run in runs)]


def _runs(runs: list[Run], clean: Callable[[str], str]) -> list[dict[str, Any]]:
    return [
        {
            "text": clean(_BLANKS.sub(" ", _LINE_BREAK.sub(" ", run.text))),
            "change": run.change.value,
            "harmless": run.harmless,
        }
        for run in runs
    ]


def _context(words: str, clean: Callable[[str], str], *, leading: bool) -> list[dict[str, Any]]:
    line = clean(one_line(words))
    if not line:
        return []
    text = line + " " if leading else " " + line
    return [{"text": text, "change": Change.OUTSIDE.value, "harmless": False}]


def _caption(match: Match) -> str:
    held = match.quote
    parts = ["in the archive", held.speaker, interval_text(held.said) if held.said else None]
    return " · ".join(one_line(part) for part in parts if part).upper()


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
        "archived": [
            *_context(match.before, clean, leading=True),
            *_runs(archived_runs(match), clean),
            *_context(match.after, clean, leading=False),
        ],
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


def _finding(number: int, finding: Finding, clean: Callable[[str], str]) -> dict[str, Any]:
    verdict = finding.verdict
    match = verdict.match if verdict else None
    text = finding.quotation.text

    def narrow(words: str) -> str:
        return breakable(clean(words), _NOTE_WORD)

    return {
        "number": str(number),
        "style": style_of_finding(finding).key,
        "checked": verdict is not None,
        "speaker": clean(speaker_text(finding)),
        "when": clean(_when(finding)),
        "summary": clean(one_line(verdict.summary)) if verdict else None,
        "cautions": [CAUTIONS[caution] for caution in verdict.cautions] if verdict else [],
        "printed": _runs(printed_runs(text, match) if match else [Run(text)], clean),
        "match": _match(match, verdict.summary if verdict else "", clean),
        "candidates": list(_candidates(finding, clean)),
        "note": {
            "speaker": narrow(shortened(speaker_text(finding, role=False), 60)),
            "said": interval_text(finding.dating.interval, brief=True) if finding.dating else None,
            "summary": narrow(shortened(verdict.summary, _SUMMARY)) if verdict else None,
            "brief": narrow(shortened(verdict.summary, _BRIEF)) if verdict else None,
        },
    }


def _facts(report: Report) -> list[str]:
    article = report.article
    published = published_text(article.published)
    if article.published and article.published.reason:
        published += f": {one_line(article.published.reason)}"
    language = str(language_name(article.language)) if article.language != "en" else ""
    about = [one_line(article.publisher or ""), published]
    checked = archive_text(report)
    if report.archive is not None:
        checked = checked.replace("checked", "checked with QuoteCheck", 1)
    how = [language, translated_text(article), checked]
    lines = [" · ".join(part for part in parts if part) for parts in (about, how)]
    return [line[:1].upper() + line[1:] for line in lines if line]


def _warning(report: Report, warning: TextWarning, clean: Callable[[str], str]) -> dict[str, str]:
    text = report.article.text
    before = one_line(text[max(0, warning.at - 60) : warning.at])
    after = shortened(text[warning.at : warning.at + 200], 130)
    lead = f"… {before} " if warning.at > 60 else f"{before} "
    return {"message": clean(one_line(warning.message)), "before": clean(lead), "after": clean(after)}


def _language(code: str) -> str:
    return code.lower() if re.fullmatch(r"[A-Za-z]{2,3}", code) and code.lower() != "und" else "en"


def page_data(
    report: Report, *, author: str, program: str, paper: str = "a4", clean: Callable[[str], str] = printable
) -> dict[str, Any]:
    """Return the report as the template reads it.

    Every string that comes from outside has passed through ``clean``, which must leave nothing that the
    fonts cannot show.
    """
    article = report.article
    title = clean(title_text(article))
    language = _language(article.language)
    total = len(report.speech)
    checked = any(finding.verdict for finding in report.speech)
    opening = shortened(article.text, 60)

    def body(words: str) -> str:
        return breakable(clean(words), _BODY_WORD)

    return {
        "paper": paper,
        "program": program,
        "language": language,
        "direction": "rtl" if language in _RIGHT_TO_LEFT else "ltr",
        "title": breakable(title, 24),
        "metadata": {
            "title": clean(title if article.title else f"{title}: “{opening}”"),
            "author": clean(one_line(author)) or "QuoteCheck",
            "description": f"{total} quotation{'s' * (total != 1)}, {clean(archive_text(report))}",
        },
        "facts": [body(fact) for fact in _facts(report)],
        "url": _link(article.source_url, clean),
        "total": f"{total} quotation{'s' * (total != 1)}" if total else "No quotations found",
        "counts": [{"style": c.style.key, "number": c.number} for c in counts(report)] if checked else [],
        "warning-counts": [clean(phrase) for phrase in warning_counts(report)],
        "styles": {style.key: _style(style) for style in (*VERDICTS.values(), UNCHECKED)},
        "colors": {token: shade.on(Theme.LIGHT) for token, shade in COLORS.items()},
        "paragraphs": _paragraphs(report, body),
        "findings": [_finding(i, finding, body) for i, finding in enumerate(report.speech, start=1)],
        "legend": any(f.verdict and f.verdict.match and f.verdict.match.differences for f in report.speech),
        "warnings": [_warning(report, warning, body) for warning in report.warnings],
    }

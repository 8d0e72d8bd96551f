"""Cutting texts into runs: the article at its quotations, a quotation at its differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotecheck.model import Difference, Match, Span
from quotecheck.reporting.cleaning import unfolded

__all__ = ["Change", "Run", "archived_runs", "is_harmless", "printed_runs", "woven_runs"]

_CONTEXT = 320
_OPENING = "([{“‘«'\"-—"


class Change(StrEnum):
    """Whose words a run holds: both texts', the article's alone, the archive's alone, or context."""

    SAME = "same"
    PRINTED = "printed"
    ARCHIVED = "archived"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is shown in one way; ``harmless`` changes are shown fainter."""

    text: str
    change: Change = Change.SAME
    harmless: bool = False


def is_harmless(difference: Difference) -> bool:
    """Tell whether a change cannot matter by its kind: spelling, function words, or disclosed in print."""
    return difference.kind.is_harmless


def _clipped(span: Span, text: str) -> Span:
    start = min(max(span.start, 0), len(text))
    return Span(start, min(max(span.end, start), len(text)))


def _marked(text: str, spans: Sequence[tuple[Span, bool]], *, change: Change, within: Span) -> Iterator[Run]:
    """Yield ``text[within]`` cut at ``spans``; what overlaps an earlier span is not marked twice."""
    at = within.start
    for span, harmless in sorted(spans):
        start, end = max(span.start, at), min(span.end, within.end)
        if start >= end:
            continue
        if start > at:
            yield Run(text[at:start])
        yield Run(text[start:end], change, harmless)
        at = end
    if at < within.end:
        yield Run(text[at : within.end])


def printed_runs(text: str, match: Match) -> list[Run]:
    """Return the printed words with those marked that the archive does not have there."""
    spans = [(_clipped(d.article_span, text), is_harmless(d)) for d in match.differences]
    return list(_marked(text, spans, change=Change.PRINTED, within=Span(0, len(text))))


def _context(words: str, *, leading: bool) -> str:
    """Return the source's words beside the match, cut to a length that leaves the match the main thing."""
    line = unfolded(words)
    if len(line) <= _CONTEXT:
        return line
    if leading:
        return "… " + line[-_CONTEXT:].partition(" ")[2]
    return line[:_CONTEXT].rpartition(" ")[0] + " …"


def archived_runs(match: Match) -> list[Run]:
    """Return the archived words, marking those not printed; the source's words around them are OUTSIDE."""
    text = match.quote.text
    window = _clipped(match.window, text)
    spans = [(_clipped(d.archive_span, text), is_harmless(d)) for d in match.differences]
    runs = list(_marked(text, spans, change=Change.ARCHIVED, within=window))
    if before := _context(match.before or text[: window.start], leading=True):
        gap = "" if before[-1].isspace() or before[-1] in _OPENING else " "
        runs.insert(0, Run(before + gap, Change.OUTSIDE))
    if after := _context(match.after or text[window.end :], leading=False):
        gap = " " if after[0].isalnum() else ""
        runs.append(Run(gap + after, Change.OUTSIDE))
    return runs


def woven_runs(text: str, match: Match) -> list[Run]:
    """Return the printed words, each change with the archived words put before the printed ones."""
    runs: list[Run] = []
    at = 0
    for difference in sorted(match.differences, key=lambda d: (d.article_span.start, d.article_span.end)):
        span = _clipped(difference.article_span, text)
        if span.start < at:
            continue
        harmless = is_harmless(difference)
        if span.start > at:
            runs.append(Run(text[at : span.start]))
        if difference.archive:
            runs.append(Run(difference.archive, Change.ARCHIVED, harmless))
        if span.end > span.start:
            runs.append(Run(text[span.start : span.end], Change.PRINTED, harmless))
        at = span.end
    if at < len(text):
        runs.append(Run(text[at:]))
    return runs

"""The article as paragraphs of runs: plain words, quoted words, and the small signs between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from quotecheck.model import Finding, Report, Span
from quotecheck.reporting.cleaning import LINE_BREAK, unfolded

__all__ = ["article_paragraphs"]

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_ENDS_A_SENTENCE = tuple(".!?:;”\"’'»…)")


def _is_hard_wrapped(text: str) -> bool:
    """Tell whether line breaks only fold the lines, with blank lines between the paragraphs."""
    lines = [line.rstrip() for line in LINE_BREAK.split(text)]
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


def article_paragraphs(report: Report, clean: Callable[[str], str]) -> list[list[dict[str, Any]]]:
    """Return the article's paragraphs, each a list of runs.

    A run has ``text``, and where that is quoted ``quotation`` (an index into ``report.speech``) and ``first``
    (the quotation begins here); or it is a mark: ``number`` after a quotation, ``warning`` before its place.
    """
    text = report.article.text
    splits = _BLANK_LINE if _is_hard_wrapped(text) else LINE_BREAK
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
            words = clean(unfolded(piece))
            if not words:
                continue
            run: dict[str, Any] = {"text": words}
            if current is not None:
                run |= {"quotation": current[1], "first": current[1] not in begun}
                begun.add(current[1])
            paragraphs[-1].append(run)
    return [runs for runs in paragraphs if any(run.get("text", "…").strip() for run in runs)]

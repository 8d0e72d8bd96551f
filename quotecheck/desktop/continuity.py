"""Keeps what was known of a quotation on show until its new analysis has come so far."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import replace

from quotecheck.model import Finding, Report

__all__ = ["carried", "successor"]


def _carry(fresh: Finding, known: Finding) -> Finding:
    # The old offsets belong to the old text.
    attribution = known.attribution and replace(known.attribution, mention=None, cue=None)
    dating = known.dating and replace(known.dating, evidence=None)
    return replace(
        fresh,
        attribution=fresh.attribution or attribution,
        dating=fresh.dating or dating,
        verdict=fresh.verdict or known.verdict,
    )


def carried(known: Report | None, fresh: Report) -> Report:
    """Return ``fresh`` with its gaps filled from ``known``, for quotations with the same words.

    For reports on the way only: in the last one a gap is an answer.
    """
    if known is None:
        return fresh
    waiting: defaultdict[str, deque[Finding]] = defaultdict(deque)
    for finding in known.findings:
        waiting[finding.quotation.text].append(finding)
    findings = [
        _carry(finding, waiting[finding.quotation.text].popleft())
        if waiting[finding.quotation.text]
        else finding
        for finding in fresh.findings
    ]
    article = fresh.article
    if article.published is None:
        article = replace(article, published=known.article.published)
    return replace(fresh, article=article, findings=tuple(findings))


def successor(known: Report, number: int, fresh: Report) -> int | None:
    """Return which number quotation ``number`` of ``known`` has in ``fresh``: same words, nearest place."""
    if not 1 <= number <= len(known.speech):
        return None
    old = known.speech[number - 1].quotation
    same = [
        (abs(finding.quotation.span.start - old.span.start), i)
        for i, finding in enumerate(fresh.speech, start=1)
        if finding.quotation.text == old.text
    ]
    if same:
        return min(same)[1]
    # The words were edited: the quotation that stands where it stood.
    return next(
        (i for i, f in enumerate(fresh.speech, start=1) if f.quotation.span.overlaps(old.span)),
        None,
    )

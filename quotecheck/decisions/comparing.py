"""What a new check finds otherwise than an earlier one of the same article."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass

from quotecheck.model import Finding, Report

__all__ = ["Changed", "compare"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A quotation whose finding is not what it was; ``number`` counts the speech of the new report from 1.

    ``before`` is None for a quotation that was not found then, ``now`` (and ``number``) for one that is not
    found any more.
    """

    number: int | None
    before: Finding | None
    now: Finding | None


def _essence(finding: Finding) -> tuple[object, ...]:
    """Return what a person would call another finding if it were another."""
    verdict, told = finding.verdict, finding.attribution
    match = verdict.match.quote.uid if verdict and verdict.match else None
    judged = (verdict.wording, frozenset(verdict.cautions), match) if verdict else None
    return judged, told.speaker.name if told else None


def compare(before: Report, now: Report) -> list[Changed]:
    """Return what has changed from one report to the other, in text order; what is gone comes last.

    Quotations are the same if they have the same words and, where these occur often, the same rank.
    """
    waiting: defaultdict[str, deque[Finding]] = defaultdict(deque)
    for finding in before.speech:
        waiting[finding.quotation.text].append(finding)
    changed = []
    for number, finding in enumerate(now.speech, start=1):
        same = waiting[finding.quotation.text]
        known = same.popleft() if same else None
        if known is None or _essence(known) != _essence(finding):
            changed.append(Changed(number, known, finding))
    gone = [finding for left in waiting.values() for finding in left]
    gone.sort(key=lambda finding: finding.quotation.span)
    return [*changed, *(Changed(None, finding, None) for finding in gone)]

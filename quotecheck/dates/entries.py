"""Dates that a quotation has from the entry it stands in: of a timeline, a diary, a record, a live page.

"4 March: The firms combine. “We were made for each other,” says Lang"; a line "Tuesday 3 March" over what was
said on that day.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from quotecheck.dates.clauses import governing_words, reports
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.ground import Ground
from quotecheck.dates.told import is_another_occasion, times
from quotecheck.model import Attribution, Quotation, Span

__all__ = ["of_entry", "of_live_entry"]

_CLOCK = re.compile(r"\s*\d{1,2}[:.]\d\d\b")
_HAS_JUST = re.compile(r"\b(?:has|have) just (\w+)")
_MOVES_ON = frozenset({ExpressionKind.NARRATIVE, ExpressionKind.DAY})


def of_entry(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "4 March: … “…,” says Lang": the date of the entry, or what it counts on from there."""
    if attribution.cue and is_another_occasion(ground, attribution.cue):
        return None
    index = bisect_right(ground.labels, quotation.marked.start, key=lambda one: one.span.start)
    if index == 0:
        return None
    label = ground.labels[index - 1]
    if not ground.heads_line(label) and ground.paragraph(label.span.start).end < quotation.marked.start:
        return None  # "4 March: …" labels its own paragraph only
    told = times(ground, Span(label.span.end, quotation.marked.start))
    return next((one for one in reversed(told) if one.kind in _MOVES_ON), label)


def of_live_entry(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "18:40 The mayor has just spoken. “…,” she said": an entry of a live page is of the page’s day."""
    paragraph = ground.paragraph(quotation.marked.start)
    if not _CLOCK.match(ground.plain, paragraph.start, paragraph.end):
        return None
    for found in _HAS_JUST.finditer(ground.plain, paragraph.start, quotation.marked.start):
        if reports(found[1]) or found[1] in governing_words("just_spoken"):
            return Expression(Span(*found.span()), ExpressionKind.DAY, unit="today")
    return None

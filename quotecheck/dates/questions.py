"""Dates that a quotation has from what was asked: the time of the question, or the time asked about."""

from __future__ import annotations

import re

from quotecheck.dates.clauses import governing_words, lowered_tokens
from quotecheck.dates.expressions import Expression
from quotecheck.dates.fronting import is_fronted
from quotecheck.dates.governing import reporting_cue
from quotecheck.dates.ground import Ground
from quotecheck.dates.told import days, has_passed, is_another_occasion, is_present, times
from quotecheck.model import Attribution, Quotation, Span
from quotecheck.speakers.cues import lemma

__all__ = ["of_answer", "of_question"]

_LABEL = re.compile(r"\s*[A-Z][\w .’'-]{0,40}:\s")
_ANSWER = 2
"""How many sentences of an answer tell of what was asked."""


def of_question(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "On Tuesday a reporter read all three to her. “…,” X replied": words put to the speaker."""
    cue = attribution.cue
    if cue is None:
        return None
    at = min(cue.start, quotation.marked.start)
    asked = ground.sentence_before(at)
    if asked is None or asked.start < ground.paragraph(at).start:
        return None
    verb = lemma(next(iter(lowered_tokens(cue.of(ground.plain))), ""))
    words = set(lowered_tokens(asked.of(ground.plain)))
    if verb not in governing_words("answering") or not words & governing_words("putting"):
        return None
    return next((one for one in days(ground, asked) if is_fronted(ground, one.span)), None)


def of_answer(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "Q: You walked out in 2018. What did you say? A: I said, “…”": the time that the question tells of."""
    cue, answer = reporting_cue(ground, quotation, attribution), ground.paragraph(quotation.marked.start)
    asked = ground.sentence_before(answer.start)
    if cue is None or asked is None or not asked.of(ground.plain).rstrip().endswith("?"):
        return None
    own = ground.plain[answer.start : cue.start]
    if not _LABEL.match(own) or own.count(". ") >= _ANSWER or is_present(ground, cue):
        return None
    if is_another_occasion(ground, cue) or ground.within(Span(answer.start, quotation.marked.start)):
        return None
    told = times(ground, ground.paragraph(asked.start))
    return next((one for one in reversed(told) if has_passed(ground, one)), None)

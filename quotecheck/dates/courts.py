"""Dates that a quotation has from a day in court: "passing sentence", "in the dock", "told the jury"."""

from __future__ import annotations

import re
from functools import cache

from quotecheck.dates.clauses import any_of, governing_words, lowered_tokens, reports
from quotecheck.dates.expressions import Expression
from quotecheck.dates.governing import cue_frame, reporting_cue
from quotecheck.dates.ground import Ground
from quotecheck.dates.told import days, has_passed, is_another_occasion, lede, times
from quotecheck.model import Attribution, Quotation, Span

__all__ = ["of_hearing", "of_judgment"]

_READ_BACK = 4
_HEARD = re.compile(r"[^;\n]*,\s(?:an?|the)\s[^,;\n]{2,60}\s(?:heard|was told)\s")


@cache
def _in_court() -> re.Pattern[str]:
    """Match what is done or told in court: "testified", "in the dock", "told the jury", "Judge Hart told"."""
    done = any_of(governing_words("in_court"))
    told, heard = any_of(governing_words("court_verbs")), any_of(governing_words("court_hearers"))
    bench = any_of(governing_words("bench"))
    return re.compile(
        rf"\b(?:{done})\b|, (?:prosecuting|defending),|\b(?:{told}) (?:the |a )?(?:{heard})\b(?! in\b)|"
        rf"\b(?:{bench}) (?-i:[A-Z][\w’'-]+ ){{1,3}}(?:{told})\b|\b(?:{bench})\b[^.;]{{0,40}} asked\b|"
        rf"\b(?:{told}) (?-i:[A-Z][\w’'-]+ ){{1,4}}(?:{heard})\b",
        re.IGNORECASE,
    )


@cache
def _passing_judgment() -> re.Pattern[str]:
    acts = any_of(governing_words("judging"))
    return re.compile(
        rf"\s*(?:{acts})\b(?=[^,]{{0,90}},)|[^,]{{3,60}}, (?:{acts})\b[^,]{{0,60}}, (?=said|told)",
        re.IGNORECASE,
    )


def _told_in_court(ground: Ground, at: int) -> Expression | None:
    """Return the time told with what was said in court, a few sentences before: "on the stand last week"."""
    for _ in range(_READ_BACK):
        sentence = ground.sentence_before(at)
        if sentence is None:
            return None
        told = [one for one in times(ground, sentence) if has_passed(ground, one)]
        if told:
            in_court = _in_court().search(ground.plain, sentence.start, sentence.end)
            return told[-1] if in_court else None
        at = sentence.start
    return None


def of_judgment(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "Passing sentence, the judge said", "He wept in the dock. “…,” he said": the day in court."""
    cue = reporting_cue(ground, quotation, attribution)
    if cue is None or is_another_occasion(ground, cue):
        return None
    frame = cue_frame(ground, quotation, cue, attribution.mention)
    before = ground.sentence_before(frame.start)
    start = before.start if before and before.start >= ground.paragraph(frame.start).start else frame.start
    judges = _passing_judgment().match(ground.plain, frame.start, frame.end) is not None
    led_in = _in_court().search(ground.plain, start, frame.start) is not None
    heard = governing_words("hearings") | governing_words("courts")
    if not (judges or led_in or _in_court().search(ground.plain, frame.start, frame.end)):
        return None
    led_in = led_in or not heard.isdisjoint(lowered_tokens(ground.plain[start : frame.start]))
    own = Span(start if led_in else frame.start, frame.end)
    told = next((one for one in days(ground, own) if has_passed(ground, one)), None)
    if told or (told := _told_in_court(ground, start)):
        return told
    opening = lede(ground, of=heard | governing_words("sessions"))
    return opening[1] if opening else None


def of_hearing(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "He moved the fence “a hand at a time”, a jury heard on Wednesday": the day of the hearing."""
    if attribution.cue and any(reports(word) for word in lowered_tokens(attribution.cue.of(ground.plain))):
        return None
    onward = Span(quotation.marked.end, ground.sentence(quotation.marked.start).end)
    told = days(ground, onward)
    return next((one for one in told if _HEARD.fullmatch(ground.plain, onward.start, one.span.start)), None)

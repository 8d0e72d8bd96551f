"""Dates that a quotation has from what its speaker, or the body she speaks for, did in the sentence before.

"The House on Wednesday passed … The Speaker, X, stressed: “…”"; "…, the agency said on Tuesday. “…,” said the
agency’s head"; "A judge ruled on Monday … Judge X said".
"""

from __future__ import annotations

import re

from quotecheck.dates.clauses import governing_words, has_clause, reports
from quotecheck.dates.expressions import Expression
from quotecheck.dates.fronting import is_fronted
from quotecheck.dates.governing import reporting_cue
from quotecheck.dates.ground import Ground
from quotecheck.dates.told import days, lede, name_in, tells_of_speech
from quotecheck.model import Attribution, Quotation, Span, SpeakerType

__all__ = ["of_body", "of_own_body", "of_subject"]

_NEAR_CUE = 60
_ARTICLES = frozenset({"the", "a", "an"})
_NAMED_FIRST = re.compile(r"\s*(?!(?:The|An?|In|On|At)\s)(?:[A-Z][\w&’.-]*\s){1,4}[a-z]")
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")
_APPOSED = re.compile(r",\s(?:an?|the|its|their|who|\d)|,[^,]+,")
_SUBJECT = re.compile(r"(?:[A-Z][^—–\n]*[—–]\s)?\s*(?:An?|The)\s((?:[a-z-]+\s){1,4})")
_FINDING = re.compile(r",\s(?:finding|saying|ruling|calling|arguing|warning|declaring|accusing)\b")
_SOURCE = re.compile(r"\b(the|their|its|his|her)\s+(?:[\w-]+\s+){0,2}?([a-z-]+)\s+(\w+)\s+$")


def _opening_before(
    ground: Ground, quotation: Quotation, attribution: Attribution
) -> tuple[Span, Expression] | None:
    """Return the day that the opening tells of, with its sentence, where that is the one just before."""
    cue, opening = attribution.cue, lede(ground)
    at = min(quotation.marked.start, cue.start if cue else quotation.marked.start)
    return opening if opening and ground.sentence_before(at) == opening[0] else None


def of_own_body(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "The House on Wednesday passed … The Speaker of the House, X, stressed: “…”": the day of the act."""
    cue, mention = reporting_cue(ground, quotation, attribution), attribution.mention
    if (
        cue is None
        or mention is None
        or not ground.plain[cue.end : quotation.marked.start].strip().startswith(":")
    ):
        return None
    own = ground.sentence(cue.start)
    sentence = ground.sentence_before(cue.start)
    if sentence is None:
        return None
    described = set(_CAPITALISED.findall(ground.plain[own.start : cue.start]))
    for one in days(ground, sentence):
        verb = ground.plain[one.span.end : sentence.end]
        subject = ground.plain[sentence.start : one.span.start]
        if is_fronted(ground, one.span):
            subject = verb[:_NEAR_CUE]
        elif has_clause(subject):
            continue
        if described & set(_CAPITALISED.findall(subject)) & governing_words("bodies"):
            return one
    return None


def _is_new(ground: Ground, attribution: Attribution) -> bool:
    """Tell whether the speaker is named first here, with no word of who she is: it was just told."""
    name, mention = attribution.speaker.name.split(), attribution.mention
    if mention is None or len(name) < 2 or mention.of(ground.plain).split() != name:
        return False
    apposed = _APPOSED.match(ground.plain, mention.end, mention.end + _NEAR_CUE)
    return ground.plain.find(name[-1]) >= mention.start and apposed is None


def of_body(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "…, the agency said on Tuesday. “…,” said the agency’s head": the opening is what the body said."""
    opening = _opening_before(ground, quotation, attribution)
    if opening is None or attribution.mention is None:
        return None
    sentence, one = opening
    source = _SOURCE.search(ground.plain[sentence.start : one.span.start])
    if source is None or not reports(source[3].lower()):
        return None
    own = ground.sentence(attribution.mention.start).of(ground.plain)
    noun = re.escape(source[2])
    if re.search(rf"\b{noun}['’]s\b|\b(?:the|of the)\s+(?:\w+\s+)?{noun}\b", own, re.IGNORECASE):
        return one
    if _is_new(ground, attribution) and source[1] in ("its", "their", "the"):
        return one
    organised = attribution.speaker.type is SpeakerType.ORGANISATION or re.search(
        rf"\b{noun}\b", attribution.speaker.name, re.IGNORECASE
    )
    return one if organised and re.search(r"\bin a statement\b", own) else None


def of_subject(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "A judge blocked the sale on Monday, finding …", "Judge Hart said": who acted in the opening."""
    opening = _opening_before(ground, quotation, attribution)
    if opening is None or attribution.mention is None:
        return None
    own = ground.sentence(attribution.mention.start).of(ground.plain)
    organised = attribution.speaker.type is SpeakerType.ORGANISATION
    nameless = organised or attribution.mention.of(ground.plain).lower() == "the company"
    if nameless and _NAMED_FIRST.match(ground.plain, opening[0].start) and "in a statement" in own:
        return opening[1]
    name = name_in(ground, attribution, opening[0])
    if name and organised:
        leads = not has_clause(ground.plain[opening[0].start : name.start])
        return opening[1] if leads and name.end <= opening[1].span.start else None
    subject = _SUBJECT.match(ground.plain, opening[0].start, opening[0].end)
    title = attribution.mention.of(ground.plain).lower().split()[0]
    told = opening[0].of(ground.plain)
    if subject is None or title in _ARTICLES or title not in subject[1].split():
        return None
    return opening[1] if _FINDING.search(told) or tells_of_speech(told) else None

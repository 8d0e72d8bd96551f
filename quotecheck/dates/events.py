"""Dates that a quotation has from an event: "after the match", "outside the court", "passing sentence"."""

from __future__ import annotations

import re
from functools import cache

from quotecheck.dates.attachment import is_attached
from quotecheck.dates.clauses import any_of, governing_words, tokens
from quotecheck.dates.expressions import Expression
from quotecheck.dates.governing import cue_frame, reporting_cue
from quotecheck.dates.ground import Ground
from quotecheck.dates.told import (
    days,
    has_passed,
    is_another_occasion,
    lede,
    name_in,
    speaks,
    tells_of_speech,
    times,
    told_of,
)
from quotecheck.model import Attribution, Quotation, Span

__all__ = ["of_event", "of_occasion_told", "of_venue"]

_OWN = r"(?:(?:the|his|her|their|its|this)\s+(?:\w+\s+){0,2})?"
_DEFINITE = re.compile(r"\s(?:the|his|her|their|its|this)\s", re.IGNORECASE)
_NEAR = 12
_AFTERWARDS = re.compile(r"\bafterwards?\b", re.IGNORECASE)
_ON_LEAVING = re.compile(
    r"\bas (?:he|she|they) (?:(?:was|were) (?:being )?"
    r"(?:carried|led|lifted|driven|taken|escorted|wheeled|helped|flown)|"
    r"left|got|arrived|entered|walked|climbed|emerged|boarded|stepped|ran|drove)\b"
)


@cache
def _occasions() -> tuple[re.Pattern[str], ...]:
    """Match "after the match", "in the letter": the preposition, the noun."""
    written = governing_words("broadcasts") | governing_words("documents")
    return tuple(
        re.compile(rf"\b({prepositions})\s+{_OWN}({any_of(nouns)})\b", re.IGNORECASE)
        for prepositions, nouns in (
            ("after|following|during|at|upon", governing_words("events")),
            ("before", governing_words("gatherings") | governing_words("sittings")),
            ("in|on", written),
        )
    )


@cache
def _spoken_at() -> re.Pattern[str]:
    """Match "in a debate", "at a rally", right before a day."""
    nouns = any_of(governing_words("events") | governing_words("broadcasts"))
    return re.compile(rf"\b(?:in|at|during) (?:an?|the|his|her|their) (?:\w+ )?(?:{nouns}) $", re.IGNORECASE)


@cache
def _crowds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:to\s+)?the\s+(?:\w+\s+)?({any_of(governing_words('crowds'))})\b")


@cache
def _places() -> re.Pattern[str]:
    there = r"\b(?:(?:outside|at|inside) the (?:\w+ )?|(?:on|from) the steps of the (?:\w+ )?|from the )"
    venues = any_of(governing_words("venues"))
    crowd = r"\b(?:reporters|journalists|broadcasters) there\b|\bon the (?:\w+ )?steps\b"
    return re.compile(rf"{there}(?:{venues})\b(?! (?:that|which|of|in)\b)|{crowd}", re.IGNORECASE)


def _event_phrases(ground: Ground, frame: Span) -> list[tuple[Span, str, str]]:
    """Return the phrases like "after the match": where, the preposition, the noun."""
    found = []
    for phrase in _occasions():
        for one in phrase.finditer(frame.of(ground.plain)):
            if _DEFINITE.search(one[0]) or one[1].lower() == "upon":
                span = Span(frame.start + one.start(), frame.start + one.end())
                found.append((span, one[1].lower(), one[2].lower()))
    afterwards = _AFTERWARDS.finditer(ground.plain, frame.start, frame.end)
    present = _crowds().finditer(ground.plain, frame.start, frame.end)
    return [
        *found,
        *((Span(*one.span()), "after", "") for one in afterwards),
        *((Span(*one.span()), "to", one[1]) for one in present),
    ]


def _of_lede(ground: Ground, words: frozenset[str] = frozenset()) -> Expression | None:
    found = lede(ground, of=words)
    return found[1] if found else None


def _occasion_before(ground: Ground, at: int) -> Expression | None:
    """Return the time of an opening, a funeral, a launch … told just before, or in the article's opening."""
    sentence = ground.sentence_before(at)
    if sentence is not None and sentence.start >= ground.paragraph(at).start:
        words = {word.lower() for word in tokens(sentence.of(ground.plain))}
        found = [one for one in times(ground, sentence) if has_passed(ground, one)]
        if found and words & governing_words("occasions"):
            return found[-1]
    return _of_lede(ground, governing_words("occasions"))


def _told_just_before(ground: Ground, at: int) -> Expression | None:
    """Return the time of what the sentence before tells, if it is of the same paragraph."""
    sentence = ground.sentence_before(at)
    if sentence is None or sentence.start < ground.paragraph(at).start:
        return None
    return next((one for one in times(ground, sentence) if has_passed(ground, one)), None)


def _follows_talk(ground: Ground, at: int) -> bool:
    """Tell whether "afterwards" is after what was said in the sentence before, on whatever day."""
    before = ground.sentence_before(at)
    if before is None or before.start < ground.paragraph(at).start or before in ground.opening:
        return False
    return tells_of_speech(before.of(ground.plain))


def of_event(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "After the match, X said": the day of the match."""
    cue, mention = reporting_cue(ground, quotation, attribution), attribution.mention
    if cue is None:
        return None
    for span, preposition, noun in _event_phrases(ground, cue_frame(ground, quotation, cue, mention)):
        if span.overlaps(cue) or not is_attached(ground, span, quotation, cue, mention):
            continue
        if not noun and _follows_talk(ground, span.start):
            continue
        if preposition == "to":
            return _of_lede(ground, governing_words("gatherings") | governing_words("occasions"))
        if found := told_of(ground, frozenset({noun}), span.start):
            return found
        if preposition in ("after", "before", "following", "upon") or noun == "event":
            return _of_lede(ground)
        if preposition == "at" and noun in governing_words("ceremonies"):
            return _occasion_before(ground, span.start)
    return None


def _spoke_there(ground: Ground, attribution: Attribution, at: int) -> bool:
    """Tell whether the sentence before, with no day of its own, has the speaker speak at a place."""
    sentence = ground.sentence_before(at)
    if sentence is None or sentence.start < ground.paragraph(at).start or ground.within(sentence):
        return False
    here = _places().search(ground.plain, sentence.start, sentence.end)
    return (
        here is not None
        and name_in(ground, attribution, sentence) is not None
        and speaks(sentence.of(ground.plain))
    )


def of_venue(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "…, X said outside the court", "as he was led away": the day that the opening tells of."""
    cue, mention = reporting_cue(ground, quotation, attribution), attribution.mention
    if cue is None:
        return None
    frame = cue_frame(ground, quotation, cue, mention)
    for pattern in (_places(), _ON_LEAVING):
        for found in pattern.finditer(ground.plain, frame.start, frame.end):
            span = Span(*found.span())
            onward = pattern is _ON_LEAVING and cue.end <= span.start and span.start - cue.end < _NEAR
            if onward or is_attached(ground, span, quotation, cue, mention):
                return _told_just_before(ground, frame.start) or _of_lede(ground)
    return _of_lede(ground) if _spoke_there(ground, attribution, frame.start) else None


def of_occasion_told(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "In a debate on Sunday, Hart said it twice.", then a paragraph on, "“…,” Hart said": that Sunday."""
    cue, start = attribution.cue, ground.paragraph(quotation.marked.start).start
    before = ground.sentence_before(start)
    if cue is None or before is None or is_another_occasion(ground, cue):
        return None
    if ground.sentence(quotation.marked.start).start > quotation.marked.start or not speaks(
        before.of(ground.plain)
    ):
        return None
    if name_in(ground, attribution, ground.paragraph(before.start)) is None:
        return None
    told = (
        one for one in days(ground, before) if _spoken_at().search(ground.plain, before.start, one.span.start)
    )
    return next(told, None)

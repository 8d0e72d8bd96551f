"""Dates that a quotation has from an act of its speaker, told just before or just after.

"On Friday X criticised the plan. “…,” she said"; "the union said on Monday. “…,” said its president"; "X came
on Monday. She looked round and said"; "“…,” she said. The remarks came on Tuesday".
"""

from __future__ import annotations

import re

from quotecheck.dates.attachment import is_attached
from quotecheck.dates.clauses import (
    any_of,
    governing_words,
    has_clause,
    reports,
    sentence_at,
    tokens,
    without_relatives,
)
from quotecheck.dates.expressions import Expression
from quotecheck.dates.fronting import is_fronted
from quotecheck.dates.governing import reporting_cue
from quotecheck.dates.ground import Ground
from quotecheck.dates.told import (
    days,
    has_own_time,
    has_passed,
    has_second_verb,
    is_another_occasion,
    name_in,
    speaks,
    times,
)
from quotecheck.model import Attribution, Quotation, Span, SpeakerType

__all__ = [
    "at_the_time",
    "of_own_act",
    "of_remarks",
    "of_visit",
]

_PRONOUNS = frozenset({"he", "she", "they", "it"})
_NEAR_CUE = 60
_NEAR_DATE = 30
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")
_AT_THE_TIME = re.compile(
    r"\bat (?:the|that) time\b(?!\s+of\b)|"
    r"\b(?:back )?then\b(?=\s*[.,:]|\s+(?:that|\w+(?:ed|id|ld|ote|oke))\b)",
    re.IGNORECASE,
)


def _start(quotation: Quotation, attribution: Attribution) -> int:
    return min(quotation.marked.start, attribution.cue.start if attribution.cue else quotation.marked.start)


def _before(ground: Ground, at: int) -> tuple[Span, bool] | None:
    """Return the sentence before the one at ``at``, and whether it is of the same paragraph."""
    sentence = ground.sentence_before(at)
    if sentence is None:
        return None
    breaks = ground.plain[sentence.start : ground.sentence(at).start].strip(" \t").count("\n")
    return (sentence, breaks == 0) if breaks <= 2 else None


def _is_pronoun(ground: Ground, attribution: Attribution) -> bool:
    mention = attribution.mention
    return mention is not None and mention.of(ground.plain).lower() in _PRONOUNS


def _is_nameless(ground: Ground, attribution: Attribution, at: int) -> bool:
    """Tell whether only a pronoun says who speaks: it is then the subject of the sentence before."""
    subject = next(iter(tokens(ground.sentence(at).of(ground.plain))), "").lower()
    named = attribution.speaker.name
    return (
        _is_pronoun(ground, attribution)
        or named.lower() in _PRONOUNS
        or (subject in _PRONOUNS and not _CAPITALISED.search(named))
    )


def _is_of_act(ground: Ground, sentence: Span, one: Expression, name: Span | None, any_act: bool) -> bool:
    """Tell whether ``one`` dates an act of speaking, of ``name`` or else of the sentence's subject."""
    plain = ground.plain
    if is_fronted(ground, one.span):
        if name is not None and (name.start < one.span.end or has_clause(plain[one.span.end : name.start])):
            return False
        before = {word.lower() for word in tokens(plain[sentence.start : one.span.start])}
        occasion = before & (governing_words("speaking") | governing_words("events"))
        return any_act or bool(occasion) or speaks(plain[sentence.start : sentence.end])
    if name is not None and name.end > one.span.start:
        return False
    own = without_relatives(plain[name.end if name else sentence.start : one.span.start])
    words = {word.lower() for word in tokens(own)}
    if words & (governing_words("subordinators") - {"and", "but", "or"} | {"when", "after"}):
        return False
    if has_second_verb(own):
        return False
    return speaks(own + plain[one.span.end : min(sentence.end, one.span.end + _NEAR_DATE)].partition(",")[0])


def of_own_act(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "On Friday X criticised the plan. “…,” she said": the sentence before tells of the speaker speaking.

    Of an organisation any act will do: "Last Friday the Treasury blacklisted … According to the Treasury, …".
    """
    at = _start(quotation, attribution)
    found = _before(ground, at)
    cue = attribution.cue or Span(at, at)
    if found is None or is_another_occasion(ground, cue) or has_own_time(ground, at):
        return None
    sentence, here = found
    name = name_in(ground, attribution, sentence)
    nameless = _is_nameless(ground, attribution, at)
    if name is None and not (nameless and here):
        return None
    if not here and not any(reports(word.lower(), bare=False) for word in tokens(sentence.of(ground.plain))):
        return None
    any_act = name is not None and here and attribution.speaker.type is SpeakerType.ORGANISATION
    for one in times(ground, sentence):
        if one.lead == "dated" or not (one.names_day or is_fronted(ground, one.span)):
            continue
        if _is_of_act(ground, sentence, one, name, any_act) or (
            nameless and here and name is not None and _is_of_act(ground, sentence, one, None, any_act)
        ):
            return one
    return None


def of_visit(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "X came on Monday. She looked round and said": the scene goes on."""
    cue, at = reporting_cue(ground, quotation, attribution), _start(quotation, attribution)
    found = _before(ground, at)
    if cue is None or found is None or not found[1]:
        return None
    own = [word.lower() for word in tokens(ground.plain[ground.sentence(at).start : cue.start])]
    if own[:1] not in (["he"], ["she"], ["they"]) or own[-1:] != ["and"]:
        return None
    words = {word.lower() for word in tokens(found[0].of(ground.plain))}
    if not words & governing_words("presence"):
        return None
    return next((one for one in days(ground, found[0]) if has_passed(ground, one)), None)


def of_remarks(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "“…,” she said. The remarks came on Tuesday." """
    index = sentence_at(ground.sentences, quotation.marked.end) + 1
    nouns = any_of(governing_words("remarks"))
    opening = re.compile(
        rf"\s*(?:That\s+(?:came|was)\b|(?:The|His|Her|Their|Its|These|Those)\s+(?:{nouns})\s+(?:came|come|was|were)\b|"
        rf"(?:He|She|They|[A-Z]\w+)\s+(?:made the (?:{nouns})|was speaking|were speaking|spoke)\b)"
    )
    for span in ground.sentences[index : index + 1]:
        if found := opening.match(ground.plain, span.start, span.end):
            return next(
                (
                    one
                    for one in days(ground, span)
                    if not has_clause(ground.plain[found.end() : one.span.start])
                ),
                None,
            )
    return None


def at_the_time(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "The pit closed in 2016. “…,” X said at the time": the time told in the sentences before."""
    cue, mention = reporting_cue(ground, quotation, attribution), attribution.mention
    if cue is None:
        return None
    sentence = ground.sentence(cue.start)
    paragraph = ground.paragraph(sentence.start)
    for found in _AT_THE_TIME.finditer(ground.plain, sentence.start, sentence.end):
        span = Span(*found.span())
        if is_attached(ground, span, quotation, cue, mention):
            told = times(ground, Span(paragraph.start, span.start))
            return told[-1] if told else None
    return None

"""Find the date that governs a quotation's reporting verb.

The date of a quotation is the one that governs its reporting verb: "X said on Tuesday", "In 2019, when …, X
had said". A date inside the quoted words, in a relative or subordinate clause, or of an event that is only
mentioned ("said the attack of May 3 was …") governs nothing.
"""

from __future__ import annotations

import re

from quotecheck.dates.attachment import counts_to, is_attached
from quotecheck.dates.clauses import UNSAID, governing_words, lowered_tokens, reports
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.ground import Ground
from quotecheck.model import Attribution, Quotation, Span
from quotecheck.speakers.cues import CueKind, cue_kind, lemma

__all__ = ["cue_frame", "governing_expression", "governs", "is_to_come", "reporting_cue"]

_FARTHEST = 500
_POSSESSIVE = re.compile(r"['’]s?(?=\W)")
_WORD = re.compile(r"[^\W\d_]+")
_NOUN = re.compile(r"\s+(?:[a-z-]+\s)?([a-z-]+)(?=[.,;)]|\s*$)")
_TO_HAVE_SAID = re.compile(r"\s+to\s+have\s+(?:\w+ly\s+)?(\w+)")
_TO_COME = re.compile(
    r"(?:\b(?:will|shall)|['’]ll|"
    r"\b(?:is|are|was|were)\s+(?:\w+\s+)?(?:expected|due|set|scheduled|slated|planning|going|about|preparing)\s+to|"
    r"\b(?:plans?|intends?|hopes?|prepares?)\s+to)\s+(?:(?:also|then|\w+ly)\s+)?$"
)
_DENIES = re.compile(r"\b(?:denie[sd]|rejected|dismissed)\s+$")
_ARTICLES = frozenset(["a", "an", "the", "his", "her", "its", "their", "that", "this"])
_OCCASION_LEADS = frozenset({"during", "at", "in", "on", "after", "following"})


def _names_occasion(after: str) -> bool:
    """Tell whether a noun phrase that goes on with ``after`` is of a document, a speech or an event."""
    nouns = governing_words("documents") | governing_words("events") | governing_words("remarks")
    head = re.split(r"[,;.:()—–]", after, maxsplit=1)[0].lower().split()[:4]
    return any(word in nouns or word.removesuffix("s") in nouns for word in head)


def _is_occasions_date(ground: Ground, one: Expression) -> bool:
    """Tell whether it dates a document or an event: "her letter of March 4", "the debate of 2018"."""
    before = lowered_tokens(ground.plain[max(0, one.span.start - 24) : one.span.start])
    occasions = governing_words("documents") | governing_words("events") | governing_words("broadcasts")
    return one.lead in ("of", "from") and bool(before) and before[-1] in occasions


def _is_after_occasion(ground: Ground, one: Expression) -> bool:
    """Tell whether it is the day of an occasion spoken after: "after Saturday’s win"."""
    after = ground.plain[one.span.end : one.span.end + 60]
    return one.lead in ("after", "following") and _POSSESSIVE.match(after) is not None


def _is_title_apposed(ground: Ground, one: Expression) -> bool:
    """Tell whether it says when a work came out that is named just before: "in “Title,” her 1994 memoir"."""
    noun = _NOUN.match(ground.plain, one.span.end)
    works = governing_words("works") | governing_words("documents")
    before = ground.plain[max(0, one.span.start - 2) : one.span.start].rstrip()
    return noun is not None and noun[1].lower() in works and before[-1:] in (",", UNSAID)


def _modifies_noun(ground: Ground, one: Expression) -> bool:
    """Tell whether the date belongs to a noun that follows it: "the May 3 attack", "Tuesday's vote"."""
    after = ground.plain[one.span.end : one.span.end + 60]
    if _POSSESSIVE.match(after):
        return one.lead not in _OCCASION_LEADS or not _names_occasion(after[2:])
    if one.kind not in (ExpressionKind.CALENDAR, ExpressionKind.WEEKDAY) or not re.match(r"\s+[a-z]", after):
        return False
    inside = lowered_tokens(one.span.of(ground.plain))
    before = lowered_tokens(ground.plain[max(0, one.span.start - 12) : one.span.start])
    if inside[0] in _ARTICLES and one.kind is ExpressionKind.CALENDAR and one.date.day is None:
        return not _is_title_apposed(ground, one)  # "the 2016 vote", with no "in" before it
    return not one.lead and bool(before) and before[-1] in _ARTICLES and not _names_occasion(after)


def _is_cue(word: str) -> bool:
    return word == "according" or cue_kind(word) in (CueKind.SPEECH, CueKind.OPINION)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def reporting_cue(ground: Ground, quotation: Quotation, attribution: Attribution) -> Span | None:
    """Return the cue, or the verb of saying nearest to the quotation where the cue is none.

    After the speaker in the sentence the verb stands between the two, else anywhere in the sentence.
    """
    asked = (quotation.marked, attribution.cue, attribution.mention)
    if asked not in ground.cues:
        ground.cues[asked] = _reporting_cue(ground, quotation, attribution)
    return ground.cues[asked]


def _reporting_cue(ground: Ground, quotation: Quotation, attribution: Attribution) -> Span | None:
    cue = _verb_of_saying(ground, quotation, attribution)
    infinitive = _TO_HAVE_SAID.match(ground.plain, cue.end, cue.end + 60) if cue else None
    if cue is None or infinitive is None or not reports(infinitive[1].lower(), bare=False):
        return cue
    return Span(cue.start, infinitive.end())


def _verbs_of_saying(ground: Ground, span: Span) -> list[Span]:
    return [
        Span(*found.span())
        for found in _WORD.finditer(ground.plain, span.start, span.end)
        if reports(found[0].lower(), bare=False) or found[0].lower() == "according"
    ]


def _verb_of_saying(ground: Ground, quotation: Quotation, attribution: Attribution) -> Span | None:
    cue, mention = attribution.cue, attribution.mention
    if cue is not None and any(_is_cue(word) for word in lowered_tokens(cue.of(ground.plain))):
        return cue
    sentence = ground.sentence(quotation.marked.start)
    after, end = sentence
    if mention is not None and sentence.start <= mention.start < quotation.marked.start:
        after, end = max(mention.end, cue.end if cue else 0), quotation.marked.start
    spoken = _verbs_of_saying(ground, Span(after, end))
    if not spoken and cue is None and after > sentence.start:
        spoken = _verbs_of_saying(ground, Span(sentence.start, after))  # "told a host that he would “do it”"
    return min(spoken, key=lambda verb: _distance(verb, quotation.marked), default=cue)


def cue_frame(ground: Ground, quotation: Quotation, cue: Span, mention: Span | None) -> Span:
    """Return the sentence of the cue, with the quotation's own when they are one."""
    start = ground.sentence(cue.start).start
    end = ground.sentence(cue.end - 1).end
    if mention is not None and mention.start < start and "\n" not in ground.plain[mention.start : start]:
        start = ground.sentence(mention.start).start
    if cue.end <= quotation.marked.start and "\n" not in ground.plain[cue.end : quotation.marked.start]:
        end = max(end, ground.sentence(quotation.marked.end - 1).end)
    return Span(start, end)


def governs(ground: Ground, one: Expression) -> bool:
    """Tell whether an expression could date a saying at all, by its preposition and what it belongs to."""
    if one.act or _modifies_noun(ground, one):
        return False
    if one.lead not in governing_words("other_time") or one.kind is ExpressionKind.RANGE:
        return True
    return _is_occasions_date(ground, one) or _is_after_occasion(ground, one)


def is_to_come(ground: Ground, quotation: Quotation, attribution: Attribution) -> bool:
    """Tell whether it has not been said yet: "will tell the board on Friday", "is expected to say"."""
    cue = reporting_cue(ground, quotation, attribution)
    if cue is None:
        return False
    verb = cue.of(ground.plain).lower()
    before = ground.plain[ground.sentence(cue.start).start : cue.start]
    return verb == lemma(verb) and _TO_COME.search(before) is not None


def _is_of_denial(ground: Ground, one: Expression) -> bool:
    """Tell whether it dates the denial, not what is denied: "denied on Thursday that he had said"."""
    return _DENIES.search(ground.plain, max(0, one.span.start - 12), one.span.start) is not None


def governing_expression(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """Return the expression that governs the saying of ``quotation``, or None where none does.

    Of several: one after the verb, then a day rather than a longer time, then the nearest.
    """
    cue, mention = reporting_cue(ground, quotation, attribution), attribution.mention
    if cue is None:
        return None
    found = [
        one
        for one in ground.within(cue_frame(ground, quotation, cue, mention))
        if abs(one.span.start - cue.start) <= _FARTHEST
        and not one.span.overlaps(cue)
        and (counts_to(ground, one.span, cue) if one.act else governs(ground, one))
        and not (attribution.negated and _is_of_denial(ground, one))
        and is_attached(ground, one.span, quotation, cue, mention)
    ]
    return min(
        found,
        key=lambda one: (
            not one.act,
            one.span.start < cue.end,
            not one.names_day,
            abs(one.span.start - cue.start),
        ),
        default=None,
    )

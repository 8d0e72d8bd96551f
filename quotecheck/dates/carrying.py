"""Carry a date on to the words that belong to the same occasion: the speaker goes on, or is answered."""

from __future__ import annotations

import re

from quotecheck.dates.clauses import governing_words, tokens
from quotecheck.dates.ground import Ground
from quotecheck.dates.told import channels, is_another_occasion, is_later_on
from quotecheck.model import Attribution, Quotation, Span
from quotecheck.speakers.cues import lemma

__all__ = ["Said", "belongs_with"]

Said = tuple[Quotation, Attribution | None]
"""A quotation and who said it."""

_OWN_DATE = 40
"""How far behind its cue the date of the quotation before may stand."""

_PRONOUNS = frozenset({"he", "she", "they", "it"})
_PRESENT = frozenset({"says", "say", "thinks", "likes", "calls", "insists", "argues"})
_ASKED_BY = re.compile(r"\b(?:asked|contacted|reached|pressed)\b[^.]*\bby\b", re.IGNORECASE)
_NAMED = re.compile(r"\b[A-Z][\w’-]+")
_I_TOLD = re.compile(r"\bI (?:said|told|answered|replied|asked)\b")


def _breaks(words: str) -> int:
    return len(re.findall(r"\n+", words))


def _told_between(ground: Ground, first: Said, second: Said) -> bool:
    """Tell whether another date is told between the two, save one further back: "had warned a week ago"."""
    (before, said), (after, _) = first, second
    own = before.marked.end
    if said and said.cue and said.cue.start >= own:
        own = said.cue.end + _OWN_DATE
    for one in ground.within(Span(before.marked.end, after.marked.start)):
        sentence = ground.sentence(one.span.start)
        further = "had" in tokens(ground.plain[max(sentence.start, before.marked.end) : one.span.start])
        if one.span.start > own and not further:
            return True
    return False


def _clause(ground: Ground, one: Said) -> str:
    """Return the words around a quotation in its sentence and that of its cue."""
    quotation, attribution = one
    sentence = ground.sentence(
        attribution.cue.start if attribution and attribution.cue else quotation.marked.start
    )
    return sentence.of(ground.plain)


def _verb(ground: Ground, attribution: Attribution | None) -> str:
    if attribution is None or attribution.cue is None:
        return ""
    return lemma(next(iter(tokens(attribution.cue.of(ground.plain).lower())), ""))


def _is_elsewhere(ground: Ground, first: Said, second: Said) -> bool:
    """Tell whether the second is said to others, or in another way: "She later posted", "told the BBC"."""
    clause = _clause(ground, second)
    own = channels(clause)
    written = {_verb(ground, one[1]) in governing_words("writing") for one in (first, second)}
    return len(written) > 1 or any(channel not in _clause(ground, first) for channel in own)


def _is_somebody_else(ground: Ground, says: Attribution, between: str) -> bool:
    """Tell whether a new paragraph names somebody whom its "she" or "the company" may mean instead."""
    if says.mention is None or not _breaks(between):
        return False
    opening = re.split(r"\n+", between)[-1]
    named = set(_NAMED.findall(opening)) - set(_NAMED.findall(says.speaker.name))
    if _NAMED.search(says.mention.of(ground.plain)):
        return False
    return any(re.search(rf"[a-z,] {re.escape(name)}\b", ground.plain) for name in named)


def _goes_on(ground: Ground, first: Said, second: Said, between: str) -> bool:
    """Tell whether the speaker of the first goes on in the second: "She added", "Hart said"."""
    said, says = first[1], second[1]
    if said is None or says is None:
        return False
    unresolved = says.speaker.name.lower() in _PRONOUNS and not _breaks(between)
    if said.speaker.name != says.speaker.name and not unresolved:
        return False
    cue = says.cue.of(ground.plain).lower() if says.cue else ""
    if any(cue.startswith(word.removesuffix("e")) for word in (*governing_words("continuing"), "went on")):
        return True
    if set(tokens(cue)) & _PRESENT or (says.cue and is_another_occasion(ground, says.cue)):
        return False
    return not (_is_elsewhere(ground, first, second) or _is_somebody_else(ground, says, between))


def _answers(ground: Ground, second: Said, between: str) -> bool:
    """Tell whether the second speaker answers the first on the spot: "he replied", "I told her"."""
    clause = _clause(ground, second)
    if _ASKED_BY.search(clause):
        return False
    if _verb(ground, second[1]) in governing_words("answering"):
        return True
    return not _breaks(between) and _I_TOLD.search(between) is not None


def _is_called_out(ground: Ground, second: Said) -> bool:
    """Tell whether somebody who is present calls out the second."""
    words = {word.lower() for word in tokens(_clause(ground, second))}
    present = words & (governing_words("bystanders") | governing_words("crowds"))
    return bool(present) and _verb(ground, second[1]) in governing_words("calling")


def belongs_with(ground: Ground, first: Said, second: Said) -> bool:
    """Tell whether the second quotation belongs to the occasion of the first, the last one before it."""
    between = ground.plain[first[0].marked.end : second[0].marked.start]
    if _breaks(between) > 1 or _told_between(ground, first, second) or is_later_on(_clause(ground, second)):
        return False
    return (
        _goes_on(ground, first, second, between)
        or _answers(ground, second, between)
        or _is_called_out(ground, second)
    )

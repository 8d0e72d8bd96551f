"""Tell whether a phrase of time opens its sentence: "On Friday in Istanbul, …"."""

from __future__ import annotations

import re
from functools import cache

from quotecheck.dates.clauses import MASK, any_of, governing_words, has_clause, lowered_tokens
from quotecheck.dates.ground import Ground
from quotecheck.model import Span

__all__ = ["LONGEST", "PARTICIPLES", "is_fronted", "is_subordinate"]

LONGEST = 160
"""How many code points may stand between a date and what it belongs to."""

PARTICIPLES = re.compile(rf"\b(?:{any_of(governing_words('participles'))})\b")
"""Participles that say when a document or a speech came out; the date beside one dates its words."""
_LABEL = re.compile(r"\s*(?:[A-Z][A-Z .’'-]{0,40}:|\d{1,2}[:.]\d\d(?:\s?[ap]m)?\s*[:–—-]?)\s")
_NEW_CLAUSE = re.compile(r"(?:;|,)\s*(?:and|but|while|whereas)\s+$|;\s*$")
_AFTERWARDS = frozenset({"after", "following", "before"})
_CLAUSE_BREAK = re.compile(r"[;:]\s")
_TIME_CLAUSE = re.compile(
    r"\s*the (?:very )?(?:last|first|next|second|only) time [^,;:]*,\s*$", re.IGNORECASE
)


def is_subordinate(words: list[str]) -> bool:
    """Tell whether words (lower case) open a clause of its own: "who", "when", "because"."""
    opens = governing_words("subordinators") - {"and", "or", "but", "as"}
    return any(
        word in opens and not (word == "that" and before in governing_words("before_pronoun"))
        for before, word in zip(["", *words], words, strict=False)
    )


@cache
def _fronting() -> frozenset[str]:
    return (
        governing_words("openers")
        | governing_words("adverbs")
        | governing_words("prepositions")
        | frozenset({"according", "as"})
    )


def is_fronted(ground: Ground, one: Span) -> bool:
    """Tell whether it opens its sentence: "On Friday in Istanbul, …", "In a letter sent on Monday, …"."""
    before = ground.plain[ground.sentence(one.start).start : one.start]
    if len(before) > LONGEST:
        return False
    before = _LABEL.sub("", before) if _LABEL.match(before) else before
    before = _CLAUSE_BREAK.split(before)[-1]
    earlier = ground.within(Span(one.start - len(before), one.start))
    if earlier and before.strip(" ,") == earlier[-1].span.of(ground.plain):
        return True  # "Three years later, in 1999, …"
    words = lowered_tokens(before)
    if words[:1] in (["when"], ["while"]) and words[1:2] and words[1] in governing_words("openers"):
        words = words[1:]  # "When asked in 2018 …"
    if not words or _NEW_CLAUSE.search(before) or _TIME_CLAUSE.match(before):
        return True
    if MASK in before or ";" in before or is_subordinate(words) or has_clause(PARTICIPLES.sub(" ", before)):
        return False
    if words[0] in _AFTERWARDS:
        return any(word in governing_words("events") for word in words)
    return words[0] not in governing_words("other_time") and words[0] in _fronting()

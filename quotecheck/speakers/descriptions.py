"""What a description says ("the Chinese company", "her husband"), and what ties somebody named to it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quotecheck.lexicons import lexicon
from quotecheck.model import Span, SpeakerType
from quotecheck.speakers.cast import Cast
from quotecheck.speakers.cues import singular
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.members import Member
from quotecheck.speakers.name_reading import gender_of
from quotecheck.speakers.organisation_names import place_named

__all__ = [
    "Described",
    "body_link",
    "called",
    "described",
    "is_epithet",
    "narrower",
    "relative_of",
    "role_link",
]

_POSSESSIVES = frozenset({"his", "her", "their"})
_PAST = frozenset({"former", "ex", "retired"})
_BELONGING = re.compile(r" (?:of|for|at|from|in|with) ")
_ONE = r"(?:the|an?|[A-Z]\w+[’']s)"
_JOINT = re.compile("[’'-]")
_CALLED_AFTER = re.compile(rf"(?:\s\([^()\n]{{1,40}}\))?,\s{_ONE}((?:\s[\w’'-]+){{1,5}})")
_CALLED_BEFORE = re.compile(rf"\b{_ONE}\s(?:[\w’'-]+\s){{0,4}}?(\w+),?\s(?:[Tt]he\s)?$")
_NEAR = 60  # characters between somebody and the relative who is introduced after him


class Described(NamedTuple):
    """What a description says: its main word, that word's singular, the sex it tells, the words around it.

    ``past``: it is what somebody once was.
    """

    noun: str
    one: str
    gender: str | None
    words: frozenset[str]
    first: str
    past: bool


@lru_cache(maxsize=4096)
def described(text: str) -> Described:
    """Read a description."""
    head = _BELONGING.split(text, maxsplit=1)[0]
    words = [word for word in folded(head) if word not in ("the", "this", "that") and word not in _PAST]
    noun = words[-1] if words else ""
    return Described(
        noun,
        singular(noun),
        gender_of("", None, noun),
        frozenset(words),
        text.split(maxsplit=1)[0].lower(),
        not _PAST.isdisjoint(folded(head)),
    )


def is_epithet(text: str) -> bool:
    """Tell whether the main word of a description is one that somebody just named may be called by."""
    told = described(text)
    hyphened = "-".join(folded(text)[-2:])
    return not {told.noun, hyphened}.isdisjoint(word_set("people", "epithets")) or not told.noun.isalpha()


def narrower(noun: str) -> Sequence[str]:
    """Return what people are who may be called by a more general noun: a sergeant is an officer."""
    found: Sequence[str] = lexicon("people")["kinds"].get(noun, ())
    return found


def role_link(member: Member, told: Described) -> str:
    """Return what ties a person to "the mayor": his roles, what is said of him, or the kind of his roles."""
    roles = [folded(role) for role in (*member.roles, *member.predicates)]
    fitting = [role for role in roles if told.noun in role]
    if not fitting:
        kinds = narrower(told.noun)
        return "none" if all(set(role).isdisjoint(kinds) for role in roles) else "kind"
    if all(_PAST.isdisjoint(role) is told.past for role in fitting):
        return "once"
    if any(told.words >= set(role) or told.words <= set(role) for role in fitting):
        return "whole" if len(told.words) > 1 else "noun"
    return "part"


def _called_at(text: str, place: Span) -> Iterator[str]:
    if after := _CALLED_AFTER.match(text, place.end, place.end + 120):
        yield from (_JOINT.split(word, maxsplit=1)[0] for word in after[1].split())
    if before := _CALLED_BEFORE.search(text, max(0, place.start - 80), place.start):
        yield before[1]


def called(text: str, member: Member) -> frozenset[str]:
    """Return the words that may say what a body is: "hedge", "fund" of "Fitzroy Partners, the hedge fund"."""
    return frozenset(word for place in member.places[:2] for word in _called_at(text, place))


def body_link(member: Member, told: Described, apposed: Container[str]) -> str:
    """Return what ties a body to "the ministry" or "the Chinese company": its name, or what it is.

    ``apposed`` are the words that the text may call it by.
    """
    name = folded(member.name)
    if told.one in name or told.noun in name or told.one in apposed:
        return "named"
    if not set(lexicon("organisations")["kinds"].get(told.one, ())).isdisjoint(name):
        return "named"
    public = not word_set("organisations", "public").isdisjoint(name) or place_named(member.name) is not None
    if told.one in word_set("organisations", "businesses"):
        return "public" if public else "business"
    return "none"


def _introduced_by(cast: Cast, relative: Member) -> Member | None:
    """Return whose relative somebody is who is introduced as "and his wife, Jean"."""
    first = relative.places[0].start
    before = [
        (last, member)
        for member in cast.members
        if member is not relative and member.type is SpeakerType.PERSON
        if (last := member.last_before(first)) is not None and first - last < _NEAR + len(member.name)
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def relative_of(cast: Cast, told: Described) -> Member | None:
    """Return whom "her husband" means where the text has spoken of "Carl Low and his wife, Jean"."""
    inverse = lexicon("people")["inverse"].get(told.one)
    if inverse is None or told.first not in _POSSESSIVES:
        return None
    for relative in cast.members:
        roles = [folded(role) for role in relative.roles]
        if any(role[:1] and role[0] in _POSSESSIVES and role[-1] in inverse for role in roles):
            return _introduced_by(cast, relative)
    return None

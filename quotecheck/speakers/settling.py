"""What a bare word of an article is, a person, a body or a place, and the sex: by the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from quotecheck.model import Span, SpeakerType
from quotecheck.speakers.cues import singular
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.members import Member
from quotecheck.speakers.name_reading import is_given, is_origin
from quotecheck.speakers.organisation_names import is_organisation, place_named
from quotecheck.speakers.person_names import parse_person
from quotecheck.speakers.roles import says_what

if TYPE_CHECKING:
    from quotecheck.speakers.cast import Cast

__all__ = ["COINED", "settle"]

COINED = re.compile(r"[a-z][A-Z]|^[A-Z&.]{2,7}$|\d")
"""What a name looks like that was made up for a body: "MapWorld", "BBC"."""

_PRONOUN = re.compile(r"\b(?:(he|his|him)|(she|hers?)|(its?))\b", re.IGNORECASE)
_LOCATIVE = re.compile(
    r"\b(?:(?<!shares )(?<!stake )(?<!stock )in|from|across|near|around|throughout|outside|inside"
    r"|(?:mayor|governor|bishop|minister|ministry|department|people|residents|city|town|village|port|province|region|state|county|district"
    r"|islands?|isle|capital|suburb|borough|hamlet|kingdom|territory|gulf|bay|parish|peninsula)\s+of)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d|\b[IVX]{2,}$|\bWar\b")
_ACRONYM = re.compile(r"[A-Z&]{2,4}s?|(?:[A-Z]\.){2,}")
_NEVER = 99
_REACH = 250
_LOOKED_AT = 12


def _looks_like_body(cast: Cast, member: Member) -> int:
    """Return how many more pronouns must say "he" or "she" before a name is taken for a person's."""
    words = folded(member.name)
    initials = "".join(word[0] for word in words)
    if _ACRONYM.fullmatch(member.name) and not any(
        cast.text[p.end : p.end + 1] == ":" for p in member.places
    ):
        return _NEVER
    if COINED.search(member.name) or (len(words) > 2 and initials in cast.acronyms):
        return 2
    by_surname = any(folded(place.of(cast.text)) == words[-1:] for place in member.places)
    if 2 <= len(words) <= 4 and by_surname:
        return -9
    return -1 if len(words) == 2 else 0


def _reach(cast: Cast, place: Span, member: Member) -> int:
    """Return how far a pronoun after a name may be its bearer's: up to the next person's name."""
    i = bisect_right(cast.wholes, place.end, key=lambda whole: whole[0])
    others = (
        start
        for start, _, other in cast.wholes[i : i + 6]
        if other is not member and other.type is SpeakerType.PERSON
    )
    return min(next(others, place.end + _REACH), place.end + _REACH)


def _is_followed(cast: Cast, place: Span, member: Member, at: int) -> bool:
    """Tell whether somebody else is named between a name and a point."""
    i = bisect_right(cast.wholes, place.end, key=lambda whole: whole[0])
    return any(start < at and other is not member for start, _, other in cast.wholes[i : i + 2])


def _votes(cast: Cast, member: Member) -> Counter[str]:
    votes: Counter[str] = Counter()
    for place in member.places[:_LOOKED_AT]:
        found = _PRONOUN.search(cast.text, place.end, _reach(cast, place, member))
        if found and found[3] and _is_followed(cast, place, member, found.start()):
            continue  # "it" is whoever was named last
        if found and not cast.in_quotation(found.start()):
            votes["male" if found[1] else "female" if found[2] else "thing"] += 1
    return votes


def _has_article(cast: Cast, member: Member) -> bool:
    """Tell whether a single word is a thing's name: "the Lantern"."""
    articled = [p for p in member.places if cast.text[max(0, p.start - 4) : p.start].lower() == "the "]
    return len(folded(member.name)) == 1 and 2 * len(articled) > len(member.places)


def is_somewhere(name: str) -> bool:
    """Tell whether a name is a well-known place's, or a street's, a river's, an event's."""
    words = folded(name)
    if " ".join(words) in word_set("organisations", "towns"):
        return True
    if len(words) < 2:
        return False
    if words[-1] in word_set("organisations", "works"):
        return True
    return not is_given(words[0]) and words[-1] in word_set("organisations", "sites")


def _is_people(name: str) -> bool:
    """Tell whether a name is that of a nation, a faith or a party: "Americans", "Democratic"."""
    words = folded(name)
    if not words or is_given(words[0]):
        return False
    return (
        singular(words[-1]) in word_set("people", "peoples")
        or is_origin(words[-1])
        or is_origin(singular(words[-1]))
    )


def settle(cast: Cast, member: Member) -> None:
    """Decide what a bare word is, and the sex of a person, by the pronouns that follow."""
    votes = _votes(cast, member)
    male, female = votes["male"], votes["female"]
    somewhere = sum(
        _LOCATIVE.search(cast.text, max(0, place.start - 20), place.start) is not None
        for place in member.places
    )
    told = member.roles or (is_organisation(member.name) and place_named(member.name) is None)
    member.is_place = not told and 2 * somewhere >= len(member.places)
    titled = any(says_what(role) for role in member.roles)
    if (is_somewhere(member.name) and not titled) or (_is_people(member.name) and not member.title):
        member.type = SpeakerType.ORGANISATION
    if member.type is SpeakerType.UNNAMED:
        bias = 9 if _has_article(cast, member) else _looks_like_body(cast, member)
        human = male + female > votes["thing"] + bias and not (
            member.is_place or _NUMBERED.search(member.name)
        )
        member.type = SpeakerType.PERSON if human else SpeakerType.ORGANISATION
    if member.type is SpeakerType.PERSON and member.gender is None:
        ending = parse_person(member.name).words[0][-1:] if len(folded(member.name)) > 1 else ""
        male, female = 2 * male + (ending == "o"), 2 * female + (ending == "a")
        if male != female:
            member.gender = "male" if male > female else "female"
            member.is_guessed = True

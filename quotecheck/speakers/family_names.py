"""The surname of those of whom the text gives the given name only: "Joan and Peter Harris", "Bob Jr."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quotecheck.model import SpeakerType
from quotecheck.speakers.folding import folded
from quotecheck.speakers.members import Member
from quotecheck.speakers.name_reading import NamedPlace, is_given
from quotecheck.speakers.person_names import GENERATIONS, parse_person

__all__ = ["with_families", "with_fathers_family"]

_AND_SPOUSE = re.compile(r",? and (?:his|her) (?:[a-z-]+ )?(?:wife|husband|spouse),? ")


def _with_spouses_family(text: str, before: NamedPlace, place: NamedPlace) -> NamedPlace:
    """Give "Jean" of "Carl Low and his wife, Jean" the surname."""
    if place.words != 1 or before.words != 2 or place.title or not before.has_given:
        return place
    if not _AND_SPOUSE.fullmatch(text, before.span.end, place.span.start):
        return place
    return place._replace(name=f"{place.name} {before.name.split(maxsplit=1)[1]}", type=SpeakerType.PERSON)


def _with_family(text: str, place: NamedPlace, after: NamedPlace) -> NamedPlace:
    """Give "Joan" of "Joan and Peter Harris" her surname."""
    if place.words != 1 or not (after.has_given and is_given(folded(place.name)[0])):
        return place
    if text[place.span.end : after.span.start] not in (" and ", " & ") or after.title:
        return place
    family = after.name.split(maxsplit=1)[1]
    return place._replace(name=f"{place.name} {family}", type=SpeakerType.PERSON)


def with_families(text: str, named: Sequence[NamedPlace]) -> list[NamedPlace]:
    """Return the names in order, those of couples with the surname that the other of the two has."""
    after = [*named[:1], *(_with_spouses_family(text, *pair) for pair in pairwise(named))]
    return [*(_with_family(text, place, other) for place, other in pairwise(after)), *after[-1:]]


def with_fathers_family(place: NamedPlace, members: Iterable[Member]) -> NamedPlace:
    """Give "Bob Jr.", the son of "Bob Kelly Sr.", the surname."""
    told = parse_person(place.name)
    if len(told.words) > 1 or told.suffix not in GENERATIONS:
        return place
    given, suffix = place.name.split(maxsplit=1)
    for member in members:
        other = parse_person(member.name)
        if other.given[:1] == told.words and other.suffix != told.suffix:
            family = [w for w in member.name.split()[1:] if not GENERATIONS.issuperset(folded(w))]
            return place._replace(name=" ".join((given, *family, suffix)), type=SpeakerType.PERSON)
    return place

"""Who is whose relative, and who is the elder: whom "his father" and "the elder Kelly" mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from quotecheck.lexicons import lexicon
from quotecheck.model import SpeakerType
from quotecheck.speakers.cues import singular
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.members import Member
from quotecheck.speakers.name_reading import gender_of
from quotecheck.speakers.person_names import GENERATIONS, parse_person

if TYPE_CHECKING:
    from quotecheck.speakers.cast import Cast

__all__ = ["Kinship"]

_OWNED = re.compile(
    r"(?:(?P<pronoun>his|her|their)|(?:the )?(?P<pair>couple|pair)[’']s|(?P<name>[A-Z][\w’'. -]*?)[’']s?) "
    r"(?:[\w-]+ ){0,2}?(?P<kin>[\w-]+)",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:the )?(?:[\w-]+ ){0,2}?(?P<kin>[\w-]+) of (?P<name>[A-Z][\w’'. -]*)", re.IGNORECASE)
_AGES = re.compile(
    r"the (?P<age>elder|older|younger) (?:(?:Mrs?|Ms)\.? )?(?P<who>[\w’-]+)|"
    r"(?:[\w’.-]+ )*?(?P<surname>[\w’-]+),? (?P<rank>senior|junior|the elder|the younger)",
    re.IGNORECASE,
)
_ANYBODY = frozenset({"man", "woman", "brother", "sister", "one"})
_YOUNG = frozenset({"younger", "junior", "the younger"})
_SEXES = {"his": "male", "her": "female"}
_REACH = 600  # characters between somebody and the relative who is introduced after him


class _Tie(NamedTuple):
    """``one`` is the ``kin`` of each of ``others``."""

    one: Member
    kin: str
    others: tuple[Member, ...]


def _inverse(kin: str) -> list[str]:
    return list(lexicon("people")["inverse"].get(kin, ()))


def _fits(member: Member, sex: str | None) -> bool:
    return sex is None or member.gender in (None, sex)


class Kinship:
    """The relatives among the people of an article, as their roles tell them: "his wife", "Eve’s sister"."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    @cached_property
    def _ties(self) -> list[_Tie]:
        people = [member for member in self._cast.members if member.type is SpeakerType.PERSON]
        return [tie for member in people for tie in self._ties_of(member)]

    def _ties_of(self, member: Member) -> Iterator[_Tie]:
        for role in member.roles:
            found = _OWNED.fullmatch(role) or _OF.fullmatch(role)
            kin = "".join(folded(found["kin"] if found else role)[-1:])
            if singular(kin) not in word_set("people", "kin"):
                continue
            others = self._owners(found, member) if found else self._joined(member)
            if others:
                yield _Tie(member, kin, others)

    def _joined(self, member: Member) -> tuple[Member, ...]:
        """Return whose relative somebody is who is only joined to him: "Ada Low and fiancé Otto Blum"."""
        place = member.places[0]
        pair = self._cast.pair_before(place.end + 1)
        return pair[1:2] if pair and pair[2] is member and pair[0] == place.end else ()

    def _owners(self, found: re.Match[str], relative: Member) -> tuple[Member, ...]:
        """Return whose relative somebody is who is introduced as ``found``."""
        at = relative.places[0].start
        told = found.groupdict()
        if told["name"]:
            owner = self._cast.find(told["name"], at)
            return (owner,) if owner is not None and owner is not relative else ()
        if told.get("pair") or (told.get("pronoun") or "").lower() == "their":
            pair = self._cast.pair_before(at) or self._married_before(at)
            return tuple(pair[-2:]) if pair else ()
        owner = self._last(at, _SEXES[told["pronoun"].lower()], relative)
        return (owner,) if owner is not None else ()

    def _married_before(self, at: int) -> tuple[Member, ...]:
        """Return a couple of whom one was introduced as the other's before a point."""
        for member in self._cast.members:
            if member.places[0].start < at and any(
                folded(role)[-1:] in (("wife",), ("husband",)) and len(folded(role)) > 1
                for role in member.roles
            ):
                other = self._last(member.places[0].start, None, member)
                return (member, other) if other is not None else ()
        return ()

    def _last(self, at: int, sex: str | None, besides: Member) -> Member | None:
        """Return the person named last before a point, not long ago, who may be of a sex."""
        before = [
            (last, member)
            for member in self._cast.members
            if member is not besides and member.type is SpeakerType.PERSON and _fits(member, sex)
            if (last := member.last_before(at)) is not None and at - last < _REACH
        ]
        return max(before, key=lambda pair: pair[0])[1] if before else None

    def name_families(self) -> None:
        """Give relatives introduced by the given name alone the family's: "Galindo’s father, Jim"."""
        family = word_set("people", "family")
        for one, kin, (other, *_) in self._ties:
            if kin in family and len(folded(one.name)) == 1 and not one.title:
                words = [word for word in other.name.split() if not GENERATIONS.issuperset(folded(word))]
                if len(words) > 1 and parse_person(other.name).given:
                    one.name = " ".join((one.name, *words[1:]))

    def relative(self, text: str, at: int) -> Member | None:
        """Return whom a description at a point means: "his father", "Low’s widow", "the couple’s son"."""
        found = _OWNED.fullmatch(text)
        if found is None:
            return None
        kin = singular(found["kin"].lower())
        if kin not in word_set("people", "kin"):
            return None
        owner = self._cast.find(found["name"], at) if found["name"] else None
        sex = _SEXES.get((found["pronoun"] or "").lower())
        known = [
            (last, who)
            for who, of in self._pairs(kin)
            if (last := of.last_before(at)) is not None and (of is owner if found["name"] else _fits(of, sex))
        ]
        last = max((last for last, _ in known), default=-1)
        nearest = list(dict.fromkeys(who for at, who in known if at == last))
        return nearest[0] if len(nearest) == 1 and last >= 0 else None

    def _pairs(self, kin: str) -> Iterator[tuple[Member, Member]]:
        """Yield everybody who is ``kin`` of somebody, with whom he is that of."""
        sex = gender_of("", None, kin)
        betrothed = lexicon("people")["betrothed"].get(kin, ())
        for tie in self._ties:
            if tie.kin == kin or tie.kin in betrothed:
                yield from ((tie.one, other) for other in tie.others)
            if kin in _inverse(tie.kin):
                fitting = [other for other in tie.others if _fits(other, sex)]
                known = [other for other in fitting if other.gender is not None]
                yield from ((other, tie.one) for other in (known or fitting))

    def elder_or_younger(self, text: str, at: int) -> Member | None:
        """Return whom "the elder Kelly", "Pritchard senior" or "the younger man" means, None if not plain."""
        found = _AGES.fullmatch(text)
        if found is None:
            return None
        word = found["surname"] or found["who"]
        young = (found["age"] or found["rank"]).lower() in _YOUNG
        pair = self._two(None if word.lower() in _ANYBODY else word, at)
        ages = [self._generation(member, pair) for member in pair]
        if len(pair) < 2 or ages[0] == ages[1]:
            return None
        return pair[ages.index(max(ages) if young else min(ages))]

    def _two(self, surname: str | None, at: int) -> list[Member]:
        """Return the two of a family whom the article named last before a point."""
        people = [
            (last, member)
            for member in self._cast.members
            if member.type is SpeakerType.PERSON and (last := member.last_before(at)) is not None
            if surname is None or parse_person(member.name).family[-1:] == folded(surname)[-1:]
        ]
        return [member for _, member in sorted(people, key=lambda pair: -pair[0])[:2]]

    def _generation(self, member: Member, pair: list[Member]) -> int:
        """Return how late somebody of a pair was born, by his suffix, else by how they are related."""
        suffix = parse_person(member.name).suffix
        ranks = lexicon("people")["generations"]
        if suffix in ranks:
            return int(ranks[suffix])
        told = [tie.kin for tie in self._ties if tie.one is member and set(tie.others) & set(pair)]
        for_others = [
            kin for tie in self._ties if member in tie.others and tie.one in pair for kin in _inverse(tie.kin)
        ]
        kins = {singular(kin) for kin in (*told, *for_others)}
        return int(not kins.isdisjoint(word_set("people", "younger"))) - int(
            not kins.isdisjoint(word_set("people", "elder"))
        )

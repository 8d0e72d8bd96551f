"""Everybody whom an article names: each person and organisation once, with every place that names them."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from quotecheck.model import Kind, Quotation, Span, SpeakerType
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.name_finding import find_names
from quotecheck.speakers.name_reading import NamedPlace, gender_of, is_given, read_name
from quotecheck.speakers.names import SAME, agreement
from quotecheck.speakers.namesakes import is_namesake, titled
from quotecheck.speakers.organisation_names import (
    is_acronym_of,
    is_organisation,
    organisations_agreement,
    place_named,
)
from quotecheck.speakers.person_names import GENERATIONS, parse_person
from quotecheck.speakers.roles import may_be_body, says_what

__all__ = ["Cast", "Member"]

_PRONOUN = re.compile(r"\b(?:(he|his|him)|(she|hers?)|(its?))\b", re.IGNORECASE)
_LOCATIVE = re.compile(
    r"\b(?:in|across|near|from|to|at|around|throughout|outside|inside"
    r"|(?:mayor|governor|bishop|minister|ministry|department|people|residents|city|town|village|port|province|region|state|county|district)\s+of)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AND_SPOUSE = re.compile(r",? and (?:his|her) (?:[a-z-]+ )?(?:wife|husband|spouse),? ")
_COINED = re.compile(r"[a-z][A-Z]|^[A-Z&.]{2,7}$|\d")
_NUMBERED = re.compile(r"\d|\b[IVX]{2,}$|\bWar\b")
_REACH = 250
_SLIP = 0.88
_SHORTEST_SLIP = 5  # characters; in shorter names one letter makes another name
_LOOKED_AT = 12
_PART, _WHOLE_FAMILY = 0.6, 0.7  # agreement of a name with its part, and more than of a double surname


@dataclass(eq=False)
class Member:
    """One person or organisation of the article.

    ``name`` is the fullest form without rank; ``places`` are the spans that name it, in order; ``roles`` all
    that the article calls it besides, in order. ``is_place``: it is mostly somewhere, not somebody.
    ``is_certain``: a title, a role or a given name shows that it is a person. ``is_guessed``: only
    pronouns near it tell the sex. ``title`` is the form of address of a surname that stands alone.
    """

    name: str
    type: SpeakerType
    gender: str | None = None
    roles: list[str] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    is_place: bool = False
    is_certain: bool = False
    is_guessed: bool = False
    title: str | None = None

    @property
    def role(self) -> str | None:
        return next(filter(says_what, self.roles), None)

    def last_before(self, at: int) -> int | None:
        """Return where the article last named the member before ``at``."""
        i = bisect_right(self.places, (at, 0))
        return self.places[i - 1].start if i else None


def _kinds_go(a: SpeakerType | None, b: SpeakerType) -> bool:
    return a is None or a is b or SpeakerType.UNNAMED in (a, b)


def _nearness(member: Member, at: int) -> tuple[bool, int]:
    last = member.last_before(at)
    return last is not None, last if last is not None else -member.places[0].start


def _score(name: str, member: Member, kind: SpeakerType | None) -> float:
    if SpeakerType.ORGANISATION in (kind, member.type) and not (
        is_acronym_of(name, member.name) or is_acronym_of(member.name, name)
    ):
        return organisations_agreement(name, member.name)
    return agreement(name, member.name)


def _is_later_guess(name: str, at: int, member: Member) -> bool:
    """Tell whether a member is a run of capitals further on that may only happen to hold a body's name."""
    longer = len(folded(member.name)) > len(folded(name))
    return (
        longer
        and not member.is_certain
        and member.type is not SpeakerType.ORGANISATION
        and at < member.places[0].start
    )


def _is_somebodys(member: Member) -> bool:
    """Tell whether a person is there as somebody's relative: "his wife", "the couple’s daughter"."""
    kin = word_set("people", "kin")
    return any(not kin.isdisjoint(folded(role)) or role == "first lady" for role in member.roles)


def _of_rank(likely: list[tuple[float, Member]], title: str | None) -> list[tuple[float, Member]]:
    """Prefer those who are called what the title says: "Senator Lane" is not the governor his brother."""
    ranks = set(folded(title or "")) - word_set("names", "addresses", "words")
    ranked = [pair for pair in likely if any(ranks & set(folded(role)) for role in pair[1].roles)]
    return ranked or likely


def _is_told_apart(member: Member, title: str) -> bool:
    """Tell whether a title is not for a member of this given name: "Mrs." for "Carl Low"."""
    return gender_of("", title, None) is not None and gender_of(member.name, None, None) is not None


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


class Cast:
    """The members of an article, found by name."""

    def __init__(self, text: str, quotations: Sequence[Quotation] = ()) -> None:
        self.text = text
        self.members: list[Member] = []
        self.wholes: list[tuple[int, int, Member]] = []
        self._by_word: dict[str, list[Member]] = {}
        self._namesakes: dict[tuple[str, ...], Member] = {}
        self._quoted = sorted(q.marked for q in quotations if q.kind.is_speech)
        self._works = sorted(q.marked for q in quotations if q.kind is Kind.TITLE)
        named = [place for name in find_names(text) if (place := read_name(text, name)) is not None]
        named = [*named[:1], *(_with_spouses_family(text, *pair) for pair in pairwise(named))]
        named = [
            *(_with_family(self.text, place, after) for place, after in pairwise(named)),
            *named[-1:],
        ]
        self._acronyms = {"".join(folded(place.name)) for place in named if place.name.isupper()}
        self._gather(named)
        self.wholes.sort(key=lambda whole: whole[:2])
        for member in self.members:
            member.places.sort()
            self._settle(member)
        self._tell_apart()

    def pair_before(self, at: int) -> tuple[int, Member, Member] | None:
        """Return the last two people that the article joined by "and" before a point, and where that ends."""
        end = bisect_right(self.wholes, at, key=lambda whole: whole[1])
        for i in range(end - 1, 0, -1):
            (_, stop, one), (start, last, two) = self.wholes[i - 1 : i + 1]
            people = one.type is SpeakerType.PERSON and two.type is SpeakerType.PERSON and one is not two
            if people and self.text[stop:start] in (" and ", " & "):
                return last, one, two
        return None

    def in_quotation(self, at: int) -> bool:
        """Tell whether a point lies in quoted speech."""
        return self._lies_in(self._quoted, at)

    def _lies_in(self, spans: Sequence[Span], at: int) -> bool:
        i = bisect_right(spans, (at, len(self.text) + 1))
        return i > 0 and at < spans[i - 1].end

    def _gather(self, named: Sequence[NamedPlace]) -> None:
        """Full names first, so that every surname finds its owner; headlines only name the known."""
        inside = {word for place in named if not place.initial for word in folded(place.name)}
        for place in named:
            if place.words > 1 and place.trusted:
                self._add(place, only_known=self._lies_in(self._works, place.span.start))
        for place in named:
            if place.words > 1 and not place.trusted:
                self._add(place, only_known=place.type is not SpeakerType.ORGANISATION)
        for place in named:
            if place.words == 1:
                chance = place.initial and not place.speaks and folded(place.name)[0] not in inside
                chance = chance and not (_COINED.search(place.name) or place.title)
                chance = chance or self._lies_in(self._works, place.span.start)
                self._add(place, only_known=chance or not place.trusted)

    def _with_fathers_family(self, place: NamedPlace) -> NamedPlace:
        """Give "Bob Jr.", the son of "Bob Kelly Sr.", the surname."""
        told = parse_person(place.name)
        if len(told.words) > 1 or told.suffix not in GENERATIONS:
            return place
        given, suffix = place.name.split(maxsplit=1)
        for member in self.members:
            other = parse_person(member.name)
            if other.given[:1] == told.words and other.suffix != told.suffix:
                family = [w for w in member.name.split()[1:] if not GENERATIONS.issuperset(folded(w))]
                return place._replace(name=" ".join((given, *family, suffix)), type=SpeakerType.PERSON)
        return place

    def _add(self, place: NamedPlace, *, only_known: bool = False) -> None:
        place = self._with_fathers_family(place)
        member = self.find(place.name, place.span.start, title=place.title, kind=place.type)
        if member is not None and is_namesake(self.text, place, member.name, member.places[0], member.roles):
            member = self._namesakes[titled(place.name, place.title)] = Member(place.name, SpeakerType.PERSON)
            self.members.append(member)
        if member is None:
            if only_known:
                return
            member = Member(place.name, place.type)
            self.members.append(member)
        self._index(member, place.name)
        if place.trusted and place.words > len(parse_person(member.name).words):
            member.name = place.name
        insort(member.places, place.span)
        self.wholes.append((place.whole.start, place.whole.end, member))
        if place.type is not SpeakerType.UNNAMED and member.type is SpeakerType.UNNAMED:
            member.type = place.type
        if place.role and member.type is not SpeakerType.ORGANISATION:
            member.roles.append(place.role)
        member.is_certain |= (place.role is not None and not may_be_body(place.role)) or place.has_given
        if place.words == 1:
            member.title = member.title or place.title
        if place.title or member.gender is None:
            member.gender = gender_of(place.name, place.title, place.role) or member.gender

    def _index(self, member: Member, name: str) -> None:
        words = folded(name)
        initials = "".join(word[0] for word in words)
        for key in {*words, initials, "".join(w[0] for w in words if w not in ("of", "the", "for", "and"))}:
            bucket = self._by_word.setdefault(key, [])
            if member not in bucket:
                bucket.append(member)

    def _acquaintances(self, name: str) -> list[Member]:
        words = folded(name)
        keys = (*words, "".join(words), "".join(word[0] for word in words))
        return list({id(m): m for key in keys for m in self._by_word.get(key, ())}.values())

    def find(
        self, name: str, at: int, *, title: str | None = None, kind: SpeakerType | None = None
    ) -> Member | None:
        """Return the member that a name at ``at`` means, None when nobody of that name is known."""
        if title and (namesake := self._namesakes.get(titled(name, title))):
            return namesake
        scored = [(_score(name, member, kind), member) for member in self._acquaintances(name)]
        likely = [pair for pair in scored if pair[0] >= SAME and _kinds_go(kind, pair[1].type)]
        if _COINED.search(name):
            likely = [pair for pair in likely if not _is_later_guess(name, at, pair[1])]
        if not likely and len(folded(name)) == 1 and kind is not SpeakerType.ORGANISATION:
            likely = self._by_part(scored, at) or self._misspelt(name)
        likely = _of_rank(likely, title)
        gender = gender_of(name, title, None)
        fitting = [pair for pair in likely if not gender or pair[1].gender in (None, gender)]
        if not fitting and not (title and any(_is_told_apart(member, title) for _, member in likely)):
            fitting = likely
        if not fitting:
            return None
        best = max(score for score, _ in fitting)
        equals = [member for score, member in fitting if score > best - 0.05]
        if len(equals) > 1 and not title:
            equals = self._in_the_first_place(equals, at)
        return max(equals, key=lambda member: _nearness(member, at))

    @staticmethod
    def _by_part(scored: Sequence[tuple[float, Member]], at: int) -> list[tuple[float, Member]]:
        """Return the one person of whose name this may be a part, or father and son of one name."""
        likely = [pair for pair in scored if pair[0] >= _PART and pair[1].type is SpeakerType.PERSON]
        known = [pair for pair in likely if pair[1].places[0].start < at]
        if len(known) == 1 or len(likely) < 2:
            return known if len(known) == 1 else likely
        return [pair for pair in likely if pair[0] > _WHOLE_FAMILY]

    def _in_the_first_place(self, equals: list[Member], at: int) -> list[Member]:
        """Return whom a bare surname means: who is not called "Mrs.", is named near, is not just a relative."""
        equals = [m for m in equals if not m.title or says_what(m.title)] or equals
        start = self.text.rfind("\n", 0, at)
        here = [member for member in equals if (last := member.last_before(at)) and last > start]
        return here or [member for member in equals if not _is_somebodys(member)] or equals

    def _tell_apart(self) -> None:
        """Give those of whom only the surname is known, and others bear it, their title: "Lady Ravel"."""
        for member in self.members:
            if member.type is not SpeakerType.PERSON or not member.title or len(folded(member.name)) > 1:
                continue
            if len(self._of_family(folded(member.name)[0])) > 1:
                member.name = f"{member.title} {member.name}"

    def _of_family(self, word: str) -> list[Member]:
        return [
            member
            for member in self._by_word[word]
            if member.type is SpeakerType.PERSON and parse_person(member.name).family[-1:] == (word,)
        ]

    def _misspelt(self, name: str) -> list[tuple[float, Member]]:
        """Return the one person whose surname differs from ``name`` by a slip of the pen."""
        word = folded(name)[0]
        if len(word) <= _SHORTEST_SLIP:
            return []
        close = extract(word, self._by_word.keys(), scorer=ratio, score_cutoff=100 * _SLIP, limit=None)
        known = {id(m): (score / 100, m) for key, score, _ in close for m in self._of_family(key)}
        near = list(known.values())
        return near if len(near) == 1 else []

    def _looks_like_body(self, member: Member) -> int:
        """Return how many more pronouns must say "he" or "she" before a name is taken for a person's."""
        words = folded(member.name)
        initials = "".join(word[0] for word in words)
        if _COINED.search(member.name) or (len(words) > 2 and initials in self._acronyms):
            return 2
        by_surname = any(folded(place.of(self.text)) == words[-1:] for place in member.places)
        if 2 <= len(words) <= 4 and by_surname:
            return -9
        return -1 if len(words) == 2 else 0

    def _reach(self, place: Span, member: Member) -> int:
        """Return how far a pronoun after a name may be its bearer's: up to the next person's name."""
        i = bisect_right(self.wholes, place.end, key=lambda whole: whole[0])
        others = (
            start
            for start, _, other in self.wholes[i : i + 6]
            if other is not member and other.type is SpeakerType.PERSON
        )
        return min(next(others, place.end + _REACH), place.end + _REACH)

    def _is_followed(self, place: Span, member: Member, at: int) -> bool:
        """Tell whether somebody else is named between a name and a point."""
        i = bisect_right(self.wholes, place.end, key=lambda whole: whole[0])
        return any(start < at and other is not member for start, _, other in self.wholes[i : i + 2])

    def _votes(self, member: Member) -> Counter[str]:
        votes: Counter[str] = Counter()
        for place in member.places[:_LOOKED_AT]:
            found = _PRONOUN.search(self.text, place.end, self._reach(place, member))
            if found and found[3] and self._is_followed(place, member, found.start()):
                continue  # "it" is whoever was named last
            if found and not self.in_quotation(found.start()):
                votes["male" if found[1] else "female" if found[2] else "thing"] += 1
        return votes

    def _settle(self, member: Member) -> None:
        """Decide what a bare word is, and the sex of a person, by the pronouns that follow."""
        votes = self._votes(member)
        male, female = votes["male"], votes["female"]
        somewhere = sum(
            _LOCATIVE.search(self.text, max(0, place.start - 20), place.start) is not None
            for place in member.places
        )
        told = member.roles or (is_organisation(member.name) and place_named(member.name) is None)
        member.is_place = not told and 2 * somewhere >= len(member.places)
        if member.type is SpeakerType.UNNAMED:
            bias = self._looks_like_body(member)
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

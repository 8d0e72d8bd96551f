"""Everybody whom an article names: each person and organisation once, with every place that names them."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import chain

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from quotecheck.model import Kind, Quotation, Span, SpeakerType
from quotecheck.speakers.family_names import with_families, with_fathers_family
from quotecheck.speakers.folding import folded
from quotecheck.speakers.kinship import Kinship
from quotecheck.speakers.members import Member, by_part, is_later_guess, kinds_go, meant, score
from quotecheck.speakers.name_finding import find_names
from quotecheck.speakers.name_reading import NamedPlace, gender_of, read_name
from quotecheck.speakers.name_trimming import trimmed
from quotecheck.speakers.names import SAME
from quotecheck.speakers.namesakes import is_namesake, titled
from quotecheck.speakers.person_names import parse_person
from quotecheck.speakers.predicates import told_of
from quotecheck.speakers.roles import identified, is_role, may_be_body
from quotecheck.speakers.settling import COINED, settle

__all__ = ["Cast"]

_TOGETHER = re.compile(r"(?:, \d{1,3},)? (?:and|&) (?P<role>(?:[\w-]+ ){0,3}[\w-]+)?,? ?")
_SLIP = 0.88
_SHORTEST_SLIP = 5  # characters; in shorter names one letter makes another name


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
        named = with_families(text, trimmed(text, named))
        self.acronyms = {"".join(folded(place.name)) for place in named if place.name.isupper()}
        self._gather(named)
        self.wholes.sort(key=lambda whole: whole[:2])
        for member in self.members:
            member.places.sort()
            settle(self, member)
            if member.type is SpeakerType.PERSON:
                told = (told_of(text, place) for place in member.places if not self.in_quotation(place.start))
                member.predicates.extend(dict.fromkeys(chain.from_iterable(told)))
        self._tell_apart()
        self.kinship = Kinship(self)
        self.kinship.name_families()

    def pair_before(self, at: int) -> tuple[int, Member, Member] | None:
        """Return the last two people that the article joined by "and" before a point, and where that ends."""
        end = bisect_right(self.wholes, at, key=lambda whole: whole[1])
        for i in range(end - 1, 0, -1):
            (_, stop, one), (start, last, two) = self.wholes[i - 1 : i + 1]
            people = one.type is SpeakerType.PERSON and two.type is SpeakerType.PERSON and one is not two
            joined = _TOGETHER.fullmatch(self.text, stop, start) if people else None
            if joined and (joined["role"] is None or is_role(joined["role"])):
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
                chance = chance and not (COINED.search(place.name) or place.title)
                chance = chance or self._lies_in(self._works, place.span.start)
                self._add(place, only_known=chance or not place.trusted)

    def _add(self, place: NamedPlace, *, only_known: bool = False) -> None:
        place = with_fathers_family(place, self.members)
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
        if member.type is not SpeakerType.ORGANISATION:
            told = (*place.roles, identified(self.text, place.whole.start))
            member.roles.extend(role for role in told if role and role not in member.roles)
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
        scored = [(score(name, member, kind), member) for member in self._acquaintances(name)]
        likely = [pair for pair in scored if pair[0] >= SAME and kinds_go(kind, pair[1].type)]
        if COINED.search(name):
            likely = [pair for pair in likely if not is_later_guess(name, at, pair[1])]
        if not likely and len(folded(name)) == 1 and kind is not SpeakerType.ORGANISATION:
            likely = by_part(scored, at) or self._misspelt(name)
        return meant(self.text, likely, name, at, title)

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

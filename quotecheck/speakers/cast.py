"""Everybody whom an article names: each person and organisation once, with every place that names them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotecheck.model import Quotation, Span, SpeakerType
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.name_finding import NameSpan, find_names
from quotecheck.speakers.names import SAME, agreement
from quotecheck.speakers.organisation_names import is_organisation, place_named
from quotecheck.speakers.person_names import parse_person
from quotecheck.speakers.roles import is_person_noun, role_around, split_title

__all__ = ["Cast", "Member"]

_PRONOUN = re.compile(r"\b(he|his|him|she|her|hers|it|its)\b", re.IGNORECASE)
_CAMEL = re.compile(r"^\w*[a-z][A-Z]|^[A-Z][A-Z&]{1,5}$|\d")
_REACH = 250


@dataclass(eq=False)
class Member:
    """One person or organisation of the article.

    ``name`` is the fullest form without rank; ``places`` are the spans that name it, in order.
    """

    name: str
    type: SpeakerType
    gender: str | None = None
    role: str | None = None
    places: list[Span] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)

    def last_before(self, at: int) -> int | None:
        """Return where the article last named the member before ``at``."""
        i = bisect_right(self.places, (at, 0))
        return self.places[i - 1].start if i else None


@dataclass
class _Found:
    """A name as it was found, before it is known whose it is."""

    span: Span
    name: str
    title: str | None
    role: str | None
    trusted: bool

    @property
    def words(self) -> int:
        return len(parse_person(self.name).words)


def _title_cased(text: str, span: Span) -> bool:
    """Tell whether the line around a name is a headline, where every word has a capital."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    words = [word for word in line.split() if word[:1].isalpha() and len(word) > 3]
    return len(line) < 200 and len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _gender_of(name: str, title: str | None, role: str | None) -> str | None:
    for words in (folded(title or ""), folded(role or "")):
        for gender in ("male", "female"):
            if not (word_set("names", "honorifics", gender) | word_set("people", gender)).isdisjoint(words):
                return gender
    given = parse_person(name).given
    for gender in ("male", "female"):
        other = "female" if gender == "male" else "male"
        if (
            given
            and given[0] in word_set("given_names", gender)
            and given[0] not in word_set("given_names", other)
        ):
            return gender
    return None


class Cast:
    """The members of an article, found by name."""

    def __init__(self, text: str, quotations: Sequence[Quotation] = ()) -> None:
        self.text = text
        self.members: list[Member] = []
        self._quoted = sorted(q.marked for q in quotations if q.kind.is_speech)
        found = [self._examine(name) for name in find_names(text)]
        named = [name for name in found if name is not None]
        for name in named:
            if name.words > 1 and name.trusted:
                self._add(name)
        for name in named:
            if name.words > 1 and not name.trusted:
                self._add(name, only_known=True)
        for name in sorted((n for n in named if n.words == 1), key=lambda n: n.span):
            self._add(name)
        for member in self.members:
            member.places.sort()
            self._settle(member)

    def in_quotation(self, at: int) -> bool:
        """Tell whether a point lies in quoted speech."""
        i = bisect_right(self._quoted, (at, len(self.text) + 1))
        return i > 0 and at < self._quoted[i - 1].end

    def _examine(self, found: NameSpan) -> _Found | None:
        title, name = split_title(found.text)
        words = folded(name)
        if not words or (
            is_person_noun(name.split()[-1])
            and title is None
            and len(words) < 3
            and not self._is_surname(name)
        ):
            return None
        if len(words) == 1 and (len(words[0]) == 1 or words[0] in word_set("openers", "words")):
            return None
        span = Span(found.span.end - len(name), found.span.end) if title else found.span
        role = title if is_organisation(found.text) else role_around(self.text, found.span)
        return _Found(span, name, title, role, not _title_cased(self.text, found.span))

    def _is_surname(self, name: str) -> bool:
        return len(name.split()) == 2 and parse_person(name).words[0] in (
            word_set("given_names", "male") | word_set("given_names", "female")
        )

    def _type(self, found: _Found) -> SpeakerType:
        name = found.name
        if is_organisation(name) or (_CAMEL.match(name.split()[0]) and not found.role):
            return SpeakerType.ORGANISATION
        if place_named(name) and not found.role:
            return SpeakerType.ORGANISATION
        if found.role or found.words > 1:
            return SpeakerType.PERSON
        return SpeakerType.UNNAMED

    def _add(self, found: _Found, *, only_known: bool = False) -> None:
        kind = self._type(found)
        member = self.find(found.name, found.span.start, title=found.title, kind=kind)
        if member is None:
            if only_known and kind is SpeakerType.PERSON:
                return
            member = Member(found.name, kind)
            self.members.append(member)
        if (
            found.trusted
            and found.words > len(parse_person(member.name).words)
            and kind is not SpeakerType.UNNAMED
        ):
            member.name = found.name
        member.places.append(found.span)
        member.places.sort()
        member.forms.add(found.name)
        if kind is not SpeakerType.UNNAMED and member.type is SpeakerType.UNNAMED:
            member.type = kind
        if found.role and member.type is not SpeakerType.ORGANISATION:
            member.roles.append(found.role)
            member.role = member.role or found.role
        if found.title or member.gender is None:
            member.gender = _gender_of(found.name, found.title, found.role) or member.gender

    def find(
        self, name: str, at: int, *, title: str | None = None, kind: SpeakerType | None = None
    ) -> Member | None:
        """Return the member that a name at ``at`` means, None when nobody of that name is known."""
        scored = [(agreement(name, member.name), member) for member in self.members]
        likely = [
            (score, member) for score, member in scored if score >= SAME and _kinds_go(kind, member.type)
        ]
        if not likely and len(folded(name)) == 1:
            likely = [
                (score, member)
                for score, member in scored
                if score >= 0.6 and member.type is SpeakerType.PERSON
            ]
            likely = likely if len(likely) == 1 else []
        gender = _gender_of(name, title, None)
        fitting = [pair for pair in likely if not gender or pair[1].gender in (None, gender)] or likely
        if not fitting:
            return None
        best = max(score for score, _ in fitting)
        equals = [member for score, member in fitting if score > best - 0.05]
        return max(equals, key=lambda member: _nearness(member, at))

    def _settle(self, member: Member) -> None:
        """Decide what a bare word is, and the sex of a person, by the pronouns that follow."""
        votes: Counter[str] = Counter()
        if member.gender is None or member.type is SpeakerType.UNNAMED:
            for place in member.places[:12]:
                pronoun = _PRONOUN.search(self.text, place.end, place.end + _REACH)
                if pronoun and not self.in_quotation(pronoun.start()):
                    votes[{"h": "male", "s": "female", "i": "thing"}[_class(pronoun[0].lower())]] += 1
        if member.type is SpeakerType.UNNAMED:
            people = votes["male"] + votes["female"]
            member.type = SpeakerType.PERSON if people > votes["thing"] else SpeakerType.ORGANISATION
        if member.type is SpeakerType.PERSON and member.gender is None:
            male, female = votes["male"], votes["female"]
            member.gender = None if male == female else ("male" if male > female else "female")


def _class(pronoun: str) -> str:
    return "s" if pronoun in ("she", "her", "hers") else pronoun[0]


def _kinds_go(a: SpeakerType | None, b: SpeakerType) -> bool:
    return a is None or a is b or SpeakerType.UNNAMED in (a, b)


def _nearness(member: Member, at: int) -> tuple[bool, int]:
    last = member.last_before(at)
    return last is not None, last if last is not None else -member.places[0].start

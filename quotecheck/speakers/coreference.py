"""Who a mention means: a surname, a title, a pronoun, "the company"."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from quotecheck.model import Span, SpeakerType
from quotecheck.speakers.cast import Cast, Member
from quotecheck.speakers.cues import singular
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.mentions import Mention, Sort, partner_of
from quotecheck.speakers.name_reading import gender_of
from quotecheck.speakers.organisation_names import place_named
from quotecheck.speakers.referents import Referent, joint_name
from quotecheck.speakers.scenes import Scene

__all__ = ["Resolver", "Spoke"]

# How much each circumstance weighs when the antecedent of a pronoun is sought; set by hand.
_PER_SENTENCE, _PER_PARAGRAPH = 0.6, 0.8
_SUBJECT, _SPOKE, _QUOTED, _POSSESSOR = 1.4, 1.2, 3.0, 0.5
_DOUBT, _SEXLESS, _SOMEWHERE = 1.8, 0.6, 2.0
_PAIR_REACH = 2.1
_LEAST_PRESENT = -1.5  # whom "the striker" means must have been spoken of just before
_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen))[.!?][”\"’)]*\s+(?=[“\"A-Z])"
)
_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "many", "other", "two", "three", "any"}
)
_BY_ORIGIN = re.compile(r"the ([A-Z][a-z]+(?:an|ese|ish|ch|i|ino))", re.IGNORECASE)
_BY_AGE = re.compile(r"the (?:\d+|\w+teen|\w+ty)[-‑ ]year[-‑ ]old", re.IGNORECASE)
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "these", "those"})


def _score(found: tuple[float, Member] | None) -> float:
    return -math.inf if found is None else found[0]


class Spoke(NamedTuple):
    """Somebody who spoke: at which quotation, and how the text named him there."""

    at: int
    referent: Referent
    where: Span | None


class Resolver:
    """Resolves mentions of one article; remembers what it has resolved."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene], paragraphs: Sequence[Span]) -> None:
        self.cast = cast
        self._paragraph_starts = [span.start for span in paragraphs]
        self._sentence_ends = [
            found.start()
            for found in _SENTENCE_END.finditer(cast.text)
            if not cast.in_quotation(found.start() - 1)
        ]
        self._subjects = self._subject_offsets(scenes)
        self._memory: dict[tuple[int, int], Referent] = {}
        self._spoken: list[Spoke] = []

    @staticmethod
    def _subject_offsets(scenes: Sequence[Scene]) -> set[int]:
        return {
            scene.block.to_article(scene.tree.spans[i]).start
            for scene in scenes
            for i, dep in enumerate(scene.tree.deps)
            if dep in ("nsubj", "nsubjpass") and not scene.quoted[i]
        }

    def said_by(self, at: int, referent: Referent, where: Span | None) -> None:
        """Note who spoke at ``at``: the likeliest one to be meant by the next pronoun."""
        self._spoken.append(Spoke(at, referent, where))

    def spoke_before_last(self) -> Spoke | None:
        """Return the last one who spoke before the present speaker took over."""
        last = self._spoken[-1].referent.key if self._spoken else None
        return next((spoke for spoke in reversed(self._spoken) if spoke.referent.key != last), None)

    def named(self, name: str, at: int) -> Referent:
        """Return whom a bare name means."""
        return Referent(self.cast.find(name, at), name, Sort.NAME)

    def resolve(self, scene: Scene, mention: Mention) -> Referent:
        """Return who ``mention`` means."""
        where = scene.block.to_article(mention.span)
        head = scene.block.to_article(scene.tree.spans[mention.head]).start
        key = (where.start, where.end)
        if mention.sort.is_pronoun:
            return self._pronoun(mention.sort, where, mention.span.of(scene.block.text))
        if key not in self._memory:
            self._memory[key] = self._noun(scene, mention, where, head)
        return self._memory[key]

    def member_at(self, at: int) -> Member | None:
        """Return who is named, title included, at a point of the article."""
        i = bisect_right(self.cast.wholes, at, key=lambda whole: whole[0])
        for _, end, member in reversed(self.cast.wholes[max(0, i - 2) : i]):
            if at < end:
                return member
        return None

    def _noun(self, scene: Scene, mention: Mention, where: Span, head: int) -> Referent:
        text = " ".join(where.of(self.cast.text).split())
        partner = partner_of(scene.tree, mention.head) if mention.sort is Sort.NAME else None
        if partner is not None:
            other = self.member_at(scene.block.to_article(scene.tree.spans[partner]).start)
            first = self.member_at(head)
            if first is not None and other is not None and first is not other:
                return Referent(None, joint_name(first.name, other.name), Sort.CROWD)
        if _BY_AGE.fullmatch(text) or self._is_origin(text):
            return Referent(self._present(where.start, None), text, Sort.PERSON)
        member = self.member_at(head) if mention.sort in (Sort.NAME, Sort.PERSON) else None
        if member is not None:
            return Referent(member, text, Sort.NAME)
        if mention.sort is Sort.NAME:
            known = self._by_role(text, where.start) or self._by_epithet(text.lower().split(), where.start)
            return Referent(known, text, mention.sort)
        member = self._described_member(mention, text, where.start)
        if member is None and mention.sort is Sort.BODY:
            text = self._in_full(text, where.start)
        return Referent(member, text, mention.sort)

    def _in_full(self, text: str, at: int) -> str:
        """Return the words that first named a body of a small letter: "Halverton city council"."""
        words = text.split()
        if words[0].lower() not in _DEFINITE or len(words) > 2:
            return text
        small = rf"(?!(?:{'|'.join(sorted(_DEFINITE | _INDEFINITE))})\s)[a-z-]+\s"
        name = rf"((?:[A-Z][\w’-]*\s)+(?:{small}){{0,2}}{re.escape(words[-1])})\b"
        found = next(
            (
                m[1]
                for m in re.finditer(name, self.cast.text[:at])
                if m[1].split()[0].lower() not in _DEFINITE
            ),
            None,
        )
        return found or text

    def _described_member(self, mention: Mention, text: str, at: int) -> Member | None:
        words = text.lower().split()
        if words[0] in _INDEFINITE or mention.sort in (Sort.CROWD, Sort.THING, Sort.DOCUMENT):
            return None
        if mention.sort is Sort.PERSON:
            return self._by_role(text, at) or self._by_epithet(words, at)
        return self._body(text, at) if words[0] in _DEFINITE else None

    @staticmethod
    def _is_origin(text: str) -> bool:
        found = _BY_ORIGIN.fullmatch(text)
        return found is not None and found[1][0].isupper() and place_named(found[1]) is not None

    def _by_epithet(self, words: Sequence[str], at: int) -> Member | None:
        """Return whom "the striker" means when no striker was introduced: whoever was just spoken of."""
        noun = next((words[i - 1] for i in range(2, len(words)) if words[i] in ("for", "of")), words[-1])
        if words[0] != "the" or noun not in word_set("people", "epithets"):
            return None
        introduced = re.compile(
            rf"\b(?:an?|another|one)\s(?:[\w-]+\s){{0,3}}{re.escape(noun)}\b", re.IGNORECASE
        )
        return (
            None if introduced.search(self.cast.text, 0, at) else self._present(at, gender_of("", None, noun))
        )

    def _present(self, at: int, gender: str | None) -> Member | None:
        """Return the person who is spoken of just before a point."""
        found = max(
            (self._person(at, sex) for sex in ([gender] if gender else ["male", "female"])), key=_score
        )
        return found[1] if found is not None and found[0] > _LEAST_PRESENT else None

    def _by_role(self, text: str, at: int) -> Member | None:
        """Return the nearest person whose role has the description's main word: "the president"."""
        words = [
            w
            for w in folded(text.split(" of ", maxsplit=1)[0].split(" for ", maxsplit=1)[0])
            if w not in ("the", "this", "that", "former")
        ]
        if not words:
            return None
        noun = words[-1]
        best: list[tuple[int, int, Member]] = []
        for member in self.cast.members:
            roles = [folded(role) for role in member.roles]
            if member.type is SpeakerType.ORGANISATION or not any(noun in role for role in roles):
                continue
            last = member.last_before(at)
            shared = max(len(set(words) & set(role)) for role in roles)
            best.append((shared if last is not None else shared - 5, last or 0, member))
        return max(best, key=lambda entry: entry[:2])[2] if best else None

    def _body(self, text: str, at: int) -> Member | None:
        """Return the organisation that "the ministry" or "the Chinese company" means."""
        words = folded(text)
        noun = singular(words[-1]) if words else ""
        bodies = [m for m in self.cast.members if m.type is SpeakerType.ORGANISATION and not m.is_place]
        known = [m for m in bodies if m.last_before(at) is not None]
        named = [m for m in known if noun in folded(m.name)]
        if not named and noun in word_set("organisations", "businesses"):
            public = word_set("organisations", "public")
            named = [m for m in known if public.isdisjoint(folded(m.name)) and place_named(m.name) is None]
        return max(named, key=lambda m: (self._salience(m, at), m.last_before(at) or 0)) if named else None

    def _distance(self, start: int, end: int) -> float:
        """Return how many sentences, and paragraphs, end between two points; quoted ones count little."""
        sentences = bisect_left(self._sentence_ends, end) - bisect_left(self._sentence_ends, start)
        paragraphs = bisect_right(self._paragraph_starts, end) - bisect_right(self._paragraph_starts, start)
        return _PER_SENTENCE * min(sentences, 8) + _PER_PARAGRAPH * min(paragraphs, 6)

    def _salience(self, member: Member, at: int) -> float:
        """Say how present a member is at a point: near, a subject, lately a speaker."""
        scores = [-9.0]
        i = bisect_left(member.places, (at, 0))
        for place in member.places[max(0, i - 4) : i]:
            score = -self._distance(place.end, at)
            score += _SUBJECT * self._is_subject(place) - _QUOTED * self.cast.in_quotation(place.start)
            score -= _POSSESSOR * (self.cast.text[place.end : place.end + 2] in ("’s", "'s"))
            scores.append(score)
        if self._spoken and self._spoken[-1].referent.member is member:
            scores.append(_SPOKE - self._distance(self._spoken[-1].at, at))
        return max(scores) + 0.1 * min(len(member.places), 5)

    def _is_subject(self, place: Span) -> bool:
        return any(offset in self._subjects for offset in range(place.start, place.end))

    def _pronoun(self, sort: Sort, where: Span, text: str) -> Referent:
        at = where.start
        if sort is Sort.PERSONAL:
            gender = "female" if text.lower() in ("she", "her", "hers", "herself") else "male"
            return self._or_nameless(self._person(at, gender), sort, text, at, (Sort.PERSON, Sort.NAME))
        if sort is Sort.IT:
            return self._or_nameless(self._organisation(at), sort, text, at, (Sort.BODY, Sort.DOCUMENT))
        if sort is Sort.PLURAL:
            found = self._or_nameless(None, sort, text, at, (Sort.CROWD, Sort.BODY, Sort.NAME))
            return found if found.sort is not Sort.PLURAL else self._two(at) or found
        return Referent(None, text, sort)

    def _two(self, at: int) -> Referent | None:
        pair = self.cast.pair_before(at)
        if pair is None or self._distance(pair[0], at) > _PAIR_REACH:
            return None
        return Referent(None, joint_name(pair[1].name, pair[2].name), Sort.CROWD)

    def _or_nameless(
        self, found: tuple[float, Member] | None, sort: Sort, text: str, at: int, sorts: Sequence[Sort]
    ) -> Referent:
        """Return the member found, unless somebody without a name spoke since and fits better."""
        spoke = self._spoken[-1] if self._spoken else None
        if spoke is None or spoke.referent.sort not in sorts:
            return Referent(found[1] if found else None, text, sort)
        member = spoke.referent.member
        body = member is not None and member.type is SpeakerType.ORGANISATION
        fits = member is None or (body and sort is Sort.PLURAL)
        if fits and (found is None or _SPOKE - self._distance(spoke.at, at) > found[0]):
            return spoke.referent
        return Referent(found[1] if found else None, text, sort)

    def _person(self, at: int, gender: str) -> tuple[float, Member] | None:
        known = [
            m
            for m in self.cast.members
            if m.type is SpeakerType.PERSON and m.gender in (None, gender) and m.last_before(at) is not None
        ]
        return self._most_present(
            known,
            at,
            lambda m: _DOUBT * (not m.is_certain) + _SEXLESS * (m.gender is None) + _SOMEWHERE * m.is_place,
        )

    def _organisation(self, at: int) -> tuple[float, Member] | None:
        known = [
            m
            for m in self.cast.members
            if m.type is SpeakerType.ORGANISATION and m.last_before(at) is not None
        ]
        return self._most_present(known, at, lambda m: 1.0 * m.is_place)

    def _most_present(
        self, members: Sequence[Member], at: int, doubt: Callable[[Member], float]
    ) -> tuple[float, Member] | None:
        ranked = [(self._salience(m, at) - doubt(m), m.last_before(at) or 0, m) for m in members]
        best = max(ranked, key=lambda entry: entry[:2], default=None)
        return None if best is None else (best[0], best[2])

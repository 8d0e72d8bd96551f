"""Who a mention means: a surname, a title, a pronoun, "the company"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import islice, takewhile

from quotecheck.model import Span, SpeakerType
from quotecheck.speakers.antecedents import Option, Present, Reading, options, readings
from quotecheck.speakers.authorship import author_before
from quotecheck.speakers.binding import names_below
from quotecheck.speakers.cast import Cast
from quotecheck.speakers.cues import CueKind, cue_kind
from quotecheck.speakers.descriptions import is_epithet
from quotecheck.speakers.members import Member
from quotecheck.speakers.mentions import Mention, Sort, mention_at, named_beside, partner_of
from quotecheck.speakers.name_reading import is_origin
from quotecheck.speakers.plurals import is_pair, last_spoken, pair, subjects_before
from quotecheck.speakers.postmodifiers import whole_phrase
from quotecheck.speakers.presence import Presence, Spoke
from quotecheck.speakers.ranking import Weights, weights
from quotecheck.speakers.referents import Referent, joint
from quotecheck.speakers.scenes import Scene

__all__ = ["Resolver", "Spoke"]

_PAIR_REACH = 3  # sentences
_LOOKED_AT = 4
_INTRODUCED_WITHIN = 60  # characters between "a letter from" and its author's name
_UNCALLED = f"{Sort.PERSON}|link=none"
_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "many", "other", "two", "three", "any"}
)
_BY_ORIGIN = re.compile(r"the ([A-Z][a-z]+(?: [A-Z][a-z]+)?)", re.IGNORECASE)
_APPOSING = re.compile(r"(?: (?:of|for|at|in) (?:[\w’'-]+ ){0,4}[\w’'-]+)?, (?:the |an? )?(?:[a-z-]+ ){0,4}")
_APPOSED = re.compile(r"(?:,|\.|;|:|$| (?:and|who|said|says|told)\b)")
_BY_AGE = re.compile(r"the (?:\d+|\w+teen|\w+ty)[-‑ ]year[-‑ ]old", re.IGNORECASE)
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "these", "those"})
_SMALL = rf"(?!(?:{'|'.join(sorted(_DEFINITE | _INDEFINITE))})\s)[a-z-]+\s"
_NAME_BEFORE = re.compile(rf"([A-Z][\w’-]*)\s(?:[A-Z][\w’-]*\s)*(?:{_SMALL}){{0,2}}$")
_LONGEST_NAME = 120  # characters


class Resolver:
    """Resolves mentions of one article; remembers who spoke."""

    def __init__(
        self, cast: Cast, scenes: Sequence[Scene], paragraphs: Sequence[Span], *, table: Weights | None = None
    ) -> None:
        self.cast = cast
        self.presence = Presence(cast, scenes, paragraphs)
        self._scenes = scenes
        self._table = table or weights()
        self._full_names: dict[str, Span | None] = {}
        self._memory: dict[Span, tuple[int, list[Reading]]] = {}

    def said_by(self, at: int, referent: Referent, where: Span | None) -> None:
        """Note who spoke at ``at``: the likeliest one to be meant by the next pronoun."""
        self.presence.note(Spoke(at, referent, where))

    def spoke_before_last(self) -> Spoke | None:
        """Return the last one who spoke before the present speaker took over."""
        spoken = self.presence.spoken
        last = spoken[-1].referent.key if spoken else None
        return next((spoke for spoke in reversed(spoken) if spoke.referent.key != last), None)

    def named(self, name: str, at: int) -> Referent:
        """Return whom a bare name means."""
        return Referent(self.cast.find(name, at), name, Sort.NAME)

    def resolve(self, scene: Scene, mention: Mention) -> Referent:
        """Return who ``mention`` means, as far as can be told."""
        return self.readings(scene, mention)[0].referent

    def readings(self, scene: Scene, mention: Mention) -> list[Reading]:
        """Return who ``mention`` may mean, the likeliest first; who speaks only after it changes nothing."""
        where = scene.block.to_article(mention.span)
        heard = self.presence.spoken_before(where.start)
        known, found = self._memory.get(where, (-1, []))
        if known != heard:
            told = self._told(scene, mention, where)
            found = (
                [Reading(1.0, told)]
                if isinstance(told, Referent)
                else readings(self._apart(told, scene, mention), self._table.antecedents)
            )
            if mention.sort in (Sort.PERSON, Sort.CROWD):
                found = [one._replace(referent=self._in_whole(one.referent, scene, mention)) for one in found]
            self._memory[where] = heard, found
        return found

    def _in_whole(self, who: Referent, scene: Scene, mention: Mention) -> Referent:
        """Return somebody who stays a description with all that the article says to tell who he is."""
        if who.member is not None or who.sort is not mention.sort or who.type is not None:
            return who
        phrase = scene.block.to_article(whole_phrase(scene.tree, mention, scene.quoted))
        whole = " ".join(phrase.of(self.cast.text).split())
        return who._replace(whole=whole) if whole != who.description else who

    def options(self, scene: Scene, mention: Mention) -> list[Option]:
        """Return who a pronoun or a description may mean, with the features; nothing where it is plain."""
        told = self._told(scene, mention, scene.block.to_article(mention.span))
        return [] if isinstance(told, Referent) else self._apart(told, scene, mention)

    def _apart(self, found: Sequence[Option], scene: Scene, mention: Mention) -> list[Option]:
        """Return whom a mention may mean but for those whom its own clause goes on to name."""
        below = names_below(scene.tree, mention.head, scene.quoted)
        named = {self.member_at(scene.block.to_article(scene.tree.spans[word]).start) for word in below}
        apart = [one for one in found if one.referent.member is None or one.referent.member not in named]
        return apart or list(found)

    def member_at(self, at: int) -> Member | None:
        """Return who is named, title included, at a point of the article."""
        i = bisect_right(self.cast.wholes, at, key=lambda whole: whole[0])
        for _, end, member in reversed(self.cast.wholes[max(0, i - 2) : i]):
            if at < end:
                return member
        return None

    def people_in(self, span: Span) -> list[Member]:
        """Return the people who are named between two points, labels ("MARLOWE: …") left out."""
        first = bisect_left(self.cast.wholes, span.start, key=lambda whole: whole[0])
        inside = takewhile(lambda whole: whole[1] <= span.end, islice(self.cast.wholes, first, None))
        return [
            member
            for _, end, member in inside
            if member.type is SpeakerType.PERSON and self.cast.text[end : end + 1] != ":"
        ]

    def _told(self, scene: Scene, mention: Mention, where: Span) -> Referent | list[Option]:
        """Return whom a mention plainly means, or those whom it may mean."""
        text = " ".join(where.of(self.cast.text).split())
        author = self._author(scene, mention)
        if mention.sort in (Sort.PERSONAL, Sort.IT):
            lately = self._just_described(where.start)
            return author or options(self.presence, mention.sort, text, where.start, lately)
        if mention.sort is Sort.PLURAL or is_pair(text):
            several = self._they(scene, mention) if mention.sort is Sort.PLURAL else None
            return several or pair(self.presence, mention.sort, text, where.start)
        head = scene.block.to_article(scene.tree.spans[mention.head]).start
        if mention.sort is Sort.NAME and (joint := self._joint(scene, mention, head)) is not None:
            return joint
        if _BY_AGE.fullmatch(text) or self._is_origin(text):
            return options(self.presence, Sort.PERSON, text, where.start)
        member = self._by_kin(text, where.start) or self._named_at(mention.sort, head, text, where)
        if member is not None:
            return Referent(member, text, Sort.NAME)
        return author or self._described(mention.sort, text, where)

    def _named_at(self, sort: Sort, head: int, text: str, where: Span) -> Member | None:
        if sort is Sort.CROWD:
            return self._misread(text, where)
        named = sort in (Sort.NAME, Sort.PERSON) or (sort is Sort.THING and text[:1].isupper())
        return self.member_at(head) if named else None

    def _misread(self, text: str, where: Span) -> Member | None:
        """Return who acts where the parser took a verb for an adjective: "Reed" of "Reed e-mailed staff"."""
        verbs = any(cue_kind(word.lower()) is CueKind.SPEECH for word in text.split()[1:-1])
        return self.member_at(where.start) if verbs else None

    @cached_property
    def _descriptions(self) -> list[tuple[Span, Scene, Mention]]:
        """The descriptions of people and bodies outside the quotations, in text order."""
        found = {
            scene.block.to_article(mention.span): (scene, mention)
            for scene in self._scenes
            for mention in (*(clause.mention for clause in scene.clauses), *scene.others)
            if mention.sort in (Sort.PERSON, Sort.BODY) and scene.tree.deps[mention.head] != "appos"
        }
        return [(where, *found[where]) for where in sorted(found)]

    def _just_described(self, at: int) -> list[Present]:
        """Return the last ones before a point whom the article describes by other words than a name."""
        i = bisect_left(self._descriptions, at, key=lambda entry: entry[0].start)
        found = [
            Present(self.resolve(scene, mention), [where], ())
            for where, scene, mention in reversed(self._descriptions[max(0, i - _LOOKED_AT) : i])
        ]
        return [one for one in found if self.presence.sentences(one.places[0].end, at) < _LOOKED_AT]

    def _joint(self, scene: Scene, mention: Mention, head: int) -> Referent | None:
        """Return the two people of "Ada Marlowe and Otto Blum"."""
        partner = partner_of(scene.tree, mention.head)
        if partner is None:
            return None
        other = self.member_at(scene.block.to_article(scene.tree.spans[partner]).start)
        first = self.member_at(head)
        if first is None or other is None or first is other:
            return None
        return joint(first, other)

    def _described(self, sort: Sort, text: str, where: Span) -> Referent | list[Option]:
        at = where.start
        first = text.split(maxsplit=1)[0].lower()
        if sort is Sort.BODY and first in _DEFINITE:
            *found, stay = options(self.presence, sort, text, at)
            return [*found, stay._replace(referent=Referent(None, self._in_full(text, at), sort))]
        if sort is Sort.NAME:
            *found, stay = options(self.presence, Sort.PERSON, text, at)
            known = found if is_epithet(text) else [one for one in found if _UNCALLED not in one.features]
            return [*known, stay._replace(referent=Referent(None, text, sort))]
        if sort is Sort.PERSON and (named := self._named_next(where.end)) is not None:
            return Referent(named, text, Sort.NAME)
        if sort is Sort.PERSON and first not in _INDEFINITE:
            return options(self.presence, Sort.PERSON, text, at)
        if sort is Sort.DOCUMENT and (author := self._author_before(text, at)) is not None:
            return author
        return Referent(None, text, sort)

    def _named_next(self, at: int) -> Member | None:
        """Return who is named in apposition after a description: "its patron, the actor Rufus Lane,"."""
        i = bisect_left(self.cast.wholes, at, key=lambda whole: whole[0])
        start, end, member = self.cast.wholes[i] if i < len(self.cast.wholes) else (at, at, None)
        if member is None or member.type is not SpeakerType.PERSON:
            return None
        joined = _APPOSING.fullmatch(self.cast.text, at, start) is not None
        return member if joined and _APPOSED.match(self.cast.text, end) else None

    def _author(self, scene: Scene, mention: Mention) -> Referent | None:
        """Return who wrote the letter that "it" or "the letter" means, if he is somebody named."""
        word = author_before(scene, mention)
        if word is None or scene.quoted[word]:
            return None
        author = self.resolve(scene, mention_at(scene.tree, named_beside(scene.tree, word)))
        return author if author.member is not None else None

    def _author_before(self, text: str, at: int) -> Referent | None:
        """Return whose letter "the letter" is that was quoted just before."""
        spoke = self.presence.spoken[-1] if self.presence.spoken else None
        if spoke is None or spoke.where is None or not text.lower().startswith("the "):
            return None
        introduction = self.cast.text[max(0, spoke.where.start - _INTRODUCED_WITHIN) : spoke.at].lower()
        near = self.presence.sentences(spoke.at, at) < _PAIR_REACH
        return spoke.referent if near and f"a {text[4:].lower()}" in introduction else None

    def _in_full(self, text: str, at: int) -> str:
        """Return the words that first named a body of a small letter: "Halverton city council"."""
        words = text.split()
        if words[0].lower() not in _DEFINITE or len(words) > 2:
            return text
        if words[-1] not in self._full_names:
            self._full_names[words[-1]] = self._first_in_full(words[-1])
        found = self._full_names[words[-1]]
        return found.of(self.cast.text) if found is not None and found.end <= at else text

    def _first_in_full(self, noun: str) -> Span | None:
        """Return the first name in the text that ends with a noun."""
        for found in re.finditer(rf"(?<=\s){re.escape(noun)}\b", self.cast.text):
            name = _NAME_BEFORE.search(self.cast.text, max(0, found.start() - _LONGEST_NAME), found.start())
            if name is not None and name[1].lower() not in _DEFINITE:
                return Span(name.start(), found.end())
        return None

    @staticmethod
    def _is_origin(text: str) -> bool:
        found = _BY_ORIGIN.fullmatch(text)
        return found is not None and found[1][0].isupper() and is_origin(found[1])

    def _by_kin(self, text: str, at: int) -> Member | None:
        """Return whom "the latter", "the elder Kelly" or "his father" means."""
        kin = self.cast.kinship
        return self._of_two(text, at) or kin.elder_or_younger(text, at) or kin.relative(text, at)

    def _of_two(self, text: str, at: int) -> Member | None:
        """Return whom "the former" or "the latter" means: of the last two people named before."""
        if text.lower() not in ("the former", "the latter"):
            return None
        i = bisect_left(self.cast.wholes, at, key=lambda whole: whole[0])
        people = (
            member
            for start, _, member in reversed(self.cast.wholes[:i])
            if member.type is SpeakerType.PERSON and not self.cast.in_quotation(start)
        )
        last = list(dict.fromkeys(islice(people, _LOOKED_AT)))
        nth = 0 if text.lower() == "the latter" else 1
        return last[nth] if len(last) > 1 else None

    def _they(self, scene: Scene, mention: Mention) -> Referent | None:
        """Return the body, the crowd or the two people that "they" goes back to."""
        for before in subjects_before(scene, mention):
            who = self.resolve(scene, before)
            several = who.member is None or who.member.type is SpeakerType.ORGANISATION
            if several and (before.sort is not Sort.NAME or who.member or who.type):
                return who
        return last_spoken(self.presence)

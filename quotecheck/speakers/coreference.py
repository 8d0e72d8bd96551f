"""Who a mention means: a surname, a title, a pronoun, "the company"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from quotecheck.model import Span, Speaker, SpeakerType
from quotecheck.speakers.cast import Cast, Member
from quotecheck.speakers.cues import singular
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.mentions import Mention, Sort
from quotecheck.speakers.organisation_names import place_named
from quotecheck.speakers.roles import split_title
from quotecheck.speakers.scenes import Scene

__all__ = ["Referent", "Resolver"]

_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "many", "other", "two", "three", "any"}
)
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "these", "those"})


@dataclass(frozen=True)
class Referent:
    """Who is meant: somebody of the cast, or a description that nobody's name is known for."""

    member: Member | None
    description: str
    sort: Sort

    @property
    def key(self) -> object:
        """Equal for mentions of one speaker."""
        return id(self.member) if self.member is not None else self.description.lower()

    def speaker(self) -> Speaker:
        """Return the speaker as a report names him."""
        if self.member is not None:
            kind = self.member.type if self.member.type is not SpeakerType.UNNAMED else SpeakerType.PERSON
            return Speaker(self.member.name, self.member.role, kind)
        if self.sort is Sort.NAME:
            title, name = split_title(self.description)
            return Speaker(name, title, SpeakerType.PERSON)
        return Speaker(self.description, None, SpeakerType.UNNAMED)


@dataclass(frozen=True)
class _Trace:
    """An earlier mention outside the quotations, as an antecedent."""

    at: int
    referent: Referent
    subject: bool


class Resolver:
    """Resolves mentions of one article; remembers what it has resolved."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene], paragraphs: Sequence[Span]) -> None:
        self.cast = cast
        self._paragraph_starts = [span.start for span in paragraphs]
        self._places = sorted(
            (place.start, place.end, i) for i, m in enumerate(cast.members) for place in m.places
        )
        self._subjects = self._subject_offsets(scenes)
        self._memory: dict[tuple[int, int], Referent] = {}
        self._spoken: list[tuple[int, Referent]] = []
        self._described = sorted(self._descriptions(scenes), key=lambda pair: pair[0])

    @staticmethod
    def _subject_offsets(scenes: Sequence[Scene]) -> set[int]:
        return {
            scene.block.to_article(scene.tree.spans[i]).start
            for scene in scenes
            for i, dep in enumerate(scene.tree.deps)
            if dep in ("nsubj", "nsubjpass") and not scene.quoted[i]
        }

    @staticmethod
    def _descriptions(scenes: Sequence[Scene]) -> list[tuple[int, Scene, Mention]]:
        return [
            (scene.block.to_article(mention.span).start, scene, mention)
            for scene in scenes
            for mention in {c.mention.head: c.mention for c in scene.clauses}.values()
            if mention.sort in (Sort.PERSON, Sort.BODY, Sort.CROWD)
        ]

    def said_by(self, at: int, referent: Referent) -> None:
        """Note who spoke at ``at``: the likeliest one to be meant by the next pronoun."""
        self._spoken.append((at, referent))

    def resolve(self, scene: Scene, mention: Mention) -> Referent:
        """Return who ``mention`` means."""
        where = scene.block.to_article(mention.span)
        head = scene.block.to_article(scene.tree.spans[mention.head]).start
        key = (where.start, where.end)
        if mention.sort.is_pronoun:
            return self._pronoun(mention.sort, where, mention.span.of(scene.block.text))
        if key not in self._memory:
            self._memory[key] = self._noun(mention, where, head)
        return self._memory[key]

    def member_at(self, at: int) -> Member | None:
        """Return who is named at a point of the article."""
        i = bisect_right(self._places, (at, len(self.cast.text) + 1, 0))
        for start, end, member in reversed(self._places[max(0, i - 2) : i]):
            if start <= at < end:
                return self.cast.members[member]
        return None

    def _noun(self, mention: Mention, where: Span, head: int) -> Referent:
        text = " ".join(where.of(self.cast.text).split())
        if mention.sort is Sort.NAME:
            member = self.member_at(head) or self._first_named(where)
            if member is None:
                member = self._by_role(text, where.start)
            return Referent(member, text, mention.sort)
        return Referent(self._described_member(mention, text, where.start), text, mention.sort)

    def _first_named(self, where: Span) -> Member | None:
        i = bisect_left(self._places, (where.start, 0, 0))
        if i < len(self._places) and self._places[i][1] <= where.end:
            return None
        return None

    def _described_member(self, mention: Mention, text: str, at: int) -> Member | None:
        words = text.lower().split()
        if words[0] in _INDEFINITE or mention.sort in (Sort.CROWD, Sort.THING, Sort.DOCUMENT):
            return None
        if mention.sort is Sort.PERSON:
            return self._by_role(text, at)
        return self._body(text, at) if words[0] in _DEFINITE else None

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

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._paragraph_starts, at)

    def _salience(self, member: Member, at: int) -> float:
        """Say how present a member is at a point: near, a subject, lately a speaker."""
        best = -99.0
        i = bisect_left(member.places, (at, 0))
        for place in member.places[max(0, i - 4) : i]:
            quoted = self.cast.in_quotation(place.start)
            distance = self._paragraph(at) - self._paragraph(place.start)
            breaks = self.cast.text.count(". ", place.end, at) if at - place.end < 1500 else 15
            score = -1.0 * min(distance, 6) - 0.35 * min(breaks, 8) - 3.0 * quoted
            score += 1.2 * self._is_subject(place)
            score -= 0.6 * (self.cast.text[place.end : place.end + 2] in ("’s", "'s"))
            best = max(best, score)
        if self._spoken and self._spoken[-1][1].member is member:
            distance = self._paragraph(at) - self._paragraph(self._spoken[-1][0])
            best = max(best, 0.0) + 1.2 if distance <= 2 else best
        return best + 0.1 * min(len(member.places), 5)

    def _is_subject(self, place: Span) -> bool:
        return any(offset in self._subjects for offset in range(place.start, place.end))

    def _pronoun(self, sort: Sort, where: Span, text: str) -> Referent:
        at = where.start
        if sort is Sort.FIRST:
            return Referent(None, text, sort)
        member: Member | None = None
        if sort is Sort.PERSONAL:
            gender = "female" if text.lower() in ("she", "her", "hers", "herself") else "male"
            member = self._best(at, lambda m: m.type is SpeakerType.PERSON and m.gender in (None, gender))
        elif sort is Sort.IT:
            member = self._best(at, lambda m: m.type is SpeakerType.ORGANISATION)
        return Referent(member, text, sort)

    def _best(self, at: int, fits) -> Member | None:  # type: ignore[no-untyped-def]
        known = [m for m in self.cast.members if fits(m) and m.last_before(at) is not None]
        return max(known, key=lambda m: (self._salience(m, at), m.last_before(at) or 0)) if known else None

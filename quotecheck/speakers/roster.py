"""Who of a cast was named last before a point, and who is called what: looked up, not searched for again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from quotecheck.model import SpeakerType
from quotecheck.speakers.cast import Cast
from quotecheck.speakers.descriptions import Described, body_link, called, narrower, role_link
from quotecheck.speakers.folding import folded
from quotecheck.speakers.members import Member

__all__ = ["Roster", "latest"]

_LATE = 9  # members named longest ago are not looked at
_INTRODUCING = re.compile(r"\b(?:an?|another|one)\s", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_STEP = re.compile(r"[\w-]+\s")
_WORDS_IN = 4  # the noun is one of so many words after "a"


def latest(members: Sequence[Member], at: int) -> list[Member]:
    """Return those of ``members`` whom the article named last before ``at``, the last one first."""
    return sorted(members, key=lambda member: -(member.last_before(at) or 0))[:_LATE]


def _introduced(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words that follow closely on "a" or "one", and where each ends."""
    for found in _INTRODUCING.finditer(text):
        at = found.end()
        for _ in range(_WORDS_IN):
            if word := _WORD.match(text, at):
                yield word[0].lower(), word.end()
            step = _STEP.match(text, at)
            if step is None:
                break
            at = step.end()


class _Recent:
    """For every place that names one of some members: the members named last up to there, in order."""

    def __init__(self, members: Sequence[Member]) -> None:
        named = sorted((place.start, i) for i, member in enumerate(members) for place in member.places)
        self._starts = [start for start, _ in named]
        self._rows: list[tuple[Member, ...]] = []
        row: tuple[Member, ...] = ()
        for _, i in named:
            row = (members[i], *(other for other in row if other is not members[i]))[:_LATE]
            self._rows.append(row)

    def before(self, at: int) -> Sequence[Member]:
        i = bisect_left(self._starts, at)
        return self._rows[i - 1] if i else ()


class Roster:
    """The members of a cast by sex, by when they were named, and by what they are called."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._recent: dict[str, _Recent] = {}
        self._roles: dict[Described, list[tuple[Member, str]]] = {}
        self._bodies: dict[Described, list[tuple[Member, str]]] = {}

    def _lately(self, group: str, at: int, belongs: Callable[[Member], bool]) -> Sequence[Member]:
        if group not in self._recent:
            self._recent[group] = _Recent([member for member in self._cast.members if belongs(member)])
        return self._recent[group].before(at)

    def persons(self, at: int, gender: str | None) -> Sequence[Member]:
        """Return the people named last before a point, who may be of a sex."""

        def belongs(member: Member) -> bool:
            fits = gender is None or member.gender in (None, gender)
            return fits and member.type is SpeakerType.PERSON

        return self._lately(gender or "anybody", at, belongs)

    def bodies(self, at: int) -> Sequence[Member]:
        """Return the organisations named last before a point."""
        return self._lately("bodies", at, lambda member: member.type is SpeakerType.ORGANISATION)

    @cached_property
    def _by_role(self) -> dict[str, list[Member]]:
        """The people by every word of what they are called or said to be."""
        found: dict[str, list[Member]] = {}
        for member in self._cast.members:
            if member.type is not SpeakerType.ORGANISATION:
                told = (*member.roles, *member.predicates)
                for word in {word for role in told for word in folded(role)}:
                    found.setdefault(word, []).append(member)
        return found

    @cached_property
    def _apposed(self) -> list[tuple[Member, frozenset[str]]]:
        """The bodies that are no places, with the words that the text may call them by."""
        return [
            (member, called(self._cast.text, member))
            for member in self._cast.members
            if member.type is SpeakerType.ORGANISATION and not member.is_place
        ]

    def people_called(self, told: Described) -> list[tuple[Member, str]]:
        """Return all whom a description fits by their roles, with what ties them to it."""
        if told not in self._roles:
            words = (told.noun, *narrower(told.noun))
            found = {id(member): member for word in words for member in self._by_role.get(word, ())}
            links = ((member, role_link(member, told)) for member in found.values())
            self._roles[told] = [pair for pair in links if pair[1] != "none"]
        return self._roles[told]

    def bodies_called(self, told: Described) -> list[tuple[Member, str]]:
        """Return the organisations that a description may mean, with what ties them to it; no places."""
        if told not in self._bodies:
            links = ((member, body_link(member, told, apposed)) for member, apposed in self._apposed)
            self._bodies[told] = [pair for pair in links if pair[1] in ("named", "business")]
        return self._bodies[told]

    @cached_property
    def _introductions(self) -> dict[str, int]:
        first: dict[str, int] = {}
        for word, end in _introduced(self._cast.text):
            first[word] = min(end, first.get(word, end))
        return first

    def introduced(self, noun: str, at: int) -> bool:
        """Tell whether the article has brought in "a striker" without a name."""
        return self._introductions.get(noun, at + 1) <= at

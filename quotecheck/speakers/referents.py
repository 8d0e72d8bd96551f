"""Whom a mention means: somebody whom the article names, or a description that stays one."""

from __future__ import annotations

from typing import NamedTuple

from quotecheck.model import Speaker, SpeakerType
from quotecheck.speakers.members import Member
from quotecheck.speakers.mentions import Sort
from quotecheck.speakers.roles import says_what, split_title

__all__ = ["Referent", "joint"]


class Referent(NamedTuple):
    """Who is meant: somebody of the cast, or a description that nobody's name is known for.

    ``type`` is that of two who are named together and speak as one. ``whole`` is the description with all
    that follows it: "a person close to the family" for "a person".
    """

    member: Member | None
    description: str
    sort: Sort
    type: SpeakerType | None = None
    whole: str | None = None

    @property
    def key(self) -> object:
        """Equal for mentions of one speaker."""
        return id(self.member) if self.member is not None else (self.whole or self.description).lower()

    @property
    def way(self) -> str:
        """How the speaker came by his name: "name", "personal" …, and whether the article names him."""
        return f"{self.sort}" if self.member is not None else f"{self.sort}|unnamed"

    def speaker(self) -> Speaker:
        """Return the speaker as a report names him."""
        if self.member is not None:
            kind = self.member.type if self.member.type is not SpeakerType.UNNAMED else SpeakerType.PERSON
            return Speaker(self.member.name, self.member.role, kind)
        if self.type is not None:
            return Speaker(self.description, None, self.type)
        if self.sort is Sort.NAME:
            title, name = split_title(self.description)
            return Speaker(name, title if title and says_what(title) else None, SpeakerType.PERSON)
        if self.sort is Sort.BODY and self.description[:1].isupper() and " " in self.description:
            return Speaker(self.description, None, SpeakerType.ORGANISATION)
        return Speaker(self.whole or self.description, None, SpeakerType.UNNAMED)


def joint(one: Member, two: Member) -> Referent:
    """Return two members who speak together."""
    return Referent(None, _joint_name(one.name, two.name), Sort.CROWD, one.type)


def _joint_name(one: str, two: str) -> str:
    """Return how two people are named together: with one surname where they share it."""
    given, _, family = one.partition(" ")
    return f"{given} and {two}" if family and two.endswith(f" {family}") else f"{one} and {two}"

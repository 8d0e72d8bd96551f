"""Somebody whom an article names, and whom of several a name means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotecheck.model import Span, SpeakerType
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.name_reading import gender_of
from quotecheck.speakers.names import agreement
from quotecheck.speakers.organisation_names import is_acronym_of, organisations_agreement
from quotecheck.speakers.roles import says_what

__all__ = ["Member", "by_part", "is_later_guess", "kinds_go", "meant", "score"]

_PART, _WHOLE_FAMILY = 0.6, 0.7  # agreement of a name with its part, and more than of a double surname


@dataclass(eq=False)
class Member:
    """One person or organisation of the article.

    ``name`` is the fullest form without rank; ``places`` are the spans that name it, in order; ``roles`` all
    that the article calls it besides, in order; ``predicates`` what it says of a person: "is a champion".
    ``is_place``: it is mostly somewhere, not somebody.
    ``is_certain``: a title, a role or a given name shows that it is a person. ``is_guessed``: only
    pronouns near it tell the sex. ``title`` is the form of address of a surname that stands alone.
    """

    name: str
    type: SpeakerType
    gender: str | None = None
    roles: list[str] = field(default_factory=list)
    predicates: list[str] = field(default_factory=list)
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


def kinds_go(a: SpeakerType | None, b: SpeakerType) -> bool:
    return a is None or a is b or SpeakerType.UNNAMED in (a, b)


def _nearness(member: Member, at: int) -> tuple[bool, int]:
    last = member.last_before(at)
    return last is not None, last if last is not None else -member.places[0].start


def score(name: str, member: Member, kind: SpeakerType | None) -> float:
    if SpeakerType.ORGANISATION in (kind, member.type) and not (
        is_acronym_of(name, member.name) or is_acronym_of(member.name, name)
    ):
        return organisations_agreement(name, member.name)
    return agreement(name, member.name)


def is_later_guess(name: str, at: int, member: Member) -> bool:
    """Tell whether a member is a run of capitals further on that may only happen to hold a body's name."""
    longer = len(folded(member.name)) > len(folded(name)) and not is_acronym_of(name, member.name)
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


def by_part(scored: Sequence[tuple[float, Member]], at: int) -> list[tuple[float, Member]]:
    """Return the one person of whose name this may be a part, or father and son of one name."""
    likely = [pair for pair in scored if pair[0] >= _PART and pair[1].type is SpeakerType.PERSON]
    known = [pair for pair in likely if pair[1].places[0].start < at]
    if len(known) == 1 or len(likely) < 2:
        return known if len(known) == 1 else likely
    return [pair for pair in likely if pair[0] > _WHOLE_FAMILY]


def _in_the_first_place(text: str, equals: list[Member], at: int) -> list[Member]:
    """Return whom a bare surname means: not who is called "Mrs.", who is named near, who is no relative."""
    if sum(member.type is SpeakerType.PERSON for member in equals) < 2:
        return equals
    equals = [m for m in equals if not m.title or says_what(m.title)] or equals
    start = text.rfind("\n", 0, at)
    here = [member for member in equals if (last := member.last_before(at)) and last > start]
    return here or [member for member in equals if not _is_somebodys(member)] or equals


def meant(
    text: str, likely: list[tuple[float, Member]], name: str, at: int, title: str | None
) -> Member | None:
    """Return whom of several a name at a point of the text means: by rank, sex, and where each was named."""
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
        equals = _in_the_first_place(text, equals, at)
    return max(equals, key=lambda member: _nearness(member, at))

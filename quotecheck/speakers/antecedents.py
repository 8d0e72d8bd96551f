"""Whom a pronoun or a description may mean, and how likely each is: a log-linear model of a few features."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quotecheck.model import Span, SpeakerType
from quotecheck.speakers.descriptions import (
    Described,
    described,
    is_epithet,
    relative_of,
)
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.members import Member
from quotecheck.speakers.mentions import Sort
from quotecheck.speakers.name_reading import is_origin
from quotecheck.speakers.presence import Presence
from quotecheck.speakers.ranking import shares
from quotecheck.speakers.referents import Referent
from quotecheck.speakers.roster import latest

__all__ = ["Option", "Present", "Reading", "options", "readings"]

_LOOSE = frozenset({"none", "kind", "once"})
_TURNS = 2  # speakers without a name that a pronoun may go back to


class Option(NamedTuple):
    """Somebody who may be meant, with what speaks for him."""

    referent: Referent
    features: tuple[str, ...]


class Present(NamedTuple):
    """Somebody whom the article itself has spoken of at ``places``; ``said`` is what else counts."""

    referent: Referent
    places: Sequence[Span]
    said: tuple[str, ...]


class Reading(NamedTuple):
    """Somebody who may be meant, and the probability that it is he."""

    chance: float
    referent: Referent


def _standing(presence: Presence, member: Member, gender: str | None) -> Iterator[str]:
    yield f"named={min(len(member.places), 4)}"
    if gender is not None:
        yield f"sex={'open' if not member.gender else 'guessed' if member.is_guessed else 'known'}"
    if member.is_place:
        yield "place"
    if member.type is SpeakerType.PERSON and not (member.is_certain or presence.has_spoken(member)):
        yield "doubtful"
        yield f"doubtful|words={min(len(folded(member.name)), 2)}"


def _present(
    presence: Presence,
    members: Sequence[Member],
    sort: Sort,
    text: str,
    at: int,
    *,
    gender: str | None = None,
) -> list[Present]:
    return [
        Present(
            Referent(member, text, sort),
            presence.outside(member, at),
            tuple(_standing(presence, member, gender)),
        )
        for member in members
    ]


def _ranked(presence: Presence, present: Sequence[Present], sort: Sort, at: int) -> Iterator[Option]:
    """Yield everybody with what speaks for him: how present he is, and his rank among them all."""
    last = [one.places[-1].end if one.places else -1 for one in present]
    led = [place.end if (place := presence.last_led(one.places)) else -1 for one in present]
    by_last, by_lead = sorted(last, reverse=True), sorted(led, reverse=True)
    for i, one in enumerate(present):
        lead = min(by_lead.index(led[i]), 2) if led[i] >= 0 else "none"
        features = [
            *presence.features(one.places, at),
            *one.said,
            *presence.spoke(one.referent, at),
            f"order={min(by_last.index(last[i]), 2)}",
            f"lead={lead}",
        ]
        if sort in (Sort.PERSON, Sort.BODY) and one.places:
            away = min(presence.paragraphs(one.places[-1].end, at), 2)
            features = [told for told in features if not told.startswith("paragraphs")]
            features.append(f"described|paragraphs={away}")
        yield Option(one.referent, tuple(features))


def _nameless(
    presence: Presence, unnamed: Sequence[Present], sorts: Sequence[Sort], sort: Sort
) -> Iterator[Present]:
    """Yield those without a name: the descriptions just before, and the speakers who spoke last."""
    seen: set[object] = set()
    for one in unnamed:
        if one.referent.sort in sorts and one.referent.key not in seen:
            seen.add(one.referent.key)
            yield one._replace(said=("described", f"{sort}|described"))
    for spoke in reversed(presence.spoken[-_TURNS:]):
        if spoke.referent.member is None and spoke.referent.sort in sorts and spoke.referent.key not in seen:
            seen.add(spoke.referent.key)
            places = [spoke.where] if spoke.where else []
            yield Present(spoke.referent, places, ("described", f"{sort}|described"))


def _stay(sort: Sort, text: str, *told: str) -> Option:
    return Option(Referent(None, text, sort), (f"{sort}|stays", *(f"{sort}|stays|{one}" for one in told)))


def _with_descriptions(present: Sequence[Present], lately: Sequence[Present]) -> list[Present]:
    """Add to where somebody is named where he is described: "the widow still walks … she"."""
    return [
        one._replace(
            places=sorted(
                {*one.places, *(p for d in lately if d.referent.key == one.referent.key for p in d.places)}
            )
        )
        for one in present
    ]


def _of_pronoun(
    presence: Presence, sort: Sort, text: str, at: int, lately: Sequence[Present]
) -> list[Option]:
    unnamed = [one for one in lately if one.referent.member is None]
    if sort is Sort.PERSONAL:
        gender = "female" if text.lower() in ("she", "her", "hers", "herself") else "male"
        named = _present(presence, presence.roster.persons(at, gender), sort, text, at, gender=gender)
        apt = [one for one in unnamed if described(one.referent.description).gender in (None, gender)]
        others = _nameless(presence, apt, (Sort.PERSON, Sort.NAME), sort)
    else:
        named = _present(presence, presence.roster.bodies(at), sort, text, at)
        others = _nameless(presence, unnamed, (Sort.BODY, Sort.DOCUMENT), sort)
    present = [*_with_descriptions(named, lately), *others]
    return [*_ranked(presence, present, sort, at), _stay(sort, text)]


def _linked(option: Option, link: str, sort: Sort, *told: str) -> Option:
    links = (f"{sort}|link={link}", *(f"{sort}|link={link}|{one}" for one in told))
    return option._replace(features=(*option.features, *links))


def _soon(presence: Presence, called: Sequence[Member], at: int) -> Member | None:
    """Return who is named in the same sentence: "the head of the fund, Ada Marlowe"."""
    return next((m for m in called if presence.sentences(at, m.places[0].start) == 0), None)


def _of_person(presence: Presence, text: str, at: int) -> list[Option]:
    """List whom "the mayor" or "the 40-year-old" may mean: above all somebody who is called so."""
    told = described(text)
    pairs = presence.roster.people_called(told)
    if relative := relative_of(presence.cast, told):
        others = [pair for pair in pairs if pair[0] is not relative]
        order = presence.cast.members.index
        pairs = sorted([*others, (relative, "whole")], key=lambda pair: order(pair[0]))
    links = {id(member): link for member, link in pairs}
    called = [member for member, _ in pairs]
    known = [member for member in called if member.last_before(at) is not None]
    later = [member for member in called if member.last_before(at) is None]
    if not known and (soon := _soon(presence, called, at)):
        return [Option(Referent(soon, text, Sort.PERSON), ())]
    stranger = presence.roster.introduced(told.noun, at) and not is_epithet(text)
    surely = not _LOOSE.issuperset(links.values())
    free = not surely and told.first == "the" and not stranger
    anybody = presence.roster.persons(at, told.gender) if free else ()
    found = [*latest(known, at), *(member for member in anybody if member not in known)]
    present = _present(presence, found, Sort.PERSON, text, at, gender=told.gender)
    options = [
        *_ranked(presence, present, Sort.PERSON, at),
        *(Option(Referent(m, text, Sort.PERSON), ("later",)) for m in later),
    ]
    kind = _kind(told, text)
    only = f"only={len(called) == 1}"
    tied = [
        _linked(one, links.get(id(one.referent.member), "none"), Sort.PERSON, kind, only) for one in options
    ]
    return [
        *tied,
        _stay(Sort.PERSON, text, *_unmet(presence, told, text, at, called=_called(links.values()))),
    ]


def _kind(told: Described, text: str) -> str:
    """Return what sort of description it is: an office, an age or origin, what anybody may be called."""
    if told.noun in word_set("names", "honorifics"):
        return "rank"
    if told.noun == "old" or is_origin(told.noun):
        return "trait"
    return "epithet" if is_epithet(text) else "other"


def _called(links: Collection[str]) -> str:
    """Tell whether somebody is called by a description: surely, by a general word only, or not at all."""
    return "False" if not links else "loosely" if _LOOSE.issuperset(links) else "True"


def _unmet(presence: Presence, told: Described, text: str, at: int, *, called: str) -> Iterator[str]:
    """Yield what speaks for a description of its own, of somebody whose name is not known."""
    yield f"called={called}"
    yield f"called={called}|{_kind(told, text)}"
    yield f"introduced={presence.roster.introduced(told.noun, at)}"
    yield f"first={told.first if told.first == 'the' else 'other'}"
    if len(text.split()) > len(told.words) + 1:
        yield "of"


def _of_body(presence: Presence, text: str, at: int) -> list[Option]:
    """List which body "the ministry" or "the Chinese company" may mean."""
    told = described(text)
    links = {
        id(member): (member, link)
        for member, link in presence.roster.bodies_called(told)
        if member.last_before(at) is not None
    }
    called = [member for member, link in links.values() if link == "named"]
    known = called or [member for member, _ in links.values()]
    present = _present(presence, latest(known, at), Sort.BODY, text, at)
    tied = [
        _linked(option, links[id(option.referent.member)][1], Sort.BODY)
        for option in _ranked(presence, present, Sort.BODY, at)
    ]
    kind = "named" if called else "business" if known else "none"
    return [*tied, _stay(Sort.BODY, text, kind, f"{kind}|words={len(told.words) > 1}")]


def options(
    presence: Presence, sort: Sort, text: str, at: int, lately: Sequence[Present] = ()
) -> list[Option]:
    """Return whom the words ``text``, a pronoun or definite description at ``at``, may mean.

    ``lately`` are those whom the article has just described. The last option is that the
    words mean nobody who is known otherwise.
    """
    if sort is Sort.PERSON:
        return _of_person(presence, text, at)
    return (
        _of_body(presence, text, at) if sort is Sort.BODY else _of_pronoun(presence, sort, text, at, lately)
    )


def readings(found: Iterable[Option], table: Mapping[str, float]) -> list[Reading]:
    """Return the options with their probabilities, the likeliest first."""
    listed = list(found)
    chances = shares([option.features for option in listed], table)
    pairs = zip(chances, listed, strict=True)
    return sorted((Reading(chance, option.referent) for chance, option in pairs), key=lambda r: -r.chance)

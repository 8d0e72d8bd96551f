"""Names of organisations: how they are told from people's, and how well two of them go together."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from quotecheck.lexicons import lexicon
from quotecheck.speakers.folding import (
    SMALL_WORDS,
    folded,
    has_rank,
    is_possessive,
    without_article,
    word_set,
)

__all__ = ["have_same_core", "is_acronym_of", "is_organisation", "organisations_agreement", "place_named"]

_LEADING_THE = re.compile(r"^the\s+", re.IGNORECASE)


class _Organisation(NamedTuple):
    """``core`` is what is left of the name without its places and without the kind of office it is."""

    core: tuple[str, ...]
    places: frozenset[str]
    office: frozenset[str]


@cache
def _place_forms() -> dict[str, str]:
    table = lexicon("organisations")["places"]
    return {form: name for name, forms in table.items() for form in (name, *forms)}


def place_named(text: str) -> str | None:
    """Return the country that a name or its adjective means ("US", "American" → "united states")."""
    return _place_forms().get(" ".join(without_article(folded(text))))


@lru_cache(maxsize=8192)
def is_organisation(text: str) -> bool:
    """Tell whether the name itself shows an organisation: by a telling word or a company's ending.

    A bare acronym is no proof: an all-capitals surname looks the same.
    """
    words = without_article(folded(text))
    if not words:
        return False
    telling = word_set("organisations", "words")
    if has_rank(words):
        office_of = words[0] in telling and words[1:2] == ("of",)
        return office_of or (words[-1] in telling and is_possessive(text))
    if not telling.isdisjoint(words[1:]) or (words[0] in telling and text[:1].isupper()):
        return True
    return len(words) > 1 and words[-1] in word_set("organisations", "company_endings")


def _split_places(words: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    forms = _place_forms()
    rest: list[str] = []
    places: set[str] = set()
    i = 0
    while i < len(words):
        width = 2 if " ".join(words[i : i + 2]) in forms else 1
        place = forms.get(" ".join(words[i : i + width]))
        if place:
            places.add(place)
        else:
            rest.append(words[i])
        i += width
    return tuple(rest), frozenset(places)


@cache
def _peculiar() -> frozenset[str]:
    """Return the words that are not simply part of an organisation's core."""
    parts = (lexicon("organisations")["spellings"], word_set("organisations", "company_endings"), SMALL_WORDS)
    places = (word for form in _place_forms() for word in form.split())
    return word_set("organisations", "offices").union(*parts, places)


@lru_cache(maxsize=8192)
def _parse(text: str) -> _Organisation:
    if _peculiar().isdisjoint(folded(text)):
        return _Organisation(folded(text), frozenset(), frozenset())
    spelling = lexicon("organisations")["spellings"]
    words = tuple(spelling.get(word, word) for word in folded(text) if word not in SMALL_WORDS)
    while len(words) > 1 and words[-1] in word_set("organisations", "company_endings"):
        words = words[:-1]
    rest, places = _split_places(words)
    offices = word_set("organisations", "offices")
    core = tuple(word for word in rest if word not in offices)
    return _Organisation(core, places, offices.intersection(rest))


def _cores(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    if sorted(short) == sorted(long):
        return 1.0
    if long[: len(short)] == short:
        return 0.85 if len(short) > 1 or len(long) == 2 else 0.8
    return 0.5 if set(short) < set(long) else 0.0


def _conflict(one: _Organisation, two: _Organisation) -> bool:
    places = bool(one.places and two.places) and one.places.isdisjoint(two.places)
    return places or (bool(one.office and two.office) and one.office != two.office)


def have_same_core(a: str, b: str) -> bool:
    """Tell whether only places, offices and the order of words tell two organisations' names apart."""
    return sorted(_parse(a).core) == sorted(_parse(b).core)


def organisations_agreement(a: str, b: str) -> float:
    """Say how well two organisations' names go together; the scale is that of ``names.agreement``."""
    one, two = _parse(a), _parse(b)
    if _conflict(one, two):
        return 0.15 if one.core == two.core else 0.0
    if not one.core or not two.core:
        return 1.0 if one == two else 0.0
    short, long = sorted((one.core, two.core), key=lambda core: (len(core), core))
    agreement = _cores(short, long)
    # "Bank" is neither the Bank of England nor the Bank of Japan: a general word names nothing alone.
    if word_set("organisations", "generic").issuperset(short) and one != two:
        return min(agreement, 0.6)
    distance = 0.05 * (one.places != two.places) + 0.04 * (one.office != two.office)
    return max(agreement - distance, 0.0)


def is_acronym_of(short: str, long: str) -> bool:
    """Tell whether the first name is made of the initials of the second, small words counted or not."""
    bare = _LEADING_THE.sub("", short.strip()).replace(".", "")
    if not (bare.isalpha() and bare[0].isupper() and sum(c.isupper() for c in bare) >= 2 and len(bare) <= 8):
        return False
    words = without_article(folded(long))
    initials = "".join(word[0] for word in words)
    main_initials = "".join(word[0] for word in words if word not in SMALL_WORDS)
    return len(words) > 1 and bare.casefold() in (initials, main_initials)

"""Whether two names may belong to one person or one organisation.

Pure logic on short word lists: no language model, so that the archive and the checker can use it too.
"""

from __future__ import annotations

from functools import lru_cache

from quotecheck.speakers.folding import folded, has_rank
from quotecheck.speakers.organisation_names import (
    have_same_core,
    is_acronym_of,
    is_organisation,
    organisations_agreement,
    place_named,
)
from quotecheck.speakers.person_names import PersonName, parse_person, people_agreement

__all__ = ["SAME", "PersonName", "agreement", "is_organisation", "parse_person"]

SAME = 0.8
"""From here on two names count as one for the purposes of a look-up."""


def _same_place(a: str, b: str) -> bool:
    place = place_named(a)
    return place is not None and place == place_named(b)


def _agreement_in_kind(a: str, b: str) -> float:
    if is_organisation(a) or is_organisation(b):
        return organisations_agreement(a, b)
    as_people = people_agreement(a, b)
    # Names that show no organisation may be one that takes a place: "SenseTime", "China's SenseTime".
    if not have_same_core(a, b):
        return as_people
    as_organisations = organisations_agreement(a, b)
    return max(as_people, as_organisations if as_organisations >= 0.9 else 0.0)


@lru_cache(maxsize=16384)
def agreement(a: str, b: str) -> float:
    """Say how well two names go together, 0 (two different sources) to 1 (the same name).

    From ``SAME`` (0.8) on they may be treated as one: "Ross" and "Wilbur Ross" (0.86), "U.S. Treasury" and
    "U.S. Department of the Treasury", "WHO" and "World Health Organization". A given name alone ("Hillary")
    is 0.6, a conflict of given names ("John Smith", "Jane Smith") 0.15, nothing in common 0. Titles
    ("Commerce Secretary"), forms of address, possessives, accents, case and the order of a person's names
    do not count. Symmetric.
    """
    words_a, words_b = folded(a), folded(b)
    if not words_a or not words_b or words_a == words_b:
        return float(bool(words_a) and words_a == words_b)
    if _same_place(a, b):
        return 0.95
    if is_acronym_of(a, b) or is_acronym_of(b, a):
        return 0.9
    if has_rank(words_a) != has_rank(words_b) and (is_organisation(a) or is_organisation(b)):
        return 0.0
    return _agreement_in_kind(a, b)

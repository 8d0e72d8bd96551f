"""The parts of a person's name, and how well two people's names go together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from quotecheck.lexicons import lexicon
from quotecheck.speakers.folding import ARTICLES, folded, has_rank, without_article, word_set, word_sets

__all__ = ["GENERATIONS", "PersonName", "name_start", "parse_person", "people_agreement"]

_FAMILY_ONLY, _COMPATIBLE, _PART_OF_FAMILY, _GIVEN_ONLY, _CONFLICT = 0.86, 0.94, 0.7, 0.6, 0.15

_RANKS = (("names", "honorifics"), ("people", "persons"))

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What tells a father from a son of the same name."""


class PersonName(NamedTuple):
    """A person's name without address and rank, every word folded.

    ``given`` is what stands before the family name (after it, where the family name comes first).
    """

    words: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str | None


def _suffixes() -> frozenset[str]:
    return word_set("names", "people", "suffixes")


def _name_itself(text: str) -> str:
    """Return what stands before an apposition, turned round where it is "Ross, Wilbur"."""
    head, comma, rest = text.partition(",")
    after = folded(rest)
    if not comma or not head.strip():
        return text
    if after and after[0] in _suffixes():
        return f"{head} {after[0]}"
    inverted = len(after) in (1, 2) and rest.strip()[:1].isupper() and not has_rank(after)
    return f"{rest.strip()} {head}" if inverted and len(folded(head)) == 1 else head


def _is_given(word: str) -> bool:
    return word in word_set("given_names", "male") or word in word_set("given_names", "female")


def _after_office(folds: list[str], at: int) -> int:
    """Return where the name begins after "of …": at a given name, else behind the place or body named."""
    given = next((i for i in range(at + 1, len(folds) - 1) if _is_given(folds[i])), None)
    if given is not None:
        return given
    bodies = word_set("organisations", "words") | {"house", "state", "staff", "republic", "states"}
    last_body = max((i for i in range(at, len(folds)) if folds[i] in bodies), default=None)
    return (at + 2 + (folds[at + 1 : at + 2] == ["the"])) if last_body is None else last_body + 1


def name_start(tokens: Sequence[str]) -> int:
    """Return the index of the token where the name itself begins, behind rank and office.

    "Secretary of State John Kerry" begins at "John". 0 where there is nothing but a name, or no name at all.
    """
    ranks = word_sets(*_RANKS)
    folds = ["".join(folded(token)) for token in tokens]
    spans = [{*folded(token), "-".join(folded(token))} for token in tokens]
    end = len(folds)
    while end > 1 and folds[end - 1] in _suffixes():
        end -= 1  # "Ann Lee MP"
    last = max((i for i, words in enumerate(spans[:end]) if not ranks.isdisjoint(words)), default=-1)
    if last == 0 and len(tokens) == 2 and folds[0] in word_set("names", "people", "ranks_too"):
        return 0
    if _suffixes().issuperset(folds[last + 1 :]):
        return 0
    start = last + 1
    if last >= 0 and folds[start] in ("of", "for", "to", "at"):
        start = _after_office(folds, start)
    return start if start < len(tokens) else 0


@cache
def _peculiar() -> frozenset[str]:
    """Return the words that make a name more than given names and a family name of one word."""
    inside = [("names", "people", part) for part in ("suffixes", "particles", "family_first")]
    return word_sets(*_RANKS, *inside) | ARTICLES


@lru_cache(maxsize=8192)
def parse_person(text: str) -> PersonName:
    """Split a person's name; rank, forms of address and appositions are left out."""
    if "," not in text and "-" not in text and _peculiar().isdisjoint(words := folded(text)):
        return PersonName(words, words[:-1], words[-1:], None)
    tokens = _name_itself(text).split()
    words = without_article(folded(" ".join(tokens[name_start(tokens) :])))
    suffix = words[-1] if len(words) > 1 and words[-1] in _suffixes() else None
    words = words[:-1] if suffix else words
    first = word_set("names", "people", "family_first")
    if len(words) > 1 and words[0] in first and not (len(words) == 2 and words[1] in first):
        return PersonName(words, words[1:], words[:1], suffix)
    start = max(len(words) - 1, 0)
    while start > 1 and words[start - 1] in word_set("names", "people", "particles"):
        start -= 1
    return PersonName(words, words[:start], words[start:], suffix)


def _one_given(a: str, b: str) -> bool:
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    table = lexicon("names")["nicknames"]
    full_a, full_b = {a, *table.get(a, ())}, {b, *table.get(b, ())}
    return bool(full_a & full_b)


def _givens(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    if not a or not b:
        return _FAMILY_ONLY
    if _one_given(a[0], b[0]):
        middle = zip(a[1:], b[1:], strict=False)
        return _COMPATIBLE if all(_one_given(x, y) for x, y in middle) else 0.5
    return 0.8 if a[0] in b[1:] or b[0] in a[1:] else _CONFLICT


def _same_family(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    particles = word_set("names", "people", "particles")
    core_a = tuple(word for word in a if word not in particles) or a
    core_b = tuple(word for word in b if word not in particles) or b
    return core_a == core_b or "".join(a) == "".join(b)


def _parts(short: PersonName, long: PersonName) -> float:
    """Agreement of names whose family names differ as they were split."""
    if short.words == tuple(word for word in long.words if word in short.words) and len(short.words) > 1:
        return 0.9
    if len(short.words) > 1:
        return 0.0
    if short.words[0] == (long.given or ("",))[0]:
        return _GIVEN_ONLY
    return _PART_OF_FAMILY if short.words[0] in long.words else 0.0


def people_agreement(a: str, b: str) -> float:
    """Say how well two people's names go together; the scale is that of ``names.agreement``."""
    one, two = parse_person(a), parse_person(b)
    if not one.words or not two.words:
        return 0.0
    generations = {one.suffix, two.suffix} & GENERATIONS if one.suffix != two.suffix else ()
    certainty = (1.0, 0.95, 0.3)[len(generations)]
    if "".join(one.words) == "".join(two.words):
        return certainty
    if len(one.words) > 1 and sorted(one.words) == sorted(two.words):
        return 0.95 * certainty
    short, long = sorted((one, two), key=lambda name: (len(name.words), name))
    if long.words[-len(short.words) :] == short.words:
        # A bare surname is the elder's: the younger one is told apart by his suffix.
        return _FAMILY_ONLY * (0.9 if generations else 1.0)
    if _same_family(one.family, two.family):
        return _givens(one.given, two.given) * certainty
    return _parts(short, long) * certainty

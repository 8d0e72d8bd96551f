"""Which sort of change a change is: can it turn the meaning, is it one of words, or none that matters?

Every question is asked of the words that only one side has; the word lists are in ``wording.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import permutations
from typing import Any, NamedTuple

from rapidfuzz.distance import Prefix

from quotecheck.checking.contraries import opposites
from quotecheck.checking.equivalence import fold, key_of
from quotecheck.checking.numerals import is_numeral
from quotecheck.lexicons import lexicon
from quotecheck.model import DifferenceKind

__all__ = [
    "Side",
    "harmless",
    "kind_of",
    "negations",
    "only_in",
    "only_titles",
    "same_letters",
    "sets_quantity",
]

_WORDING: dict[str, Any] = lexicon("wording")


def _keys(listed: Sequence[str]) -> frozenset[str]:
    return frozenset(word if "'" in word else key_of(word) for word in listed)


_HARMLESS = frozenset(_WORDING["harmless"])
_GROUPS = frozenset(pair for group in _WORDING["harmless_groups"] for pair in permutations(group, 2))
_NEGATIONS = _keys(_WORDING["negation"]["words"])
_MODALS = frozenset(_WORDING["modality"]["words"])
_HEDGES = _keys(_WORDING["modality"]["hedges"])
_QUANTITIES = _keys(_WORDING["quantity"]["words"])
_STRONG_QUANTITIES = _keys(_WORDING["quantity"]["strong"])
_UNITS = (
    _keys(_WORDING["number"]["units"])
    | frozenset(_WORDING["number"]["scales"])
    | frozenset(_WORDING["number"]["unit_forms"].values())
)
_DATES = _keys(_WORDING["date"]["words"]) | {"may(month)"}
_PRONOUNS = frozenset(_WORDING["pronouns"])
_ORDINARY = frozenset(_WORDING["names"]["ordinary"])
_TITLES = _keys(_WORDING["names"]["titles"])
_KNOWN_NAMES = frozenset(_WORDING["names"]["known"])
_RELATIVE = {word: n for n, group in enumerate(_WORDING["date"]["relative"]) for word in group}
_MISREAD_DIGITS: dict[str, str] = _WORDING["misread"]["digits"]
_MISREAD_LETTERS: dict[str, str] = _WORDING["misread"]["letters"]
_RIGHTLY_READ = frozenset(_WORDING["misread"]["words"])
_SHORTEST_MISREAD = 6
_LONGEST_TURN = 6
_LONGEST_CONTRARY = 4
_DROPPED_G = 5
_SHORTEST_PLACE = 4
_PLACES = frozenset({"", "a", "e", "y"})
_ADJECTIVES = frozenset(_WORDING["names"]["adjective_endings"])


class Side(NamedTuple):
    """One side of a change: the keys of its terms, and which of them are capitalised as names are."""

    keys: list[str]
    names: list[str]

    @property
    def text(self) -> str:
        return " ".join(self.keys)


class _Compared(NamedTuple):
    """Both sides of a change, and the words of each that the other lacks."""

    printed: Side
    archived: Side
    left: list[str]
    right: list[str]

    @classmethod
    def of(cls, printed: Side, archived: Side) -> _Compared:
        left, right = only_in(printed.keys, archived.keys), only_in(archived.keys, printed.keys)
        return cls(printed, archived, left, right)


def negations(keys: Sequence[str]) -> int:
    """Count the negating words."""
    return sum(key in _NEGATIONS for key in keys)


def only_titles(names: Sequence[str]) -> bool:
    """Tell whether nobody is named, but perhaps a title."""
    return set(names) <= _TITLES


def sets_quantity(keys: Sequence[str]) -> bool:
    """Tell whether a word says how much is claimed."""
    return not _QUANTITIES.isdisjoint(keys)


def same_letters(printed: Side, archived: Side) -> bool:
    """Tell whether the two sides differ in spacing, a short form or a scanner's misreading only."""
    left, right = "".join(printed.keys), "".join(archived.keys)
    if not left or not right:
        return False
    if left == right or not _opened(printed.keys).isdisjoint(_opened(archived.keys)):
        return True
    if len(printed.keys) == len(archived.keys):
        return all(map(_same_word, printed.keys, archived.keys))
    return _misread(left) == _misread(right)


def _same_word(one: str, other: str) -> bool:
    """Tell whether a scanner misread one for the other, or the speaker's -ing was written -in'."""
    short, long = sorted((one, other), key=len)
    if one == other or (long == short + "g" and short.endswith("in") and len(short) >= _DROPPED_G):
        return True
    return _misread(one) == _misread(other) and not _RIGHTLY_READ & {one, other}


@lru_cache(maxsize=8192)
def _misread(word: str) -> str:
    """Bring what a scanner takes for each other to one form ("c0urt", "vehides"); numbers are left alone."""
    letters = word.replace("#", "")
    if not any(map(str.isalpha, letters)):
        return word
    for digit, read in _MISREAD_DIGITS.items():
        letters = letters.replace(digit, read)
    letters = "".join(fold(letters))
    if len(letters) >= _SHORTEST_MISREAD:
        for misread, read in _MISREAD_LETTERS.items():
            letters = letters.replace(misread, read)
    return letters


def _opened(keys: list[str]) -> set[str]:
    """The readings of short forms that can stand for several words: "China's", "I'd"."""
    text = " ".join(keys)
    readings = {text}
    if "'" not in text:
        return readings
    for short, longs in (("'s", (" is", " has")), (" 'd", (" would", " had"))):
        readings |= {
            reading.replace(short, full) for reading in readings if short in reading for full in longs
        }
    return readings


def harmless(printed: Side, archived: Side) -> bool:
    """Tell whether only articles and other function words differ, in a way that changes nothing."""
    if (printed.text, archived.text) in _GROUPS:
        return True
    if all(key in _HARMLESS for key in printed.keys + archived.keys):
        return not ({"of", "to", "and"} & set(printed.keys) and {"of", "to", "and"} & set(archived.keys))
    return False


def only_in(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return the words of one side that the other lacks, in their order."""
    if set(one).isdisjoint(other):
        return list(one)
    return list((Counter(one) - Counter(other)).elements())


def _contrary(left: list[str], right: list[str]) -> bool:
    short = max(len(left), len(right)) <= _LONGEST_CONTRARY
    return short and any(
        opposites(one, other)
        for one in left
        for other in right
        if one not in _NEGATIONS and other not in _NEGATIONS
    )


def _is_negation(change: _Compared) -> bool:
    left, right = change.left, change.right
    # "will not accept" says what "will reject" says.
    return negations(left) % 2 != negations(right) % 2 and not _contrary(left, right)


def _is_contrary(change: _Compared) -> bool:
    left, right = change.left, change.right
    return negations(left) % 2 == negations(right) % 2 and _contrary(left, right)


def _is_number(change: _Compared) -> bool:
    left, right = change.left, change.right
    numbers = [[key for key in side if is_numeral(key)] for side in (left, right)]
    if numbers[0] and numbers[1]:
        return True
    lone = [key for side in numbers for key in side]
    if lone:
        return any(key != "#1" and not key.endswith("th") for key in lone)
    units = [[key for key in side if key in _UNITS] for side in (left, right)]
    return bool(units[0] and units[1])


def _is_date(change: _Compared) -> bool:
    left, right = change.left, change.right
    if any(key in _DATES for key in left) and any(key in _DATES for key in right):
        return True
    times = [{_RELATIVE[key] for key in side if key in _RELATIVE} for side in (left, right)]
    if times[0] and times[1] and times[0] != times[1]:
        return True
    years = [[key for key in side if _is_year(key)] for side in (left, right)]
    return bool(years[0] and years[1])


def _is_year(key: str) -> bool:
    return is_numeral(key) and len(key) == 5 and key[1:].isdecimal() and 1500 <= int(key[1:]) <= 2100


def _is_modality(change: _Compared) -> bool:
    left, right = change.left, change.right
    modals = [[key for key in side if key in _MODALS] for side in (left, right)]
    hedges = [[key for key in side if key in _HEDGES] for side in (left, right)]
    return bool(modals[0] or modals[1] or hedges[0] or hedges[1])


def _is_quantity(change: _Compared) -> bool:
    left, right = change.left, change.right
    quantities = [[key for key in side if key in _QUANTITIES] for side in (left, right)]
    if quantities[0] and quantities[1]:
        return True
    return any(key in _STRONG_QUANTITIES for side in quantities for key in side)


def _acronym(short: list[str], long: list[str]) -> bool:
    initials = "".join(word[0] for word in long if word not in ("of", "the", "and", "for"))
    return len(short) == 1 and len(initials) > 1 and short[0].replace(".", "") == initials


def _of_one_place(one: str, other: str) -> bool:
    """Tell whether one is the adjective of the other: "Ukraine" and "Ukrainian", "Germany" and "German"."""
    same = Prefix.similarity(one, other)
    endings = {one[same:], other[same:]}
    return same >= _SHORTEST_PLACE and not endings.isdisjoint(_PLACES) and not endings.isdisjoint(_ADJECTIVES)


def _is_name(change: _Compared) -> bool:
    printed, archived = change.printed, change.archived
    left = [name for name in printed.names if name not in archived.keys]
    right = [name for name in archived.names if name not in printed.keys]
    if not left or not right:
        return False
    if len(left) == len(right) and all(map(_of_one_place, left, right)):
        return False
    shared = set(printed.names) & set(archived.names) - _TITLES
    if shared and printed.names[-1] == archived.names[-1]:
        return False
    titles = [set(side) <= _TITLES for side in (left, right)]
    if all(titles) or (any(titles) and len(printed.keys) != len(archived.keys)):
        return False
    return not _acronym(left, right) and not _acronym(right, left)


_QUESTIONS: list[tuple[DifferenceKind, Callable[[_Compared], bool]]] = [
    (DifferenceKind.NEGATION, _is_negation),
    (DifferenceKind.CONTRARY, _is_contrary),
    (DifferenceKind.DATE, _is_date),
    (DifferenceKind.NUMBER, _is_number),
    (DifferenceKind.NAME, _is_name),
    (DifferenceKind.MODALITY, _is_modality),
    (DifferenceKind.QUANTITY, _is_quantity),
]


def is_name(key: str, raw: str, *, opens: bool) -> bool:
    """Tell whether a word written ``raw`` names somebody or something; ``opens`` if it opens a sentence."""
    if not raw[:1].isupper() or key in _ORDINARY or key in _PRONOUNS or key in _MODALS or key in _DATES:
        return False
    if opens:
        return key.removesuffix("'s") in _KNOWN_NAMES or (len(raw) > 1 and raw.isupper())
    return not is_numeral(key)


def _without_possessive(side: Side) -> Side:
    return Side(
        [key.removesuffix("'s") for key in side.keys], [name.removesuffix("'s") for name in side.names]
    )


def kind_of(printed: Side, archived: Side) -> DifferenceKind:
    """Return the kind of a change that nothing on the page discloses."""
    if same_letters(printed, archived):
        return DifferenceKind.SPELLING
    if harmless(printed, archived):
        return DifferenceKind.FUNCTION
    if max(len(printed.keys), len(archived.keys)) <= _LONGEST_TURN:
        change = _Compared.of(_without_possessive(printed), _without_possessive(archived))
        for kind, asked in _QUESTIONS:
            if asked(change):
                return kind
    return DifferenceKind.CONTENT

"""What counts as the same word: a text as terms, alike wherever two spellings say the same.

A term is the unit that is compared. "don't" is the two terms "do" and "not", as "do not" is; "a thousand",
"1,000" and "one thousand" are one and the same term; "$5 million" and "5 million dollars" are the same two;
"colour" and "color" have one key. Hesitations and stutters ("the -- the") leave no term at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any, NamedTuple, overload

from quotecheck.checking.moments import MONTHS, may_start_moment, moment_at
from quotecheck.checking.numerals import (
    AFTER_ARTICLE,
    ARTICLES,
    is_numeral,
    may_start_numeral,
    numeral_at,
    unit_at,
)
from quotecheck.lexicons import lexicon
from quotecheck.model import Span
from quotecheck.words import Words, words

__all__ = ["Term", "Terms", "fold", "key_of", "opens_sentence", "terms"]

_WORDING: dict[str, Any] = lexicon("wording")
_HESITATIONS = frozenset(_WORDING["hesitations"])
_CONTRACTIONS: dict[str, str] = _WORDING["contractions"]
_CLITICS: dict[str, str] = _WORDING["clitics"]
_IS_AFTER = frozenset(_WORDING["is_after"]["words"])
_VARIANTS: dict[str, str] = _WORDING["variants"]
_STEMS: dict[str, str] = _WORDING["stems"]
_STUTTERS = frozenset(_WORDING["stutters"])
_SINGLE = {key: value for key, value in _WORDING["expansions"].items() if " " not in key}
_PHRASES: dict[str, list[tuple[list[str], str]]] = {}
for _phrase, _meant in sorted(_WORDING["expansions"].items(), key=lambda item: -item[0].count(" ")):
    if " " in _phrase:
        _PHRASES.setdefault(_phrase.split()[0], []).append((_phrase.split(), _meant))
_LONGEST_PHRASE = max(len(phrase) for phrases in _PHRASES.values() for phrase, _ in phrases)


def _partners(first: str) -> frozenset[str] | None:
    """Return the words one of which must follow for ``first`` to be more than itself; None: others, too."""
    seconds = frozenset(phrase[1] for phrase, _ in _PHRASES.get(first, ()))
    if first in ARTICLES:
        return seconds | AFTER_ARTICLE
    return None if may_start_numeral(first) or may_start_moment(first) else seconds


_PARTNERS = {first: found for first in (*_PHRASES, *ARTICLES) if (found := _partners(first)) is not None}

_STEM = re.compile("|".join(sorted(_STEMS, key=len, reverse=True)))
_ISE = re.compile(r"(?<=..)([iy])s(e|ed|es|ing|er|ers|able|ation|ations|ational)$")
_DOUBLE_L = re.compile(r"([aeiou][^aeiou]+[aeiou])ll(ed|ing|er|ers|or|ors|ation)$")
_OGUE = re.compile(r"ogue(s?)$")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*\s*[-–—\"'“‘(\[]*\s*$|^[\s\"'“‘(\[…-]*$")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Prof|Co|Ltd|Inc|No|vs|[A-Z])\.\s*$")
_BREAK = re.compile(r"--|[—–…,]|\.\.|-\s|\s-")
_OMISSION = re.compile(r"…|\.\s?\.")
_NOTE = re.compile(r"\[[^\[\]]{1,300}\]")
_LONGEST_STUTTER = 6
_REMEMBERED = 65_536


class Term(NamedTuple):
    """What is compared (``key``), how it was spelt (``form``), and the place of its word."""

    key: str
    form: str
    span: Span


class Terms(Sequence[Term]):
    """The terms of a text in order: their ``keys`` at once, forms and places only when somebody asks.

    Term n begins with word ``firsts[n]`` of ``found`` and is that word, unless ``ends`` has the word after
    it for that word.
    """

    def __init__(self, keys: list[str], found: Words, firsts: list[int], ends: dict[int, int]) -> None:
        self.keys = keys
        self._found = found
        self._firsts = firsts
        self._ends = ends

    def only(self, places: list[int]) -> Terms:
        """Return the terms in these places."""
        keys, firsts = [self.keys[i] for i in places], [self._firsts[i] for i in places]
        return Terms(keys, self._found, firsts, self._ends)

    @cached_property
    def spans(self) -> list[Span]:
        """Where each term stands."""
        spans, ends = self._found.spans, self._ends
        return [
            Span(spans[first].start, spans[ends[first] - 1].end) if first in ends else spans[first]
            for first in self._firsts
        ]

    def forms(self, start: int, end: int) -> list[str]:
        """Return how each of these terms was spelt."""
        norms, ends = self._found.norms, self._ends
        return [
            " ".join(norms[first : ends[first]]) if first in ends else norms[first]
            for first in self._firsts[start:end]
        ]

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Term: ...
    @overload
    def __getitem__(self, at: slice) -> list[Term]: ...
    def __getitem__(self, at: int | slice) -> Term | list[Term]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        return Term(self.keys[at], self.forms(at, at + 1)[0], self.spans[at])


def _unaccented(norm: str) -> str:
    decomposed = unicodedata.normalize("NFD", norm)
    return "".join(c for c in decomposed if not unicodedata.combining(c)) or norm


def _variant(norm: str) -> str:
    if not norm.isascii():
        norm = _unaccented(norm)
    norm = _STEM.sub(lambda found: _STEMS[found[0]], norm)
    return _OGUE.sub(r"og\1", _DOUBLE_L.sub(r"\1l\2", _ISE.sub(r"\1z\2", norm)))


def _opened(norm: str) -> tuple[str, ...] | None:
    """Open a short form with an apostrophe: "we're", "it's", "I'd"; a possessive stays one."""
    for clitic, full in _CLITICS.items():
        if norm.endswith(clitic) and len(norm) > len(clitic):
            return (*fold(norm[: -len(clitic)]), full)
    base, _, clitic = norm.rpartition("'")
    if base and clitic == "d":
        return (*fold(base), "'d")
    if base and clitic == "s":
        return (base, "is") if base in _IS_AFTER else (_one(base) + "'s",)
    return None


def _one(norm: str) -> str:
    return _SINGLE.get(norm) or _VARIANTS.get(norm) or _variant(norm)


@lru_cache(maxsize=65536)
def fold(norm: str) -> tuple[str, ...]:
    """Return the key or keys of one normalised word: contractions opened, spelling variants made one."""
    if norm in _CONTRACTIONS:
        return tuple(_CONTRACTIONS[norm].split())
    if "'" in norm and (opened := _opened(norm)):
        return opened
    return (_one(norm),)


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether the word at ``start`` is the first of a sentence, as far as punctuation shows."""
    before = text[max(0, start - 12) : start]
    return bool(_SENTENCE_END.search(before)) and not _ABBREVIATION.search(before)


def _phrase_at(found: Words, at: int) -> tuple[int, str] | None:
    following = found.norms[at : at + _LONGEST_PHRASE]
    for phrase, meant in _PHRASES[following[0]]:
        if following[: len(phrase)] == phrase:
            return at + len(phrase), meant
    return None


def _capital_keys(text: str, found: Words, at: int) -> tuple[str, ...] | None:
    """Tell "US" from "us" and "May" from "may": the only place where case makes the word."""
    norm = found.norms[at]
    if norm not in ("us", "may") or not ("U" in text or "May" in text):
        return None
    span = found.spans[at]
    raw = span.of(text)
    if norm == "us" and raw[:1] == "U" and raw.rstrip(".")[-1:] == "S":
        return ("us(a)",)
    if norm == "may" and raw == "May" and not opens_sentence(text, span.start):
        return ("may(month)",)
    return None


class _Lone(dict[str, tuple[str, ...] | None]):
    """The keys of words that mean the same beside any other; None where the neighbours matter."""

    def __missing__(self, norm: str) -> tuple[str, ...] | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        beside = may_start_numeral(norm) or may_start_moment(norm) or norm in _PHRASES or norm == "may"
        self[norm] = keys = None if beside else () if norm in _HESITATIONS else fold(norm)
        return keys


_lone = _Lone().__getitem__  # quicker than a cache that keeps count of use


def _beside(found: Words, at: int, text: str, before: str) -> tuple[int, tuple[str, ...]]:
    """Read on from word ``at``, which its neighbours may change: the word after, and the keys."""
    norm = found.norms[at]
    if norm in _PARTNERS and _PARTNERS[norm].isdisjoint(found.norms[at + 1 : at + 2]):
        return at + 1, fold(norm)
    counts = may_start_numeral(norm) or may_start_moment(norm)
    if counts and (is_numeral(before) or before == "percentage") and (unit := unit_at(found, at, text)):
        return unit
    if counts and (moment := moment_at(found, at, text)):
        return moment
    if norm in _PHRASES and (phrase := _phrase_at(found, at)):
        return phrase[0], (phrase[1],)
    if counts and (numeral := numeral_at(found, at, text)):
        end, keys = numeral
        if len(keys) == 1 and keys[0].endswith("th") and before in MONTHS:
            keys = (keys[0][:-2],)
        return end, keys
    return at + 1, _capital_keys(text, found, at) or fold(norm)


def _key_before(keys: list[tuple[str, ...] | None], at: int) -> str:
    while at > 0:
        at -= 1
        if of := keys[at]:
            return of[-1]
    return ""


def _raw_terms(text: str) -> Terms:
    found = words(text)
    keys = list(map(_lone, found.norms))
    ends: dict[int, int] = {}
    for at in [i for i, of in enumerate(keys) if of is None]:
        if keys[at] is None:  # else it has been read along with one before
            end, read = _beside(found, at, text, _key_before(keys, at))
            keys[at:end] = [read, *[()] * (end - at - 1)]
            if end > at + 1:
                ends[at] = end
    told = [of or () for of in keys]
    firsts = [i for i, of in enumerate(told) for _ in of]
    return Terms(list(chain.from_iterable(told)), found, firsts, ends)


def _stutter_at(found: Terms, at: int, text: str) -> int:
    """Return how many terms from ``at`` on are said again right after them, looking for the next word."""
    keys = found.keys
    for length in range(min(_LONGEST_STUTTER, (len(keys) - at) // 2), 0, -1):
        if keys[at] == keys[at + length] and keys[at : at + length] == keys[at + length : at + 2 * length]:
            if length == 1 and keys[at] in _STUTTERS:
                return 1
            gap = text[found.spans[at + length - 1].end : found.spans[at + length].start]
            if _BREAK.search(gap) and not (length > 2 and _OMISSION.search(gap)):
                return length
    return 0


def _said_again(keys: list[str]) -> set[int]:
    """Return which terms come again within the length of a stutter."""
    if len(set(keys)) == len(keys):
        return set()
    seen: dict[str, int] = {}
    again = set()
    for at, key in enumerate(keys):
        last = seen.get(key)
        if last is not None and at - last <= _LONGEST_STUTTER:
            again.add(last)
        seen[key] = at
    return again


def _stuttered(found: Terms, text: str) -> set[int]:
    """Return the places of terms that are said again right after them."""
    skipped: set[int] = set()
    for at in sorted(_said_again(found.keys)):
        if at not in skipped:
            skipped.update(range(at, at + _stutter_at(found, at, text)))
    return skipped


def _noted(found: Terms, text: str) -> list[bool]:
    """Tell of each term whether it stands in square brackets."""
    marks = [mark.span() for mark in _NOTE.finditer(text)]
    return [any(start <= span.start and span.end <= end for start, end in marks) for span in found.spans]


@lru_cache(maxsize=1024)
def terms(text: str) -> Terms:
    """Return the terms of ``text`` in order."""
    found = _raw_terms(text)
    if "[" in text:  # nobody stutters over what an editor put in
        noted = _noted(found, text)
        spoken = [i for i, note in enumerate(noted) if not note]
        stuttered = {spoken[i] for i in _stuttered(found.only(spoken), text)}
    else:
        stuttered = _stuttered(found, text)
    return found.only([i for i in range(len(found)) if i not in stuttered]) if stuttered else found


def key_of(word: str) -> str:
    """Return the key of a word that a lexicon lists; one with a point in it is a key already."""
    return word if "." in word else terms(word).keys[0]

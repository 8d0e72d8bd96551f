"""What counts as the same word: a text as terms, alike wherever two spellings say the same.

A term is the unit that is compared. "don't" is the two terms "do" and "not", as "do not" is; "a thousand",
"1,000" and "one thousand" are one and the same term; "$5 million" and "5 million dollars" are the same two;
"colour" and "color" have one key. Hesitations and stutters ("the -- the") leave no term at all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

from quotecheck.checking.moments import MONTHS, may_start_moment, moment_at
from quotecheck.checking.numerals import is_numeral, may_start_numeral, numeral_at, unit_at
from quotecheck.lexicons import lexicon
from quotecheck.model import Span
from quotecheck.words import Word, words

__all__ = ["Term", "fold", "opens_sentence", "terms"]

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


_made: Any = tuple.__new__  # a quarter of the time that a named tuple's own constructor takes


class Term(NamedTuple):
    """What is compared (``key``), how it was spelt (``form``), and the place of its word."""

    key: str
    form: str
    span: Span


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


def _phrase_at(found: list[Word], at: int) -> tuple[int, str] | None:
    following = [word.norm for word in found[at : at + _LONGEST_PHRASE]]
    for phrase, meant in _PHRASES[following[0]]:
        if following[: len(phrase)] == phrase:
            return at + len(phrase), meant
    return None


def _capital_keys(text: str, word: Word) -> tuple[str, ...] | None:
    """Tell "US" from "us" and "May" from "may": the only place where case makes the word."""
    raw = word.span.of(text)
    if word.norm == "us" and raw[:1] == "U" and raw.rstrip(".")[-1:] == "S":
        return ("us(a)",)
    if word.norm == "may" and raw == "May" and not opens_sentence(text, word.span.start):
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


def _beside(found: list[Word], at: int, text: str, before: str) -> tuple[int, tuple[str, ...]]:
    """Read on from word ``at``, which its neighbours may change: the word after, and the keys."""
    if (is_numeral(before) or before == "percentage") and (unit := unit_at(found, at, text)):
        return unit
    if moment := moment_at(found, at, text):
        return moment
    norm = found[at].norm
    if norm in _PHRASES and (phrase := _phrase_at(found, at)):
        return phrase[0], (phrase[1],)
    if numeral := numeral_at(found, at, text):
        end, keys = numeral
        if len(keys) == 1 and keys[0].endswith("th") and before in MONTHS:
            keys = (keys[0][:-2],)
        return end, keys
    return at + 1, _capital_keys(text, found[at]) or fold(norm)


def _raw_terms(text: str) -> list[Term]:
    found = words(text)
    result: list[Term] = []
    count = len(found)
    at = 0
    while at < count:
        norm, span = found[at]
        keys = _lone(norm)
        end = at + 1
        if keys is None:
            end, keys = _beside(found, at, text, result[-1].key if result else "")
            if end > at + 1:
                norm = " ".join(part.norm for part in found[at:end])
                span = Span(span.start, found[end - 1].span.end)
        result += [_made(Term, (key, norm, span)) for key in keys]
        at = end
    return result


def _stutter_at(keys: list[str], at: int, found: list[Term], text: str) -> int:
    """Return how many terms from ``at`` on are said again right after them, looking for the next word."""
    for length in range(min(_LONGEST_STUTTER, (len(keys) - at) // 2), 0, -1):
        if keys[at] == keys[at + length] and keys[at : at + length] == keys[at + length : at + 2 * length]:
            gap = text[found[at + length - 1].span.end : found[at + length].span.start]
            if length > 2 and _OMISSION.search(gap):
                continue
            if _BREAK.search(gap) or (length == 1 and keys[at] in _STUTTERS):
                return length
    return 0


def _said_again(keys: list[str]) -> set[int]:
    """Return which terms come again within the length of a stutter."""
    seen: dict[str, int] = {}
    again = set()
    for at, key in enumerate(keys):
        last = seen.get(key)
        if last is not None and at - last <= _LONGEST_STUTTER:
            again.add(last)
        seen[key] = at
    return again


def _without_stutters(found: list[Term], text: str) -> list[Term]:
    keys = [term.key for term in found]
    again = _said_again(keys)
    if not again:
        return found
    kept: list[Term] = []
    at = 0
    while at < len(found):
        if at in again and (skipped := _stutter_at(keys, at, found, text)):
            at += skipped
        else:
            kept.append(found[at])
            at += 1
    return kept


@lru_cache(maxsize=1024)
def terms(text: str) -> tuple[Term, ...]:
    """Return the terms of ``text`` in order."""
    found = _raw_terms(text)
    if "[" not in text:
        return tuple(_without_stutters(found, text))
    # Nobody stutters over what an editor put in.
    noted = [mark.span() for mark in _NOTE.finditer(text)]
    inside = [
        any(start <= term.span.start and term.span.end <= end for start, end in noted) for term in found
    ]
    spoken = [term for term, note in zip(found, inside, strict=True) if not note]
    notes = [term for term, note in zip(found, inside, strict=True) if note]
    return tuple(sorted([*_without_stutters(spoken, text), *notes], key=lambda term: term.span))

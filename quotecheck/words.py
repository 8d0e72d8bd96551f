"""The normalised words of a text, each with its place in the raw text.

Two texts that a reader would call the same wording give the same words: case, typography (curly or
straight marks, dashes, ligatures, soft hyphens, spacing, words divided at a line's end), punctuation,
footnote marks and a stenographer's "[applause]" are gone, and the spans say where each word stood. The
archive's index and the alignment both stand on this, so a change here needs a new ``VERSION``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache, partial
from itertools import accumulate, chain
from typing import Any, NamedTuple, overload

from quotecheck.lexicons import lexicon
from quotecheck.model import Span

__all__ = ["VERSION", "Word", "Words", "goes_over_spaces", "norms", "norms_of_piece", "words"]

_REMEMBERED = 131_072

VERSION = 3
"""Goes up with every change of what ``words`` returns; archives rebuild their index when it does."""

_SUPERSCRIPTS = "\u00b2\u00b3\u00b9\u2070-\u209f"
_LETTER = rf"[^\W\d_{_SUPERSCRIPTS}]"
_LETTERS = rf"(?:{_LETTER}|[\u00ad\u200b-\u200d\u2060\u0300-\u036f])"
_DIVIDED = r"(?:-|\u2010|\u00ad|(?<=\u00ad))[ \t]*\r?\n\s*(?=(?-i:[a-z\ufb00-\ufb06]))"
_DIRECTIONS = [r"\s+".join(words.split()) for words in lexicon("words")["stage_directions"]]
_STAGE_DIRECTIONS = "|".join(_DIRECTIONS)
_OVER_SPACES = "|".join(words for words in _DIRECTIONS if "+" in words)
_IN_BRACKETS = re.compile(rf"\[note |[\[(](?:{_OVER_SPACES})", re.IGNORECASE)
_TOKEN = re.compile(
    rf"""
    [a-z]{{2,}}(?=[ ,;]|\.\s)                                       # most words, and the quickest to tell
    | (?P<skipped>
        \[(?:\d{{1,3}}|note\ \d{{1,3}})\] | (?<=\S)\[[a-z]\](?!{_LETTER})      # footnote marks
      | [\[(](?:{_STAGE_DIRECTIONS})[.!]?[\])]
    )
    | (?:{_LETTER}\.){{2,}}{_LETTER}?                               # U.S., e.g.
    | \d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s)(?![^\W_]))?               # 1,000  3.5  10:30  5th  1990s
    | \[{_LETTER}\]{_LETTERS}+(?:['’ʼ＇]{_LETTERS}+)*                # [T]he
    | {_LETTER}{_LETTERS}*(?:{_DIVIDED}{_LETTERS}+)*(?:['’ʼ＇]{_LETTERS}+)*
        (?:\[(?:s|es|d|ed|ing|ly|er|r|n|en)\])?
    | [½¼¾⅓⅔%$€£¥&]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = ".,;:?!\"'-“”‘’…–—"
_SPELLED = {"&": "and", "%": "percent"}
_DROPPED = str.maketrans(
    {**dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060[]- \t\r\n\u2010"), "’": "'", "ʼ": "'", "＇": "'"}
)


class Word(NamedTuple):
    """One word: its normalised form, and the half-open code points where it stands."""

    norm: str
    span: Span


def _is_plain(text: str) -> bool:
    """Tell whether this is one word, as most pieces are, which takes no regular expression to tell."""
    return text.isascii() and text.isalpha()


@lru_cache(maxsize=65536)
def _normalised(raw: str) -> str:
    if _is_plain(raw):
        return raw.lower()
    plain = unicodedata.normalize("NFKC", raw.translate(_DROPPED)).casefold()
    if plain[:1].isdigit():
        return plain.replace(",", "").rstrip(".:")
    return _SPELLED.get(plain) or plain.replace(".", "") or plain


_made: Any = tuple.__new__  # a quarter of the time that a named tuple's own constructor takes


def _found(text: str) -> tuple[tuple[str, int, int], ...]:
    plain = text.strip(_MARKS)
    if _is_plain(plain):
        start = text.index(plain)
        return ((plain.lower(), start, start + len(plain)),)
    return tuple(
        (_normalised(found[0]), *found.span()) for found in _TOKEN.finditer(text) if found.lastgroup is None
    )


_found_in_chunk = lru_cache(maxsize=131072)(_found)


def goes_over_spaces(text: str) -> bool:
    """Tell whether a word of the text may: those divided at a line's end and some in brackets do."""
    return "\n" in text or (("[" in text or "(" in text) and _IN_BRACKETS.search(text) is not None)


def _spans(text: str) -> list[Span]:
    if goes_over_spaces(text):
        return [Span(start, end) for _, start, end in _found(text)]
    chunks = text.split(" ")
    places = accumulate([len(chunk) + 1 for chunk in chunks], initial=0)
    return [
        _made(Span, (at + start, at + end))
        for at, found in zip(places, map(_found_in_chunk, chunks), strict=False)
        for _, start, end in found
    ]


class Words(Sequence[Word]):
    """Words in order: their ``norms`` at once, where they stand only when somebody asks."""

    def __init__(self, norms: list[str], spans: Callable[[], list[Span]]) -> None:
        self.norms = norms
        self._spans = spans

    @cached_property
    def spans(self) -> list[Span]:
        """Where each of them stands."""
        return self._spans()

    def __len__(self) -> int:
        return len(self.norms)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        if isinstance(at, slice):
            return list(map(Word, self.norms[at], self.spans[at]))
        return Word(self.norms[at], self.spans[at])


def words(text: str) -> Words:
    """Return the words of ``text`` in order. Hyphenated words are several, contractions one."""
    return Words(norms(text), partial(_spans, text))


def _norms(text: str) -> tuple[str, ...]:
    return tuple(_normalised(found[0]) for found in _TOKEN.finditer(text) if found.lastgroup is None)


class _NormsOfPieces(dict[str, tuple[str, ...]]):
    """The pieces met so far, with their words: forgotten all at once when they are very many."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        plain = piece.strip(_MARKS)
        self[piece] = found = (plain.lower(),) if _is_plain(plain) else _norms(piece)
        return found


norms_of_piece = _NormsOfPieces().__getitem__  # quicker than a cache that keeps count of use
"""The normalised forms of the words in what stands between two spaces, which often comes again."""


def norms(text: str) -> list[str]:
    """Return the normalised forms of ``words(text)`` alone: ten times faster, for indexing."""
    if goes_over_spaces(text):
        return list(_norms(text))
    return list(chain.from_iterable(map(norms_of_piece, text.split())))

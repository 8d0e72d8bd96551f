"""The words of a name in their plainest form, and the word lists that they are held against."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from quotecheck.lexicons import lexicon

__all__ = [
    "ARTICLES",
    "SMALL_WORDS",
    "folded",
    "has_rank",
    "is_possessive",
    "without_article",
    "word_set",
    "word_sets",
]

ARTICLES = frozenset({"the", "a", "an"})
"""Words that may come and go before a name."""

SMALL_WORDS = frozenset({"the", "a", "an", "of", "for", "and", "on", "in", "to"})
"""Words that may come and go inside an organisation's name."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_APOSTROPHE = re.compile("[’']")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])[’']s?(?=\W|$)", re.IGNORECASE)
_LETTERS_WITHOUT_PARTS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=8192)
def folded(text: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents, points, possessives and hyphens."""
    text = _DOTTED.sub(lambda found: found[0].replace(".", ""), _POSSESSIVE.sub("", text))
    bare = text.casefold()
    if not bare.isascii():
        plain = unicodedata.normalize("NFKD", bare.translate(_LETTERS_WITHOUT_PARTS))
        bare = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(_APOSTROPHE.sub("", word) for word in _WORD.findall(bare))


@cache
def word_set(book: str, *path: str) -> frozenset[str]:
    """Return the words of one list in ``resources/lexicons``; of a table of lists, all of them."""
    table = lexicon(book)
    for key in path:
        table = table[key]
    if isinstance(table, dict):
        return frozenset(word for words in table.values() for word in words)
    return frozenset(table)


@cache
def word_sets(*paths: tuple[str, ...]) -> frozenset[str]:
    """Return the words of several lists together, each given by its book and path."""
    return frozenset[str]().union(*(word_set(*path) for path in paths))


def has_rank(words: Sequence[str]) -> bool:
    """Tell whether a form of address or a rank is among the folded words."""
    return not word_set("names", "honorifics").isdisjoint(words)


def without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """Drop a leading article, unless it is all there is."""
    return words[1:] if len(words) > 1 and words[0] in ARTICLES else words


def is_possessive(text: str) -> bool:
    """Tell whether any word of the name is a possessive."""
    return _POSSESSIVE.search(text) is not None

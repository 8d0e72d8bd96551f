"""The normalised words of a text, each with its place in the raw text.

Two texts that a reader would call the same wording give the same words: case, typography (curly or straight
marks, dashes, ligatures, soft hyphens, spacing) and punctuation are gone, and the spans say where each word
stood. The archive's index and the alignment both stand on this, so a change here needs a new ``VERSION``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from quotecheck.model import Span

__all__ = ["VERSION", "Word", "shingles", "words"]

VERSION = 1
"""Goes up with every change of what ``words`` returns; archives rebuild their index when it does."""

_TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                                  # U.S., e.g.
    | \d+(?:[.,:]\d+)*                                  # 1,000  3.5  10:30
    | [^\W\d_](?:[^\W\d_]|[\u00ad\u0300-\u036f])*(?:[’'ʼ](?:[^\W\d_]|\u00ad)+)*   # words, don't, O’Neal
    | [%$€£¥&]
    """,
    re.VERBOSE,
)
_SPELLED = {"&": "and", "%": "percent"}
_DROPPED = str.maketrans({"\u00ad": None, "’": "'", "ʼ": "'"})


class Word(NamedTuple):
    """One word: its normalised form, and the half-open code points where it stands."""

    norm: str
    span: Span


def _normalised(raw: str) -> str:
    plain = unicodedata.normalize("NFKC", raw.translate(_DROPPED)).casefold()
    if plain[0].isdigit():
        return plain.replace(",", "")
    if plain.endswith("."):
        plain = plain.rstrip(".")
    return _SPELLED.get(plain, plain)


def words(text: str) -> list[Word]:
    """Return the words of ``text`` in order. Hyphenated words are several, contractions one."""
    return [Word(_normalised(found[0]), Span(*found.span())) for found in _TOKEN.finditer(text)]


def shingles(norms: list[str], size: int = 3) -> list[tuple[str, ...]]:
    """Return every run of ``size`` consecutive words."""
    return [tuple(norms[i : i + size]) for i in range(len(norms) - size + 1)]

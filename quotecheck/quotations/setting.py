"""What the kind of a quotation is judged by: its words, and the article's own words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from quotecheck.lexicons import lexicon
from quotecheck.model import Span
from quotecheck.quotations.cues import plain_words
from quotecheck.quotations.marks import Style
from quotecheck.quotations.pairing import Pair
from quotecheck.quotations.sentences import SENTENCE_BREAK

__all__ = ["Setting", "ends_with", "listed", "phrases", "setting_of", "starts_with"]

_BEFORE, _AFTER = 180, 120
_NEW_SENTENCE = re.compile(r"\s+[\W_]*[A-Z0-9]")


class Setting(NamedTuple):
    """A quotation's words, and the article's own words of the same sentence on either side.

    ``minor``: most of the text's quotations stand in other marks, double where this one has single, say.
    ``foreign``: the marks are not those of English.
    """

    content: str
    words: list[str]
    before: str
    before_words: list[str]
    after: str
    after_words: list[str]
    starts_paragraph: bool
    minor: bool
    foreign: bool


@cache
def listed(name: str) -> frozenset[str]:
    """Return one of the word lists of the lexicon of kinds."""
    return frozenset(lexicon("kinds")[name])


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Return one of the lexicon's lists of expressions, each as its words."""
    return frozenset(tuple(plain_words(phrase)) for phrase in lexicon("kinds")[name])


def setting_of(text: str, pair: Pair, paragraph: Span, *, minor: bool = False) -> Setting:
    """Return what the kind of a pair of marks is judged by."""
    start = max(paragraph.start, pair.marked.start - _BEFORE)
    before = SENTENCE_BREAK.split(text[start : pair.marked.start])[-1]
    after = SENTENCE_BREAK.split(text[pair.marked.end : min(paragraph.end, pair.marked.end + _AFTER)])[0]
    content = pair.content.of(text)
    if content.endswith(".") and _NEW_SENTENCE.match(after):
        after = ""
    return Setting(
        content=content,
        words=plain_words(content),
        before=before,
        before_words=plain_words(before),
        after=after,
        after_words=plain_words(after),
        starts_paragraph=pair.marked.start == paragraph.start,
        minor=minor,
        foreign=pair.style not in (Style.LEFT, Style.STRAIGHT),
    )


def ends_with(words: Sequence[str], name: str) -> bool:
    """Tell whether the words end with one of the listed phrases, or with one and an article after it."""
    tails = [words, words[:-1]] if words[-1:] and words[-1] in ("the", "a", "an", "as") else [words]
    return any(tuple(tail[-length:]) in phrases(name) for tail in tails for length in range(1, 5) if tail)


def starts_with(words: Sequence[str], name: str) -> bool:
    """Tell whether the words start with one of the listed phrases."""
    return any(tuple(words[:length]) in phrases(name) for length in range(1, 5) if words)

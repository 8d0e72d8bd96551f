"""Sentences and clauses, as far as dating needs them: by words alone, with the quotations masked out."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from quotecheck.lexicons import lexicon
from quotecheck.model import Span
from quotecheck.speakers.cues import CueKind, cue_kind, lemma

__all__ = [
    "MASK",
    "UNSAID",
    "any_of",
    "governing_words",
    "has_clause",
    "lowered_tokens",
    "masked",
    "reports",
    "sentence_at",
    "sentences",
    "tokens",
    "without_relatives",
]

MASK = "\ufffc"
"""Stands for every code point of a quotation, so that offsets stay and no word of it is read."""

UNSAID = "\ufffb"
"""Stands for every code point of a title or of scare quotes, which part no clauses as speech does."""

_LONGEST = 2000
_BREAK = re.compile(rf"[.!?]{{1,4}}[)\]’”\"']{{0,4}}(?=\s{{1,40}}[A-Z0-9“\"‘'«„({MASK}{UNSAID}])|[।。]|\n")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Hon|St|Jr|Sr|No|vs|Inc|Co|Corp|Ltd|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Tues?|Wed|Thurs?|Fri|Sat|Sun|Mon|[ap]\.m)$"
)
_TOKEN = re.compile(rf"[^\W_][\w'’-]*|{MASK}+|{UNSAID}+|[,;:—–()]")
_ON_THE_DAY = re.compile(
    r"\s*(?:(?:on|in) the (?:very )?(?:day|night|morning|evening|week|month|year|summer|winter)|"
    r"the (?:very )?(?:last|first|next|second|only) time) (?!of\b)\w",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s(?:who|which|whose)\b[^,;]*,")
_SEGMENT_ENDS = re.compile(r"[,;—–()]")
_SHORTEST_PAST = 4


def masked(text: str, spans: Iterable[Span], unsaid: Iterable[Span] = ()) -> str:
    """Return ``text`` with ``MASK`` for every code point of the spans, ``UNSAID`` for those of ``unsaid``.

    The last becomes a full stop where the quoted words end a sentence: “Never.” does, “Never,” does not.
    """
    parts, at = [], 0
    for span, mask in sorted([*((span, MASK) for span in spans), *((span, UNSAID) for span in unsaid)]):
        if span.end > at:
            start = max(span.start, at)
            ends = text[max(start, span.end - 2) : span.end - 1] in (".", "!", "?")
            parts += [text[at:start], mask * (span.end - start - ends), "." * ends]
            at = span.end
    return "".join(parts) + text[at:]


def sentences(text: str) -> list[Span]:
    """Return the sentences of a masked text. A line break ends one; so does a full stop in a quotation."""
    ends = [
        found.end()
        for found in _BREAK.finditer(text)
        if found[0][:1] != "." or not _ABBREVIATED.search(text[max(0, found.start() - 8) : found.start()])
    ]
    bounds = [0]
    for end in [*ends, len(text)]:
        # A text without full stops must not cost its length for every quotation in it.
        bounds += [*range(bounds[-1] + _LONGEST, end, _LONGEST), end]
    return [Span(a, b) for a, b in pairwise(bounds) if a < b and text[a:b].strip()]


def sentence_at(spans: Sequence[Span], offset: int) -> int:
    """Return the number of the sentence that ``offset`` falls in, or of the last before it."""
    return max(0, bisect_right(spans, (offset, sys.maxsize)) - 1)


@lru_cache(maxsize=1024)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text))  # rule after rule asks for those of the same sentences


def tokens(text: str) -> list[str]:
    """Return words, and the marks that divide clauses, in order and as written."""
    return list(_tokens(text))


def lowered_tokens(text: str) -> list[str]:
    """Return the tokens of ``text`` in small letters."""
    return [word.lower() for word in _tokens(text)]


@cache
def governing_words(name: str) -> frozenset[str]:
    """Return one of the word lists that decide what a date governs."""
    return frozenset(lexicon("dates")["governing"][name])


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of some words or phrases, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def reports(word: str, *, bare: bool = True) -> bool:
    """Tell whether a word (lower case) is a form of a verb of saying.

    Without ``bare`` the forms that may be nouns ("a call", "the report") do not count.
    """
    return word == "read" or (cue_kind(word) is CueKind.SPEECH and (bare or word != lemma(word)))


def _is_finite(before: str, word: str) -> bool:
    """Tell whether ``word`` looks like a finite verb: "police arrested", but not "the retired general"."""
    low = word.lower()
    if low in governing_words("finite"):
        return True
    if (
        not low.endswith("ed")
        or len(low) < _SHORTEST_PAST
        or low in governing_words("not_past")
        or "-" in low
        or word[0].isupper()
    ):
        return False
    previous = before.lower()
    return (
        bool(previous) and previous not in governing_words("before_adjective") and not previous.endswith("ly")
    )


def without_relatives(text: str) -> str:
    """Return a stretch of words without the relative clauses between commas: ", who left in 2022,"."""
    return _RELATIVE.sub(",", text)


@cache
def _subordinators() -> frozenset[str]:
    return governing_words("subordinators") - {"and", "but", "or"}


@cache
def _passed_over() -> frozenset[str]:
    return governing_words("openers") | governing_words("adverbs")


def has_clause(text: str) -> bool:
    """Tell whether a stretch of words holds a finite verb outside clauses set off by a subordinator.

    A segment between commas that opens with "when", "who", "after" … does not count, nor what follows such a
    word in it: "asked what she thought".
    """
    for segment in _SEGMENT_ENDS.split(text):
        if _ON_THE_DAY.match(segment):
            continue
        words = tokens(segment)
        if words and words[0].lower() in _subordinators():
            continue
        if words and words[0].lower() in _passed_over():
            words = words[1:]
        inner = (
            at for at, word in enumerate(words) if word.lower() in governing_words("inner_subordinators")
        )
        words = words[: next(inner, len(words))]
        if any(_is_finite(before, word) for before, word in zip(["", *words], words, strict=False)):
            return True
    return False

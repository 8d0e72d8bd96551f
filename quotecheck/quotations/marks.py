"""Quotation marks one by one: what each could be where it stands, judged by its form and its neighbours.

A mark may open, close, be no quotation mark at all (an apostrophe, feet, inches) or be a mistake. Each of the
readings has a cost, 0 for what a typist would expect; ``pairing`` chooses the cheapest reading of all marks
together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from math import inf
from typing import NamedTuple

from quotecheck.lexicons import lexicon
from quotecheck.model import Span

__all__ = ["GLYPHS", "NEVER", "Glyph", "Mark", "Shape", "Style", "find_marks"]

NEVER = inf
_ORNAMENT = 4  # as many equal marks in a row are a ruled line, not quotations


class Style(Enum):
    """How a glyph is used: which way it points, if it points at all."""

    LEFT = "left"
    RIGHT = "right"
    LOW = "low"
    STRAIGHT = "straight"
    GUILLEMET_LEFT = "guillemet left"
    GUILLEMET_RIGHT = "guillemet right"
    BRACKET_LEFT = "bracket left"
    BRACKET_RIGHT = "bracket right"


class Shape(Enum):
    """What the neighbours make of a mark: a word after it, before it, on both sides, on neither."""

    OPEN = 0
    CLOSE = 1
    FLOATING = 2
    INNER = 3


class Glyph(NamedTuple):
    """A written form; only marks of one ``family`` can be a pair."""

    family: str
    style: Style


_DOUBLE, _SINGLE = "double", "single"
GLYPHS: dict[str, Glyph] = {
    '"': Glyph(_DOUBLE, Style.STRAIGHT),
    "＂": Glyph(_DOUBLE, Style.STRAIGHT),
    "“": Glyph(_DOUBLE, Style.LEFT),
    "❝": Glyph(_DOUBLE, Style.LEFT),
    "‟": Glyph(_DOUBLE, Style.LEFT),
    "〝": Glyph(_DOUBLE, Style.LEFT),
    "``": Glyph(_DOUBLE, Style.LEFT),
    "”": Glyph(_DOUBLE, Style.RIGHT),
    "❞": Glyph(_DOUBLE, Style.RIGHT),
    "〞": Glyph(_DOUBLE, Style.RIGHT),
    "''": Glyph(_DOUBLE, Style.STRAIGHT),
    "„": Glyph(_DOUBLE, Style.LOW),
    "'": Glyph(_SINGLE, Style.STRAIGHT),
    "＇": Glyph(_SINGLE, Style.STRAIGHT),
    "‘": Glyph(_SINGLE, Style.LEFT),
    "‛": Glyph(_SINGLE, Style.LEFT),
    "`": Glyph(_SINGLE, Style.LEFT),
    "’": Glyph(_SINGLE, Style.RIGHT),
    "´": Glyph(_SINGLE, Style.RIGHT),
    "‚": Glyph(_SINGLE, Style.LOW),
    "«": Glyph("guillemet", Style.GUILLEMET_LEFT),
    "»": Glyph("guillemet", Style.GUILLEMET_RIGHT),
    "‹": Glyph("single guillemet", Style.GUILLEMET_LEFT),
    "›": Glyph("single guillemet", Style.GUILLEMET_RIGHT),
    "「": Glyph("corner", Style.BRACKET_LEFT),
    "」": Glyph("corner", Style.BRACKET_RIGHT),
    "『": Glyph("white corner", Style.BRACKET_LEFT),
    "』": Glyph("white corner", Style.BRACKET_RIGHT),
    "《": Glyph("double angle", Style.BRACKET_LEFT),
    "》": Glyph("double angle", Style.BRACKET_RIGHT),
}

# Costs in the order of Shape: OPEN, CLOSE, FLOATING, INNER.
_OPENING: dict[Style, tuple[float, float, float, float]] = {
    Style.STRAIGHT: (0, 4.5, 1, 1.5),
    Style.LEFT: (0, 2, 0.3, 0.3),
    Style.RIGHT: (1.2, NEVER, 2.5, 3),
    Style.LOW: (0, 0.5, 0, 0),
    Style.GUILLEMET_LEFT: (0, 0.5, 0, 0),
    Style.GUILLEMET_RIGHT: (1, NEVER, 2.5, 2),
    Style.BRACKET_LEFT: (0, 0, 0, 0),
    Style.BRACKET_RIGHT: (NEVER, NEVER, NEVER, NEVER),
}
_CLOSING: dict[Style, tuple[float, float, float, float]] = {
    Style.STRAIGHT: (4.5, 0, 1, 1.5),
    Style.LEFT: (NEVER, 1.5, 2.5, 2.5),
    Style.RIGHT: (2.5, 0, 0.3, 0.3),
    Style.LOW: (NEVER, NEVER, NEVER, NEVER),
    Style.GUILLEMET_LEFT: (NEVER, 1, 2.5, 2),
    Style.GUILLEMET_RIGHT: (0.8, 0, 0, 0),
    Style.BRACKET_LEFT: (NEVER, NEVER, NEVER, NEVER),
    Style.BRACKET_RIGHT: (0, 0, 0, 0),
}
_STRAY = {_DOUBLE: 4.0, _SINGLE: 2.5}
_STRAY_OTHER = 4.0
_BACKTICK = 0.2  # ` alone is code, or nothing

# Three single marks after a word are a single and a double one, before a word the other way round. Marks
# around the value of an attribute (href="…") are code.
_WRITTEN = re.compile(
    r"(?P<code>(?<=[\w-]=)(?:\"[^\"<>]*\"|'[^'<>]*'))|(?<=\S)'(?=''(?!'))|''|``|["
    + "".join(re.escape(form) for form in GLYPHS if len(form) == 1)
    + "]"
)
_OPENERS_BEFORE = frozenset("([{¿¡<")
_DASHES = frozenset("-–—―/=|")
_CLOSERS_AFTER = frozenset(",.;:!?…)]}>。，、！？")
_THIN_SPACES = frozenset("\u00a0\u2009\u200a\u202f\u2060")
_NO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_FEET = re.compile(r"\d[’'′´] ?\d[\d./½¼¾]*$")
_DECADE = re.compile(r"\d\d(?!\d)")
_WORD_AFTER = re.compile(r"[^\W\d_]{1,12}")
_WORD_BEFORE = re.compile(r"[^\W\d_]{1,20}$")
_POSSESSIVE = re.compile(r"[^\s(\[][’'´]s\b")
_PARTED = re.compile(r" s\b(?!\.)")  # America’ s
_INCHES = frozenset({'"', "”", "''"})
_INITIALISM = re.compile(r"[A-Z]\.")
_APOSTROPHES = frozenset("'＇’´")
_VOWELS = frozenset("aeiouāēīōū")


class Mark(NamedTuple):
    """A mark in the text, with what each reading of it costs (``NEVER``: impossible).

    ``plain`` is the reading as no quotation mark, ``stray`` as one that has no partner.
    """

    span: Span
    form: str
    shape: Shape
    opening: float
    closing: float
    plain: float
    stray: float

    @property
    def glyph(self) -> Glyph:
        return GLYPHS[self.form]


def _shape(before: str, after: str) -> Shape:
    """Judge by the characters on either side; an empty one is the edge of the text."""
    blank_before, blank_after = not before or before.isspace(), not after or after.isspace()
    if blank_before and blank_after:
        return Shape.FLOATING if before and after else Shape.OPEN if after else Shape.CLOSE
    if blank_before or (before in _OPENERS_BEFORE and not blank_after):
        return Shape.OPEN
    if blank_after or after in _CLOSERS_AFTER:
        return Shape.CLOSE
    if before in _DASHES:
        return Shape.OPEN
    return Shape.CLOSE if after in _DASHES else Shape.INNER


def _as_inches(text: str, at: int) -> float:
    if not text[at - 1 : at].isdigit() and text[at - 1 : at] not in "½¼¾":
        return NEVER
    return 0.1 if _FEET.search(text, max(0, at - 12), at) else 0.8


def _before_a_word(text: str, span: Span, glyph: Glyph) -> tuple[float, float]:
    """Return (plain, added to opening) for a single mark in front of a word or number."""
    if _DECADE.match(text, span.end):
        return (0.1, 0.6)
    word = _WORD_AFTER.match(text, span.end)
    if word and word[0].lower() in lexicon("marks")["elided_front"]:
        return (0.1, 0.8)
    return (0.7, 0) if glyph.style is Style.RIGHT else (NEVER, 0)


def _after_a_word(text: str, at: int) -> float:
    """Return the cost of reading a single mark at ``at`` as the last apostrophe of the word before it."""
    if text[at - 1].isdigit():
        return 0.3
    if _PARTED.match(text, at + 1) or _INITIALISM.match(text, max(0, at - 2), at):
        return 0.2
    found = _WORD_BEFORE.search(text, max(0, at - 20), at)
    if not found:
        return NEVER
    word = found[0].lower()
    known = word[-1] in "szx" or (word.endswith("in") and len(word) > 3)
    return 0.15 if known or word in lexicon("marks")["elided_back"] else NEVER


def _inside_a_word(before: str, after: str) -> tuple[float, float]:
    """Return (plain, added to opening) for a single left mark between letters: O‘Neal, Hawai‘i, or a slip."""
    okina = before.lower() in _VOWELS and (after.lower() in _VOWELS or after.isupper())
    return (0.1, 0.7) if okina else (0.6, 0)


def _single(mark: Mark, text: str, before: str, after: str) -> Mark:
    """Weigh whether a single mark is an apostrophe or feet."""
    plain, dearer = NEVER, 0.0
    if mark.shape is Shape.OPEN:
        plain, dearer = _before_a_word(text, mark.span, mark.glyph)
    elif mark.shape is Shape.CLOSE and (before.isalnum() or before == "."):
        plain = _after_a_word(text, mark.span.start)
    elif (
        mark.shape is Shape.INNER and before.isalnum() and after.isalnum() and mark.glyph.style is Style.LEFT
    ):
        plain, dearer = _inside_a_word(before, after)
    if mark.form == "`":
        plain = min(plain, _BACKTICK)
    return mark._replace(plain=plain, opening=mark.opening + dearer)


def _is_apostrophe(text: str, span: Span, before: str, after: str) -> bool:
    """Tell whether a mark is inside a word (don’t), or before the s of a possessive (the F.B.I.’s)."""
    if span.of(text) not in _APOSTROPHES:
        return False
    return (before.isalnum() and after.isalnum()) or bool(_POSSESSIVE.match(text, max(0, span.start - 1)))


def _mark(text: str, span: Span, before: str, after: str) -> Mark:
    form = span.of(text)
    glyph, shape = GLYPHS[form], _shape(before, after)
    opening, closing = _OPENING[glyph.style][shape.value], _CLOSING[glyph.style][shape.value]
    if shape is Shape.INNER and glyph.style is Style.STRAIGHT:
        opening -= 1.0 * (before in ":,;")
        closing -= 1.0 * (before in ".!?…,")
    mark = Mark(span, form, shape, opening, closing, NEVER, _STRAY.get(glyph.family, _STRAY_OTHER))
    if glyph.family == _SINGLE:
        return _single(mark, text, before, after)
    if form in _INCHES and shape is not Shape.OPEN and span.start:
        return mark._replace(plain=_as_inches(text, span.start))
    return mark


def _written(text: str) -> Iterator[Span]:
    """Yield where marks are written, without ornaments such as a line of them."""
    run: list[Span] = []
    for found in _WRITTEN.finditer(text):
        span = Span(*found.span())
        if found["code"]:
            continue
        if run and not (run[-1].end == span.start and text[run[-1].start] == text[span.start]):
            yield from run if len(run) < _ORNAMENT else ()
            run = []
        run.append(span)
    yield from run if len(run) < _ORNAMENT else ()


def _joined(text: str, earlier: Span, later: Span) -> bool:
    """Tell whether nothing but thin spaces lies between two marks, as in ’ ”."""
    gap = text[earlier.end : min(later.start, earlier.end + 3)]
    return later.start - earlier.end < 3 and all(char in _THIN_SPACES for char in gap)


def _visible(text: str, at: int, step: int) -> str:
    """Return the character at ``at``, or past a few of no width; empty beyond the text's edge."""
    for _ in range(3):
        if 0 <= at < len(text) and text[at] in _NO_WIDTH:
            at += step
    return text[at] if 0 <= at < len(text) else ""


def find_marks(text: str) -> list[Mark]:
    """Return every mark of ``text`` that can be a quotation mark, in order.

    Apostrophes inside words, the marks of HTML attributes and rules made of marks are left out.
    Neighbouring marks are looked through: in “‘No,’ he said” the word after “ is the word after ‘.
    """
    spans = list(_written(text))
    befores, afters = [""] * len(spans), [""] * len(spans)
    for i, span in enumerate(spans):
        joined = i and _joined(text, spans[i - 1], span)
        befores[i] = befores[i - 1] if joined else _visible(text, span.start - 1, -1)
    for i in range(len(spans) - 1, -1, -1):
        joined = i + 1 < len(spans) and _joined(text, spans[i], spans[i + 1])
        afters[i] = afters[i + 1] if joined else _visible(text, spans[i].end, 1)
    return [
        _mark(text, span, before, after)
        for span, before, after in zip(spans, befores, afters, strict=True)
        if not _is_apostrophe(text, span, before, after)
    ]

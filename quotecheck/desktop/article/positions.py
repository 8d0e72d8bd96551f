"""The text as Qt holds it: what a document can contain, and code points against UTF-16 units.

Python counts code points; Qt counts UTF-16 units, two for every character beyond U+FFFF. All conversions
between the two happen here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from quotecheck.model import Span

__all__ = ["LONGEST_LINE", "LONGEST_TEXT", "Positions", "Shown", "shown"]

LONGEST_LINE = 20_000
"""Longer lines are broken: Qt lays a line out as a whole, and one of 10 MB takes it eight seconds."""

LONGEST_TEXT = 3_000_000
"""Code points that the desk is ready to show: about 500,000 words."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# A document uses these three for itself; a lone surrogate is no text at all.
_FOREIGN = re.compile("[\0\ufdd0\ufdd1\ufffc\ud800-\udfff]")


class Shown(NamedTuple):
    """A text that a document gives back as it was put in, and how many lines had to be broken for that."""

    text: str
    broken_lines: int


class Positions:
    """Where each code point of one text stands in UTF-16, and back."""

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in re.finditer("[\U00010000-\U0010ffff]", text)]
        self._astral_units = [point + i for i, point in enumerate(self._astral)]

    def units(self, point: int) -> int:
        """Return the UTF-16 position of the code point at ``point``."""
        return point + bisect_left(self._astral, point)

    def point(self, units: int) -> int:
        """Return the code point at a UTF-16 position; the middle of a pair counts as its start."""
        before = bisect_left(self._astral_units, units)
        if before and self._astral_units[before - 1] + 1 == units:
            return self._astral[before - 1]
        return units - before

    def span(self, span: Span) -> Span:
        """Return ``span`` in UTF-16 units."""
        return Span(self.units(span.start), self.units(span.end))


def _pieces(line: str) -> list[str]:
    """Break an over-long line at the last space before each limit, or inside a word if there is none."""
    pieces, start = [], 0
    while len(line) - start > LONGEST_LINE:
        space = line.rfind(" ", start, start + LONGEST_LINE)
        cut = space + 1 if space > start else start + LONGEST_LINE
        pieces.append(line[start:cut])
        start = cut
    return [*pieces, line[start:]]


def shown(text: str) -> Shown:
    """Return ``text`` as the desk shows and checks it: one sort of line end, nothing that Qt swallows."""
    plain = _FOREIGN.sub("\ufffd", _LINE_ENDS.sub("\n", text))
    lines = plain.split("\n")
    if max(map(len, lines)) <= LONGEST_LINE:
        return Shown(plain, 0)
    broken = sum(len(line) > LONGEST_LINE for line in lines)
    return Shown("\n".join(piece for line in lines for piece in _pieces(line)), broken)

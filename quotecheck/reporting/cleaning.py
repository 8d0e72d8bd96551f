"""Making foreign text harmless to show: no terminal escapes, no tricks with direction, no half characters."""

from __future__ import annotations

import re

__all__ = ["LINE_BREAK", "breakable", "one_line", "printable", "shortened", "unfolded"]

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 but tab, line feed, return and next line
    "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"  # marks that turn the direction of what follows
    "\ufeff\ufff9-\ufffb]"
)
_HALF = re.compile("[\ud800-\udfff\ufffe\uffff]")
LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""Whatever ends a line in Unicode text."""
_SPACE = re.compile(r"\s+")
_BLANKS = re.compile(r"[ \t]+")
_JOINT = re.compile(r"(?<=[/?&=_.\-])(?=[^/?&=_.\-])")
_ZERO_WIDTH_SPACE = "\u200b"


def printable(text: str) -> str:
    """Return ``text`` without control characters; lone surrogates become U+FFFD."""
    return _HALF.sub("\ufffd", _UNPRINTABLE.sub("", text))


def one_line(text: str) -> str:
    """Return printable ``text`` with every run of white space as one blank."""
    return _SPACE.sub(" ", printable(text)).strip()


def unfolded(text: str) -> str:
    """Return ``text`` with its line breaks and runs of blanks as single blanks; those at the ends stay."""
    return _BLANKS.sub(" ", LINE_BREAK.sub(" ", text))


def shortened(text: str, limit: int) -> str:
    """Return ``text`` on one line in at most ``limit`` characters, cut at a word with "…"."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    at_word = head.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > limit // 2 else head).rstrip(" ,;:.–—-") + "…"


def _opened(word: str, longest: int) -> str:
    """Return a word with places to break: after the signs that part an address, else every few letters."""
    pieces: list[str] = []
    for part in _JOINT.split(word):
        step = 8 if len(part) > longest else len(part)
        pieces.extend(part[i : i + step] for i in range(0, len(part), step))
    return _ZERO_WIDTH_SPACE.join(pieces)


def breakable(text: str, longest: int) -> str:
    """Return ``text`` with places to break in every word of more than ``longest`` characters."""
    return re.sub(rf"\S{{{longest + 1},}}", lambda found: _opened(found[0], longest), text)

"""Lines and paragraphs of texts that were laid out for paper or for e-mail."""

from __future__ import annotations

import re
from itertools import pairwise

__all__ = ["normalised_newlines", "unwrapped"]

_NEWLINE = re.compile(r"\r\n?|\u2028|\u2029|\x85|\v|\f")
_NARROWEST, _WIDEST = 50, 100
_WRAPPED_SHARE = 0.9
_FEWEST_BREAKS = 4


def normalised_newlines(text: str) -> str:
    """Return the text with every line ended by a line feed, without byte-order mark or end-of-file sign."""
    return _NEWLINE.sub("\n", text).lstrip("\ufeff").rstrip("\x1a")


def _breaks(lines: list[str], width: int) -> list[bool]:
    """Say of each line but the last whether the next line's first word would not have fitted on it."""
    return [
        bool(line.strip()) and bool(after.strip()) and len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
        for line, after in pairwise(lines)
    ]


def unwrapped(text: str) -> str:
    """Join the lines of a text that was wrapped at a fixed width; leave every other text alone.

    A line break belongs to the wrapping when the next word would not have fitted on the line. Only where
    nearly all breaks inside paragraphs are of that sort was the text wrapped at all.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST or "" not in lines:
        return text
    wrapped = _breaks(lines, width)
    inner = sum(bool(a) and bool(b) for a, b in pairwise(lines))
    if inner < _FEWEST_BREAKS or sum(wrapped) < _WRAPPED_SHARE * inner:
        return text
    pieces = [lines[0]]
    for joined, line in zip(wrapped, lines[1:], strict=True):
        pieces.append((" " if joined else "\n") + (line.lstrip() if joined else line))
    return "".join(pieces)

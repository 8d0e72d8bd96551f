"""Where paragraphs begin and end, in texts whose lines are paragraphs and in hard-wrapped ones alike."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotecheck.model import Span

__all__ = ["paragraphs"]

_LINE = re.compile(r"[^\n\r\u2028\u2029\u0085]+")
_SENTENCE_ENDS = frozenset(".!?…:;\"'”’»)]*")
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40
_BULLETS = "•◦‣▪·*"


class _Line(NamedTuple):
    """A line with something on it, without the blanks around it; ``joined``: the next one follows at once."""

    span: Span
    indent: int
    joined: bool

    @property
    def width(self) -> int:
        return self.indent + self.span.end - self.span.start


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = match[0]
        indent = len(line) - len(line.lstrip())
        span = Span(match.start() + indent, match.start() + len(line.rstrip()))
        if indent == len(line):
            continue
        if found:
            gap = text[last_end : match.start()]
            found[-1] = found[-1]._replace(joined=gap in ("\n", "\r\n", "\r", "\u2028", "\u0085"))
        found.append(_Line(span, indent, False))
        last_end = match.end()
    return found


def _wrap_width(text: str, lines: list[_Line]) -> int:
    """Return the width that the text was wrapped at, 0 where lines are paragraphs.

    In wrapped prose most lines that are followed by another stop in mid-sentence and are about equally long.
    """
    inner = [line for line in lines if line.joined]
    if not inner:
        return 0
    widths = sorted(line.width for line in inner)
    usual, widest = widths[len(widths) // 2], widths[int(0.95 * (len(widths) - 1))]
    cut = sum(text[line.span.end - 1] not in _SENTENCE_ENDS for line in inner)
    wrapped = usual >= _NARROWEST_WRAP and widest <= _WIDEST_WRAP and 2 * cut > len(inner)
    return widest if wrapped else 0


def _is_wrap(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Tell whether ``following`` goes on with the paragraph of ``line``: it had no room for the next word."""
    begins = following.indent > line.indent or text[following.span.start] in _BULLETS
    if begins or not (width and line.joined):
        return False
    start, end = following.span
    word = text[start : min(end, start + width)].split(None, 1)[0]
    if line.width + 1 + len(word) > 0.9 * width:
        return True
    return text[line.span.end - 1] not in _SENTENCE_ENDS


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of ``text`` in order, without the blanks around them.

    A blank line ends a paragraph; a single line break does too, unless the text is hard-wrapped (lines of
    40 to 110 characters that stop in mid-sentence) and the line was full.
    """
    lines = _lines(text)
    width = _wrap_width(text, lines)
    found: list[Span] = []
    for i, line in enumerate(lines):
        if i and _is_wrap(text, lines[i - 1], line, width):
            found[-1] = Span(found[-1].start, line.span.end)
        else:
            found.append(line.span)
    return found

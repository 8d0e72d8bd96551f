"""PDF files: their text, put back into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from quotecheck.reading.document import Document
from quotecheck.reading.errors import ReadingError
from quotecheck.reading.limits import MAX_PAGES, MAX_TEXT

__all__ = ["Line", "paragraphs", "read"]

_ENDS = re.compile(r"[.!?:…][”’\"'»)\]]*$")
# PDFium gives a hyphen at a line's end, and the line's end with it, as U+FFFE (older versions: U+0002).
_LINE_END = re.compile(r"(\r?\n|(?<=[\ufffe\x02]))")
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010\ufffe\x02]$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD_START = re.compile(r"[^\W\d_]+")
_PREFIXES = frozenset(
    {"all", "anti", "co", "cross", "ex", "half", "ill", "non", "self", "semi", "vice", "well"}
)
_WIDE_GAP = 1.35
"""A step between baselines this many times the usual one parts paragraphs."""
_OTHER_SIZE = 1.15
_SHORT_LINE = 0.85
_INDENT_POINTS = 6.0
_EDGE = 0.09
"""The part of a page's height at its top and bottom where running heads and page numbers stand."""
_REPEATS = 3
_SPEAKER = re.compile(r"(?:Q|[A-Z][A-Z.'’-]+(?: [A-Z(][A-Z.'’()-]*){0,5}):\s")
"""The label of a transcript, which begins a paragraph."""
_LINE_NUMBER = re.compile(r"[ \t]*(\d{1,2})(?:[ \t]+(?=\S)|[ \t]*$)")
_FEWEST_NUMBERED = 10
_NUMBERED = 0.7


class Line(NamedTuple):
    """A line of a page: its words, its edges in points from the page's left and bottom, and its page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    in_margin: bool = False


def _line(textpage: Any, text: str, start: int, page: int, height: float) -> Line:
    """Return the line ``text``, whose first character has the index ``start`` on its page."""
    last = textpage.count_chars() - 1
    first = min(start + len(text) - len(text.lstrip()), last)
    boxes = [
        textpage.get_charbox(at, loose=True) for at in (first, min(start + len(text.rstrip()) - 1, last))
    ]
    bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
    in_margin = top < height * _EDGE or bottom > height * (1 - _EDGE)
    return Line(text.strip(), boxes[0][0], boxes[1][2], bottom, top, page, in_margin)


def _number_width(parts: list[str]) -> list[int]:
    """Return how much of each line is its number, on a page whose lines are numbered (as in court)."""
    found = [_LINE_NUMBER.match(part) for part in parts]
    numbers = [int(match[1]) for match in found if match]
    in_order = sum(after == before + 1 for before, after in pairwise(numbers))
    lines = sum(bool(part.strip()) for part in parts)
    if len(numbers) < max(_FEWEST_NUMBERED, _NUMBERED * lines) or in_order < _NUMBERED * (len(numbers) - 1):
        return [0] * len(parts)
    return [match.end() if match else 0 for match in found]


def _page_lines(page: Any, number: int) -> list[Line]:
    textpage = page.get_textpage()
    height = page.get_height()
    lines, start = [], 0
    parts = _LINE_END.split(textpage.get_text_range())
    for part, width in zip(parts, _number_width(parts), strict=True):
        if part[width:].strip():
            lines.append(_line(textpage, part[width:], start + width, number, height))
        start += len(part)
    textpage.close()
    return lines


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _running(lines: list[Line]) -> set[str]:
    """Return the patterns of running heads and feet: page numbers, and what several pages' margins repeat."""
    counts = Counter(_pattern(line) for line in lines if line.in_margin)
    return {text for text, count in counts.items() if count >= _REPEATS or text.strip(" -–—|") == "#"}


def _sizes_differ(before: Line, after: Line) -> bool:
    small, large = sorted((before.top - before.bottom, after.top - after.bottom))
    return large > small * _OTHER_SIZE


def _parts(before: Line, after: Line, step: float, right: float) -> bool:
    """Tell whether a paragraph ends between two successive lines."""
    if _SPEAKER.match(after.text):
        return True
    ended = bool(_ENDS.search(before.text))
    if before.page != after.page or after.bottom > before.top:  # the next page or column
        return ended
    if before.bottom - after.bottom > step * _WIDE_GAP or _sizes_differ(before, after):
        return True
    indented = after.left - before.left > _INDENT_POINTS
    return ended and (indented or before.right < right * _SHORT_LINE)


def _joined(text: str, line: str, vocabulary: set[str]) -> str:
    """Append a line to a paragraph; a hyphen at the seam goes where the word is not written with one."""
    broken = _HYPHEN.search(text)
    if not broken or not line[:1].islower():
        return text + line if text.endswith(("-", "–", "—", "/")) else f"{text} {line}"
    head, tail = broken[1].lower(), _WORD_START.match(line)
    rest = tail[0].lower() if tail else ""
    compound = f"{head}-{rest}" in vocabulary or (head in _PREFIXES and head + rest not in vocabulary)
    return text[:-1] + ("-" if compound else "") + line


def paragraphs(lines: list[Line]) -> list[str]:
    """Join lines into paragraphs, without running heads and without the hyphens of the lines' ends.

    A paragraph ends at a wide gap, before an indent, or at a short last line that ends a sentence.
    """
    running = _running(lines)
    lines = [line for line in lines if not (line.in_margin and _pattern(line) in running)]
    if not lines:
        return []
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and a.bottom > b.bottom]
    step = median(steps) if steps else lines[0].top - lines[0].bottom
    right = max(line.right for line in lines)
    vocabulary = {word.lower() for line in lines for word in _WORDS.findall(line.text)}
    out = [lines[0].text]
    for before, after in pairwise(lines):
        if _parts(before, after, step, right):
            out.append(after.text)
        else:
            out[-1] = _joined(out[-1], after.text, vocabulary)
    return out


def _opened(data: bytes, name: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadingError(
                "{name} is encrypted: save a copy without a password, and open that.", name=name
            ) from error
        raise ReadingError("{name} is a damaged PDF: save it again, or open its text.", name=name) from error


def _lines(document: Any, name: str) -> list[Line]:
    import pypdfium2

    lines: list[Line] = []
    try:
        for number in range(len(document)):
            page = document[number]
            lines += _page_lines(page, number)
            page.close()
            if sum(len(line.text) for line in lines) > MAX_TEXT:
                break
    except pypdfium2.PdfiumError as error:
        raise ReadingError(
            "{name} has a damaged page: save it again, or open its text.", name=name
        ) from error
    return lines


def read(data: bytes, name: str) -> Document:
    """Read a PDF. Raises ReadingError when it is encrypted, damaged, too long, or pictures of pages."""
    document = _opened(data, name)
    try:
        if len(document) > MAX_PAGES:
            raise ReadingError(
                "{name} exceeds {most} pages: save the article on its own.",
                name=name,
                most=MAX_PAGES,
            )
        lines = _lines(document, name)
        title = document.get_metadata_value("Title").strip()
    finally:
        document.close()
    if not lines:
        raise ReadingError(
            "{name} has no text, only pictures: run text recognition (OCR) over it first.", name=name
        )
    text = "\n\n".join(paragraphs(lines))
    return Document(text, title=title if title and title in text[: len(title) + 200] else None)

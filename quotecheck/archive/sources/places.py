"""Where a quote stands inside a longer text, and the words around it."""

from __future__ import annotations

from quotecheck.archive.index.indexing import Window
from quotecheck.model import Span
from quotecheck.words import Words, norms, words

__all__ = ["STEP", "WINDOW", "locate", "surroundings", "widened", "windows"]

_AROUND = 300
_CLINGING = 8
WINDOW = 60
"""How many words of a source's text make one window of the index."""

STEP = 30
"""By how many words one window begins after the other."""


def _word_places(wanted: list[str], among: Words) -> Span | None:
    """Return the first run of words that equals ``wanted``, by way of one string search."""
    joined = f" {' '.join(among.norms)} "
    at = joined.find(f" {' '.join(wanted)} ")
    if at < 0 or not wanted:
        return None
    first = joined.count(" ", 0, at)
    return Span(among.spans[first].start, among.spans[first + len(wanted) - 1].end)


def locate(quote: str, text: str) -> Span | None:
    """Return where ``text`` says ``quote``: the same letters, else the same words."""
    at = text.find(quote)
    if at >= 0:
        return Span(at, at + len(quote))
    return _word_places(norms(quote), words(text))


def _trimmed(text: str, *, from_left: bool) -> str:
    """Cut off the broken word where the stretch was cut."""
    parts = text.split(maxsplit=1) if from_left else text.rsplit(maxsplit=1)
    return text if len(parts) < 2 else parts[1 if from_left else 0]


def widened(text: str, place: Span, *, by: int, within: Span | None = None) -> Span:
    """Return ``place`` with about ``by`` code points more on either side, in whole words ``within``."""
    first, last = within or (0, len(text))
    start, end = max(first, place.start - by), min(last, place.end + by)
    while first < start < place.start and not text[start - 1].isspace():
        start += 1
    while place.end < end < last and not text[end].isspace():
        end -= 1
    return Span(start, end)


def surroundings(
    text: str, place: Span, *, within: Span | None = None, around: int = _AROUND
) -> tuple[str, str]:
    """Return about ``around`` code points of ``text`` on either side of ``place``, in whole words.

    Nothing outside ``within`` belongs to it, where that is given.
    """
    first, last = within or (0, len(text))
    start, end = max(first, place.start - around), min(last, place.end + around)
    before, after = text[start : place.start], text[place.end : end]
    if start > first and not text[start - 1].isspace():
        before = _trimmed(before, from_left=True)
    if end < last and not text[end].isspace():
        after = _trimmed(after, from_left=False)
    return before.lstrip(), after.rstrip()


def _with_marks(text: str, start: int, end: int) -> Span:
    """Widen a stretch by the punctuation that clings to its first and last word."""
    first, last = max(0, start - _CLINGING), min(len(text), end + _CLINGING)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return Span(start, end)


def windows(text: str, within: Span | None = None) -> list[Window]:
    """Cut a text, or a stretch of it, into windows of 60 words, each overlapping the next by half."""
    at = within.start if within else 0
    found = words(within.of(text) if within else text)
    starts = range(0, max(1, len(found) - STEP), STEP) if found else range(0)
    parts = [found[start : start + WINDOW] for start in starts]
    return [
        Window(
            *_with_marks(text, at + part[0].span.start, at + part[-1].span.end), [word.norm for word in part]
        )
        for part in parts
    ]

"""Where a decision belongs: some words of the article, found again after the text was edited.

The method is that of Hypothesis (``match-quote``) over the selectors of the W3C's Web Annotation model: the
exact words first; failing those, words like them. Among several places the words themselves, what stands
before and behind them, and the nearness to the old place decide, in this order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quotecheck.model import Span

__all__ = ["Anchor", "anchor", "place"]

CONTEXT = 32
"""Code points kept on either side of the words."""

_LIKE = 0.5
"""How much of the words must be left, 0 to 1: half of them may have been edited."""

_SURE = 0.6
_WEIGHTS = (0.5, 0.24, 0.24, 0.02)
"""Of the words, what is before them, what is behind them, and the place."""

_MOST_PLACES = 200
_NEARBY = 2_000
_EDGE = 16


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article: ``exact`` themselves, ``prefix`` and ``suffix`` around them, and their ``start``.

    ``start`` is the code point at which they stood when the anchor was made.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0


def _likeness(wanted: str, found: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(wanted, found) if wanted or found else 1.0


def _score(wanted: Anchor, text: str, span: Span) -> float:
    before = text[max(0, span.start - len(wanted.prefix)) : span.start]
    behind = text[span.end : span.end + len(wanted.suffix)]
    parts = (
        _likeness(wanted.exact, span.of(text)),
        _likeness(wanted.prefix, before),
        _likeness(wanted.suffix, behind),
        1 - min(abs(span.start - wanted.start) / max(len(text), 1), 1),
    )
    return sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True))


def _exact_places(wanted: Anchor, text: str) -> list[Span]:
    places: list[Span] = []
    at = text.find(wanted.exact)
    while at >= 0 and len(places) < _MOST_PLACES:
        places.append(Span(at, at + len(wanted.exact)))
        at = text.find(wanted.exact, at + 1)
    return places


def _cut_at_context(wanted: Anchor, text: str, span: Span) -> Span:
    """Move the edges to where the words around begin, if these are near; else out to whole words."""
    slack = max(len(wanted.exact) // 2, _EDGE)
    lead, trail = wanted.prefix[-_EDGE:], wanted.suffix[:_EDGE]
    start, end = span
    low = max(0, start - slack - len(lead))
    before = text.rfind(lead, low, min(start + slack, end)) if lead else -1
    behind = text.find(trail, max(end - slack, start + 1), end + slack + len(trail)) if trail else -1
    if before >= 0:
        start = before + len(lead)
    else:
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
    if behind > start:
        end = behind
    else:
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
    return Span(start, end) if start < end else span


def _like_places(wanted: Anchor, text: str) -> Iterable[Span]:
    """Yield the likest words near the old place, and the likest anywhere."""
    from rapidfuzz import fuzz

    near = max(0, wanted.start - _NEARBY)
    stretches = [(near, text[near : wanted.start + len(wanted.exact) + _NEARBY]), (0, text)]
    for offset, stretch in stretches:
        if len(stretch) < 2:
            continue
        found = fuzz.partial_ratio_alignment(wanted.exact, stretch, score_cutoff=100 * _LIKE)
        if found is not None and found.dest_start < found.dest_end:
            span = Span(offset + found.dest_start, offset + found.dest_end)
            yield _cut_at_context(wanted, text, span)


def anchor(text: str, span: Span) -> Anchor:
    """Return the anchor of the words that ``span`` covers in ``text``."""
    return Anchor(
        span.of(text),
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
        span.start,
    )


def place(wanted: Anchor, text: str) -> Span | None:
    """Return where ``text`` has the words of an anchor now; None where it has nothing like them."""
    old = Span(wanted.start, wanted.start + len(wanted.exact))
    if wanted.exact and anchor(text, old) == wanted:
        return old
    if not wanted.exact.strip():
        return None
    exact = _exact_places(wanted, text)
    if exact:
        return exact[0] if len(exact) == 1 else max(exact, key=lambda span: _score(wanted, text, span))
    like = [span for span in _like_places(wanted, text) if _likeness(wanted.exact, span.of(text)) >= _LIKE]
    best = max(like, key=lambda span: _score(wanted, text, span), default=None)
    return best if best is not None and _score(wanted, text, best) >= _SURE else None

"""Finds parts of a quotation that come from somewhere else than the rest of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotecheck.archive.interface import QuoteStore
from quotecheck.checking.alignment import Alignment
from quotecheck.checking.candidates import Candidate, Shares, laid_beside, laid_out
from quotecheck.checking.equivalence import opens_sentence
from quotecheck.checking.printed import Printed, is_content, weight
from quotecheck.model import Article, Finding, Span

__all__ = ["Splice", "far_apart", "foreign_passages", "spliced_from"]

_SHORTEST_PART = 5
_SHORTEST_SENTENCE = 3
_LIGHTEST_PART = 2.7
_LONG_PART = 8
_TELLING = 2
_ALIKE = 0.85
_MAY_BE_ALIKE = 0.7
_IN_ONE_PIECE = 0.5
_FAR = 45
_ASKED = 8


class Splice(NamedTuple):
    """A stretch of the printed text, and the archived quote that it comes from."""

    place: Span
    candidate: Candidate


def _weight(alignment: Alignment, start: int, end: int) -> float:
    return sum(weight(key) for key in alignment.printed.keys[start:end])


def _is_sentence(text: str, found: Sequence[Span]) -> bool:
    closing = text[found[-1].end :].lstrip("\"'”’)] ")
    return opens_sentence(text, found[0].start) and closing[:1] in ("", ".", "!", "?", "…")


def _shortest(text: str, found: Sequence[Span]) -> int:
    """Return how many words a part must have: fewer, if it is a sentence, as one said elsewhere would be."""
    return _SHORTEST_SENTENCE if _is_sentence(text, found) else _SHORTEST_PART


def _foreign_parts(alignment: Alignment) -> list[tuple[int, int]]:
    """The stretches of printed terms that the best match lacks, but for stray function words."""
    keys = alignment.printed.keys
    parts: list[tuple[int, int]] = []
    for change in alignment.changes:
        if parts and not any(map(is_content, keys[parts[-1][1] : change.p0])):
            parts[-1] = parts[-1][0], change.p1
        elif change.p0 < change.p1:
            parts.append((change.p0, change.p1))
    return [
        part
        for part in parts
        if part[1] - part[0] >= _shortest(alignment.printed.text, alignment.printed.terms.spans[slice(*part)])
        and _weight(alignment, *part) >= _LIGHTEST_PART
    ]


def foreign_passages(alignment: Alignment) -> list[Span]:
    """Return the stretches of the printed text that are too long to be this text's words, changed."""
    terms = alignment.printed.terms
    return [
        Span(terms.spans[start].start, terms.spans[end - 1].end)
        for start, end in _foreign_parts(alignment)
        if end - start >= _LONG_PART
    ]


def _solid(alignment: Alignment, foreign: list[tuple[int, int]]) -> bool:
    """Tell whether the words beside the foreign parts are clearly the best match's."""
    total = _weight(alignment, 0, len(alignment.printed.keys))
    own = total - sum(_weight(alignment, *part) for part in foreign)
    beside = [c for c in alignment.changes if not any(p0 <= c.p0 and c.p1 <= p1 for p0, p1 in foreign)]
    changed = sum(_weight(alignment, change.p0, change.p1) for change in beside)
    count = len(alignment.printed.keys) - sum(end - start for start, end in foreign)
    in_one_piece = alignment.longest_run >= max(_SHORTEST_PART, _IN_ONE_PIECE * count)
    enough = own >= _LIGHTEST_PART and in_one_piece
    return enough and (own - changed) / own >= _ALIKE


def _continues(best: Candidate, other: Candidate) -> bool:
    """Tell whether the other archived quote is simply what the same source says before or after."""
    around = f"{best.quote.before} {best.quote.after}".casefold()
    return other.quote.text.casefold()[:80] in around


def _is_sentence_there(alignment: Alignment) -> bool:
    return _is_sentence(alignment.text, alignment.archived.spans[alignment.start : alignment.end])


def _origin(
    best: Candidate, place: Span, finding: Finding, article: Article, store: QuoteStore
) -> Candidate | None:
    part = place.of(best.alignment.printed.text)
    printed = Printed(part)
    shares = Shares(printed)
    asked = store.candidates(part, limit=_ASKED, worth=shares.at_least(_MAY_BE_ALIKE), intact=True)
    for found in laid_beside(printed, asked, finding, article, shares=shares):
        # A phrase that anybody may use tells nothing where nobody is who the article says.
        known = best.speaker_agrees is True or found.speaker_agrees is True
        if not known and (
            len(found.alignment.printed.keys) < _LONG_PART
            or min(found.alignment.content_agreed, best.alignment.content_agreed) < _TELLING
        ):
            continue
        if (
            found.alignment.agreement >= _ALIKE
            and found.quote.uid != best.quote.uid
            and (len(printed.keys) >= _SHORTEST_PART or _is_sentence_there(found.alignment))
            and not _continues(best, found)
        ):
            return laid_out(best.alignment.printed, found.quote, finding, article)
    return None


def spliced_from(best: Candidate, finding: Finding, article: Article, store: QuoteStore) -> list[Splice]:
    """Return where the parts come from that ``best`` lacks; empty unless every one of them is found."""
    foreign = _foreign_parts(best.alignment)
    if not foreign or not _solid(best.alignment, foreign):
        return []
    result = []
    page = best.alignment.printed
    for start, end in foreign:
        place = Span(page.terms.spans[start].start, page.terms.spans[end - 1].end)
        origin = _origin(best, place, finding, article, store)
        if origin is None:
            return []
        result.append(Splice(place, origin))
    return result


def far_apart(best: Candidate) -> bool:
    """Tell whether words are joined that stand far from each other in the one archived text."""
    page = best.alignment.printed
    moved = {change for pair in best.alignment.moves for change in pair}
    inner = [c for c in best.alignment.changes if c not in moved and c.p0 > 0 and c.p1 < len(page.keys)]
    return any((c.a1 - c.a0) - (c.p1 - c.p0) >= _FAR for c in inner)

"""Which quotes and passages share runs of words with a text: hits of the index, made into quotes."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Sequence
from heapq import nlargest

from rapidfuzz import fuzz, process

from quotecheck.archive.index.shingles import Hit, ShingleIndex
from quotecheck.archive.rows import Texts, quotes_by_ids
from quotecheck.archive.search import phrase_in
from quotecheck.archive.sources.passages import passages, uncovered
from quotecheck.archive.sources.shown import shown_passages
from quotecheck.model import ArchivedQuote

__all__ = ["resembling"]

_SHORT = 8
_LOOKED_THROUGH = 400
_COMPARED = 32


def _likeliest(
    known: Texts,
    hits: list[Hit],
    length: int,
    limit: int,
    worth: Callable[[str], bool] | None,
) -> list[Hit]:
    """Leave out what is not worth it; of hits that share as much, those about as long as the text stay."""
    if not hits or (worth is None and len(hits) <= limit):
        return hits
    texts = known.of([hit.quote_id for hit in hits if hit.quote_id is not None])
    if len(hits) > limit:
        lengths = {id_: abs(len(text) - length) for id_, text in texts.items()}
        hits = sorted(hits, key=lambda hit: (-hit.score, lengths.get(hit.quote_id or 0, math.inf)))[:limit]
    if worth is None:
        return hits
    return [hit for hit in hits if hit.quote_id is None or worth(texts[hit.quote_id])]


def _likest(known: Texts, hits: list[Hit], text: str, sought: list[str], limit: int) -> list[Hit]:
    """Return the hits that share most, half of ``limit``, and the likest of those with most of the words."""
    first, others = hits[: limit // 2], {hit.quote_id: hit for hit in hits[limit // 2 :] if hit.quote_id}
    texts = {id_: text.lower() for id_, text in known.of([*others]).items()}
    own = set(sought)
    held = {id_: sum([word in text for word in own]) for id_, text in texts.items()}
    most = {id_: texts[id_] for id_ in nlargest(_COMPARED, texts, key=held.__getitem__)}
    likest = process.extract(text.lower(), most, scorer=fuzz.partial_ratio, limit=limit - len(first))
    return first + [others[id_] for _, _, id_ in likest]


def _ranked(
    connection: sqlite3.Connection, hits: Sequence[Hit], text: str, words: int
) -> list[ArchivedQuote]:
    quotes = quotes_by_ids(connection, [hit.quote_id for hit in hits if hit.quote_id is not None])
    found = [(hit.score, quotes[hit.quote_id]) for hit in hits if hit.quote_id in quotes]
    ranked: list[tuple[float, float, int, ArchivedQuote]]
    ranked = [(-score, abs(len(one.quote.text) - len(text)), one.id, one.quote) for score, one in found]
    if len(found) < len(hits):
        places = uncovered(passages(hits, words), found)
        shown = shown_passages(connection, places, sought=len(text))
        ranked += [(-place.score, math.inf, i, shown[i]) for i, place in enumerate(places)]
    return [quote for *_, quote in sorted(ranked, key=lambda row: row[:3])]


def _containing(
    connection: sqlite3.Connection, sought: list[str], known: set[str], limit: int
) -> list[ArchivedQuote]:
    ids = phrase_in(connection, sought, limit=limit + len(known)) if limit > 0 else []
    quotes = (one.quote for one in quotes_by_ids(connection, ids).values())
    return [quote for quote in quotes if quote.uid not in known][:limit]


def resembling(
    connection: sqlite3.Connection,
    index: ShingleIndex,
    texts: Texts,
    text: str,
    sought: list[str],
    *,
    limit: int,
    worth: Callable[[str], bool] | None,
    intact: bool,
) -> list[ArchivedQuote]:
    """Answer :meth:`quotecheck.archive.interface.QuoteStore.candidates`; ``sought``: the text's words."""
    if not intact and len(sought) <= _SHORT and index.has_little_of(sought):
        hits = _likest(texts, index.search(sought, limit=_LOOKED_THROUGH), text, sought, limit)
    else:
        hits = index.search(sought, limit=limit, intact=intact)
    hits = _likeliest(texts, hits, len(text), limit, worth)
    ranked = _ranked(connection, hits, text, len(sought))[:limit]
    if 0 < len(sought) < 3:
        ranked += _containing(connection, sought, {quote.uid for quote in ranked}, limit - len(ranked))
    return ranked if worth is None else [quote for quote in ranked if worth(quote.text)]

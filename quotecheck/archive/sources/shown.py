"""Passages of sources as the rest of QuoteCheck sees them: with their speaker and the words around them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from quotecheck.archive.rows import Said, archived
from quotecheck.archive.sources.passages import Passage
from quotecheck.archive.sources.places import surroundings, widened
from quotecheck.model import ArchivedQuote, Span

__all__ = ["shown_passages"]

_WIDEST = 400
_ALIASES = "(SELECT group_concat(alias, char(31)) FROM speaker_aliases WHERE speaker_id = speakers.id)"
_SOURCE = f"""
SELECT sources.uid, sources.text, speakers.name, {_ALIASES}, sources.earliest, sources.latest, sources.title,
       sources.url, sources.publisher, sources.language
FROM sources LEFT JOIN speakers ON speakers.id = sources.speaker_id
WHERE sources.id = ?
"""
_TURN = f"""
SELECT source_turns.start, source_turns."end", speakers.name, {_ALIASES}
FROM source_turns LEFT JOIN speakers ON speakers.id = source_turns.speaker_id
WHERE source_id = ? AND start <= ?
ORDER BY start DESC LIMIT 1
"""


def _shown(connection: sqlite3.Connection, passage: Passage, source: Any, sought: int) -> ArchivedQuote:
    uid, text, speaker, aliases, earliest, latest, title, url, publisher, language = source
    turn = connection.execute(_TURN, (passage.source_id, passage.place.start)).fetchone()
    within = None
    if turn:
        within, (speaker, aliases) = Span(*turn[:2]), turn[2:]
    # Of two windows that share as much, the best one may break off in the middle of what was asked for.
    place = widened(text, passage.place, by=min(sought, _WIDEST), within=within)
    before, after = surroundings(text, place, within=within)
    return archived(
        Said(
            uid=f"{uid}:{place.start}-{place.end}",
            text=place.of(text),
            speaker=speaker,
            earliest=earliest,
            latest=latest,
            aliases=aliases,
            source_title=title,
            source_url=url,
            publisher=publisher,
            language=language,
            before=before,
            after=after,
        )
    )


def shown_passages(
    connection: sqlite3.Connection, places: Iterable[Passage], *, sought: int
) -> list[ArchivedQuote]:
    """Return the passages in order; in a transcript each has the speaker and the surroundings of its turn.

    ``sought`` is how long the text is (in code points) that was asked for: a passage is shown with as much
    on either side.
    """
    sources: dict[int, Any] = {}
    made = []
    for passage in places:
        if passage.source_id not in sources:
            sources[passage.source_id] = connection.execute(_SOURCE, (passage.source_id,)).fetchone()
        made.append(_shown(connection, passage, sources[passage.source_id], sought))
    return made

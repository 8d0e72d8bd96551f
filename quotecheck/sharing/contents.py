"""What a selection of an archive comes to, before it is shared."""

from __future__ import annotations

import json
from dataclasses import dataclass

from quotecheck.archive import Archive
from quotecheck.sharing.selecting import Selection, chosen

__all__ = ["Contents", "contents_of"]

_SPEAKERS = """
SELECT speaker_id FROM quotes WHERE uid IN (SELECT value FROM chosen) AND speaker_id IS NOT NULL
UNION SELECT speaker_id FROM sources WHERE id IN (SELECT * FROM named) AND speaker_id IS NOT NULL
"""
_COUNTED = f"""
WITH chosen AS MATERIALIZED (SELECT value FROM json_each(:uids)),
named AS MATERIALIZED (
    SELECT source_id FROM quotes WHERE uid IN (SELECT value FROM chosen) AND source_id IS NOT NULL
    UNION SELECT further_sources.source_id FROM further_sources JOIN quotes ON quotes.id = quote_id
    WHERE quotes.uid IN (SELECT value FROM chosen)
)
SELECT
    (SELECT count(*) FROM quotes WHERE uid IN (SELECT value FROM chosen)),
    (SELECT count(*) FROM ({_SPEAKERS})),
    (SELECT count(*) FROM named),
    (SELECT count(DISTINCT sha256) FROM sources WHERE id IN (SELECT * FROM named) AND text IS NOT NULL)
"""
_WHOLE = """
SELECT (SELECT count(*) FROM quotes), (SELECT count(*) FROM speakers), (SELECT count(*) FROM sources),
    (SELECT count(DISTINCT sha256) FROM sources WHERE text IS NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """How many quotes a selection has, and how many speakers, sources and full texts come with them.

    What earlier states of the quotes name, and what has been deleted, comes in a bundle as well.
    """

    quotes: int
    speakers: int
    sources: int
    texts: int


def contents_of(archive: Archive, selection: Selection | None = None) -> Contents:
    """Count what a selection (without one, the whole archive) comes to. Raises SharingError."""
    selection = selection or Selection()
    with archive._reading() as connection:
        if selection.is_whole:
            return Contents(*connection.execute(_WHOLE).fetchone())
        uids = json.dumps(list(chosen(connection, selection)))
        return Contents(*connection.execute(_COUNTED, {"uids": uids}).fetchone())

"""Quotes as rows for other programs, with all that an import takes in: out and in again is the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice

from quotecheck.archive import Archive
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.selecting import Selection, chosen

__all__ = ["COLUMNS", "Row", "exported_rows"]

COLUMNS = (
    "text", "speaker", "speaker_role", "date", "source_url", "source_title", "publisher", "context",
    "occasion", "language", "status", "id", "tags", "checked_in",
)  # fmt: skip
"""The columns of exported rows, as an import knows them.

``tags`` are parted by semicolons, the addresses of ``checked_in`` by spaces.
"""

Row = dict[str, str]
"""What is known of one quote, by columns; what is not known is left out."""

_AT_ONCE = 2_000
# The surroundings that came from a source's full text go along as the context: the text itself does not.
_ROWS = """
SELECT quotes.text, speakers.name, speaker_role,
       CASE WHEN quotes.earliest = quotes.latest THEN quotes.earliest
            ELSE quotes.earliest || '/' || quotes.latest END,
       sources.url, sources.title, sources.publisher,
       coalesce(context, CASE WHEN before || after != '' THEN before || quotes.text || after END),
       occasion, quotes.language, status, external_id,
       (SELECT group_concat(value, '; ') FROM json_each(tags)),
       (SELECT group_concat(note, ' ') FROM (SELECT note FROM verifications
        WHERE quote_id = quotes.id AND how = 'checked in' ORDER BY id))
FROM quotes
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
LEFT JOIN sources ON sources.id = quotes.source_id
"""


def _row(values: tuple[str | None, ...]) -> Row:
    named = zip(COLUMNS, values, strict=True)
    return {name: kept for name, value in named if value and (kept := value.strip())}


def _in_order_of_entry(connection: sqlite3.Connection, selection: Selection) -> list[int]:
    uids = set(chosen(connection, selection))
    return [id_ for id_, uid in connection.execute("SELECT id, uid FROM quotes ORDER BY id") if uid in uids]


def exported_rows(archive: Archive, selection: Selection | None = None) -> Iterator[Row]:
    """Yield the chosen quotes (without a selection, all) in the order in which they were entered.

    Raises SharingError when there is none.
    """
    archive._take_in_all()
    with archive._reading() as connection:
        ids = _in_order_of_entry(connection, selection or Selection())
        if not ids:
            raise SharingError("Nothing is chosen: no quote of the archive fits the selection.")
        numbers = iter(ids)
        while some := list(islice(numbers, _AT_ONCE)):
            marks = ", ".join("?" * len(some))
            sql = f"{_ROWS} WHERE quotes.id IN ({marks}) ORDER BY quotes.id"
            for values in connection.execute(sql, some):
                yield _row(values)

"""The speakers' turns of whole sources, as the tables have them; what stands in each can be found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from quotecheck.archive.index.indexing import Window
from quotecheck.archive.sources.places import windows
from quotecheck.model import Span

__all__ = ["source_windows", "turn_around", "write_turns"]

_FEWEST_WORDS = 3

Line = tuple[int, int, str, int | None]
"""A turn: where its words begin and end, its label, and the number of the speaker if that is known."""


def write_turns(connection: sqlite3.Connection, source: int, turns: Sequence[Line]) -> None:
    """Put the turns of a source's text in the place of those it had."""
    connection.execute("DELETE FROM source_turns WHERE source_id = ?", (source,))
    connection.executemany(
        'INSERT INTO source_turns (source_id, start, "end", label, speaker_id) VALUES (?, ?, ?, ?, ?)',
        [(source, *turn) for turn in turns],
    )


def _stretches(connection: sqlite3.Connection, source: int, length: int) -> Iterator[Span]:
    """Yield the turns of a source, and what stands before the first."""
    rows = connection.execute(
        'SELECT start, "end" FROM source_turns WHERE source_id = ? ORDER BY start', (source,)
    ).fetchall()
    yield Span(0, rows[0][0] if rows else length)
    yield from (Span(*row) for row in rows)


def source_windows(connection: sqlite3.Connection, source: int, text: str) -> list[Window]:
    """Cut a source's text into windows, none of which goes from one speaker to the next.

    In a turn of one or two words there is nothing to be found.
    """
    stretches = list(_stretches(connection, source, len(text)))
    cut = [window for stretch in stretches for window in windows(text, stretch)]
    return cut if len(stretches) == 1 else [one for one in cut if len(one.norms) >= _FEWEST_WORDS]


def turn_around(connection: sqlite3.Connection, source: int, at: int) -> Span | None:
    """Return the turn in which a code point of the source stands, None where there are none."""
    row = connection.execute(
        'SELECT start, "end" FROM source_turns WHERE source_id = ? AND start <= ?'
        " ORDER BY start DESC LIMIT 1",
        (source, at),
    ).fetchone()
    return Span(*row) if row else None

"""Bringing a catalogue up to date after an edit: what the history says has changed is read again, no more.

Every change adds lines to the history of an archive, so that they tell which quotes are to be read; quotes
that an import has added are known by their numbers, for these only ever go up.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.catalogue.columns import STATUSES, Catalogue, Ints, code_of, keys_of
from quotecheck.archive.identity import name_key
from quotecheck.archive.tags import listed
from quotecheck.model import QuoteStatus

__all__ = ["ReadTo", "edited", "renewed"]

_MOST = 5_000
"""With more lines or new quotes than these it is quicker to read the whole archive."""

_LINE = "SELECT id, entity, uid, action, revised_at, revised_by FROM revisions"
# CROSS JOIN keeps SQLite from going through all quotes for a few lines.
_EDITED = """
WITH lines AS (SELECT entity, uid, action, before FROM revisions WHERE id > ?)
SELECT json_extract(before, '$.id') FROM lines WHERE entity = 'quote' AND action = 'deleted'
UNION SELECT quotes.id FROM lines CROSS JOIN quotes USING (uid) WHERE entity = 'quote'
UNION SELECT quotes.id FROM lines CROSS JOIN speakers USING (uid)
    CROSS JOIN quotes ON quotes.speaker_id = speakers.id WHERE entity = 'speaker'
UNION SELECT quotes.id FROM lines CROSS JOIN sources USING (uid)
    CROSS JOIN quotes ON quotes.source_id = sources.id WHERE entity = 'source'
UNION SELECT id FROM quotes WHERE id > ?
"""
_ROWS = f"""
SELECT quotes.id, ifnull(replace(quotes.earliest, '-', ''), '0'), status, ifnull(name, ''),
    ifnull(publisher, ''), tags
FROM quotes LEFT JOIN speakers ON speakers.id = quotes.speaker_id LEFT JOIN sources ON sources.id = source_id
WHERE quotes.id {AMONG} ORDER BY quotes.id
"""

Codes = NDArray[np.int32]

Line = tuple[int, str, str, str, str, str]
"""A line of the history, without what it tells: enough to know it again."""


class ReadTo(NamedTuple):
    """How far an archive had been written when it was read: the newest line of its history, and quote."""

    line: Line | None = None
    quote: int = 0

    @classmethod
    def now(cls, connection: sqlite3.Connection) -> ReadTo:
        """Return how far an archive has been written."""
        line = connection.execute(f"{_LINE} ORDER BY id DESC LIMIT 1").fetchone()
        return cls(line, connection.execute("SELECT ifnull(max(id), 0) FROM quotes").fetchone()[0])


def edited(connection: sqlite3.Connection, since: ReadTo) -> list[int] | None:
    """Return the numbers of the quotes that may have been added, changed or deleted since.

    None stands for "any": there are too many, or the history does not go on from where it was, for a backup
    has taken the archive's place.
    """
    now, start = ReadTo.now(connection), since.line[0] if since.line else 0
    if since.line and connection.execute(f"{_LINE} WHERE id = ?", (start,)).fetchone() != since.line:
        return None
    if max(now.line[0] - start if now.line else 0, now.quote - since.quote) > _MOST:
        return None
    ids = [row[0] for row in connection.execute(_EDITED, (start, since.quote))]
    return None if None in ids else ids


def _merged(names: Sequence[str], new: Iterable[str]) -> tuple[list[str], Ints]:
    """Return the names with new ones in their places, and where each of ``names`` stands now.

    A new name that differs from one of them in its spelling alone takes its place.
    """
    merged, added = list(names), []
    for key, name in sorted({name_key(name): name for name in new}.items()):
        place = bisect_left(names, key, key=name_key)
        if place == len(names) or name_key(names[place]) != key:
            added.append((place, name))
        elif key:
            merged[place] = name
    for place, name in reversed(added):
        merged.insert(place, name)
    old = np.arange(len(names))
    return merged, old + np.searchsorted([place for place, _ in added], old, side="right")


def _codes(names: Sequence[str], wanted: Sequence[str]) -> Codes:
    places = {name: code_of(names, name) for name in set(wanted)}
    return np.array([places[name] for name in wanted], dtype=np.int32)


class _Rows(NamedTuple):
    """Some quotes in the order of their keys; ``tags`` are pairs of a key and a tag."""

    keys: Ints
    days: list[int]
    statuses: list[int]
    speakers: list[str]
    publishers: list[str]
    tags: list[tuple[int, str]]


def _rows(connection: sqlite3.Connection, archive: int, ids: Sequence[int]) -> _Rows:
    rows = connection.execute(_ROWS, (json.dumps(ids),)).fetchall()
    keys = keys_of(archive, [row[0] for row in rows])
    return _Rows(
        keys,
        [int(row[1]) for row in rows],
        [STATUSES.index(QuoteStatus(row[2])) for row in rows],
        [row[3] for row in rows],
        [row[4] for row in rows],
        [(int(key), tag) for key, row in zip(keys, rows, strict=True) for tag in listed(row[5])],
    )


def renewed(
    catalogue: Catalogue, archive: int, connection: sqlite3.Connection, ids: Sequence[int]
) -> Catalogue:
    """Return the catalogue with these quotes of one archive as they are now, or without them."""
    rows = _rows(connection, archive, ids)
    stays = np.ones(catalogue.keys.size, dtype=np.bool_)
    stays[catalogue.places(keys_of(archive, ids))] = False
    at = np.searchsorted(catalogue.keys[stays], rows.keys)

    def named(codes: Codes, names: list[str], new: list[str]) -> tuple[Codes, list[str]]:
        merged, places = _merged(names, new)
        return np.insert(places[codes[stays]].astype(np.int32), at, _codes(merged, new)), merged

    keys = np.insert(catalogue.keys[stays], at, rows.keys)
    speakers, speaker_names = named(catalogue.speakers, catalogue.speaker_names, rows.speakers)
    publishers, publisher_names = named(catalogue.publishers, catalogue.publisher_names, rows.publishers)
    return Catalogue(
        keys,
        np.insert(catalogue.days[stays], at, rows.days),
        np.insert(catalogue.statuses[stays], at, rows.statuses),
        speakers,
        publishers,
        speaker_names,
        publisher_names,
        *_retagged(catalogue, stays, rows, keys),
    )


def _retagged(
    catalogue: Catalogue, stays: NDArray[np.bool_], rows: _Rows, keys: Ints
) -> tuple[Ints, Codes, list[str]]:
    still, new = stays[catalogue.tagged], [tag for _, tag in rows.tags]
    names, places = _merged(catalogue.tag_names, new)
    given = np.array([key for key, _ in rows.tags], dtype=np.int64)
    tagged = np.append(catalogue.keys[catalogue.tagged[still]], given)
    tags = np.append(places[catalogue.tags[still]].astype(np.int32), _codes(names, new))
    return np.searchsorted(keys, tagged), tags, names

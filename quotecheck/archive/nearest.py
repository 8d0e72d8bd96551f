"""What speakers said about a day: read along the indexes of speakers and days, from that day outwards.

An interval of several days reaches beyond the day on which it begins. Most quotes are of a single day: the
others have an index of their own, so that what was said long before need not be gone through.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from quotecheck.model import Interval

__all__ = ["count_between", "nearest"]

# SQLite walks from one bound to one other, and without being told takes the index of all quotes, so each walk
# names the nearest bounds and its index: a famous speaker has tens of thousands of quotes.
_BEGUN_WITHIN = "FROM quotes WHERE speaker_id = :speaker AND earliest BETWEEN :earliest AND :latest"
_BEGUN_UP_TO = "FROM quotes WHERE speaker_id = :speaker AND earliest BETWEEN :earliest AND :middle"
_BEGUN_AFTER = "FROM quotes WHERE speaker_id = :speaker AND earliest > :middle AND earliest <= :latest"
_BEGUN_BEFORE = (
    "FROM quotes INDEXED BY quotes_of_several_days WHERE speaker_id = :speaker AND earliest < latest"
    " AND earliest < :earliest AND latest >= :earliest"
)
_DAYS = "SELECT earliest, latest, id"
_WALKS = (
    f"{_DAYS} {_BEGUN_UP_TO} ORDER BY earliest DESC LIMIT :limit",
    f"{_DAYS} {_BEGUN_AFTER} ORDER BY earliest LIMIT :limit",
    f"{_DAYS} {_BEGUN_BEFORE} ORDER BY earliest DESC LIMIT :limit",
    f"{_DAYS} FROM quotes WHERE speaker_id = :speaker AND earliest IS NULL LIMIT :limit",
)
_COUNTS = f"SELECT (SELECT count(*) {_BEGUN_WITHIN}) + (SELECT count(*) {_BEGUN_BEFORE})"


def _distance(earliest: str | None, latest: str | None, middle: date) -> int:
    """Return how many days an interval is from a day; one that is unknown is farthest."""
    if earliest is None or latest is None:
        return date.max.toordinal()
    return max(0, (date.fromisoformat(earliest) - middle).days, (middle - date.fromisoformat(latest)).days)


def nearest(
    connection: sqlite3.Connection, speakers: Sequence[int], between: Interval | None, *, limit: int
) -> list[int]:
    """Return the numbers of quotes of these speakers that may be of a day of ``between``.

    Those nearest to the middle of ``between`` come first, without it the latest; undated ones last.
    """
    span = between or Interval(date.min, date.max)
    middle = date.fromordinal(sum(day.toordinal() for day in span) // 2) if between else date.max
    values = {
        "earliest": span.earliest.isoformat(),
        "latest": span.latest.isoformat(),
        "middle": middle.isoformat(),
        "limit": limit,
    }
    rows = [
        row
        for speaker in dict.fromkeys(speakers)
        for walk in _WALKS
        for row in connection.execute(walk, {**values, "speaker": speaker})
    ]
    found = sorted((_distance(earliest, latest, middle), id_) for earliest, latest, id_ in rows)
    return [id_ for _, id_ in found[:limit]]


def count_between(connection: sqlite3.Connection, speakers: Sequence[int], between: Interval) -> int:
    """Return how many quotes of these speakers may be of a day of ``between``."""
    days = {"earliest": between.earliest.isoformat(), "latest": between.latest.isoformat()}
    return sum(
        int(connection.execute(_COUNTS, {**days, "speaker": speaker}).fetchone()[0])
        for speaker in dict.fromkeys(speakers)
    )

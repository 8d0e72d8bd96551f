"""What speakers said about a day: read along the index of speakers and days, from that day outwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from quotecheck.model import Interval

__all__ = ["nearest"]

_DAYS = "SELECT earliest, latest, id FROM quotes WHERE speaker_id = :speaker AND"
_WALKS = (
    f"{_DAYS} earliest <= :middle AND latest >= :earliest ORDER BY earliest DESC LIMIT :limit",
    f"{_DAYS} earliest > :middle AND earliest <= :latest ORDER BY earliest LIMIT :limit",
    f"{_DAYS} earliest IS NULL LIMIT :limit",
)


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

"""Which quotes have a tag, and how many have each: read from the index, a list of tags at a time."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.identity import name_key
from quotecheck.archive.tags import by_key, listed

__all__ = ["Taggings", "counted", "tagged", "taggings"]

_LISTS = "SELECT tags, count(*) FROM quotes WHERE tags IS NOT NULL GROUP BY tags"


def counted(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return the tags that quotes have and how many have each, in alphabetical order."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for tags, quotes in connection.execute(_LISTS):
        for key, tag in by_key(listed(tags)).items():
            counts[key] += quotes
            names.setdefault(key, tag)
    return [(names[key], counts[key]) for key in sorted(counts)]


def tagged(connection: sqlite3.Connection, tag: str) -> list[int]:
    """Return the numbers of the quotes that have a tag, the newest first."""
    key = name_key(tag)
    lists = [row[0] for row in connection.execute(_LISTS) if key in by_key(listed(row[0]))]
    rows = connection.execute(
        f"SELECT id FROM quotes WHERE tags {AMONG} ORDER BY id DESC",
        (json.dumps(lists),),
    )
    return [row[0] for row in rows]


class Taggings(NamedTuple):
    """Each tag of each quote: item i of ``quotes`` is a quote's number, of ``tags`` a place in ``names``."""

    quotes: NDArray[np.int64]
    tags: NDArray[np.int64]
    names: list[str]


def taggings(connection: sqlite3.Connection) -> Taggings:
    """Return all tags of all quotes."""
    names: dict[str, str] = {}
    places: dict[str, int] = {}
    none = np.zeros(0, dtype=np.int64)
    quotes, tags = [none], [none]
    sql = "SELECT tags, group_concat(id, ' ') FROM quotes WHERE tags IS NOT NULL GROUP BY tags"
    for together, ids in connection.execute(sql):
        numbers = np.fromstring(ids, dtype=np.int64, sep=" ")
        for key, tag in by_key(listed(together)).items():
            names.setdefault(key, tag)
            quotes.append(numbers)
            tags.append(np.full(numbers.size, places.setdefault(key, len(places)), dtype=np.int64))
    return Taggings(np.concatenate(quotes), np.concatenate(tags), list(names.values()))

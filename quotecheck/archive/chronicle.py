"""The history of an archive: who has done what and when, a line for every change, none ever taken away."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from time import time
from typing import Any

from msgspec.json import encode as encoded

from quotecheck.archive.bulk import insert_tuples

__all__ = ["Chronicle", "now"]

_COLUMNS = ("entity", "uid", "action", "before", "after", "revised_at", "revised_by", "import_id", "note")


def now() -> str:
    """Return the present time as the archive writes it (ISO 8601, UTC)."""
    return _written(int(time()))


@lru_cache(maxsize=1)
def _written(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).isoformat()


class Chronicle:
    """Writes the history on behalf of one person, ``by``; ``at`` is when the transaction began.

    ``import_id`` is set while the changes come from a file.
    """

    def __init__(self, connection: sqlite3.Connection, *, by: str) -> None:
        """Write through ``connection``, as ``by``."""
        self.connection = connection
        self.by = by
        self.begin()

    def begin(self) -> None:
        """Begin a transaction now."""
        self.at = now()
        self.import_id: int | None = None

    def revise(
        self,
        entity: str,
        uid: str,
        action: str,
        *,
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
        note: str = "",
    ) -> None:
        """Write one line: the columns as they were, and as they are now."""
        self._write([self._line((entity, uid, action), before, after, note)])

    def note_added(self, entity: str, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """Write a line for each row that has been added, with its uid and what it says."""
        self._write([self._line((entity, uid, "added"), None, after) for uid, after in rows])

    def note_deleted(self, entity: str, rows: Iterable[tuple[str, Mapping[str, Any]]], *, note: str) -> None:
        """Write a line for each row that has been deleted, with its uid and what it said."""
        self._write([self._line((entity, uid, "deleted"), before, None, note) for uid, before in rows])

    def _line(
        self,
        of: tuple[str, str, str],
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
        note: str = "",
    ) -> tuple[object, ...]:
        was = encoded(before).decode() if before else None
        is_now = encoded(after).decode() if after else None
        return (*of, was, is_now, self.at, self.by, self.import_id, note)

    def _write(self, lines: list[tuple[object, ...]]) -> None:
        insert_tuples(self.connection, "revisions", _COLUMNS, lines)

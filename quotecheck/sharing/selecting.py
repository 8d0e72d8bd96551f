"""Which quotes of an archive are shared."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quotecheck.archive import people
from quotecheck.archive.bulk import AMONG
from quotecheck.archive.catalogue.tagged import tagged
from quotecheck.archive.identity import name_key, speaker_uid
from quotecheck.archive.search import matching
from quotecheck.model import QuoteStatus
from quotecheck.sharing.errors import SharingError

__all__ = ["Selection", "chosen"]

_MOST = 1_000_000_000
_GONE = """
SELECT uid FROM revisions WHERE entity = 'quote' AND action = 'deleted'
    AND NOT EXISTS (SELECT 1 FROM quotes WHERE quotes.uid = revisions.uid)
UNION SELECT uid FROM histories WHERE entity = 'quote'
    AND NOT EXISTS (SELECT 1 FROM quotes WHERE quotes.uid = histories.uid)
"""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is to be shared; what is None does not matter, and nothing at all is the whole archive.

    ``search`` is as in :meth:`Archive.search`, ``speaker`` a name or alias. A quote is of the days between
    ``since`` and ``until`` when it may have been said on one of them. ``uids`` are certain quotes.
    """

    search: str | None = None
    speaker: str | None = None
    since: date | None = None
    until: date | None = None
    status: QuoteStatus | None = None
    tag: str | None = None
    uids: tuple[str, ...] | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether it is the whole archive; then what has been deleted from it is shared, too."""
        return self == Selection()

    def told(self) -> dict[str, str]:
        """Return what was chosen, as the manifest tells it."""
        told = {
            name: getattr(self, name) for name in ("search", "speaker", "since", "until", "status", "tag")
        }
        chosen = {name: str(value) for name, value in told.items() if value is not None}
        return chosen if self.uids is None else {**chosen, "quotes": f"{len(self.uids)} chosen by hand"}


def _speakers(connection: sqlite3.Connection, name: str) -> list[int]:
    rows = connection.execute(
        "SELECT id FROM speakers WHERE uid = ? UNION SELECT speaker_id FROM speaker_aliases WHERE key = ?",
        (speaker_uid(name), name_key(name)),
    ).fetchall()
    if found := {row[0] for row in rows}.union(*people.renamed(connection, [name]).values()):
        return sorted(found)
    if likely := people.find(connection, name, role=None, on=None):
        raise SharingError(
            "The archive has no speaker {name}: did you mean {likely}?",
            name=repr(name),
            likely=likely[0].name,
        )
    raise SharingError(
        "The archive has no speaker {name}: “quotecheck archive search” finds names.", name=repr(name)
    )


def _conditions(connection: sqlite3.Connection, selection: Selection) -> Iterator[tuple[str, object]]:
    if selection.search is not None:
        found = matching(connection, selection.search, limit=_MOST)
        yield f"id {AMONG}", json.dumps(found)
    if selection.speaker is not None:
        yield (
            f"speaker_id {AMONG}",
            json.dumps(_speakers(connection, selection.speaker)),
        )
    if selection.since is not None:
        yield "latest >= ?", selection.since.isoformat()
    if selection.until is not None:
        yield "earliest <= ?", selection.until.isoformat()
    if selection.status is not None:
        yield "status = ?", selection.status.value
    if selection.tag is not None:
        yield f"id {AMONG}", json.dumps(tagged(connection, selection.tag))
    if selection.uids is not None:
        yield f"uid {AMONG}", json.dumps(list(selection.uids))


def chosen(connection: sqlite3.Connection, selection: Selection) -> Iterator[str]:
    """Yield the uids of the chosen quotes in their order; of the whole archive also the deleted ones."""
    conditions = list(_conditions(connection, selection))
    where = " AND ".join(condition for condition, _ in conditions) or "true"
    sql = f"SELECT uid FROM quotes WHERE {where}"
    if selection.is_whole:
        sql = f"{sql} UNION ALL SELECT uid FROM ({_GONE})"
    for (uid,) in connection.execute(f"{sql} ORDER BY uid", [value for _, value in conditions]):
        yield uid

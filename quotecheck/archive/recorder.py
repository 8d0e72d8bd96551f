"""Writing quotes inside one transaction that the caller holds: rows, history, search and index in step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from quotecheck.archive import search
from quotecheck.archive.identity import quote_uid
from quotecheck.archive.index import ShingleIndex
from quotecheck.archive.places import locate, surroundings
from quotecheck.archive.records import NewQuote
from quotecheck.archive.registry import Registry
from quotecheck.model import QuoteStatus
from quotecheck.words import norms

__all__ = ["Draft", "Recorder", "Row", "now"]

_COLUMNS = (
    "text", "speaker_id", "speaker_role", "earliest", "latest", "source_id", "source_start", "source_end",
    "before", "after", "context", "occasion", "language", "status", "external_id",
)  # fmt: skip
_PLACING = {"text", "source_id", "context"}
_SEARCHED = {"text", "speaker_id", "source_id"}
_KNOWN = f"SELECT id, uid, import_id, {', '.join(_COLUMNS)} FROM quotes WHERE"
_INSERT = (
    f"INSERT INTO quotes (id, uid, {', '.join(_COLUMNS)}, import_id, created_at, created_by)"
    f" VALUES ({', '.join('?' * (len(_COLUMNS) + 5))})"
)

Row = dict[str, Any]


class Draft(NamedTuple):
    """A quote on its way in: what it states, as columns."""

    uid: str
    stated: Row
    norms: list[str]
    checked_in: tuple[str, ...]


def now() -> str:
    """Return the present time as the archive writes it (ISO 8601, UTC)."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Recorder:
    """Writes on behalf of one person; one for each transaction."""

    def __init__(self, connection: sqlite3.Connection, index: ShingleIndex, *, by: str) -> None:
        """Write through ``connection``, as ``by``; set ``import_id`` when the quotes come from a file."""
        self.connection = connection
        self.index = index
        self._by = by
        self._at = now()
        self.import_id: int | None = None
        self.registry = Registry(connection, self.revise)

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
        """Write one line of history: the columns as they were, and as they are now."""
        texts = [
            json.dumps(dict(values), ensure_ascii=False) if values else None for values in (before, after)
        ]
        self.connection.execute(
            "INSERT INTO revisions"
            " (entity, uid, action, before, after, revised_at, revised_by, import_id, note)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (entity, uid, action, *texts, self._at, self._by, self.import_id, note),
        )

    # What a row says, as columns

    def draft(self, quote: NewQuote) -> Draft:
        """Return what a new quote states; its speaker and source are added when there are none."""
        sought, stated = norms(quote.text), self._stated(quote)
        speaker = self.registry.uid_of_speaker(stated["speaker_id"])
        return Draft(quote_uid(quote.text, sought, speaker, quote.said), stated, sought, quote.checked_in)

    def _stated(self, quote: NewQuote) -> Row:
        speaker = self.registry.speaker(quote.speaker, role=quote.speaker_role) if quote.speaker else None
        return {
            "text": quote.text,
            "speaker_id": speaker,
            "speaker_role": quote.speaker_role,
            "earliest": quote.said and quote.said.earliest.isoformat(),
            "latest": quote.said and quote.said.latest.isoformat(),
            "source_id": self.registry.source_of(quote),
            "context": quote.context,
            "occasion": quote.occasion,
            "language": quote.language,
            "status": quote.status and quote.status.value,
            "external_id": quote.external_id,
        }

    def placed(self, row: Mapping[str, Any]) -> Row:
        """Return where the quote stands in its source's text, and what surrounds it."""
        text, source, context = str(row["text"]), row["source_id"], row["context"]
        whole = self.registry.text_of(source) if source is not None else None
        if whole and (place := locate(text, whole)):
            before, after = surroundings(whole, place)
            return {"source_start": place.start, "source_end": place.end, "before": before, "after": after}
        unplaced: Row = {"source_start": None, "source_end": None, "before": "", "after": ""}
        if context and (place := locate(text, str(context))):
            unplaced["before"], unplaced["after"] = surroundings(
                str(context), place, around=len(str(context))
            )
        return unplaced

    # New quotes

    def insert(self, drafts: Sequence[Draft]) -> None:
        """Add quotes whose uids nothing has."""
        if not drafts:
            return
        last = self.connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'quotes'").fetchone()
        numbers = range(first := last[0] + 1 if last else 1, first + len(drafts))
        rows = []
        for number, draft in zip(numbers, drafts, strict=True):
            row = {**draft.stated, **self.placed(draft.stated)}
            row["status"] = row["status"] or QuoteStatus.UNVERIFIED.value
            values = [row[column] for column in _COLUMNS]
            rows.append((number, draft.uid, *values, self.import_id, self._at, self._by))
            if self.import_id is None:
                self.revise("quote", draft.uid, "added", after=row)
        self.connection.executemany(_INSERT, rows)
        search.add_from(self.connection, first)
        self.index.add_quotes([(number, draft.norms) for number, draft in zip(numbers, drafts, strict=True)])
        for number, draft in zip(numbers, drafts, strict=True):
            if draft.checked_in:
                self.note_verification(number, how="checked in", note=" ".join(draft.checked_in))

    def note_verification(self, quote: int, *, how: str, note: str = "", on: str | None = None) -> None:
        """Note that the quote with this number has been compared with its source; ``on`` is an ISO day."""
        self.connection.execute(
            "INSERT INTO verifications (quote_id, verified_by, verified_on, how, note)"
            " VALUES (?, ?, ?, ?, ?)",
            (quote, self._by, on, how, note),
        )

    def note_further_source(self, quote: int, source: int) -> bool:
        """Note that the statement is in another source, too; tell whether that is new."""
        cursor = self.connection.execute(
            "INSERT OR IGNORE INTO further_sources (quote_id, source_id, noted_at, noted_by)"
            " VALUES (?, ?, ?, ?)",
            (quote, source, self._at, self._by),
        )
        return cursor.rowcount > 0

    # Quotes that are there

    def rows(self, condition: str, value: object) -> list[Row]:
        """Return the quotes that fulfil ``condition``, as columns."""
        rows = self.connection.execute(f"{_KNOWN} {condition}", (value,))
        return [dict(zip(("id", "uid", "import_id", *_COLUMNS), row, strict=True)) for row in rows]

    def change(self, row: Row, changes: Row, *, note: str = "") -> None:
        """Change columns of a quote, with a revision, and keep search and index in step."""
        after = {**row, **changes}
        if _PLACING & changes.keys():
            after |= self.placed(after)
        changes = {column: after[column] for column in _COLUMNS if after[column] != row[column]}
        if not changes:
            return
        if _SEARCHED & changes.keys():
            search.forget(self.connection, [row["id"]])
        names = ", ".join(f"{column} = ?" for column in changes)
        self.connection.execute(f"UPDATE quotes SET {names} WHERE id = ?", (*changes.values(), row["id"]))
        if _SEARCHED & changes.keys():
            search.remember(self.connection, [row["id"]])
        if "text" in changes:
            self.index.change_quote(row["id"], norms(changes["text"]))
        before = {column: row[column] for column in changes}
        self.revise("quote", row["uid"], "changed", before=before, after=changes, note=note)

    def remove(self, row: Row, *, note: str) -> None:
        """Delete a quote; its last state stays in the history."""
        search.forget(self.connection, [row["id"]])
        self.index.remove_quote(row["id"])
        verifications = self.connection.execute(
            "SELECT verified_by, verified_on, how, note FROM verifications WHERE quote_id = ?", (row["id"],)
        ).fetchall()
        further = self.connection.execute(
            "SELECT uid FROM further_sources JOIN sources ON sources.id = source_id WHERE quote_id = ?",
            (row["id"],),
        ).fetchall()
        self.connection.execute("DELETE FROM quotes WHERE id = ?", (row["id"],))
        before = {**row, "verifications": verifications, "further_sources": further}
        self.revise("quote", row["uid"], "deleted", before=before, note=note)

"""Entering quotes into an archive, one or a million, inside one transaction that the caller holds.

A statement is entered once. A row that says the same again adds nothing; a row that says it differently under
the same external id is a correction, kept as a revision; nothing is overwritten without one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from quotecheck.archive import search
from quotecheck.archive.identity import quote_uid
from quotecheck.archive.index import ShingleIndex
from quotecheck.archive.places import locate, surroundings, windows
from quotecheck.archive.records import NewQuote
from quotecheck.archive.registry import Registry
from quotecheck.model import QuoteStatus
from quotecheck.words import norms

__all__ = ["Entered", "Recorder", "now"]

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
_SAME_WORDING = 0.5

Row = dict[str, Any]


class _Draft(NamedTuple):
    """A quote on its way in: what it states, as columns."""

    uid: str
    stated: Row
    norms: list[str]
    checked_in: tuple[str, ...]


class Entered(NamedTuple):
    """What became of a quote: "added", "changed" or "unchanged", and what should be known of it."""

    uid: str
    outcome: str
    remark: str = ""


def now() -> str:
    """Return the present time as the archive writes it (ISO 8601, UTC)."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _overlap(one: str, other: str) -> float:
    """Return the share of the words of the longer text that both texts have."""
    a, b = set(norms(one)), set(norms(other))
    return len(a & b) / max(len(a), len(b), 1)


class Recorder:
    """Enters quotes on behalf of one person; one for each transaction."""

    def __init__(self, connection: sqlite3.Connection, index: ShingleIndex, *, by: str) -> None:
        """Write through ``connection``, as ``by``; set ``import_id`` when the quotes come from a file."""
        self._connection = connection
        self._index = index
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
        self._connection.execute(
            "INSERT INTO revisions"
            " (entity, uid, action, before, after, revised_at, revised_by, import_id, note)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (entity, uid, action, *texts, self._at, self._by, self.import_id, note),
        )

    def enter(self, quotes: Sequence[NewQuote]) -> list[Entered]:
        """Enter quotes in order and say of each what became of it."""
        drafts = [self._draft(quote) for quote in quotes]
        new = self._certainly_new(drafts)
        self._insert([drafts[i] for i in new])
        return [
            Entered(draft.uid, "added") if i in new else self._enter_known(draft)
            for i, draft in enumerate(drafts)
        ]

    def _certainly_new(self, drafts: Sequence[_Draft]) -> set[int]:
        """Return the places of the drafts whose uid and external id are new, also to the list."""
        uids = json.dumps([draft.uid for draft in drafts])
        externals = json.dumps([draft.stated["external_id"] for draft in drafts])
        among = "IN (SELECT value FROM json_each(?))"
        seen = set(self._connection.execute(f"SELECT uid FROM quotes WHERE uid {among}", (uids,)))
        seen |= set(
            self._connection.execute(
                f"SELECT external_id FROM quotes WHERE external_id {among}", (externals,)
            )
        )
        new = set()
        for i, draft in enumerate(drafts):
            keys = {(draft.uid,), (draft.stated["external_id"],)} - {(None,)}
            if seen.isdisjoint(keys):
                new.add(i)
            seen |= keys
        return new

    # What a row says, as columns

    def _draft(self, quote: NewQuote) -> _Draft:
        sought, stated = norms(quote.text), self._stated(quote)
        speaker = self.registry.uid_of_speaker(stated["speaker_id"])
        return _Draft(quote_uid(quote.text, sought, speaker, quote.said), stated, sought, quote.checked_in)

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

    def _placed(self, row: Mapping[str, Any]) -> Row:
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

    def _insert(self, drafts: Sequence[_Draft]) -> None:
        if not drafts:
            return
        last = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'quotes'").fetchone()
        numbers = range(first := last[0] + 1 if last else 1, first + len(drafts))
        rows = []
        for number, draft in zip(numbers, drafts, strict=True):
            row = {**draft.stated, **self._placed(draft.stated)}
            row["status"] = row["status"] or QuoteStatus.UNVERIFIED.value
            values = [row[column] for column in _COLUMNS]
            rows.append((number, draft.uid, *values, self.import_id, self._at, self._by))
            if self.import_id is None:
                self.revise("quote", draft.uid, "added", after=row)
        self._connection.executemany(_INSERT, rows)
        search.add_from(self._connection, first)
        self._index.add_quotes([(number, draft.norms) for number, draft in zip(numbers, drafts, strict=True)])
        for number, draft in zip(numbers, drafts, strict=True):
            if draft.checked_in:
                self.note_verification(number, how="checked in", note=" ".join(draft.checked_in))

    def note_verification(self, quote: int, *, how: str, note: str = "", on: str | None = None) -> None:
        """Note that the quote with this number has been compared with its source; ``on`` is an ISO day."""
        self._connection.execute(
            "INSERT INTO verifications (quote_id, verified_by, verified_on, how, note)"
            " VALUES (?, ?, ?, ?, ?)",
            (quote, self._by, on, how, note),
        )

    # Quotes that may be there already

    def rows(self, condition: str, value: object) -> list[Row]:
        """Return the quotes that fulfil ``condition``, as columns."""
        rows = self._connection.execute(f"{_KNOWN} {condition}", (value,))
        return [dict(zip(("id", "uid", "import_id", *_COLUMNS), row, strict=True)) for row in rows]

    def _enter_known(self, draft: _Draft) -> Entered:
        external = draft.stated["external_id"]
        for row in self.rows("external_id = ?", external) if external else ():
            if row["uid"] == draft.uid or self._is_correction(row, draft.stated):
                return self._correct(row, draft.stated)
        for row in self.rows("uid = ?", draft.uid):
            return self._complete(row, draft.stated)
        self._insert([draft])
        remark = f"Its id {external} already belongs to another quote, so it was added as one of its own"
        return Entered(draft.uid, "added", remark if self.rows("external_id = ?", external)[1:] else "")

    def _is_correction(self, row: Row, stated: Row) -> bool:
        """Tell a corrected row from one of another collection that happens to use the same numbers."""
        said = ("speaker_id", "earliest", "latest")
        return (
            _overlap(row["text"], stated["text"]) >= _SAME_WORDING
            or all(row[column] == stated[column] is not None for column in said)
            or (row["import_id"] is not None and self._file(row["import_id"]) == self._file(self.import_id))
        )

    def _file(self, import_id: int | None) -> str | None:
        row = self._connection.execute("SELECT file FROM imports WHERE id = ?", (import_id,)).fetchone()
        return row[0] if row else None

    def _correct(self, row: Row, stated: Row) -> Entered:
        """Take over what the row now says; what a person has corrected by hand stays."""
        changes = {
            column: value
            for column, value in stated.items()
            if value is not None
            and value != row[column]
            and not self._replaced_by_hand(row["uid"], column, value)
        }
        if not changes:
            return Entered(row["uid"], "unchanged")
        self.change(row, changes, note="the imported row had changed")
        return Entered(row["uid"], "changed")

    def _replaced_by_hand(self, uid: str, column: str, value: object) -> bool:
        rows = self._connection.execute(
            "SELECT before, import_id FROM revisions WHERE uid = ? AND action = 'changed' ORDER BY id DESC",
            (uid,),
        )
        for before, import_id in rows:
            if column in (old := json.loads(before)):
                return import_id is None and bool(old[column] == value)
        return False

    def _complete(self, row: Row, stated: Row) -> Entered:
        """Fill in what was not known of a statement that has come again; another source of it is noted."""
        changes = {k: v for k, v in stated.items() if v is not None and row[k] is None}
        if changes:
            self.change(row, changes, note="completed by another record of the same statement")
        noted = (
            self._note_source(row["id"], stated)
            if stated["source_id"] not in (None, row["source_id"])
            else False
        )
        return Entered(row["uid"], "changed" if changes or noted else "unchanged")

    def _note_source(self, quote: int, stated: Row) -> bool:
        title, url = self._connection.execute(
            "SELECT title, url FROM sources WHERE id = ?", (stated["source_id"],)
        ).fetchone()
        note = " ".join(filter(None, (title, url)))
        known = self._connection.execute(
            "SELECT 1 FROM verifications WHERE quote_id = ? AND note = ?", (quote, note)
        ).fetchone()
        if known is None:
            self.note_verification(quote, how="also found in", note=note)
        return known is None

    def change(self, row: Row, changes: Row, *, note: str = "") -> None:
        """Change columns of a quote, with a revision, and keep search and index in step."""
        after = {**row, **changes}
        if _PLACING & changes.keys():
            after |= self._placed(after)
        changes = {column: after[column] for column in _COLUMNS if after[column] != row[column]}
        if not changes:
            return
        if _SEARCHED & changes.keys():
            search.forget(self._connection, [row["id"]])
        names = ", ".join(f"{column} = ?" for column in changes)
        self._connection.execute(f"UPDATE quotes SET {names} WHERE id = ?", (*changes.values(), row["id"]))
        if _SEARCHED & changes.keys():
            search.remember(self._connection, [row["id"]])
        if "text" in changes:
            self._index.remove_quote(row["id"])
            self._index.add_quotes([(row["id"], norms(changes["text"]))])
        before = {column: row[column] for column in changes}
        self.revise("quote", row["uid"], "changed", before=before, after=changes, note=note)

    def remove(self, row: Row, *, note: str) -> None:
        """Delete a quote; its last state stays in the history."""
        search.forget(self._connection, [row["id"]])
        self._index.remove_quote(row["id"])
        verifications = self._connection.execute(
            "SELECT verified_by, verified_on, how, note FROM verifications WHERE quote_id = ?", (row["id"],)
        ).fetchall()
        self._connection.execute("DELETE FROM quotes WHERE id = ?", (row["id"],))
        before = {**row, "verifications": verifications}
        self.revise("quote", row["uid"], "deleted", before=before, note=note)

    # Sources

    def enter_source(self, uid: str, stated: Row) -> None:
        """Add or complete a source; a new text is indexed, and the quotes from it find their places."""
        row = self._connection.execute("SELECT id FROM sources WHERE uid = ?", (uid,)).fetchone()
        source = row[0] if row else self.registry.add_source(uid, stated)
        new_text = stated["text"] if row is None else self.registry.update_source(source, stated).get("text")
        if new_text is None:
            return
        self._index.remove_source(source)
        self._index.add_source(source, windows(new_text))
        for quote in self.rows("source_id = ?", source):
            self.change(quote, self._placed(quote), note="the source's text was added")

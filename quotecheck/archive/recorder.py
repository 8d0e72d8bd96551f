"""Writing quotes inside one transaction that the caller holds: rows, history, search and index in step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quotecheck.archive.bulk import AMONG, insert_rows
from quotecheck.archive.chronicle import Chronicle
from quotecheck.archive.identity import quote_uid
from quotecheck.archive.incoming.preparing import Prepared
from quotecheck.archive.index.hashing import Hashed
from quotecheck.archive.index.shingles import ShingleIndex
from quotecheck.archive.registry import Registry
from quotecheck.archive.rows import interval
from quotecheck.archive.search import SearchTable
from quotecheck.archive.sources.places import locate, surroundings
from quotecheck.archive.sources.turns import turn_around
from quotecheck.model import QuoteStatus
from quotecheck.words import norms

__all__ = ["Drafts", "Recorder", "Row"]

_COLUMNS = (
    "text", "speaker_id", "speaker_role", "earliest", "latest", "source_id", "source_start", "source_end",
    "before", "after", "context", "occasion", "language", "status", "external_id",
    "tags",
)  # fmt: skip
_UNVERIFIED = QuoteStatus.UNVERIFIED.value
_UNPLACED = {"source_start": None, "source_end": None, "before": "", "after": ""}
_PLACING = {"text", "source_id", "context"}
_SEARCHED = {"text", "speaker_id", "source_id"}
_ENTERED = f"SELECT id, created_at, created_by FROM quotes WHERE id {AMONG}"
_KEPT_OF_REMOVED = {
    "verifications": "SELECT quote_id, verified_by, verified_on, how, note, uid, import_id, attestation_id"
    f" FROM verifications WHERE quote_id {AMONG} ORDER BY id",
    "further_sources": "SELECT quote_id, uid FROM further_sources JOIN sources ON sources.id = source_id"
    f" WHERE quote_id {AMONG}",
}
_KNOWN = f"SELECT id, uid, import_id, {', '.join(_COLUMNS)} FROM quotes WHERE"

Row = dict[str, Any]


class Drafts(NamedTuple):
    """Quotes on their way in, with their speakers and sources: item i of every list is of quote i.

    Besides what a quote says, ``columns`` can tell who entered it and when, where that was somebody else, and
    what surrounds it, where its source does not tell.
    """

    uids: list[str]
    columns: dict[str, Sequence[Any]]
    checked_in: Sequence[tuple[str, ...]]
    hashed: Hashed | None

    def stated(self, place: int) -> Row:
        """Return what one quote states, as columns."""
        return {column: values[place] for column, values in self.columns.items()}

    def only(self, places: Sequence[int]) -> Drafts:
        """Return the quotes in these places; the first of them is then at place 0."""
        if len(places) == len(self.uids):
            return self
        return Drafts(
            [self.uids[i] for i in places],
            {name: [values[i] for i in places] for name, values in self.columns.items()},
            [self.checked_in[i] for i in places],
            self.hashed and self.hashed.only(places),
        )


class Recorder(Chronicle):
    """Writes on behalf of one person; one for each transaction."""

    def __init__(self, connection: sqlite3.Connection, index: ShingleIndex, *, by: str) -> None:
        """Write through ``connection``, as ``by``; set ``import_id`` when the quotes come from a file."""
        super().__init__(connection, by=by)
        self.index = index
        self.search = SearchTable(connection)
        self.registry = Registry(connection, self.search, self)
        self._last_number: int | None = None

    # What a row says, as columns

    def drafts(self, prepared: Prepared) -> Drafts:
        """Return what new quotes state; their speakers and sources are added when there are none."""
        names = prepared.speakers
        speakers = self.registry.speakers(zip(names, prepared.columns["speaker_role"], strict=True))
        sources = self.registry.sources(prepared.sources)
        columns = {
            **prepared.columns,
            "speaker_id": [speakers.get(name or "") for name in names],
            "source_id": [sources.get(source) for source in prepared.sources],
        }
        drafts = Drafts(prepared.uids, columns, prepared.checked_in, prepared.hashed)
        otherwise = {name for name in speakers if not self.registry.goes_by(name)}
        for i in [i for i, name in enumerate(names) if name in otherwise] if otherwise else ():
            drafts.uids[i] = self._uid(drafts.stated(i))
        return drafts

    def _uid(self, stated: Row) -> str:
        said = interval(stated["earliest"], stated["latest"])
        speaker = self.registry.uid_of_speaker(stated["speaker_id"])
        return quote_uid(stated["text"], norms(stated["text"]), speaker, said)

    def placed(self, row: Mapping[str, Any]) -> Row:
        """Return where the quote stands in its source's text, and what surrounds it."""
        text, source, context = str(row["text"]), row["source_id"], row["context"]
        whole = self.registry.text_of(source) if source is not None else None
        if whole and (place := locate(text, whole)):
            within = turn_around(self.connection, source, place.start)
            before, after = surroundings(whole, place, within=within)
            return {"source_start": place.start, "source_end": place.end, "before": before, "after": after}
        unplaced: Row = dict(_UNPLACED)
        if context and (place := locate(text, str(context))):
            unplaced["before"], unplaced["after"] = surroundings(
                str(context), place, around=len(str(context))
            )
        return unplaced

    # New quotes

    def insert(self, drafts: Drafts) -> None:
        """Add quotes; nothing may have their uids."""
        count = len(drafts.uids)
        if not count:
            return
        numbers = self._numbers(count)
        columns = self._placed_columns(drafts)
        entered = {"import_id": self.import_id, "created_at": self.at, "created_by": self.by}
        constant = {name: [value] * count for name, value in entered.items()}
        insert_rows(self.connection, "quotes", {"id": numbers, "uid": drafts.uids, **constant, **columns})
        if self.import_id is None:
            after = ({name: columns[name][i] for name in _COLUMNS} for i in range(count))
            self.note_added("quote", zip(drafts.uids, after, strict=True))
        if drafts.hashed is not None:
            self.index.add_quotes(numbers, drafts.hashed)
            self.search.add(numbers[-1])
        elif self.index.add_later(numbers[-1]):
            self.search.settle()
        for number, addresses in zip(numbers, drafts.checked_in, strict=True):
            if addresses:
                self.note_verification(number, how="checked in", note=" ".join(addresses))

    def _numbers(self, count: int) -> range:
        """Return numbers for new quotes that none has had."""
        if self._last_number is None:
            sql = "SELECT seq FROM sqlite_sequence WHERE name = 'quotes'"
            self._last_number = (self.connection.execute(sql).fetchone() or (0,))[0]
        first = self._last_number + 1
        self._last_number += count
        return range(first, first + count)

    def _placed_columns(self, drafts: Drafts) -> dict[str, Sequence[Any]]:
        """Return all columns of these quotes, with their places in their sources' texts."""
        columns = dict(drafts.columns)
        columns["status"] = [status or _UNVERIFIED for status in columns["status"]]
        contexts, sources = columns["context"], columns["source_id"]
        with_text = self.registry.with_text(sources)
        unplaced = {name: [value] * len(sources) for name, value in _UNPLACED.items()}
        unplaced |= {name: list(columns[name]) for name in ("before", "after") if name in columns}
        if with_text or any(contexts):
            for i, (context, source) in enumerate(zip(contexts, sources, strict=True)):
                if context or source in with_text:
                    row = {"text": columns["text"][i], "context": context, "source_id": source}
                    place = self.placed(row)
                    for name, value in place.items() if any(place.values()) else ():
                        unplaced[name][i] = value
        return {**columns, **unplaced}

    def settle(self) -> None:
        """Finish what has been begun; to be called before the transaction ends."""
        self.search.settle()

    def note_verification(self, quote: int, *, how: str, note: str = "", on: str | None = None) -> None:
        """Note that the quote with this number has been compared with its source; ``on`` is an ISO day."""
        self.connection.execute(
            "INSERT INTO verifications (quote_id, verified_by, verified_on, how, note)"
            " VALUES (?, ?, ?, ?, ?)",
            (quote, self.by, on, how, note),
        )

    def note_further_source(self, quote: int, source: int) -> bool:
        """Note that the statement is in another source, too; tell whether that is new."""
        cursor = self.connection.execute(
            "INSERT OR IGNORE INTO further_sources (quote_id, source_id, noted_at, noted_by)"
            " VALUES (?, ?, ?, ?)",
            (quote, source, self.at, self.by),
        )
        return cursor.rowcount > 0

    # Quotes that are there

    def rows(self, condition: str, value: object) -> list[Row]:
        """Return the quotes that fulfil ``condition``, as columns."""
        rows = self.connection.execute(f"{_KNOWN} {condition}", (value,))
        return [dict(zip(("id", "uid", "import_id", *_COLUMNS), row, strict=True)) for row in rows]

    def has(self, column: str, value: object) -> bool:
        """Tell whether there is a quote with this value in a column."""
        sql = f"SELECT 1 FROM quotes WHERE {column} = ?"
        return self.connection.execute(sql, (value,)).fetchone() is not None

    def change(self, row: Row, changes: Row, *, note: str = "") -> None:
        """Change columns of a quote, with a revision, and keep search and index in step."""
        after = {**row, **changes}
        if _PLACING & changes.keys():
            after |= self.placed(after)
        changes = {column: after[column] for column in _COLUMNS if after[column] != row[column]}
        if not changes:
            return
        if _SEARCHED & changes.keys():
            self.search.forget([row["id"]])
        names = ", ".join(f"{column} = ?" for column in changes)
        self.connection.execute(f"UPDATE quotes SET {names} WHERE id = ?", (*changes.values(), row["id"]))
        if _SEARCHED & changes.keys():
            self.search.remember([row["id"]])
        if "text" in changes:
            self.index.change_quote(row["id"], norms(changes["text"]))
        before = {column: row[column] for column in changes}
        self.revise("quote", row["uid"], "changed", before=before, after=changes, note=note)

    def remove(self, rows: Sequence[Row], *, note: str) -> None:
        """Delete quotes; their last states stay in the history, so that they can be put back."""
        ids = [row["id"] for row in rows]
        among = json.dumps(ids)
        self.search.forget(ids)
        self.index.remove_quotes(ids)
        kept = {table: self._by_quote(sql, among) for table, sql in _KEPT_OF_REMOVED.items()}
        entered = self._by_quote(_ENTERED, among)
        self.connection.execute(f"DELETE FROM quotes WHERE id {AMONG}", (among,))
        told = (
            {
                **row,
                **dict(zip(("created_at", "created_by"), entered[row["id"]][0], strict=True)),
                **{table: of.get(row["id"], []) for table, of in kept.items()},
            }
            for row in rows
        )
        self.note_deleted(
            "quote", ((row["uid"], before) for row, before in zip(rows, told, strict=True)), note=note
        )

    def _by_quote(self, sql: str, among: str) -> dict[int, list[tuple[Any, ...]]]:
        found: dict[int, list[tuple[Any, ...]]] = {}
        for quote, *values in self.connection.execute(sql, (among,)):
            found.setdefault(quote, []).append(tuple(values))
        return found

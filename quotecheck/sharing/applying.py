"""Carrying out what merging has planned, inside the one transaction of an import."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from quotecheck.archive import people
from quotecheck.archive.bulk import AMONG
from quotecheck.archive.chronicle import now
from quotecheck.archive.entering import enter_source
from quotecheck.archive.recorder import Recorder
from quotecheck.sharing.adding import New, add_new, checked_columns
from quotecheck.sharing.facts import set_facts
from quotecheck.sharing.fields import Entity, Numbers, columns_of, columns_of_all
from quotecheck.sharing.history import State, Version
from quotecheck.sharing.local import Local
from quotecheck.sharing.planning import Outcome, Plan

__all__ = ["Applier"]

_BUNDLE = "JOIN imports ON imports.id = import_id AND imports.kind = 'bundle'"
_ADDED = f"SELECT import_id FROM revisions {_BUNDLE} WHERE uid = ? AND action = 'added' ORDER BY revisions.id"
_ADDED_BY: dict[Entity, str] = {
    "quote": f"SELECT import_id FROM quotes {_BUNDLE} WHERE uid = ?",
    "speaker": _ADDED,
    "source": _ADDED,
}


def _note(plan: Plan) -> str:
    """Say who has changed it elsewhere, and why."""
    reasons = {f"by {one.by}: {one.note}" if one.note else f"by {one.by}" for one in plan.fresh if one.by}
    return "; ".join(sorted(reasons))


class Applier:
    """Writes quotes, speakers and sources as their histories say, on behalf of the person who imports."""

    def __init__(self, recorder: Recorder, numbers: Numbers) -> None:
        """Write through ``recorder``, whose ``import_id`` is set."""
        self._recorder = recorder
        self._connection: sqlite3.Connection = recorder.connection
        self._numbers = numbers

    # Histories

    def keep_history(
        self, entity: Entity, uid: str, versions: Iterable[Version], import_id: int | None
    ) -> None:
        """Write down those versions that are not written down yet."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO changes"
            " (id, entity, uid, field, value, parents, changed_at, changed_by, note, import_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    one.id,
                    entity,
                    uid,
                    one.field,
                    one.value,
                    json.dumps(one.parents),
                    one.at,
                    one.by,
                    one.note,
                    import_id,
                )
                for one in versions
            ],
        )

    def mark(self, entity: Entity, uid: str) -> None:
        """Note that the history of this entry is written down up to now."""
        self._connection.execute(
            "INSERT OR REPLACE INTO histories (uid, entity, revision)"
            " VALUES (?, ?, (SELECT coalesce(max(id), 0) FROM revisions))",
            (uid, entity),
        )

    def keep_local(self, entity: Entity, local: Local) -> None:
        """Write down what is known of an entry here; what came with a bundle goes on belonging to it."""
        history = local.versions()
        entered = [one for id_, one in history.items() if local.plain or id_ in local.entered]
        if entered:
            self.keep_history(entity, local.uid, entered, self._came_with(entity, local.uid))
        self.keep_history(entity, local.uid, history.values(), None)

    def _came_with(self, entity: Entity, uid: str) -> int | None:
        """Return the import of a bundle that added an entry which has no other history."""
        found = self._connection.execute(_ADDED_BY[entity], (uid,)).fetchone()
        return int(found[0]) if found else None

    def _keep(self, plan: Plan) -> None:
        if plan.local:
            self.keep_local(plan.entity, plan.local)
        self.keep_history(plan.entity, plan.entry.uid, plan.fresh, self._recorder.import_id)

    # Rows

    def apply(self, plans: Sequence[Plan]) -> None:
        """Carry out the plans for entries of one kind."""
        new = [plan for plan in plans if plan.local is None and not plan.state.is_deleted]
        if new:
            entries = [
                New(one.uid, plan.state.fields, one.by, one.at, one.before, one.after)
                for plan in new
                for one in [plan.entry]
            ]
            add_new(self._recorder, self._numbers, new[0].entity, entries)
        for plan in plans:
            if plan.history:
                self._keep(plan)
                if plan.local is not None and plan.outcome is not Outcome.IDENTICAL:
                    self.bring_to(plan.entity, plan.local, plan.state, note=_note(plan))
                self.mark(plan.entity, plan.entry.uid)
                self._open_conflicts(plan)

    def _open_conflicts(self, plan: Plan) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO conflicts (uid, field, entity, import_id, opened_at)"
            " VALUES (?, ?, ?, ?, ?)",
            [(one.uid, one.field, plan.entity, self._recorder.import_id, now()) for one in plan.conflicts],
        )

    def add_quote(self, uid: str, state: State) -> None:
        """Enter a quote, unless it is there already."""
        if not self._recorder.rows("uid = ?", uid):
            add_new(self._recorder, self._numbers, "quote", [New(uid, state.fields)])

    # Rows that are there

    def bring_to(self, entity: Entity, local: Local, state: State, *, note: str = "") -> None:
        """Make the row say what the state does: changed, deleted or back again."""
        if local.id is None:
            if not state.is_deleted:
                add_new(self._recorder, self._numbers, entity, [New(local.uid, state.fields)])
        elif state.is_deleted:
            self.remove(entity, [local], note=note)
        else:
            old = columns_of(entity, local.fields, self._numbers)
            new = checked_columns(entity, [local.uid], [state.fields], self._numbers)
            changes = {column: value for column, (value,) in new.items() if value != old[column]}
            if changes:
                self._change(entity, local, changes, note=note)
            set_facts(self._recorder, entity, local.uid, local.fields, state.fields)

    def _change(self, entity: Entity, local: Local, changes: dict[str, Any], *, note: str) -> None:
        if entity == "quote":
            (row,) = self._recorder.rows("uid = ?", local.uid)
            self._recorder.change(row, changes, note=note)
        elif local.id is not None:
            change = self._change_source if entity == "source" else self._change_speaker
            change(local.id, local, changes, note=note)

    def _change_source(self, source: int, _: Local, changes: dict[str, Any], *, note: str) -> None:
        """Change a source; a text that is no longer its own goes, and its quotes lose their places in it."""
        recorder = self._recorder
        if "sha256" in changes:
            changes = {**changes, "text": None}
            recorder.index.remove_sources([source])
            self._connection.execute("DELETE FROM source_turns WHERE source_id = ?", (source,))
        recorder.registry.replace_source(source, changes, note=note)
        if "sha256" in changes:
            for quote in recorder.rows("source_id = ?", source):
                recorder.change(quote, recorder.placed(quote), note="the source has another text")

    def _change_speaker(self, id_: int, local: Local, changes: dict[str, Any], *, note: str) -> None:
        """Change a speaker, and keep the quotes findable by the name."""
        connection = self._connection
        sql = "SELECT id FROM quotes WHERE speaker_id = ?"
        quotes = [quote[0] for quote in connection.execute(sql, (id_,))] if "name" in changes else []
        self._recorder.search.forget(quotes)
        names = ", ".join(f"{column} = ?" for column in changes)
        connection.execute(f"UPDATE speakers SET {names} WHERE id = ?", (*changes.values(), id_))
        self._recorder.search.remember(quotes)
        known = columns_of("speaker", local.fields, self._numbers)
        old = {column: known[column] for column in changes}
        self._recorder.revise("speaker", local.uid, "changed", before=old, after=changes, note=note)
        people.index_speakers(connection, [id_])

    def remove(self, entity: Entity, locals_: Sequence[Local], *, note: str) -> list[Local]:
        """Take entries away, and return those: a speaker or source that another entry names stays."""
        here = {local.id: local for local in locals_ if local.id is not None}
        if entity == "quote":
            among = json.dumps([local.uid for local in here.values()])
            self._recorder.remove(self._recorder.rows(f"uid {AMONG}", among), note=note)
            return list(here.values())
        for id_ in self._needed(entity, json.dumps(list(here))):
            del here[id_]
        ids = json.dumps(list(here))
        if entity == "source":
            self._recorder.index.remove_sources(list(here))
        else:
            self._connection.execute(f"DELETE FROM index_names WHERE speaker_id {AMONG}", (ids,))
        said = columns_of_all(entity, [local.fields for local in here.values()], self._numbers)
        self._connection.execute(f"DELETE FROM {entity}s WHERE id {AMONG}", (ids,))
        told = [
            (local.uid, {"id": id_, **dict(zip(said, values, strict=True))})
            for (id_, local), values in zip(here.items(), zip(*said.values(), strict=True), strict=True)
        ]
        self._recorder.note_deleted(entity, told, note=note)
        self._numbers.forget()
        return list(here.values())

    def _needed(self, entity: Entity, ids: str) -> set[int]:
        """Return those speakers or sources that other entries name."""
        tables = (
            ("quotes", "sources", "source_turns") if entity == "speaker" else ("quotes", "further_sources")
        )
        of_these = f"SELECT id FROM {entity}s WHERE id {AMONG}"
        return {
            row[0]
            for table in tables
            for row in self._connection.execute(
                f"{of_these} AND EXISTS (SELECT 1 FROM {table} WHERE {entity}_id = {entity}s.id)", (ids,)
            )
        }

    def keep_text(self, sha256: str, text: str) -> None:
        """Give a full text to the sources that are known to have it."""
        rows = self._connection.execute(
            "SELECT uid FROM sources WHERE sha256 = ? AND text IS NULL", (sha256,)
        ).fetchall()
        for (uid,) in rows:
            enter_source(self._recorder, uid, {"text": text, "sha256": sha256})

"""Undoing a whole import: what came with it goes, what was done here or came otherwise stays."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from quotecheck.archive import Archive
from quotecheck.archive.bulk import AMONG, all_over
from quotecheck.archive.chronicle import now
from quotecheck.archive.recorder import Recorder
from quotecheck.archive.undoing import Undone
from quotecheck.sharing.applying import Applier
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.history import History, state
from quotecheck.sharing.local import Local
from quotecheck.sharing.reading import read_locals

__all__ = ["Import", "imports", "undo_import"]

_AT_ONCE = 2_000

Progress = Callable[[int], bool | None]

_NEEDED: dict[Entity, str] = {"quote": "text", "speaker": "name"}
_TOUCHED: dict[Entity, str] = {
    "quote": "SELECT uid FROM quotes WHERE import_id = :id",
    "source": "SELECT uid FROM revisions WHERE entity = 'source' AND action = 'added' AND import_id = :id",
    "speaker": "SELECT uid FROM revisions WHERE entity = 'speaker' AND action = 'added' AND import_id = :id",
}


@dataclass(frozen=True, slots=True)
class Import:
    """One import, with the numbers of quotes; ``undone_at`` is None as long as it stands.

    ``kind`` is "bundle", or "file" for rows of a file, which nobody has signed.
    """

    id: int
    file: str
    at: str
    by: str
    signer: str | None
    key: str | None
    new: int
    updated: int
    identical: int
    undone_at: str | None
    kind: str = "bundle"


def imports(archive: Archive, *, files: bool = False) -> list[Import]:
    """Return the imports of bundles, and those of ``files`` if they are wanted, the latest first."""
    with archive._reading() as connection:
        rows = connection.execute(
            "SELECT imports.id, file, imported_at, imported_by, name, key, added, changed, unchanged,"
            " undone_at, kind FROM imports LEFT JOIN signers ON signers.id = signer_id"
            " WHERE kind = 'bundle' OR ? ORDER BY imports.id DESC",
            (files,),
        )
        return [Import(*row) for row in rows]


class _Undoing:
    """One import that is being undone."""

    def __init__(self, recorder: Recorder, import_id: int, progress: Progress | None) -> None:
        self._recorder = recorder
        self._progress, self._done = progress, 0
        self._connection: sqlite3.Connection = recorder.connection
        self._import_id = import_id
        self._numbers = Numbers(recorder.connection)
        self._applier = Applier(recorder, self._numbers)
        self.removed = self.changed_back = self.kept = 0

    def _touched(self, entity: Entity) -> Iterator[list[str]]:
        rows = self._connection.execute(
            f"{_TOUCHED[entity]} UNION SELECT uid FROM changes WHERE entity = :entity AND import_id = :id"
            " ORDER BY uid",
            {"id": self._import_id, "entity": entity},
        ).fetchall()
        uids = iter([row[0] for row in rows])
        while some := list(islice(uids, _AT_ONCE)):
            yield some

    def _came_with_it(self, entity: Entity, uids: list[str]) -> tuple[set[str], set[str]]:
        """Return which entries the import added, and the ids of the versions that it brought."""
        wanted = {"id": self._import_id, "uids": json.dumps(uids)}
        added = self._connection.execute(
            f"SELECT uid FROM ({_TOUCHED[entity]}) WHERE uid IN (SELECT value FROM json_each(:uids))", wanted
        )
        versions = self._connection.execute(
            "SELECT id FROM changes WHERE import_id = :id AND uid IN (SELECT value FROM json_each(:uids))",
            wanted,
        )
        return {row[0] for row in added}, {row[0] for row in versions}

    def _verified_here(self, uids: list[str]) -> set[str]:
        rows = self._connection.execute(
            f"SELECT uid FROM quotes WHERE uid {AMONG}"
            " AND EXISTS (SELECT 1 FROM verifications WHERE quote_id = quotes.id)",
            (json.dumps(uids),),
        )
        return {row[0] for row in rows}

    def undo(self, entity: Entity) -> None:
        """Take back what came with the import for one kind of entries; its verifications are gone already."""
        for uids in self._touched(entity):
            added, versions = self._came_with_it(entity, uids)
            verified = self._verified_here(uids) if entity == "quote" else set()
            away = []
            for uid, local in read_locals(self._connection, entity, uids, self._numbers).items():
                mine = self._others(local, versions, is_new=uid in added)
                if not mine and uid not in verified:
                    away.append(local)
                elif not mine or uid in added or not self._stands(entity, mine):
                    self._keep(entity, local)
                else:
                    self._change_back(entity, local, mine)
            self._take_away(entity, away)
            self._done += len(uids)
            if self._progress and self._progress(self._done) is False:
                raise SharingError("Undoing was stopped: the import stands as before.")

    @staticmethod
    def _others(local: Local, versions: set[str], *, is_new: bool) -> History:
        """Return the versions that did not come with the import; of a new entry only what was done since."""
        if is_new and local.plain:
            return {}
        gone = versions | local.entered if is_new else versions
        return {id_: one for id_, one in local.versions().items() if id_ not in gone}

    def _keep(self, entity: Entity, local: Local) -> None:
        self._applier.keep_local(entity, local)
        self._applier.mark(entity, local.uid)
        self.kept += entity == "quote"

    @staticmethod
    def _stands(entity: Entity, history: History) -> bool:
        needed = _NEEDED.get(entity)
        said = state(history)
        return needed is None or said.is_deleted or needed in said.fields

    def _take_away(self, entity: Entity, locals_: list[Local]) -> None:
        gone = [local for local in locals_ if local.id is None]
        gone += self._applier.remove(entity, locals_, note="an import was undone")
        uids = json.dumps([local.uid for local in gone])
        among = f"WHERE uid {AMONG}"
        self._connection.execute(f"DELETE FROM changes {among} AND import_id = ?", (uids, self._import_id))
        self._connection.execute(f"DELETE FROM histories {among}", (uids,))
        self._connection.execute(f"DELETE FROM conflicts {among}", (uids,))
        if entity == "quote":
            self.removed += len(gone)

    def _change_back(self, entity: Entity, local: Local, mine: History) -> None:
        after = state(mine, local.fields)
        self._applier.keep_local(entity, local)
        self._applier.bring_to(entity, local, after, note="an import was undone")
        self._applier.mark(entity, local.uid)
        self._connection.execute(
            "DELETE FROM changes WHERE uid = ? AND import_id = ?", (local.uid, self._import_id)
        )
        still = json.dumps([one.field for one in after.conflicts])
        self._connection.execute(
            f"DELETE FROM conflicts WHERE uid = ? AND field NOT {AMONG}",
            (local.uid, still),
        )
        self.changed_back += entity == "quote"


def _check(connection: sqlite3.Connection, import_id: int) -> None:
    row = connection.execute("SELECT kind, undone_at FROM imports WHERE id = ?", (import_id,)).fetchone()
    if row is None or row[0] != "bundle":
        raise SharingError(
            "There is no import {import_id} of a bundle: “quotecheck share imports” lists them.",
            import_id=import_id,
        )
    if row[1] is not None:
        raise SharingError(
            "The import {import_id} was undone on {day} already.", import_id=import_id, day=row[1][:10]
        )


def undo_import(archive: Archive, import_id: int, *, by: str, progress: Progress | None = None) -> Undone:
    """Take back all that an import of a bundle brought: new entries, changes, verifications, proposals.

    What was corrected or verified here since stays, and a new quote on which somebody here has worked stays
    whole. ``progress`` is called with the number of entries done; when it returns False, nothing is taken
    back. Raises SharingError then, and when there is no such import.
    """
    with all_over(archive._connection), archive._recording(by) as recorder:
        connection = recorder.connection
        _check(connection, import_id)
        recorder.import_id = import_id
        connection.execute("DELETE FROM verifications WHERE import_id = ?", (import_id,))
        connection.execute(
            "DELETE FROM attestations"
            " WHERE id NOT IN (SELECT attestation_id FROM verifications WHERE attestation_id IS NOT NULL)"
        )
        undoing = _Undoing(recorder, import_id, progress)
        for entity in ("quote", "source", "speaker"):
            undoing.undo(entity)
        connection.execute("DELETE FROM proposals WHERE import_id = ? AND decision IS NULL", (import_id,))
        connection.execute(
            "UPDATE imports SET undone_at = ?, undone_by = ? WHERE id = ?", (now(), by, import_id)
        )
    return Undone(undoing.removed, undoing.changed_back, undoing.kept)

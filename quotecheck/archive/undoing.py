"""Taking back what was done to an archive, as further lines of its history: nothing is ever rubbed out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.chronicle import now
from quotecheck.archive.editing import EditableArchive
from quotecheck.archive.entries import (
    SpeakerEntry,
    number_of,
    remove_source,
    remove_speaker,
    replace_source,
    speaker_entry,
    write_speaker,
)
from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.index.hashing import Hashed
from quotecheck.archive.interface import SpeakerRole
from quotecheck.archive.people import index_speakers
from quotecheck.archive.recorder import Recorder, Row
from quotecheck.archive.rows import day
from quotecheck.model import SpeakerType
from quotecheck.words import norms

__all__ = ["RevertibleArchive", "Undone"]

_NOTE = "undone"
_BATCH = 2_000
_LINES = "SELECT id, entity, uid, action, before, after FROM revisions WHERE"
# What came with a bundle that has been taken back since stays away; archives of old kept less of each.
_VERIFICATION = 7
_RESTORE_VERIFICATION = """
INSERT INTO verifications (quote_id, verified_by, verified_on, how, note, uid, import_id, attestation_id)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
WHERE NOT EXISTS (SELECT 1 FROM imports WHERE id = ?7 AND undone_at IS NOT NULL)
"""
_BESIDES = ("verifications", "further_sources")


class Undone(NamedTuple):
    """What came of taking back an import: quotes taken out, changed back, and kept for later work."""

    removed: int
    changed_back: int
    kept: int


class _Line(NamedTuple):
    id: int
    entity: str
    uid: str
    action: str
    before: Row
    after: Row


def _lines(recorder: Recorder, condition: str, *values: object) -> list[_Line]:
    rows = recorder.connection.execute(f"{_LINES} {condition} ORDER BY id DESC", values).fetchall()
    return [
        _Line(id_, entity, uid, action, json.loads(before or "{}"), json.loads(after or "{}"))
        for id_, entity, uid, action, before, after in rows
    ]


def _known_quote(recorder: Recorder, line: _Line) -> Row:
    rows = recorder.rows("uid = ?", line.uid)
    if not rows:
        raise ArchiveError(
            "This cannot be undone, for the quote {uid} is no longer in the archive.", uid=line.uid
        )
    return rows[0]


def _refuse_changed(row: Row, line: _Line) -> None:
    if any(row.get(column) != value for column, value in line.after.items()):
        raise ArchiveError(
            "This cannot be undone, for the quote has been changed since: correct it by hand instead."
        )


def _refuse_verified(recorder: Recorder, row: Row) -> None:
    sql = "SELECT verified_by FROM verifications WHERE quote_id = ?"
    if verified := recorder.connection.execute(sql, (row["id"],)).fetchone():
        raise ArchiveError(
            "This cannot be undone, for {name} has verified the quote since: withdraw it instead.",
            name=verified[0],
        )


def _revert_quote(recorder: Recorder, line: _Line) -> None:
    if line.action == "deleted":
        _restore_quote(recorder, line)
        return
    row = _known_quote(recorder, line)
    if line.action == "added":
        _refuse_changed(row, line)
        _refuse_verified(recorder, row)
        recorder.remove([row], note=_NOTE)
    elif "further_source" in line.after:
        recorder.connection.execute(
            "DELETE FROM further_sources WHERE quote_id = ? AND source_id = ?",
            (row["id"], line.after["further_source"]),
        )
        recorder.revise("quote", line.uid, "changed", before=line.after, note=_NOTE)
    elif line.action == "changed":
        _refuse_changed(row, line)
        recorder.change(row, {k: v for k, v in line.before.items() if k in row}, note=_NOTE)
    elif line.action == "verified":
        recorder.connection.execute(
            "DELETE FROM verifications WHERE id ="
            " (SELECT max(id) FROM verifications WHERE quote_id = ? AND how = ? AND verified_on IS ?)",
            (row["id"], line.after.get("how", ""), line.after.get("on")),
        )
        recorder.revise("quote", line.uid, "changed", note=f"{_NOTE}: verification")


def _restore_quote(recorder: Recorder, line: _Line) -> None:
    """Put a deleted quote back under its number, with what is kept beside it."""
    columns = {column: value for column, value in line.before.items() if column not in _BESIDES}
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    recorder.connection.execute(f"INSERT INTO quotes ({names}) VALUES ({marks})", tuple(columns.values()))
    id_ = columns["id"]
    recorder.search.remember([id_])
    recorder.index.add_quotes([id_], Hashed.of([norms(columns["text"])]))
    recorder.connection.executemany(
        _RESTORE_VERIFICATION,
        [(id_, *one, *[None] * (_VERIFICATION - len(one))) for one in line.before.get("verifications", [])],
    )
    for (uid,) in line.before.get("further_sources", []):
        recorder.note_further_source(id_, number_of(recorder, "source", uid))
    recorder.revise("quote", line.uid, "added", after=columns, note=_NOTE)


def _entry(before: SpeakerEntry, columns: Row) -> SpeakerEntry:
    told: dict[str, Any] = {k: v for k, v in columns.items() if k in SpeakerEntry._fields}
    if "kind" in told:
        told["kind"] = SpeakerType(told["kind"])
    if "aliases" in told:
        told["aliases"] = tuple(told["aliases"])
    if "roles" in told:
        told["roles"] = tuple(SpeakerRole(title, day(a), day(b)) for title, a, b in told["roles"])
    return before._replace(**told)


def _revert_speaker(recorder: Recorder, line: _Line) -> None:
    if line.action == "deleted":
        _restore_speaker(recorder, line)
        return
    id_ = number_of(recorder, "speaker", line.uid)
    if line.action == "added":
        if not recorder.rows("speaker_id = ?", id_):
            remove_speaker(recorder, id_, line.uid, note=_NOTE, turns=[])
        return
    now_ = speaker_entry(recorder, id_)
    before = _entry(now_, line.before)
    if "aliases" in line.after and "aliases" not in line.before:  # names that were only added
        before = before._replace(aliases=tuple(a for a in now_.aliases if a not in line.after["aliases"]))
    if "role" in line.after:
        title, since, until = line.after["role"]
        added = SpeakerRole(title, day(since), day(until))
        before = before._replace(roles=tuple(role for role in now_.roles if role != added))
    write_speaker(recorder, id_, line.uid, before, note=_NOTE)


def _restore_speaker(recorder: Recorder, line: _Line) -> None:
    known = line.before
    recorder.connection.execute(
        "INSERT INTO speakers (id, uid, name, kind, notes) VALUES (?, ?, ?, ?, ?)",
        (known["id"], line.uid, known["name"], known["kind"], known["notes"]),
    )
    recorder.revise("speaker", line.uid, "added", after={"name": known["name"]}, note=_NOTE)
    bare = SpeakerEntry(known["name"], SpeakerType(known["kind"]), notes=known["notes"])
    write_speaker(recorder, known["id"], line.uid, _entry(bare, known), note=_NOTE)
    recorder.connection.executemany(
        "UPDATE source_turns SET speaker_id = ? WHERE source_id = ? AND start = ?",
        [(known["id"], *turn) for turn in known.get("turns", [])],
    )
    index_speakers(recorder.connection, [known["id"]])


def _revert_source(recorder: Recorder, line: _Line) -> None:
    id_ = number_of(recorder, "source", line.uid)
    if line.action == "changed":
        replace_source(recorder, line.uid, line.before, note=_NOTE)
    elif line.action == "added" and not _is_used(recorder, id_):
        remove_source(recorder, id_, line.uid, note=_NOTE)


def _is_used(recorder: Recorder, source: int) -> bool:
    sql = (
        "SELECT EXISTS (SELECT 1 FROM quotes WHERE source_id = :id)"
        " OR EXISTS (SELECT 1 FROM further_sources WHERE source_id = :id)"
    )
    return bool(recorder.connection.execute(sql, {"id": source}).fetchone()[0])


_REVERTS: dict[str, Callable[[Recorder, _Line], None]] = {
    "quote": _revert_quote,
    "speaker": _revert_speaker,
    "source": _revert_source,
}


class RevertibleArchive(EditableArchive):
    """An open archive in which what was done can be taken back."""

    def revert(self, after: int, upto: int, *, by: str) -> None:
        """Take back what the lines of history behind number ``after``, up to ``upto``, have done.

        Raises ArchiveError, and changes nothing, where one of the entries has been changed since.
        """
        with self._recording(by) as recorder:
            for line in _lines(recorder, "id > ? AND id <= ?", after, upto):
                _REVERTS[line.entity](recorder, line)

    def undo_import(
        self, import_id: int, *, by: str, progress: Callable[[int], bool | None] | None = None
    ) -> Undone:
        """Take back a whole import; quotes that somebody has changed since stay as they are.

        ``progress`` is called with the number of quotes taken out; when it returns False, nothing has been.
        """
        with self._recording(by) as recorder:
            _refuse_bundle(recorder, import_id)
            removed = kept = 0
            for rows in _imported(recorder, import_id):
                changed_since = _changed_since(recorder, import_id, [row["uid"] for row in rows])
                unchanged = [row for row in rows if row["uid"] not in changed_since]
                recorder.remove(unchanged, note=f"import {import_id} undone")
                removed += len(unchanged)
                kept += len(rows) - len(unchanged)
                if progress and progress(removed) is False:
                    raise ArchiveError("The import was not taken back: all of it is still in the archive.")
            restored, changed = _restore_changed(recorder, import_id)
            _remove_unused(recorder, import_id)
            recorder.connection.execute(
                "UPDATE imports SET undone_at = ?, undone_by = ? WHERE id = ?", (now(), by, import_id)
            )
            return Undone(removed, restored, kept + changed)


def _refuse_bundle(recorder: Recorder, import_id: int) -> None:
    sql = "SELECT 1 FROM imports WHERE id = ? AND kind = 'bundle'"
    if recorder.connection.execute(sql, (import_id,)).fetchone():
        raise ArchiveError(
            "The import {import_id} is of a bundle: take it back with “quotecheck share undo {import_id}”.",
            import_id=import_id,
        )


def _imported(recorder: Recorder, import_id: int) -> Iterator[list[Row]]:
    """Yield the quotes that came with an import, the last first, while they are being taken out."""
    last = 1 << 62
    while rows := recorder.rows(f"import_id = ? AND id < {last} ORDER BY id DESC LIMIT {_BATCH}", import_id):
        last = rows[-1]["id"]
        yield rows


def _changed_since(recorder: Recorder, import_id: int, uids: list[str]) -> set[str]:
    """Return those of the quotes to which something has been done since, be it by another import."""
    rows = recorder.connection.execute(
        f"SELECT uid FROM revisions WHERE uid {AMONG} AND import_id IS NOT ? AND action != 'added'",
        (json.dumps(uids), import_id),
    )
    return {row[0] for row in rows}


def _restore_changed(recorder: Recorder, import_id: int) -> tuple[int, int]:
    restored = kept = 0
    changes = "import_id = ? AND entity = 'quote' AND action = 'changed'"
    for line in _lines(recorder, changes, import_id):
        rows = recorder.rows("uid = ?", line.uid)
        if not rows:
            continue
        if any(rows[0].get(column) != value for column, value in line.after.items()):
            kept += 1
            continue
        _revert_quote(recorder, line)
        restored += 1
    return restored, kept


def _remove_unused(recorder: Recorder, import_id: int) -> None:
    """Take out the speakers and sources that came with an import and that nobody refers to."""
    for line in _lines(recorder, "import_id = ? AND entity != 'quote' AND action = 'added'", import_id):
        sql = f"SELECT 1 FROM {line.entity}s WHERE uid = ?"
        if recorder.connection.execute(sql, (line.uid,)).fetchone():
            _REVERTS[line.entity](recorder, line)

"""The shared histories of what stands in an archive, read from its rows and its revisions.

What nobody else has ever seen needs no history of its own: it follows from the row and from the revisions
made to it here. What has met another archive's history stands in ``changes``, up to a revision that
``histories`` names; what was done here since is added to it. Nothing is written here: asked again, the answer
has the same ids, for revisions never change.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any, NamedTuple

from quotecheck.archive.bulk import AMONG
from quotecheck.sharing.fields import (
    COLUMNS,
    FIELDS,
    NAMING,
    ROWS,
    Entity,
    Numbers,
    columns_of,
    fields_of,
    tag_fields,
)
from quotecheck.sharing.history import DELETED, YES, History, Version, heads, version

__all__ = ["Local", "read_locals"]

_UNDONE = re.compile(r"(import \d+ )?undone")
_MADE_HERE = f"""
FROM revisions
LEFT JOIN imports ON imports.id = revisions.import_id
LEFT JOIN histories ON histories.uid = revisions.uid
WHERE revisions.uid {AMONG} AND revisions.entity = ?
      AND coalesce(imports.kind, 'file') = 'file' AND revisions.id > coalesce(histories.revision, 0)
"""
# Beside min(…) SQLite returns the columns of the row that has it.
_FIRST_REVISIONS = (
    f"SELECT revisions.uid, action, revised_at, revised_by, count(*), min(revisions.id) {_MADE_HERE}"
    " GROUP BY revisions.uid"
)
_REVISIONS = (
    "SELECT revisions.uid, action, before, after, revised_at, revised_by, note"
    f" {_MADE_HERE} ORDER BY revisions.id"
)
_FACTS: dict[Entity, str] = {
    "quote": "SELECT quotes.uid, 'also:' || sources.uid, 'yes' FROM further_sources"
    " JOIN quotes ON quotes.id = quote_id JOIN sources ON sources.id = further_sources.source_id"
    f" WHERE quotes.uid {AMONG}",
    "speaker": "SELECT uid, 'alias:' || key, alias FROM speaker_aliases JOIN speakers"
    f" ON speakers.id = speaker_id WHERE uid {AMONG}"
    " UNION ALL SELECT uid,"
    " 'role:' || coalesce(from_date, '') || '/' || coalesce(to_date, '') || ' ' || role, 'yes'"
    " FROM speaker_roles JOIN speakers ON speakers.id = speaker_id"
    f" WHERE uid {AMONG}",
    "source": "",
}

Row = dict[str, Any]


class Local(NamedTuple):
    """What this archive knows of one quote, speaker or source.

    ``id`` is its number, None when it is not (any more) in the archive; ``fields`` are what its row says.
    ``history`` is None as long as there is none beyond what was first entered, ``by`` and ``at`` tell by whom
    and when that was. ``entered`` are the ids of those versions, as long as they are not written down.
    ``around`` is what stands before and after a quote.
    """

    uid: str
    id: int | None
    fields: dict[str, str]
    by: str = ""
    at: str = ""
    around: tuple[str, str] = ("", "")
    history: History | None = None
    entered: frozenset[str] = frozenset()

    @property
    def plain(self) -> bool:
        """Tell whether nothing has been done to it since it was first entered."""
        return self.history is None

    def versions(self) -> History:
        """Return the history, of a plain one what was first entered."""
        if self.history is not None:
            return self.history
        made = [
            version(self.uid, field, value, by=self.by, at=self.at) for field, value in self.fields.items()
        ]
        return {one.id: one for one in made}


class _Origin(NamedTuple):
    at: str
    by: str
    note: str


class _Revision(NamedTuple):
    """One line of history; its columns are read only when they are asked for, which is seldom."""

    action: str
    told_before: str | None
    told_after: str | None
    at: str
    by: str
    note: str

    @property
    def of(self) -> _Origin:
        return _Origin(self.at, self.by, self.note)

    @property
    def before(self) -> Row:
        return json.loads(self.told_before or "{}")  # type: ignore[no-any-return]

    @property
    def after(self) -> Row:
        return json.loads(self.told_after or "{}")  # type: ignore[no-any-return]


def _present(connection: sqlite3.Connection, entity: Entity, uids: str, numbers: Numbers) -> dict[str, Local]:
    """Return what the rows of these entries say, facts in other tables aside."""
    names = FIELDS[entity]
    last = 2 + len(names)
    rows = connection.execute(f"{ROWS[entity]} WHERE uid {AMONG}", (uids,)).fetchall()
    naming = []
    for field, named in NAMING[entity]:
        place = 2 + names.index(field)
        naming.append((field, numbers.learn_uids(named, {row[place] for row in rows} - {None})))
    found = {}
    for row in rows:
        said = row[2:last]
        fields = {name: value for name, value in zip(names, said, strict=True) if value}
        for field, named_uids in naming:
            if field in fields:
                fields[field] = named_uids[fields[field]]
        if entity != "quote":
            found[row[0]] = Local(row[0], row[1], fields)
            continue
        tags, by, at, before, after = row[last:]
        if tags:
            fields |= tag_fields(tags)
        found[row[0]] = Local(row[0], row[1], fields, by, at, (before, after))
    return found


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    groups: dict[str, list[tuple[Any, ...]]] = {}
    for uid, *rest in rows:
        groups.setdefault(uid, []).append(tuple(rest))
    return groups


def _revisions(
    connection: sqlite3.Connection, entity: Entity, uids: str, plain: Set[str]
) -> dict[str, list[_Revision]]:
    """Return what was done here to these entries; of a ``plain`` one only who added it, when that is all."""
    added, more = {}, []
    for uid, action, at, by, count, _ in connection.execute(_FIRST_REVISIONS, (uids, entity)):
        if count == 1 and action == "added" and uid in plain:
            added[uid] = [_Revision(action, None, None, at, by, "")]
        else:
            more.append(uid)
    found = _grouped(connection.execute(_REVISIONS, (json.dumps(more), entity)) if more else [])
    return added | {uid: [_Revision(*row) for row in rows] for uid, rows in found.items()}


def _of_fields(entity: Entity, done: Sequence[_Revision]) -> list[_Revision]:
    """Leave out what did not touch a field: facts are read from the tables, verifications are their own."""
    if all(one.action == "added" for one in done):
        return list(done)
    columns = set(COLUMNS[entity])
    return [
        one
        for one in done
        if one.action in ("added", "deleted")
        or (one.action == "changed" and columns & {*one.before, *one.after})
    ]


def _since_undone(done: list[_Revision]) -> list[_Revision]:
    """Leave out what was undone: it is as if it had never been here, which is no deletion for anybody."""
    for at in range(len(done) - 1, -1, -1):
        if done[at].action == "deleted" and _UNDONE.fullmatch(done[at].note):
            return done[at + 1 :]
    return done


def _stored(connection: sqlite3.Connection, uids: str) -> tuple[set[str], dict[str, History]]:
    marked = {row[0] for row in connection.execute(f"SELECT uid FROM histories WHERE uid {AMONG}", (uids,))}
    rows = connection.execute(
        f"SELECT uid, id, field, value, parents, changed_by, changed_at, note FROM changes WHERE uid {AMONG}",
        (uids,),
    )
    return marked, {
        uid: {
            id_: Version(id_, field, value, tuple(json.loads(parents)), *rest)
            for id_, field, value, parents, *rest in found
        }
        for uid, found in _grouped(rows).items()
    }


def _facts(connection: sqlite3.Connection, entity: Entity, uids: str) -> dict[str, dict[str, str]]:
    if not (sql := _FACTS[entity]):
        return {}
    found = _grouped(connection.execute(sql, (uids,) * sql.count("?")))
    return {uid: dict(rows) for uid, rows in found.items()}


def _before(row: Row | None, revisions: Sequence[_Revision]) -> Row | None:
    """Return the columns as they were before the revisions, going back from what they are now."""
    for one in reversed(revisions):
        if one.action == "added":
            row = None
        elif one.action == "deleted":
            row = dict(one.before)
        elif one.action == "changed" and row is not None:
            row = {**row, **one.before}
    return row


class _Writer:
    """Writes down what was done to one entry here, on top of what is known of it."""

    def __init__(self, uid: str, history: History) -> None:
        self.uid = uid
        self.history = history
        self._heads = {field: [one.id for one in found] for field, found in heads(history).items()}

    def says(self, field: str) -> list[str | None]:
        return [self.history[id_].value for id_ in self._heads.get(field, ())]

    def all_heads(self) -> list[str]:
        return [id_ for ids in self._heads.values() for id_ in ids]

    def known(self) -> list[str]:
        return list(self._heads)

    def write(self, field: str, value: str | None, of: _Origin, parents: Sequence[str] | None = None) -> None:
        seen = self._heads.get(field, ()) if parents is None else parents
        one = version(self.uid, field, value, seen, by=of.by, at=of.at, note=of.note)
        self.history.setdefault(one.id, one)
        self._heads[field] = [one.id]

    def write_all(self, old: Mapping[str, str], new: Mapping[str, str], of: _Origin) -> None:
        """Write what has become of the fields from ``old`` to ``new``."""
        for field in {**old, **new}:
            if old.get(field) != new.get(field):
                self.write(field, new.get(field), of)

    def settle(self, fields: Mapping[str, str], of: _Origin) -> None:
        """Write what the row says and the history does not: what was done without a revision.

        A row that is there although somebody has deleted it is an open conflict, and no decision.
        """
        for field, value in fields.items():
            if value not in self.says(field):
                self.write(field, value, of)
        for field in self.known():
            if field != DELETED and field not in fields and None not in self.says(field):
                self.write(field, None, of)


def _known_or_entered(known: Local, entered: Mapping[str, str], stored: History | None) -> _Writer:
    """Begin with the stored history, else with what was first entered."""
    writer = _Writer(known.uid, dict(stored or {}))
    if stored is None:
        for field, value in entered.items():
            writer.write(field, value, _Origin(known.at, known.by, ""))
    return writer


def _written(
    entity: Entity,
    known: Local,
    stored: History | None,
    revisions: Sequence[_Revision],
    numbers: Numbers,
) -> tuple[History, frozenset[str]]:
    """Return the history of one entry: what was first entered or is stored, and what was done since.

    The second are the ids of what was first entered, when it is not stored.
    """
    present = None if known.id is None else columns_of(entity, known.fields, numbers)
    columns = _before(present, revisions)
    said = {} if columns is None else fields_of(entity, columns, numbers)
    writer = _known_or_entered(known, said, stored)
    entered = frozenset(writer.history) if stored is None else frozenset()
    for one in revisions:
        if one.action == "deleted":
            writer.write(DELETED, YES, one.of, writer.all_heads())
            continue
        if one.action == "added":
            columns = dict(one.after)
            if writer.known():
                writer.write(DELETED, None, one.of)
        elif one.action == "changed":
            columns = {**(columns or {}), **one.after}
        old, said = said, fields_of(entity, columns or {}, numbers)
        writer.write_all(old, said, one.of)
    if known.id is not None:
        writer.settle(known.fields, revisions[-1].of if revisions else _Origin("", "", ""))
    return writer.history, entered


def read_locals(
    connection: sqlite3.Connection, entity: Entity, uids: Sequence[str], numbers: Numbers
) -> dict[str, Local]:
    """Return what the archive knows of these entries; those of which it knows nothing are left out."""
    wanted = json.dumps(list(uids))
    found = _present(connection, entity, wanted, numbers)
    for uid, facts in _facts(connection, entity, wanted).items():
        found[uid].fields.update(facts)
    marked, stored = _stored(connection, wanted)
    revisions = _revisions(connection, entity, wanted, found.keys() - marked)
    for uid in marked | revisions.keys():
        done = _since_undone(_of_fields(entity, revisions.get(uid, [])))
        one = found.get(uid, Local(uid, None, {DELETED: YES}))
        if done and done[0].action == "added":
            one = one._replace(by=done[0].by, at=done[0].at)
        if uid in marked or one.id is None or any(line.action != "added" for line in done):
            known = stored.get(uid, {}) if uid in marked else None
            history, entered = _written(entity, one, known, done, numbers)
            one = one._replace(history=history, entered=entered)
        if uid in marked or one.id is not None or done:
            found[uid] = one
    return found

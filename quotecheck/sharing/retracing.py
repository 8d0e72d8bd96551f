"""What was done to an entry here, as versions: retraced from its row and its revisions.

Nothing is written here: asked again, the answer has the same ids, for revisions never change.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.identity import name_key
from quotecheck.sharing.fields import COLUMNS, Entity, Numbers, columns_of, fields_of
from quotecheck.sharing.history import DELETED, YES, History, heads, version
from quotecheck.sharing.local import Local, grouped

__all__ = ["Revision", "retraced", "revisions_of"]

_UNDONE = re.compile(r"(import \d+ )?undone")
_MADE_HERE = f"""
FROM revisions
LEFT JOIN imports ON imports.id = revisions.import_id
LEFT JOIN histories ON histories.uid = revisions.uid
WHERE revisions.uid {AMONG} AND revisions.entity = ?
      AND coalesce(imports.kind, 'file') = 'file' AND revisions.id > coalesce(histories.revision, 0)
"""
_REVISIONS = (
    "SELECT revisions.uid, action, before, after, revised_at, revised_by, note"
    f" {_MADE_HERE} ORDER BY revisions.id"
)

Row = dict[str, Any]


class _Origin(NamedTuple):
    at: str
    by: str
    note: str


class Revision(NamedTuple):
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


def revisions_of(connection: sqlite3.Connection, entity: Entity, uids: str) -> dict[str, list[Revision]]:
    """Return what was done here to the fields of these entries (a JSON list), in order."""
    found = grouped(connection.execute(_REVISIONS, (uids, entity)))
    done = {uid: [Revision(*row) for row in rows] for uid, rows in found.items()}
    return {uid: _since_undone(_of_fields(entity, lines)) for uid, lines in done.items()}


def _lost_facts(one: Revision) -> dict[str, str]:
    """Return the aliases and offices that a change of a speaker has taken away."""
    old, new = (_facts_told(told) if told else {} for told in (one.told_before, one.told_after))
    return {field: value for field, value in old.items() if field not in new}


def _facts_told(told: str) -> dict[str, str]:
    row = json.loads(told)
    aliases = {f"alias:{name_key(alias)}": alias for alias in row.get("aliases", ())}
    roles = {f"role:{since or ''}/{until or ''} {role}": YES for role, since, until in row.get("roles", ())}
    return aliases | roles


def _of_fields(entity: Entity, done: Sequence[Revision]) -> list[Revision]:
    """Leave out what did not touch a field, nor took a fact away: those that are there stand in tables."""
    if all(one.action == "added" for one in done):
        return list(done)
    columns = set(COLUMNS[entity])
    return [
        one
        for one in done
        if one.action in ("added", "deleted")
        or (one.action == "changed" and (columns & {*one.before, *one.after} or _lost_facts(one)))
    ]


def _since_undone(done: list[Revision]) -> list[Revision]:
    """Leave out what was undone: it is as if it had never been here, which is no deletion for anybody."""
    for at in range(len(done) - 1, -1, -1):
        if done[at].action == "deleted" and _UNDONE.fullmatch(done[at].note):
            return done[at + 1 :]
    return done


def _before(row: Row | None, revisions: Sequence[Revision]) -> Row | None:
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

    def take_away(self, facts: Mapping[str, str], of: _Origin) -> None:
        """Write that facts are no more, which must have been there."""
        for field, value in facts.items():
            if value not in self.says(field):
                self.write(field, value, of)
            self.write(field, None, of)

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


def retraced(
    entity: Entity,
    known: Local,
    stored: History | None,
    revisions: Sequence[Revision],
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
        if entity == "speaker" and one.action == "changed":
            writer.take_away(_lost_facts(one), one.of)
    if known.id is not None:
        writer.settle(known.fields, revisions[-1].of if revisions else _Origin("", "", ""))
    return writer.history, entered

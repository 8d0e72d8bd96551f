"""Facts that have tables of their own: aliases and offices of speakers, further sources of quotes."""

from __future__ import annotations

import sqlite3

from quotecheck.archive import people
from quotecheck.archive.recorder import Recorder
from quotecheck.sharing.errors import BundleError
from quotecheck.sharing.fields import FIELDS, Entity, Fields

__all__ = ["has_facts", "set_facts"]

_IN_TABLES = ("alias:", "role:", "also:")
_COLUMNS = frozenset(field for fields in FIELDS.values() for field in fields)


def _role(field: str) -> tuple[str, str | None, str | None]:
    days, _, role = field.removeprefix("role:").partition(" ")
    since, _, until = days.partition("/")
    return role, since or None, until or None


def _forget(connection: sqlite3.Connection, id_: int, field: str) -> None:
    kind, _, key = field.partition(":")
    if kind == "alias":
        connection.execute("DELETE FROM speaker_aliases WHERE speaker_id = ? AND key = ?", (id_, key))
    elif kind == "role":
        connection.execute(
            "DELETE FROM speaker_roles WHERE speaker_id = ? AND role = ? AND from_date IS ? AND to_date IS ?",
            (id_, *_role(field)),
        )
    else:
        connection.execute(
            "DELETE FROM further_sources"
            " WHERE quote_id = ? AND source_id = (SELECT id FROM sources WHERE uid = ?)",
            (id_, key),
        )


def _note(recorder: Recorder, id_: int, field: str, value: str) -> None:
    kind, _, key = field.partition(":")
    if kind == "alias":
        recorder.connection.execute(
            "INSERT INTO speaker_aliases (speaker_id, alias, key) VALUES (?, ?, ?)", (id_, value, key)
        )
    elif kind == "role":
        recorder.connection.execute(
            "INSERT INTO speaker_roles (speaker_id, role, from_date, to_date) VALUES (?, ?, ?, ?)",
            (id_, *_role(field)),
        )
    else:
        row = recorder.connection.execute("SELECT id FROM sources WHERE uid = ?", (key,)).fetchone()
        if row is None:
            raise BundleError(
                "A quote names the source {key}, which the bundle does not have: it is refused.", key=key
            )
        recorder.note_further_source(id_, row[0])


def has_facts(fields: Fields) -> bool:
    """Tell whether any of the fields has a table of its own."""
    return not fields.keys() <= _COLUMNS and any(field.startswith(_IN_TABLES) for field in fields)


def set_facts(recorder: Recorder, entity: Entity, uid: str, old: Fields, new: Fields) -> None:
    """Add the facts of an entry that are new, and take away those that are gone. Raises BundleError."""
    gone = [field for field in old if field.startswith(_IN_TABLES) and field not in new]
    come = {
        field: value
        for field, value in new.items()
        if field.startswith(_IN_TABLES) and old.get(field) != value
    }
    if not gone and not come:
        return
    sql = f"SELECT id FROM {entity}s WHERE uid = ?"
    (id_,) = recorder.connection.execute(sql, (uid,)).fetchone()
    for field in (*gone, *come):
        _forget(recorder.connection, id_, field)
    for field, value in come.items():
        _note(recorder, id_, field, value)
    if entity == "speaker":
        people.index_speakers(recorder.connection, [id_])

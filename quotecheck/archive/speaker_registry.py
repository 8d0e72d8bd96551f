"""The speakers that quotes refer to: found again, or added, many at a time, within one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from quotecheck.archive import people
from quotecheck.archive.bulk import AMONG, insert_rows
from quotecheck.archive.chronicle import Chronicle
from quotecheck.archive.identity import name_key, speaker_uid
from quotecheck.archive.interface import SpeakerRole
from quotecheck.archive.numbering import last_number
from quotecheck.model import SpeakerType
from quotecheck.speakers.names import is_organisation

__all__ = ["SpeakerRegistry"]

_MOST_REMEMBERED = 50_000


class SpeakerRegistry:
    """Knows the speakers of the archive, and whom it has already looked up."""

    def __init__(self, connection: sqlite3.Connection, chronicle: Chronicle) -> None:
        """Read and write through ``connection``."""
        self._connection = connection
        self._chronicle = chronicle
        self._speakers: dict[str, int] = {}
        self._otherwise: set[str] = set()
        self._roles: set[tuple[int, str]] = set()

    def _one(self, sql: str, *values: object) -> Any:
        row = self._connection.execute(sql, values).fetchone()
        return row[0] if row else None

    def _among(self, sql: str, values: Sequence[object]) -> list[Any]:
        """Return the rows of a query that ends with the column that has one of these values."""
        return self._connection.execute(f"{sql} {AMONG}", (json.dumps(values),)).fetchall() if values else []

    def known_speaker(self, name: str) -> int | None:
        """Return the speaker who bears exactly this name, or as the only one this alias."""
        return self._find([name]).get(name)

    def _find(self, names: Sequence[str]) -> dict[str, int]:
        """Return the speakers who bear these names, bore them when they were entered, or have the alias."""
        first, now = self._by_first_name(names)
        found = {**first, **self._by_new_name([name for name in names if name not in now])}
        found |= self._by_alias([name for name in names if name not in found])
        self._otherwise |= {name for name, speaker in found.items() if first.get(name) != speaker}
        return found

    def _by_first_name(self, names: Sequence[str]) -> tuple[dict[str, int], set[str]]:
        """Return the speakers who were entered under these names, and the names that they still bear."""
        uids = {name: speaker_uid(name) for name in names}
        rows = self._among("SELECT name, id, uid FROM speakers WHERE uid", list(uids.values()))
        known = {uid: (id_, speaker_uid(now) == uid) for now, id_, uid in rows}
        found = {name: known[uid] for name, uid in uids.items() if uid in known}
        return {name: of[0] for name, of in found.items()}, {name for name, of in found.items() if of[1]}

    def _by_new_name(self, names: Sequence[str]) -> dict[str, int]:
        bearers = people.renamed(self._connection, names) if names else {}
        return {name: ids[0] for name, ids in bearers.items() if len(ids) == 1}

    def _by_alias(self, names: Sequence[str]) -> dict[str, int]:
        keys = {name: name_key(name) for name in names}
        bearers: dict[str, list[int]] = {}
        sql = "SELECT key, speaker_id FROM speaker_aliases WHERE key"
        for key, speaker in self._among(sql, list(keys.values())):
            bearers.setdefault(key, []).append(speaker)
        return {name: bearers[key][0] for name, key in keys.items() if len(bearers.get(key, ())) == 1}

    def add_speaker(self, name: str, *, kind: SpeakerType | None = None, notes: str = "") -> int:
        """Add a speaker of a name that is not there yet; the name tells the kind when it is not given."""
        return self._add_speakers([name], kind=kind, notes=notes)[name]

    def _add_speakers(
        self, names: Sequence[str], *, kind: SpeakerType | None = None, notes: str = ""
    ) -> dict[str, int]:
        by_uid: dict[str, str] = {}
        for name in names:
            by_uid.setdefault(speaker_uid(name), name)
        kinds = [(kind or _kind_of(name)).value for name in by_uid.values()]
        first = 1 + last_number(self._connection, "speaker")
        ids = dict(zip(by_uid, range(first, first + len(by_uid)), strict=True))
        columns: dict[str, list[Any]] = {"id": [*ids.values()], "uid": [*by_uid], "name": [*by_uid.values()]}
        columns |= {"kind": kinds, "notes": [notes] * len(ids)}
        insert_rows(self._connection, "speakers", columns)
        told = ({"name": name, "kind": of} for name, of in zip(by_uid.values(), kinds, strict=True))
        self._chronicle.note_added("speaker", zip(by_uid, told, strict=True))
        people.index_speakers(self._connection, list(ids.values()))
        return {name: ids[speaker_uid(name)] for name in names}

    def speaker(self, name: str, *, role: str | None = None) -> int:
        """Return the speaker of this name, added when there is none, and note the role."""
        return self.speakers([(name, role)])[name]

    def speakers(self, named: Iterable[tuple[str | None, str | None]]) -> dict[str, int]:
        """Return the speakers of names, each with a role or None; see ``speaker``. No name is nobody's."""
        named = dict.fromkeys(named)
        if len(self._speakers) > _MOST_REMEMBERED:
            self._forget()
        self._look_up(list(dict.fromkeys(n for n, _ in named if n and n not in self._speakers)))
        found = {name: self._speakers[name] for name, _ in named if name}
        roles = {(found[name], role) for name, role in named if name and role}
        if new := roles - self._roles:
            self._note_roles(sorted(new))
        return found

    def _forget(self) -> None:
        self._speakers.clear()
        self._otherwise.clear()
        self._roles.clear()

    def _look_up(self, names: list[str]) -> None:
        if not names:
            return
        found = self._find(names)
        if strangers := [name for name in names if name not in found]:
            found |= self._add_speakers(strangers)
        self._speakers |= found

    def _note_roles(self, roles: list[tuple[int, str]]) -> None:
        sql = "SELECT speaker_id, role FROM speaker_roles WHERE speaker_id"
        known = set(self._among(sql, list({speaker for speaker, _ in roles})))
        self._roles.update(roles)
        if new := [role for role in roles if role not in known]:
            speakers, titles = zip(*new, strict=True)
            insert_rows(self._connection, "speaker_roles", {"speaker_id": speakers, "role": titles})
            people.index_speakers(self._connection, sorted(set(speakers)))

    def goes_by(self, name: str) -> bool:
        """Tell whether the speaker who was looked up by this name has their uid from it."""
        return name not in self._otherwise

    def add_aliases(self, speaker: int, aliases: Sequence[str]) -> None:
        """Note other names of a speaker."""
        had = {
            row[0]
            for row in self._connection.execute(
                "SELECT key FROM speaker_aliases WHERE speaker_id = ?", (speaker,)
            )
        }
        new = {name_key(alias): alias for alias in aliases if alias.strip() and name_key(alias) not in had}
        if not new:
            return
        self._connection.executemany(
            "INSERT INTO speaker_aliases (speaker_id, alias, key) VALUES (?, ?, ?)",
            [(speaker, alias, key) for key, alias in new.items()],
        )
        uid = self.uid_of_speaker(speaker) or ""
        self._chronicle.revise("speaker", uid, "changed", after={"aliases": list(new.values())})
        people.index_speakers(self._connection, [speaker])

    def add_roles(self, speaker: int, roles: Sequence[SpeakerRole]) -> None:
        """Note offices of a speaker, with the days between which they were held."""
        for title, since, until in roles:
            row = (speaker, title, since and since.isoformat(), until and until.isoformat())
            known = "speaker_id = ? AND role = ? AND from_date IS ? AND to_date IS ?"
            if self._one(f"SELECT 1 FROM speaker_roles WHERE {known}", *row) is None:
                self._connection.execute(
                    "INSERT INTO speaker_roles (speaker_id, role, from_date, to_date) VALUES (?, ?, ?, ?)",
                    row,
                )
                uid = self.uid_of_speaker(speaker) or ""
                self._chronicle.revise("speaker", uid, "changed", after={"role": row[1:]})
        people.index_speakers(self._connection, [speaker])

    def uid_of_speaker(self, speaker: int | None) -> str | None:
        """Return the uid of the speaker with this number."""
        uid: str | None = self._one("SELECT uid FROM speakers WHERE id = ?", speaker)
        return uid


def _kind_of(name: str) -> SpeakerType:
    return SpeakerType.ORGANISATION if is_organisation(name) else SpeakerType.PERSON

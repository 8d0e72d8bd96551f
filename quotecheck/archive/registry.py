"""The speakers and sources that quotes refer to: found again, or added, within one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from quotecheck.archive import people
from quotecheck.archive.identity import name_key, source_uid, speaker_uid
from quotecheck.archive.interface import SpeakerRole
from quotecheck.archive.search import SearchTable
from quotecheck.model import SpeakerType
from quotecheck.speakers.names import is_organisation

__all__ = ["Registry", "Source"]

_REMEMBERED_TEXTS = 4

Source = tuple[str | None, str | None, str | None, str | None]
"""What a quote says of its source: the source's uid, or address, title and publisher."""


def _without_text(columns: dict[str, Any]) -> dict[str, Any]:
    """Leave the full text out of the history as long as it is in the table; its SHA-256 stands for it."""
    return {column: value for column, value in columns.items() if column != "text"}


class Registry:
    """Knows the speakers and sources of the archive, and what it has already looked up."""

    def __init__(
        self, connection: sqlite3.Connection, search: SearchTable, revise: Callable[..., None]
    ) -> None:
        """Read and write through ``connection``; ``revise`` writes a line of history."""
        self._connection = connection
        self._search = search
        self._revise = revise
        self._speakers: dict[str, int] = {}
        self._speaker_uids: dict[int, str] = {}
        self._going_by: dict[str, bool] = {}
        self._roles: set[tuple[int, str]] = set()
        self._sources: dict[Source, int] = {}
        self._texts: dict[int, str] = {}
        self._without_text: set[int] = set()

    def _one(self, sql: str, *values: object) -> Any:
        row = self._connection.execute(sql, values).fetchone()
        return row[0] if row else None

    def known_speaker(self, name: str) -> int | None:
        """Return the speaker who bears exactly this name, or as the only one this alias."""
        speaker = self._one("SELECT id FROM speakers WHERE uid = ?", speaker_uid(name))
        if speaker is None:
            sql = "SELECT speaker_id FROM speaker_aliases WHERE key = ?"
            bearers = self._connection.execute(sql, (name_key(name),)).fetchall()
            speaker = bearers[0][0] if len(bearers) == 1 else None
        return speaker  # type: ignore[no-any-return]  # whatever SQLite returned

    def add_speaker(self, name: str, *, kind: SpeakerType | None = None, notes: str = "") -> int:
        """Add a speaker of a name that is not there yet; the name tells the kind when it is not given."""
        kind = kind or (SpeakerType.ORGANISATION if is_organisation(name) else SpeakerType.PERSON)
        uid = speaker_uid(name)
        cursor = self._connection.execute(
            "INSERT INTO speakers (uid, name, kind, notes) VALUES (?, ?, ?, ?)",
            (uid, name, kind.value, notes),
        )
        speaker = int(cursor.lastrowid or 0)
        self._revise("speaker", uid, "added", after={"name": name, "kind": kind.value})
        people.index_speaker(self._connection, speaker)
        return speaker

    def speaker(self, name: str, *, role: str | None = None) -> int:
        """Return the speaker of this name, added when there is none, and note the role."""
        if name not in self._speakers:
            known = self.known_speaker(name)
            self._speakers[name] = self.add_speaker(name) if known is None else known
        speaker = self._speakers[name]
        if role and (speaker, role) not in self._roles:
            self._note_role(speaker, role)
        return speaker

    def _note_role(self, speaker: int, role: str) -> None:
        self._roles.add((speaker, role))
        if self._one("SELECT 1 FROM speaker_roles WHERE speaker_id = ? AND role = ?", speaker, role) is None:
            self._connection.execute(
                "INSERT INTO speaker_roles (speaker_id, role) VALUES (?, ?)", (speaker, role)
            )
            people.index_speaker(self._connection, speaker)

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
        self._revise(
            "speaker", self.uid_of_speaker(speaker), "changed", after={"aliases": list(new.values())}
        )
        people.index_speaker(self._connection, speaker)

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
                self._revise("speaker", self.uid_of_speaker(speaker), "changed", after={"role": row[1:]})
        people.index_speaker(self._connection, speaker)

    def goes_by(self, speaker: int, name: str) -> bool:
        """Tell whether the speaker was archived under this name, and has their uid from it."""
        if name not in self._going_by:
            self._going_by[name] = self.uid_of_speaker(speaker) == speaker_uid(name)
        return self._going_by[name]

    def uid_of_speaker(self, speaker: int | None) -> str | None:
        """Return the uid of the speaker with this number."""
        if speaker is None:
            return None
        if speaker not in self._speaker_uids:
            self._speaker_uids[speaker] = self._one("SELECT uid FROM speakers WHERE id = ?", speaker)
        return self._speaker_uids[speaker]

    def source(self, named: Source) -> int | None:
        """Return the source that a new quote names, added when there is none; None when it names none."""
        if named not in self._sources:
            if not any(named):
                return None
            self._sources[named] = self._find_source(named)
        return self._sources[named]

    def _find_source(self, named: Source) -> int:
        uid, url, title, publisher = named
        uid = uid or source_uid(url=url, title=title, publisher=publisher, published=None)
        stated = {"title": title, "publisher": publisher, "url": url}
        row = self._connection.execute(
            "SELECT id, title, publisher, url FROM sources WHERE uid = ?", (uid,)
        ).fetchone()
        if row is None:
            return self.add_source(uid, stated)
        if any(value and not known for value, known in zip(stated.values(), row[1:], strict=True)):
            self.update_source(row[0], stated, replace=False)
        return int(row[0])

    def add_source(self, uid: str, stated: dict[str, Any]) -> int:
        """Add a source of a uid that is not there yet."""
        columns = {column: value for column, value in stated.items() if value is not None}
        names, marks = ", ".join(["uid", *columns]), ", ".join("?" * (len(columns) + 1))
        cursor = self._connection.execute(
            f"INSERT INTO sources ({names}) VALUES ({marks})", (uid, *columns.values())
        )
        self._revise("source", uid, "added", after=_without_text(columns))
        return int(cursor.lastrowid or 0)

    def update_source(self, source: int, stated: dict[str, Any], *, replace: bool = True) -> dict[str, Any]:
        """Take over what is stated of a source and differs, or was not known; return those columns."""
        present = self._present(source)
        changes = {
            column: value
            for column, value in stated.items()
            if value is not None and value != present[column] and (replace or present[column] is None)
        }
        if changes:
            self._change_source(source, present, changes)
        return changes

    def replace_source(self, source: int, columns: dict[str, Any], *, note: str = "") -> dict[str, Any]:
        """Make columns of a source what they are said to be, be it nothing; return those that differed."""
        present = self._present(source)
        changes = {column: value for column, value in columns.items() if value != present[column]}
        if changes:
            self._change_source(source, present, changes, note=note)
        return changes

    def _present(self, source: int) -> dict[str, Any]:
        cursor = self._connection.execute("SELECT * FROM sources WHERE id = ?", (source,))
        return dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))

    def _change_source(
        self, source: int, present: dict[str, Any], changes: dict[str, Any], *, note: str = ""
    ) -> None:
        """Change columns of a source, with a revision, and keep its quotes findable by its title."""
        rows = self._connection.execute("SELECT id FROM quotes WHERE source_id = ?", (source,))
        quotes = [row[0] for row in rows] if "title" in changes else []
        self._search.forget(quotes)
        names = ", ".join(f"{column} = ?" for column in changes)
        self._connection.execute(f"UPDATE sources SET {names} WHERE id = ?", (*changes.values(), source))
        self._search.remember(quotes)
        self._texts.pop(source, None)
        self._without_text.discard(source)
        before = {column: present[column] for column in changes}
        after = _without_text(changes)
        self._revise("source", present["uid"], "changed", before=before, after=after, note=note)

    def text_of(self, source: int) -> str | None:
        """Return the full text of a source, None when the archive has none."""
        if source in self._without_text:
            return None
        if source not in self._texts:
            text = self._one("SELECT text FROM sources WHERE id = ?", source)
            if text is None:
                self._without_text.add(source)
                return None
            while len(self._texts) >= _REMEMBERED_TEXTS:
                del self._texts[next(iter(self._texts))]
            self._texts[source] = text
        return self._texts[source]

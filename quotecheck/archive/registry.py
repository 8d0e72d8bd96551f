"""The speakers and sources that quotes refer to: found again, or added, within one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from quotecheck.archive.bulk import insert_rows
from quotecheck.archive.chronicle import Chronicle
from quotecheck.archive.identity import source_uid
from quotecheck.archive.numbering import last_number
from quotecheck.archive.records import Source
from quotecheck.archive.search import SearchTable
from quotecheck.archive.speaker_registry import SpeakerRegistry

__all__ = ["Registry"]

_REMEMBERED_TEXTS = 4
_MOST_REMEMBERED = 50_000
_NAMING = ("title", "publisher", "url")


def _without_text(columns: dict[str, Any]) -> dict[str, Any]:
    """Leave the full text out of the history as long as it is in the table; its SHA-256 stands for it."""
    return {column: value for column, value in columns.items() if column != "text"}


def _stated(named: Source) -> dict[str, Any]:
    _, url, title, publisher = named
    return {"title": title, "publisher": publisher, "url": url}


def _uid_of(named: Source) -> str:
    uid, url, title, publisher = named
    return uid or source_uid(url=url, title=title, publisher=publisher, published=None)


class Registry(SpeakerRegistry):
    """Knows the speakers and sources of the archive, and what it has already looked up."""

    def __init__(self, connection: sqlite3.Connection, search: SearchTable, chronicle: Chronicle) -> None:
        """Read and write through ``connection``."""
        super().__init__(connection, chronicle)
        self._search = search
        self._sources: dict[Source, int] = {}
        self._texts: dict[int, str] = {}

    def source(self, named: Source) -> int | None:
        """Return the source that a new quote names, added when there is none; None when it names none."""
        return self.sources([named]).get(named)

    def sources(self, named: Iterable[Source]) -> dict[Source, int]:
        """Return the sources that new quotes name, added when there are none."""
        named = [source for source in dict.fromkeys(named) if any(source)]
        if len(self._sources) > _MOST_REMEMBERED:
            self._sources.clear()
        if unknown := {source: _uid_of(source) for source in named if source not in self._sources}:
            self._look_up_sources(unknown)
        return {source: self._sources[source] for source in named}

    def _look_up_sources(self, unknown: dict[Source, str]) -> None:
        """Find or add sources, by their uids; one that is named in several ways is completed."""
        sql = f"SELECT uid, id, {', '.join(_NAMING)} FROM sources WHERE uid"
        known = {uid: (id_, told) for uid, id_, *told in self._among(sql, list(set(unknown.values())))}
        new: dict[str, Source] = {}
        for source, uid in unknown.items():
            if uid not in known:
                new.setdefault(uid, source)
        ids = self._add_sources(new)
        for source, uid in unknown.items():
            id_, told = known.get(uid) or (ids[uid], list(_stated(new[uid]).values()))
            self._sources[source] = id_
            if any(value and not had for value, had in zip(_stated(source).values(), told, strict=True)):
                self.update_source(id_, _stated(source), replace=False)

    def _add_sources(self, new: dict[str, Source]) -> dict[str, int]:
        if not new:
            return {}
        first = 1 + last_number(self._connection, "source")
        ids = dict(zip(new, range(first, first + len(new)), strict=True))
        stated = [_stated(source) for source in new.values()]
        columns: dict[str, list[Any]] = {name: [one[name] for one in stated] for name in _NAMING}
        insert_rows(self._connection, "sources", {"id": [*ids.values()], "uid": [*ids], **columns})
        told = ({column: value for column, value in one.items() if value is not None} for one in stated)
        self._chronicle.note_added("source", zip(new, told, strict=True))
        return ids

    def add_source(self, uid: str, stated: dict[str, Any]) -> int:
        """Add a source of a uid that is not there yet."""
        columns = {column: value for column, value in stated.items() if value is not None}
        id_ = 1 + last_number(self._connection, "source")
        names, marks = ", ".join(["id", "uid", *columns]), ", ".join("?" * (len(columns) + 2))
        self._connection.execute(
            f"INSERT INTO sources ({names}) VALUES ({marks})", (id_, uid, *columns.values())
        )
        self._chronicle.revise("source", uid, "added", after=_without_text(columns))
        return id_

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
        before = {column: present[column] for column in changes}
        after = _without_text(changes)
        self._chronicle.revise("source", present["uid"], "changed", before=before, after=after, note=note)

    def with_text(self, sources: Iterable[int | None]) -> set[int]:
        """Return those of some sources of which the archive has the full text."""
        named = [source for source in set(sources) if source is not None]
        return {row[0] for row in self._among("SELECT id FROM sources WHERE text IS NOT NULL AND id", named)}

    def text_of(self, source: int) -> str | None:
        """Return the full text of a source, None when the archive has none."""
        if source not in self._texts:
            text: str | None = self._one("SELECT text FROM sources WHERE id = ?", source)
            if text is None:
                return None
            while len(self._texts) >= _REMEMBERED_TEXTS:
                del self._texts[next(iter(self._texts))]
            self._texts[source] = text
        return self._texts[source]

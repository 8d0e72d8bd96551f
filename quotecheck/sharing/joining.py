"""Speakers under other names, sources with other links: recognised, proposed, joined only when asked."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotecheck.archive import Archive, people
from quotecheck.archive.identity import name_key
from quotecheck.archive.interface import SpeakerRecord
from quotecheck.archive.recorder import now
from quotecheck.sharing.fields import Entity
from quotecheck.speakers.names import agreement

__all__ = ["Proposal", "Proposing", "join", "open_proposals"]

_LIKELY = 0.85
_BORNE_BY_MANY = 200
_LOOKED_AT = 20
_WITHOUT_MATTER = re.compile(r"^https?://(www\.)?|[?#].*$|/$")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two speakers, or sources, that may be one: ``mine`` and ``theirs`` are uids, ``reason`` a sentence."""

    entity: Entity
    mine: str
    theirs: str
    reason: str

    def keep(self, connection: sqlite3.Connection, import_id: int) -> None:
        """Write it down, unless it has been proposed before."""
        connection.execute(
            "INSERT OR IGNORE INTO proposals (entity, mine, theirs, reason, import_id)"
            " VALUES (?, ?, ?, ?, ?)",
            (self.entity, self.mine, self.theirs, self.reason, import_id),
        )


def _bare(url: str) -> str:
    return _WITHOUT_MATTER.sub("", _WITHOUT_MATTER.sub("", url.strip())).casefold()


class Proposing:
    """Looks for speakers and sources of one archive that new ones may be."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Look through ``connection``."""
        self._connection = connection
        self._sources: dict[str, tuple[str, str]] | None = None
        (self._last,) = connection.execute("SELECT coalesce(max(id), 0) FROM speakers").fetchone()

    def of(self, entity: Entity, uid: str, fields: Mapping[str, str]) -> Iterator[Proposal]:
        """Yield whom or what of the archive the new entry may be."""
        if entity == "speaker":
            yield from self._speakers(uid, fields)
        else:
            yield from self._like_sources(uid, fields)

    def _namesakes(self, names: Sequence[str]) -> list[SpeakerRecord]:
        """Return some speakers who were here before and share a word of a name that not many bear."""
        tokens = json.dumps(sorted({token for name in names for token in people.name_tokens(name)}))
        rare = self._connection.execute(
            "SELECT token FROM index_names WHERE kind = 'name' AND token IN (SELECT value FROM json_each(?))"
            " GROUP BY token HAVING count(*) <= ?",
            (tokens, _BORNE_BY_MANY),
        ).fetchall()
        ids = self._connection.execute(
            "SELECT speaker_id FROM index_names WHERE kind = 'name' AND speaker_id <= ?"
            " AND token IN (SELECT value FROM json_each(?)) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?",
            (self._last, json.dumps([row[0] for row in rare]), _LOOKED_AT),
        )
        return people.speakers_by_ids(self._connection, [row[0] for row in ids])

    def _speakers(self, uid: str, fields: Mapping[str, str]) -> Iterator[Proposal]:
        if not self._last:
            return
        name = fields["name"]
        names = [name, *(value for field, value in fields.items() if field.startswith("alias:"))]
        for one in self._namesakes(names):
            likeness = max(agreement(a, b) for a in names for b in (one.name, *one.aliases))
            if likeness >= _LIKELY:
                sql = "SELECT uid FROM speakers WHERE id = ?"
                (other,) = self._connection.execute(sql, (one.id,)).fetchone()
                yield Proposal("speaker", other, uid, f"“{name}” may be “{one.name}”.")

    def _known_sources(self) -> dict[str, tuple[str, str]]:
        if self._sources is None:
            self._sources = {}
            for uid, url, title, publisher, earliest in self._connection.execute(
                "SELECT uid, url, title, publisher, earliest FROM sources"
            ):
                for key in _keys(url, title, publisher, earliest):
                    self._sources.setdefault(key, (uid, title or url or uid))
        return self._sources

    def _like_sources(self, uid: str, fields: Mapping[str, str]) -> Iterator[Proposal]:
        day = fields.get("date", "")[:10] or None
        for key in _keys(fields.get("url"), fields.get("title"), fields.get("publisher"), day):
            if (known := self._known_sources().get(key)) and known[0] != uid:
                shown = fields.get("title") or fields.get("url") or uid
                yield Proposal("source", known[0], uid, f"“{shown}” may be “{known[1]}”.")
                return


def _keys(url: str | None, title: str | None, publisher: str | None, day: str | None) -> Iterator[str]:
    """Yield what two records of one source have in common: the bare link, or the title."""
    if url:
        yield f"url {_bare(url)}"
    if title and (publisher or day):
        yield f"title {name_key(title)} {name_key(publisher or '')} {day or ''}"


def open_proposals(archive: Archive) -> list[Proposal]:
    """Return the proposals that nobody has decided yet."""
    with archive._reading() as connection:
        rows = connection.execute(
            "SELECT entity, mine, theirs, reason FROM proposals WHERE decision IS NULL ORDER BY id"
        )
        return [Proposal(*row) for row in rows]


def join(archive: Archive, mine: str, theirs: str, *, by: str) -> int:
    """Make two speakers one, as was proposed: ``mine`` is kept; return how many quotes changed hands."""
    moved = archive.merge_speakers(mine, theirs, by=by)
    with archive._recording(by) as recorder:
        recorder.connection.execute(
            "UPDATE proposals SET decision = 'joined', decided_at = ?, decided_by = ?"
            " WHERE entity = 'speaker' AND mine IN (?, ?) AND theirs IN (?, ?)",
            (now(), by, mine, theirs, mine, theirs),
        )
    return moved

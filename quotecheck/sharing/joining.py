"""Speakers under other names, sources with other links: recognised, proposed, joined only when asked."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotecheck.archive import Archive, people
from quotecheck.archive.bulk import AMONG
from quotecheck.archive.chronicle import now
from quotecheck.archive.entering import take_in_text
from quotecheck.archive.entries import join_speakers, note_source, number_of, remove_source
from quotecheck.archive.identity import name_key
from quotecheck.archive.interface import SpeakerRecord
from quotecheck.archive.recorder import Recorder, Row
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.fields import Entity
from quotecheck.speakers.names import agreement

__all__ = [
    "Proposal",
    "Proposing",
    "join",
    "join_within",
    "keep_apart",
    "keep_apart_within",
    "open_proposals",
]

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
        self._apart = set(
            connection.execute("SELECT mine, theirs FROM proposals WHERE decision = 'apart'").fetchall()
        )
        (self._last,) = connection.execute("SELECT coalesce(max(id), 0) FROM speakers").fetchone()

    def of(self, entity: Entity, uid: str, fields: Mapping[str, str]) -> Iterator[Proposal]:
        """Yield whom or what of the archive the new entry may be."""
        found = self._speakers(uid, fields) if entity == "speaker" else self._like_sources(uid, fields)
        yield from (one for one in found if (one.mine, one.theirs) not in self._apart)

    def _namesakes(self, names: Sequence[str]) -> list[SpeakerRecord]:
        """Return some speakers who were here before and share a word of a name that not many bear."""
        tokens = json.dumps(sorted({token for name in names for token in people.name_tokens(name)}))
        rare = self._connection.execute(
            f"SELECT token FROM index_names WHERE kind = 'name' AND token {AMONG}"
            " GROUP BY token HAVING count(*) <= ?",
            (tokens, _BORNE_BY_MANY),
        ).fetchall()
        ids = self._connection.execute(
            "SELECT speaker_id FROM index_names WHERE kind = 'name' AND speaker_id <= ?"
            f" AND token {AMONG} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?",
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


def _decide(recorder: Recorder, mine: str, theirs: str, decision: str, *, by: str) -> int:
    cursor = recorder.connection.execute(
        "UPDATE proposals SET decision = ?, decided_at = ?, decided_by = ?"
        " WHERE mine IN (?, ?) AND theirs IN (?, ?)",
        (decision, now(), by, mine, theirs, mine, theirs),
    )
    return cursor.rowcount


def _hand_on(recorder: Recorder, quote: Row, from_: int, to: int) -> None:
    """Let a quote that is in one source, too, be in the other, too, unless it is from there."""
    if quote["source_id"] != to:
        note_source(recorder, quote, to)
    recorder.connection.execute(
        "DELETE FROM further_sources WHERE quote_id = ? AND source_id IN (?, ?)",
        (quote["id"], from_, quote["source_id"]),
    )


def _join_sources(recorder: Recorder, mine: str, theirs: str) -> int:
    to, from_ = number_of(recorder, "source", mine), number_of(recorder, "source", theirs)
    cursor = recorder.connection.execute("SELECT * FROM sources WHERE id = ?", (from_,))
    known = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
    stated = {column: value for column, value in known.items() if column not in ("id", "uid")}
    if "text" in recorder.registry.update_source(to, stated, replace=False):
        take_in_text(recorder, to, stated["text"])
    quotes = recorder.rows("source_id = ?", from_)
    for quote in quotes:
        recorder.change(quote, {"source_id": to}, note="two sources are one")
    among = "id IN (SELECT quote_id FROM further_sources WHERE source_id = ?)"
    for quote in recorder.rows(among, from_):
        _hand_on(recorder, quote, from_, to)
    remove_source(recorder, from_, theirs, note="two sources are one")
    return len(quotes)


def join_within(recorder: Recorder, mine: str, theirs: str, *, by: str) -> int:
    """Make two speakers, or two sources, one inside a transaction; see :func:`join`."""
    if mine == theirs:
        raise SharingError("These two are one already: name two that differ.")
    joining = _join_sources if mine[:1] == "s" else join_speakers
    moved = joining(recorder, mine, theirs)
    _decide(recorder, mine, theirs, "joined", by=by)
    return moved


def join(archive: Archive, mine: str, theirs: str, *, by: str) -> int:
    """Make two speakers, or two sources, one, as was proposed: ``mine`` is kept.

    What only the other knew is known of ``mine`` then. Returns how many quotes changed hands.
    """
    with archive._recording(by) as recorder:
        return join_within(recorder, mine, theirs, by=by)


def keep_apart_within(recorder: Recorder, mine: str, theirs: str, *, by: str) -> None:
    """Decide inside a transaction that two are not one; see :func:`keep_apart`."""
    if not _decide(recorder, mine, theirs, "apart", by=by):
        raise SharingError(
            "It is not proposed to join {mine} and {theirs}: “quotecheck share proposals” lists what is.",
            mine=mine,
            theirs=theirs,
        )


def keep_apart(archive: Archive, mine: str, theirs: str, *, by: str) -> None:
    """Decide that two speakers, or sources, are not one: that is not proposed again. Raises SharingError."""
    with archive._recording(by) as recorder:
        keep_apart_within(recorder, mine, theirs, by=by)

"""Lines of a bundle written by SQLite itself: of entries whose row is all there is to say of them.

They are by far the most, and the same bytes as those of :class:`quotecheck.sharing.entries.Entry`: keys in
order, no spaces, what is empty left out.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from msgspec.json import encode

from quotecheck.model import QuoteStatus, SpeakerType
from quotecheck.sharing.fields import Entity, tag_fields

__all__ = ["VERIFICATION", "VERIFIED", "PlainLine", "PlainLines"]

VERIFIED = (
    "verifications ON verifications.quote_id = entry.id"
    " LEFT JOIN attestations ON attestations.id = attestation_id"
    " LEFT JOIN signers ON signers.id = attestations.signer_id"
)
"""Joins the verifications of a quote, with who vouches for them."""

VERIFICATION = (
    "verified_by, verified_on, how, note, verifications.import_id IS NULL, signers.key, attestation_id"
)
"""What a verification says; then whether it was made here, by which key it is vouched for, and where."""

_ADDED_HERE = """
LEFT JOIN revisions AS added ON added.uid = entry.uid AND added.action = 'added'
    AND (added.import_id IS NULL OR added.import_id NOT IN (SELECT id FROM imports WHERE kind = 'bundle'))
"""
_ROWS: dict[Entity, str] = {
    "quote": "quotes AS entry LEFT JOIN speakers AS speaker ON speaker.id = entry.speaker_id"
    " LEFT JOIN sources AS source ON source.id = entry.source_id"
    f" LEFT JOIN {VERIFIED}",
    "speaker": f"speakers AS entry {_ADDED_HERE}",
    "source": "sources AS entry LEFT JOIN speakers AS speaker ON speaker.id = entry.speaker_id"
    f" {_ADDED_HERE}",
}
_VALUES: dict[Entity, dict[str, str]] = {
    "quote": {
        "context": "entry.context",
        "date": "entry.earliest || '/' || entry.latest",
        "external_id": "entry.external_id",
        "language": "entry.language",
        "occasion": "entry.occasion",
        "source": "source.uid",
        "speaker": "speaker.uid",
        "speaker_role": "entry.speaker_role",
        "status": f"nullif(entry.status, '{QuoteStatus.UNVERIFIED}')",
        "text": "entry.text",
    },
    "speaker": {
        "kind": f"nullif(entry.kind, '{SpeakerType.PERSON}')",
        "name": "entry.name",
        "notes": "entry.notes",
    },
    "source": {
        "date": "entry.earliest || '/' || coalesce(entry.latest, entry.earliest)",
        "kind": "entry.kind",
        "language": "entry.language",
        "publisher": "entry.publisher",
        "retrieved_at": "entry.retrieved_at",
        "speaker": "speaker.uid",
        "text": "entry.sha256",
        "title": "entry.title",
        "url": "entry.url",
    },
}
_WITHOUT_HISTORY = """
    NOT EXISTS (SELECT 1 FROM histories WHERE histories.uid = entry.uid)
    AND NOT EXISTS
        (SELECT 1 FROM revisions WHERE uid = entry.uid AND action NOT IN ('added', 'verified'))
"""
_WITHOUT_FACTS: dict[Entity, str] = {
    "quote": "AND NOT EXISTS (SELECT 1 FROM further_sources WHERE quote_id = entry.id)",
    "speaker": "AND NOT EXISTS (SELECT 1 FROM speaker_aliases WHERE speaker_id = entry.id)"
    " AND NOT EXISTS (SELECT 1 FROM speaker_roles WHERE speaker_id = entry.id)",
    "source": "",
}


class PlainLine(NamedTuple):
    """The line of an entry, and what the rest of the bundle has to know of it.

    Verifications belong between ``line`` and ``end``; a quote that has several comes once with each.
    ``at`` is when it was entered (ISO time, or empty), ``earliest`` and ``latest`` are the days between which
    a quote was said, ``speaker`` and ``source`` the uids that it names.
    """

    uid: str
    line: bytes
    end: bytes
    at: str
    speaker: str | None = None
    source: str | None = None
    earliest: str | None = None
    latest: str | None = None
    verified: str | None = None
    on: str | None = None
    how: str = ""
    note: str = ""
    is_own: bool = True
    key: str | None = None
    attestation: int | None = None


def _member(name: str, value: str) -> str:
    """Return SQL for a member of a JSON object with a comma before it, or nothing if it is empty."""
    return f"""iif({value} != '', ',"{name}":' || json_quote({value}), '')"""


def _fields(entity: Entity) -> str:
    members = {name: _member(name, value) for name, value in _VALUES[entity].items()}
    if entity == "quote":
        members["tag:"] = "iif(entry.tags IS NULL, '', tag_members(entry.tags))"
    said = " || ".join(members[name] for name in sorted(members))
    return f"""ifnull(',"fields":{{' || nullif(substr({said}, 2), '') || '}}', '')"""


def _sql(entity: Entity) -> str:
    by, at, end = "added.revised_by", "added.revised_at", "''"
    told = "" if entity == "speaker" else ", speaker.uid"
    if entity == "quote":
        by, at = "entry.created_by", "entry.created_at"
        around = f"{_member('before', 'entry.before')} || {_member('after', 'entry.after')}"
        end = f"iif(:texts AND source.text IS NOT NULL, '', {around})"
        told = f", speaker.uid, source.uid, entry.earliest, entry.latest, {VERIFICATION}"
    said = f"{_fields(entity)} || {_member('by', by)} || {_member('at', at)}"
    return (
        f"SELECT entry.uid, CAST('{{\"uid\":' || json_quote(entry.uid) || {said} AS BLOB),"
        f" CAST({end} || '}}' AS BLOB), ifnull({at}, ''){told} FROM {_ROWS[entity]}"
        f" WHERE entry.uid IN (SELECT value FROM json_each(:uids)) AND {_WITHOUT_HISTORY}"
        f" {_WITHOUT_FACTS[entity]}"
    )


_SQL: dict[Entity, str] = {entity: _sql(entity) for entity in _VALUES}


def _tag_members(tags: str) -> str:
    told = sorted(tag_fields(tags).items())
    return "".join(f",{encode(field).decode()}:{encode(tag).decode()}" for field, tag in told)


class PlainLines:
    """Reads the lines of one archive's entries that have no history."""

    def __init__(self, connection: sqlite3.Connection, *, texts: bool) -> None:
        """Read through ``connection``, on which no statement is running.

        ``texts`` tells whether the full texts go along, so that a quote's surroundings need not.
        """
        self._connection = connection
        self._texts = texts
        connection.create_function("tag_members", 1, _tag_members, deterministic=True)

    def of(self, entity: Entity, uids: str) -> list[PlainLine]:
        """Return the lines of those entries (a JSON list of uids) that have no history."""
        rows = self._connection.execute(_SQL[entity], {"uids": uids, "texts": self._texts})
        return [PlainLine(*row) for row in rows.fetchall()]

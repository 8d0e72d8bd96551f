"""What the rows of an archive say of a quote, speaker or source, and whether that is all there is to say.

What nobody has changed since it was entered needs no history of its own: it follows from the row.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

import msgspec

from quotecheck.archive.bulk import AMONG
from quotecheck.model import QuoteStatus, SpeakerType
from quotecheck.sharing.fields import FIELDS, Entity, tag_fields
from quotecheck.sharing.history import History, version

__all__ = ["Local", "grouped", "present"]

_MADE_HERE = """
LEFT JOIN revisions AS made ON made.uid = entry.uid AND made.action = 'added'
    AND (made.import_id IS NULL OR made.import_id NOT IN (SELECT id FROM imports WHERE kind = 'bundle'))
"""
_HAS_CHANGED = (
    "EXISTS (SELECT 1 FROM histories WHERE histories.uid = entry.uid) OR EXISTS"
    " (SELECT 1 FROM revisions WHERE uid = entry.uid AND action NOT IN ('added', 'verified'))"
)
_SPEAKER = "LEFT JOIN speakers AS speaker ON speaker.id = entry.speaker_id"
_SOURCE = "LEFT JOIN sources AS source ON source.id = entry.source_id"
_IN_TABLES: dict[Entity, str] = {
    "quote": "EXISTS (SELECT 1 FROM further_sources WHERE quote_id = entry.id)",
    "speaker": "EXISTS (SELECT 1 FROM speaker_aliases WHERE speaker_id = entry.id)"
    " OR EXISTS (SELECT 1 FROM speaker_roles WHERE speaker_id = entry.id)",
    "source": "false",
}
# By whom and when it was entered; of a quote its tags, what stands around it, and whether its source has a
# text that tells that as well; then the fields in order.
_SAID: dict[Entity, str] = {
    "quote": "created_by, created_at, tags, before, after, source.text IS NOT NULL, entry.text, speaker.uid,"
    " speaker_role, entry.earliest || '/' || entry.latest, source.uid, context, occasion, entry.language,"
    f" nullif(status, '{QuoteStatus.UNVERIFIED}'), external_id FROM quotes AS entry {_SPEAKER} {_SOURCE}",
    "speaker": "made.revised_by, made.revised_at, NULL, '', '', false, name,"
    f" nullif(kind, '{SpeakerType.PERSON}'), notes FROM speakers AS entry {_MADE_HERE}",
    "source": "made.revised_by, made.revised_at, NULL, '', '', false, title, publisher,"
    " earliest || '/' || coalesce(latest, earliest), url, retrieved_at, language, entry.kind, speaker.uid,"
    f" sha256 FROM sources AS entry {_SPEAKER} {_MADE_HERE}",
}
_ROWS: dict[Entity, str] = {
    entity: f"SELECT entry.uid, entry.id, {_HAS_CHANGED}, {_IN_TABLES[entity]}, {said}"
    f" WHERE entry.uid {AMONG}"
    for entity, said in _SAID.items()
}
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
}


class Local(msgspec.Struct, frozen=True, gc=False):
    """What this archive knows of one quote, speaker or source.

    ``id`` is its number, None when it is not (any more) in the archive; ``fields`` are what its row says.
    ``history`` is None as long as there is none beyond what was first entered, ``by`` and ``at`` tell by whom
    and when that was. ``entered`` are the ids of those versions, as long as they are not written down.
    ``before`` and ``after`` are what stands around a quote, ``in_text`` tells whether its source has a text.
    """

    uid: str
    id: int | None
    fields: dict[str, str]
    by: str = ""
    at: str = ""
    before: str = ""
    after: str = ""
    in_text: bool = False
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


def grouped(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    """Return rows by their first column."""
    groups: dict[str, list[tuple[Any, ...]]] = {}
    for uid, *rest in rows:
        groups.setdefault(uid, []).append(tuple(rest))
    return groups


def _add_facts(
    connection: sqlite3.Connection, entity: Entity, found: dict[str, Local], uids: list[str]
) -> None:
    sql, wanted = _FACTS[entity], json.dumps(uids)
    for uid, field, value in connection.execute(sql, (wanted,) * sql.count("?")):
        found[uid].fields[field] = value


def present(connection: sqlite3.Connection, entity: Entity, uids: str) -> tuple[dict[str, Local], set[str]]:
    """Return what the rows of these entries (a JSON list) say, and the uids of those that have changed.

    The latter are told as if they had always been what they are now.
    """
    names = FIELDS[entity]
    found, changed, with_facts = {}, set(), []
    rows = connection.execute(_ROWS[entity], (uids,))
    for uid, id_, has_changed, has_facts, by, at, tags, before, after, in_text, *values in rows:
        fields = {name: value for name, value in zip(names, values, strict=True) if value}
        if tags:
            fields |= tag_fields(tags)
        if has_changed:
            changed.add(uid)
        if has_facts:
            with_facts.append(uid)
        found[uid] = Local(uid, id_, fields, by or "", at or "", before, after, bool(in_text))
    if with_facts:
        _add_facts(connection, entity, found, with_facts)
    return found, changed

"""What the rows of an archive say of a quote, speaker or source, and whether that is all there is to say.

What nobody has changed since it was entered needs no history of its own: it follows from the row.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from quotecheck.archive.bulk import AMONG
from quotecheck.model import QuoteStatus, SpeakerType
from quotecheck.sharing.fields import FIELDS, NAMING, Entity, Numbers, tag_fields
from quotecheck.sharing.history import History, version

__all__ = ["Local", "grouped", "present"]

_MADE_HERE = """
LEFT JOIN revisions AS made ON made.uid = {entity}s.uid AND made.action = 'added'
    AND (made.import_id IS NULL OR made.import_id NOT IN (SELECT id FROM imports WHERE kind = 'bundle'))
"""
_HAS_CHANGED = (
    "EXISTS (SELECT 1 FROM histories WHERE histories.uid = {entity}s.uid) OR EXISTS"
    " (SELECT 1 FROM revisions WHERE uid = {entity}s.uid AND action NOT IN ('added', 'verified'))"
)
# The uid and the number, the fields in order (whom they name by number), by whom and when it was entered,
# whether it has changed since, whether it has facts in other tables; then, of a quote, its tags and what
# stands around it.
_ROWS: dict[Entity, str] = {
    "quote": "SELECT quotes.uid, id, text, speaker_id, speaker_role, earliest || '/' || latest, source_id,"
    f" context, occasion, language, nullif(status, '{QuoteStatus.UNVERIFIED}'), external_id,"
    f" created_by, created_at, {_HAS_CHANGED},"
    " EXISTS (SELECT 1 FROM further_sources WHERE quote_id = quotes.id), tags, quotes.before, quotes.after"
    " FROM quotes",
    "speaker": f"SELECT speakers.uid, speakers.id, name, nullif(kind, '{SpeakerType.PERSON}'), notes,"
    f" made.revised_by, made.revised_at, {_HAS_CHANGED},"
    " EXISTS (SELECT 1 FROM speaker_aliases WHERE speaker_id = speakers.id) OR"
    f" EXISTS (SELECT 1 FROM speaker_roles WHERE speaker_id = speakers.id) FROM speakers {_MADE_HERE}",
    "source": "SELECT sources.uid, sources.id, title, publisher,"
    " earliest || '/' || coalesce(latest, earliest), url, retrieved_at, language, kind, speaker_id, sha256,"
    f" made.revised_by, made.revised_at, {_HAS_CHANGED}, false FROM sources {_MADE_HERE}",
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


def present(
    connection: sqlite3.Connection, entity: Entity, uids: str, numbers: Numbers
) -> tuple[dict[str, Local], set[str]]:
    """Return what the rows of these entries (a JSON list) say, and the uids of those that have changed.

    The latter are told as if they had always been what they are now.
    """
    names = FIELDS[entity]
    last = 2 + len(names)
    rows = connection.execute(
        f"{_ROWS[entity].format(entity=entity)} WHERE {entity}s.uid {AMONG}", (uids,)
    ).fetchall()
    naming = []
    for field, named in NAMING[entity]:
        place = 2 + names.index(field)
        naming.append((field, numbers.learn_uids(named, {row[place] for row in rows} - {None})))
    found, changed, with_facts = {}, set(), []
    for row in rows:
        uid, (by, at, has_changed, has_facts, *more) = row[0], row[last:]
        fields = {name: value for name, value in zip(names, row[2:last], strict=True) if value}
        for field, named_uids in naming:
            if field in fields:
                fields[field] = named_uids[fields[field]]
        around = ("", "")
        if more:
            tags, *around = more
            if tags:
                fields |= tag_fields(tags)
        if has_changed:
            changed.add(uid)
        if has_facts:
            with_facts.append(uid)
        found[uid] = Local(uid, row[1], fields, by or "", at or "", around)
    if with_facts:
        _add_facts(connection, entity, found, with_facts)
    return found, changed

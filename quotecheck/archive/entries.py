"""Speakers and sources as forms show and take them, and how they are written, with a line of history each."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, NamedTuple

from quotecheck.archive import people
from quotecheck.archive.entering import take_in_text
from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.identity import name_key
from quotecheck.archive.interface import SpeakerRole
from quotecheck.archive.numbering import keep_number
from quotecheck.archive.recorder import Recorder, Row
from quotecheck.model import Interval, SpeakerType

__all__ = [
    "SourceEntry",
    "SpeakerEntry",
    "hand_over",
    "join_speakers",
    "note_source",
    "number_of",
    "remove_source",
    "remove_speaker",
    "replace_source",
    "speaker_entry",
    "write_source",
    "write_speaker",
]


class SpeakerEntry(NamedTuple):
    """A speaker as a form shows and takes it: all that the archive knows, to be replaced as a whole."""

    name: str
    kind: SpeakerType = SpeakerType.PERSON
    aliases: tuple[str, ...] = ()
    roles: tuple[SpeakerRole, ...] = ()
    notes: str = ""


class SourceEntry(NamedTuple):
    """A source as a form shows and takes it; an empty text is "not known"."""

    title: str = ""
    publisher: str = ""
    published: Interval | None = None
    url: str = ""
    language: str = ""
    kind: str = ""
    text: str = ""


def number_of(recorder: Recorder, entity: str, uid: str) -> int:
    """Return the number of a speaker, source or quote in this archive. Raises ArchiveError without one."""
    row = recorder.connection.execute(f"SELECT id FROM {entity}s WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        raise ArchiveError("There is no {uid} in the archive any more: search again.", uid=uid)
    return int(row[0])


def speaker_entry(recorder: Recorder, id_: int) -> SpeakerEntry:
    """Return all that is known of a speaker."""
    known = people.speakers_by_ids(recorder.connection, [id_])[0]
    notes = recorder.connection.execute("SELECT notes FROM speakers WHERE id = ?", (id_,)).fetchone()[0]
    return SpeakerEntry(known.name, known.kind, known.aliases, known.roles, notes)


def _as_columns(entry: SpeakerEntry) -> Row:
    """Return an entry as the history writes it."""
    return {
        "name": entry.name,
        "kind": entry.kind.value,
        "notes": entry.notes,
        "aliases": list(entry.aliases),
        "roles": [[title, *(day and day.isoformat() for day in days)] for title, *days in entry.roles],
    }


def write_speaker(recorder: Recorder, id_: int, uid: str, entry: SpeakerEntry, *, note: str = "") -> None:
    """Make a speaker what ``entry`` says, with a line of history."""
    keys = dict.fromkeys(name_key(alias) for alias in entry.aliases if alias.strip())
    named = {name_key(alias): " ".join(alias.split()) for alias in entry.aliases}
    keys.pop(name_key(entry.name), None)
    entry = entry._replace(name=" ".join(entry.name.split()), aliases=tuple(named[key] for key in keys))
    before, after = _as_columns(speaker_entry(recorder, id_)), _as_columns(entry)
    changed = [column for column in after if after[column] != before[column]]
    if not changed:
        return
    connection = recorder.connection
    quotes = [row["id"] for row in recorder.rows("speaker_id = ?", id_)] if "name" in changed else []
    recorder.search.forget(quotes)
    connection.execute(
        "UPDATE speakers SET name = ?, kind = ?, notes = ? WHERE id = ?",
        (entry.name, entry.kind.value, entry.notes, id_),
    )
    recorder.search.remember(quotes)
    connection.execute("DELETE FROM speaker_aliases WHERE speaker_id = ?", (id_,))
    connection.executemany(
        "INSERT INTO speaker_aliases (speaker_id, alias, key) VALUES (?, ?, ?)",
        [(id_, named[key], key) for key in keys],
    )
    connection.execute("DELETE FROM speaker_roles WHERE speaker_id = ?", (id_,))
    connection.executemany(
        "INSERT INTO speaker_roles (speaker_id, role, from_date, to_date) VALUES (?, ?, ?, ?)",
        [(id_, *role) for role in after["roles"]],
    )
    people.index_speakers(connection, [id_])
    recorder.revise(
        "speaker",
        uid,
        "changed",
        before={column: before[column] for column in changed},
        after={column: after[column] for column in changed},
        note=note,
    )


def hand_over(recorder: Recorder, from_: int, to: int) -> list[tuple[int, int]]:
    """Let the sources and turns of one speaker be another's; return the turns, as source and start."""
    turns = recorder.connection.execute(
        "SELECT source_id, start FROM source_turns WHERE speaker_id = ?", (from_,)
    ).fetchall()
    for uid, id_ in recorder.connection.execute(
        "SELECT uid, id FROM sources WHERE speaker_id = ?", (from_,)
    ).fetchall():
        recorder.connection.execute("UPDATE sources SET speaker_id = ? WHERE id = ?", (to, id_))
        recorder.revise("source", uid, "changed", before={"speaker_id": from_}, after={"speaker_id": to})
    recorder.connection.execute("UPDATE source_turns SET speaker_id = ? WHERE speaker_id = ?", (to, from_))
    return turns


def remove_speaker(recorder: Recorder, id_: int, uid: str, *, note: str, turns: list[Any]) -> None:
    """Delete a speaker who has no quotes; the history keeps what was known of them, and their ``turns``."""
    before = {"id": id_, **_as_columns(speaker_entry(recorder, id_)), "turns": turns}
    recorder.connection.execute("DELETE FROM index_names WHERE speaker_id = ?", (id_,))
    keep_number(recorder.connection, "speaker")
    recorder.connection.execute("DELETE FROM speakers WHERE id = ?", (id_,))
    recorder.revise("speaker", uid, "deleted", before=before, note=note)


def join_speakers(recorder: Recorder, kept: str, joined: str, *, note: str = "") -> int:
    """Give all that is one speaker's to another, inside a transaction; return how many quotes that are."""
    if kept == joined:
        raise ArchiveError("A speaker cannot be merged with themselves: choose another one.")
    to, from_ = number_of(recorder, "speaker", kept), number_of(recorder, "speaker", joined)
    one, other = speaker_entry(recorder, to), speaker_entry(recorder, from_)
    quotes = recorder.rows("speaker_id = ?", from_)
    for row in quotes:
        recorder.change(row, {"speaker_id": to}, note=note or f"{other.name} is {one.name}")
    turns = hand_over(recorder, from_, to)
    remove_speaker(recorder, from_, joined, note=note, turns=turns)
    aliases = dict.fromkeys((*one.aliases, other.name, *other.aliases))
    roles = dict.fromkeys((*one.roles, *other.roles))
    both = one._replace(aliases=tuple(aliases), roles=tuple(roles))
    write_speaker(recorder, to, kept, both, note=note)
    return len(quotes)


def _source_columns(entry: SourceEntry) -> Row:
    """Return the columns that an entry stands for."""
    said = entry.published
    columns: dict[str, Any] = {
        "title": entry.title,
        "publisher": entry.publisher,
        "earliest": said and said.earliest.isoformat(),
        "latest": said and said.latest.isoformat(),
        "url": entry.url,
        "language": entry.language,
        "kind": entry.kind,
        "text": entry.text,
        "sha256": sha256(entry.text.encode()).hexdigest() if entry.text else None,
    }
    return {column: value or None for column, value in columns.items()}


def note_source(recorder: Recorder, quote: Row, source: int) -> None:
    """Note that a quote is in another source, too, with a line of history."""
    if recorder.note_further_source(quote["id"], source):
        recorder.revise("quote", quote["uid"], "changed", after={"further_source": source})


def write_source(recorder: Recorder, uid: str, entry: SourceEntry, *, note: str = "") -> None:
    """Make a source what ``entry`` says; the quotes of a new text find their places in it."""
    if not (entry.url.strip() or entry.title.strip()):
        raise ArchiveError(
            "The source has neither an address nor a title: give one, so that it can be found."
        )
    replace_source(recorder, uid, _source_columns(entry), note=note)


def replace_source(recorder: Recorder, uid: str, columns: Row, *, note: str = "") -> None:
    """Make columns of a source what they are said to be, be it nothing."""
    id_ = number_of(recorder, "source", uid)
    changes = recorder.registry.replace_source(id_, columns, note=note)
    if "text" in changes:
        take_in_text(recorder, id_, changes["text"] or "")


def remove_source(recorder: Recorder, id_: int, uid: str, *, note: str) -> None:
    """Delete a source that no quote refers to; the history keeps what was known of it."""
    cursor = recorder.connection.execute("SELECT * FROM sources WHERE id = ?", (id_,))
    before = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
    recorder.index.remove_sources([id_])
    keep_number(recorder.connection, "source")
    recorder.connection.execute("DELETE FROM sources WHERE id = ?", (id_,))
    recorder.revise("source", uid, "deleted", before=before, note=note)

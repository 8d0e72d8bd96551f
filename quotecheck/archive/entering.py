"""Entering quotes into an archive, one or a million.

A statement is entered once. A row that says the same again adds nothing; a row that says it differently under
the same external id is a correction, kept as a revision; nothing is overwritten without one.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.incoming.preparing import Prepared
from quotecheck.archive.recorder import Drafts, Recorder, Row
from quotecheck.archive.rows import interval
from quotecheck.archive.sources.casting import Cast
from quotecheck.archive.sources.transcripts import turns
from quotecheck.archive.sources.turns import source_windows, write_turns
from quotecheck.archive.tags import united
from quotecheck.model import Message, QuoteStatus, message
from quotecheck.words import norms

__all__ = ["Entered", "enter", "enter_known", "enter_source", "take_in_text"]

_SAME_WORDING = 0.5


class Entered(NamedTuple):
    """What became of a quote: "added", "changed" or "unchanged", and what should be known of it."""

    uid: str
    outcome: str
    remark: Message | None = None


def _taken(external: str) -> Message:
    return message("Its id {id} already belongs to another quote, so it was added for itself.", id=external)


def _overlap(one: str, other: str) -> float:
    """Return the share of the words of the longer text that both texts have."""
    a, b = set(norms(one)), set(norms(other))
    return len(a & b) / max(len(a), len(b), 1)


def _file(recorder: Recorder, import_id: int | None) -> str | None:
    row = recorder.connection.execute("SELECT file FROM imports WHERE id = ?", (import_id,)).fetchone()
    return row[0] if row else None


def _is_correction(recorder: Recorder, row: Row, stated: Row) -> bool:
    """Tell a corrected row from one of another collection that happens to use the same numbers."""
    said = ("speaker_id", "earliest", "latest")
    return (
        _overlap(row["text"], stated["text"]) >= _SAME_WORDING
        or all(row[column] == stated[column] is not None for column in said)
        or (
            row["import_id"] is not None
            and _file(recorder, row["import_id"]) == _file(recorder, recorder.import_id)
        )
    )


def _replaced_by_hand(recorder: Recorder, uid: str, column: str, value: object) -> bool:
    rows = recorder.connection.execute(
        "SELECT before, import_id FROM revisions WHERE uid = ? AND action = 'changed' ORDER BY id DESC",
        (uid,),
    )
    for before, import_id in rows:
        if column in (old := json.loads(before)):
            return import_id is None and bool(old[column] == value)
    return False


def _correct(recorder: Recorder, row: Row, stated: Row) -> Entered:
    """Take over what the row now says; what a person has corrected by hand stays."""
    changes = {
        column: value
        for column, value in stated.items()
        if value is not None
        and value != row[column]
        and not _replaced_by_hand(recorder, row["uid"], column, value)
    }
    if not changes:
        return Entered(row["uid"], "unchanged")
    recorder.change(row, changes, note="the imported row had changed")
    return Entered(row["uid"], "changed")


def _complete(recorder: Recorder, row: Row, stated: Row) -> Entered:
    """Fill in what was not known of a statement that has come again; another source of it is noted."""
    known = {
        **row,
        "tags": None,
        "status": None if row["status"] == QuoteStatus.UNVERIFIED else row["status"],
    }
    changes = {k: v for k, v in stated.items() if v not in (None, row[k]) and known[k] is None}
    if changes:
        recorder.change(row, changes, note="completed by another record of the same statement")
    other = stated["source_id"] not in (None, {**row, **changes}["source_id"])
    noted = other and recorder.note_further_source(row["id"], stated["source_id"])
    return Entered(row["uid"], "changed" if changes or noted else "unchanged")


def enter_known(recorder: Recorder, drafts: Drafts, place: int) -> Entered:
    """Enter a quote that may be there already, or another one with its external id."""
    uid, stated = drafts.uids[place], drafts.stated(place)
    external, tags = stated["external_id"], stated["tags"]
    for row in recorder.rows("external_id = ?", external) if external else ():
        if row["uid"] == uid or _is_correction(recorder, row, stated):
            stated["tags"] = united(row["tags"], tags)
            return _correct(recorder, row, stated)
    for row in recorder.rows("uid = ?", uid):
        stated["tags"] = united(row["tags"], tags)
        return _complete(recorder, row, stated)
    recorder.insert(drafts.only([place]))
    is_taken = bool(recorder.rows("external_id = ?", external)[1:])
    return Entered(uid, "added", _taken(external) if is_taken else None)


def _certainly_new(recorder: Recorder, drafts: Drafts) -> list[int]:
    """Return the places of the drafts whose uid and external id are new, also to the list."""

    def known(column: str, values: list[str]) -> set[str]:
        sql = f"SELECT {column} FROM quotes WHERE {column} {AMONG}"
        return {row[0] for row in recorder.connection.execute(sql, (json.dumps(values),))}

    externals = drafts.columns["external_id"]
    if len(externals) == 1:
        keys = {"uid": drafts.uids[0], "external_id": externals[0]}
        sqls = [
            (f"SELECT 1 FROM quotes WHERE {name} = ?", key) for name, key in keys.items() if key is not None
        ]
        return [] if any(recorder.connection.execute(sql, (key,)).fetchone() for sql, key in sqls) else [0]
    stated = [external for external in externals if external is not None]
    uids, ids = known("uid", drafts.uids), known("external_id", stated)
    if not uids and not ids and len(set(drafts.uids)) + len(set(stated)) == len(externals) + len(stated):
        return list(range(len(externals)))
    new = []
    for i, (uid, external) in enumerate(zip(drafts.uids, externals, strict=True)):
        if uid not in uids and external not in ids:
            new.append(i)
        uids.add(uid)
        if external is not None:
            ids.add(external)
    return new


def enter(recorder: Recorder, prepared: Prepared) -> list[Entered]:
    """Enter quotes in order and say of each what became of it."""
    drafts = recorder.drafts(prepared)
    new = _certainly_new(recorder, drafts)
    recorder.insert(drafts.only(new))
    entered = [Entered(uid, "added") for uid in drafts.uids]
    for i in sorted(set(range(len(entered))) - set(new)):
        entered[i] = enter_known(recorder, drafts, i)
    return entered


def _write_turns(recorder: Recorder, source: int, text: str) -> None:
    title, speaker, earliest, latest = recorder.connection.execute(
        "SELECT title, speaker_id, earliest, latest FROM sources WHERE id = ?", (source,)
    ).fetchone()
    said = interval(earliest, latest)
    cast = Cast(recorder.connection, recorder.registry, text=text, title=title, said=said, speaker=speaker)
    lines = [(*turn.words, turn.label, cast.speaker(turn.label)) for turn in turns(text)]
    write_turns(recorder.connection, source, lines)


def take_in_text(recorder: Recorder, source: int, text: str) -> None:
    """Index the text that a source has now, and let its quotes find their places in it."""
    _write_turns(recorder, source, text)
    recorder.index.remove_sources([source])
    recorder.index.add_source(source, source_windows(recorder.connection, source, text))
    note = "the source's text was added" if text else "the source's text was taken away"
    for quote in recorder.rows("source_id = ?", source):
        recorder.change(quote, recorder.placed(quote), note=note)


def enter_source(recorder: Recorder, uid: str, stated: Row) -> None:
    """Add or complete a source; a new text is indexed, and the quotes from it find their places.

    The turns of a transcript are told apart, and their speakers found or added.
    """
    row = recorder.connection.execute("SELECT id FROM sources WHERE uid = ?", (uid,)).fetchone()
    source = row[0] if row else recorder.registry.add_source(uid, stated)
    new_text = stated["text"] if row is None else recorder.registry.update_source(source, stated).get("text")
    if new_text is not None:
        take_in_text(recorder, source, new_text)

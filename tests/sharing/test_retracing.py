"""The versions that follow from what was done to an entry here."""

from __future__ import annotations

from typing import Any

from quotecheck.archive import Archive, NewQuote
from quotecheck.archive.interface import SpeakerRecord
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.history import Version, heads
from quotecheck.sharing.reading import read_locals

BRIDGE = NewQuote("We will rebuild the bridge.", speaker="Lee Park")


def versions(archive: Archive, entity: Entity, uid: str, field: str) -> list[Version]:
    """Return the versions of one field, each after the one that it replaced."""
    with archive._reading() as connection:
        known = read_locals(connection, entity, [uid], Numbers(connection))[uid].versions()
    found = [one for one in known.values() if one.field == field]
    return sorted(found, key=lambda one: sum(one.id in other.parents for other in found), reverse=True)


def test_each_change_replaces_the_one_before_also_when_it_goes_back(ana: Any) -> None:
    with ana.archive() as archive:
        uid = archive.add_quote(BRIDGE, by="Ana")
        for value in ("Town hall", "Press call", "Town hall"):
            archive.update_quote(uid, by="Ben", occasion=value)
        said = versions(archive, "quote", uid, "occasion")
    (now,) = heads({one.id: one for one in said})["occasion"]
    assert (len(said), now.value) == (3, "Town hall")
    (before,) = (one for one in said if one.id in now.parents)
    (first,) = (one for one in said if one.id in before.parents)
    assert (before.value, first.value, first.parents) == ("Press call", "Town hall", ())


def test_what_was_taken_out_of_a_quote_is_a_version_without_a_value(ana: Any) -> None:
    with ana.archive() as archive:
        uid = archive.add_quote(BRIDGE, by="Ana")
        archive.tag_quotes([uid], add=["Budget"], by="Ana")
        archive.tag_quotes([uid], remove=["Budget"], by="Ben")
        there, gone = versions(archive, "quote", uid, "tag:budget")
    assert (there.value, there.by, gone.value, gone.by, gone.parents) == (
        "Budget", "Ana", None, "Ben", (there.id,),
    )  # fmt: skip


def test_a_name_that_a_speaker_no_longer_goes_by_is_one_too(ana: Any) -> None:
    with ana.archive() as archive:
        archive.add_quote(BRIDGE, by="Ana")
        uid = archive.speaker_uid("Lee Park")
        lee: SpeakerRecord = archive.speaker(uid)
        archive.update_speaker(uid, lee._replace(aliases=("Lefty",)), by="Ana")
        archive.update_speaker(uid, lee._replace(aliases=()), by="Ben")
        there, gone = versions(archive, "speaker", uid, "alias:lefty")
    assert (there.value, gone.value, gone.by, gone.parents) == ("Lefty", None, "Ben", (there.id,))


def test_an_import_that_was_undone_has_never_been(ana: Any, tmp_path: Any) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "We will rebuild the bridge.", "speaker": "Lee Park"}\n', encoding="utf-8")
    with ana.archive() as archive:
        imported = archive.import_quotes(rows, by="Ana")
        archive.undo_import(imported.import_id, by="Ana")
        uid = archive.add_quote(BRIDGE, by="Ben")
        (text,) = versions(archive, "quote", uid, "text")
        assert versions(archive, "quote", uid, "deleted") == []
    assert (text.by, text.parents) == ("Ben", ())


def test_what_was_restored_was_deleted_before(ana: Any) -> None:
    with ana.archive() as archive:
        uid = archive.add_quote(BRIDGE, by="Ana")
        archive.delete_quote(uid, by="Ben", note="a mistake")
        assert archive.add_quote(BRIDGE, by="Ana") == uid
        deleted, restored = versions(archive, "quote", uid, "deleted")
    assert (deleted.value, deleted.by, deleted.note) == ("yes", "Ben", "a mistake")
    assert (restored.value, restored.by, restored.parents) == (None, "Ana", (deleted.id,))


def test_what_was_done_without_a_revision_is_told_as_well(ana: Any) -> None:
    with ana.archive() as archive:
        uid = archive.add_quote(BRIDGE, by="Ana")
        archive.update_quote(uid, by="Ben", occasion="Town hall")
        with archive._recording("nobody") as recorder:
            recorder.connection.execute("UPDATE quotes SET occasion = 'Press call' WHERE uid = ?", (uid,))
        said = versions(archive, "quote", uid, "occasion")
    (now,) = heads({one.id: one for one in said})["occasion"]
    assert now.value == "Press call"

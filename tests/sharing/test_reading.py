"""What an archive says of its entries, and what it remembers of them, read without writing anything."""

from __future__ import annotations

from typing import Any

from quotecheck.archive import Archive, NewQuote
from quotecheck.sharing.fields import Entity, Numbers
from quotecheck.sharing.local import Local
from quotecheck.sharing.reading import read_locals

BRIDGE = NewQuote(
    "We will rebuild the bridge.", speaker="Lee Park", source_url="https://news.example/1", tags=("Budget",)
)


def read(archive: Archive, entity: Entity, *uids: str) -> dict[str, Local]:
    with archive._reading() as connection:
        return read_locals(connection, entity, uids, Numbers(connection))


def test_what_nobody_has_changed_follows_from_its_row(ana: Any) -> None:
    with ana.archive() as archive:
        uid = archive.add_quote(BRIDGE, by="Ana")
        (local,) = read(archive, "quote", uid, "q" + "0" * 20).values()
    assert local.plain
    assert local.by == "Ana"
    assert {field: value for field, value in local.fields.items() if field not in ("speaker", "source")} == {
        "text": BRIDGE.text,
        "tag:budget": "Budget",
    }
    assert {one.field for one in local.versions().values()} == set(local.fields)


def test_those_who_are_named_can_be_read_by_their_uids(ana: Any) -> None:
    with ana.archive() as archive:
        uid = archive.add_quote(BRIDGE, by="Ana")
        said = read(archive, "quote", uid)[uid].fields
        assert read(archive, "speaker", said["speaker"])[said["speaker"]].fields == {"name": "Lee Park"}
        source = read(archive, "source", said["source"])[said["source"]]
    assert (source.fields["url"], source.by) == ("https://news.example/1", "Ana")


def test_what_was_changed_has_a_history_that_is_the_same_each_time(ana: Any) -> None:
    with ana.archive() as archive:
        uid = archive.add_quote(BRIDGE, by="Ana")
        archive.update_quote(uid, by="Ben", occasion="Town hall")
        local = read(archive, "quote", uid)[uid]
        assert read(archive, "quote", uid) == {uid: local}
    assert not local.plain
    (told,) = (one for one in local.versions().values() if one.field == "occasion")
    assert (told.value, told.by, told.parents) == ("Town hall", "Ben", ())
    assert told.id not in local.entered


def test_what_was_deleted_says_only_that(ana: Any) -> None:
    with ana.archive() as archive:
        uid = archive.add_quote(BRIDGE, by="Ana")
        archive.delete_quote(uid, by="Ben", note="a mistake")
        (local,) = read(archive, "quote", uid).values()
    assert (local.id, local.fields) == (None, {"deleted": "yes"})
    (deletion,) = (one for one in local.versions().values() if one.field == "deleted")
    assert (deletion.by, deletion.note) == ("Ben", "a mistake")
    assert set(deletion.parents) == local.versions().keys() - {deletion.id}


def test_a_history_that_was_received_goes_on_here(ana: Any, ben: Any) -> None:
    with ana.archive() as archive:
        uid = archive.add_quote(BRIDGE, by="Ana")
        archive.update_quote(uid, by="Ana", occasion="Town hall")
        theirs = read(archive, "quote", uid)[uid].versions()
    ben.take(ana.export())
    with ben.archive() as archive:
        assert read(archive, "quote", uid)[uid].versions() == theirs
        archive.update_quote(uid, by="Ben", occasion="Press call")
        mine = read(archive, "quote", uid)[uid].versions()
    (received,) = (one for one in theirs.values() if one.field == "occasion")
    (new,) = (mine[id_] for id_ in mine.keys() - theirs.keys())
    assert (new.value, new.by, new.parents) == ("Press call", "Ben", (received.id,))

"""What readers see: a clean file that can be searched, with nothing private in it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from quotecheck.archive import Archive, NewQuote, NewSource, NewSpeaker
from quotecheck.cli import main
from quotecheck.model import QuoteStatus
from quotecheck.sharing import Selection, SharingError, publish


@pytest.fixture
def archive(tmp_path: Path) -> Any:
    with Archive.open(tmp_path / "mine.db", create=True) as archive:
        archive.add_speaker(NewSpeaker("Lee Park", notes="secret: owes us a call"), by="colleague-ana")
        archive.add_source(
            NewSource(
                title="Speech", url="https://x.example/1", text="So. We will rebuild the bridge. " * 50
            ),
            by="colleague-ana",
        )
        uid = archive.add_quote(
            NewQuote(
                "We will rebuild the bridge.",
                speaker="Lee Park",
                source_url="https://x.example/1",
                context="secret: from a leak",
                external_id="secret-17",
            ),
            by="colleague-ana",
        )
        archive.verify_quote(uid, by="colleague-ana", how="secret tape", note="secret note")
        archive.add_quote(NewQuote("A café is no place for this.", speaker="Mo Day"), by="colleague-ana")
        yield archive


def test_it_can_be_searched_and_its_keys_hold(archive: Any, tmp_path: Path) -> None:
    assert main(["share", "publish", "--archive", str(archive.path), "--out", str(tmp_path / "p.db")]) == 0
    with sqlite3.connect(tmp_path / "p.db") as public:
        found = public.execute(
            "SELECT quotes.text, name, title, status FROM quotes_fts"
            " JOIN quotes ON quotes.id = quotes_fts.rowid"
            " JOIN speakers ON speakers.id = speaker_id LEFT JOIN sources ON sources.id = source_id"
            " WHERE quotes_fts MATCH 'bridge park'"
        ).fetchall()
        assert found == [("We will rebuild the bridge.", "Lee Park", "Speech", "verified")]
        assert public.execute("SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'cafe'").fetchone() == (
            1,
        )
        assert public.execute("PRAGMA foreign_key_check").fetchall() == []
        assert public.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert public.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert not (tmp_path / "p.db").stat().st_mode & 0o222


def test_the_tools_for_sqlite_find_the_search_and_the_keys(archive: Any, tmp_path: Path) -> None:
    publish(archive, tmp_path / "p.db")
    quotes = Database(tmp_path / "p.db")["quotes"]
    assert [row["speaker_name"] for row in quotes.search("bridge")] == ["Lee Park"]
    assert {(key.column, key.other_table) for key in quotes.foreign_keys} == {
        ("speaker_id", "speakers"),
        ("source_id", "sources"),
    }


def test_nothing_private_is_in_it(archive: Any, tmp_path: Path) -> None:
    publish(archive, tmp_path / "p.db")
    for file in (tmp_path / "p.db", tmp_path / "metadata.json"):
        assert b"secret" not in file.read_bytes()
        assert b"colleague-ana" not in file.read_bytes()


def test_only_what_is_chosen_is_published_and_its_speakers(archive: Any, tmp_path: Path) -> None:
    assert publish(archive, tmp_path / "p.db", Selection(status=QuoteStatus.VERIFIED)) == 1
    assert publish(archive, tmp_path / "p.db", Selection(status=QuoteStatus.VERIFIED)) == 1
    with sqlite3.connect(tmp_path / "p.db") as public:
        assert public.execute("SELECT name FROM speakers").fetchall() == [("Lee Park",)]


def test_metadata_of_other_databases_stays(archive: Any, tmp_path: Path) -> None:
    place = tmp_path / "metadata.json"
    place.write_text('{"title": "Ours", "databases": {"other": {"source": "x"}}}')
    publish(archive, tmp_path / "p.db")
    told = json.loads(place.read_text())
    assert told["title"] == "Ours"
    assert set(told["databases"]) == {"other", "p"}
    place.write_text("no JSON")
    with pytest.raises(SharingError, match="move it"):
        publish(archive, tmp_path / "p.db")


def test_the_archive_itself_is_never_written_over(archive: Any, tmp_path: Path) -> None:
    with pytest.raises(SharingError, match="overwrite"):
        publish(archive, archive.path)
    with pytest.raises(SharingError, match="Nothing is chosen"):
        publish(archive, tmp_path / "p.db", Selection(search="zebra"))
    assert not (tmp_path / "p.db").exists()

"""Transactions: each change is whole or nothing, and so are several that are made together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote
from quotecheck.model import Interval

FLOOD = NewQuote("We have never seen such a flood.", speaker="Ana Ruiz", said=Interval.day(date(2021, 5, 3)))
ENDLESS = [NewQuote(f"Endless {i} " * 2_000) for i in range(120)]


def fill(archive: Archive) -> None:
    """Let the file grow by one page more."""
    (pages,) = archive._connection.execute("PRAGMA page_count").fetchone()
    archive._connection.execute(f"PRAGMA max_page_count = {pages + 1}")


def make_room(archive: Archive) -> None:
    archive._connection.execute("PRAGMA max_page_count = 1000000")


def test_rows_that_no_longer_fit_leave_nothing_of_those_that_did(archive: Archive) -> None:
    uid = archive.add_quote(FLOOD, by="me")
    fill(archive)
    with pytest.raises(ArchiveError, match="disk is full"):
        archive.add_quotes(ENDLESS, by="me")
    assert archive.identity().quotes == 1
    assert archive.verify_integrity() == []
    make_room(archive)
    assert len(archive.add_quotes(ENDLESS, by="me")) == len(ENDLESS)
    assert archive.add_quote(FLOOD, by="me") == uid
    assert archive.verify_integrity() == []


def test_what_was_begun_together_is_gone_when_the_disk_is_full_and_that_is_said(archive: Archive) -> None:
    archive.add_quote(FLOOD, by="me")

    def go_on_regardless() -> None:
        with archive.together():
            archive.add_quote(NewQuote("The dam holds.", speaker="Paul Okoro"), by="me")
            fill(archive)
            with pytest.raises(ArchiveError, match="disk is full"):
                archive.add_quote(NewQuote("Endless " * 20_000), by="me")
            make_room(archive)
            archive.add_quote(NewQuote("We will rebuild.", speaker="Paul Okoro"), by="me")

    with pytest.raises(ArchiveError, match="again"):
        go_on_regardless()
    assert archive.identity().quotes == 1
    assert archive.verify_integrity() == []


def test_what_is_done_together_is_seen_at_once_and_by_others_when_all_is_done(
    archive: Archive, path: Path
) -> None:
    archive.add_quote(FLOOD, by="me")
    with Archive.open(path) as other:
        with archive.together():
            for metres in range(30):
                text = f"The river rose by {metres} metres in one night."
                uid = archive.add_quote(NewQuote(text, speaker="Ana Ruiz"), by="me")
                assert archive.candidates(text, limit=1)[0].uid == uid
            with pytest.raises(ArchiveError, match="no quote"):
                archive.tag_quotes([uid, "q0"], by="me", add=["wet"])
            assert archive.candidates(text, limit=1)[0].tags == ()
            assert other.identity().quotes == 1
        assert other.identity().quotes == archive.identity().quotes == 31
        assert other.search("river 29")
        other.add_quote(NewQuote("And then it was over."), by="you")
    assert archive.verify_integrity() == []


def test_what_is_done_together_is_undone_together(archive: Archive) -> None:
    uid = archive.add_quote(FLOOD, by="me")
    later = NewQuote("We will rebuild.", speaker="Paul Okoro")

    def fail() -> None:
        with archive.together():
            archive.add_quotes([NewQuote(f"The river rose by {i} metres.") for i in range(99)], by="me")
            archive.retract_quote(uid, by="me", reason="misheard")
            archive.add_quote(later, by="me")
            archive.update_quote("q0", by="me", occasion="None")

    with pytest.raises(ArchiveError, match="no quote"):
        fail()
    assert archive.identity().quotes == 1
    assert archive.candidates("the river rose by 7 metres") == []
    assert archive.add_quote(FLOOD, by="me") == uid
    assert len(archive.history(uid)) == 1
    archive.add_quote(later, by="me")
    assert archive.verify_integrity() == []


def test_files_can_be_imported_together(archive: Archive, rows_file: Callable[..., Path]) -> None:
    with archive.together():
        archive.import_quotes(rows_file({"text": FLOOD.text}, name="a.jsonl"), by="me")
        archive.import_quotes(
            rows_file({"text": "The dam holds."}, {"text": FLOOD.text}, name="b.jsonl"), by="me"
        )
    assert archive.identity().quotes == 2
    assert archive.verify_integrity() == []

"""What a person decides after a merge: sources joined, things kept apart, a conflict written anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import NewQuote, NewSource
from quotecheck.model import Interval
from quotecheck.sharing import (
    Rule,
    SharingError,
    import_bundle,
    join,
    keep_apart,
    open_conflicts,
    open_proposals,
    resolve,
)


def two_links(ana: Any, ben: Any) -> tuple[str, str]:
    """Let Ben know a source by another link than Ana does; return both uids, Ben's first."""
    with ben.archive() as archive:
        archive.add_source(NewSource(title="Budget speech", url="http://www.x.example/s/"), by="Ben")
        archive.add_quote(NewQuote("We won.", speaker="Lee", source_url="http://www.x.example/s/"), by="Ben")
    with ana.archive() as archive:
        text = "So I say: We never left the town. We won."
        archive.add_source(NewSource(publisher="City", url="https://x.example/s?ref=1", text=text), by="Ana")
        new = NewQuote("We never left the town.", speaker="Lee", source_url="https://x.example/s?ref=1")
        archive.add_quote(new, by="Ana")
        archive.add_quote(
            NewQuote("We won.", speaker="Lee", source_url="https://x.example/s?ref=1"), by="Ana"
        )
    ben.take(ana.export())
    with ben.archive() as archive:
        (proposal,) = open_proposals(archive)
    assert proposal.entity == "source"
    return proposal.mine, proposal.theirs


def test_two_sources_can_be_joined(ana: Any, ben: Any) -> None:
    mine, theirs = two_links(ana, ben)
    with ben.archive() as archive:
        join(archive, mine, theirs, by="Ben")
        assert open_proposals(archive) == []
        kept = archive.source(mine)
        assert (kept.title, kept.publisher, kept.text[:8]) == ("Budget speech", "City", "So I say")
        assert archive.source(theirs) is None
        (found,) = archive.search("never left")
        assert (found.source_title, found.before) == ("Budget speech", "So I say: ")
        assert archive.verify_integrity() == []


def test_what_is_kept_apart_is_not_proposed_again(ana: Any, ben: Any) -> None:
    mine, theirs = two_links(ana, ben)
    with ben.archive() as archive:
        keep_apart(archive, mine, theirs, by="Ben")
        assert open_proposals(archive) == []
        with pytest.raises(SharingError, match="not proposed"):
            keep_apart(archive, mine, "s" + "0" * 20, by="Ben")
    assert ben.take(ana.export()).joined == ()


def in_conflict(ana: Any, ben: Any, **changes: Any) -> str:
    with ana.archive() as archive:
        uid: str = archive.add_quote(NewQuote("We will win.", speaker="Lee"), by="Ana")
    ben.take(ana.export())
    for number, desk in enumerate((ana, ben)):
        with desk.archive() as archive:
            mine = {field: values[number] for field, values in changes.items()}
            archive.update_quote(uid, by=desk.name, **mine)
    assert len(ben.take(ana.export()).conflicts) == len(changes)
    return uid


def test_a_conflict_can_be_written_anew_and_that_travels(ana: Any, ben: Any) -> None:
    uid = in_conflict(ana, ben, text=("We will win soon.", "We will win today."))
    with ben.archive() as archive:
        resolve(archive, uid, Rule.KEEP_OPEN, by="Ben", text="We will win, soon or today.")
        assert open_conflicts(archive) == []
    ana.take(ben.export())
    with ana.archive() as archive:
        assert open_conflicts(archive) == []
        assert [quote.text for quote in archive.search("win")] == ["We will win, soon or today."]


def test_what_is_written_must_be_possible_and_for_one_field(ana: Any, ben: Any) -> None:
    days = [Interval.day(date(2021, 5, day)) for day in (3, 4)]
    uid = in_conflict(ana, ben, said=tuple(days), occasion=("Radio", "Television"))
    with ben.archive() as archive:
        with pytest.raises(SharingError, match="name one"):
            resolve(archive, uid, Rule.KEEP_OPEN, by="Ben", text="x")
        with pytest.raises(SharingError, match="cannot stand"):
            resolve(archive, uid, Rule.KEEP_OPEN, by="Ben", field="date", text="some day")
        resolve(archive, uid, Rule.KEEP_OPEN, by="Ben", field="date", text="2021-05")
        assert [one.field for one in open_conflicts(archive)] == ["occasion"]
        assert str(archive.search("win")[0].said.latest) == "2021-05-31"


def test_undoing_a_file_is_no_deletion_for_others(ana: Any, ben: Any, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("text,speaker,source_url\nWe never left.,Lee,https://x.example/1\nWe won.,Mo,\n")
    with ben.archive() as archive:
        archive.import_quotes(rows, by="Ben")
    with ana.archive() as archive:
        number = archive.import_quotes(rows, by="Ana").import_id
        archive.add_quote(NewQuote("Only mine."), by="Ana")
    ben.take(ana.export())
    with ana.archive() as archive:
        archive.undo_import(number, by="Ana")
    result = ben.take(ana.export())
    assert (result.new, result.updated, result.conflicts) == (0, 0, ())
    with ben.archive() as archive:
        assert archive.info().quotes == 3
    ana.take(ben.export())
    with ana.archive() as archive:
        assert archive.info().quotes == 3
        assert open_conflicts(archive) == []


def test_one_newcomer_cannot_be_two_others(ana: Any, ben: Any) -> None:
    with ana.archive() as archive:
        archive.add_quote(NewQuote("We will rebuild the bridge.", speaker="Robert Lee Park"), by="Ana")
        theirs = archive.speaker_uid("Robert Lee Park")
    with ben.archive() as archive:
        for name in ("Robert Park", "Bob Park"):
            archive.add_quote(NewQuote(f"I am {name} and nobody else.", speaker=name), by="Ben")
        mine = [archive.speaker_uid(name) for name in ("Robert Park", "Bob Park")]
    bundle, before = ana.export(), ben.path.read_bytes()
    with pytest.raises(SharingError, match="cannot be both"), ben.archive() as archive:
        import_bundle(archive, bundle, by="Ben", joins={(one, theirs): True for one in mine})
    assert ben.path.read_bytes() == before

"""A backup is sound or none at all, and putting it back loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote
from quotecheck.archive.backups import back_up, restore


@pytest.fixture
def filled(path: Path) -> Path:
    with Archive.open(path, create=True) as archive:
        archive.add_quote(NewQuote("It was so from the start.", speaker="A B"), by="desk")
    return path


def test_a_backup_is_put_back_while_others_look_on(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    back_up(filled, copy)
    with Archive.open(filled) as archive:
        archive.add_quote(NewQuote("It came later on.", speaker="A B"), by="desk")
    with Archive.open(filled, read_only=True) as looking:
        assert looking.identity().quotes == 2
        kept = restore(filled, copy)
        assert looking.identity().quotes == 1
    with Archive.open(filled) as archive:
        assert [quote.text for quote in archive.candidates("so from the start")] == [
            "It was so from the start."
        ]
        assert archive.verify_integrity() == []
    with Archive.open(kept) as archive:
        assert archive.identity().quotes == 2


def test_nothing_is_overwritten(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "there.db").write_text("mine")
    with pytest.raises(ArchiveError, match="there already"):
        back_up(filled, tmp_path / "there.db")
    assert (tmp_path / "there.db").read_text() == "mine"


def test_what_is_no_sound_archive_is_not_put_back(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_bytes(b"nothing of the kind")
    for copy in (tmp_path / "bad.db", tmp_path / "none.db", filled):
        with pytest.raises(ArchiveError):
            restore(filled, copy)
    with Archive.open(filled) as archive:
        assert archive.identity().quotes == 1
    assert not list(tmp_path.glob("*before-restore*"))


def test_a_backup_that_is_stopped_leaves_nothing_behind(filled: Path, tmp_path: Path) -> None:
    there = sorted(tmp_path.iterdir())
    with pytest.raises(ArchiveError, match="nothing was written"):
        back_up(filled, tmp_path / "copy.db", progress=lambda _done: False)
    assert sorted(tmp_path.iterdir()) == there


@pytest.mark.parametrize("beats", range(3))
def test_an_archive_stays_as_it_is_when_putting_back_is_stopped(
    filled: Path, tmp_path: Path, beats: int
) -> None:
    copy = tmp_path / "copy.db"
    back_up(filled, copy)
    with Archive.open(filled) as archive:
        archive.add_quote(NewQuote("It came later on.", speaker="A B"), by="desk")
    there, told = sorted(tmp_path.iterdir()), []
    with pytest.raises(ArchiveError, match="as it was"):
        restore(filled, copy, progress=lambda done: told.append(done) or len(told) <= beats)
    assert sorted(tmp_path.iterdir()) == there
    with Archive.open(filled) as archive:
        assert archive.identity().quotes == 2

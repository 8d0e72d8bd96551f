"""Opening: what is an archive, what is not, and what is said about it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote, migrations
from quotecheck.archive import file as archive_file
from quotecheck.archive.schema import APPLICATION_ID
from quotecheck.model import ArchiveIdentity


def filled(path: Path, quotes: int = 3) -> Path:
    with Archive.open(path, create=True) as archive:
        for i in range(quotes):
            archive.add_quote(
                NewQuote(f"The river rose by {i} metres in one night.", speaker="Ana Ruiz"), by="me"
            )
    return path


def sentence(path: Path) -> str:
    with pytest.raises(ArchiveError) as caught:
        Archive.open(path)
    message = str(caught.value)
    assert str(path) in message
    assert "\n" not in message
    return message


def test_a_missing_archive_is_not_made_unasked(path: Path) -> None:
    assert "no archive" in sentence(path)
    assert not path.exists()


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in sentence(tmp_path)


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be made"):
        Archive.open(tmp_path / "nowhere" / "quotes.db", create=True)


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3", b"\x00" * 5000])
def test_a_file_that_is_not_sqlite(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "no archive" in sentence(path)
    assert path.read_bytes() == content


def test_an_sqlite_file_of_another_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE quotes (text TEXT)")
    connection.close()
    before = path.read_bytes()
    assert "no archive of QuoteCheck" in sentence(path)
    assert path.read_bytes() == before


def test_a_newer_version(path: Path) -> None:
    connection = sqlite3.connect(filled(path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "newer version" in sentence(path)


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.95])
def test_a_truncated_file(path: Path, kept: float) -> None:
    content = filled(path).read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert "damaged" in sentence(path)


@pytest.mark.parametrize("page", [1, 5, 12, 20])
def test_a_corrupted_page(path: Path, page: int) -> None:
    content = bytearray(filled(path).read_bytes())
    content[page * 4096 : (page + 1) * 4096] = b"\x55" * 4096
    path.write_bytes(content)
    sentence(path)


def test_damage_that_shows_only_later_is_explained(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path, 60)
    monkeypatch.setattr(archive_file, "_QUICKLY_CHECKED", 0)
    connection = sqlite3.connect(path)
    root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'quotes'").fetchone()[0]
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\x55" * 4096
    path.write_bytes(content)
    with Archive.open(path) as archive, pytest.raises(ArchiveError, match="damaged"):
        archive.search("river")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER sneaky AFTER INSERT ON quotes BEGIN DELETE FROM quotes; END",
        "DROP TABLE verifications",
        "ALTER TABLE quotes ADD COLUMN extra TEXT",
        "DROP TRIGGER revisions_stay",
        "DROP VIEW quotes_with_names",
    ],
)
def test_a_schema_that_is_not_ours(path: Path, statement: str) -> None:
    connection = sqlite3.connect(filled(path))
    connection.execute(statement)
    connection.commit()
    connection.close()
    before = path.read_bytes()
    sentence(path)
    assert path.read_bytes() == before


def test_a_view_that_somebody_added_is_no_harm(path: Path) -> None:
    connection = sqlite3.connect(filled(path))
    connection.execute("CREATE VIEW mine AS SELECT text FROM quotes")
    connection.execute("CREATE INDEX by_language ON quotes (language)")
    connection.close()
    with Archive.open(path) as archive:
        assert archive.identity().quotes == 3


def test_names_that_a_uri_would_read_otherwise(tmp_path: Path) -> None:
    path = filled(tmp_path / "quo?tes #1 100%25 'é'.db")
    with Archive.open(path, read_only=True) as archive:
        assert archive.identity() == ArchiveIdentity(path.stem, 3)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_one_file_remains(path: Path) -> None:
    filled(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")


LOCKING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""


def test_locked_by_another_process(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_file, "BUSY_SECONDS", 0.1)
    filled(path)
    other = subprocess.Popen(
        [sys.executable, "-c", LOCKING, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        with Archive.open(path) as archive:
            assert archive.candidates("the river rose by 2 metres")
            with pytest.raises(ArchiveError, match="in use by another program"):
                archive.add_quote(NewQuote("A new quote of five words."), by="me")
            assert archive.identity().quotes == 3
    finally:
        other.communicate("")
    with Archive.open(path) as archive:
        archive.add_quote(NewQuote("A new quote of five words."), by="me")
        assert archive.identity().quotes == 4


def test_reading_waits_for_nobody_who_holds_it_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_file, "BUSY_SECONDS", 0.1)
    filled(path)
    other = subprocess.Popen(
        [sys.executable, "-c", LOCKING.replace("IMMEDIATE", "EXCLUSIVE"), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "locked\n"
        with pytest.raises(ArchiveError, match="in use by another program"):
            Archive.open(path, read_only=True)
    finally:
        other.communicate("")


ADDING = """
import sys
from quotecheck.archive import Archive, NewQuote
for i in range(12):
    with Archive.open(sys.argv[1]) as archive:
        archive.add_quote(NewQuote(f"Quote {i} of process {sys.argv[2]} is here."), by="me")
"""


def test_several_processes_lose_no_quote(path: Path) -> None:
    filled(path)
    running = [
        subprocess.Popen([sys.executable, "-c", ADDING, str(path), name], stderr=subprocess.PIPE, text=True)
        for name in ("a", "b", "c")
    ]
    with Archive.open(path, read_only=True) as reader:
        while any(process.poll() is None for process in running):
            assert reader.candidates("The river rose by 2 metres in one night.")
    assert [process.communicate()[1] for process in running] == ["", "", ""]
    with Archive.open(path) as archive:
        assert archive.identity().quotes == 3 + 3 * 12
        for name in ("a", "b", "c"):
            assert archive.candidates(f"Quote 7 of process {name} is here.", limit=1)[0].text.startswith(
                "Quote 7"
            )
        assert archive.verify_integrity() == []
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_full_disk_changes_nothing(path: Path) -> None:
    filled(path)
    with Archive.open(path) as archive:
        connection = archive._connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(ArchiveError, match="disk is full"):
            archive.add_quote(NewQuote("Endless " * 20_000), by="me")
        assert archive.identity().quotes == 3
        assert archive.candidates("The river rose by 1 metres in one night.")[0].text.startswith("The river")
        assert archive.verify_integrity() == []


def test_reading_only(path: Path) -> None:
    filled(path)
    with Archive.open(path, read_only=True) as archive:
        assert archive.read_only
        assert archive.search("river metres")
        with pytest.raises(ArchiveError, match="reading only"):
            archive.add_quote(NewQuote("A new quote of five words."), by="me")


@contextmanager
def without_rights() -> Iterator[None]:
    """Be somebody whom permissions bind: root may write anywhere."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_a_read_only_file_in_a_read_only_folder() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sealed = filled(folder / "quotes.db")
        content = sealed.read_bytes()
        sealed.chmod(0o444)
        folder.chmod(0o555)
        with without_rights(), Archive.open(sealed) as archive:
            assert archive.read_only
            assert len(archive.candidates("The river rose by 2 metres in one night.")) == 3
            with pytest.raises(ArchiveError, match="reading only"):
                archive.add_quote(NewQuote("A new quote of five words."), by="me")
        folder.chmod(0o755)
        assert sealed.read_bytes() == content


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_a_file_that_may_not_be_read() -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        hidden = filled(Path(name) / "quotes.db")
        hidden.chmod(0)
        with without_rights():
            assert "cannot be read" in sentence(hidden)


def test_a_migration_keeps_a_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    step = "ALTER TABLE quotes ADD COLUMN mood TEXT;\nCREATE INDEX quotes_by_mood ON quotes (mood);\n"
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
    monkeypatch.setattr(archive_file, "MIGRATIONS", migrations.MIGRATIONS)
    with monkeypatch.context() as sealed:
        sealed.setattr(archive_file, "_may_write", lambda path: False)
        assert "older version" in sentence(path)
    with Archive.open(path, read_only=True) as archive:
        assert archive.info().version == len(migrations.MIGRATIONS)
        assert archive.info().quotes == 3
    with Archive.open(path) as archive:
        assert archive.candidates("the river rose by 2 metres")
    (backup,) = path.parent.glob(f"quotes.backup-v{len(migrations.MIGRATIONS) - 1}-*.db")
    monkeypatch.undo()
    with Archive.open(backup) as archive:
        assert archive.info().quotes == 3
    assert "newer version" in sentence(path)


def test_an_archive_of_version_5_loses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        for module in (migrations, archive_file):
            older.setattr(module, "MIGRATIONS", migrations.MIGRATIONS[:5])
        filled(path, 4)
        with Archive.open(path) as archive:
            *_, quote, last = archive.candidates("The river rose by 3 metres in one night.")
            archive.verify_quote(quote.uid, by="you", how="heard")
            again = NewQuote(quote.text, speaker="Ana Ruiz", source_title="The flood")
            archive.add_quote(replace(again, source_url="https://example.org/1"), by="me")
            archive.add_quote(replace(again, source_url="https://example.org/2"), by="me")
            archive.delete_quote(last.uid, by="me")
            before = archive.quote(quote.uid), archive.history(quote.uid), archive.info()
    with Archive.open(path) as archive:
        assert (archive.quote(quote.uid), archive.history(quote.uid)) == before[:2]
        assert archive.info().quotes == before[2].quotes == 3
        assert archive.verify_integrity() == []
        further = archive._connection.execute("SELECT count(*) FROM further_sources").fetchone()
        archive.add_quote(NewQuote("A new one gets a number of its own."), by="me")
        numbers = [row[0] for row in archive._connection.execute("SELECT id FROM quotes ORDER BY id")]
    assert further == (1,)
    assert max(numbers) == 5
    assert list(path.parent.glob("quotes.backup-v5-*.db"))


def test_a_migration_that_fails_leaves_the_archive_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    step = "ALTER TABLE quotes ADD COLUMN mood TEXT;\nDROP TABLE nothing_of_this_name;\n"
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
    monkeypatch.setattr(archive_file, "MIGRATIONS", migrations.MIGRATIONS)
    with pytest.raises(ArchiveError):
        Archive.open(path)
    monkeypatch.undo()
    with Archive.open(path) as archive:
        assert archive.info().quotes == 3


def test_a_backup_is_a_whole_archive_and_overwrites_nothing(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    filled(path)
    with Archive.open(path) as archive:
        archive.add_quote(NewQuote("One more, before the backup."), by="me")
        archive.backup(copy)
        with pytest.raises(ArchiveError, match="there already"):
            archive.backup(copy)
        with pytest.raises(ArchiveError, match="cannot be written"):
            archive.backup(tmp_path / "nowhere" / "copy.db")
    with Archive.open(copy) as archive:
        assert archive.identity().quotes == 4
        assert archive.verify_integrity() == []
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "quotes.db"]


def test_what_another_connection_writes_is_noticed_once(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db", create=True) as mine, Archive.open(tmp_path / "a.db") as theirs:
        assert not mine.is_changed()
        theirs.add_quote(NewQuote("We never left.", speaker="Ada Cole"), by="them")
        assert [mine.is_changed(), mine.is_changed()] == [True, False]
        mine.add_quote(NewQuote("We did leave.", speaker="Ada Cole"), by="me")
        assert not mine.is_changed()

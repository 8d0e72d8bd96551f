"""Any SQLite file with a table of quotes: taken in when it is honest, refused in one sentence when not."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import Archive, ArchiveError
from quotecheck.archive.incoming.foreign import copied_out
from quotecheck.archive.incoming.foreign_reader import CPU_SECONDS
from quotecheck.cli import main

TABLE = "CREATE TABLE statements (nr INTEGER PRIMARY KEY, quotation TEXT, who TEXT, said_on TEXT)"
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x, 'a' AS text FROM n"


def database(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def filled(path: Path, *more: str) -> Path:
    rows = "(1, 'We will rebuild the bridge.', 'Lee Park', '2021-05-03'), (2, 'No.', 'Mo Day', NULL)"
    return database(path, TABLE, f"INSERT INTO statements VALUES {rows}", *more)


def test_the_table_of_quotes_is_found_and_its_columns_guessed(tmp_path: Path, capsys: Any) -> None:
    file = filled(tmp_path / "their.db", "CREATE TABLE notes (id INTEGER, body TEXT)")
    before = file.read_bytes()
    mine = tmp_path / "mine.db"
    assert main(["archive", "import", str(file), "--archive", str(mine)]) == 0
    assert "2 added" in capsys.readouterr().out
    with Archive.open(mine, read_only=True) as archive:
        (quote,) = archive.search("rebuild")
    assert (quote.speaker, str(quote.said.earliest), quote.external_id) == ("Lee Park", "2021-05-03", "1")
    assert file.read_bytes() == before


def test_table_and_columns_can_be_named(tmp_path: Path) -> None:
    file = database(
        tmp_path / "odd.sqlite",
        'CREATE TABLE "t "" 1" ("a b" TEXT, "c" TEXT, made TEXT AS (upper(c)))',
        "INSERT INTO \"t \"\" 1\" VALUES ('We never left.', 'Lee')",
    )
    mine = tmp_path / "mine.db"
    named = ["--table", 't " 1', "--map", "text=a b", "speaker=c"]
    assert main(["archive", "import", str(file), "--archive", str(mine), *named]) == 0
    assert main(["archive", "import", str(file), "--archive", str(mine), "--table", "no"]) == 2


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (["text=quotation", "speaker=Nobody"], "The table statements has no column 'Nobody'; it has nr, quo"),
        (["speaker=who"], "No column of the table statements seems to hold the quotes (nr, quotation"),
    ],
)
def test_a_mapping_that_the_table_does_not_have_is_refused(
    tmp_path: Path, capsys: Any, pairs: list[str], said: str
) -> None:
    file, mine = filled(tmp_path / "their.db"), tmp_path / "mine.db"
    assert main(["archive", "import", str(file), "--archive", str(mine), "--map", *pairs]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ([f"CREATE VIEW quotes AS {ENDLESS}"], "views and virtual tables are not read"),
        (["CREATE VIRTUAL TABLE quotes USING fts5(text)"], "views and virtual tables are not read"),
        ([], "has no table 'quotes'"),
    ],
)
def test_only_real_tables_are_read(tmp_path: Path, statements: list[str], said: str) -> None:
    file = filled(tmp_path / "their.db", *statements)
    started = time.monotonic()
    with pytest.raises(ArchiveError, match=said), copied_out(file, "quotes"):
        pass
    assert time.monotonic() - started < CPU_SECONDS
    with copied_out(file) as copied:
        assert copied.table == "statements"


def test_triggers_and_checks_and_generated_columns_are_not_run(tmp_path: Path) -> None:
    file = database(
        tmp_path / "their.db",
        "CREATE TABLE quotes (text TEXT)",
        "INSERT INTO quotes VALUES ('We never left.')",
        "CREATE TRIGGER t AFTER INSERT ON quotes BEGIN DELETE FROM quotes; END",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE quotes (text TEXT,"
        " fails AS (abs(-9223372036854775808)), CHECK (abs(-9223372036854775808 + length(text) * 0)))'"
        " WHERE name = 'quotes'",
    )
    with copied_out(file) as copied:
        assert copied.columns == ["text"]
        assert copied.rows.read_text() == '{"text": "We never left."}\n'


def damaged(file: Path, at: int, data: bytes) -> Path:
    content = bytearray(file.read_bytes())
    content[at : at + len(data)] = data
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(("at", "data"), [(0, b"No SQLite"), (4096, b"\xff" * 512), (100, b"\x00" * 64)])
def test_damaged_files_are_refused(tmp_path: Path, at: int, data: bytes) -> None:
    file = damaged(filled(tmp_path / "their.db"), at, data)
    with pytest.raises(ArchiveError) as caught, copied_out(file):
        pass
    assert "\n" not in str(caught.value)


def test_a_lying_schema_is_refused_or_read_as_it_is(tmp_path: Path) -> None:
    file = filled(
        tmp_path / "their.db",
        "CREATE TABLE other (a TEXT)",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'statements'",
    )
    with pytest.raises(ArchiveError), copied_out(file):
        pass


def test_hostile_values_are_left_out_row_by_row(tmp_path: Path, capsys: Any) -> None:
    file = database(
        tmp_path / "their.db",
        "CREATE TABLE quotes (text, speaker)",
        "INSERT INTO quotes VALUES (CAST(x'ff4142' AS TEXT), 'A')",
        "INSERT INTO quotes VALUES ('a' || char(0) || 'b', 'B')",
        "INSERT INTO quotes VALUES (x'00ff', 'C')",
        "INSERT INTO quotes VALUES ('We never left.', 'D')",
    )
    assert main(["archive", "import", str(file), "--archive", str(tmp_path / "mine.db")]) == 1
    told = capsys.readouterr()
    assert "1 added" in told.out
    assert [line.split(":")[0].rpartition("line ")[2] for line in told.err.splitlines()] == ["1", "2", "3"]


def test_a_field_that_is_too_long_is_refused(tmp_path: Path) -> None:
    file = database(
        tmp_path / "their.db",
        "CREATE TABLE quotes (text)",
        "INSERT INTO quotes VALUES (hex(zeroblob(6000000)))",
    )
    with pytest.raises(ArchiveError, match="cannot be read"), copied_out(file):
        pass

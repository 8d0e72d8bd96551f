"""Hostile files of rows: refused in one sentence, or row by row, in bounded time and memory."""

from __future__ import annotations

import gzip
import json
import time
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote
from quotecheck.cli import main

MOST_SECONDS = 10
MOST_BYTES = 300_000_000


@pytest.fixture
def refused(tmp_path: Path, capsys: Any) -> Any:
    """Import a file into an archive, which must stay as it is; return the sentence."""
    archive = tmp_path / "mine.db"
    with Archive.open(archive, create=True) as mine:
        mine.add_quote(NewQuote("It was here before."), by="me")
    before = archive.read_bytes()

    def refuse(path: Path) -> str:
        started = time.process_time()
        tracemalloc.start()
        try:
            with Archive.open(archive) as mine, pytest.raises(ArchiveError) as caught:
                mine.import_quotes(path, by="me")
            assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
        finally:
            tracemalloc.stop()
        assert time.process_time() - started < MOST_SECONDS
        assert archive.read_bytes() == before
        assert "\n" not in str(caught.value)
        return str(caught.value)

    return refuse


def workbook(path: Path, sheet: bytes, *, more: dict[str, bytes] | None = None) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["text"])
    book.save(path)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["xl/worksheets/sheet1.xml"] = sheet
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in {**parts, **(more or {})}.items():
            new.writestr(name, data)
    return path


SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData>'
    b"</worksheet>"
)
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(98, 110))
    + b'<!ENTITY x SYSTEM "file:///etc/passwd">]>'
)
CELL = b"".join(
    b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>%s</t></is></c></row>' % (row, row, text)
    for row, text in ((1, b"text"), (2, b"%s"))
)


def test_a_workbook_that_grows_without_end(refused: Any, tmp_path: Path) -> None:
    bomb = workbook(tmp_path / "bomb.xlsx", SHEET % (b" " * 120_000_000))
    assert "200 times" in refused(bomb)


@pytest.mark.parametrize("entity", [b"&m;", b"&x;"])
def test_entities_in_a_workbook_are_not_followed(refused: Any, tmp_path: Path, entity: bytes) -> None:
    path = workbook(tmp_path / "entities.xlsx", ENTITIES + SHEET % (CELL % entity))
    refused(path)


def test_a_workbook_in_a_workbook(refused: Any, tmp_path: Path) -> None:
    inner = workbook(tmp_path / "inner.xlsx", SHEET % b"").read_bytes()
    refused(workbook(tmp_path / "outer.xlsx", inner))


def test_a_size_that_is_a_lie(refused: Any, tmp_path: Path) -> None:
    path = workbook(tmp_path / "lie.xlsx", SHEET % (CELL % b"It was so."))
    data = path.read_bytes()
    at = data.index(b"PK\x01\x02", data.rindex(b"xl/worksheets/sheet1.xml") - 60)
    path.write_bytes(data[: at + 24] + (0xFFFFFFF0).to_bytes(4, "little") + data[at + 28 :])
    refused(path)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"quotes": ' * 100_000, '[{"text": ' + "[" * 100_000])
def test_json_nested_without_end(refused: Any, tmp_path: Path, text: str) -> None:
    for name in ("deep.json", "deep.jsonl"):
        (tmp_path / name).write_text(text)
        refused(tmp_path / name)


def test_a_first_line_without_end(refused: Any, tmp_path: Path) -> None:
    (tmp_path / "long.csv").write_text("text," + "a" * 30_000_000)
    refused(tmp_path / "long.csv")


ROWS: list[tuple[str, str]] = [
    ("a" * 10_000_001, "text"),
    ("a\x00b", "text"),
    ("\ud800", "text"),
    ("We won.", "0000-00-00"),
    ("We won.", "99999-01-01"),
    ("We won.", "2021-13-41"),
    ("We won.", "9" * 5_000),
]


@pytest.mark.parametrize(("text", "day"), ROWS)
def test_rows_that_are_none_are_left_out_and_said(tmp_path: Path, text: str, day: str, capsys: Any) -> None:
    path = tmp_path / "rows.jsonl"
    good = {"text": "We never left.", "speaker": "Lee"}
    lines = [json.dumps(row) for row in (good, {"text": text, "date": day})]
    path.write_text("\n".join(lines) + "\n")
    assert main(["archive", "import", str(path), "--archive", str(tmp_path / "other.db")]) == 1
    told = capsys.readouterr()
    assert "1 added" in told.out
    assert told.err.count("\n") == 1
    assert len(told.err) < 1_000


@pytest.mark.parametrize("damage", ["cut", "not UTF-8", "without texts"])
def test_what_is_wrong_only_at_the_end_is_found_before_the_archive_changes(
    refused: Any, tmp_path: Path, damage: str
) -> None:
    rows = "".join(json.dumps({"text": f"We have {n} of them.", "id": str(n)}) + "\n" for n in range(5_000))
    path = tmp_path / "rows.jsonl"
    if damage == "cut":
        path = tmp_path / "rows.jsonl.gz"
        path.write_bytes(gzip.compress(rows.encode())[:-20])
    elif damage == "not UTF-8":
        path.write_bytes(rows.encode() + b'{"text": "\xff"}\n')
    else:
        path.write_text(rows.replace('"text"', '"words"'))
    assert refused(path)

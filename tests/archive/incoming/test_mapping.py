"""Files whose columns are called as elsewhere: guessed, mapped, and read from Excel as well."""

from __future__ import annotations

import csv
import datetime
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from quotecheck import cli
from quotecheck.archive import Archive, ArchiveError
from quotecheck.archive.incoming.mapping import guessed, parse_mapping

ROWS = [
    ["Quote", "Said by", "Date said", "Link", "Remarks"],
    ["We will not open the gates.", "Ana Ruiz", "2024-05-14", "https://example.org/a", "x"],
    ["Nobody asked the drivers.", "Tom Berg", "5 May 2023", "", "y"],
    ["", "Tom Berg", "2024-05-14", "", ""],
    ["Short row."],
]
MAPPING = {"text": "Quote", "speaker": "Said by", "date": "Date said", "source_url": "Link"}


def written(path: Path) -> Path:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(ROWS)
    elif path.suffix == ".json":
        path.write_text(json.dumps([dict(zip(ROWS[0], row, strict=False)) for row in ROWS[1:]]), "utf-8")
    elif path.suffix == ".jsonl":
        lines = [json.dumps(dict(zip(ROWS[0], row, strict=False))) for row in ROWS[1:]]
        path.write_text("\n".join(lines), "utf-8")
    else:
        book = Workbook()
        for row in ROWS:
            book.active.append([datetime.date(2024, 5, 14) if cell == "2024-05-14" else cell for cell in row])
        book.save(path)
    return path


def test_columns_are_guessed_by_their_names() -> None:
    assert guessed(ROWS[0]) == MAPPING
    assert guessed(["zitat", "Sprecher", "Datum"]) == {
        "text": "zitat",
        "speaker": "Sprecher",
        "date": "Datum",
    }
    assert guessed(["text", "quote", "title"]) == {"text": "text", "source_title": "title"}
    assert guessed(["a", "b", ""]) == {}


def test_no_column_is_two_fields() -> None:
    found = guessed(["statement", "source", "publication date", "publication", "person"])
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize("suffix", [".csv", ".json", ".jsonl", ".xlsx"])
def test_a_mapped_file_is_imported(archive: Archive, tmp_path: Path, suffix: str) -> None:
    result = archive.import_quotes(written(tmp_path / f"rows{suffix}"), by="desk", mapping=MAPPING)
    assert (result.added, result.skipped) == (3, 1)
    assert "no text" in str(result.problems[0].message)
    (quote,) = archive.search("gates")
    assert (quote.speaker, str(quote.said.earliest), quote.source_url) == (
        "Ana Ruiz", "2024-05-14", "https://example.org/a",
    )  # fmt: skip
    assert str(archive.search("drivers")[0].said.latest) == "2023-05-05"


def test_a_workbook_with_our_own_names_needs_no_mapping(archive: Archive, tmp_path: Path) -> None:
    book = Workbook()
    for row in (
        ["Text", "Speaker", "id"],
        ["One and two.", "A B", 7.0],
        [None, None, None],
        ["Three.", "C D", 8],
    ):
        book.active.append(row)
    book.save(tmp_path / "own.xlsx")
    assert archive.import_quotes(tmp_path / "own.xlsx", by="desk").added == 2
    assert archive.search("two")[0].external_id == "7"


def test_a_large_mapped_file_is_prepared_in_another_process(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Words", "Who"])
        writer.writerows((f"Statement {i}: " + "words and more words " * 40, "A B") for i in range(3000))
    assert archive.import_quotes(path, by="desk", mapping={"text": "Words", "speaker": "Who"}).added == 3000


@pytest.mark.parametrize("name", ["broken.xlsx", "empty.xlsx"])
def test_what_is_no_workbook_is_one_sentence(archive: Archive, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 not really" if "broken" in name else b"")
    with pytest.raises(ArchiveError, match="workbook"):
        archive.import_quotes(tmp_path / name, by="desk")
    assert archive.is_empty()


@pytest.mark.parametrize("pair", ["text", "words=Quote", "text=", "=x"])
def test_a_mapping_that_is_none_is_refused(pair: str) -> None:
    with pytest.raises(ArchiveError, match="FIELD=COLUMN"):
        parse_mapping([pair])


def test_the_command_line_maps_guesses_and_takes_back(tmp_path: Path, capsys) -> None:
    path, file = tmp_path / "a.db", written(tmp_path / "rows.csv")
    assert cli.main(["archive", "import", str(file), "--archive", str(path)]) == 2
    assert "--map text=Quote" in capsys.readouterr().err
    mapping = [f"{field}={column}" for field, column in MAPPING.items()]
    assert cli.main(["archive", "import", str(file), "--archive", str(path), "--map", *mapping]) == 1
    assert "3 added" in capsys.readouterr().out
    assert cli.main(["archive", "import", str(file), "--archive", str(path), "--map", "guess"]) == 1
    assert "0 added, 0 changed, 3 there already" in capsys.readouterr().out
    assert cli.main(["archive", "undo-import", "1", "--archive", str(path)]) == 0
    assert "3 taken out" in capsys.readouterr().out
    with Archive.open(path) as archive:
        assert archive.is_empty()

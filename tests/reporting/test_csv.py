import csv
import io

import pytest

from quotecheck.reporting import render_csv, write_csv


def rows(report):
    return list(csv.DictReader(io.StringIO(render_csv(report))))


def test_one_row_a_quotation(harbour):
    table = rows(harbour)
    assert [row["text"] for row in table] == [finding.quotation.text for finding in harbour.findings]
    first, ground = table[0], table[5]
    assert (first["article"], first["number"], first["kind"]) == ("harbour", "1", "fragment")
    assert (first["speaker"], first["role"], first["said_earliest"]) == (
        "Ines Calloway",
        "Mayor",
        "2025-03-04",
    )
    assert (first["wording"], first["cautions"]) == ("reversed", "context")
    assert first["differences"] == "“not” was added; “a single cent” was “no more than a few million”"
    assert (ground["quote_id"], ground["external_id"], ground["archived_earliest"]) == (
        "q-ground",
        "WH-77",
        "2024-09-18",
    )
    assert harbour.article.text[int(first["start"]) : int(first["end"])] == first["text"]


def test_every_row_has_every_column(harbour, without_archive):
    for report in (harbour, without_archive):
        assert all(None not in row and None not in row.values() for row in rows(report))


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(make_one, words):
    row = rows(make_one(f"He said “{words}” then", words))[0]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row.values())


def test_the_file_opens_in_a_spreadsheet(harbour, tmp_path):
    write_csv(harbour, tmp_path / "report.csv")
    data = (tmp_path / "report.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").startswith("article,number,")

"""Rows for other programs: out, into an empty archive, and out again is the same, formulas harmless."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.archive import Archive, NewQuote, NewSource
from quotecheck.archive.incoming.cells import harmless, restored, xml_escaped, xml_unescaped
from quotecheck.cli import main
from quotecheck.model import Interval, QuoteStatus
from quotecheck.sharing import Selection, SharingError, export_rows
from quotecheck.sharing.rows import exported_rows

FORMULA = '=HYPERLINK("https://x.example","We won")'
QUOTES = [
    NewQuote(
        "We will rebuild the bridge.",
        speaker="Lee Park",
        speaker_role="Mayor",
        said=Interval.day(date(2021, 5, 3)),
        source_url="https://x.example/1",
        source_title="Speech",
        publisher="City",
        context="He said: We will rebuild the bridge. And then he left.",
        occasion="Town hall",
        language="en",
        status=QuoteStatus.VERIFIED,
        external_id="007",
        checked_in=("https://x.example/1", "https://y.example/2"),
        tags=("Budget", "=for Monday"),
    ),
    NewQuote(FORMULA, speaker="@home", external_id="-5", occasion="+1\tand\r\nmore"),
    NewQuote("'=1+1 is two", speaker="''", context="A line\rof old, _x0041_ and \x0b as it is"),
    NewQuote("“Ümlaute”, 日本 and \u202eodd\u202c ones", said=Interval(date(2020, 1, 1), date(2021, 12, 31))),
]  # fmt: skip


def filled(path: Path) -> Path:
    with Archive.open(path, create=True) as archive:
        archive.add_source(
            NewSource(title="Radio", text="Well, I say this. We never left the town. So there."), by="a"
        )
        archive.add_quotes([*QUOTES, NewQuote("We never left the town.", source_title="Radio")], by="a")
    return path


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "xlsx"])
def test_out_in_and_out_again_gives_the_same_bytes(tmp_path: Path, suffix: str, capsys: Any) -> None:
    first, second = tmp_path / f"first.{suffix}", tmp_path / f"second.{suffix}"
    mine, other = filled(tmp_path / "mine.db"), tmp_path / "other.db"
    assert main(["archive", "export", "--archive", str(mine), "--out", str(first)]) == 0
    assert main(["archive", "import", str(first), "--archive", str(other)]) == 1  # one turns its direction
    assert main(["archive", "export", "--archive", str(other), "--out", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    assert "5 quotes" in capsys.readouterr().out
    with Archive.open(other, read_only=True) as archive:
        texts = {quote.text for quote in archive.search("rebuild")} | {
            quote.text for quote in archive.search("hyperlink")
        }
    assert texts == {QUOTES[0].text, FORMULA}


def test_no_cell_begins_a_formula(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    with Archive.open(filled(tmp_path / "mine.db"), read_only=True) as archive:
        export_rows(archive, tmp_path / "out.csv")
        export_rows(archive, tmp_path / "out.xlsx")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    kept = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in kept} == {"s"}
    for text in cells + [cell.value for cell in kept]:
        assert not text.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text())
def test_what_is_made_harmless_is_restored(text: str) -> None:
    assert restored(harmless(text)) == text
    assert xml_unescaped(xml_escaped(text)) == text


def test_a_selection_is_exported_and_an_empty_one_refused(tmp_path: Path) -> None:
    with Archive.open(filled(tmp_path / "mine.db"), read_only=True) as archive:
        assert export_rows(archive, tmp_path / "out.jsonl", Selection(status=QuoteStatus.VERIFIED)) == 1
        with pytest.raises(SharingError, match="Nothing is chosen"):
            export_rows(archive, tmp_path / "none.csv", Selection(search="zebra"))
        with pytest.raises(SharingError, match=r"\.jsonl, ….csv"):
            export_rows(archive, tmp_path / "out.doc")
    assert not (tmp_path / "none.csv").exists()


def test_a_text_too_long_for_a_cell_is_refused_rather_than_cut(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "mine.db", create=True) as archive:
        archive.add_quote(NewQuote("word " * 8_000), by="a")
        with pytest.raises(SharingError, match="longer than a cell"):
            export_rows(archive, tmp_path / "out.xlsx")
        assert export_rows(archive, tmp_path / "out.csv") == 1


def test_what_was_added_a_moment_ago_is_chosen_by_its_words(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "quotes.db", create=True) as archive:
        for text in ("The dam will hold.", "The bridge will not.", "The gates of the harbour are shut."):
            archive.add_quote(NewQuote(text), by="me")
        rows = list(exported_rows(archive, Selection(search="harbour")))
    assert [row["text"] for row in rows] == ["The gates of the harbour are shut."]

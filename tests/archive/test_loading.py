"""Loading: a file larger than its archive gives the very archive that its rows give one after the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote, importing, loading
from quotecheck.model import Interval

Rows = Callable[..., Path]
FLOOD = {"id": "r1", "text": "We have never seen such a flood.", "speaker": "Ana Ruiz", "date": "2021-05-03"}
DAM = {"id": "o1", "text": "The dam holds more water than ever.", "speaker": "Paul Okoro", "date": "2020-01"}
FLOOD_DAY = Interval.day(date(2021, 5, 3))


@pytest.mark.parametrize("waiting", [2, 1000])
def test_a_large_file_gives_the_same_archive_as_its_rows_one_after_the_other(
    tmp_path: Path, rows_file: Rows, monkeypatch: pytest.MonkeyPatch, waiting: int
) -> None:
    monkeypatch.setattr(loading, "_MOST_WAITING", waiting)
    rows = [
        {"id": f"r{i % 2400}", "text": f"Row number {i % 2450} of many.", "speaker": f"A {i % 5}"}
        for i in range(4500)
    ]
    corrected = {**rows[7], "text": "Row number 7 of very many.", "occasion": "A visit"}
    file = rows_file(FLOOD, *rows, corrected, {**FLOOD, "id": "r1"}, {**DAM, "id": "r2"}, {**DAM, "id": "r3"})
    told = []
    for name in ("large", "small"):
        with Archive.open(tmp_path / f"{name}.db", create=True) as archive:
            archive.add_quote(NewQuote(FLOOD["text"], speaker="Ana Ruiz", said=FLOOD_DAY), by="me")
            result = archive.import_quotes(file, by="me")
            quotes = archive._connection.execute(
                "SELECT uid, text, speaker_id, external_id, occasion FROM quotes ORDER BY uid"
            ).fetchall()
            told.append((result, quotes))
            assert archive.verify_integrity() == []
        monkeypatch.setattr(importing, "loaded", importing.entered)
    assert told[0] == told[1]
    assert told[0][0].changed > 1


def test_the_indexes_made_last_are_those_that_were_there(
    archive: Archive, rows_file: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    def indexes() -> list[tuple[str, str]]:
        return archive._connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'quotes' ORDER BY name"
        ).fetchall()

    before = indexes()
    rows = [{"text": f"Row number {i} of many.", "speaker": f"A {i % 5}"} for i in range(4500)]
    file = rows_file(*rows)
    with pytest.raises(ArchiveError, match="stopped"):
        archive.import_quotes(file, by="me", progress=lambda _: False)
    assert indexes() == before
    assert archive.import_quotes(file, by="me").added == len(rows)
    assert indexes() == before


def test_quotes_of_a_long_file_are_searched_while_it_is_read(
    archive: Archive, rows_file: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotecheck.archive.search._AT_ONCE", 1_000)
    rows = [{"text": f"Row number {i} of many.", "speaker": f"Speaker {i}"} for i in range(4500)]
    archive.import_quotes(rows_file(*rows), by="me")
    for i in (0, 1999, 2000, 4499):
        assert [quote.text for quote in archive.search(f'"number {i} of"')] == [rows[i]["text"]]
        assert [quote.text for quote in archive.search(f'"Speaker {i}"')] == [rows[i]["text"]]
    assert archive.verify_integrity() == []

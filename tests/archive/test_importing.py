"""Importing files: every format, every flaw, one transaction."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.archive import Archive, ArchiveError, ImportResult
from quotecheck.archive.incoming import second_process
from quotecheck.archive.incoming.row_quotes import RowError, interval_from_iso
from quotecheck.model import Interval, QuoteStatus

Rows = Callable[..., Path]
FLOOD = {"id": "r1", "text": "We have never seen such a flood.", "speaker": "Ana Ruiz", "date": "2021-05-03"}
DAM = {"id": "o1", "text": "The dam holds more water than ever.", "speaker": "Paul Okoro", "date": "2020-01"}

FLOOD_DAY = Interval.day(date(2021, 5, 3))

DYING = """
import pickle, sys
from pathlib import Path
from quotecheck.archive.incoming.batches import prepared_batches
batches = prepared_batches(Path(sys.argv[1]))
sys.stdout.buffer.write(pickle.dumps(next(batches)) + pickle.dumps(next(batches))[:-99])
"""


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.added, result.changed, result.unchanged, result.skipped


def only(archive: Archive, text: str) -> Any:
    (quote,) = archive.search(text)
    return quote


def test_json_lines(archive: Archive, rows_file: Rows) -> None:
    assert counts(archive.import_quotes(rows_file(FLOOD, DAM), by="me")) == (2, 0, 0, 0)
    quote = only(archive, "dam")
    assert (quote.speaker, quote.external_id, quote.status) == ("Paul Okoro", "o1", QuoteStatus.UNVERIFIED)
    assert quote.said == Interval(date(2020, 1, 1), date(2020, 1, 31))


def test_the_same_file_again_changes_nothing(archive: Archive, rows_file: Rows) -> None:
    file = rows_file(FLOOD, DAM, FLOOD)
    assert counts(archive.import_quotes(file, by="me")) == (2, 0, 1, 0)
    assert counts(archive.import_quotes(file, by="me")) == (0, 0, 3, 0)
    assert archive.identity().quotes == 2


def test_a_changed_row_is_a_revision(archive: Archive, rows_file: Rows) -> None:
    archive.import_quotes(rows_file(FLOOD, DAM), by="me")
    uid = only(archive, "flood").uid
    changed = {
        **FLOOD,
        "text": "We have seldom seen such a flood.",
        "date": "2021-05-04",
        "occasion": "A visit",
    }
    assert counts(archive.import_quotes(rows_file(changed, DAM, name="b.jsonl"), by="you")) == (0, 1, 1, 0)
    quote = only(archive, "flood")
    assert quote.uid == uid
    assert (quote.text, quote.occasion) == (changed["text"], "A visit")
    assert quote.said == Interval.day(date(2021, 5, 4))
    (revision,) = archive.history(uid)
    assert (revision.by, revision.before["text"]) == ("you", FLOOD["text"])
    assert archive.candidates("we have seldom seen such")[0].uid == uid
    assert archive.import_quotes(rows_file(FLOOD), by="me").changed == 1
    assert only(archive, "flood").text == FLOOD["text"]


def test_what_a_person_corrected_survives_the_old_file(archive: Archive, rows_file: Rows) -> None:
    file = rows_file(FLOOD)
    archive.import_quotes(file, by="me")
    uid = only(archive, "flood").uid
    archive.update_quote(uid, by="Chris", text="We have never, ever seen such a flood.")
    assert counts(archive.import_quotes(file, by="me")) == (0, 0, 1, 0)
    assert only(archive, "flood").text == "We have never, ever seen such a flood."


def test_another_collection_may_use_the_same_ids(archive: Archive, rows_file: Rows) -> None:
    archive.import_quotes(rows_file(FLOOD), by="me")
    other = {"id": "r1", "text": "Taxes must fall, and soon.", "speaker": "Lee Chan", "date": "1999"}
    result = archive.import_quotes(rows_file(other, name="other.jsonl"), by="me")
    assert counts(result) == (1, 0, 0, 0)
    assert "r1" in str(result.problems[0].message)
    assert archive.identity().quotes == 2
    assert counts(archive.import_quotes(rows_file(other, name="other.jsonl"), by="me")) == (0, 0, 1, 0)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv(archive: Archive, tmp_path: Path, delimiter: str, encoding: str) -> None:
    lines = [
        delimiter.join(["ID", "Speaker", "Text ", "Date", "Source URL", "colour"]),
        delimiter.join(
            [
                "7",
                "Ana Ruíz",
                '"We have never, ever; seen | such ""a"" flood\nhere."',
                "2021-05-03",
                "",
                "red",
            ]
        ),
        "",
        delimiter.join(["8", "Paul", '"A short row\tof words"']),
    ]
    file = tmp_path / "quotes.csv"
    file.write_text("\r\n".join(lines) + "\r\n", encoding=encoding, newline="")
    assert counts(archive.import_quotes(file, by="me")) == (2, 0, 0, 0)
    quote = only(archive, "flood")
    assert quote.text == 'We have never, ever; seen | such "a" flood\nhere.'
    assert (quote.speaker, quote.external_id) == ("Ana Ruíz", "7")


def test_csv_rows_that_would_lose_words(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "quotes.csv"
    lines = [
        "text,speaker",
        "We came, we saw, we left.,Ana",
        "A short row of words",
        '"An end that is missing,Ana',
        "And on.",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    result = archive.import_quotes(file, by="me")
    assert counts(result) == (1, 0, 0, 2)
    assert [problem.line for problem in result.problems] == [2, 4]
    assert "more columns" in str(result.problems[0].message)


def test_json_and_gzip(archive: Archive, tmp_path: Path, rows_file: Rows) -> None:
    file = tmp_path / "quotes.json"
    file.write_text(json.dumps([FLOOD]), encoding="utf-8")
    assert archive.import_quotes(file, by="me").added == 1
    packed = tmp_path / "more.jsonl.gz"
    packed.write_bytes(gzip.compress(rows_file(DAM).read_bytes()))
    assert archive.import_quotes(packed, by="me").added == 1
    wrapped = tmp_path / "wrapped.json.gz"
    wrapped.write_bytes(gzip.compress(json.dumps({"quotes": [FLOOD, DAM]}).encode()))
    assert archive.import_quotes(wrapped, by="me").unchanged == 2


def test_bad_rows_are_told_by_line_and_the_others_kept(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    lines = [
        json.dumps(FLOOD),
        "",
        "{not json",
        json.dumps({"text": "  ", "speaker": "A"}),
        json.dumps({"speaker": "A"}),
        json.dumps(["a", "list"]),
        json.dumps({"text": "A date that is none.", "date": "2021-02-30"}),
        json.dumps({"text": "A date in words.", "date": "last Tuesday"}),
        json.dumps({"text": "A status of no kind.", "status": "splendid"}),
        '{"text": "A number too long.", "id": ' + "1" * 5000 + "}",
        '{"text": "half a character \\ud800 here"}',
        json.dumps({"text": "NUL \x00 inside"}),
        json.dumps({"text": "… !"}),
        json.dumps(DAM),
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    result = archive.import_quotes(file, by="me")
    assert counts(result) == (2, 0, 0, 11)
    assert [problem.line for problem in result.problems] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    assert all(str(problem.message).startswith("Left out, for it") for problem in result.problems)
    assert archive.identity().quotes == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", b""),
        ("a.jsonl", b"\n \n"),
        ("a.jsonl", b"no json at all\n"),
        ("a.jsonl", b'{"txt": "no text"}\n{"txt": "here either"}\n'),
        ("a.jsonl", '{"text": "Größe der Flut"}'.encode("latin-1")),
        ("a.jsonl", b"[" * 100_000),
        ("a.json", b"{"),
        ("a.json", b"[" * 100_000),
        ("a.json", b'{"rows": []}'),
        ("a.json", b'"text"'),
        ("a.csv", b""),
        ("a.csv", b"name,age\nAna,44\n"),
        ("a.csv", b"text\n"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00"),
        ("a.csv.gz", b"this is not gzip"),
        ("a.csv.gz", gzip.compress(b"text\n" + b"a word or two\n" * 999)[:-20]),
        ("a.xlsx", b"PK"),
        ("a", b"text"),
    ],
)
def test_a_file_that_cannot_be_imported_writes_nothing(
    archive: Archive, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ArchiveError) as caught:
        archive.import_quotes(file, by="me")
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert archive.identity().quotes == 0
    assert archive._connection.execute("SELECT count(*) FROM imports").fetchone() == (0,)


def test_missing_files_and_folders(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be read"):
        archive.import_quotes(tmp_path / "missing.csv", by="me")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ArchiveError, match="folder"):
        archive.import_quotes(tmp_path / "folder.csv", by="me")


def test_an_encoding_that_turns_out_wrong_late_writes_nothing(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "late.csv"
    file.write_bytes(
        b"text\n" + b"".join(b"Row number %d of many.\n" % i for i in range(9000)) + b"Gr\xf6\xdfe\n"
    )
    with pytest.raises(ArchiveError, match="UTF-8"):
        archive.import_quotes(file, by="me")
    assert archive.identity().quotes == 0
    assert archive.candidates("Row number 7 of many.") == []


def test_progress_and_stopping(archive: Archive, rows_file: Rows) -> None:
    file = rows_file(*({"text": f"Row number {i} of many."} for i in range(5000)))
    seen: list[int] = []
    with pytest.raises(ArchiveError, match="stopped"):
        archive.import_quotes(file, by="me", progress=lambda done: seen.append(done) or done < 3000)
    assert archive.identity().quotes == 0
    seen.clear()
    archive.import_quotes(file, by="me", progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 5000
    assert archive.verify_integrity() == []


def test_starter_like_rows(archive: Archive, rows_file: Rows) -> None:
    row = {**FLOOD, "checked_in": ["https://example.org/1", "https://example.org/2"], "speaker_role": "Mayor"}
    archive.import_quotes(rows_file(row), by="Desk", status=QuoteStatus.VERIFIED)
    quote = only(archive, "flood")
    assert (quote.source_url, quote.status, quote.verified_by) == (
        "https://example.org/1",
        QuoteStatus.VERIFIED,
        "Desk",
    )
    assert quote.speaker_role == archive.find_speakers("Ruiz")[0].roles[0].title == "Mayor"


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2021-12-08", date(2021, 12, 8), date(2021, 12, 8)),
        ("2021-12-08T23:59:00Z", date(2021, 12, 8), date(2021, 12, 8)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-12-01/2021-12-08", date(2021, 12, 1), date(2021, 12, 8)),
        ("2019/2021-03", date(2019, 1, 1), date(2021, 3, 31)),
    ],
)
def test_dates(text: str, earliest: date, latest: date) -> None:
    assert interval_from_iso(text) == Interval(earliest, latest)


@pytest.mark.parametrize(
    "text", ["", "/", "2021-13", "2021-00-01", "0000", "2021-12-08/", "2022/2021", "08.12.2021"]
)
def test_dates_that_are_none(text: str) -> None:
    with pytest.raises(RowError):
        interval_from_iso(text)


@given(st.text(max_size=20) | st.from_regex(r"\d{1,4}-\d{1,2}(-\d{1,2})?(/\d{4})?", fullmatch=True))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        found = interval_from_iso(text)
    except RowError:
        return
    assert found.earliest <= found.latest


@pytest.fixture
def long_file(rows_file: Rows) -> Path:
    rows = [
        {"text": f"Row number {i} of many in {i % 7} parts.", "speaker": f"A {i % 5}"} for i in range(4500)
    ]
    return rows_file(*rows, {"text": "…"}, *rows[:10], {"text": "The last row of all."})


@pytest.mark.parametrize("large", [0, 10**9])
def test_a_second_process_changes_nothing_in_what_is_imported(
    archive: Archive, long_file: Path, monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    monkeypatch.setattr(second_process, "_LARGE", large)
    result = archive.import_quotes(long_file, by="me", status=QuoteStatus.DISPUTED)
    assert counts(result) == (4501, 0, 10, 1)
    assert [problem.line for problem in result.problems] == [4501]
    assert archive.candidates("row number 4321 of many in")[0].status == QuoteStatus.DISPUTED
    assert archive.verify_integrity() == []


def test_a_second_process_tells_what_is_wrong_with_the_file(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_process, "_LARGE", 0)
    file = tmp_path / "late.csv"
    rows = b"".join(b"Row number %d of many.\n" % i for i in range(9000))
    file.write_bytes(b"text\n" + rows + b"Gr\xf6\xdfe\n")
    with pytest.raises(ArchiveError, match="UTF-8"):
        archive.import_quotes(file, by="me")
    assert archive.identity().quotes == 0


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "print('no batch')", DYING])
def test_this_process_does_what_the_second_one_leaves(
    archive: Archive, long_file: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(second_process, "_LARGE", 0)
    monkeypatch.setattr(second_process, "_command", lambda path, *_: [sys.executable, "-c", code, str(path)])
    assert counts(archive.import_quotes(long_file, by="me")) == (4501, 0, 10, 1)


def test_a_program_that_cannot_start_another_imports_all_the_same(
    archive: Archive, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_process, "_LARGE", 0)
    monkeypatch.setattr(sys, "executable", str(long_file))
    assert counts(archive.import_quotes(long_file, by="me")) == (4501, 0, 10, 1)


def test_stopping_ends_the_second_process_and_leaves_nothing(
    archive: Archive, long_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_process, "_LARGE", 0)
    started = []
    start = second_process._start
    monkeypatch.setattr(second_process, "_start", lambda *given: started.append(start(*given)) or started[0])
    with pytest.raises(ArchiveError, match="stopped"):
        archive.import_quotes(long_file, by="me", progress=lambda _: False)
    assert started[0].returncode is not None
    assert archive.identity().quotes == 0
    assert archive.candidates("row number 7 of many") == []


def test_dates_as_people_write_them(archive: Archive, rows_file: Rows) -> None:
    rows = [{**FLOOD, "date": "14 March 2024"}, {**DAM, "date": "15/3/2024"}]
    assert counts(archive.import_quotes(rows_file(*rows), by="me")) == (2, 0, 0, 0)
    assert only(archive, "flood").said == Interval.day(date(2024, 3, 14))
    assert only(archive, "dam").said == Interval.day(date(2024, 3, 15))


@pytest.mark.parametrize("text", ["03/04/2024", "last Tuesday", "the ides of March"])
def test_a_date_that_can_be_several_is_a_problem_that_names_it(
    archive: Archive, rows_file: Rows, text: str
) -> None:
    result = archive.import_quotes(rows_file({**FLOOD, "date": text}, DAM), by="me")
    assert counts(result) == (1, 0, 0, 1)
    assert text in str(result.problems[0].message)


def test_a_file_that_unpacks_to_far_more_than_texts_do_is_refused(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotecheck.archive.incoming.row_files._UNPACKED_AT_LEAST", 100_000)
    row = b'{"text": "We have never seen such a flood."}\n'
    usual, bomb = tmp_path / "usual.jsonl.gz", tmp_path / "bomb.jsonl.gz"
    usual.write_bytes(gzip.compress(row * 2_000))
    assert archive.import_quotes(usual, by="me").added == 1
    bomb.write_bytes(gzip.compress(row + b" " * 50_000_000))
    with pytest.raises(ArchiveError, match="unpacks to more than"):
        archive.import_quotes(bomb, by="me")


def test_a_line_that_is_too_long_for_a_quote_is_left_out(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotecheck.archive.incoming.json_rows.LONGEST_FIELD", 1_000)
    file = tmp_path / "long.jsonl"
    file.write_text('{"text": "One flood."}\n' + "x" * 5_500 + '\n{"text": "Another flood."}\n')
    result = archive.import_quotes(file, by="me")
    assert (result.added, [problem.line for problem in result.problems]) == (2, [2])


def test_a_json_file_that_is_too_long_to_be_read_at_once_is_refused(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotecheck.archive.incoming.json_rows._LONGEST_JSON", 10)
    file = tmp_path / "long.json"
    file.write_text('[{"text": "One flood."}]')
    with pytest.raises(ArchiveError, match="JSON Lines"):
        archive.import_quotes(file, by="me")

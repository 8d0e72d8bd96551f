"""The user's own archive, made at first use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote, starter_path
from quotecheck.model import QuoteStatus


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUOTECHECK_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def test_it_is_made_once_and_kept(folder: Path) -> None:
    with Archive.starter() as archive:
        quotes = archive.identity().quotes
        assert quotes > 0
        assert archive.info().by_status == {QuoteStatus.VERIFIED: quotes}
        archive.add_quote(NewQuote("My own."), by="me")
    with Archive.starter() as archive:
        assert archive.identity().quotes == quotes + 1
    assert [file.name for file in folder.iterdir()] == [starter_path().name]


def test_every_starter_quote_is_found_with_who_checked_it(folder: Path) -> None:
    with Archive.starter() as archive:
        for speaker in archive.info().speakers_by_quotes:
            for record in archive.find_speakers(speaker[0])[:1]:
                for quote in archive.by_speaker([record.id]):
                    assert archive.candidates(quote.text)[0] == quote
                    assert quote.verified_by
                    assert quote.source_url


def test_two_processes_at_once(folder: Path) -> None:
    script = "from quotecheck.archive import Archive\nwith Archive.starter() as a: print(a.identity().quotes)"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    answers = [process.communicate() for process in running]
    assert len({out for out, _ in answers}) == 1, answers
    assert answers[0][0].strip().isdigit(), answers
    assert [file.name for file in folder.iterdir()] == [starter_path().name]


def test_a_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("QUOTECHECK_DATA_DIR", str(tmp_path / "file" / "data"))
    with pytest.raises(ArchiveError, match="QUOTECHECK_DATA_DIR"):
        Archive.starter()


def test_nothing_heavy_is_loaded_before_it_is_asked_for() -> None:
    script = "import sys, quotecheck.archive; print(*{'numpy', 'sqlite_utils', 'spacy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_archive_needs_no_language_model() -> None:
    script = (
        "import sys; from quotecheck.archive import Archive; print(*{'spacy', 'typst'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""

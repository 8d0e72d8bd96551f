"""Two processes and one archive: no corruption, no lost write, and a sentence for who must wait too long."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote, file

IMPORTING = """
import sys
from pathlib import Path
from quotecheck.archive import Archive
from quotecheck.sharing import import_bundle

with Archive.open(Path(sys.argv[1])) as archive:
    print("open", flush=True)
    sys.stdin.readline()
    result = import_bundle(
        archive, Path(sys.argv[2]), by="me", accept_unsigned=True, progress=lambda done: print(done)
    )
    print("new", result.new, flush=True)
"""
HOLDING = """
import sys
from pathlib import Path
from quotecheck.archive import Archive
from quotecheck.sharing import import_bundle

def wait(done):
    print("half way", flush=True)
    sys.stdin.readline()

with Archive.open(Path(sys.argv[1])) as archive:
    import_bundle(archive, Path(sys.argv[2]), by="me", accept_unsigned=True, progress=wait)
"""


def started(program: str, desk: Any, *told: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, told)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QUOTECHECK_DATA_DIR": str(desk.folder / "data")},
    )


def filled(desk: Any, name: str, count: int = 300) -> Path:
    with desk.archive() as archive:
        archive.add_quotes(
            [NewQuote(f"Statement {i} of {name}.", speaker=f"{name} {i % 7}") for i in range(count)], by=name
        )
    bundle: Path = desk.export(signed=False)
    return bundle


def test_two_imports_at_once_lose_nothing(desk: Any) -> None:
    mine, bundles = desk("mine"), [filled(desk(name), name) for name in ("Ana", "Ben")]
    with mine.archive() as archive:
        archive.add_quote(NewQuote("It was here before."), by="me")
    running = [started(IMPORTING, mine, mine.path, bundle) for bundle in bundles]
    assert [process.stdout.readline() for process in running if process.stdout] == ["open\n"] * 2
    for process in running:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=60) for process in running]
    assert [error for _, error in answers] == ["", ""]
    assert all(out.endswith("new 300\n") for out, _ in answers)
    with mine.archive() as archive:
        assert archive.info().quotes == 601
        assert archive.verify_integrity() == []


def test_reading_and_waiting_while_an_import_runs(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, bundle = desk("mine"), filled(desk("Ana"), "Ana")
    with mine.archive() as archive:
        archive.add_quote(NewQuote("It was here before."), by="me")
    importing = started(HOLDING, mine, mine.path, bundle)
    assert importing.stdout
    assert importing.stdout.readline() == "half way\n"
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.1)
    with mine.at_work(), Archive.open(mine.path) as archive:
        assert archive.info().quotes == 1
        assert [quote.text for quote in archive.search("before")] == ["It was here before."]
        with pytest.raises(ArchiveError, match="in use by another program: wait"):
            archive.add_quote(NewQuote("Not now."), by="me")
    assert importing.communicate("\n", timeout=60)[1] == ""
    with mine.archive() as archive:
        archive.add_quote(NewQuote("Now it is."), by="me")
        assert archive.info().quotes == 302
        assert archive.verify_integrity() == []


def test_an_import_that_is_killed_leaves_the_archive_as_it_was(desk: Any) -> None:
    mine, bundle = desk("mine"), filled(desk("Ana"), "Ana")
    with mine.archive() as archive:
        archive.add_quote(NewQuote("It was here before."), by="me")
    importing = started(HOLDING, mine, mine.path, bundle)
    assert importing.stdout
    assert importing.stdout.readline() == "half way\n"
    importing.kill()
    importing.communicate()
    with mine.archive() as archive:
        assert archive.info().quotes == 1
        assert archive.verify_integrity() == []

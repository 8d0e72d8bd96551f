"""Time and memory of sharing 100,000 quotes: writing a bundle, reading it, merging it, and merging it again.

    python -m tests.benchmarks.sharing [QUOTES]

Every step runs in a process of its own, so that its peak memory is its own. Seconds are CPU time, of all
threads; by the clock it is quicker where two of them work at once, and slower on a busy machine.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from quotecheck.archive import Archive
from quotecheck.model import QuoteStatus
from quotecheck.sharing import (
    Identity,
    export_bundle,
    import_bundle,
    inspect_bundle,
    preview_bundle,
    undo_import,
)
from quotecheck.sharing.container import opened_bundle
from quotecheck.sharing.entries import parse_entry

_WORDS = 12_000
_SPEAKERS = 3_000


def _rows(count: int, path: Path) -> None:
    """Write quotes of made-up words, in length and variety like real ones."""
    chance = random.Random(11)
    words = ["".join(chance.choices("abcdefghilmnoprstuvw", k=chance.randint(2, 10))) for _ in range(_WORDS)]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = " ".join(chance.choices(words, k=chance.randint(8, 45))).capitalize() + "."
            row = {
                "id": str(number),
                "text": text,
                "speaker": f"Speaker {number % _SPEAKERS}",
                "date": f"20{number % 20:02}-0{1 + number % 9}-1{number % 10}",
                "source_url": f"https://news.example/{number // 3}",
                "occasion": "In parliament" if number % 4 == 0 else None,
                "checked_in": f"https://check.example/{number}" if number % 2 else None,
            }
            file.write(json.dumps(row) + "\n")


def _fill(folder: Path, count: int) -> None:
    _rows(count, folder / "rows.jsonl")
    with Archive.open(folder / "a.db", create=True) as archive:
        archive.import_quotes(folder / "rows.jsonl", by="bench", status=QuoteStatus.VERIFIED)


def _write(folder: Path, _: int) -> None:
    with Archive.open(folder / "a.db", read_only=True) as archive:
        export_bundle(archive, folder / "x.quotes", identity=Identity.own())


def _inspect(folder: Path, _: int) -> None:
    inspect_bundle(folder / "x.quotes")


def _read(folder: Path, _: int) -> None:
    with opened_bundle(folder / "x.quotes") as bundle:
        bundle.verify()
        for line in bundle.lines("data/quotes.jsonl"):
            parse_entry("quote", line, "a line")


def _preview(folder: Path, _: int) -> None:
    Archive.open(folder / "b.db", create=True).close()
    with Archive.open(folder / "b.db", read_only=True) as archive:
        preview_bundle(archive, folder / "x.quotes")


def _merge(folder: Path, _: int) -> None:
    with Archive.open(folder / "b.db", create=True) as archive:
        import_bundle(archive, folder / "x.quotes", by="bench")


def _undo(folder: Path, _: int) -> None:
    with Archive.open(folder / "b.db") as archive:
        undo_import(archive, 1, by="bench")


_STEPS: dict[str, Callable[[Path, int], None]] = {
    "fill an archive": _fill,
    "write a bundle": _write,
    "inspect it": _inspect,
    "read it, every line checked": _read,
    "preview it": _preview,
    "merge it into an empty archive": _merge,
    "merge it again": _merge,
    "undo the first import": _undo,
}


def _step(name: str, folder: Path, count: int) -> None:
    started = time.process_time()
    began = time.perf_counter()
    _STEPS[name](folder, count)
    seconds = time.process_time() - started
    elapsed = time.perf_counter() - began
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:32} {seconds:7.2f} s  {count / seconds:10,.0f} quotes/s"
        f"  {count / elapsed:10,.0f} by the clock  {megabytes:6.0f} MB at most"
    )


def main() -> None:
    """Print a line for each step."""
    if len(sys.argv) > 2:
        _step(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QUOTECHECK_DATA_DIR": f"{folder}/data"}
        for name in _STEPS:
            command = [sys.executable, "-m", "tests.benchmarks.sharing", name, folder, str(count)]
            subprocess.run(command, check=True, env=environment)
        print(f"the bundle has {(Path(folder) / 'x.quotes').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

"""Every reader of foreign files against damaged and hostile ones: what it says, how long, how much memory."""

from __future__ import annotations

import io
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from quotecheck.archive import Archive, NewQuote, NewSource
from quotecheck.archive.incoming.batches import prepared_batches
from quotecheck.archive.incoming.foreign_reader import read_table
from quotecheck.errors import QuoteCheckError
from quotecheck.sharing import Identity, export_bundle, export_rows, preview_bundle
from tests.sharing.handmade import entries_of, handmade, hostile_entries
from tests.sharing.mutating import mutated

__all__ = ["KINDS", "Outcomes", "fuzz", "made_files"]

KINDS = ("quotes", "entries", "jsonl", "json", "csv", "xlsx", "db")


@dataclass
class Outcomes:
    """What came of it: counts by kind and by "read" or "refused", the slowest file in seconds of CPU."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    slowest: dict[str, float] = field(default_factory=dict)
    sentences: Counter[str] = field(default_factory=Counter)


def made_files(folder: Path) -> dict[str, Path]:
    """Return a whole file of each kind, by its suffix."""
    with Archive.open(folder / "theirs.db", create=True) as archive:
        archive.add_source(NewSource(title="Speech", url="https://x.example/1", text="We will win."), by="a")
        for number in range(12):
            uid = archive.add_quote(
                NewQuote(f"We will win {number} times.", speaker=f"Lee {number}", source_title="Speech"),
                by="a",
            )
            archive.update_quote(uid, by="a", occasion="=Radio")
            archive.verify_quote(uid, by="a", how="heard it")
        files = {suffix: folder / f"whole.{suffix}" for suffix in KINDS if suffix != "entries"}
        export_bundle(archive, files["quotes"], identity=Identity.own())
        for suffix in ("jsonl", "csv", "xlsx"):
            export_rows(archive, files[suffix])
    rows = [json.loads(line) for line in files["jsonl"].read_text(encoding="utf-8").splitlines()]
    files["json"].write_text(json.dumps(rows), encoding="utf-8")
    with closing(sqlite3.connect(files["db"])) as database, database:
        database.execute("CREATE TABLE quotes (id INTEGER PRIMARY KEY, text TEXT, speaker TEXT)")
        database.executemany(
            "INSERT INTO quotes (text, speaker) VALUES (?, ?)", [(r["text"], "A") for r in rows]
        )
        database.execute("CREATE INDEX by_speaker ON quotes (speaker)")
    return files


def _variants(kind: str, files: dict[str, Path], seed: int, count: int) -> Iterator[Path]:
    path = files["quotes"].with_name(f"damaged.{'quotes' if kind == 'entries' else kind}")
    if kind == "entries":
        for parts in hostile_entries(entries_of(files["quotes"]), seed, count):
            yield handmade(path, parts)
        return
    for data in mutated(files[kind].read_bytes(), seed, count):
        path.write_bytes(data)
        yield path


def _reader(kind: str, archive: Archive) -> Callable[[Path], object]:
    if kind in ("quotes", "entries"):
        return lambda path: preview_bundle(archive, path)
    if kind == "db":
        return lambda path: read_table(path, None, io.StringIO())
    return lambda path: sum(len(batch.lines) for batch in prepared_batches(path))


def fuzz(files: dict[str, Path], archive: Archive, *, seed: int, counts: dict[str, int]) -> Outcomes:
    """Read so many damaged files of each kind; anything raised but a sentence for the user goes through."""
    found = Outcomes()
    for kind, count in counts.items():
        read = _reader(kind, archive)
        for path in _variants(kind, files, seed, count):
            started = time.process_time()
            try:
                read(path)
                outcome = "read"
            except QuoteCheckError as error:
                outcome = "refused"
                if "\n" in str(error):
                    raise AssertionError(f"more than one line: {error}") from error
                found.sentences[" ".join(str(error).replace(str(path), "It").split()[:6])] += 1
            found.counts[kind, outcome] += 1
            spent = time.process_time() - started
            found.slowest[kind] = max(found.slowest.get(kind, 0.0), spent)
    return found

"""How many paraphrases are among the ten suggestions: 60 pairs written by hand, hidden among other quotes.

python tests/benchmarks/paraphrases.py ROWS.jsonl[.gz] [--quotes 100000]
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

_TEN = 10
_OFTEN = 20


def _rows(path: Path, count: int) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as lines:
        yield from map(json.loads, islice(lines, count))


def _hidden(pairs: list[list[str]], rows: list[dict[str, Any]], rng: Random) -> list[dict[str, Any]]:
    """Return what was said as rows: each by somebody who has said at least twenty other things, that day."""
    by_speaker = Counter(row["speaker"] for row in rows)
    often = [row for row in rows if row["speaker"] and row["date"] and by_speaker[row["speaker"]] >= _OFTEN]
    chosen = [rng.choice(often) for _ in pairs]
    return [
        {"text": said, "speaker": row["speaker"], "date": row["date"]}
        for (said, _), row in zip(pairs, chosen, strict=True)
    ]


def _report(archive: Any, pairs: list[list[str]], hidden: list[dict[str, Any]], *, by_speaker: bool) -> None:
    from quotecheck.model import Interval

    places = []
    cpu = process_time()
    for (said, told), row in zip(pairs, hidden, strict=True):
        speakers = [one.id for one in archive.find_speakers(row["speaker"])[:1]] if by_speaker else []
        day = Interval.day(date.fromisoformat(row["date"]))
        found = archive.alike(told, speaker_ids=speakers, between=day, limit=_TEN)
        texts = [quote.text for quote in found]
        places.append(texts.index(said) if said in texts else _TEN)
    each = 1000 * (process_time() - cpu) / len(pairs)
    shares = ", ".join(f"R@{k} {sum(at < k for at in places) / len(places):.3f}" for k in (1, 5, _TEN))
    known = "speaker and day known" if by_speaker else "nothing known but the words"
    print(f"{known}: {shares} ({len(pairs)} pairs); {each:.1f} CPU ms each")


def main() -> None:
    """Build the archive, learn it, ask for each paraphrase, and print the figures."""
    from quotecheck.archive import Archive

    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=formatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pairs = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["pairs"]
    rows = list(_rows(options.rows, options.quotes))
    hidden = _hidden(pairs, rows, Random(options.seed))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QUOTECHECK_DATA_DIR"] = folder
        file = Path(folder) / "rows.jsonl"
        file.write_text("".join(f"{json.dumps(row)}\n" for row in [*rows, *hidden]))
        with Archive.open(Path(folder) / "quotes.db", create=True) as archive:
            archive.import_quotes(file, by="benchmark")
            cpu = process_time()
            archive.learn_meanings()
            print(f"{archive.identity().quotes:,} quotes learned in {process_time() - cpu:.1f} CPU s")
            for by_speaker in (False, True):
                _report(archive, pairs, hidden, by_speaker=by_speaker)
        size = sum(file.stat().st_size for file in (Path(folder) / "meanings").iterdir())
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size / 1e6:.1f} MB kept; peak {peak:.0f} MB")


if __name__ == "__main__":
    main()

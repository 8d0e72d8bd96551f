"""Ten thousand damaged bundles against an archive: none is taken for a whole one, none breaks anything.

python -m tests.benchmarks.fuzz_sharing [FILES [SEED]]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from quotecheck.archive import Archive, NewQuote, NewSource
from quotecheck.sharing import BundleError, Identity, export_bundle, preview_bundle
from tests.sharing.mutating import mutated


def _bundle(folder: Path) -> bytes:
    with Archive.open(folder / "theirs.db", create=True) as archive:
        archive.add_source(NewSource(title="Speech", url="https://x.example/1", text="We will win."), by="a")
        for number in range(40):
            uid = archive.add_quote(
                NewQuote(
                    f"We will win {number} times.", speaker=f"Lee {number}", source_url="https://x.example/1"
                ),
                by="a",
            )
            archive.update_quote(uid, by="a", occasion="Radio")
            archive.verify_quote(uid, by="a", how="heard it")
        export_bundle(archive, folder / "whole.quotes", identity=Identity.own())
    return (folder / "whole.quotes").read_bytes()


def main() -> None:
    """Print how many were refused and why, the slowest one and the peak of memory."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, path, mine = _bundle(folder), folder / "damaged.quotes", folder / "mine.db"
        with Archive.open(mine, create=True) as archive:
            archive.add_quote(NewQuote("It was here before."), by="me")
        before = mine.read_bytes()
        with Archive.open(mine, read_only=True) as archive:
            for damaged in mutated(whole, seed, files):
                path.write_bytes(damaged)
                started = time.process_time()
                try:
                    preview_bundle(archive, path)
                    outcomes["read: what was damaged is nothing that is read"] += 1
                except BundleError as error:
                    said = str(error).replace(str(path), "It")
                    outcomes["refused: " + " ".join(said.split()[:6]) + " …"] += 1
                slowest = max(slowest, time.process_time() - started)
        if mine.read_bytes() != before:
            sys.exit("The archive was changed.")
    for outcome, count in outcomes.most_common(20):
        print(f"{count:6}  {outcome}")
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{files} files, seed {seed}: slowest {slowest * 1000:.0f} ms, {megabytes:.0f} MB at most")
    print("The archive is as it was, byte for byte.")


if __name__ == "__main__":
    main()

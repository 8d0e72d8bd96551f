"""Ten thousand damaged and hostile files against an archive: each is read or refused in one sentence.

python -m tests.benchmarks.fuzz_sharing [FILES [SEED]]
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from pathlib import Path

from quotecheck.archive import Archive, NewQuote
from tests.sharing.fuzzing import fuzz, made_files

_SHARES = {"quotes": 30, "entries": 30, "jsonl": 8, "json": 4, "csv": 10, "xlsx": 12, "db": 6}


def main() -> None:
    """Print how many were refused and why, the slowest of each kind and the peak of memory."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["QUOTECHECK_DATA_DIR"] = name  # the key that signs is made for this run
        whole, mine = made_files(folder), folder / "mine.db"
        with Archive.open(mine, create=True) as archive:
            archive.add_quote(NewQuote("It was here before."), by="me")
        before = mine.read_bytes()
        with Archive.open(mine, read_only=True) as archive:
            counts = {kind: files * share // 100 for kind, share in _SHARES.items()}
            found = fuzz(whole, archive, seed=seed, counts=counts)
        if mine.read_bytes() != before:
            sys.exit("The archive was changed.")
    for kind, slowest in found.slowest.items():
        read, refused = found.counts[kind, "read"], found.counts[kind, "refused"]
        print(f"{kind:8} {read:6} read {refused:6} refused, slowest {slowest * 1000:5.0f} ms of CPU")
    for sentence, count in found.sentences.most_common(20):
        print(f"{count:6}  {sentence} …")
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{sum(found.counts.values())} files, seed {seed}: {megabytes:.0f} MB at most")
    print("The archive is as it was, byte for byte.")


if __name__ == "__main__":
    main()

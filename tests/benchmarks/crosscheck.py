"""Measure the cross-check: how fast, how large, and how often right, against archives of growing size.

    python tests/benchmarks/crosscheck.py QUOTES.jsonl[.gz] [--sizes 10000 100000] [--full]

QUOTES has one quote a line: {id, text, speaker, date}. The printed quotations are those of the mutation bank
(``mutations.py``), drawn from the same 10,000 quotes for every size; they are checked as articles of twenty:
exact, edited and absent ones, mixed. Archives larger than the file are grown by recombining clauses of real
quotes. All times are CPU times unless "clock" is said. Without options: 10,000 quotes, in less than a minute.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bank import make_bank, read_rows
from scale.report import BASE, report_growth, report_size, report_source

__all__ = ["main"]

EDITS = {"quarter": 0.8, "quarter_of_part": 0.2}
"""For the recall: whole quotes, and parts of five to twelve words, up to a quarter of the words edited."""


def main(argv: list[str] | None = None) -> int:
    """Print the figures of every size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("quotes", type=Path, metavar="QUOTES.jsonl[.gz]")
    parser.add_argument("--sizes", type=int, nargs="+", default=[BASE], metavar="N")
    parser.add_argument(
        "--full", action="store_true", help="10,000, 100,000 and 1,000,000 quotes, and more queries"
    )
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument(
        "--queries", type=int, metavar="N", help="printed quotations (default: 700; full: 8000)"
    )
    parser.add_argument(
        "--edits", type=int, metavar="N", help="edits for the recall (default: 1000; full: 10000)"
    )
    parser.add_argument("--inserts", type=int, default=2000, metavar="N", help="quotes to add singly")
    parser.add_argument(
        "--peer-seconds", type=float, metavar="S", help="for each peer (default: 1; full: 30; 0: none)"
    )
    parser.add_argument(
        "--wrong", type=Path, metavar="OUT", help="list all causes, and append the wrong verdicts"
    )
    options = parser.parse_args(argv)
    if min(options.sizes) < BASE:
        parser.error(
            f"the smallest archive has {BASE} quotes, for the printed quotations are drawn from them"
        )
    defaults = {"queries": (700, 8000), "edits": (1000, 10_000), "peer_seconds": (1.0, 30.0)}
    for name, (cheap, full) in defaults.items():
        if getattr(options, name) is None:
            setattr(options, name, full if options.full else cheap)
    rows = read_rows(options.quotes)
    bank = make_bank(rows, seed=options.seed, archive_rows=BASE, queries=options.queries)
    edited = make_bank(
        rows,
        seed=options.seed,
        archive_rows=BASE,
        queries=options.edits,
        families=EDITS,
        again=True,
        absent_share=0,
    )
    edits = [query | {"id": f"edit{i}"} for i, query in enumerate(edited.queries)]
    used = {row["id"] for row in [*bank.archive, *bank.held_out]}
    more = [row for row in rows if row["id"] not in used]
    print(f"{len(rows):,} real quotes; {len(bank.queries):,} printed quotations, seed {options.seed}")
    sizes = [BASE, 100_000, 1_000_000] if options.full else options.sizes
    report_growth({size: report_size(size, bank, edits, more, options) for size in sizes})
    report_source(more)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

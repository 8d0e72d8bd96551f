"""Write a mutation bank: an archive to import, and printed quotations with the verdicts that are right.

    python tests/benchmarks/mutations.py QUOTES.jsonl[.gz] OUT_DIR [--seed 7] [--rows 20000] [--queries 4000]

QUOTES has one quote a line: {id, text, speaker, date}. Writes OUT_DIR/archive.jsonl (for ``quotecheck archive
import``) and OUT_DIR/queries.jsonl (for ``quotecheck lookup``), each line

    {id, text, speaker?, date?, edit, original, expect: {wording, cautions?, any_caution?, forbid, quotes}}

``wording`` lists the gradings that are right (several where a careful reader may grade either way), all of
``cautions`` must be raised, one of ``any_caution``, none of ``forbid``; ``quotes`` are the ids of the right
archived quotes. A quarter of the queries is absent: rows of the same speakers and cases that were held out
of the archive, less those of whose three-word runs some archived row has half or more. The edits use word
lists of their own (``bank/tables.toml``), none of the cross-check's: the bank is a judge from outside. The
same seed and file give the same bank.

What is not edited, since no label would be certain: words repeated near by (spoken stutters), words beside a
break ("--"), rows that nearly repeat another one, and edits that give the words of another row.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bank import FAMILIES, make_bank, read_rows

__all__ = ["main"]


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main(argv: list[str] | None = None) -> int:
    """Write the bank and print how many queries each family has."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("quotes", type=Path, metavar="QUOTES.jsonl[.gz]")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rows", type=int, default=20_000, help="how many quotes the archive has")
    parser.add_argument("--queries", type=int, default=4_000, help="how many quotations are made")
    parser.add_argument("--only", nargs="+", choices=sorted(FAMILIES), help="these families alone")
    options = parser.parse_args(argv)
    bank = make_bank(
        read_rows(options.quotes),
        seed=options.seed,
        archive_rows=options.rows,
        queries=options.queries,
        families={name: FAMILIES[name].weight for name in options.only} if options.only else None,
        absent_share=0.0 if options.only else 0.25,
    )
    options.out.mkdir(parents=True, exist_ok=True)
    _write(options.out / "archive.jsonl", bank.archive)
    _write(options.out / "queries.jsonl", bank.queries)
    for name, count in Counter(query["edit"] for query in bank.queries).most_common():
        print(f"{count:6}  {name}")
    print(f"{len(bank.queries):6}  queries against {len(bank.archive):,} quotes, in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

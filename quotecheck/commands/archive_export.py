"""``quotecheck archive export``: quotes as rows for other programs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from quotecheck.commands.opening import own_or_named
from quotecheck.commands.outcome import ALL_FINE, UsageError
from quotecheck.commands.share_selection import add_selection, selection_of
from quotecheck.commands.streams import on_one_line

__all__ = ["add_to"]

_WHAT = "write quotes as .jsonl, .csv or .xlsx, with all that an import takes in"


def add_to(jobs: Any) -> None:
    """Add the command to the parser."""
    parser = jobs.add_parser("export", help=_WHAT, description=_WHAT.capitalize() + ".")
    parser.add_argument("--archive", metavar="DB", help="the archive file (default: your own)")
    parser.add_argument("--out", required=True, metavar="FILE", help="the file, by its suffix")
    add_selection(parser)
    parser.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    from quotecheck.sharing import export_rows

    selection, out = selection_of(options), Path(options.out)
    with own_or_named(options.archive, read_only=True) as archive:
        if out.exists() and out.samefile(archive.path):
            raise UsageError(f"The file would overwrite the archive {out}: give it another name.")
        count = export_rows(archive, out, selection)
    print(f"Wrote {on_one_line(options.out)}: {count:,} quotes.")
    return ALL_FINE

"""``quotecheck lookup``: single quotes, one JSON object a line in and out.

Nothing is kept but the query at hand, and of a file a few that come next. A file is read through before
anything is looked up, so that a bad line at its end is told at once, as by ``check``; standard input stops at
its first bad line.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotecheck.commands.opening import own_or_named
from quotecheck.commands.outcome import ALL_FINE, NEEDS_ATTENTION, UsageError
from quotecheck.commands.streams import json_lines, standard_input, write_json_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from quotecheck.queries import Query

__all__ = ["add_to"]

_AHEAD = 40


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    look_up = commands.add_parser("lookup", help="check single quotes, one JSON object a line")
    look_up.add_argument(
        "queries", metavar="QUERIES.jsonl", help="lines {id, text, speaker?, date?}; - for stdin"
    )
    look_up.add_argument("--archive", metavar="DB", help="the archive to look in (default: your own)")
    look_up.add_argument("--json", metavar="OUT", help="where the answers go (default: standard output)")
    look_up.add_argument("--quiet", action="store_true", help="show no progress")
    look_up.set_defaults(run=_look_up)


def _look_up(options: argparse.Namespace) -> int:
    from quotecheck.pipeline import look_ups
    from quotecheck.reporting import verdict_to_json

    if (
        options.json
        and options.json != "-"
        and Path(options.json).resolve() == Path(options.queries).resolve()
    ):
        raise UsageError(f"The answers would overwrite {options.queries}: give --json another name.")
    attention = False
    count = _count(options.queries)
    shown = not options.quiet and sys.stderr is not None and sys.stderr.isatty()
    with (
        own_or_named(options.archive) as archive,
        json_lines(options.json or "-") as lines,
        _progress(count if shown else None) as advance,
    ):
        ahead = 1 if count is None else _AHEAD  # who writes into a pipe may wait for each answer
        for query, verdict in look_ups(_queries(options.queries), archive, ahead=ahead):
            attention |= verdict.needs_attention
            write_json_line({"id": query.id, "verdict": verdict_to_json(verdict)}, lines)
            advance()
    return NEEDS_ATTENTION if attention else ALL_FINE


def _count(name: str) -> int | None:
    """Return how many queries a file has, all of them good; None where it can be read only once."""
    from quotecheck.queries import read_queries

    return sum(1 for _ in read_queries(name)) if Path(name).is_file() else None


def _queries(name: str) -> Iterator[Query]:
    from quotecheck.queries import queries_in, read_queries

    return queries_in(standard_input(), "standard input") if name == "-" else read_queries(name)


@contextmanager
def _progress(count: int | None) -> Iterator[Callable[[], None]]:
    """Show on the terminal how far the work is, if it is known how much there is."""
    if count is None:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=count)
        yield lambda: progress.advance(task)

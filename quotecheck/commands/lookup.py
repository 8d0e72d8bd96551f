"""``quotecheck lookup``: single quotes, one JSON object a line in and out."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quotecheck.commands.archive import own_or_named
from quotecheck.commands.outcome import ALL_FINE, NEEDS_ATTENTION, UsageError
from quotecheck.commands.streams import json_lines, standard_input, write_json_line

if TYPE_CHECKING:
    from quotecheck.model import Interval

__all__ = ["add_to"]


class _Query(NamedTuple):
    id: Any
    text: str
    speaker: str | None
    said: Interval | None


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    look_up = commands.add_parser("lookup", help="check single quotes, one JSON object a line")
    look_up.add_argument(
        "queries", metavar="QUERIES.jsonl", help="lines {id, text, speaker?, date?}; - for stdin"
    )
    look_up.add_argument("--archive", metavar="DB", help="the archive to look in (default: your own)")
    look_up.add_argument("--json", metavar="OUT", help="where the answers go (default: standard output)")
    look_up.set_defaults(run=_look_up)


def _look_up(options: argparse.Namespace) -> int:
    from quotecheck.pipeline import look_up
    from quotecheck.reporting import verdict_to_json

    if (
        options.json
        and options.json != "-"
        and Path(options.json).resolve() == Path(options.queries).resolve()
    ):
        raise UsageError(f"The answers would overwrite {options.queries}: give --json another name.")
    attention = False
    with own_or_named(options.archive) as archive, json_lines(options.json or "-") as lines:
        for query in _queries(options.queries):
            verdict = look_up(query.text, archive, speaker=query.speaker, said=query.said)
            attention |= verdict.needs_attention
            write_json_line({"id": query.id, "verdict": verdict_to_json(verdict)}, lines)
    return NEEDS_ATTENTION if attention else ALL_FINE


def _queries(name: str) -> Iterator[_Query]:
    """Yield the queries of a JSON Lines file, or of standard input for "-", one at a time."""
    shown = "standard input" if name == "-" else name
    try:
        with standard_input() if name == "-" else Path(name).open("rb") as stream:
            for number, line in enumerate(io.TextIOWrapper(stream, encoding="utf-8-sig"), start=1):
                if line.strip():
                    yield _query(line, f"{shown}, line {number}")
    except OSError as error:
        raise UsageError(
            f"{shown} cannot be read ({error.strerror or error}): check the name and its permissions."
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown} is not UTF-8 text; save the queries as UTF-8 and try again.") from error


def _query(line: str, place: str) -> _Query:
    from quotecheck.dates import DateError, parse_day

    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{place}: this is not a line of JSON.") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UsageError(f"{place}: a query is an object with a “text”, and perhaps “id”, “speaker”, “date”.")
    if not isinstance(row.get("speaker"), str | None):
        raise UsageError(f"{place}: its “speaker” is not a name in quotation marks.")
    try:
        said = parse_day(str(row["date"])) if row.get("date") else None
    except DateError as error:
        raise UsageError(f"{place}: {error}") from error
    return _Query(row.get("id"), row["text"], row.get("speaker") or None, said)

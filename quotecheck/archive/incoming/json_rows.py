"""Rows in JSON and in JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import msgspec

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.records import NumberedRow
from quotecheck.model import message

__all__ = ["LONGEST_FIELD", "json_line_rows", "json_rows"]

LONGEST_FIELD = 10_000_000
"""The longest text that a row may have, in code points."""

_LONGEST_JSON = 200_000_000
_NO_OBJECT = message("it is not a JSON object")
_LINES_AT_ONCE = 500
_read_json = msgspec.json.Decoder().decode
_read_json_lines = msgspec.json.Decoder().decode_lines


def _lines(file: TextIO) -> Iterator[str]:
    """Yield the lines; of one that is too long for a row, its beginning, and then the next line."""
    while line := file.readline(LONGEST_FIELD):
        yield line
        while not line.endswith("\n") and len(line) == LONGEST_FIELD:
            line = file.readline(LONGEST_FIELD)


def json_rows(file: TextIO, path: Path) -> Iterator[NumberedRow]:
    """Yield the rows of a JSON list, or of the list "quotes" in an object. Raises ArchiveError."""
    text = file.read(_LONGEST_JSON + 1)
    if len(text) > _LONGEST_JSON:
        raise ArchiveError(
            "{path} is too long to be read at once: save it as JSON Lines (.jsonl), one object a line.",
            path=path,
        )
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArchiveError(
            "{path} is not JSON ({error}): correct it, then import it again.", path=path, error=error
        ) from error
    rows = whole.get("quotes") if isinstance(whole, dict) else whole
    if not isinstance(rows, list):
        raise ArchiveError(f'{path} has no list of quotes: write [{{"text": "…", "speaker": "…"}}, …].')
    for place, row in enumerate(rows, start=1):
        yield NumberedRow(place, row if isinstance(row, dict) else None, _NO_OBJECT)


def _object(text: str) -> Any:
    """Read JSON; what msgspec is too strict for (NaN, half a character) json reads, or says what is wrong."""
    try:
        return _read_json(text)
    except (msgspec.DecodeError, UnicodeError):
        return json.loads(text)


def _objects(lines: Sequence[str]) -> list[dict[str, Any]] | None:
    """Read lines all at once, which is quicker; None when some line is not one object."""
    try:
        rows = _read_json_lines("".join(lines))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    return rows if len(rows) == len(lines) and set(map(type, rows)) == {dict} else None


def json_line_rows(file: TextIO, path: Path) -> Iterator[NumberedRow]:
    """Yield the objects of JSON Lines. Raises ArchiveError when not even the first line is JSON."""
    lines = _lines(file)
    line, any_row = 1, False
    while some := list(islice(lines, _LINES_AT_ONCE)):
        if (rows := _objects(some)) is not None:
            yield from map(NumberedRow, range(line, line + len(rows)), rows)
        else:
            yield from _rows_one_by_one(some, line, path, any_row=any_row)
        line, any_row = line + len(some), True


def _rows_one_by_one(lines: Sequence[str], first: int, path: Path, *, any_row: bool) -> Iterator[NumberedRow]:
    for line, text in enumerate(lines, start=first):
        if text.isspace():
            continue
        try:
            row = _object(text)
        except (ValueError, RecursionError) as error:
            if not any_row:
                raise ArchiveError(
                    "{path} is not JSON Lines (line {line}: {error}): each line must be one JSON object.",
                    path=path,
                    line=line,
                    error=error,
                ) from error
            yield NumberedRow(line, None, message("it is not JSON ({error})", error=str(error)))
            continue
        any_row = any_row or isinstance(row, dict)
        yield NumberedRow(line, row if isinstance(row, dict) else None, _NO_OBJECT)

"""Single quotes to be looked up, in JSON Lines: read one at a time, however many there are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from quotecheck.errors import QuoteCheckError
from quotecheck.model import Interval

__all__ = ["Query", "QueryError", "queries_in", "read_queries"]

_LONGEST_LINE = 4 * 1024 * 1024


class QueryError(QuoteCheckError):
    """A line that is no query, or a file of queries that cannot be read; the message names the place."""


class Query(NamedTuple):
    """A quotation, who is said to have said it and when; ``id`` is whatever the line has as its id."""

    text: str
    speaker: str | None = None
    said: Interval | None = None
    id: Any = None


@lru_cache(maxsize=4096)
def _days(text: str) -> Interval:
    from quotecheck.dates import parse_day

    return parse_day(text)


def _query(line: bytes) -> Query:
    """Read one line. Raises ValueError, and DateError for a date that cannot be read."""
    if len(line) > _LONGEST_LINE:
        raise ValueError(f"this line is longer than {_LONGEST_LINE // 2**20} MB.")
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("this is not UTF-8 text; save the queries as UTF-8 and try again.") from None
    except (ValueError, RecursionError):
        raise ValueError("this is not a line of JSON.") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError("a query is an object with a “text”, and perhaps “id”, “speaker”, “date”.")
    if not isinstance(row.get("speaker"), str | None):
        raise ValueError("its “speaker” is not a name in quotation marks.")
    said = _days(str(row["date"])) if row.get("date") else None
    return Query(row["text"], row.get("speaker") or None, said, row.get("id"))


def queries_in(stream: BinaryIO, name: str) -> Iterator[Query]:
    """Yield the queries of a stream, which ``name`` stands for in messages.

    Blank lines are passed over. Raises QueryError at the first line that is no query.
    """
    number = 0
    while line := stream.readline(_LONGEST_LINE + 1):
        number += 1
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if line.strip():
            try:
                query = _query(line)
            except (ValueError, QuoteCheckError) as error:
                raise QueryError(f"{name}, line {number}: {error}") from error
            yield query


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise QueryError(
            f"{path} cannot be read ({error.strerror or error}): check the name and its permissions."
        ) from error


def read_queries(path: Path | str) -> Iterator[Query]:
    """Yield the queries of a JSON Lines file: lines {text, speaker?, date?, id?}. Raises QueryError."""
    path = Path(path)
    with closing(_opened(path)) as stream:
        yield from queries_in(stream, str(path))

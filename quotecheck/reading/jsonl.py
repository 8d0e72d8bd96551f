"""Articles in JSON Lines, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from quotecheck.reading.document import Document
from quotecheck.reading.errors import ReadingError
from quotecheck.reading.isodates import iso_interval
from quotecheck.reading.limits import MAX_LINE_BYTES

__all__ = ["read_lines"]

_STRINGS = ("title", "published", "source_url", "language", "publisher")


def _fields(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8 (byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON ({error.msg} at column {error.colno})") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except ValueError as error:
        raise ValueError("it holds a number of thousands of digits") from error
    if not isinstance(record, dict):
        raise ValueError("it is not a JSON object with a text")
    return record


def _checked(record: dict[str, Any]) -> dict[str, str | None]:
    """Return the fields that are read, each a string or None; ValueError when one is something else."""
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("it has no text")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise ValueError("its text holds half a character (a lone surrogate)")
    for key in _STRINGS:
        if not isinstance(record.get(key), str | None):
            raise ValueError(f"its {key} is not a string")
    return {key: record.get(key) or None for key in _STRINGS}


def _document(record: dict[str, Any]) -> Document:
    fields = _checked(record)
    published = fields.pop("published")
    try:
        interval = iso_interval(published) if published else None
    except ValueError as error:
        raise ValueError(
            f"its published is {published!r}, not a day like 2021-12-08, a month, a year or a range a/b"
        ) from error
    return Document(record["text"], published=interval, **fields)


def read_lines(stream: BinaryIO, name: str) -> Iterator[tuple[str, Document]]:
    """Yield (id, document) for every line; blank lines are skipped, and unknown fields are ignored.

    The code points of a text are kept exactly. An article without an id gets its line number as one. Raises
    ReadingError, which names the file and the line, at the first line that is no article.
    """
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        try:
            if len(line) > MAX_LINE_BYTES:
                raise ValueError(f"it is longer than {MAX_LINE_BYTES // 2**20} MB")
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if not line.strip():
                continue
            record = _fields(line)
            given = record.get("id")
            if not isinstance(given, str | int | float | None) or isinstance(given, bool):
                raise ValueError("its id is neither a string nor a number")
            yield str(number if given in (None, "") else given), _document(record)
        except ValueError as error:
            raise ReadingError(
                "{name}, line {number}: {error}; mend or remove the line.",
                name=name,
                number=number,
                error=error,
            ) from error

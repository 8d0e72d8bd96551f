"""One row of an imported file, validated and made a quote."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.records import Stated
from quotecheck.archive.tags import parse_tags, written
from quotecheck.model import Interval, QuoteStatus

__all__ = ["RowError", "interval_from_iso", "quote_from_row"]

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]\d{1,2}:\d\d\S*)?)?)?")
_YEAR = re.compile(r"\d{4}")
_FIELDS = {*Stated._fields, "date", "source", "id"}
_LONGEST = 1_000_000
_LONGEST_NAME = 2_000
_SHOWN = 80
_WAY_OUT = "write 2021-12-08, 2021-12, 2021 or 2021-12-01/2021-12-08"


class RowError(ValueError):
    """A row that cannot be a quote; the message is the end of a sentence that begins with the line."""


def _one_date(text: str) -> Interval:
    found = _DATE.fullmatch(text.strip())
    if not found:
        raise RowError(f"its date {text[:_SHOWN]!r} cannot be read: {_WAY_OUT}")
    year = int(found[1])
    months = (int(found[2]), int(found[2])) if found[2] else (1, 12)
    try:
        if found[3]:
            return Interval.day(date(year, months[0], int(found[3])))
        last_day = calendar.monthrange(year, months[1])[1]
        return Interval(date(year, months[0], 1), date(year, months[1], last_day))
    except ValueError:
        raise RowError(f"its date {text[:_SHOWN]!r} is none: {_WAY_OUT}") from None


@lru_cache(maxsize=4096)
def interval_from_iso(text: str) -> Interval:
    """Return the days of an ISO day, month or year, or of "a/b" of these. Raises RowError."""
    start, slash, end = text.partition("/")
    first = _one_date(start)
    last = _one_date(end) if slash else first
    if last.latest < first.earliest:
        raise RowError(f"its date {text[:_SHOWN]!r} ends before it begins: write the earlier day first")
    return Interval(first.earliest, last.latest)


@lru_cache(maxsize=4096)
def _days(text: str) -> tuple[str, str]:
    """Return the days of a row's date: ISO, or as people write a whole date. Raises RowError."""
    said = _said(text)
    return said.earliest.isoformat(), said.latest.isoformat()


def _said(text: str) -> Interval:
    try:
        return interval_from_iso(text)
    except RowError:
        if not _YEAR.search(text):
            raise
    from quotecheck.dates import DateError, parse_day

    try:
        return parse_day(text)
    except DateError as error:
        raise RowError(f"its date {text[:_SHOWN]!r} cannot be read: {_WAY_OUT}") from error


def _as_text(field: str, value: object) -> str | None:
    """Return a field as text; empty is nothing, a number is its digits."""
    if not isinstance(value, str):
        if isinstance(value, (dict, list, bool)):
            return None
        value = str(value)
    text = value
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise RowError(f"its {field} is not valid Unicode: save the file anew as UTF-8") from None
    if "\x00" in text:
        raise RowError(f"its {field} has a NUL character in it: take it out")
    return text.strip() or None


def _addresses(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else str(value or "").split()
    return tuple(str(address) for address in listed)


def _tags(value: object) -> str | None:
    listed = value if isinstance(value, list) else [value]
    texts = [text for item in listed if item is not None and (text := _as_text("tags", item))]
    try:
        return written(parse_tags(texts))
    except ArchiveError as error:
        raise RowError(f"its tags cannot be kept ({error})") from error


def _status(text: str) -> str:
    try:
        return QuoteStatus(text.casefold()).value
    except ValueError:
        raise RowError(f"its status {text[:_SHOWN]!r} is none: write {', '.join(QuoteStatus)}") from None


def quote_from_row(row: Mapping[str, Any]) -> Stated:
    """Read the quote in a row; fields that are not known are passed over. Raises RowError.

    ``source_url``, else ``source``, else the first address of ``checked_in`` says where it is from; ``id``
    becomes ``external_id``; ``tags`` is a list, or a text with semicolons or commas between them.
    """
    stated: dict[str, str | None] = {}
    for field, value in row.items():
        if field in _FIELDS and value is not None:
            is_plain = type(value) is str and value.isascii() and "\x00" not in value
            stated[field] = (value.strip() or None) if is_plain else _as_text(field, value)
            if len(stated[field] or "") > (longest := _LONGEST_NAME if field == "speaker" else _LONGEST):
                raise RowError(f"its {field} has more than {longest:,} characters")
    get = stated.get
    if (text := get("text")) is None:
        raise RowError("it has no text")
    if not any(map(str.isalnum, text)):
        raise RowError("its text has no words")
    when, status = get("date"), get("status")
    earliest, latest = _days(when) if when else (None, None)
    checked_in = _addresses(row["checked_in"]) if "checked_in" in row else ()
    return Stated(
        text,
        get("speaker"),
        get("speaker_role"),
        earliest,
        latest,
        None,
        get("source_url") or get("source") or next(iter(checked_in), None),
        get("source_title"),
        get("publisher"),
        get("context"),
        get("occasion"),
        get("language"),
        _status(status) if status else None,
        get("id") or get("external_id"),
        _tags(row["tags"]) if "tags" in row else None,
        checked_in,
    )

"""Rows of an imported file, validated and made quotes: by columns, few of which need a look at each value."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import chain
from types import NoneType
from typing import Any, TypeGuard, TypeVar, cast

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.tags import parse_tags, written
from quotecheck.errors import QuoteCheckError
from quotecheck.model import Interval, Message, QuoteStatus, message

__all__ = ["RowError", "RowQuotes", "interval_from_iso"]

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]\d{1,2}:\d\d\S*)?)?)?")
_YEAR = re.compile(r"\d{4}")
_TEXTS = (
    "text", "speaker", "speaker_role", "source_url", "source_title", "publisher", "context", "occasion",
    "language", "status", "external_id",
)  # fmt: skip
_FIELDS = {*_TEXTS, "date", "source", "id", "tags", "checked_in"}
_LONGEST = 1_000_000
_LONGEST_NAME = 2_000
_SHOWN = 80
_T = TypeVar("_T")


class RowError(QuoteCheckError):
    """A row that cannot be a quote; the message is the end of a sentence that begins with the line."""


def _unreadable(date_text: str) -> RowError:
    return RowError(
        "its date {date} cannot be read: write 2021-12-08, 2021-12, 2021 or 2021-12-01/2021-12-08",
        date=repr(date_text[:_SHOWN]),
    )


def _one_date(text: str) -> Interval:
    found = _DATE.fullmatch(text.strip())
    if not found:
        raise _unreadable(text)
    year = int(found[1])
    months = (int(found[2]), int(found[2])) if found[2] else (1, 12)
    try:
        if found[3]:
            return Interval.day(date(year, months[0], int(found[3])))
        last_day = calendar.monthrange(year, months[1])[1]
        return Interval(date(year, months[0], 1), date(year, months[1], last_day))
    except ValueError:
        raise _unreadable(text) from None


@lru_cache(maxsize=4096)
def interval_from_iso(text: str) -> Interval:
    """Return the days of an ISO day, month or year, or of "a/b" of these. Raises RowError."""
    start, slash, end = text.partition("/")
    first = _one_date(start)
    last = _one_date(end) if slash else first
    if last.latest < first.earliest:
        raise RowError(
            "its date {date} ends before it begins: write the earlier day first", date=repr(text[:_SHOWN])
        )
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
        raise _unreadable(text) from error


def _kept(field: str, value: object) -> str | None:
    """Return one value as text; empty is nothing, a number is its digits. Raises RowError."""
    if not isinstance(value, str):
        if value is None or isinstance(value, (dict, list, bool)):
            return None
        value = str(value)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise RowError("its {field} is not valid Unicode: save the file anew as UTF-8", field=field) from None
    if "\x00" in value:
        raise RowError("its {field} has a NUL character in it: take it out", field=field)
    if len(value) > (longest := _longest(field)):
        raise RowError("its {field} has more than {longest} characters", field=field, longest=f"{longest:,}")
    return value.strip() or None


def _longest(field: str) -> int:
    return _LONGEST_NAME if field == "speaker" else _LONGEST


def _are_plain(field: str, values: Sequence[object]) -> TypeGuard[Sequence[str | None]]:
    """Tell whether all are texts that can be kept as they are, which is much quicker told of all at once."""
    if not set(map(type, values)) <= {str, NoneType}:
        return False
    texts = cast("list[str]", list(filter(None, values)))
    joined = "".join(texts)
    try:
        joined.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in joined and max(map(len, texts), default=0) <= _longest(field)


def _addresses(value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else str(value or "").split()
    return tuple(str(address) for address in listed)


def _tags(value: object) -> str | None:
    listed = value if isinstance(value, list) else [value]
    texts = [text for item in listed if item is not None and (text := _kept("tags", item))]
    try:
        return written(parse_tags(texts))
    except ArchiveError as error:
        raise RowError("its tags cannot be kept ({error})", error=error.sentence) from error


def _status(text: str) -> str:
    try:
        return QuoteStatus(text.casefold()).value
    except ValueError:
        raise RowError(
            "its status {status} is none: write {statuses}",
            status=repr(text[:_SHOWN]),
            statuses=", ".join(QuoteStatus),
        ) from None


class RowQuotes:
    """The quotes in rows, as the columns of ``Stated``: item i of every column is of row i.

    ``faults`` says why a row is no quote, by its place: the end of a sentence that begins with the row.
    ``any_text`` tells whether any row has a field for the text. Fields that are not known are passed over.
    ``source_url``, else ``source``, else the first address of ``checked_in`` says where a quote is from;
    ``id`` becomes ``external_id``; ``tags`` is a list, or a text with semicolons or commas between them.
    """

    def __init__(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Read the rows."""
        self._rows = rows
        self._fields = _FIELDS.intersection(chain.from_iterable(rows))
        self.any_text = "text" in self._fields
        self.faults: dict[int, Message] = {}
        self.columns: dict[str, list[Any]] = {field: self._texts(field) for field in _TEXTS}
        self._read_text()
        self._read_days()
        self._read_source()
        self.columns["status"] = self._each(_status, self.columns["status"])
        self.columns["external_id"] = _first_of(self._texts("id"), self.columns["external_id"])
        self.columns["tags"] = self._each(_tags, self._raw("tags"))

    def _raw(self, field: str) -> list[Any]:
        if field not in self._fields:
            return [None] * len(self._rows)
        return [row.get(field) for row in self._rows]

    def _each(self, read: Callable[[Any], _T], values: Sequence[object]) -> list[_T | None]:
        """Read values one by one; one that cannot be read is the fault of its row."""
        done: list[_T | None] = [None] * len(values)
        if values.count(None) < len(values):
            for place, value in enumerate(values):
                try:
                    done[place] = None if value is None else read(value)
                except RowError as error:
                    self.faults.setdefault(place, error.sentence)
        return done

    def _texts(self, field: str) -> list[str | None]:
        values = self._raw(field)
        if field not in self._fields:
            return values
        if set(map(type, values)) == {int}:
            values = list(map(str, values))
        if _are_plain(field, values):
            return [value.strip() or None if value else None for value in values]
        return self._each(partial(_kept, field), values)

    def _read_text(self) -> None:
        for place, text in enumerate(self.columns["text"]):
            if text is None:
                self.faults.setdefault(place, message("it has no text"))
            elif not text[0].isalnum() and not any(map(str.isalnum, text)):
                self.faults.setdefault(place, message("its text has no words"))

    def _read_days(self) -> None:
        days = self._each(_days, self._texts("date"))
        self.columns["earliest"] = [said and said[0] for said in days]
        self.columns["latest"] = [said and said[1] for said in days]

    def _read_source(self) -> None:
        listed = [_addresses(value) if value else () for value in self._raw("checked_in")]
        first = [addresses[0] if addresses else None for addresses in listed]
        stated = self.columns["source_url"], self._texts("source"), first
        self.columns |= {"source_url": _first_of(*stated), "source_uid": [None] * len(self._rows)}
        self.columns["checked_in"] = listed


def _first_of(*columns: list[str | None]) -> list[str | None]:
    """Return for each row the value of the first of the columns that has one."""
    told = [column for column in columns if any(column)] or [columns[0]]
    return (
        told[0]
        if len(told) == 1
        else [next(filter(None, values), None) for values in zip(*told, strict=True)]
    )

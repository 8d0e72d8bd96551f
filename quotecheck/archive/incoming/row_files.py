"""Files of rows, read line by line: JSON Lines, JSON, CSV, plain or gzipped, and Excel workbooks."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import TextIO

from quotecheck.archive.errors import ArchiveError, unreadable
from quotecheck.archive.incoming.cells import restored
from quotecheck.archive.incoming.json_rows import LONGEST_FIELD, json_line_rows, json_rows
from quotecheck.archive.incoming.sheets import check_parts, sheet_rows
from quotecheck.archive.records import NumberedRow
from quotecheck.files import is_folder
from quotecheck.model import message

__all__ = ["SUFFIXES", "check_whole", "column_key", "raw_rows", "read_rows"]

SUFFIXES = (".jsonl", ".json", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
_DELIMITERS = ",;\t|"
_LONGEST_LINE = 4 * LONGEST_FIELD
_LONGEST_HEADER = 100_000
_MOST_RATIO = 200
_UNPACKED_AT_LEAST = 100_000_000
_TOO_WIDE = message("it has more columns than the first line: put texts in quotation marks")
_CHUNK = 1 << 20


def _encoding_of(start: bytes) -> str:
    """Tell UTF-16 by its byte order mark; everything else must be UTF-8."""
    return "utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


class _Unpacked(io.BufferedReader):
    """A gzipped file being read, as long as it does not unpack to far more than texts do."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._most = max(_UNPACKED_AT_LEAST, _MOST_RATIO * path.stat().st_size)
        super().__init__(gzip.GzipFile(path))

    def read1(self, size: int = -1, /) -> bytes:
        if self.tell() > self._most:
            raise ArchiveError(
                "{path} unpacks to more than {most} times its size, as no quotes do: unpack "
                "it, look at it, and import what is in it.",
                path=self._path,
                most=_MOST_RATIO,
            )
        return super().read1(size)


def _bounded(file: TextIO, path: Path) -> Iterator[str]:
    """Yield the lines. Raises ArchiveError for one that is longer than all columns of a row can be."""
    while line := file.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise ArchiveError("{path} has a line longer than any list of quotes: it is not read.", path=path)
        yield line


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """Open the file as text; what turns out to be wrong with it while it is read is an ArchiveError."""
    try:
        with _Unpacked(path) if path.suffix.lower() == ".gz" else path.open("rb") as raw:
            encoding = _encoding_of(raw.peek(2) if hasattr(raw, "peek") else b"")
            with io.TextIOWrapper(raw, encoding=encoding, newline="") as text:
                yield text
    except UnicodeError as error:
        raise ArchiveError(
            "{path} is not UTF-8 text: save it as UTF-8, then import it again.", path=path
        ) from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise ArchiveError(
            "{path} is not a whole gzip file: get it again, then import it.", path=path
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error


def column_key(name: str) -> str:
    """Return the name of a column as it is compared: without case, and with _ for spaces."""
    return name.strip().casefold().replace(" ", "_")


def _columns(header: str, delimiter: str) -> list[str]:
    return [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]


def _delimiter(header: str) -> str:
    """Return what parts a column named "text" from the others; without one what parts the line most often."""
    readings = {delimiter: _columns(header, delimiter) for delimiter in _DELIMITERS}
    with_text = (d for d, names in readings.items() if "text" in map(column_key, names))
    return next(with_text, max(_DELIMITERS, key=lambda d: len(readings[d])))


def _csv_rows(file: TextIO, path: Path) -> Iterator[NumberedRow]:
    csv.field_size_limit(LONGEST_FIELD)
    header = file.readline(_LONGEST_HEADER)
    if len(header) == _LONGEST_HEADER:
        raise ArchiveError("{path} has a first line as no table has: name its columns there.", path=path)
    delimiter = _delimiter(header)
    columns = _columns(header, delimiter)
    reader = csv.reader(_bounded(file, path), delimiter=delimiter, strict=True)
    line = 2
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield NumberedRow(line, None, message("it is not CSV ({error})", error=str(error)))
        else:
            if len(values) > len(columns):
                yield NumberedRow(line, None, _TOO_WIDE)
            elif values:
                yield NumberedRow(line, dict(zip_longest(columns, map(restored, values), fillvalue="")))
        line = reader.line_num + 2


def _workbook_rows(path: Path) -> Iterator[NumberedRow]:
    rows = sheet_rows(path)
    _, header = next(rows, (1, []))
    columns = ["" if name is None else str(name).strip() for name in header]
    for number, values in rows:
        named = {name: value for name, value in zip_longest(columns, values) if name}
        yield NumberedRow(
            number, {name: restored(v) if isinstance(v, str) else v for name, v in named.items()}
        )


def _kind(path: Path) -> str:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    kind = next((suffix for suffix in reversed(suffixes) if suffix != ".gz"), "")
    if kind not in SUFFIXES:
        raise ArchiveError(
            "{path} cannot be imported: save it as .csv, .xlsx, .jsonl or .json (or .gz of the text files).",
            path=path,
        )
    if is_folder(path):
        raise ArchiveError("{path} is a folder: name a file in it.", path=path)
    return kind


_READERS: dict[str, Callable[[TextIO, Path], Iterator[NumberedRow]]] = {
    ".json": json_rows,
    ".jsonl": json_line_rows,
}


def check_whole(path: Path) -> None:
    """Read a file through without looking for rows. Raises ArchiveError when it is damaged anywhere."""
    kind = _kind(path)
    if kind.startswith(".xls"):
        check_parts(path)
        return
    with _opened(path) as file:
        if kind in _READERS:
            while file.read(_CHUNK):
                pass
        else:
            for _ in _bounded(file, path):
                pass


def raw_rows(path: Path) -> Iterator[NumberedRow]:
    """Yield the rows of a file with its columns as they are called there.

    Files are .jsonl, .json, .csv, .tsv, .txt (as CSV), the .gz of one, or .xlsx (its first sheet); the
    delimiter of a CSV is told from its first line. Raises ArchiveError when the file as a whole is none of
    these.
    """
    kind = _kind(path)
    if kind.startswith(".xls"):
        yield from _workbook_rows(path)
        return
    with _opened(path) as file:
        yield from _READERS.get(kind, _csv_rows)(file, path)


def read_rows(path: Path) -> Iterator[NumberedRow]:
    """Yield the rows of a file by the names of the fields of a quote, which its columns must have.

    Names of columns are compared without case, those of JSON as they are. Raises ArchiveError.
    """
    if _kind(path).startswith(".json"):
        yield from raw_rows(path)
        return
    for row in raw_rows(path):
        if row.fields is None:
            yield row
            continue
        named = {column_key(name): value for name, value in row.fields.items()}
        if named and "text" not in named:
            raise ArchiveError(
                "{path} has no column named 'text': name the column with the quotes so in the first "
                "line, or say which one it is, with '--map text={field}' for example.",
                path=path,
                field=next(iter(row.fields)),
            )
        yield row._replace(fields=named)

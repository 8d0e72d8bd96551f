"""Files of rows, read line by line: JSON Lines, JSON and CSV, plain or gzipped."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from quotecheck.archive.errors import ArchiveError
from quotecheck.files import is_folder

__all__ = ["SUFFIXES", "NumberedRow", "read_rows"]

SUFFIXES = (".jsonl", ".json", ".csv", ".tsv", ".txt")
_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 10_000_000


class NumberedRow(NamedTuple):
    """One row with its line in the file (from 1; of a JSON list, its place in the list).

    ``fields`` is None for a line that is no row; ``problem`` then says why.
    """

    line: int
    fields: dict[str, Any] | None
    problem: str = ""


def _encoding_of(start: bytes) -> str:
    """Tell UTF-16 by its byte order mark; everything else must be UTF-8."""
    return "utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """Open the file as text; what turns out to be wrong with it while it is read is an ArchiveError."""
    opener = gzip.open if path.suffix.lower() == ".gz" else io.open
    try:
        with opener(path, "rb") as raw:
            encoding = _encoding_of(raw.peek(2) if hasattr(raw, "peek") else b"")
            with io.TextIOWrapper(raw, encoding=encoding, newline="") as text:
                yield text
    except UnicodeError as error:
        raise ArchiveError(f"{path} is not UTF-8 text: save it as UTF-8, then import it again.") from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise ArchiveError(f"{path} is not a whole gzip file: get it again, then import it.") from error
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error.strerror or error}.") from error


def _json_rows(file: TextIO, path: Path) -> Iterator[NumberedRow]:
    try:
        whole = json.load(file)
    except (ValueError, RecursionError) as error:
        raise ArchiveError(f"{path} is not JSON ({error}): correct it, then import it again.") from error
    rows = whole.get("quotes") if isinstance(whole, dict) else whole
    if not isinstance(rows, list):
        raise ArchiveError(f'{path} has no list of quotes: write [{{"text": "…", "speaker": "…"}}, …].')
    for place, row in enumerate(rows, start=1):
        yield NumberedRow(place, row if isinstance(row, dict) else None, "it is not a JSON object")


def _json_line_rows(file: TextIO, path: Path) -> Iterator[NumberedRow]:
    any_row = False
    for line, text in enumerate(file, start=1):
        if text.isspace():
            continue
        try:
            row = json.loads(text)
        except (ValueError, RecursionError) as error:
            if not any_row:
                raise ArchiveError(
                    f"{path} is not JSON Lines (line {line}: {error}): each line must be one JSON object."
                ) from error
            yield NumberedRow(line, None, f"it is not JSON ({error})")
            continue
        any_row = any_row or isinstance(row, dict)
        yield NumberedRow(line, row if isinstance(row, dict) else None, "it is not a JSON object")


def _columns(header: str, delimiter: str) -> list[str]:
    names = next(csv.reader([header], delimiter=delimiter), [])
    return [name.strip().casefold().replace(" ", "_") for name in names]


def _csv_rows(file: TextIO, path: Path) -> Iterator[NumberedRow]:
    csv.field_size_limit(_LONGEST_FIELD)
    header = file.readline()
    readings = ((delimiter, _columns(header, delimiter)) for delimiter in _DELIMITERS)
    delimiter, columns = next((reading for reading in readings if "text" in reading[1]), (",", []))
    if not columns:
        raise ArchiveError(
            f"{path} has no column named 'text': name the column with the quotes so, in the first line."
        )
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    line = 2
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield NumberedRow(line, None, f"it is not CSV ({error})")
        else:
            if len(values) > len(columns):
                yield NumberedRow(
                    line, None, "it has more columns than the first line: put texts in quotation marks"
                )
            elif values:
                yield NumberedRow(line, dict(zip(columns, values, strict=False)))
        line = reader.line_num + 2


def read_rows(path: Path) -> Iterator[NumberedRow]:
    """Yield the rows of a .jsonl, .json, .csv, .tsv or .txt (as CSV) file, or the .gz of one.

    Names of columns are compared without case; the delimiter of a CSV is told from its first line. Raises
    ArchiveError when the file as a whole is none of these.
    """
    suffixes = [suffix.lower() for suffix in path.suffixes]
    kind = next((suffix for suffix in reversed(suffixes) if suffix != ".gz"), "")
    if kind not in SUFFIXES:
        raise ArchiveError(f"{path} cannot be imported: save it as .csv, .jsonl or .json (or .gz of these).")
    if is_folder(path):
        raise ArchiveError(f"{path} is a folder: name a file in it.")
    readers = {".json": _json_rows, ".jsonl": _json_line_rows}
    with _opened(path) as file:
        yield from readers.get(kind, _csv_rows)(file, path)

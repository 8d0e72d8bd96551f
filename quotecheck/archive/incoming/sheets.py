"""The first sheet of an Excel workbook, row by row, its first line naming the columns."""

from __future__ import annotations

import datetime
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from quotecheck.archive.errors import ArchiveError, unreadable
from quotecheck.archive.incoming.cells import xml_unescaped

__all__ = ["check_parts", "sheet_rows"]

_MOST_BYTES = 1_000_000_000
_MOST_PARTS = 10_000
_MOST_RATIO = 200
_FREE_OF_RATIO = 50_000_000
_NOT_WHOLE = (
    # Whatever readers of ZIP and XML stumble over in a file that is not what it says.
    zipfile.BadZipFile, zlib.error, struct.error, LookupError, ValueError, SyntaxError, TypeError,
    AttributeError, ArithmeticError, EOFError, RuntimeError, MemoryError,
)  # fmt: skip


def _plain(value: Any) -> Any:
    """Return a cell as text or a number: a midnight is a day, a whole number has no decimals."""
    if isinstance(value, datetime.datetime):
        whole_day = value.time() == datetime.time()
        return value.date().isoformat() if whole_day else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return xml_unescaped(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, (int, float)) or value is None else str(value)


def _check(path: Path) -> None:
    """Refuse a workbook that would unpack to more than any list of quotes is. Raises ArchiveError."""
    with zipfile.ZipFile(path) as parts:
        members = parts.infolist()
    if len(members) > _MOST_PARTS or sum(part.file_size for part in members) > _MOST_BYTES:
        raise ArchiveError(
            "{path} would unpack to more than 1 GB: save it as .csv, then import that.", path=path
        )
    if any(part.file_size > max(_FREE_OF_RATIO, _MOST_RATIO * part.compress_size) for part in members):
        raise ArchiveError(
            "{path} unpacks to more than {most} times its size, as no quotes do: save it as .csv.",
            path=path,
            most=_MOST_RATIO,
        )


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what is found wrong with a workbook into an ArchiveError."""
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        yield
    except (InvalidFileException, *_NOT_WHOLE) as error:
        raise ArchiveError(
            "{path} is not a whole Excel workbook: save it anew, or as .csv.", path=path
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error


def check_parts(path: Path) -> None:
    """Read all parts of a workbook through. Raises ArchiveError when one is damaged."""
    with _explained(path):
        _check(path)
        with zipfile.ZipFile(path) as parts:
            if damaged := parts.testzip():
                raise zipfile.BadZipFile(damaged)


def sheet_rows(path: Path) -> Iterator[tuple[int, list[Any]]]:
    """Yield the rows of the first sheet that have anything in them, with their numbers from 1.

    Formulas count as what they last came to. Raises ArchiveError.
    """
    from openpyxl import load_workbook

    with _explained(path):
        _check(path)
        with warnings.catch_warnings():  # of what is only odd nobody needs to know
            warnings.simplefilter("ignore")
            opened = load_workbook(path, read_only=True, data_only=True)
        with closing(opened) as book:
            sheet = book.worksheets[0]
            # What a sheet says of its size is often wrong, and rows are cut to it.
            sheet.reset_dimensions()
            for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
                row = [_plain(cell) for cell in cells]
                if any(cell not in (None, "") for cell in row):
                    yield number, row

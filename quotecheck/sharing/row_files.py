"""Exported rows as a file: JSON Lines, CSV or an Excel workbook, the same bytes for the same rows."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from quotecheck.archive import Archive
from quotecheck.archive.incoming.cells import harmless, xml_escaped
from quotecheck.files import replaced
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.rows import COLUMNS, Row, exported_rows
from quotecheck.sharing.selecting import Selection

__all__ = ["SUFFIXES", "export_rows"]

_LONGEST_CELL = 32_767
_MOST_ROWS = 1_048_575
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_EVERY = 2_000

Progress = Callable[[int], bool | None]


def _write_json_lines(rows: Iterable[Row], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write_csv(rows: Iterable[Row], path: Path) -> None:
    # The byte order mark tells Excel that it is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for row in rows:
            writer.writerow({name: harmless(value) for name, value in row.items()})


def _cell(row: Row, name: str) -> str | None:
    if (value := row.get(name)) is None:
        return None
    text = xml_escaped(harmless(value))
    if len(text) > _LONGEST_CELL:
        raise SharingError(
            "The {name} of “{words}…” is longer than a cell of a workbook can be ({most} characters): "
            "export it as .csv or .jsonl instead.",
            name=name,
            words=row["text"][:40],
            most=f"{_LONGEST_CELL:,}",
        )
    return text


def _without_times(written: Path, path: Path) -> None:
    """Copy a workbook with the same date on all its parts, so that the same rows give the same bytes."""
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            part = zipfile.ZipInfo(name, _LONG_AGO)
            part.compress_type = zipfile.ZIP_DEFLATED
            with old.open(name) as source, new.open(part, "w", force_zip64=True) as target:
                while block := source.read(1 << 20):
                    target.write(block)


def _fill(sheet: Any, rows: Iterable[Row]) -> None:
    from openpyxl.cell import WriteOnlyCell

    sheet.freeze_panes = "A2"
    sheet.append(COLUMNS)
    for number, row in enumerate(rows, start=1):
        if number > _MOST_ROWS:
            raise SharingError(
                "A workbook holds {most} quotes at most: export as .csv or .jsonl.", most=f"{_MOST_ROWS:,}"
            )
        cells = [WriteOnlyCell(sheet, value=_cell(row, name)) for name in COLUMNS]
        for cell in cells:
            if cell.value is not None:
                cell.data_type = "s"
        sheet.append(cells)


def _write_workbook(rows: Iterable[Row], path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    book.properties.creator = "QuoteCheck"
    book.properties.created = book.properties.modified = datetime(*_LONG_AGO)
    sheet = book.create_sheet("Quotes")
    beside = path.with_name(f"{path.name}.zip")
    try:
        with closing(sheet):
            _fill(sheet, rows)
        # Not by book.save, which would write the present time over the one set above.
        ExcelWriter(book, zipfile.ZipFile(beside, "w", zipfile.ZIP_STORED, allowZip64=True)).save()
        _without_times(beside, path)
    finally:
        beside.unlink(missing_ok=True)


_WRITERS: dict[str, Callable[[Iterable[Row], Path], None]] = {
    ".jsonl": _write_json_lines,
    ".csv": _write_csv,
    ".xlsx": _write_workbook,
}

SUFFIXES = tuple(_WRITERS)
"""How a file of exported rows can be named."""


def export_rows(
    archive: Archive, path: Path, selection: Selection | None = None, *, progress: Progress | None = None
) -> int:
    """Write the chosen quotes (without a selection, all) to ``path`` by its suffix; return how many.

    Imported into an empty archive and exported again they are the same, byte for byte. ``progress`` is
    called with the number of quotes done; when it returns False, or anything is raised, nothing is written.
    Raises SharingError and FileError.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise SharingError(
            "{path} says no format that is known: name it …{suffixes}.",
            path=path,
            suffixes=", …".join(SUFFIXES),
        )
    count = 0

    def counted() -> Iterator[Row]:
        nonlocal count
        for count, row in enumerate(exported_rows(archive, selection), start=1):
            if progress and count % _EVERY == 0 and progress(count) is False:
                raise SharingError("The export was stopped: no file was written.")
            yield row

    with replaced(path) as draft:
        writer(counted(), draft)
    return count

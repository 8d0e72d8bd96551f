"""What the workers of the import assistant do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from quotecheck.desktop.author import author

if TYPE_CHECKING:
    from quotecheck.archive import ImportResult
    from quotecheck.archive.records import NumberedRow
    from quotecheck.archive.undoing import Undone
    from quotecheck.desktop.workers import Pulse
    from quotecheck.model import Message

__all__ = ["PREVIEWED", "Preview", "importing", "previewing", "undoing", "validating"]

PREVIEWED = 50
"""Rows that are shown before a file is imported."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a file, its columns, and which field each seems to be."""

    rows: tuple[NumberedRow, ...]
    columns: tuple[str, ...]
    mapping: dict[str, str]
    has_more: bool


def previewing(path: Path) -> Callable[[Pulse], Iterator[Preview]]:
    """Return the job that reads the beginning of a file."""

    def work(_pulse: Pulse) -> Iterator[Preview]:
        from quotecheck.archive.incoming.mapping import columns_of, guessed
        from quotecheck.archive.incoming.row_files import raw_rows

        rows = tuple(islice(raw_rows(path), PREVIEWED + 1))
        columns = tuple(columns_of(rows))
        yield Preview(rows[:PREVIEWED], columns, guessed(columns), len(rows) > PREVIEWED)

    return work


def validating(
    rows: Sequence[NumberedRow], mapping: Mapping[str, str]
) -> Callable[[Pulse], Iterator[list[Message | None]]]:
    """Return the job that says of each row why it cannot be a quote; nothing where it can."""

    def work(_pulse: Pulse) -> Iterator[list[Message | None]]:
        from quotecheck.archive.incoming.mapping import mapped
        from quotecheck.archive.incoming.row_quotes import RowQuotes

        named = list(mapped(rows, mapping))
        faults = RowQuotes([row.fields or {} for row in named]).faults
        yield [row.problem if row.fields is None else faults.get(i) for i, row in enumerate(named)]

    return work


def importing(
    path: Path, archive_path: Path, mapping: Mapping[str, str]
) -> Callable[[Pulse], Iterator[ImportResult]]:
    """Return the job that imports a file; stopped, it adds nothing."""

    def work(pulse: Pulse) -> Iterator[ImportResult]:
        from quotecheck.archive import Archive

        with Archive.open(archive_path) as archive:
            yield archive.import_quotes(path, by=author(), progress=pulse, mapping=mapping)

    return work


def undoing(archive_path: Path, import_id: int) -> Callable[[Pulse], Iterator[Undone]]:
    """Return the job that takes a whole import back; stopped, it takes nothing."""

    def work(pulse: Pulse) -> Iterator[Undone]:
        from quotecheck.archive import Archive

        with Archive.open(archive_path) as archive:
            yield archive.undo_import(import_id, by=author(), progress=pulse)

    return work

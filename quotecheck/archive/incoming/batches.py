"""A file of rows as batches of quotes ready to be entered, the rows that are none with the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import compress, islice
from pathlib import Path
from typing import NamedTuple

from quotecheck.archive.incoming.lookalikes import doubts_of
from quotecheck.archive.incoming.mapping import mapped
from quotecheck.archive.incoming.preparing import Columns, Prepared
from quotecheck.archive.incoming.row_files import raw_rows, read_rows
from quotecheck.archive.incoming.row_quotes import RowQuotes
from quotecheck.archive.records import ImportProblem, NumberedRow
from quotecheck.model import QuoteStatus, message

__all__ = ["Batch", "prepared_batches"]

_ROWS = 2_000
_DOUBTED = (
    ("speaker", "name", "speaker"),
    ("source", "title", "source_title"),
    ("source", "publisher", "publisher"),
    ("quote", "text", "text"),
)


class Batch(NamedTuple):
    """Some rows of a file: the quotes, their lines, and the problems of the rows that were left out.

    ``doubts`` tell of names in rows that were not left out but are not what they seem. ``any_text`` tells
    whether any row had a field for the text, be it empty.
    """

    lines: list[int]
    prepared: Prepared
    problems: list[ImportProblem]
    doubts: list[ImportProblem]
    any_text: bool


def _doubts(lines: list[int], columns: Columns) -> Iterator[ImportProblem]:
    """Yield what is doubtful about names and texts, of each name once."""
    met: set[str] = set()
    for entity, field, column in _DOUBTED:
        values = columns[column]
        if "".join(filter(None, values)).isascii():
            continue
        for line, said in zip(lines, values, strict=True):
            if said and not said.isascii() and said not in met:
                met.add(said)
                yield from (ImportProblem(line, doubt) for doubt in doubts_of(entity, {field: said}))


def _batch(rows: list[NumberedRow], status: QuoteStatus | None) -> Batch:
    faults = [(row.line, row.problem) for row in rows if row.fields is None and row.problem]
    rows = [row for row in rows if row.fields is not None]
    read = RowQuotes([row.fields for row in rows if row.fields is not None])
    faults += [(rows[place].line, fault) for place, fault in read.faults.items()]
    lines, columns = [row.line for row in rows], read.columns
    if read.faults:
        is_quote = [place not in read.faults for place in range(len(rows))]
        lines = list(compress(lines, is_quote))
        columns = {name: list(compress(values, is_quote)) for name, values in columns.items()}
    if status:
        columns["status"] = [stated or status.value for stated in columns["status"]]
    left_out = [ImportProblem(line, message("Left out, for {fault}.", fault=fault)) for line, fault in faults]
    return Batch(lines, Prepared.of(columns), left_out, list(_doubts(lines, columns)), read.any_text)


def prepared_batches(
    path: Path, status: QuoteStatus | None = None, mapping: Mapping[str, str] | None = None
) -> Iterator[Batch]:
    """Yield the quotes of a file in batches; ``status`` is for rows that state none.

    ``mapping`` says for each field which column holds it, where the columns are not called like the fields.
    Raises ArchiveError.
    """
    rows = mapped(raw_rows(path), mapping) if mapping else read_rows(path)
    while some := list(islice(rows, _ROWS)):
        yield _batch(some, status)

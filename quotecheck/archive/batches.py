"""A file of rows as batches of quotes ready to be entered, the rows that are none with the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from quotecheck.archive.lookalikes import doubts_of
from quotecheck.archive.mapping import mapped
from quotecheck.archive.preparing import Prepared
from quotecheck.archive.records import ImportProblem, Stated
from quotecheck.archive.row_files import NumberedRow, raw_rows, read_rows
from quotecheck.archive.row_quotes import RowError, quote_from_row
from quotecheck.model import QuoteStatus

__all__ = ["Batch", "prepared_batches"]

_ROWS = 2_000


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


def _doubts(lines: list[int], quotes: list[Stated]) -> Iterator[ImportProblem]:
    """Yield what is doubtful about names and texts, of each name once."""
    met: set[str] = set()
    for line, quote in zip(lines, quotes, strict=True):
        named = (
            ("speaker", "name", quote.speaker),
            ("source", "title", quote.source_title),
            ("source", "publisher", quote.publisher),
            ("quote", "text", quote.text),
        )
        for entity, field, said in named:
            if said and not said.isascii() and said not in met:
                met.add(said)
                yield from (ImportProblem(line, doubt) for doubt in doubts_of(entity, {field: said}))


def _batch(rows: list[NumberedRow], status: QuoteStatus | None) -> Batch:
    lines: list[int] = []
    quotes: list[Stated] = []
    problems: list[ImportProblem] = []
    for line, fields, problem in rows:
        try:
            if fields is None:
                raise RowError(problem)
            quote = quote_from_row(fields)
        except RowError as error:
            problems.append(ImportProblem(line, f"Left out, for {error}."))
        else:
            lines.append(line)
            quotes.append(quote._replace(status=status.value) if status and not quote.status else quote)
    any_text = any("text" in fields for _, fields, _ in rows if fields is not None)
    return Batch(lines, Prepared.of(quotes), problems, list(_doubts(lines, quotes)), any_text)


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

"""Which column of a file is which field of a quote: guessed from the names, to be corrected by a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.incoming.row_files import column_key, raw_rows
from quotecheck.archive.records import NumberedRow
from quotecheck.lexicons import lexicon

__all__ = ["FIELDS", "columns_of", "guessed", "guessed_in", "mapped", "parse_mapping"]

FIELDS = (
    "text", "speaker", "speaker_role", "date", "source_url", "source_title", "publisher", "context",
    "occasion", "language", "status", "id", "tags",
)  # fmt: skip
"""What a row can say of a quote."""

_LOOKED_AT = 50
_SEPARATORS = re.compile(r"[\W_]+")


def _plain(name: str) -> str:
    return _SEPARATORS.sub(" ", name).strip().casefold()


def guessed(columns: Sequence[str]) -> dict[str, str]:
    """Return for each field the column that seems to hold it; a field without one is left out.

    A column that has the field's own name comes first, then one by a name that is known for it.
    """
    known: dict[str, list[str]] = lexicon("columns")["names"]
    by_name = {_plain(column): column for column in reversed(columns)}
    taken: set[str] = set()
    found: dict[str, str] = {}
    for names in ({field: [field] for field in FIELDS}, known):
        for field in FIELDS:
            name = next(
                (n for n in map(_plain, names.get(field, ())) if by_name.get(n) not in {None, *taken}), None
            )
            if field not in found and name is not None:
                found[field] = by_name[name]
                taken.add(by_name[name])
    return found


def columns_of(rows: Iterable[NumberedRow]) -> list[str]:
    """Return the columns of some rows in the order in which they come up."""
    return list(dict.fromkeys(column for row in rows for column in row.fields or ()))


def guessed_in(path: Path) -> dict[str, str]:
    """Return the guess for a file, from its first rows. Raises ArchiveError when no column is the text."""
    columns = columns_of(islice(raw_rows(path), _LOOKED_AT))
    mapping = guessed(columns)
    if "text" not in mapping:
        raise ArchiveError(
            "No column of {path} seems to hold the quotes ({columns}): say which one, with "
            "'--map text=COLUMN'.",
            path=path,
            columns=", ".join(columns) or "it has none",
        )
    return mapping


def parse_mapping(pairs: Iterable[str]) -> dict[str, str]:
    """Read "field=Column" pairs, as typed on a command line. Raises ArchiveError."""
    mapping: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or field not in FIELDS or not column.strip():
            raise ArchiveError(
                "{pair} maps nothing: write FIELD=COLUMN, with one of {fields} as the field.",
                pair=repr(pair),
                fields=", ".join(FIELDS),
            )
        mapping[field] = column.strip()
    return mapping


def mapped(rows: Iterable[NumberedRow], mapping: Mapping[str, str]) -> Iterator[NumberedRow]:
    """Yield the rows with their columns under the names of the fields; other columns are left out."""
    fields = {column_key(column): field for field, column in mapping.items()}
    for row in rows:
        if row.fields is None:
            yield row
            continue
        named: dict[str, Any] = {}
        for column, value in row.fields.items():
            if field := fields.get(column_key(column)):
                named[field] = value
        yield row._replace(fields=named)

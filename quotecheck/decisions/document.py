"""A check as a file: the article, what was found in it, what was decided, and against which archive.

A ``.qcheck`` file is JSON of the schema ``quotecheck.document/1``, in the shape of the data classes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotecheck.decisions.changes import Decision
from quotecheck.errors import QuoteCheckError
from quotecheck.files import write_whole
from quotecheck.libraries import LOADING
from quotecheck.model import Publication, Report

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["SCHEMA", "SUFFIX", "Document", "DocumentError", "from_bytes", "read", "to_bytes", "write"]

SCHEMA = "quotecheck.document/1"
SUFFIX = ".qcheck"

_FAMILY = "quotecheck.document/"


class DocumentError(QuoteCheckError):
    """A file is no check, is damaged, or was made by a newer version."""


@dataclass(frozen=True, slots=True)
class Document:
    """A check with all that belongs to it.

    ``report`` is what the machine found, with the archive that it asked; ``decisions`` lie over it.
    ``title`` and ``published`` are set where a person or the article's file gave them: they are not to be
    found anew. ``belongs_to`` is the file whose unsaved changes an autosaved copy holds.
    ``program`` is the program that made the report, with its version.
    """

    report: Report
    decisions: tuple[Decision, ...] = ()
    title: str | None = None
    published: Publication | None = None
    belongs_to: str | None = None
    saved_at: datetime | None = None
    program: str | None = None


@cache
def _adapter() -> TypeAdapter[Document]:
    # Takes a fifth of a second to load, which no start of the window should wait for.
    with LOADING:
        from pydantic import TypeAdapter

    return TypeAdapter(Document)


def _checked_schema(name: str, values: Any) -> None:
    schema = values.get("schema") if isinstance(values, dict) else None
    if schema == SCHEMA:
        return
    if isinstance(schema, str) and schema.startswith(_FAMILY):
        raise DocumentError(
            "{name} was saved by a newer version of QuoteCheck ({schema}): update QuoteCheck to open it.",
            name=name,
            schema=schema,
        )
    raise DocumentError(
        "{name} is not a check saved by QuoteCheck: open the article itself instead.", name=name
    )


def to_bytes(document: Document) -> bytes:
    """Return the document as its file holds it, UTF-8."""
    values = {"schema": SCHEMA, **_adapter().dump_python(document, mode="json")}
    # A lone surrogate has no UTF-8 form; its backslash escape happens to be JSON's own.
    return json.dumps(values, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def from_bytes(data: bytes, *, name: str = "The document") -> Document:
    """Read what ``to_bytes`` wrote; ``name`` is for the messages. Raises DocumentError."""
    with LOADING:
        from pydantic import ValidationError

    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            "{name} is not a check saved by QuoteCheck, or is damaged: open an older copy of it.", name=name
        ) from error
    _checked_schema(name, values)
    try:
        return _adapter().validate_python(values)
    except ValidationError as error:
        where = ".".join(map(str, error.errors(include_url=False)[0]["loc"]))
        raise DocumentError(
            "{name} is damaged (at “{where}”): open an older copy of it.", name=name, where=where
        ) from error


def write(document: Document, path: Path | str, *, at: datetime) -> None:
    """Write the document to ``path``, whole or not at all. Raises FileError."""
    write_whole(path, to_bytes(replace(document, saved_at=at)))


def read(path: Path | str) -> Document:
    """Read the document at ``path``. Raises DocumentError."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentError(
            "There is no file {path}: look whether it was moved or renamed.", path=path
        ) from error
    except OSError as error:
        raise DocumentError(
            "{path} cannot be read ({reason}).", path=path, reason=error.strerror or error
        ) from error
    return from_bytes(data, name=path.name)

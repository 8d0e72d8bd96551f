"""What can be told of new quotes without the archive: their columns, names and hashes, many at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quotecheck.archive.identity import speaker_uid, statement_uid
from quotecheck.archive.index.hashing import Hashed
from quotecheck.archive.index.wordings import Wordings
from quotecheck.archive.records import Source
from quotecheck.words import norms

__all__ = ["Columns", "Prepared"]

_MANY = 50
_SAID = ("text", "speaker", "earliest", "latest")
_SOURCE = ("source_uid", "source_url", "source_title", "publisher")
_NOT_COLUMNS = {"speaker", "checked_in", *_SOURCE}

Columns = Mapping[str, Sequence[Any]]
"""The columns of ``Stated``: item i of each is of quote i."""


def _uids(columns: Columns, lines: Sequence[bytes]) -> list[str]:
    said = zip(lines, *(columns[name] for name in _SAID), strict=True)
    return [
        statement_uid(
            text,
            words,
            speaker_uid(speaker) if speaker else "",
            f"{earliest}/{latest}" if earliest else "",
        )
        for words, text, speaker, earliest, latest in said
    ]


class Prepared(NamedTuple):
    """New quotes as columns: item i of every list is of quote i.

    ``columns`` are those of the table, ``sources`` what is said of the source. A uid takes the speaker for
    one who is known by no other name. Few quotes are not hashed: the index takes them in later, with others.
    """

    columns: dict[str, Sequence[Any]]
    speakers: Sequence[str | None]
    sources: list[Source]
    checked_in: Sequence[tuple[str, ...]]
    uids: list[str]
    hashed: Hashed | None

    @classmethod
    def of(cls, columns: Columns) -> Prepared:
        """Prepare quotes for being entered: the columns of ``Stated``."""
        hashed = None
        if len(columns["text"]) < _MANY:
            lines = [" ".join(norms(text)).encode() for text in columns["text"]]
        else:
            lines, hashes, lengths = Wordings.of(columns["text"])
            hashed = Hashed.of_words(hashes, lengths)
        return cls(
            {name: column for name, column in columns.items() if name not in _NOT_COLUMNS},
            columns["speaker"],
            list(zip(*(columns[name] for name in _SOURCE), strict=True)),
            columns["checked_in"],
            _uids(columns, lines),
            hashed,
        )

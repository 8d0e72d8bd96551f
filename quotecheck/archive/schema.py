"""The tables of an archive, SQL in ``resources/schema``: plain to browse, the index in tables of its own.

Days are ISO dates in text columns, an interval is ``earliest`` and ``latest`` (both belong to it); offsets
are code points. ``uid`` is the name under which a row is known in every archive, ``id`` its number in this
one.
"""

from __future__ import annotations

from importlib.resources import files

__all__ = ["APPLICATION_ID", "INDEX_TABLES", "VERSIONS"]

APPLICATION_ID = 0x51436B41
"""Stands in the file's header ("QCkA") and tells an archive from any other SQLite file."""

INDEX_TABLES = (
    "index_documents",
    "index_segments",
    "index_blocks",
    "index_frequent",
    "index_fresh",
    "index_short",
    "index_dead",
)
"""The shingle index: nothing in it that cannot be made anew from the other tables."""

_NEWEST = 6


def _script(version: int) -> str:
    path = files("quotecheck.resources") / "schema" / f"version_{version}.sql"
    return path.read_text(encoding="utf-8")


VERSIONS = tuple(_script(version) for version in range(1, _NEWEST + 1))
"""The script that leads to each version from the one before. A published one is never edited."""

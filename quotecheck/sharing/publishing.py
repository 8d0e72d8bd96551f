"""An archive for its readers: a clean SQLite file with full-text search, to be browsed with Datasette."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from quotecheck.archive import Archive
from quotecheck.archive.errors import explained
from quotecheck.files import replaced, write_whole
from quotecheck.sharing.errors import SharingError
from quotecheck.sharing.selecting import Selection, chosen

__all__ = ["metadata_path", "publish"]

# Datasette and sqlite-utils know a search table by content="…", in these marks.
_STEPS = 100_000
_SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    title TEXT,
    publisher TEXT,
    earliest TEXT,
    latest TEXT,
    url TEXT,
    language TEXT,
    kind TEXT
) STRICT;
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    speaker_id INTEGER REFERENCES speakers (id),
    speaker_role TEXT,
    earliest TEXT,
    latest TEXT,
    year INTEGER,
    source_id INTEGER REFERENCES sources (id),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    occasion TEXT,
    language TEXT,
    status TEXT NOT NULL,
    tags TEXT,
    verified_on TEXT,
    speaker_name TEXT,
    source_title TEXT
) STRICT;
"""
_FILL = """
INSERT INTO quotes
SELECT quotes.id, quotes.uid, quotes.text, quotes.speaker_id, speaker_role, quotes.earliest, quotes.latest,
       CAST(substr(quotes.earliest, 1, 4) AS INTEGER), source_id, before, after, occasion, quotes.language,
       status, tags, (SELECT max(verified_on) FROM mine.verifications WHERE quote_id = quotes.id),
       speakers.name, sources.title
FROM mine.quotes
LEFT JOIN mine.speakers ON speakers.id = quotes.speaker_id
LEFT JOIN mine.sources ON sources.id = quotes.source_id
WHERE quotes.uid IN (SELECT value FROM json_each(:uids))
ORDER BY quotes.id;
"""
_FILL_THE_REST = """
INSERT INTO speakers SELECT id, name, kind FROM mine.speakers
WHERE id IN (SELECT speaker_id FROM main.quotes) ORDER BY id;
INSERT INTO sources SELECT id, title, publisher, earliest, latest, url, language, kind FROM mine.sources
WHERE id IN (SELECT source_id FROM main.quotes) ORDER BY id;
CREATE INDEX quotes_by_speaker ON quotes (speaker_id);
CREATE INDEX quotes_by_source ON quotes (source_id);
CREATE INDEX quotes_by_day ON quotes (earliest);
CREATE INDEX quotes_by_status ON quotes (status);
CREATE VIRTUAL TABLE quotes_fts USING fts5(
    text, speaker_name, source_title,
    content="quotes", content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild');
INSERT INTO quotes_fts (quotes_fts) VALUES ('optimize');
ANALYZE main;
"""
_DESCRIPTIONS = {
    "quotes": {
        "description": "Statements, with who made them, when, and where that can be read.",
        "sort_desc": "earliest",
        "label_column": "text",
        "facets": ["status", "speaker_id", "year", {"array": "tags"}],
        "columns": {
            "uid": "The name under which a quote is known in every archive",
            "text": "What was said, word for word",
            "earliest": "The first day on which it may have been said",
            "latest": "The last day on which it may have been said",
            "before": "The words just before it, where they are known",
            "after": "The words just after it, where they are known",
            "status": "verified, unverified, disputed or retracted",
            "tags": "The words by which they are gathered, as a JSON list",
            "verified_on": "The last day on which it was compared with its source",
        },
    },
    "speakers": {
        "description": "Who made the statements.",
        "sort": "name",
        "label_column": "name",
        "facets": ["kind"],
    },
    "sources": {
        "description": "Where the statements can be read or heard.",
        "sort_desc": "earliest",
        "label_column": "title",
        "facets": ["publisher", "kind"],
    },
}


def metadata_path(path: Path) -> Path:
    """Return where the metadata of a published file goes: ``metadata.json`` beside it."""
    return path.with_name("metadata.json")


def _metadata(path: Path, title: str) -> bytes:
    """Return the metadata, with what a file that is there already says of other databases."""
    told: dict[str, Any] = {"title": title, "description": "Checked quotes, published with QuoteCheck."}
    place = metadata_path(path)
    if place.exists():
        try:
            told = json.loads(place.read_bytes())
            told.setdefault("databases", {}).pop(path.stem, None)
        except (ValueError, RecursionError, AttributeError, TypeError) as error:
            raise SharingError(
                "{place} is there, and no metadata of Datasette: move it, or publish in another folder.",
                place=place,
            ) from error
    databases = {**told.get("databases", {}), path.stem: {"tables": _DESCRIPTIONS}}
    return (json.dumps({**told, "databases": databases}, ensure_ascii=False, indent=2) + "\n").encode()


@contextmanager
def _stoppable(connection: sqlite3.Connection, goon: Callable[[], bool]) -> Iterator[None]:
    """Give up in the middle of a statement when ``goon`` says no. Raises SharingError then."""
    connection.set_progress_handler(lambda: not goon(), _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise SharingError("Publishing was stopped: nothing was written.") from error
        raise


def _write(uids: list[str], archive: Path, path: Path, goon: Callable[[], bool]) -> int:
    path.unlink()
    opened = closing(sqlite3.connect(path, isolation_level=None, uri=True))
    with explained(archive), opened as connection, _stoppable(connection, goon):
        connection.executescript(_SCHEMA)
        connection.execute("ATTACH ? AS mine", (f"{archive.resolve().as_uri()}?mode=ro",))
        connection.execute("BEGIN")
        count = connection.execute(_FILL, {"uids": json.dumps(uids)}).rowcount
        for statement in _FILL_THE_REST.split(";\n"):
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("DETACH mine")
        connection.execute("VACUUM")
    return count


def publish(
    archive: Archive,
    path: Path,
    selection: Selection | None = None,
    *,
    title: str = "Checked quotes",
    goon: Callable[[], bool] = lambda: True,
) -> int:
    """Write what readers may see of the chosen quotes to ``path``, read-only; return how many.

    Quotes, their speakers and sources, and when they were last verified: no full texts, no notes, no names
    of colleagues, no history, no keys, no identifiers of other programs. Datasette finds what to say of the
    tables in ``metadata.json`` beside it. Retracted quotes go along, marked as such. ``goon`` is asked
    now and then whether to go on. Raises SharingError when it says no or no quote fits, and FileError.
    """
    if path.resolve() == archive.path.resolve():
        raise SharingError("The file would overwrite the archive {path}: give it another name.", path=path)
    archive._take_in_all()
    with archive._reading() as connection:
        uids = list(chosen(connection, selection or Selection()))
    if not uids:
        raise SharingError("Nothing is chosen: no quote of the archive fits the selection.")
    metadata = _metadata(path, title)
    with replaced(path) as draft:
        count = _write(uids, archive.path, draft, goon)
    path.chmod(0o444)
    write_whole(metadata_path(path), metadata)
    return count

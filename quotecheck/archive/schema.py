"""The tables of an archive, as SQL: plain to browse, with the index in tables of its own.

Days are ISO dates in text columns, an interval is ``earliest`` and ``latest`` (both belong to it); offsets
are code points. ``uid`` is the name under which a row is known in every archive, ``id`` its number in this
one.
"""

from __future__ import annotations

__all__ = ["APPLICATION_ID", "INDEX_TABLES", "VERSION_1", "VERSION_2", "VERSION_3", "VERSION_4", "VERSION_5"]

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

VERSION_1 = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'organisation', 'unnamed')),
    notes TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE speaker_aliases (
    id INTEGER PRIMARY KEY,
    speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
    alias TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (key, speaker_id)
) STRICT;
CREATE INDEX speaker_aliases_by_speaker ON speaker_aliases (speaker_id);

CREATE TABLE speaker_roles (
    id INTEGER PRIMARY KEY,
    speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    from_date TEXT,
    to_date TEXT
) STRICT;
CREATE INDEX speaker_roles_by_speaker ON speaker_roles (speaker_id);

CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    title TEXT,
    publisher TEXT,
    earliest TEXT,
    latest TEXT,
    url TEXT,
    retrieved_at TEXT,
    language TEXT,
    kind TEXT CHECK (kind IN ('primary', 'secondary')),
    speaker_id INTEGER REFERENCES speakers (id),
    sha256 TEXT,
    text TEXT
) STRICT;

CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    added INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE quotes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    speaker_id INTEGER REFERENCES speakers (id),
    speaker_role TEXT,
    earliest TEXT,
    latest TEXT,
    source_id INTEGER REFERENCES sources (id),
    source_start INTEGER,
    source_end INTEGER,
    before TEXT NOT NULL DEFAULT '',
    after TEXT NOT NULL DEFAULT '',
    context TEXT,
    occasion TEXT,
    language TEXT,
    status TEXT NOT NULL DEFAULT 'unverified'
        CHECK (status IN ('verified', 'unverified', 'disputed', 'retracted')),
    external_id TEXT,
    import_id INTEGER REFERENCES imports (id),
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    CHECK ((earliest IS NULL) = (latest IS NULL)),
    CHECK ((source_start IS NULL) = (source_end IS NULL))
) STRICT;
CREATE INDEX quotes_by_speaker ON quotes (speaker_id, earliest, latest, status);
CREATE INDEX quotes_by_source ON quotes (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX quotes_by_external_id ON quotes (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE further_sources (
    quote_id INTEGER NOT NULL REFERENCES quotes (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    noted_at TEXT NOT NULL,
    noted_by TEXT NOT NULL,
    PRIMARY KEY (quote_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE verifications (
    id INTEGER PRIMARY KEY,
    quote_id INTEGER NOT NULL REFERENCES quotes (id) ON DELETE CASCADE,
    verified_by TEXT NOT NULL,
    verified_on TEXT,
    how TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX verifications_by_quote ON verifications (quote_id);

CREATE TABLE revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entity TEXT NOT NULL CHECK (entity IN ('quote', 'speaker', 'source')),
    uid TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('added', 'changed', 'verified', 'deleted')),
    before TEXT,
    after TEXT,
    revised_at TEXT NOT NULL,
    revised_by TEXT NOT NULL,
    import_id INTEGER,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX revisions_by_uid ON revisions (uid);
CREATE TRIGGER revisions_stay BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'revisions are never deleted'); END;
CREATE TRIGGER revisions_never_change BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'revisions are never changed'); END;
CREATE TRIGGER revisions_are_never_replaced BEFORE INSERT ON revisions
WHEN EXISTS (SELECT 1 FROM revisions WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'revisions are never replaced'); END;

CREATE VIEW quotes_with_names AS
SELECT quotes.id, quotes.text, speakers.name AS speaker, sources.title AS source
FROM quotes
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
LEFT JOIN sources ON sources.id = quotes.source_id;
CREATE VIRTUAL TABLE quotes_fts USING fts5(
    text, speaker, source,
    content='quotes_with_names', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE index_documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    words INTEGER NOT NULL,
    quote_id INTEGER UNIQUE,
    source_id INTEGER,
    start INTEGER,
    "end" INTEGER
) STRICT;
CREATE INDEX index_documents_by_source ON index_documents (source_id) WHERE source_id IS NOT NULL;
CREATE TABLE index_segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bits INTEGER NOT NULL,
    documents INTEGER NOT NULL
) STRICT;
CREATE TABLE index_blocks (
    segment INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    postings BLOB NOT NULL,
    PRIMARY KEY (segment, bucket)
) STRICT;
CREATE TABLE index_fresh (
    document INTEGER PRIMARY KEY,
    hashes BLOB NOT NULL
) STRICT;
CREATE TABLE index_short (
    key INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE index_dead (
    document INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE index_names (
    token TEXT NOT NULL,
    speaker_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('name', 'role')),
    PRIMARY KEY (token, speaker_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX index_names_by_speaker ON index_names (speaker_id);
"""

VERSION_2 = """
DROP TABLE index_documents;
DROP TABLE index_segments;
DROP TABLE index_blocks;
DROP TABLE index_fresh;
CREATE TABLE index_documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    quote_id INTEGER,
    source_id INTEGER,
    start INTEGER,
    "end" INTEGER
) STRICT;
CREATE INDEX index_documents_by_quote ON index_documents (quote_id) WHERE quote_id IS NOT NULL;
CREATE INDEX index_documents_by_source ON index_documents (source_id) WHERE source_id IS NOT NULL;
CREATE TABLE index_segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    documents INTEGER NOT NULL,
    first_document INTEGER NOT NULL,
    width INTEGER NOT NULL,
    bits INTEGER NOT NULL,
    low_bytes INTEGER NOT NULL,
    frequent BLOB NOT NULL
) STRICT;
CREATE TABLE index_blocks (
    place INTEGER PRIMARY KEY,
    postings BLOB NOT NULL
) STRICT;
CREATE TABLE index_frequent (
    place INTEGER PRIMARY KEY,
    postings BLOB NOT NULL
) STRICT;
CREATE TABLE index_fresh (
    document INTEGER PRIMARY KEY,
    hashes BLOB NOT NULL
) STRICT;
DELETE FROM index_short;
DELETE FROM index_dead;
"""
"""Postings in a third of the space; the index itself is made anew when the archive is next opened."""

VERSION_3 = """
CREATE TABLE signers (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    desk TEXT NOT NULL DEFAULT '',
    first_seen TEXT NOT NULL
) STRICT;

ALTER TABLE imports ADD COLUMN kind TEXT NOT NULL DEFAULT 'file' CHECK (kind IN ('file', 'bundle'));
ALTER TABLE imports ADD COLUMN signer_id INTEGER REFERENCES signers (id);
ALTER TABLE imports ADD COLUMN sha256 TEXT;
ALTER TABLE imports ADD COLUMN undone_at TEXT;
ALTER TABLE imports ADD COLUMN undone_by TEXT;

CREATE TABLE attestations (
    id INTEGER PRIMARY KEY,
    signer_id INTEGER NOT NULL REFERENCES signers (id),
    members TEXT NOT NULL,
    signature TEXT NOT NULL UNIQUE
) STRICT;

ALTER TABLE verifications ADD COLUMN uid TEXT;
ALTER TABLE verifications ADD COLUMN import_id INTEGER REFERENCES imports (id);
ALTER TABLE verifications ADD COLUMN attestation_id INTEGER REFERENCES attestations (id);
CREATE UNIQUE INDEX verifications_by_uid ON verifications (uid) WHERE uid IS NOT NULL;
CREATE INDEX verifications_by_import ON verifications (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE changes (
    id TEXT PRIMARY KEY,
    entity TEXT NOT NULL CHECK (entity IN ('quote', 'speaker', 'source')),
    uid TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    parents TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    note TEXT NOT NULL,
    import_id INTEGER REFERENCES imports (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_by_uid ON changes (uid);
CREATE INDEX changes_by_import ON changes (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE histories (
    uid TEXT PRIMARY KEY,
    entity TEXT NOT NULL CHECK (entity IN ('quote', 'speaker', 'source')),
    revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE conflicts (
    uid TEXT NOT NULL,
    field TEXT NOT NULL,
    entity TEXT NOT NULL CHECK (entity IN ('quote', 'speaker', 'source')),
    import_id INTEGER NOT NULL REFERENCES imports (id),
    opened_at TEXT NOT NULL,
    PRIMARY KEY (uid, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE proposals (
    id INTEGER PRIMARY KEY,
    entity TEXT NOT NULL CHECK (entity IN ('speaker', 'source')),
    mine TEXT NOT NULL,
    theirs TEXT NOT NULL,
    reason TEXT NOT NULL,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    decision TEXT CHECK (decision IN ('joined', 'apart')),
    decided_at TEXT,
    decided_by TEXT,
    UNIQUE (entity, mine, theirs)
) STRICT;

CREATE TABLE source_turns (
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label TEXT NOT NULL,
    speaker_id INTEGER REFERENCES speakers (id),
    PRIMARY KEY (source_id, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_turns_by_speaker ON source_turns (speaker_id) WHERE speaker_id IS NOT NULL;

INSERT INTO meta (key, value) SELECT 'indexed_to', coalesce(max(id), 0) FROM quotes;
INSERT INTO meta (key, value) SELECT 'searchable_to', coalesce(max(id), 0) FROM quotes;
"""
"""What sharing needs (see :mod:`quotecheck.sharing.history`), and who speaks where in a source.

``changes`` is the history that archives exchange, ``histories`` says up to which revision of this archive it
has been written down. ``source_turns`` tells who speaks where in a source's text, the label left out. Quotes
with numbers above ``indexed_to`` and ``searchable_to`` wait to be taken into index and full-text search.
"""

VERSION_4 = """
ALTER TABLE quotes ADD COLUMN tags TEXT;
CREATE INDEX quotes_by_tags ON quotes (tags) WHERE tags IS NOT NULL;
CREATE INDEX quotes_of_several_days ON quotes (speaker_id, earliest, latest) WHERE earliest < latest;
"""
"""The tags of a quote: a JSON list, as Datasette knows to count them; NULL where there is none.

The few quotes of which only a longer time is known are told apart: see :mod:`quotecheck.archive.nearest`.
"""

VERSION_5 = """
CREATE INDEX sources_by_speaker ON sources (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX further_sources_by_source ON further_sources (source_id);
"""
"""Without these, taking a speaker or source away goes through all sources, or all further ones."""

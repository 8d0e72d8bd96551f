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

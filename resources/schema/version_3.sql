-- What sharing needs, and who speaks where in a source.
--
-- "changes" is the history that archives exchange, "histories" says up to which revision of this archive it has
-- been written down. "source_turns" tells who speaks where in a source's text, the label left out. Quotes with
-- numbers above "indexed_to" and "searchable_to" wait to be taken into index and full-text search.

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

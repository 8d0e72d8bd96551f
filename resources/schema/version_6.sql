-- The uids of quotes in an index that can be made last: to find each of a million its place takes long.

DROP VIEW quotes_with_names;
CREATE TABLE quotes_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL,
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
    tags TEXT,
    CHECK ((earliest IS NULL) = (latest IS NULL)),
    CHECK ((source_start IS NULL) = (source_end IS NULL))
) STRICT;
INSERT INTO quotes_anew SELECT * FROM quotes ORDER BY id;
DELETE FROM sqlite_sequence WHERE name = 'quotes_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'quotes_anew', seq FROM sqlite_sequence WHERE name = 'quotes';
DROP TABLE quotes;
ALTER TABLE quotes_anew RENAME TO quotes;
CREATE UNIQUE INDEX quotes_by_uid ON quotes (uid);
CREATE INDEX quotes_by_speaker ON quotes (speaker_id, earliest, latest, status);
CREATE INDEX quotes_by_source ON quotes (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX quotes_by_external_id ON quotes (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX quotes_by_tags ON quotes (tags) WHERE tags IS NOT NULL;
CREATE INDEX quotes_of_several_days ON quotes (speaker_id, earliest, latest) WHERE earliest < latest;
CREATE VIEW quotes_with_names AS
SELECT quotes.id, quotes.text, speakers.name AS speaker, sources.title AS source
FROM quotes
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
LEFT JOIN sources ON sources.id = quotes.source_id;

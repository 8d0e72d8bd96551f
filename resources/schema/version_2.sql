-- Postings in a third of the space; the index itself is made anew when the archive is next opened.

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

"""What others would use for the same job, each bounded in CPU time."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from statistics import fmean
from time import process_time
from typing import Any, NamedTuple

__all__ = ["PEERS", "PeerResult", "measure"]

_RERANKED = 50
_RAREST = 6
_SAMPLE = 2_000
_FOUND = 85.0
_ROWS_A_FILE = 500

Found = tuple[str | None, float]
Row = Mapping[str, Any]


class PeerResult(NamedTuple):
    """``ms`` of each look-up (CPU); shares of quotes found right and of absent ones called found."""

    build: float = 0.0
    ms: tuple[float, ...] = ()
    right: float | None = None
    false: float | None = None
    note: str = ""


def _reranked(text: str, found: Sequence[tuple[str, str]]) -> Found:
    """Choose the most similar of (id, text) pairs, and say how similar, 0 to 100."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(text, [pair[1] for pair in found], scorer=fuzz.partial_ratio) if found else None
    return (found[best[2]][0], best[1]) if best else (None, 0.0)


@contextmanager
def _fts5(rows: Sequence[Row]) -> Iterator[Callable[[str], Found]]:
    """SQLite FTS5: an OR of the six rarest words, by bm25, the first fifty re-ranked by rapidfuzz."""
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "fts.db")
        connection.execute("CREATE TABLE quotes (id INTEGER PRIMARY KEY, external TEXT, text TEXT)")
        connection.executemany(
            "INSERT INTO quotes (external, text) VALUES (?, ?)", ((str(r["id"]), r["text"]) for r in rows)
        )
        connection.execute("CREATE VIRTUAL TABLE fts USING fts5(text, content='quotes', content_rowid='id')")
        connection.execute("INSERT INTO fts (fts) VALUES ('rebuild')")
        connection.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(fts, row)")

        def frequency(word: str) -> int:
            row = connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (word,)).fetchone()
            return int(row[0]) if row else 0

        def look_up(text: str) -> Found:
            words = {word: frequency(word) for word in set(re.findall(r"\w+", text.lower()))}
            rarest = sorted((word for word, count in words.items() if count), key=words.__getitem__)[:_RAREST]
            if not rarest:
                return None, 0.0
            found = connection.execute(
                "SELECT external, quotes.text FROM fts JOIN quotes ON quotes.id = fts.rowid"
                " WHERE fts MATCH ? ORDER BY bm25(fts) LIMIT ?",
                (" OR ".join(f'"{word}"' for word in rarest), _RERANKED),
            ).fetchall()
            return _reranked(text, found)

        yield look_up
        connection.close()


@contextmanager
def _tantivy(rows: Sequence[Row]) -> Iterator[Callable[[str], Found]]:
    """Tantivy: an OR of all words by bm25, the first fifty re-ranked by rapidfuzz."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True)
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    index = tantivy.Index(builder.build())
    writer = index.writer(100_000_000, 1)
    for row in rows:
        writer.add_document(tantivy.Document(text=row["text"], id=str(row["id"])))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def look_up(text: str) -> Found:
        query = index.parse_query(" ".join(re.findall(r"\w+", text.lower())), ["text"])
        documents = [searcher.doc(address) for _, address in searcher.search(query, _RERANKED).hits]
        return _reranked(text, [(document["id"][0], document["text"][0]) for document in documents])

    yield look_up


@contextmanager
def _rapidfuzz(rows: Sequence[Row]) -> Iterator[Callable[[str], Found]]:
    """Rapidfuzz over the first two thousand rows alone; the times are multiplied up to all of them."""
    sample = [(str(row["id"]), row["text"]) for row in rows[:_SAMPLE]]
    yield lambda text: _reranked(text, sample)


@contextmanager
def _krokai(rows: Sequence[Row]) -> Iterator[Callable[[str], Found]]:
    """Krokai over text files of five hundred quotes each; it says whether, not which."""
    corpus_of, check = import_module("krokai.corpus").Corpus, import_module("krokai.verify").check

    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(rows), _ROWS_A_FILE):
            text = "\n\n".join(row["text"] for row in rows[start : start + _ROWS_A_FILE])
            (Path(folder) / f"quotes{start}.txt").write_text(text, encoding="utf-8")
        corpus = corpus_of([folder], quiet=True)

        def look_up(text: str) -> Found:
            verdict, where, _ = check(text, corpus)
            return None, 100.0 if where and verdict != "NOT_FOUND" else 0.0

        yield look_up


PEERS = {
    "FTS5 bm25 + rapidfuzz": _fts5,
    "tantivy + rapidfuzz": _tantivy,
    "rapidfuzz alone": _rapidfuzz,
    "krokai": _krokai,
}


def measure(
    name: str, rows: Sequence[Row], queries: Sequence[Mapping[str, Any]], seconds: float
) -> PeerResult:
    """Look queries up with a peer, until they are through or ``seconds`` of CPU time are spent."""
    scale = len(rows) / _SAMPLE if name == "rapidfuzz alone" and len(rows) > _SAMPLE else 1.0
    spent: list[float] = []
    right: list[bool] = []
    false: list[bool] = []
    try:
        started = process_time()
        with PEERS[name](rows) as look_up:
            build, started = process_time() - started, process_time()
            for query in queries:
                cpu = process_time()
                found, score = look_up(query["text"])
                spent.append(1000 * scale * (process_time() - cpu))
                expected = query["expect"]["quotes"]
                if expected:
                    right.append(score >= _FOUND and (found is None or found in expected))
                else:
                    false.append(score >= _FOUND)
                if process_time() - started > seconds:
                    break
    except ImportError as error:
        return PeerResult(note=f"not installed ({error.name}): pip install 'quotecheck[bench]'")
    if scale != 1:
        return PeerResult(build, tuple(spent), note=f"extrapolated from {_SAMPLE:,} quotes")
    return PeerResult(build, tuple(spent), fmean(right), fmean(false))

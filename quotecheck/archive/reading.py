"""What an archive can be asked: the five questions of the cross-check, and those of people."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from quotecheck.archive import people, search
from quotecheck.archive.file import ArchiveFile
from quotecheck.archive.index import Hit, ShingleIndex
from quotecheck.archive.interface import SpeakerRecord
from quotecheck.archive.passages import passages, uncovered
from quotecheck.archive.records import ArchiveInfo, Revision
from quotecheck.archive.rows import QUOTES, StoredQuote, interval, quotes_by_ids, stored
from quotecheck.archive.shown_passages import shown_passages
from quotecheck.model import ArchivedQuote, ArchiveIdentity, Interval, QuoteStatus
from quotecheck.words import norms

__all__ = ["ReadableArchive"]

_MOST_QUOTED = 10
_NEAREST = """
SELECT id FROM quotes
WHERE speaker_id IN (SELECT value FROM json_each(:speakers))
    AND (earliest IS NULL OR (earliest <= :latest AND latest >= :earliest))
ORDER BY earliest IS NULL,
    max(0, julianday(earliest) - julianday(:middle), julianday(:middle) - julianday(latest)), id
LIMIT :limit
"""
_COUNTING = (
    "SELECT count(*) FROM quotes WHERE speaker_id IN (SELECT value FROM json_each(?))",
    "SELECT count(*) FROM source_turns JOIN sources ON sources.id = source_id"
    " WHERE source_turns.speaker_id IN (SELECT value FROM json_each(?))",
)


class ReadableArchive(ArchiveFile):
    """An open archive that answers; see :class:`quotecheck.archive.interface.QuoteStore`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        """Take over an open connection; use :meth:`open` instead."""
        super().__init__(path, connection, read_only=read_only)
        self._index = ShingleIndex(connection)
        self._counted_at: tuple[int, int] | None = None
        self._count = 0

    def identity(self) -> ArchiveIdentity:
        """Return the archive's name (that of its file) and how many quotes it holds."""
        with self._reading() as connection:
            # Counting a million takes as long as checking an article: once is enough until somebody writes.
            written = (connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes)
            if written != self._counted_at:
                self._count = int(connection.execute("SELECT count(*) FROM quotes").fetchone()[0])
                self._counted_at = written
            return ArchiveIdentity(self.path.stem, self._count)

    def is_empty(self) -> bool:
        """Tell whether there is neither a quote nor a source in the archive."""
        with self._reading() as connection:
            sql = "SELECT EXISTS (SELECT 1 FROM quotes) OR EXISTS (SELECT 1 FROM sources)"
            return not connection.execute(sql).fetchone()[0]

    def candidates(self, text: str, *, limit: int = 24) -> list[ArchivedQuote]:
        """Return archived quotes and passages of sources that share runs of words with ``text``, best first.

        Each shared run of three words counts by its rarity; what shares far less than the best one does is
        left out. A text of one or two words finds the quotes in which it stands. Passages have the uid
        "SOURCE:START-END" and the text around them; those that an archived quote covers as well are left out.
        """
        sought = norms(text)
        if 0 < len(sought) < 3:
            self._take_in_all()
        with self._reading() as connection:
            hits = self._index.search(sought, limit=limit)
            if len(hits) > limit:
                hits = self._nearest_in_length(connection, hits, len(text))[:limit]
            quotes = quotes_by_ids(connection, [hit.quote_id for hit in hits if hit.quote_id is not None])
            ranked = self._ranked(connection, hits, quotes, text, len(sought))[:limit]
            if 0 < len(sought) < 3:
                ranked += self._containing(
                    connection, sought, {quote.uid for quote in ranked}, limit - len(ranked)
                )
            return ranked

    @staticmethod
    def _nearest_in_length(connection: sqlite3.Connection, hits: Iterable[Hit], length: int) -> list[Hit]:
        """Of hits that share as much, put those first whose quote is about as long as the text."""
        ids = json.dumps([hit.quote_id for hit in hits if hit.quote_id is not None])
        rows = connection.execute(
            "SELECT id, abs(length(text) - ?) FROM quotes WHERE id IN (SELECT value FROM json_each(?))",
            (length, ids),
        )
        differences = dict(rows)
        return sorted(hits, key=lambda hit: (-hit.score, differences.get(hit.quote_id, math.inf)))

    def _ranked(
        self,
        connection: sqlite3.Connection,
        hits: Sequence[Hit],
        quotes: dict[int, StoredQuote],
        text: str,
        words: int,
    ) -> list[ArchivedQuote]:
        found = [(hit.score, quotes[hit.quote_id]) for hit in hits if hit.quote_id in quotes]
        places = uncovered(passages(hits, words), found)
        ranked: list[tuple[float, float, int, ArchivedQuote]]
        ranked = [(-score, abs(len(one.quote.text) - len(text)), one.id, one.quote) for score, one in found]
        shown = shown_passages(connection, places, sought=len(text))
        ranked += [(-place.score, math.inf, i, shown[i]) for i, place in enumerate(places)]
        return [quote for *_, quote in sorted(ranked, key=lambda row: row[:3])]

    @staticmethod
    def _containing(
        connection: sqlite3.Connection, sought: list[str], known: set[str], limit: int
    ) -> list[ArchivedQuote]:
        ids = search.phrase_in(connection, sought, limit=limit + len(known)) if limit > 0 else []
        quotes = (one.quote for one in quotes_by_ids(connection, ids).values())
        return [quote for quote in quotes if quote.uid not in known][:limit]

    def find_speakers(
        self, name: str, *, role: str | None = None, on: Interval | None = None
    ) -> list[SpeakerRecord]:
        """Return the speakers whom ``name`` may mean, the likeliest first."""
        with self._reading() as connection:
            return people.find(connection, name, role=role, on=on)

    def by_speaker(
        self, speaker_ids: Sequence[int], *, between: Interval | None = None, limit: int = 200
    ) -> list[ArchivedQuote]:
        """Return the quotes of these speakers that may be of a day of ``between``, the nearest first."""
        span = between or Interval(date.min, date.max)
        middle = date.fromordinal(sum(day.toordinal() for day in span) // 2) if between else date.max
        values = {
            "speakers": json.dumps(list(speaker_ids)),
            "earliest": span.earliest.isoformat(),
            "latest": span.latest.isoformat(),
            "middle": middle.isoformat(),
            "limit": limit,
        }
        with self._reading() as connection:
            ids = [row[0] for row in connection.execute(_NEAREST, values)]
            quotes = quotes_by_ids(connection, ids)
            return [quotes[id_].quote for id_ in ids]

    def count_by_speaker(self, speaker_ids: Sequence[int], *, between: Interval | None = None) -> int:
        """Return how many quotes and turns of transcripts of these speakers may be of that time."""
        values = [json.dumps(list(speaker_ids))]
        of_days = ""
        if between:
            of_days = " AND earliest <= ? AND latest >= ?"
            values += [str(between.latest), str(between.earliest)]
        with self._reading() as connection:
            return sum(
                int(connection.execute(counting + of_days, values).fetchone()[0]) for counting in _COUNTING
            )

    def search(self, query: str, limit: int = 50) -> list[ArchivedQuote]:
        """Return the quotes with all the words of ``query`` in text, speaker or source title, the best first.

        "Words in double quotes" must follow each other; the last word may be a beginning. Nothing that is
        typed is an error.
        """
        self._take_in_all()
        with self._reading() as connection:
            ids = search.matching(connection, query, limit=limit)
            quotes = quotes_by_ids(connection, ids)
            return [quotes[id_].quote for id_ in ids if id_ in quotes]

    def quote(self, uid: str) -> ArchivedQuote | None:
        """Return one quote, None when there is none of that uid."""
        with self._reading() as connection:
            row = connection.execute(QUOTES + "WHERE quotes.uid = ?", (uid,)).fetchone()
            return stored(row).quote if row else None

    def turns_by_speaker(self, source_uid: str) -> list[tuple[str, int]]:
        """Return who speaks in a transcript and how often; the label stands for whom nothing tells."""
        with self._reading() as connection:
            return connection.execute(
                "SELECT coalesce(speakers.name, label || ' (unknown)'), count(*) FROM source_turns"
                " JOIN sources ON sources.id = source_id"
                " LEFT JOIN speakers ON speakers.id = source_turns.speaker_id"
                " WHERE sources.uid = ? GROUP BY 1 ORDER BY 2 DESC, 1",
                (source_uid,),
            ).fetchall()

    def history(self, uid: str) -> list[Revision]:
        """Return what has been done to a quote, speaker or source, the oldest first.

        Quotes that came with an import begin with the first change after it; the import itself says who and
        when.
        """
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT entity, uid, action, before, after, revised_at, revised_by, note FROM revisions"
                " WHERE uid = ? ORDER BY id",
                (uid,),
            ).fetchall()
        return [
            Revision(
                entity=row[0],
                uid=row[1],
                action=row[2],
                before=json.loads(row[3] or "{}"),
                after=json.loads(row[4] or "{}"),
                at=datetime.fromisoformat(row[5]),
                by=row[6],
                note=row[7],
            )
            for row in rows
        ]

    def info(self) -> ArchiveInfo:
        """Return how much the archive holds, of when and of whom."""
        with self._reading() as connection:

            def one(sql: str) -> list[Any]:
                return list(connection.execute(sql).fetchone())

            quotes, earliest, latest = one("SELECT count(*), min(earliest), max(latest) FROM quotes")
            changes = one(
                "SELECT (SELECT max(revised_at) FROM revisions), (SELECT max(imported_at) FROM imports)"
            )
            last = max(filter(None, changes), default=None)
            statuses = connection.execute(
                "SELECT status, count(*) FROM quotes GROUP BY status ORDER BY 2 DESC"
            )
            most = connection.execute(
                "SELECT speakers.name, count(*) FROM quotes JOIN speakers ON speakers.id = quotes.speaker_id"
                " GROUP BY quotes.speaker_id ORDER BY 2 DESC, 1 LIMIT ?",
                (_MOST_QUOTED,),
            )
            return ArchiveInfo(
                path=self.path,
                version=int(one("PRAGMA user_version")[0]),
                bytes=self.path.stat().st_size,
                quotes=quotes,
                speakers=one("SELECT count(*) FROM speakers")[0],
                sources=one("SELECT count(*) FROM sources")[0],
                texts=one("SELECT count(*) FROM sources WHERE text IS NOT NULL")[0],
                by_status={QuoteStatus(status): count for status, count in statuses},
                said=interval(earliest, latest),
                last_change=datetime.fromisoformat(last).date() if last else None,
                speakers_by_quotes=tuple(most.fetchall()),
            )

    def _take_in_all(self) -> None:
        """Take into the full-text search what has been left for later, if this archive may be written to."""

    def _undo(self) -> None:
        self._index.forget_pending()

    def _settle(self) -> None:
        self._index.settle()

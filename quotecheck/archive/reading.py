"""What an archive can be asked: the five questions of the cross-check, and those of people."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from quotecheck.archive import people, search
from quotecheck.archive.bulk import AMONG
from quotecheck.archive.catalogue.tagged import counted, tagged
from quotecheck.archive.file import ArchiveFile
from quotecheck.archive.index.shingles import ShingleIndex
from quotecheck.archive.interface import SpeakerRecord
from quotecheck.archive.nearest import count_between, nearest
from quotecheck.archive.people import Namesake
from quotecheck.archive.records import ArchiveInfo, Revision
from quotecheck.archive.resembling import resembling
from quotecheck.archive.rows import QUOTES, Texts, interval, quotes_by_ids, stored
from quotecheck.model import ArchivedQuote, ArchiveIdentity, Interval, QuoteStatus
from quotecheck.words import norms

__all__ = ["ReadableArchive"]

_MOST_QUOTED = 10
_MOST_SPEAKERS = 256
_ALL_QUOTES = f"SELECT count(*) FROM quotes WHERE speaker_id {AMONG}"
_ALL_TURNS = (
    "SELECT count(*) FROM source_turns JOIN sources ON sources.id = source_id"
    f" WHERE source_turns.speaker_id {AMONG}"
)
_TURNS_BETWEEN = f"{_ALL_TURNS} AND earliest <= ? AND latest >= ?"


class ReadableArchive(ArchiveFile):
    """An open archive that answers; see :class:`quotecheck.archive.interface.QuoteStore`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        """Take over an open connection; use :meth:`open` instead."""
        super().__init__(path, connection, read_only=read_only)
        self._index = ShingleIndex(connection)
        self._known_at: tuple[int, int] | None = None
        self._count: int | None = None
        self._texts = Texts(connection)
        self._namesakes: dict[str, list[Namesake]] = {}
        self._counts: dict[str, int] = {}

    def identity(self) -> ArchiveIdentity:
        """Return the archive's name (that of its file) and how many quotes it holds."""
        with self._reading() as connection:
            self._forget_what_may_have_changed(connection)
            if self._count is None:
                self._count = int(connection.execute("SELECT count(*) FROM quotes").fetchone()[0])
            return ArchiveIdentity(self.path.stem, self._count)

    def _forget_what_may_have_changed(self, connection: sqlite3.Connection) -> None:
        """Keep count, texts and speakers, which an article asks for again and again, between writes."""
        written = (connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes)
        if written != self._known_at or len(self._namesakes) > _MOST_SPEAKERS:
            self._known_at, self._count = written, None
            self._namesakes.clear()
            self._counts.clear()
            self._texts.forget()

    def is_empty(self) -> bool:
        """Tell whether there is neither a quote nor a source in the archive."""
        with self._reading() as connection:
            sql = "SELECT EXISTS (SELECT 1 FROM quotes) OR EXISTS (SELECT 1 FROM sources)"
            return not connection.execute(sql).fetchone()[0]

    def expect(self, texts: Sequence[str]) -> None:
        """Look for all these texts at once: asking for the candidates of each then takes much less time."""
        with self._reading():
            self._index.expect([norms(text) for text in texts])

    def candidates(
        self,
        text: str,
        *,
        limit: int = 24,
        worth: Callable[[str], bool] | None = None,
        intact: bool = False,
    ) -> list[ArchivedQuote]:
        """Return archived quotes and passages of sources that share runs of words with ``text``, best first.

        Each shared run of three words counts by its rarity; what shares far less than the best one does is
        left out, and what is not ``worth`` having, going by its text. A text of up to thirteen words finds
        what shares pairs of them, too, if nothing has much of it, unless only what has it nearly ``intact``
        is wanted; one of one or two words finds the quotes in which it stands. Passages have the uid
        "SOURCE:START-END" and the text around them; those that an archived quote covers as well are left out.
        """
        sought = norms(text)
        if 0 < len(sought) < 3:
            self._take_in_all()
        with self._reading() as connection:
            self._forget_what_may_have_changed(connection)
            return resembling(
                connection, self._index, self._texts, text, sought, limit=limit, worth=worth, intact=intact
            )

    def find_speakers(
        self, name: str, *, role: str | None = None, on: Interval | None = None
    ) -> list[SpeakerRecord]:
        """Return the speakers whom ``name`` may mean, the likeliest first."""
        with self._reading() as connection:
            self._forget_what_may_have_changed(connection)
            if name not in self._namesakes:
                self._namesakes[name] = people.namesakes(connection, name)
            found = people.likeliest(self._namesakes[name], name, role=role, on=on)
            return [speaker for _, speaker in found]

    def offer_speakers(self, typed: str) -> list[SpeakerRecord]:
        """Return whom somebody may mean who has typed a name or only begun to, the likeliest first."""
        with self._reading() as connection:
            offered = (*self.find_speakers(typed), *people.begun(connection, typed))
        return list({speaker.id: speaker for speaker in offered}.values())

    def by_speaker(
        self,
        speaker_ids: Sequence[int],
        *,
        between: Interval | None = None,
        limit: int = 200,
        worth: Callable[[str], bool] | None = None,
    ) -> list[ArchivedQuote]:
        """Return the quotes of these speakers that may be of a day of ``between``, the nearest first.

        Of the ``limit`` nearest, those are left out that are not ``worth`` having, going by their text.
        """
        with self._reading() as connection:
            self._forget_what_may_have_changed(connection)
            ids = nearest(connection, speaker_ids, between, limit=limit)
            if worth is not None:
                texts = self._texts.of(ids)
                ids = [id_ for id_ in ids if worth(texts[id_])]
            quotes = quotes_by_ids(connection, ids)
            return [quotes[id_].quote for id_ in ids]

    def count_by_speaker(self, speaker_ids: Sequence[int], *, between: Interval | None = None) -> int:
        """Return how many quotes and turns of transcripts of these speakers may be of that time."""
        speakers = json.dumps(list(speaker_ids))
        with self._reading() as connection:

            def count(sql: str, *days: date) -> int:
                return int(connection.execute(sql, (speakers, *map(str, days))).fetchone()[0])

            if between is not None:
                quotes = count_between(connection, speaker_ids, between)
                return quotes + count(_TURNS_BETWEEN, between.latest, between.earliest)
            self._forget_what_may_have_changed(connection)
            if speakers not in self._counts:
                self._counts[speakers] = count(_ALL_QUOTES) + count(_ALL_TURNS)
            return self._counts[speakers]

    def search(self, query: str, limit: int = 50, *, tag: str | None = None) -> list[ArchivedQuote]:
        """Return the quotes with all the words of ``query`` in text, speaker or source title, the best first.

        "Words in double quotes" must follow each other; the last word may be a beginning. Nothing that is
        typed is an error. Of a ``tag``, only the quotes that have it are returned, without words all of them.
        """
        self._take_in_all()
        with self._reading() as connection:
            among = None if tag is None else tagged(connection, tag)
            ids = search.matching(connection, query, limit=limit, among=among)
            quotes = quotes_by_ids(connection, ids)
            return [quotes[id_].quote for id_ in ids if id_ in quotes]

    def quote(self, uid: str) -> ArchivedQuote | None:
        """Return one quote, None when there is none of that uid."""
        with self._reading() as connection:
            row = connection.execute(QUOTES + "WHERE quotes.uid = ?", (uid,)).fetchone()
            return stored(row).quote if row else None

    def tags(self) -> list[tuple[str, int]]:
        """Return the tags that quotes have and how many have each, in alphabetical order."""
        with self._reading() as connection:
            return counted(connection)

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
        self._known_at = None
        self._index.forget_pending()

    def _settle(self) -> None:
        self._index.settle()

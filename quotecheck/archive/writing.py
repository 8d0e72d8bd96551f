"""What an archive can be told: new quotes, sources and speakers, corrections, verifications."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from hashlib import sha256
from time import monotonic
from typing import Any, NamedTuple

from quotecheck.archive import people
from quotecheck.archive.entering import enter, enter_source
from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.identity import source_uid
from quotecheck.archive.incoming.preparing import Prepared
from quotecheck.archive.index.marks import INDEXED, SEARCHABLE, mark
from quotecheck.archive.interface import SpeakerRecord, SpeakerRole
from quotecheck.archive.reading import ReadableArchive
from quotecheck.archive.recorder import Recorder
from quotecheck.archive.records import NewQuote, NewSource, NewSpeaker, Stated
from quotecheck.archive.search import SearchTable
from quotecheck.archive.tags import by_key, listed, parse_tags, written
from quotecheck.model import Interval, QuoteStatus

__all__ = ["WritableArchive"]

_A_MOMENT = 3.0
"""For how many seconds quotes that follow each other wait to be taken into the full-text search together."""


def _checked_text(text: str) -> str:
    if not any(map(str.isalnum, text)):
        raise ArchiveError("The quote has no words: say what was said.")
    if "\x00" in text or text.encode("utf-8", "replace").decode() != text:
        raise ArchiveError("The quote has characters that are no text: write them anew.")
    return text.strip()


def _columns_of(changes: dict[str, Any], recorder: Recorder) -> dict[str, Any]:
    """Return the columns that fields of ``NewQuote`` stand for."""
    columns = dict(changes)
    if "speaker" in columns:
        name = columns.pop("speaker")
        columns["speaker_id"] = recorder.registry.speaker(name) if name else None
    if "said" in columns:
        said: Interval | None = columns.pop("said")
        columns["earliest"] = said.earliest.isoformat() if said else None
        columns["latest"] = said.latest.isoformat() if said else None
    if "status" in columns:
        columns["status"] = QuoteStatus(columns["status"]).value
    if "tags" in columns:
        columns["tags"] = written(parse_tags(columns["tags"]))
    fields = ("source_uid", "source_url", "source_title", "publisher")
    if columns.keys() & set(fields):
        uid, url, title, publisher = (columns.pop(field, None) for field in fields)
        columns["source_id"] = recorder.registry.source((uid, url, title, publisher))
    return columns


def _check_name(by: str) -> None:
    if not by.strip():
        raise ArchiveError("Say who makes the change: the name is kept in the archive's history.")


def _state(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return what differs when anybody, here or elsewhere, has written."""
    return connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes


def _has_new(connection: sqlite3.Connection) -> bool:
    last = connection.execute("SELECT max(id) FROM quotes").fetchone()[0] or 0
    return last > min(mark(connection, SEARCHABLE), mark(connection, INDEXED))


class _LastAdded(NamedTuple):
    """The last quote added alone: what was looked up for it, and when all was searchable (seconds)."""

    recorder: Recorder
    by: str
    state: tuple[int, int]
    settled: float


class WritableArchive(ReadableArchive):
    """An open archive that can be added to; every method is one transaction and leaves its trace.

    ``by`` is the name of the person on whose behalf it is done. All raise ArchiveError.
    """

    _last: _LastAdded | None = None

    @contextmanager
    def _recording(self, by: str) -> Iterator[Recorder]:
        _check_name(by)
        with self._writing() as connection:
            yield (recorder := Recorder(connection, self._index, by=by))
            recorder.settle()

    @contextmanager
    def _adding(self, by: str) -> Iterator[Recorder]:
        """Do as ``_recording`` for one quote after the other, at a fraction of the time.

        What was looked up for the last one is still known when nobody has written since, and quotes that
        follow each other fast are taken into the full-text search together.
        """
        _check_name(by)
        last, self._last = self._last, None
        with self._writing() as connection:
            state = _state(connection)
            is_next = last is not None and last.by == by and last.state == state
            recorder = last.recorder if last and is_next else Recorder(connection, self._index, by=by)
            recorder.begin()
            yield recorder
            settled = last.settled if last else 0.0
            if (now := monotonic()) - settled > _A_MOMENT:
                recorder.settle()
                settled = now
        self._last = _LastAdded(recorder, by, (state[0], connection.total_changes), settled)

    def _undo(self) -> None:
        super()._undo()
        self._last = None

    def close(self) -> None:
        """Close the file; the last one to do so leaves nothing but the one file, with all in its index."""
        if not self._is_closed:
            self._take_in_all()
        super().close()

    def _take_in_all(self) -> None:
        if self.read_only or self._connection.in_transaction:
            return
        with suppress(ArchiveError):  # somebody else is writing: what waits can wait for the next one
            with self._reading() as connection:
                has_new = _has_new(connection)
            if has_new:
                with self._writing() as connection:
                    SearchTable(connection).settle()
                    self._index.settle_all()

    @staticmethod
    def _known(recorder: Recorder, uid: str) -> dict[str, Any]:
        rows = recorder.rows("uid = ?", uid)
        if not rows:
            raise ArchiveError(
                "There is no quote {uid} in the archive: search for it to see its present uid.", uid=uid
            )
        return rows[0]

    def add_quote(self, quote: NewQuote, *, by: str) -> str:
        """Add a statement and return its uid; one that is there already is completed, never doubled."""
        text = _checked_text(quote.text)
        prepared = Prepared.of(Stated.columns([Stated.by(quote)._replace(text=text)]))
        with self._adding(by) as recorder:
            return enter(recorder, prepared)[0].uid

    def add_quotes(self, quotes: Iterable[NewQuote], *, by: str) -> list[str]:
        """Add statements, all or none, and return their uids."""
        checked = [Stated.by(quote)._replace(text=_checked_text(quote.text)) for quote in quotes]
        with self._recording(by) as recorder:
            return [entered.uid for entered in enter(recorder, Prepared.of(Stated.columns(checked)))]

    def update_quote(self, uid: str, *, by: str, note: str = "", **changes: Any) -> None:
        """Correct a quote. ``changes`` are fields of ``NewQuote``; its uid stays, its old state is kept."""
        unknown = changes.keys() - (NewQuote.__dataclass_fields__.keys() - {"checked_in"})
        if unknown:
            raise TypeError(f"a quote has no field {sorted(unknown)[0]!r}")
        if "text" in changes:
            changes["text"] = _checked_text(changes["text"])
        with self._recording(by) as recorder:
            row = self._known(recorder, uid)
            recorder.change(row, _columns_of(changes, recorder), note=note)

    def tag_quotes(
        self, uids: Iterable[str], *, by: str, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> int:
        """Give tags to quotes and take others away; return how many quotes have changed."""
        added, removed = parse_tags(add), by_key(parse_tags(remove))
        changed = 0
        with self._recording(by) as recorder:
            for uid in dict.fromkeys(uids):
                row = self._known(recorder, uid)
                tags = by_key((*listed(row["tags"]), *added))
                wanted = written(tag for key, tag in tags.items() if key not in removed)
                recorder.change(row, {"tags": wanted})
                changed += wanted != row["tags"]
        return changed

    def delete_quote(self, uid: str, *, by: str, note: str = "") -> None:
        """Delete a quote; the history keeps its last state. To withdraw one visibly, set its status."""
        with self._recording(by) as recorder:
            recorder.remove([self._known(recorder, uid)], note=note)

    def verify_quote(
        self,
        uid: str,
        *,
        by: str,
        how: str = "",
        note: str = "",
        on: date | None = None,
        status: QuoteStatus = QuoteStatus.VERIFIED,
    ) -> None:
        """Note that the quote was compared with its source ``on`` a day (today), and with what result."""
        day = (on or datetime.now(UTC).date()).isoformat()
        with self._recording(by) as recorder:
            row = self._known(recorder, uid)
            recorder.note_verification(row["id"], how=how, note=note, on=day)
            recorder.revise("quote", uid, "verified", after={"how": how, "on": day, "note": note})
            recorder.change(row, {"status": status.value}, note=note)

    def add_speaker(
        self, speaker: NewSpeaker, *, by: str, roles: Sequence[SpeakerRole] = ()
    ) -> SpeakerRecord:
        """Add a speaker, or further aliases and roles of one that is there already."""
        if not speaker.name.strip():
            raise ArchiveError("The speaker has no name: say who it is.")
        with self._recording(by) as recorder:
            id_ = recorder.registry.known_speaker(speaker.name)
            if id_ is None:
                id_ = recorder.registry.add_speaker(speaker.name, kind=speaker.kind, notes=speaker.notes)
            recorder.registry.add_aliases(id_, speaker.aliases)
            recorder.registry.add_roles(id_, roles)
            return people.speakers_by_ids(self._connection, [id_])[0]

    def add_source(self, source: NewSource, *, by: str) -> str:
        """Add a source, with its full text if it has one, and return its uid.

        Every passage of the text can then be found, and the quotes that name this source get their place in
        it. A source that is there already (same address; without one same title, publisher and date) is
        completed; a text that differs from the one it had replaces it, the old one staying in the history.
        """
        uid = source_uid(
            url=source.url, title=source.title, publisher=source.publisher, published=source.published
        )
        if not (source.url or source.title):
            raise ArchiveError(
                "The source has neither an address nor a title: give one, so that it can be found again."
            )
        with self._recording(by) as recorder:
            enter_source(recorder, uid, self._source_columns(source, recorder))
        return uid

    @staticmethod
    def _source_columns(source: NewSource, recorder: Recorder) -> dict[str, Any]:
        text = source.text or None
        return {
            "title": source.title,
            "publisher": source.publisher,
            "earliest": source.published and source.published.earliest.isoformat(),
            "latest": source.published and source.published.latest.isoformat(),
            "url": source.url,
            "retrieved_at": source.retrieved_at,
            "language": source.language,
            "kind": source.kind,
            "speaker_id": recorder.registry.speaker(source.speaker) if source.speaker else None,
            "sha256": sha256(text.encode()).hexdigest() if text else None,
            "text": text,
        }

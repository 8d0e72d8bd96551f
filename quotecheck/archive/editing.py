"""Changes by hand: quotes withdrawn, speakers and sources corrected, two that are one joined.

Every change is one transaction and adds lines to the history, from which :mod:`quotecheck.archive.undoing`
can take it back.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from quotecheck.archive import people
from quotecheck.archive.entries import (
    SourceEntry,
    SpeakerEntry,
    join_speakers,
    note_source,
    number_of,
    write_source,
    write_speaker,
)
from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.recorder import Recorder
from quotecheck.archive.rows import interval
from quotecheck.archive.tags import united
from quotecheck.archive.writing import WritableArchive
from quotecheck.model import ArchivedQuote, QuoteStatus
from quotecheck.words import norms

__all__ = ["EditableArchive"]

_NEAR = 90.0
_OWN = ("id", "uid", "import_id", "source_start", "source_end", "before", "after")
_SOURCE_COLUMNS = ("title", "publisher", "earliest", "latest", "url", "language", "kind", "text")


class EditableArchive(WritableArchive):
    """An open archive whose entries can be corrected by hand; ``by`` says by whom. All raise ArchiveError."""

    def retract_quote(self, uid: str, *, by: str, reason: str) -> None:
        """Withdraw a quote: it stays, marked as retracted, and the history says why."""
        if not reason.strip():
            raise ArchiveError("Say why the quote is withdrawn: the reason stays in its history.")
        self.update_quote(uid, by=by, note=reason.strip(), status=QuoteStatus.RETRACTED)

    def last_revision(self) -> int:
        """Return the number of the newest line of the history, 0 while there is none."""
        with self._reading() as connection:
            return int(connection.execute("SELECT ifnull(max(id), 0) FROM revisions").fetchone()[0])

    # Speakers

    def speaker(self, uid: str) -> SpeakerEntry | None:
        """Return what the archive knows of a speaker."""
        with self._reading() as connection:
            row = connection.execute("SELECT id, notes FROM speakers WHERE uid = ?", (uid,)).fetchone()
            if row is None:
                return None
            known = people.speakers_by_ids(connection, [row[0]])[0]
            return SpeakerEntry(known.name, known.kind, known.aliases, known.roles, row[1])

    def speaker_uid(self, name: str) -> str | None:
        """Return the uid of the speaker who bears exactly this name, or as the only one this alias."""
        with self._reading() as connection:
            registry = Recorder(connection, self._index, by="nobody").registry
            return registry.uid_of_speaker(registry.known_speaker(name))

    def update_speaker(self, uid: str, entry: SpeakerEntry, *, by: str, note: str = "") -> None:
        """Replace what the archive knows of a speaker."""
        if not entry.name.strip():
            raise ArchiveError("The speaker has no name: say who it is.")
        with self._recording(by) as recorder:
            id_ = number_of(recorder, "speaker", uid)
            write_speaker(recorder, id_, uid, entry, note=note)

    def merge_speakers(self, kept: str, merged: str, *, by: str, note: str = "") -> int:
        """Make two speakers one: the quotes, names and roles of ``merged`` become those of ``kept``.

        Returns how many quotes have changed hands. Each of them keeps its uid.
        """
        with self._recording(by) as recorder:
            return join_speakers(recorder, kept, merged, note=note)

    # Sources

    def source(self, uid: str) -> SourceEntry | None:
        """Return what the archive knows of a source."""
        with self._reading() as connection:
            row = connection.execute(
                f"SELECT {', '.join(_SOURCE_COLUMNS)} FROM sources WHERE uid = ?", (uid,)
            ).fetchone()
        if row is None:
            return None
        title, publisher, earliest, latest, *rest = row
        said = interval(earliest, latest)
        return SourceEntry(title or "", publisher or "", said, *(value or "" for value in rest))

    def quotes_in(self, uid: str) -> list[tuple[int, int, str]]:
        """Return where quotes stand in the source's text: where they begin and end, and their uid."""
        with self._reading() as connection:
            return connection.execute(
                "SELECT source_start, source_end, quotes.uid FROM quotes"
                " JOIN sources ON sources.id = source_id WHERE sources.uid = ?"
                " AND source_start IS NOT NULL ORDER BY source_start",
                (uid,),
            ).fetchall()

    def update_source(self, uid: str, entry: SourceEntry, *, by: str, note: str = "") -> None:
        """Replace what the archive knows of a source; the quotes of a new text find their places in it."""
        with self._recording(by) as recorder:
            write_source(recorder, uid, entry, note=note)

    # Duplicates

    def duplicates_of(self, uid: str) -> list[ArchivedQuote]:
        """Return the other quotes of the same speaker with nearly the same words, the likest first."""
        quote = self.quote(uid)
        if quote is None:
            return []
        words = " ".join(norms(quote.text))
        others = [
            (fuzz.ratio(words, " ".join(norms(other.text)), score_cutoff=_NEAR), other)
            for other in self.candidates(quote.text)
            if other.uid != uid and other.speaker == quote.speaker and ":" not in other.uid
        ]
        return [other for score, other in sorted(others, key=lambda pair: -pair[0]) if score]

    def join_quotes(self, kept: str, doubled: str, *, by: str, note: str = "") -> None:
        """Make two records of one statement one: ``kept`` takes over what only ``doubled`` knew.

        What was verified of ``doubled`` stays in its history: it was the wording of that record.
        """
        if kept == doubled:
            raise ArchiveError("A quote cannot be joined with itself: choose another one.")
        with self._recording(by) as recorder:
            one, other = self._known(recorder, kept), self._known(recorder, doubled)
            told = {
                column: value
                for column, value in other.items()
                if one[column] in (None, "") and value not in (None, "") and column not in _OWN
            }
            if (tags := united(one["tags"], other["tags"])) != one["tags"]:
                told["tags"] = tags
            if other["source_id"] not in (None, {**one, **told}["source_id"]):
                note_source(recorder, one, other["source_id"])
            recorder.remove([other], note=note or f"the same statement as {kept}")
            if told:
                recorder.change(one, told, note=note or f"completed from {doubled}, the same statement")

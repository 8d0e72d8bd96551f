"""What the workers of the archive window do; nothing here knows a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotecheck.desktop.archive.choice import opened
from quotecheck.desktop.author import author
from quotecheck.desktop.widgets.folding import folded
from quotecheck.desktop.workers import Settled

if TYPE_CHECKING:
    from quotecheck.archive import Archive, Revision
    from quotecheck.archive.catalogue.facets import Listing, Query
    from quotecheck.archive.catalogue.shelf import Shelf, ShelvedQuote
    from quotecheck.archive.entries import SourceEntry, SpeakerEntry
    from quotecheck.archive.interface import SpeakerRecord
    from quotecheck.desktop.workers import Pulse
    from quotecheck.model import ArchivedQuote

__all__ = [
    "Done",
    "HeldShelf",
    "Known",
    "backing_up",
    "finding",
    "knowing",
    "looking_for_duplicates",
    "making_own",
    "naming",
    "noticing",
    "reading",
    "reading_text",
    "restoring",
    "reverting",
    "tags_with",
    "writing",
]


_AT_ONCE = 50


class HeldShelf:
    """The archives that one worker's thread has open; kept from question to question."""

    def __init__(self) -> None:
        self._shelf: Shelf | None = None

    def of(self, paths: Sequence[Path]) -> Shelf:
        """Return these archives, opened if need be. Raises ArchiveError."""
        if self._shelf is None or self._shelf.paths != list(paths):
            from quotecheck.archive.catalogue.shelf import Shelf

            self.close()
            self._shelf = Shelf.open(paths)
        return self._shelf

    def close(self) -> None:
        """Close what is open."""
        if self._shelf is not None:
            self._shelf.close()
        self._shelf = None


@dataclass(frozen=True, slots=True)
class Known:
    """All that is to be shown of one quote besides itself."""

    speaker: SpeakerEntry | None
    source: SourceEntry | None
    quotes_in_source: tuple[tuple[int, int, str], ...]
    history: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What a change came to, and the lines of history that are its own: behind ``after``, up to ``upto``."""

    result: Any
    after: int
    upto: int


def making_own(path: Path) -> Callable[[Pulse], Iterator[Path]]:
    """Return the job that makes the user's own archive if need be, and brings an older one up to date."""

    def work(_pulse: Pulse) -> Iterator[Path]:
        opened(path).close()
        yield path

    return work


def finding(query: Query, paths: Sequence[Path], held: HeldShelf) -> Callable[[Pulse], Iterator[Listing]]:
    """Return the job that finds quotes, some of them soon."""

    def work(pulse: Pulse) -> Iterator[Listing]:
        yield from held.of(paths).find(query, lambda: pulse(0))

    return work


def noticing(paths: Sequence[Path], held: HeldShelf) -> Callable[[Pulse], Iterator[bool]]:
    """Return the job that tells whether anybody has written to the archives since they were last asked."""

    def work(_pulse: Pulse) -> Iterator[bool]:
        yield held.of(paths).renew()

    return work


def reading(
    keys: Sequence[int], paths: Sequence[Path], held: HeldShelf
) -> Callable[[Pulse], Iterator[list[ShelvedQuote]]]:
    """Return the job that reads the quotes of a page."""

    def work(_pulse: Pulse) -> Iterator[list[ShelvedQuote]]:
        yield held.of(paths).quotes(keys)

    return work


def knowing(path: Path, shelved: ShelvedQuote) -> Callable[[Pulse], Iterator[Known]]:
    """Return the job that reads a quote's speaker, source and the history of all three."""

    def work(_pulse: Pulse) -> Iterator[Known]:
        from quotecheck.archive import Archive

        with Archive.open(path, read_only=True) as archive:
            source, speaker = shelved.source_uid, shelved.speaker_uid
            uids = (shelved.quote.uid, speaker, source)
            history = [revision for uid in uids if uid for revision in archive.history(uid)]
            yield Known(
                archive.speaker(speaker) if speaker else None,
                archive.source(source) if source else None,
                tuple(archive.quotes_in(source)) if source else (),
                tuple(sorted(history, key=lambda revision: revision.at, reverse=True)),
            )

    return work


def naming(typed: str, path: Path) -> Callable[[Pulse], Iterator[list[SpeakerRecord]]]:
    """Return the job that finds who in an archive may be meant by a name, or by the beginning of one."""

    def work(_pulse: Pulse) -> Iterator[list[SpeakerRecord]]:
        from quotecheck.archive import Archive

        with Archive.open(path, read_only=True) as archive:
            yield archive.offer_speakers(typed)

    return work


def tags_with(typed: str, path: Path) -> Callable[[Pulse], Iterator[list[str]]]:
    """Return the job that finds the tags of an archive in which something stands."""

    def work(_pulse: Pulse) -> Iterator[list[str]]:
        from quotecheck.archive import Archive

        with Archive.open(path, read_only=True) as archive:
            yield [tag for tag, _ in archive.tags() if folded(typed) in folded(tag)]

    return work


def writing(path: Path, do: Callable[[Archive, str], Any]) -> Callable[[Pulse], Iterator[Settled]]:
    """Return the job that changes an archive: ``do`` is given the archive and who it is that changes it."""

    def work(_pulse: Pulse) -> Iterator[Settled]:
        with opened(path) as archive:
            after = archive.last_revision()
            result = do(archive, author())
            yield Settled(Done(result, after, archive.last_revision()))

    return work


def reverting(path: Path, done: Done) -> Callable[[Pulse], Iterator[Settled]]:
    """Return the job that takes a change back."""

    def work(_pulse: Pulse) -> Iterator[Settled]:
        with opened(path) as archive:
            archive.revert(done.after, done.upto, by=author())
        yield Settled(None)

    return work


def looking_for_duplicates(
    keys: Sequence[int], paths: Sequence[Path], path: Path
) -> Callable[[Pulse], Iterator[list[tuple[ArchivedQuote, ArchivedQuote]]]]:
    """Return the job that yields pairs of quotes that seem to be one statement, as they are found."""

    def work(pulse: Pulse) -> Iterator[list[tuple[ArchivedQuote, ArchivedQuote]]]:
        from quotecheck.archive import Archive
        from quotecheck.archive.catalogue.shelf import Shelf

        seen: set[frozenset[str]] = set()
        with Shelf.open(paths) as shelf, Archive.open(path, read_only=True) as archive:
            for start in range(0, len(keys), _AT_ONCE):
                found = []
                for shelved in shelf.quotes([int(key) for key in keys[start : start + _AT_ONCE]]):
                    for other in archive.duplicates_of(shelved.quote.uid):
                        pair = frozenset((shelved.quote.uid, other.uid))
                        if pair not in seen:
                            seen.add(pair)
                            found.append((shelved.quote, other))
                if not pulse(min(start + _AT_ONCE, len(keys))):
                    return
                if found:
                    yield found

    return work


def reading_text(path: Path) -> Callable[[Pulse], Iterator[str]]:
    """Return the job that reads the text of a document."""

    def work(_pulse: Pulse) -> Iterator[str]:
        from quotecheck.reading import read_articles

        yield next(iter(read_articles(path))).text

    return work


def backing_up(path: Path, copy: Path) -> Callable[[Pulse], Iterator[Settled]]:
    """Return the job that writes a copy of an archive and makes sure that it is whole."""

    def work(pulse: Pulse) -> Iterator[Settled]:
        from quotecheck.archive.backups import back_up

        back_up(path, copy, progress=pulse)
        yield Settled(copy)

    return work


def restoring(path: Path, copy: Path) -> Callable[[Pulse], Iterator[Settled]]:
    """Return the job that puts a backup in an archive's place; yields where the present one is kept."""

    def work(pulse: Pulse) -> Iterator[Settled]:
        from quotecheck.archive.backups import restore

        yield Settled(restore(path, copy, progress=pulse))

    return work

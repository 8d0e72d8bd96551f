"""Looking through one archive or several at once: quotes found, counted, sorted, and read page by page."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np

from quotecheck.archive.bulk import AMONG
from quotecheck.archive.catalogue.columns import Catalogue, Ints, keys_of, place_of
from quotecheck.archive.catalogue.facets import Listing, Mask, Order, Query, all_of, counted, filters
from quotecheck.archive.catalogue.renewing import ReadTo, edited, renewed
from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.file import ArchiveFile
from quotecheck.archive.rows import QUOTES, stored
from quotecheck.archive.search import expression
from quotecheck.model import ArchivedQuote

__all__ = ["Shelf", "ShelvedQuote"]

_SOON_SECONDS = 0.04
_FIRST_ROWS = 200
_SHORTEST_BEGINNING = 3
_STEPS = 10_000

Goon = Callable[[], bool]
"""Says whether an answer is still wanted."""


class ShelvedQuote(NamedTuple):
    """A quote with its key and the number of the archive that it is in."""

    key: int
    archive: int
    source_uid: str | None
    speaker_uid: str | None
    quote: ArchivedQuote


class _StoppedError(Exception):
    """A question that nobody wants answered any more."""


class _Reader(ArchiveFile):
    """An archive that is only read; its connection can be asked to give up in the middle of an answer."""

    @property
    def connection(self) -> sqlite3.Connection:
        return self._connection


class Shelf:
    """Some archives, open for reading; one thread may use it, every thread opens its own."""

    def __init__(self, readers: Sequence[_Reader]) -> None:
        """Take over open archives; use :meth:`open` instead."""
        self._readers = list(readers)
        self._catalogue: Catalogue | None = None
        self._read_to = [ReadTo()] * len(self._readers)
        self._orders: dict[Order, Ints] = {}

    @classmethod
    def open(cls, paths: Sequence[Path]) -> Self:
        """Open these archives. Raises ArchiveError for the first that cannot be."""
        readers: list[_Reader] = []
        try:
            for path in paths:
                readers.append(_Reader.open(path, read_only=True))  # noqa: PERF401 - those open are closed again
        except ArchiveError:
            for reader in readers:
                reader.close()
            raise
        return cls(readers)

    def close(self) -> None:
        """Close all of them."""
        for reader in self._readers:
            reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def paths(self) -> list[Path]:
        """Where the archives are, in the order of their numbers."""
        return [reader.path for reader in self._readers]

    # Finding

    def find(self, query: Query, goon: Goon = lambda: True) -> Iterator[Listing]:
        """Find quotes; what takes long yields a first part of the list soon, and then the whole.

        When ``goon`` says no, the rest is not given.
        """
        with suppress(_StoppedError):
            whole = self._whole_soon(query, goon)
            if whole is None:
                yield self._first(query)
                whole = self._whole(query, goon)
            yield whole

    def _whole_soon(self, query: Query, goon: Goon) -> Listing | None:
        self.renew()
        if self._catalogue is None:
            return None
        end = time.perf_counter() + _SOON_SECONDS
        try:
            return self._whole(query, lambda: time.perf_counter() < end and goon())
        except _StoppedError:
            if goon():
                return None
            raise

    def renew(self) -> bool:
        """Take in what others have written to the archives since the last time; tell whether they have."""
        # The catalogue is dropped when bringing it up to date is no quicker than reading it anew.
        changed = [i for i, reader in enumerate(self._readers) if reader.is_changed()]
        for i in changed:
            if self._catalogue is None:
                break
            reader = self._readers[i]
            # What is written from here on is read twice rather than never.
            now, ids = ReadTo.now(reader.connection), edited(reader.connection, self._read_to[i])
            self._read_to[i] = now
            if ids != []:
                self._orders.clear()
                self._catalogue = renewed(self._catalogue, i, reader.connection, ids) if ids else None
        return bool(changed)

    def _whole(self, query: Query, goon: Goon) -> Listing:
        catalogue = self._read_catalogue(goon)
        found = self._found(query.words, goon)
        chosen = filters(catalogue, query)
        masks = [*chosen.values(), *([] if found is None else [found])]
        wanted = all_of(masks, catalogue.keys.size)
        order = self._order(query.order)
        keys = catalogue.keys[order[wanted[order]]]
        if query.is_descending:
            keys = keys[::-1]
        if not goon():
            raise _StoppedError
        return Listing(keys, is_whole=True, facets=counted(catalogue, found, chosen))

    def _first(self, query: Query) -> Listing:
        """Return some quotes with the words of the query, in any order; without words those added last."""
        keys = [
            keys_of(i, [row[0] for row in reader.connection.execute(*_some(query))])
            for i, reader in enumerate(self._readers)
        ]
        return Listing(np.concatenate(keys) if keys else np.zeros(0, dtype=np.int64), is_whole=False)

    def _read_catalogue(self, goon: Goon) -> Catalogue:
        if self._catalogue is None:
            self._read_to = [ReadTo.now(reader.connection) for reader in self._readers]
            with _interruptible(self._readers, goon):
                self._catalogue = Catalogue.of([reader.connection for reader in self._readers])
        return self._catalogue

    def _order(self, order: Order) -> Ints:
        if order not in self._orders:
            catalogue = self._read_catalogue(lambda: True)
            if order is Order.ADDED:
                places = np.arange(catalogue.keys.size)
            else:
                by = catalogue.days if order is Order.SAID else catalogue.speakers
                places = np.argsort(by, kind="stable")
            self._orders[order] = places
        return self._orders[order]

    def _found(self, words: str, goon: Goon) -> Mask | None:
        """Return which quotes have the words; None when no words are asked for."""
        asked = _finished(words)
        if not asked:
            return None
        catalogue = self._read_catalogue(goon)
        mask = np.zeros(catalogue.keys.size, dtype=np.bool_)
        with _interruptible(self._readers, goon):
            for i, reader in enumerate(self._readers):
                rows = reader.connection.execute(
                    "SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?", (asked,)
                )
                ids = np.fromiter((row[0] for row in rows), dtype=np.int64)
                mask[catalogue.places(keys_of(i, ids))] = True
        return mask

    # Reading

    def quotes(self, keys: Sequence[int]) -> list[ShelvedQuote]:
        """Return the quotes with these keys, in their order; one that has been deleted is left out."""
        found: dict[int, ShelvedQuote] = {}
        for i, reader in enumerate(self._readers):
            wanted = json.dumps([id_ for archive, id_ in map(place_of, keys) if archive == i])
            uids = {
                row[0]: row[1:]
                for row in reader.connection.execute(
                    "SELECT quotes.id, sources.uid, speakers.uid FROM quotes"
                    " LEFT JOIN sources ON sources.id = source_id"
                    " LEFT JOIN speakers ON speakers.id = quotes.speaker_id"
                    f" WHERE quotes.id {AMONG}",
                    (wanted,),
                )
            }
            for row in reader.connection.execute(f"{QUOTES} WHERE quotes.id {AMONG}", (wanted,)):
                key = int(keys_of(i, [row[0]])[0])
                source, speaker = uids[row[0]]
                found[key] = ShelvedQuote(key, i, source, speaker, stored(row).quote)
        return [found[key] for key in keys if key in found]

    def uids(self, keys: Sequence[int], archive: int = 0) -> tuple[str, ...]:
        """Return the uids of those quotes that are in one of the archives, by its number, in any order."""
        ids = [place[1] for place in map(place_of, keys) if place[0] == archive]
        rows = self._readers[archive].connection.execute(
            f"SELECT uid FROM quotes WHERE id {AMONG}", (json.dumps(ids),)
        )
        return tuple(row[0] for row in rows)


@contextmanager
def _interruptible(readers: Sequence[_Reader], goon: Goon) -> Iterator[None]:
    """Make long questions give up as soon as nobody wants their answer any more."""
    for reader in readers:
        reader.connection.set_progress_handler(lambda: not goon(), _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise _StoppedError from error
        raise
    finally:
        for reader in readers:
            reader.connection.set_progress_handler(None, 0)


def _finished(words: str) -> str:
    """Return the search for what is typed; a last word that has only begun waits for its third letter."""
    if words[-1:].isalnum():
        *before, last = words.split(" ")
        if len(last) < _SHORTEST_BEGINNING:
            return expression(" ".join([*before, ""]), is_begun=False)
    return expression(words, is_begun=words[-1:].isalnum())


def _some(query: Query) -> tuple[str, tuple[object, ...]]:
    asked = expression(query.words, is_begun=False)
    if not asked:
        return "SELECT id FROM quotes ORDER BY id DESC LIMIT ?", (_FIRST_ROWS,)
    return "SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ? LIMIT ?", (asked, _FIRST_ROWS)

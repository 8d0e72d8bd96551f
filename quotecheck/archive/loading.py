"""Loading a large file into an archive that is small beside it: new rows go in at once, indexes come last.

Which rows are new is told from their hashes in memory. The others, which repeat or correct what is there,
have to be looked up; they wait until that can be done.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.archive.bulk import indexed_at_the_end
from quotecheck.archive.entering import Entered, enter, enter_known
from quotecheck.archive.incoming.batches import Batch
from quotecheck.archive.index.hashing import Hashes
from quotecheck.archive.index.snapshot import places_in
from quotecheck.archive.recorder import Drafts, Recorder

__all__ = ["Told", "entered", "loaded"]

_MOST_WAITING = 20_000
_GROWTH = 2


class Told(NamedTuple):
    """What became of some rows: each with its line."""

    lines: list[int]
    entered: list[Entered]


class _Waiting(NamedTuple):
    lines: list[int]
    drafts: Drafts


class _Seen:
    """All values of a column, as hashes: what is not among them is new, what is may be."""

    def __init__(self, values: Sequence[str]) -> None:
        self._runs: list[Hashes] = []
        self.add(values)

    def add(self, values: Sequence[str | None]) -> NDArray[np.bool_]:
        """Add values, and tell which are certainly new; None always is."""
        is_new = np.array([value is None for value in values], dtype=np.bool_)
        keys = np.fromiter(map(hash, values), dtype=np.int64, count=len(values)).view(np.uint64)
        hashes, first = np.unique(keys[~is_new], return_index=True)
        if hashes.size:
            for run in self._runs:
                first[places_in(hashes, run)[0]] = -1
            is_new[np.flatnonzero(~is_new)[first[first >= 0]]] = True
            self._runs.append(hashes)
            self._merge()
        return is_new

    def _merge(self) -> None:
        while len(self._runs) > 1 and self._runs[-2].size <= _GROWTH * self._runs[-1].size:
            self._runs[-2:] = [np.sort(np.concatenate(self._runs[-2:]))]


class _Sorting:
    """Tells the rows that are new from those that must wait."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        known = connection.execute("SELECT uid, external_id FROM quotes").fetchall()
        self._uids, self._ids = (_Seen([row[i] for row in known if row[i] is not None]) for i in (0, 1))
        self.waiting: list[_Waiting] = []
        self.count = 0

    def new(self, lines: list[int], drafts: Drafts) -> Drafts:
        """Return those that are new."""
        is_new = self._uids.add(drafts.uids) & self._ids.add(drafts.columns["external_id"])
        waiting = np.flatnonzero(~is_new).tolist()
        if waiting:
            self.waiting.append(_Waiting([lines[i] for i in waiting], drafts.only(waiting)))
            self.count += len(waiting)
        return drafts.only(np.flatnonzero(is_new).tolist())


def entered(recorder: Recorder, batches: Iterable[Batch]) -> Iterator[Told]:
    """Enter rows in their order."""
    for batch in batches:
        yield Told(batch.lines, enter(recorder, batch.prepared) if batch.lines else [])


def loaded(recorder: Recorder, batches: Iterator[Batch]) -> Iterator[Told]:
    """Do as ``entered``, many times faster where nearly all rows are new and the archive is small."""
    with indexed_at_the_end(recorder.connection):
        sorting = _Sorting(recorder.connection)
        for batch in batches:
            new = sorting.new(batch.lines, recorder.drafts(batch.prepared))
            recorder.insert(new)
            yield Told([], [Entered(uid, "added") for uid in new.uids])
            if sorting.count > _MOST_WAITING:
                break
    for lines, drafts in sorting.waiting:
        yield Told(lines, [enter_known(recorder, drafts, i) for i in range(len(lines))])
    yield from entered(recorder, batches)

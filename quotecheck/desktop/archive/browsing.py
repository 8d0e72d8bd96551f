"""What is asked of the archives as somebody types, filters and scrolls, and where the answers go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from quotecheck.archive.catalogue.facets import Listing, Query
from quotecheck.archive.catalogue.shelf import ShelvedQuote
from quotecheck.desktop.archive import jobs
from quotecheck.desktop.archive.jobs import HeldShelf, Known
from quotecheck.desktop.archive.model import ArchiveModel
from quotecheck.desktop.archive.shelf import ArchiveShelf
from quotecheck.desktop.chores import Chores
from quotecheck.desktop.jobs import parsing_day
from quotecheck.desktop.lookups import Lookups
from quotecheck.desktop.workers import Job

__all__ = ["ArchiveBrowsing"]

_PAUSE = 15
"""Milliseconds after a keystroke: keys that come together are one question."""


class ArchiveBrowsing(QObject):
    """Holds the query; a newer question takes the place of one that has not been answered.

    Finding, reading and looking for duplicates have a worker each, so that no page waits for a search.
    """

    found = Signal(Listing)
    known = Signal(Known)
    changed_elsewhere = Signal()
    failed = Signal(str)
    crashed = Signal(str)

    def __init__(self, shelf: ArchiveShelf, model: ArchiveModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._model = shelf, model
        self.query = Query()
        self._finding, self._reading = Lookups(self, held=HeldShelf()), Lookups(self, held=HeldShelf())
        self._looking = Chores(self)
        self._on_pairs: Callable | None = None
        self._on_looked: Callable[[], None] = lambda: None
        self._looking.changed.connect(self._end_looking)
        self._looking.crashed.connect(self.crashed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.ask)
        model.page_wanted.connect(self._read)
        for lookups in (self._finding, self._reading):
            lookups.crashed.connect(self.crashed)

    def change(self, **changes: object) -> None:
        """Change the query and ask it soon."""
        self.query = replace(self.query, **changes)
        self._pause.start()

    def ask(self) -> None:
        """Ask the query now."""
        self._pause.stop()
        job = jobs.finding(self.query, self._shelf.paths, self._finding.held)
        self._finding.ask("quotes", job, self.found.emit, on_failure=self.failed.emit)

    def notice(self) -> None:
        """Ask whether another program has changed the archives; ``changed_elsewhere`` follows if one has."""

        def take(has_changed: bool) -> None:
            if has_changed:
                self.changed_elsewhere.emit()

        self._finding.ask("changes", jobs.noticing(self._shelf.paths, self._finding.held), take)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._pause.isActive() or self._finding.is_busy or self._reading.is_busy

    def _read(self, page: int, keys: list[int]) -> None:
        job = jobs.reading(keys, self._shelf.paths, self._reading.held)
        self._reading.ask(f"page {page}", job, lambda quotes: self._model.take_page(page, quotes))

    def ask_known(self, shelved: ShelvedQuote) -> None:
        """Ask what else is known of a quote; ``known`` follows."""
        job = jobs.knowing(self._shelf.paths[shelved.archive], shelved)
        self._reading.ask("known", job, self.known.emit, on_failure=self.failed.emit)

    def ask_speakers(self, typed: str, on_result: Callable) -> None:
        """Ask whom a name may mean in the archive that is changed."""
        self._reading.ask("speakers", jobs.naming(typed, self._shelf.active), on_result)

    def offer_speakers(self, typed: str, on_names: Callable[[list[str]], None]) -> None:
        """Ask what the speakers are called who may be meant by what has been typed."""
        job = jobs.naming(typed, self._shelf.active)
        self._reading.ask("names", job, lambda speakers: on_names([speaker.name for speaker in speakers]))

    def offer_tags(self, typed: str, on_names: Callable[[list[str]], None]) -> None:
        """Ask which tags of the archive that is changed have in them what has been typed."""
        self._reading.ask("tags", jobs.tags_with(typed, self._shelf.active), on_names)

    def ask_day(self, typed: str, on_result: Callable, on_failure: Callable[[str], None]) -> None:
        """Ask which days are meant by what was typed."""
        self._reading.ask("days", parsing_day(typed), on_result, on_failure=on_failure)

    def ask_duplicates(self, job: Job, on_pairs: Callable, on_end: Callable[[], None]) -> None:
        """Do a search for duplicates, beside everything else."""
        self.forget_duplicates()

        def take(pairs: object) -> None:
            # Pairs may be on their way when their dialog has been closed.
            if self._on_pairs is on_pairs:
                on_pairs(pairs)

        self._on_pairs, self._on_looked = on_pairs, on_end
        self._looking.do("", job, take, on_failure=self.failed.emit)

    def forget_duplicates(self) -> None:
        """Stop looking for duplicates."""
        self._on_pairs, self._on_looked = None, lambda: None
        self._looking.cancel()

    def _end_looking(self) -> None:
        if self._looking.current is None:
            self._on_looked()

    def stop(self) -> None:
        """End the workers' threads."""
        self._pause.stop()
        self._finding.stop()
        self._looking.cancel()
        self._looking.stop()
        self._reading.stop()

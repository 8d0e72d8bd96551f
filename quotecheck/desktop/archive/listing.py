"""What the archive window lists, and which of it is selected: from the query to the quote that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quotecheck.archive.catalogue.facets import Listing
from quotecheck.desktop.archive.facets import chosen_facets
from quotecheck.desktop.archive.jobs import Known

if TYPE_CHECKING:
    from quotecheck.desktop.archive.window import ArchiveWindow

__all__ = ["ArchiveListing"]


class ArchiveListing(QObject):
    """Keeps query, list and detail of a window together: each follows what is done in the others."""

    def __init__(self, window: ArchiveWindow) -> None:
        super().__init__(window)
        self._window = window
        self._wanted: int | None = None
        self._listen()

    def _listen(self) -> None:
        window, browsing = self._window, self._window.browsing
        window.bar.words.textChanged.connect(lambda words: browsing.change(words=words))
        window.bar.words.returnPressed.connect(self._enter)
        window.bar.order_chosen.connect(lambda by, down: browsing.change(order=by, is_descending=down))
        window.facets.chosen.connect(self._filter)
        window.chips.dropped.connect(lambda field: self._filter(field, None))
        browsing.found.connect(self._show_listing)
        browsing.known.connect(self._show_known)
        window.table.row_chosen.connect(self._choose)
        window.table.filters_cleared.connect(self.clear)
        window.table.model.dataChanged.connect(self._show_wanted)

    # What is listed

    def _filter(self, field: str, value: object) -> None:
        self._window.browsing.change(**{field: value})
        self._window.chips.show_query(self._window.browsing.query)

    def clear(self) -> None:
        """Show all quotes again."""
        browsing = self._window.browsing
        self._window.bar.words.clear()
        browsing.change(words="", **dict.fromkeys(chosen_facets(browsing.query)))
        self._window.chips.show_query(self._window.browsing.query)

    def _show_listing(self, listing: Listing) -> None:
        window, count, query = self._window, len(listing.keys), self._window.browsing.query
        names = tuple(window.shelf.name(path) for path in window.shelf.paths)
        window.table.show_keys(listing.keys, names)
        window.facets.show_facets(listing.facets, query)
        window.count.setText(
            self.tr("%Ln quotes", "", count)
            if listing.is_whole
            else self.tr("%Ln+ quotes, counting…", "", count)
        )
        if listing.is_whole and not count:
            window.table.explain(is_narrowed=bool(query.words or chosen_facets(query)))
        if window.detail.shelved:
            self._wanted = window.detail.shelved.key
            self._show_wanted()

    def _enter(self) -> None:
        table = self._window.table
        table.rows.setFocus()
        if not table.rows.currentIndex().isValid() and len(table.model.keys):
            table.rows.setCurrentIndex(table.model.index(0))

    # What is selected

    def _choose(self, row: int) -> None:
        table, detail = self._window.table, self._window.detail
        wanted, shelved = table.model.key(row), detail.shelved
        is_other = shelved is None or wanted != shelved.key
        if detail.is_edited and is_other and not self._window.may_discard():
            if shelved:
                table.choose(shelved.key)
            return
        self._wanted = wanted
        if wanted is None:
            detail.show_nothing()
        self._show_wanted()

    def _show_wanted(self) -> None:
        """Show the selected quote as soon as it has been read."""
        table, detail = self._window.table, self._window.detail
        row = table.place_of(self._wanted)
        shelved = table.model.shelved(row) if row is not None else None
        if shelved is None:
            return
        self._wanted = None
        if shelved != detail.shelved or detail.known is None:
            detail.show_quote(shelved)
            detail.setEnabled(shelved.archive == 0)
        self._window.browsing.ask_known(shelved)

    def _show_known(self, known: Known) -> None:
        detail = self._window.detail
        if detail.shelved and not detail.is_edited:
            detail.show_known(known)

"""The quotes of an archive as rows, a million of them if need be; only those that are looked at are read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from quotecheck.archive.catalogue.shelf import ShelvedQuote
from quotecheck.desktop import phrases

__all__ = ["PAGE", "ArchiveModel", "ArchiveRole"]

Index = QModelIndex | QPersistentModelIndex

PAGE = 100
"""Rows that are read at once."""

_KEPT_PAGES = 40
_NO_PARENT = QModelIndex()


class ArchiveRole(IntEnum):
    """What a row knows besides its words; nothing of it is known before the row has been read."""

    SHELVED = Qt.ItemDataRole.UserRole + 1
    ARCHIVE = Qt.ItemDataRole.UserRole + 2


class ArchiveModel(QAbstractListModel):
    """One row for each quote that was found; asks for the pages that are looked at and keeps the last."""

    page_wanted = Signal(int, list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: Sequence[int] = ()
        self._names: tuple[str, ...] = ()
        self._pages: OrderedDict[int, dict[int, ShelvedQuote]] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    def show_keys(self, keys: Sequence[int], archives: Sequence[str] = ()) -> None:
        """Show the quotes with these keys; ``archives`` are the names of where they may be."""
        self.beginResetModel()
        self._keys, self._names = keys, tuple(archives)
        self._pages.clear()
        self._wanted.clear()
        self.endResetModel()

    def take_page(self, page: int, quotes: Sequence[ShelvedQuote]) -> None:
        """Take in what was asked for."""
        first, last = page * PAGE, min((page + 1) * PAGE, len(self._keys)) - 1
        known = {quote.key: quote for quote in quotes}
        if last < first or not known.keys() & set(self._page_keys(page)):
            return
        self._pages[page] = known
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        self.dataChanged.emit(self.index(first), self.index(last))

    def forget(self, key: int) -> None:
        """Read a quote again, for it has changed."""
        for page, known in list(self._pages.items()):
            if key in known:
                del self._pages[page]
                self._want(page)

    def key(self, row: int) -> int | None:
        """Return the key of a row."""
        return int(self._keys[row]) if 0 <= row < len(self._keys) else None

    @property
    def keys(self) -> Sequence[int]:
        """The keys of all rows, in order."""
        return self._keys

    def shelved(self, row: int) -> ShelvedQuote | None:
        """Return a row's quote, None while it has not been read; it will be then."""
        page, key = row // PAGE, self.key(row)
        if key is None:
            return None
        known = self._pages.get(page)
        if known is None:
            self._want(page)
            return None
        self._pages.move_to_end(page)
        return known.get(key)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, *ArchiveRole):
            return None
        shelved = self.shelved(index.row())
        if role == ArchiveRole.SHELVED or shelved is None:
            return shelved
        if role == ArchiveRole.ARCHIVE:
            return self._names[shelved.archive] if len(self._names) > 1 else ""
        words = " ".join(shelved.quote.text.split())
        return words if role == Qt.ItemDataRole.DisplayRole else self._spoken(words, shelved)

    def _spoken(self, words: str, shelved: ShelvedQuote) -> str:
        quote = shelved.quote
        return self.tr("{words}. {speaker}, {said}, {status}.").format(
            words=words,
            speaker=quote.speaker or self.tr("speaker unknown"),
            said=phrases.days(quote.said) if quote.said else self.tr("no date"),
            status=phrases.status(quote.status),
        )

    def _page_keys(self, page: int) -> list[int]:
        return [int(key) for key in self._keys[page * PAGE : (page + 1) * PAGE]]

    def _want(self, page: int) -> None:
        if page not in self._wanted:
            self._wanted[page] = None
            self._asking.start()

    def _ask(self) -> None:
        # Whoever scrolls fast looks at many pages; the last ones are those that are still on view.
        wanted, self._wanted = list(self._wanted)[-4:], {}
        for page in reversed(wanted):
            self.page_wanted.emit(page, self._page_keys(page))

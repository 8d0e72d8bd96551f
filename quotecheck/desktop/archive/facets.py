"""How the quotes that were found are spread over status, tag, year and so on, to narrow them down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from quotecheck.archive.catalogue.facets import Count, Facets, Query
from quotecheck.desktop import phrases
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.folding import folded
from quotecheck.model import QuoteStatus

__all__ = ["FacetsPanel", "chosen_facets", "facet_words"]

_VALUE = Qt.ItemDataRole.UserRole
_FEW = 12
_FIELDS = {
    "status": "statuses",
    "tag": "tags",
    "year": "years",
    "speaker": "speakers",
    "publisher": "publishers",
}
"""The fields of a query that are chosen here, and the facet that counts each."""


def facet_words(field: str, value: str | int | QuoteStatus) -> str:
    """Return a value of a facet as it is called."""
    translate = phrases.translate
    if isinstance(value, QuoteStatus):
        return phrases.status(value)
    if field == "year":
        return str(value) if value else translate("facets", "no date")
    return str(value) or (
        translate("facets", "speaker unknown") if field == "speaker" else translate("facets", "no publisher")
    )


def chosen_facets(query: Query) -> dict[str, object]:
    """Return the values that a query asks for, by the field of each."""
    return {field: value for field in _FIELDS if (value := getattr(query, field)) is not None}


class FacetsPanel(QWidget):
    """A tree of facets; what is chosen in it changes the query."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facets, self._query = Facets(), Query()
        self._all: set[str] = set()
        self.narrow = QLineEdit()
        self.narrow.setPlaceholderText(self.tr("Narrow by name"))
        self.narrow.setAccessibleName(self.tr("Narrow the tags, speakers and publishers by name"))
        self.narrow.setClearButtonEnabled(True)
        self.narrow.textChanged.connect(self._fill)
        self.tree = QTreeWidget()
        self.tree.setObjectName("facets")
        self.tree.setAccessibleName(self.tr("Filters"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(2 * STEP)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemClicked.connect(self._take)
        self.tree.itemActivated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 3 * STEP, STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(self.narrow)
        column.addWidget(self.tree, 1)

    def show_facets(self, facets: Facets | None, query: Query) -> None:
        """Show these counts, and what is chosen; None while they are being counted."""
        self._query = query
        if facets is not None:
            self._facets = facets
            self._fill()
        self.tree.setEnabled(facets is not None)

    def _fill(self) -> None:
        place = self.tree.verticalScrollBar().value()
        self.tree.clear()
        titles = {
            "status": self.tr("Status"),
            "tag": self.tr("Tag"),
            "year": self.tr("Said in"),
            "speaker": self.tr("Speaker"),
            "publisher": self.tr("Publisher"),
        }
        for field, facet in _FIELDS.items():
            counts = self._shown(field, getattr(self._facets, facet))
            if counts:
                self._add(field, titles[field], counts)
        self.tree.verticalScrollBar().setValue(place)

    def _shown(self, field: str, counts: Sequence[Count]) -> list[Count]:
        typed = folded(self.narrow.text()).split()
        if not typed or field in ("status", "year"):
            return list(counts)
        return [count for count in counts if all(part in folded(str(count.value)) for part in typed)]

    def _add(self, field: str, title: str, counts: list[Count]) -> None:
        head = QTreeWidgetItem([title, ""])
        bold = QFont(self.tree.font())
        bold.setWeight(QFont.Weight.DemiBold)
        head.setFont(0, bold)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setSizeHint(0, QSize(0, self.fontMetrics().height() + 5 * STEP))
        head.setTextAlignment(0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.tree.addTopLevelItem(head)
        is_short = field not in self._all and len(counts) > _FEW + 3
        for value, quotes in counts[:_FEW] if is_short else counts:
            self._add_value(head, field, value, quotes)
        if is_short:
            more = QTreeWidgetItem([self.tr("%Ln more…", "", len(counts) - _FEW), ""])
            more.setData(0, _VALUE, (field, None))
            more.setForeground(0, self.palette().link())
            head.addChild(more)
        head.setExpanded(True)

    def _add_value(self, head: QTreeWidgetItem, field: str, value: object, quotes: int) -> None:
        words, count = facet_words(field, value), QLocale().toString(quotes)
        is_chosen = getattr(self._query, field) == value
        item = QTreeWidgetItem([f"✓ {words}" if is_chosen else words, count])
        item.setToolTip(0, words)
        item.setData(0, _VALUE, (field, (value,)))
        item.setData(
            0,
            Qt.ItemDataRole.AccessibleTextRole,
            self.tr("{words}, %Ln quotes", "", quotes).format(words=words),
        )
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, self.palette().placeholderText())
        head.addChild(item)
        if is_chosen:
            self.tree.setCurrentItem(item)

    def _take(self, item: QTreeWidgetItem) -> None:
        told = item.data(0, _VALUE)
        if not told:
            return
        field, value = told
        if value is None:
            self._all.add(field)
            self._fill()
            return
        is_chosen = getattr(self._query, field) == value[0]
        self.chosen.emit(field, None if is_chosen else value[0])

"""The quotations of a report as rows, and which of them a filter lets through; no widgets."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from quotecheck.decisions import Review, Standing
from quotecheck.desktop import phrases
from quotecheck.desktop.widgets.folding import folded
from quotecheck.model import Finding, Report, Wording
from quotecheck.reporting.palette import UNCHECKED, VERDICTS, VerdictStyle
from quotecheck.reporting.phrases import style_of_finding

__all__ = [
    "TO_DECIDE",
    "QuotationFilter",
    "QuotationModel",
    "Role",
    "Tally",
    "tally",
    "to_decide",
    "wants_decision",
]

Index = QModelIndex | QPersistentModelIndex

Tally = list[tuple[VerdictStyle, int]]

TO_DECIDE = "to_decide"
"""The key of the filter that lets through what wants a decision; those of verdicts are the table's."""

_NO_PARENT = QModelIndex()
_UNDECIDED = Standing()


class Role(IntEnum):
    """What a row knows besides its words."""

    NUMBER = Qt.ItemDataRole.UserRole + 1
    FINDING = Qt.ItemDataRole.UserRole + 2
    STYLE = Qt.ItemDataRole.UserRole + 3
    IS_WAITING = Qt.ItemDataRole.UserRole + 4
    STANDING = Qt.ItemDataRole.UserRole + 5


def wants_decision(finding: Finding, standing: Standing, *, asks_minor: bool = False) -> bool:
    """Tell whether a person has still to look: nothing is settled, and it is not simply the same words.

    With ``asks_minor`` differences that change nothing are to be looked at too.
    """
    if standing.is_settled:
        return False
    if asks_minor and finding.verdict and finding.verdict.wording is Wording.MINOR:
        return True
    return standing.has_changed or finding.verdict is None or finding.verdict.needs_attention


def to_decide(review: Review, *, asks_minor: bool = False) -> list[int]:
    """Return the numbers of the quotations that want a decision."""
    pairs = zip(review.report.speech, review.speech, strict=True)
    return [
        number
        for number, (finding, standing) in enumerate(pairs, 1)
        if wants_decision(finding, standing, asks_minor=asks_minor)
    ]


def tally(report: Report) -> Tally:
    """Return how many quotations have which verdict, in the order of the table, without the empty ones."""
    numbers = Counter(style_of_finding(finding).key for finding in report.speech)
    return [(style, numbers[style.key]) for style in (*VERDICTS.values(), UNCHECKED) if numbers[style.key]]


class QuotationModel(QAbstractListModel):
    """One row for each piece of speech, in text order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Finding, ...] = ()
        self._standings: tuple[Standing, ...] = ()
        self._is_waiting = False

    def show_report(self, report: Report, standings: tuple[Standing, ...] = ()) -> None:
        """Show the speech of ``report`` and what was decided on it.

        Rows whose words are the same are kept, not made anew.
        """
        rows = report.speech
        self._standings = standings or (_UNDECIDED,) * len(rows)
        if [row.quotation.text for row in rows] == [row.quotation.text for row in self._rows]:
            self._rows = rows
            self._announce()
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def set_waiting(self, is_waiting: bool) -> None:
        """Say whether verdicts are still to come for the rows without one."""
        if is_waiting != self._is_waiting:
            self._is_waiting = is_waiting
            self._announce()

    def _announce(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        finding, number = self._rows[index.row()], index.row() + 1
        standing = self._standings[index.row()]
        readers = {
            Qt.ItemDataRole.DisplayRole: lambda: " ".join(finding.quotation.text.split()),
            Qt.ItemDataRole.ToolTipRole: lambda: phrases.tip(finding, style_of_finding(finding)),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(number, finding, standing),
            Role.STANDING: lambda: standing,
            Role.NUMBER: lambda: number,
            Role.FINDING: lambda: finding,
            Role.STYLE: lambda: style_of_finding(finding),
            Role.IS_WAITING: lambda: self._is_waiting and finding.verdict is None,
        }
        reader = readers.get(role)
        return reader() if reader else None

    def _spoken(self, number: int, finding: Finding, standing: Standing) -> str:
        style = style_of_finding(finding)
        words = " ".join(finding.quotation.text.split())
        sentence = self.tr("Quotation {number}, {verdict}: {words}. {speaker}, {said}.").format(
            number=number,
            verdict=phrases.word(style),
            words=words,
            speaker=phrases.speaker(finding),
            said=phrases.said(finding.dating),
        )
        if standing.is_settled:
            sentence += " " + self.tr("Decided.")
        elif standing.has_changed:
            sentence += " " + self.tr("Changed since it was decided.")
        return sentence


class QuotationFilter(QSortFilterProxyModel):
    """Lets through the rows of one verdict, or that want a decision, or all; and of them those found.

    Found are those in whose words or speaker every searched word stands.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key: str | None = None
        self._words: list[str] = []
        self._asks_minor = False

    def ask_minor(self, is_wanted: bool) -> None:
        """Let minor differences want a decision too, or not."""
        self._asks_minor = is_wanted
        self.invalidate()

    @property
    def asks_minor(self) -> bool:
        """Whether minor differences want a decision too."""
        return self._asks_minor

    def show_verdict(self, key: str | None) -> None:
        """Let through the rows whose verdict has this key of the table, or TO_DECIDE; None for all."""
        self._key = key
        self.invalidate()

    @property
    def shows_undecided(self) -> bool:
        """Whether only what wants a decision is let through, whatever its words."""
        return self._key == TO_DECIDE and not self._words

    def search(self, text: str) -> None:
        """Let through the rows with all words of ``text``, whatever their case and accents."""
        self._words = folded(text).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        index = self.sourceModel().index(row, 0, parent)
        finding: Finding = index.data(Role.FINDING)
        if self._key == TO_DECIDE:
            if not wants_decision(finding, index.data(Role.STANDING), asks_minor=self._asks_minor):
                return False
        elif self._key and index.data(Role.STYLE).key != self._key:
            return False
        if not self._words:
            return True
        heap = folded(f"{finding.quotation.text} {phrases.speaker(finding)} {phrases.said(finding.dating)}")
        return all(word in heap for word in self._words)

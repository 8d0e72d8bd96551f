"""What is to be looked at, row by row: what each would do, and what a person has decided of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from quotecheck.desktop.sharing import phrases
from quotecheck.desktop.sharing.jobs import Taken
from quotecheck.desktop.widgets.folding import folded
from quotecheck.sharing import (
    Conflict,
    Decision,
    EntryPlan,
    Outcome,
    Proposal,
    Review,
    Rule,
    can_be_both,
    is_retraction,
)

__all__ = ["TO_DECIDE", "Kind", "ReviewModel", "ReviewRole", "Row"]

Index = QModelIndex | QPersistentModelIndex

TO_DECIDE = "to decide"
"""The key of the rows that want a decision."""

_NO_PARENT = QModelIndex()


class Kind(StrEnum):
    """What a row is about, in the order of the chips."""

    CONFLICT = "conflict"
    JOIN = "join"
    RETRACTED = "retracted"
    UPDATED = "updated"
    NEW = "new"
    IDENTICAL = "identical"


_KINDS = {
    Outcome.NEW: Kind.NEW,
    Outcome.UPDATED: Kind.UPDATED,
    Outcome.CONFLICTING: Kind.CONFLICT,
    Outcome.IDENTICAL: Kind.IDENTICAL,
    Outcome.GONE: Kind.IDENTICAL,
}


_PLACES = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with what becomes of it, or (then ``plan`` is None) two that may be one."""

    kind: Kind
    plan: EntryPlan | None = None
    proposal: Proposal | None = None

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """The fields that are in conflict, each with the uid of the entry."""
        found = self.plan.conflicts if self.plan else ()
        return tuple(dict.fromkeys((one.uid, one.field) for one in found))

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two that may be one."""
        return (self.proposal.mine, self.proposal.theirs) if self.proposal else None

    def conflict(self, field: str) -> Conflict:
        """Return the conflict of a field; the first, when more than two disagree."""
        return next(one for one in self.plan.conflicts if one.field == field)


class ReviewRole(IntEnum):
    """What a row knows besides its words."""

    ROW = Qt.ItemDataRole.UserRole + 1


def _kind(plan: EntryPlan) -> Kind:
    if plan.outcome is Outcome.UPDATED and is_retraction(plan):
        return Kind.RETRACTED
    return _KINDS[plan.outcome]


def _order(row: Row) -> tuple[int, str]:
    """Sort by kind, and quotes by the day on which they were said."""
    return _PLACES[row.kind], row.plan.fields.get("date", "") if row.plan else ""


class ReviewModel(QAbstractListModel):
    """The rows of a review, those that want a decision first; ``decided`` follows every decision."""

    decided = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review = Review((), (), {}, {})
        self.decisions: dict[tuple[str, str], Decision] = {}
        self.joins: dict[tuple[str, str], bool] = {}
        self._rows: list[Row] = []
        self._shown: Sequence[int] = ()
        self._words: list[str] | None = None
        self._key, self._typed = "", ""

    def show_review(self, review: Review) -> None:
        """Show all of a review; nothing of it is decided yet."""
        rows = [Row(_kind(plan), plan) for plan in review.plans]
        rows += [Row(Kind.JOIN, proposal=one) for one in review.proposals]
        self.beginResetModel()
        self.review, self._rows, self._words = review, sorted(rows, key=_order), None
        self.decisions, self.joins = {}, {}
        self._shown = self._found()
        self.endResetModel()
        self.decided.emit()

    def narrow(self, key: str, typed: str) -> None:
        """Show only rows of a kind, or those that want a decision (empty: all), with the typed words."""
        self.beginResetModel()
        self._key, self._typed = key, typed
        self._shown = self._found()
        self.endResetModel()

    def _found(self) -> Sequence[int]:
        typed = folded(self._typed).split()
        if self._key == TO_DECIDE:
            numbers: Iterable[int] = (i for i, row in enumerate(self._rows) if not self.is_decided(row))
        elif self._key:
            numbers = (i for i, row in enumerate(self._rows) if row.kind == self._key)
        else:
            numbers = range(len(self._rows))
        if not typed:
            return list(numbers) if self._key else numbers
        words = self._all_words()
        return [i for i in numbers if all(part in words[i] for part in typed)]

    def _all_words(self) -> list[str]:
        if self._words is None:
            self._words = [folded(f"{self.title(row)} {self.speaker(row)}") for row in self._rows]
        return self._words

    # What a row says

    def title(self, row: Row) -> str:
        """Return what an entry is called, or the two that may be one."""
        if row.plan is None:
            return phrases.proposal(row.proposal, self.review.names)
        return phrases.called(row.plan.fields) or phrases.called(row.plan.before)

    def speaker(self, row: Row) -> str:
        """Return who said it, empty for what nobody has said."""
        uid = (row.plan.fields.get("speaker") or row.plan.before.get("speaker")) if row.plan else None
        return self.review.names.get(uid, "") if uid else ""

    def row(self, number: int) -> Row | None:
        """Return a row that is shown."""
        return self._rows[self._shown[number]] if 0 <= number < len(self._shown) else None

    def tally(self) -> Counter[Kind]:
        """Return how many rows there are of each kind, shown or not."""
        return Counter(row.kind for row in self._rows)

    # Decisions

    def is_decided(self, row: Row) -> bool:
        """Tell whether nothing about a row is left to be decided."""
        if row.pair:
            return row.pair in self.joins
        return all(place in self.decisions for place in row.places)

    @property
    def decided_count(self) -> int:
        """How many fields and pairs are decided."""
        return len(self.decisions) + len(self.joins)

    def undecided(self) -> int:
        """Return how many fields and pairs are not decided."""
        return sum(
            len([place for place in row.places if place not in self.decisions])
            + (row.pair is not None and row.pair not in self.joins)
            for row in self._rows
        )

    def decide(self, rows: Iterable[Row], decision: Decision | None, field: str | None = None) -> int:
        """Decide the conflicts of rows, or of one field of them; None leaves them open again.

        Where both cannot stand, "both" decides nothing. Returns how many fields were decided.
        """
        places = [
            place
            for row in rows
            for place in row.places
            if field in (None, place[1]) and self._may(row, place[1], decision)
        ]
        for place in places:
            self.decisions.pop(place, None)
            if decision is not None:
                self.decisions[place] = decision
        self._tell()
        return len(places)

    @staticmethod
    def _may(row: Row, field: str, decision: Decision | None) -> bool:
        return decision is None or decision.rule is not Rule.BOTH or can_be_both(row.conflict(field))

    def join(self, rows: Iterable[Row], is_one: bool | None) -> int:
        """Decide whether pairs are one; None leaves them open again. Returns how many were decided.

        A newcomer can be one with one other only: the last choice counts.
        """
        pairs = [row.pair for row in rows if row.pair]
        for pair in pairs:
            others = [one for one, joined in self.joins.items() if joined and one[1] == pair[1]]
            for one in (pair, *(others if is_one else ())):
                self.joins.pop(one, None)
            if is_one is not None:
                self.joins[pair] = is_one
        self._tell()
        return len(pairs)

    def with_field(self, field: str) -> Iterator[Row]:
        """Yield all rows in which this field is in conflict."""
        yield from (row for row in self._rows if any(place[1] == field for place in row.places))

    def pairs(self) -> Iterator[Row]:
        """Yield all rows of two that may be one."""
        yield from (row for row in self._rows if row.pair)

    def next_undecided(self, after: int) -> int | None:
        """Return the next shown row that wants a decision, from the top again if need be."""
        count = len(self._shown)
        around = (*range(after + 1, count), *range(min(after + 1, count)))
        return next((i for i in around if not self.is_decided(self._rows[self._shown[i]])), None)

    def taken(self, rule: Rule = Rule.KEEP_OPEN) -> Taken:
        """Return all that was decided; ``rule`` is for conflicts of which nothing was said."""
        return Taken(dict(self.decisions), dict(self.joins), rule)

    def _tell(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.decided.emit()

    # The model itself

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ReviewRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (self.badge(row), self.title(row), self.note(row))
            return ". ".join(part for part in told if part)
        return None

    def badge(self, row: Row) -> str:
        """Return the kind of a row in a word, or what was decided."""
        if row.kind is Kind.JOIN:
            known = {True: self.tr("Join"), False: self.tr("Keep apart"), None: kind_words(Kind.JOIN)}
            return known[self.joins.get(row.pair)]
        if row.kind is Kind.CONFLICT:
            return self._decided_words(row)
        return kind_words(row.kind)

    def _decided_words(self, row: Row) -> str:
        made = {self.decisions.get(place) for place in row.places}
        if None in made:
            return kind_words(Kind.CONFLICT)
        if len(made) > 1:
            return self.tr("Decided")
        return decision_words(made.pop())

    def note(self, row: Row) -> str:
        """Return who said it and when, and which fields change or are in conflict."""
        if row.plan is None:
            about = self.review.about.get(row.proposal.theirs, {})
            parts = [phrases.entity(row.proposal.entity), about.get("publisher", ""), about.get("url", "")]
            return "  ·  ".join(part for part in parts if part)
        fields = row.plan.fields if "text" in row.plan.fields else row.plan.before
        said = fields.get("date") if row.plan.entity == "quote" else None
        parts = [self.speaker(row), phrases.value("date", said, {}), self._touched(row)]
        if row.plan.entity != "quote":
            parts.insert(0, phrases.entity(row.plan.entity))
        if row.plan.verified_by:
            names = ", ".join(row.plan.verified_by)
            parts.append(self.tr("verified by {name}").format(name=names))
        return "  ·  ".join(part for part in parts if part)

    @staticmethod
    def _touched(row: Row) -> str:
        if row.kind not in (Kind.CONFLICT, Kind.UPDATED):
            return ""
        fields = [place[1] for place in row.places] or list(row.plan.changes)
        return ", ".join(dict.fromkeys(map(phrases.field, fields)))


def kind_words(kind: Kind) -> str:
    """Return what a kind is called."""
    translate = phrases.translate
    return {
        Kind.CONFLICT: translate("sharing", "Conflict"),
        Kind.JOIN: translate("sharing", "To join"),
        Kind.RETRACTED: translate("sharing", "Taken back"),
        Kind.UPDATED: translate("sharing", "Updated"),
        Kind.NEW: translate("sharing", "New"),
        Kind.IDENTICAL: translate("sharing", "Identical"),
    }[kind]


def decision_words(decision: Decision) -> str:
    """Return what was decided, in a word."""
    translate = phrases.translate
    if decision.text is not None:
        return translate("sharing", "Edited")
    return {
        Rule.MINE: translate("sharing", "Mine"),
        Rule.THEIRS: translate("sharing", "Theirs"),
        Rule.BOTH: translate("sharing", "Both"),
        Rule.KEEP_OPEN: translate("sharing", "Open"),
    }[decision.rule]

"""The rows of a review with their filters, and beside them what the current one is about."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from quotecheck.desktop.sharing.kind_chips import KindChips
from quotecheck.desktop.sharing.review_delegate import ReviewDelegate
from quotecheck.desktop.sharing.review_detail import ReviewDetail
from quotecheck.desktop.sharing.review_model import TO_DECIDE, Kind, ReviewModel, Row
from quotecheck.desktop.sharing.work_dialog import explained
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.empty_state import EmptyState
from quotecheck.desktop.widgets.row_view import RowView
from quotecheck.sharing import Decision, Review, Rule

__all__ = ["ReviewPane"]

_PAUSE = 120
"""Milliseconds without a keystroke after which the rows are searched."""

_ROOMY = 18
"""Lines of text of the pane's height from which on the keys are told."""


class ReviewPane(QWidget):
    """Lets a person go through the rows by mouse or keyboard; ``changed`` follows every decision.

    ``said`` tells what a decision on several rows came to.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ReviewModel(self)
        self.chips, self.words = KindChips(), QLineEdit()
        self.words.setPlaceholderText(self.tr("Search"))
        self.words.setAccessibleName(self.tr("Search the rows"))
        self.words.setClearButtonEnabled(True)
        self.rows = RowView(self.model, self.tr("What would change"))
        self.rows.setItemDelegate(ReviewDelegate(self.rows))
        self.detail, self.empty = ReviewDetail(self.model), EmptyState()
        self.keys = explained(name="muted")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        left, layers = QWidget(), QWidget()
        self._layers = QStackedLayout(layers)
        self._layers.addWidget(self.rows)
        self._layers.addWidget(self.empty)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(2 * STEP)
        top = QHBoxLayout()
        top.addWidget(self.chips, 1)
        column.addWidget(self.words)
        column.addLayout(top)
        column.addWidget(layers, 1)
        column.addWidget(self.keys)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("splitter")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget, least in ((left, 260), (self.detail, 260)):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
        self.splitter.setSizes([560, 480])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        QWidget.setTabOrder(self.words, self.rows)

    def _listen(self) -> None:
        self.chips.chosen.connect(self._narrow)
        self.words.textChanged.connect(lambda _typed: self._pause.start())
        self._pause.timeout.connect(self._narrow)
        self.words.returnPressed.connect(self.enter)
        self.empty.acted.connect(self.show_all)
        self.rows.selectionModel().currentChanged.connect(self._show_current)
        self.model.decided.connect(self._show_decisions)
        self.detail.decided.connect(self._decide_field)
        self.detail.joined.connect(self._join)
        for keys, do in (
            ("M", lambda: self.decide(Decision(Rule.MINE))),
            ("T", lambda: self.decide(Decision(Rule.THEIRS))),
            ("B", lambda: self.decide(Decision(Rule.BOTH))),
            ("0", self.leave_open),
            ("Backspace", self.leave_open),
            ("E", self.edit),
            ("Y", lambda: self.join(is_one=True)),
            ("N", lambda: self.join(is_one=False)),
            ("U", self.go_on),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.rows, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(do)

    # What is shown

    def show_review(self, review: Review) -> None:
        """Show all of a review, its first row selected."""
        self.model.show_review(review)
        counts = self.model.tally()
        hints = []
        if counts[Kind.CONFLICT]:
            hints.append(self.tr("M mine · T theirs · B both · E edit · 0 open"))
        if counts[Kind.JOIN]:
            hints.append(self.tr("Y join · N keep apart"))
        if hints:
            hints.append(self.tr("U next to decide"))
        self.keys.setText("   ".join(hints))
        self._show_keys()
        self._show_rows()

    def _show_keys(self) -> None:
        """Show the keys where that leaves room for the rows."""
        has_room = self.height() >= _ROOMY * self.fontMetrics().height()
        self.keys.setVisible(bool(self.keys.text()) and has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_keys()

    def show_all(self) -> None:
        """Show all rows again."""
        self.words.clear()
        self.chips.chips[""].click()
        self._narrow()

    def enter(self) -> None:
        """Give the rows the keyboard."""
        self._pause.stop()
        self._narrow()
        self.rows.setFocus()

    def _narrow(self) -> None:
        row = self.detail.row
        self.model.narrow(self.chips.key, self.words.text())
        self._show_rows(row)

    def _show_rows(self, wanted: Row | None = None) -> None:
        count = self.model.rowCount()
        self._layers.setCurrentWidget(self.rows if count else self.empty)
        if not count:
            self._explain()
            self.detail.show_row(None)
            return
        at = next((i for i in range(min(count, 500)) if self.model.row(i) is wanted), 0)
        self.rows.go_to(at)
        self._show_current(self.rows.currentIndex())

    def _explain(self) -> None:
        if not self.model.tally():
            self.empty.say(self.tr("Nothing is open"), self.tr("Everything that was imported is decided."))
        elif self.chips.key == TO_DECIDE and not self.words.text():
            self.empty.say(self.tr("Everything is decided"), "", self.tr("Show all"))
        else:
            self.empty.say(self.tr("No row matches"), self.tr("Search for fewer words."), self.tr("Show all"))

    def _show_current(self, index: QModelIndex) -> None:
        self.detail.show_row(self.model.row(index.row()) if index.isValid() else None)

    def _show_decisions(self) -> None:
        self.chips.show_counts(self.model.tally(), self.model.undecided())
        if self.detail.row:
            self.detail.show_row(self.detail.row)
        self.changed.emit()

    # Decisions

    def _selected(self) -> list[Row]:
        found = (self.model.row(number) for number in self.rows.selected_rows)
        return [row for row in found if row]

    def decide(self, decision: Decision | None) -> None:
        """Decide all conflicts of the selected rows; of a single row, go on to the next undecided."""
        rows = self._selected()
        wanted = sum(len(row.places) for row in rows)
        made = self.model.decide(rows, decision)
        self._say_made(made, wanted)
        if made and len(rows) == 1 and decision:
            self.go_on()

    def join(self, *, is_one: bool | None) -> None:
        """Decide all selected pairs; of a single one, go on to the next undecided."""
        rows = [row for row in self._selected() if row.pair]
        made = self.model.join(rows, is_one)
        self._say_made(made, made)
        if made == 1 and is_one is not None:
            self.go_on()

    def leave_open(self) -> None:
        """Take back what was decided of the selected rows."""
        self.decide(None)
        self.join(is_one=None)

    def edit(self) -> None:
        """Let the value of the current row's first conflict be written, an undecided one before others."""
        choices = self.detail.choices
        undecided = [
            field for field, one in choices.items() if (one.conflict.uid, field) not in self.model.decisions
        ]
        for field in [*undecided, *choices][:1]:
            choices[field].begin_edit()
            self.detail.ensureWidgetVisible(choices[field].editor)

    def go_on(self) -> None:
        """Go to the next row that wants a decision."""
        following = self.model.next_undecided(self.rows.currentIndex().row())
        if following is not None:
            self.rows.go_to(following)

    def _decide_field(self, field: str, decision: Decision | None, everywhere: bool) -> None:
        rows = list(self.model.with_field(field)) if everywhere else [self.detail.row]
        made = self.model.decide(rows, decision, field)
        if everywhere:
            self._say_made(made, len(rows))
        elif decision and decision.text is not None:
            self.rows.setFocus()
            self.go_on()

    def accept_edit(self) -> bool:
        """Take what is being written, if something is; tell whether that was so."""
        writing = [choice for choice in self.detail.choices.values() if choice.field.hasFocus()]
        for choice in writing:
            choice.accept_edit()
        return bool(writing)

    def _join(self, is_one: bool | None, everywhere: bool) -> None:
        made = self.model.join(self.model.pairs() if everywhere else [self.detail.row], is_one)
        if everywhere:
            self._say_made(made, made)

    def _say_made(self, made: int, wanted: int) -> None:
        if wanted > made:
            words = self.tr("%Ln cannot be both: say mine or theirs.", "", wanted - made)
            self.said.emit(words)
        elif made > 1:
            self.said.emit(self.tr("%Ln decided alike.", "", made))

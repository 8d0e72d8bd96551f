"""What is known of one row of a review: what it says here and there, and what can be decided of it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from quotecheck.desktop.phrases import quoted
from quotecheck.desktop.sharing import phrases
from quotecheck.desktop.sharing.field_choice import FieldChoice, choice_button, valued
from quotecheck.desktop.sharing.review_model import Kind, ReviewModel, Row
from quotecheck.desktop.sharing.word_changes import changed_html
from quotecheck.desktop.sharing.work_dialog import explained
from quotecheck.desktop.theme import STEP, colour, serif, theme_now
from quotecheck.desktop.widgets.card import Card, selectable
from quotecheck.desktop.widgets.empty_state import EmptyState
from quotecheck.desktop.widgets.flow_layout import FlowLayout

__all__ = ["ReviewDetail"]


class ReviewDetail(QScrollArea):
    """Shows one row of the model; ``decided`` and ``joined`` say what was chosen, and whether for all alike.

    The first of ``decided`` is the field, the second a decision or None.
    """

    decided = Signal(str, object, bool)
    joined = Signal(object, bool)

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.row: Row | None = None
        self.choices: dict[str, FieldChoice] = {}
        self.answers: dict[bool | None, QPushButton] = {}
        self.setObjectName("detail")
        self.setAccessibleName(self.tr("What changes"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_row(None)

    def show_row(self, row: Row | None) -> None:
        """Show a row, or that there is none; of the row that is shown only what is decided is shown anew."""
        if row is not None and row is self.row:
            self._show_decisions()
            return
        self.row, self.choices, self.answers = row, {}, {}
        if before := self.takeWidget():
            before.deleteLater()
        if row is None:
            empty = EmptyState()
            empty.say(self.tr("Nothing is selected"), self.tr("Choose a row to see what would change."))
            self.setWidget(empty)
            return
        body = QWidget()
        body.setObjectName("detailBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        column.setSpacing(4 * STEP)
        self._add_head(column, row)
        if row.pair:
            self._add_pair(column, row)
        else:
            self._add_fields(column, row)
        column.addStretch(1)
        self.setWidget(body)
        self._show_decisions()

    def _show_decisions(self) -> None:
        model, row = self._model, self.row
        for field, choice in self.choices.items():
            choice.show_decision(model.decisions.get((row.plan.uid, field)))
        if self.answers:
            known = model.joins.get(row.pair)
            self.answers[known].setChecked(True)
            self.same.setVisible(known is not None and sum(1 for _ in model.pairs()) > 1)

    def _add_head(self, column: QVBoxLayout, row: Row) -> None:
        title = explained(self._model.title(row))
        if row.plan and row.plan.entity == "quote":
            title.setText(quoted(self._model.title(row)))
        title.setFont(serif(self.font().pointSizeF() * 1.2))
        title.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        title.setAccessibleName(title.text())
        column.addWidget(title)
        column.addWidget(explained(self._sentence(row), "muted"))

    def _sentence(self, row: Row) -> str:
        return {
            Kind.CONFLICT: self.tr("Changed here and there, without knowing of each other."),
            Kind.JOIN: self.tr("Under two names or links, perhaps one: nothing is joined unless you say so."),
            Kind.RETRACTED: self.tr("The others take it back; here it still stands."),
            Kind.UPDATED: self.tr("Changed only by the others."),
            Kind.NEW: self.tr("Not in this archive yet."),
            Kind.IDENTICAL: self.tr("The same as here: nothing changes."),
        }[row.kind]

    # Fields

    def _add_fields(self, column: QVBoxLayout, row: Row) -> None:
        names, plan = self._model.review.names, row.plan
        for place in row.places:
            alike = sum(1 for _ in self._model.with_field(place[1]))
            choice = FieldChoice(row.conflict(place[1]), names, self._model.decisions.get(place), alike=alike)
            field = place[1]
            choice.chosen.connect(lambda made, field=field: self.decided.emit(field, made, False))
            choice.everywhere.connect(lambda place=place: self._decide_everywhere(place))
            self.choices[field] = choice
            column.addWidget(choice)
        if row.kind in (Kind.NEW, Kind.IDENTICAL):
            column.addWidget(self._table(plan.fields))
        else:
            for field, (old, new) in plan.changes.items():
                column.addWidget(self._change(field, old, new))
        if plan.verified_by:
            words = self.tr("Newly vouched for by {name}.").format(name=", ".join(plan.verified_by))
            column.addWidget(explained(words))

    def _decide_everywhere(self, place: tuple[str, str]) -> None:
        self.decided.emit(place[1], self._model.decisions.get(place), True)

    def _change(self, field: str, old: str | None, new: str | None) -> Card:
        names = self._model.review.names
        card = Card(phrases.field(field))
        if old is None or new is None:
            before, after = valued(field, old, names), valued(field, new, names)
        else:
            before, after = (phrases.value(field, said, names) for said in (old, new))
        gone, come = changed_html(before, after, theme_now())
        muted = colour("muted", theme_now()).name()
        heads = (self.tr("here"), self.tr("there"))
        lines = [
            f'<span style="color:{muted}">{escape(head)}</span> {html}'
            for head, html in zip(heads, (gone, come), strict=True)
        ]
        card.show_words(phrases.field(field), "", "".join(lines))
        return card

    def _table(self, fields: Mapping[str, str]) -> QLabel:
        """Return what an entry says, a line for each field; its words are told already."""
        names, muted = self._model.review.names, colour("muted", theme_now()).name()
        rows = [
            f'<tr><td style="color:{muted}; padding-right:{3 * STEP}px">{escape(phrases.field(field))}</td>'
            f"<td>{escape(phrases.value(field, said, names))}</td></tr>"
            for field, said in fields.items()
            if field not in ("text", "name")
        ]
        table = selectable(QLabel(f"<table cellspacing=4>{''.join(rows)}</table>"))
        table.setAccessibleName(self.tr("What it says"))
        return table

    # Two that may be one

    def _add_pair(self, column: QVBoxLayout, row: Row) -> None:
        one, review = row.proposal, self._model.review
        for uid, head in ((one.mine, self.tr("Here")), (one.theirs, self.tr("From the others"))):
            about = review.about.get(uid, {})
            card = Card(head)
            lines = [
                f"{escape(phrases.field(field))}: {escape(phrases.value(field, said, review.names))}"
                for field, said in about.items()
                if field not in ("name", "text")
            ]
            card.show_words(head, "", escape(review.names.get(uid, uid)), "<br>".join(lines))
            column.addWidget(card)
        self.answers = {
            True: choice_button(self.tr("Join them"), self.tr("They are one; the one here is kept (Y)")),
            False: choice_button(self.tr("Keep apart"), self.tr("They are two: never ask again (N)")),
            None: choice_button(self.tr("Leave open"), self.tr("Decide it later (0)")),
        }
        holder = QWidget()
        flow, group = FlowLayout(holder), QButtonGroup(holder)
        for answer, button in self.answers.items():
            group.addButton(button)
            flow.addWidget(button)
            button.clicked.connect(lambda _checked=False, answer=answer: self.joined.emit(answer, False))
        count = sum(1 for _ in self._model.pairs())
        self.same = same = QPushButton(self.tr("The same for all %Ln pairs", "", count))
        same.setProperty("role", "link")
        same.setAutoDefault(False)
        same.clicked.connect(lambda: self.joined.emit(self._model.joins.get(row.pair), True))
        flow.addWidget(same)
        column.addWidget(holder)

"""One field that both sides have changed: what each says, and which of them is to stand."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop.sharing import phrases
from quotecheck.desktop.sharing.word_changes import changed_html
from quotecheck.desktop.sharing.work_dialog import explained, toned
from quotecheck.desktop.theme import STEP, theme_now
from quotecheck.desktop.widgets.card import Card
from quotecheck.desktop.widgets.flow_layout import FlowLayout
from quotecheck.sharing import Conflict, Decision, Rule, SharingError, can_be_both, edited

__all__ = ["FieldChoice", "choice_button", "valued"]

_SHORT = 48
"""Characters up to which two values stand side by side."""

_NOT_WRITTEN = ("speaker", "source", "deleted")
"""Fields of which the value is another entry, or none that can be written."""


def choice_button(text: str, tip: str) -> QPushButton:
    """Return a button that is one of several choices."""
    button = QPushButton(text)
    button.setProperty("role", "chip")
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setToolTip(tip)
    return button


def valued(name: str, said: str | None, names: Mapping[str, str]) -> str:
    """Return what a field says, and a word for nothing."""
    return phrases.value(name, said, names) or phrases.translate("sharing", "nothing")


class FieldChoice(QWidget):
    """Shows both values of a conflict; ``chosen`` says what is decided, None that it stays open.

    ``everywhere`` asks for the same in all rows where this field is in conflict.
    """

    chosen = Signal(object)
    everywhere = Signal()

    def __init__(
        self,
        conflict: Conflict,
        names: Mapping[str, str],
        decision: Decision | None,
        *,
        alike: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.conflict, self._names = conflict, names
        self._decision, self._alike = decision, alike
        self.mine, self.theirs = Card(self.tr("Mine")), Card(self.tr("Theirs"))
        self.buttons = {
            Rule.MINE: choice_button(self.tr("Mine"), self.tr("Keep what it says here (M)")),
            Rule.THEIRS: choice_button(self.tr("Theirs"), self.tr("Take what the others say (T)")),
            Rule.BOTH: choice_button(self.tr("Both"), self.tr("Keep both, beside each other (B)")),
            "edit": choice_button(self.tr("Edit…"), self.tr("Write what it is to say (E)")),
            Rule.KEEP_OPEN: choice_button(self.tr("Leave open"), self.tr("Decide it later (0)")),
        }
        self.same = QPushButton(self.tr("The same for all %Ln with this field", "", alike))
        self.same.setProperty("role", "link")
        self.same.setAutoDefault(False)
        self.same.clicked.connect(self.everywhere)
        self.field, self.problem = QPlainTextEdit(), explained()
        self.use, self.drop = QPushButton(self.tr("Use this")), QPushButton(self.tr("Cancel"))
        self.editor = self._editor()
        self._lay_out()
        self._show_values()
        self.show_decision(decision)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        head = QLabel(f"<b>{escape(phrases.field(self.conflict.field))}</b>")
        head.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(head)
        texts = [
            valued(self.conflict.field, one, self._names)
            for one in (self.conflict.mine, self.conflict.theirs)
        ]
        is_beside = max(map(len, texts)) <= _SHORT
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom)
        pair.setSpacing(2 * STEP)
        pair.addWidget(self.mine, 1)
        pair.addWidget(self.theirs, 1)
        column.addLayout(pair)
        base = valued(self.conflict.field, self.conflict.base, self._names)
        column.addWidget(explained(self.tr("Before either changed it: {value}").format(value=base), "muted"))
        row = QWidget()
        flow, group = FlowLayout(row), QButtonGroup(self)
        for key, button in self.buttons.items():
            group.addButton(button)
            flow.addWidget(button)
            button.clicked.connect(lambda _checked=False, key=key: self.choose(key))
        flow.addWidget(self.same)
        column.addWidget(row)
        column.addWidget(self.editor)
        self.buttons[Rule.BOTH].setEnabled(can_be_both(self.conflict))
        self.buttons["edit"].setEnabled(self.conflict.field not in _NOT_WRITTEN)

    def _editor(self) -> QWidget:
        editor = QWidget()
        column = QVBoxLayout(editor)
        column.setContentsMargins(0, 0, 0, 0)
        self.field.setAccessibleName(self.tr("What it is to say"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(5 * self.fontMetrics().lineSpacing())
        toned(self.problem, "problem")
        self.problem.hide()
        row = QHBoxLayout()
        for button in (self.use, self.drop):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.use.clicked.connect(self.accept_edit)
        self.use.setToolTip(self.tr("Take what is written (Ctrl+Enter)"))
        give_up = QShortcut(QKeySequence("Escape"), self.field, context=Qt.ShortcutContext.WidgetShortcut)
        give_up.activated.connect(self.drop.click)
        self.drop.clicked.connect(lambda: self.show_decision(self._decision))
        for widget in (self.field, self.problem):
            column.addWidget(widget)
        column.addLayout(row)
        editor.hide()
        return editor

    def _show_values(self) -> None:
        one = self.conflict
        texts = [valued(one.field, said, self._names) for said in (one.mine, one.theirs)]
        mine, theirs = changed_html(*texts, theme_now())
        self.mine.show_words(self.tr("Mine"), "", mine)
        self.theirs.show_words(self.tr("Theirs"), "", theirs)

    def show_decision(self, decision: Decision | None) -> None:
        """Show what is decided; None is nothing so far."""
        self._decision = decision
        is_written = decision is not None and decision.text is not None
        rule = decision.rule if decision else Rule.KEEP_OPEN
        self.buttons["edit" if is_written else rule].setChecked(True)
        self.editor.setVisible(is_written)
        self.problem.hide()
        if is_written:
            self.field.setPlainText(decision.text)
        self.same.setVisible(self._alike > 1 and decision is not None)

    def choose(self, key: str) -> None:
        """Decide by a button's key."""
        if key == "edit":
            self.begin_edit()
        else:
            self.chosen.emit(None if key == Rule.KEEP_OPEN else Decision(Rule(key)))

    def begin_edit(self) -> None:
        """Let the value be written, beginning with what it says here."""
        if not self.buttons["edit"].isEnabled():
            return
        if not self.field.toPlainText():
            self.field.setPlainText(self.conflict.mine or self.conflict.theirs or "")
        self.editor.show()
        self.field.setFocus()
        self.field.selectAll()

    def accept_edit(self) -> None:
        """Take what was written, unless it cannot stand in this field."""
        try:
            edited(self.conflict, self.field.toPlainText())
        except SharingError as error:
            self.problem.setText(str(error))
            self.problem.show()
            return
        self.chosen.emit(Decision(text=self.field.toPlainText().strip()))

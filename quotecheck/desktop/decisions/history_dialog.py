"""The dialog that shows everything that was decided on an article, and lets a decision be withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from quotecheck.decisions import Decision
from quotecheck.desktop import phrases
from quotecheck.desktop.decisions.phrases import decided, excerpt, who_and_when
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.line_list import LineList

__all__ = ["HistoryDialog"]

_EXCERPT = 200


class HistoryDialog(QDialog):
    """Lists decisions, the latest first, those whose words are gone before all others.

    What was withdrawn stands among them, fainter, and says who took it back and when.
    """

    withdrawal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All decisions"))
        self.resize(620, 420)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.list = LineList(self.windowTitle())
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_ready())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.withdraw = buttons.addButton(self.tr("Withdraw"), QDialogButtonBox.ButtonRole.ActionRole)
        self.withdraw.setToolTip(self.tr("Take the chosen decision back; this can be undone"))
        for button in buttons.buttons():
            # A desktop's icons are drawn for its own ground, not for ours.
            button.setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        self.withdraw.clicked.connect(self._withdraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for widget in (self.sentence, self.list, buttons):
            column.addWidget(widget)

    def show_decisions(self, decisions: Iterable[Decision], lost: Iterable[Decision]) -> None:
        """List these decisions; those of them that are ``lost`` say so."""
        gone = {decision.id for decision in lost}
        latest = list(decisions)[::-1]
        latest.sort(key=lambda decision: decision.id not in gone)
        row = self.list.currentRow()
        self.list.clear()
        for decision in latest:
            self._add(decision, is_lost=decision.id in gone)
        self.list.setCurrentRow(max(row, 0))
        if gone:
            words = self.tr(
                "The words that some of these decisions are about are not in the article any more. They are "
                "kept, and are in force again as soon as the words come back."
            )
        elif latest:
            words = self.tr("Everything that was decided on this article, the latest first.")
        else:
            words = self.tr("Nothing has been decided yet: choose a quotation and confirm or correct it.")
        self.sentence.setText(words)
        self._show_ready()

    def _add(self, decision: Decision, *, is_lost: bool) -> None:
        words = excerpt(decision.about.exact, _EXCERPT)
        line = f"{phrases.quoted(words)}\n{decided(decision.change)} – {who_and_when(decision)}"
        if is_lost:
            gone = self.tr("Its words are gone")
            line = f"▲ {gone} · {line}"
        if decision.withdrawal:
            line = f"{line}\n" + self.tr("Withdrawn: {who}").format(who=who_and_when(decision.withdrawal))
        is_withdrawn = decision.withdrawal is not None
        self.list.add(line, None if is_withdrawn else decision.id, is_faint=is_withdrawn)

    def _show_ready(self) -> None:
        self.withdraw.setEnabled(self.list.current is not None)

    def _withdraw(self) -> None:
        self.withdrawal_wanted.emit(self.list.current)

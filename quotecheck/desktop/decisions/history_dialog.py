"""The dialog that shows everything that was decided on an article, and lets a decision be withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from quotecheck.decisions import Decision
from quotecheck.desktop import phrases
from quotecheck.desktop.decisions.phrases import decided, excerpt, who_and_when
from quotecheck.desktop.theme import STEP, colour, theme_now

__all__ = ["HistoryDialog"]

_EXCERPT = 120
_ID = Qt.ItemDataRole.UserRole


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
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
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
        column.setContentsMargins(5 * STEP, 5 * STEP, 5 * STEP, 4 * STEP)
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
        item = QListWidgetItem(line)
        item.setData(_ID, None if decision.withdrawal else decision.id)
        if decision.withdrawal:
            item.setForeground(colour("muted", theme_now()))
        self.list.addItem(item)

    def _show_ready(self) -> None:
        item = self.list.currentItem()
        self.withdraw.setEnabled(item is not None and item.data(_ID) is not None)

    def _withdraw(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.withdrawal_wanted.emit(item.data(_ID))

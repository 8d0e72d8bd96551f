"""The window for what imports have left open: conflicts, and pairs that may be one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from quotecheck.desktop.sharing import jobs
from quotecheck.desktop.sharing.review_pane import ReviewPane
from quotecheck.desktop.sharing.work_dialog import WorkDialog
from quotecheck.sharing import Review

__all__ = ["ConflictsDialog"]


class ConflictsDialog(WorkDialog):
    """Nothing is written before it is applied; ``decided`` follows that."""

    decided = Signal()

    def __init__(self, archive: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Conflicts to decide"), parent)
        self.resize(1080, 680)
        self._archive = archive
        self.pane = ReviewPane()
        self.apply = QPushButton(self.tr("Apply"))
        self.apply.setProperty("role", "primary")
        self.apply.setAutoDefault(False)
        self.apply.setToolTip(self.tr("Write what you have decided into the archive (Ctrl+Enter)"))
        self.body.addWidget(self.pane, 1)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.apply)
        self.pane.changed.connect(self.show_ready)
        self.pane.said.connect(self.say)
        self.apply.clicked.connect(self._apply)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._commit)
        self._read()

    def _read(self) -> None:
        self.work(self.tr("Looking for what is open…"), jobs.reviewing_open(self._archive), self._show_review)

    def _show_review(self, review: Review) -> None:
        self.pane.show_review(review)
        if review.plans or review.proposals:
            self.focus_later(self.pane.rows)
        self.say("")

    def show_ready(self) -> None:
        model = self.pane.model
        self.pane.setEnabled(not self.is_working)
        self.apply.setEnabled(not self.is_working and model.decided_count > 0)

    def _commit(self) -> None:
        if not self.pane.accept_edit():
            self.apply.click()

    def may_close(self) -> bool:
        return self.may_forget(self.pane.model.decided_count)

    def _apply(self) -> None:
        job = jobs.deciding(self._archive, self.pane.model.taken())
        self.work(self.tr("Applying your decisions…"), job, lambda _nothing: self._end())

    def _end(self) -> None:
        self.decided.emit()
        self._read()

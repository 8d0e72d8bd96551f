"""A dialog whose work is done by a worker: it says what is done, how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from quotecheck.archive.undoing import Undone
from quotecheck.desktop.chores import Chores
from quotecheck.desktop.theme import STEP, serif
from quotecheck.desktop.widgets.question import ask
from quotecheck.desktop.workers import Job, Pulse

__all__ = ["WorkDialog", "explained", "toned"]


def explained(text: str = "", name: str = "") -> QLabel:
    """Return a label of plain text that wraps; ``name`` is for the style sheet."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def toned(widget: QWidget, tone: str) -> None:
    """Give a widget a tone of the style sheet: good, warning, problem, or none."""
    widget.setProperty("tone", tone)
    widget.style().polish(widget)


class _Counted(QObject):
    """Sentences with a number: of a base class Qt fills it in before it has looked for the plural."""

    def undone(self, undone: Undone) -> str:
        parts = [self.tr("%Ln quotes taken out", "", undone.removed)]
        if undone.changed_back:
            parts.append(self.tr("%Ln changed back", "", undone.changed_back))
        if undone.kept:
            parts.append(self.tr("%Ln kept, for somebody has worked on them since", "", undone.kept))
        return self.tr("✓ Undone: {counts}.").format(counts=", ".join(parts))

    def unwritten(self, decisions: int) -> str:
        return self.tr("%Ln decisions are not written into the archive yet.", "", decisions)


class WorkDialog(QDialog):
    """Has a heading, room for its own widgets (``body``), the state of the work, and buttons below.

    While something is done the cancelling button stops it; else it closes the dialog.
    """

    crashed = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.chores = Chores(self)
        self.heading, self.state = explained(title), explained(name="muted")
        self.heading.setFont(serif(self.font().pointSizeF() * 1.35))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton()
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.body, self.buttons = QVBoxLayout(), QHBoxLayout()
        self.body.setSpacing(3 * STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.heading)
        column.addLayout(self.body, 1)
        column.addWidget(self.state)
        column.addWidget(self.progress)
        column.addLayout(self.buttons)
        self.is_stopping, self._working_words = False, ""
        self._focus: QWidget | None = None
        self._take: Callable[[], None] | None = None
        self.chores.changed.connect(self.show_work)
        self.chores.failed.connect(self.say_problem)
        self.chores.crashed.connect(self._say_crashed)
        self.say("")
        self.progress.hide()

    @property
    def is_working(self) -> bool:
        """Whether something is being done."""
        return self.chores.current is not None

    def work(self, what: str, job: Job, on_result: Callable[[Any], None]) -> None:
        """Have a worker do ``job``, called ``what``; a failure is said.

        Stopped too late, when all was done already, its result counts.
        """

        def kept(pulse: Pulse) -> Iterator[Any]:
            for result in job(pulse):
                self._take = lambda result=result: on_result(result)
                yield result

        self.is_stopping, self._take = False, None
        self.chores.do(what, kept, on_result)

    def say(self, sentence: str, *, tone: str = "") -> None:
        """Say how things are."""
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))
        toned(self.state, tone)

    def say_problem(self, sentence: str) -> None:
        """Say what could not be done, and the way out."""
        self.say(sentence, tone="problem")

    def show_ready(self) -> None:
        """Enable what can be done now; called when work begins and ends."""

    def show_stopped(self) -> None:
        """Say what has become of work that was stopped."""
        self.say(self.tr("Stopped: nothing has changed."))

    def undone_words(self, undone: Undone) -> str:
        """Return what came of undoing an import, of a bundle or a file."""
        return _Counted().undone(undone)

    def closing_words(self) -> str:
        """Return what the cancelling button is called while nothing is done."""
        return self.tr("Close")

    def show_work(self) -> None:
        """Show what is being done, and what can be done now."""
        current = self.chores.current
        self.progress.setVisible(current is not None)
        if current is not None:
            self._working_words = self.tr("Stopping…") if self.is_stopping else current
            self.say(self._working_words)
        elif self.is_stopping:
            self.is_stopping = False
            (self._take or self.show_stopped)()
        elif self.state.text() == self._working_words:
            self.say("")
        self.cancel.setText(self.closing_words() if current is None else self.tr("Stop"))
        self.show_ready()
        if current is None and self._focus:
            self._focus.setFocus()
            self._focus = None

    def make_room(self) -> None:
        """Grow until nothing is squeezed: what is said can need more lines than it did at first."""
        # Only then does the layout know which of its rows are hidden now.
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        needed = self.layout().totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def focus_later(self, widget: QWidget) -> None:
        """Give a widget the keyboard as soon as the work is done; before, it may be disabled."""
        self._focus = widget

    def _say_crashed(self, details: str) -> None:
        self.say_problem(self.tr("An unexpected error: nothing has changed."))
        self.crashed.emit(details)

    def reject(self) -> None:
        if self.is_working:
            self.is_stopping = True
            self.chores.cancel()
            self.show_work()
            return
        if self.may_close():
            super().reject()

    def may_close(self) -> bool:
        """Tell whether the dialog may be closed; asks where something would be lost."""
        return True

    def may_forget(self, decisions: int) -> bool:
        """Ask whether decisions that are written nowhere may be forgotten; none need no question."""
        if not decisions:
            return True
        answer = ask(
            self,
            _Counted().unwritten(decisions),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            usual=QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard

    def done(self, result: int) -> None:
        self.chores.stop()
        super().done(result)

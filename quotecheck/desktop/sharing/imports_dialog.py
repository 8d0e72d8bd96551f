"""The history of imports: when, from whom, how much, and undone again where that is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedLayout, QWidget

from quotecheck.desktop.sharing import jobs, phrases
from quotecheck.desktop.sharing.work_dialog import WorkDialog, explained
from quotecheck.desktop.widgets.empty_state import EmptyState
from quotecheck.desktop.widgets.line_list import LineList
from quotecheck.sharing import Import

__all__ = ["ImportsDialog"]


class ImportsDialog(WorkDialog):
    """Lists all imports, the latest first; ``undone`` follows the undoing of one."""

    undone = Signal()

    def __init__(self, archive: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Imports"), parent)
        self.resize(680, 520)
        self._archive = archive
        self.list, self.why = LineList(self.tr("Imports, the latest first")), explained(name="muted")
        self.undo = QPushButton(self.tr("Undo this import"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._undo)
        self.empty = EmptyState()
        self.empty.say(
            self.tr("Nothing was imported yet"),
            self.tr("Open a bundle that somebody gave you, or import a file of quotes."),
        )
        holder = QWidget()
        self._layers = QStackedLayout(holder)
        self._layers.addWidget(self.list)
        self._layers.addWidget(self.empty)
        self.body.addWidget(holder, 1)
        self.body.addWidget(self.why)
        self.buttons.addWidget(self.undo)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.list.currentItemChanged.connect(lambda _now, _before: self.show_ready())
        self._read()

    def _read(self, words: str = "") -> None:
        """List the imports, and then say ``words``."""

        def take(found: list[Import]) -> None:
            self._show_imports(found)
            self.say(words, tone="good" if words else "")

        self.work(self.tr("Reading…"), jobs.listing_imports(self._archive), take)

    def _show_imports(self, found: list[Import]) -> None:
        place = max(self.list.currentRow(), 0)
        self.list.clear()
        for one in found:
            self.list.add(self._words(one), one, is_faint=one.undone_at is not None)
        self._layers.setCurrentWidget(self.list if found else self.empty)
        self.list.setCurrentRow(min(place, len(found) - 1))
        self.focus_later(self.list)

    def _words(self, one: Import) -> str:
        if one.kind == "file":
            of = self.tr("a file of quotes")
        elif one.signer:
            of = self.tr("signed by {name}").format(name=one.signer)
        else:
            of = self.tr("unsigned")
        counts = [
            self.tr("%Ln new", "", one.new),
            self.tr("%Ln updated", "", one.updated),
            self.tr("%Ln identical", "", one.identical),
        ]
        lines = [f"{one.file} – {of}", f"{phrases.moment(one.at)} – {', '.join(counts)}"]
        if one.undone_at:
            lines.append("✕ " + self.tr("undone {moment}").format(moment=phrases.moment(one.undone_at)))
        return "\n".join(lines)

    @property
    def current(self) -> Import | None:
        """The import that is selected."""
        return self.list.current

    def show_ready(self) -> None:
        one = self.current
        self.list.setEnabled(not self.is_working)
        self.undo.setVisible(one is not None)
        self.undo.setEnabled(not self.is_working and one is not None and one.undone_at is None)
        if one is None:
            self.why.setText("")
        elif one.undone_at:
            words = self.tr("It was undone {moment} and cannot be undone again: open the file once more.")
            self.why.setText(words.format(moment=phrases.moment(one.undone_at)))
        else:
            self.why.setText(self.tr("Undoing keeps what somebody here has worked on since."))
        self.why.setVisible(one is not None)

    def _undo(self) -> None:
        one = self.current
        job = jobs.taking_back(self._archive, one.id, kind=one.kind)
        self.work(self.tr("Undoing the import…"), job, self._show_undone)

    def _show_undone(self, result) -> None:
        self.undone.emit()
        self._read(self.undone_words(result))

"""The archive's own window: facets, quotes, and what is known of the one that is selected."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop.archive.bar import ArchiveBar, FilterChips
from quotecheck.desktop.archive.browsing import ArchiveBrowsing
from quotecheck.desktop.archive.detail import ArchiveDetail
from quotecheck.desktop.archive.doing import ArchiveDoing
from quotecheck.desktop.archive.edits import ArchiveEdits, UndoActions
from quotecheck.desktop.archive.facets import FacetsPanel
from quotecheck.desktop.archive.listing import ArchiveListing
from quotecheck.desktop.archive.shelf import ArchiveShelf
from quotecheck.desktop.archive.table import ArchiveTable
from quotecheck.desktop.chores import Chores
from quotecheck.desktop.problem_dialog import show_problem
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.sharing.archive_sharing import ArchiveSharing
from quotecheck.desktop.status_bar import StatusBar
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.asking_window import AskingWindow
from quotecheck.desktop.widgets.banner import Banner
from quotecheck.desktop.widgets.question import ask
from quotecheck.files import BUNDLE_SUFFIX

__all__ = ["ArchiveWindow"]


class ArchiveWindow(AskingWindow):
    """Browses some archives and changes one of them; ``archive_changed`` follows every change."""

    archive_changed = Signal()

    def __init__(
        self, settings: Settings, active: Path, others: list[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMinimumSize(760, 480)
        self.setAcceptDrops(True)
        self.settings = settings
        self.shelf = ArchiveShelf(active, others, self)
        self.table, self.facets = ArchiveTable(), FacetsPanel()
        self.browsing = ArchiveBrowsing(self.shelf, self.table.model, self)
        self.chores = Chores(self)
        self.edits = ArchiveEdits(self.chores, QUndoStack(self), self)
        self.detail = ArchiveDetail(
            self.browsing.ask_day, self.browsing.offer_speakers, self.browsing.offer_tags
        )
        self.banner, self.status, self.chips, self.count = Banner(), StatusBar(), FilterChips(), QLabel()
        self.doing = ArchiveDoing(self)
        self.sharing = ArchiveSharing(self, self.shelf, self.table)
        self.bar = ArchiveBar(self._actions())
        self.listing = ArchiveListing(self)
        self._lay_out()
        self._listen()
        self._restore_layout()
        self._show_title()
        self.doing.begin()

    def _actions(self) -> list[QAction]:
        def action(name: str, text: str, keys: str, do, tip: str = "") -> QAction:
            made = QAction(text, self)
            made.setObjectName(name)
            made.setShortcut(QKeySequence(keys))
            shown = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            made.setToolTip(f"{tip or text} ({shown})" if keys else tip or text)
            made.triggered.connect(do)
            self.addAction(made)
            return made

        add = action("add", self.tr("Add…"), "Ctrl+N", self.detail.begin_new, self.tr("Add a quote"))
        bring = action(
            "import",
            self.tr("Import…"),
            "Ctrl+I",
            self.doing.ask_import,
            self.tr("Import quotes from a file"),
        )
        doubles = action(
            "duplicates", self.tr("Duplicates"), "Ctrl+D", self.doing.look_for_duplicates,
            self.tr("Look for duplicates among the quotes that are listed"),
        )  # fmt: skip
        share = QAction(self.tr("Share"), self)
        share.setObjectName("share")
        share.setMenu(self.sharing.menu)
        share.setToolTip(self.tr("Give quotes to others, take theirs in, and what comes of it"))
        archives = QAction(self.tr("Archives"), self)
        archives.setObjectName("archives")
        archives.setMenu(self.shelf.menu)
        archives.setToolTip(self.tr("Which archives are searched and changed; backups"))
        action("find", self.tr("Search"), "Ctrl+F", self._begin_search)
        action(
            "clear",
            self.tr("Clear the search and all filters"),
            "Ctrl+Backspace",
            self.table.filters_cleared,
        )
        action("close", self.tr("Close"), "Ctrl+W", self.close)
        action("save", self.tr("Save"), "Ctrl+S", self._save)
        self.undo = action("undo", self.tr("Undo"), "Ctrl+Z", self.edits.stack.undo)
        self.redo = action("redo", self.tr("Redo"), "Ctrl+Shift+Z", self.edits.stack.redo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        UndoActions(self.undo, self.redo, self.edits)
        return [add, bring, doubles, self.undo, share, archives]

    def _lay_out(self) -> None:
        self.count.setObjectName("muted")
        self.count.setContentsMargins(4 * STEP, 2 * STEP, 4 * STEP, 2 * STEP)
        middle = QWidget()
        middle.setObjectName("upper")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        counts = QHBoxLayout()
        counts.setContentsMargins(0, 0, 4 * STEP, 0)
        counts.addWidget(self.count, 1)
        counts.addWidget(self.sharing.waiting)
        column.addWidget(self.chips)
        column.addLayout(counts)
        column.addWidget(self.table, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("splitter")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget, least in ((self.facets, 150), (middle, 260), (self.detail, 300)):
            widget.setMinimumWidth(least)
            self.splitter.addWidget(widget)
        self.splitter.setSizes([230, 640, 420])
        self.splitter.setStretchFactor(1, 1)
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for widget in (self.bar, self.banner):
            outer.addWidget(widget)
        outer.addWidget(self.splitter, 1)
        outer.addWidget(self.status)
        self.setCentralWidget(whole)
        self.bar.words.setFocus()

    def _listen(self) -> None:
        browsing, detail = self.browsing, self.detail
        browsing.failed.connect(self.show_problem)
        browsing.changed_elsewhere.connect(self._refresh)
        browsing.crashed.connect(self.show_crash)
        detail.change_wanted.connect(self.doing.change)
        detail.new_wanted.connect(detail.begin_new)
        detail.duplicates_wanted.connect(self.doing.look_for_duplicates_of_one)
        detail.merge_wanted.connect(self.doing.ask_merge)
        detail.text_wanted.connect(self.doing.ask_text)
        self.shelf.changed.connect(self._show_shelf)
        self.shelf.backup_wanted.connect(self.doing.ask_backup)
        self.shelf.restore_wanted.connect(self.doing.ask_restore)
        self.edits.changed.connect(self._refresh)
        self.sharing.changed.connect(self._refresh_whole)
        self.edits.failed.connect(self.show_problem)
        self.chores.changed.connect(self._show_work)
        self.chores.failed.connect(self.show_problem)
        self.chores.crashed.connect(self.show_crash)
        self.status.cancel_clicked.connect(self.chores.cancel)
        self.status.archive_clicked.connect(self.bar.buttons["archives"].showMenu)

    # What is asked for

    def _begin_search(self) -> None:
        self.bar.words.setFocus()
        self.bar.words.selectAll()

    def _save(self) -> None:
        form = self.detail.tabs.currentWidget()
        if hasattr(form, "save") and form.save.isEnabled():
            form.saved.emit()

    def _refresh_whole(self) -> None:
        """Show the archive after a merge or its undoing, which the window itself cannot undo."""
        self.edits.stack.clear()
        self._refresh()

    def show_archive(self) -> None:
        """Show what the active archive holds, and what is to be decided in it."""
        self.browsing.ask()
        self.sharing.count_open()

    def _refresh(self) -> None:
        """Show what the archive holds after a change."""
        shelved = self.detail.shelved
        if shelved:
            self.table.model.forget(shelved.key)
            self.detail.known = None
        self.show_archive()
        self.archive_changed.emit()

    # The window itself

    def _show_shelf(self) -> None:
        self._show_title()
        self.detail.show_nothing()
        self.edits.stack.clear()
        self.shelf.keep(self.settings)
        self.doing.begin()

    def _show_title(self) -> None:
        name = self.shelf.name(self.shelf.active)
        self.setWindowTitle(self.tr("{name} – Archive – QuoteCheck").format(name=name))
        others = len(self.shelf.paths) - 1
        words = self.tr("{name} and %Ln more", "", others) if others else "{name}"
        self.status.archive.setText(words.format(name=name))
        self.status.archive.setToolTip("\n".join(map(str, self.shelf.paths)))

    def _show_work(self) -> None:
        if self.chores.current:
            self.status.show_work(self.chores.current)
        else:
            self.status.show_idle()

    def show_problem(self, sentence: str) -> None:
        """Say what could not be done, and what to do about it."""
        self.banner.say(sentence, is_problem=True)

    def show_crash(self, details: str) -> None:
        """Show an unexpected error without stopping anything."""
        show_problem(details, self)

    def _restore_layout(self) -> None:
        self.resize(1290, 820)
        for name, restore in (("archive", self.restoreGeometry), ("shelves", self.splitter.restoreState)):
            saved = self.settings.layout(name)
            if saved:
                restore(saved)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if path.suffix.casefold() == BUNDLE_SUFFIX:
            self.sharing.take_in(path)
        else:
            self.doing.import_file(path)
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Who comes back from another program may have changed the archive there.
        if (
            event.type() == QEvent.Type.ActivationChange
            and self.isActiveWindow()
            and not self.browsing.is_busy
        ):
            self.browsing.notice()

    def may_close(self) -> bool:
        return not self.detail.is_edited or self.may_discard()

    def end(self) -> None:
        self.settings.keep_layout("archive", self.saveGeometry())
        self.settings.keep_layout("shelves", self.splitter.saveState())
        self.hide()
        self.browsing.stop()
        self.sharing.stop()
        self.chores.stop()

    def may_discard(self) -> bool:
        """Ask whether what has been typed may be lost."""
        answer = ask(
            self,
            self.tr("What you have typed is not saved."),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            usual=QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard

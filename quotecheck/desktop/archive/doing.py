"""What the archive window does when it is asked to: change, merge, look for duplicates, import, back up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from quotecheck.desktop.archive import jobs
from quotecheck.desktop.archive.dialogs import DuplicatesDialog, MergeDialog

if TYPE_CHECKING:
    from quotecheck.desktop.archive.window import ArchiveWindow

__all__ = ["ArchiveDoing"]


class ArchiveDoing(QObject):
    """Carries out what the user asked the archive window for."""

    def __init__(self, window: ArchiveWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog = None

    def begin(self) -> None:
        """Make sure of the archive that is changed, then list what there is."""
        window = self._window
        job = jobs.making_own(window.shelf.active)
        window.chores.do(self.tr("Opening the archive…"), job, lambda _path: window.show_archive())

    def change(self, what: str, do) -> None:
        """Change the active archive; the change can be undone."""
        self._window.edits.make(what, self._window.shelf.active, do, self._end_change)

    def _end_change(self, _result: object) -> None:
        detail = self._window.detail
        if detail.shelved is None:
            detail.show_nothing()

    # Two that are one

    def ask_merge(self) -> None:
        """Ask with whom the speaker that is shown is to be merged."""
        detail = self._window.detail
        dialog = MergeDialog(detail.known.speaker.name, self._window.browsing.ask_speakers, self._window)
        dialog.merged.connect(detail.merge_with)
        self._open(dialog)

    def look_for_duplicates(self) -> None:
        """Look for duplicates among the quotes that are listed."""
        self._look(list(self._window.table.model.keys))

    def look_for_duplicates_of_one(self) -> None:
        """Look for duplicates of the quote that is shown."""
        shelved = self._window.detail.shelved
        if shelved:
            self._look([shelved.key])

    def _look(self, keys: list[int]) -> None:
        window = self._window
        dialog = DuplicatesDialog(window)
        dialog.joined.connect(self._join)
        self._open(dialog)
        job = jobs.looking_for_duplicates(keys, [window.shelf.active], window.shelf.active)
        window.browsing.ask_duplicates(job, dialog.take_pairs, dialog.end_looking)
        dialog.finished.connect(window.browsing.forget_duplicates)

    def _join(self, kept: str, doubled: str) -> None:
        self.change(
            self.tr("Joining two records"),
            lambda archive, by: archive.join_quotes(kept, doubled, by=by),
        )

    def _open(self, dialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Files

    def ask_text(self) -> None:
        """Ask for the file with the full text of the source that is shown."""
        window = self._window
        name, _ = QFileDialog.getOpenFileName(
            window, self.tr("The source’s text"), "", self.tr("All files (*)")
        )
        if name:
            path = Path(name)
            what = self.tr("Reading {name}…").format(name=path.name)
            window.chores.do(what, jobs.reading_text(path), window.detail.source.take_text)

    def ask_import(self) -> None:
        """Ask which file to import, and show how it is understood."""
        kinds = self.tr("Quotes (*.csv *.tsv *.xlsx *.json *.jsonl *.txt *.gz);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import quotes"), "", kinds)
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Show how a file is understood, before it is imported."""
        from quotecheck.desktop.archive.import_assistant import ImportAssistant

        window = self._window
        dialog = ImportAssistant(path, window.shelf.active, window)
        dialog.imported.connect(window.edits.changed)
        dialog.crashed.connect(window.show_crash)
        self._open(dialog)

    def ask_backup(self) -> None:
        """Ask where a copy of the archive is to be written."""
        window, active = self._window, self._window.shelf.active
        offered = str(active.with_name(f"{active.stem}-backup.db"))
        name, _ = QFileDialog.getSaveFileName(
            window, self.tr("Back up the archive"), offered, self.tr("Archives (*.db)")
        )
        if name:
            job = jobs.backing_up(active, Path(name))
            counted = self.tr("{what} {done} MB")
            window.chores.do(self.tr("Backing up…"), job, self._say_backed_up, counted=counted)

    def _say_backed_up(self, copy: Path) -> None:
        self._window.banner.say(self.tr("The backup {name} is written and checked.").format(name=copy.name))

    def ask_restore(self) -> None:
        """Ask which backup is to be put in the archive's place."""
        window = self._window
        name, _ = QFileDialog.getOpenFileName(
            window,
            self.tr("Restore a backup"),
            "",
            self.tr("Archives (*.db *.sqlite *.sqlite3);;All files (*)"),
        )
        if name:
            job = jobs.restoring(window.shelf.active, Path(name))
            counted = self.tr("{what} {done} MB")
            window.chores.do(self.tr("Restoring…"), job, self._say_restored, counted=counted)

    def _say_restored(self, kept: Path) -> None:
        window = self._window
        window.edits.stack.clear()
        window.detail.show_nothing()
        words = self.tr("The backup is in place; what was there before is kept as {name}.")
        window.banner.say(words.format(name=kept.name), stays=True)
        window.edits.changed.emit()

"""The check as a document: saved, opened again, changed since, kept safe while it is not saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from quotecheck.decisions import Changed
from quotecheck.decisions import document as files
from quotecheck.decisions.document import SUFFIX, Document
from quotecheck.desktop import messages
from quotecheck.desktop.autosave import Autosave, Leftover, leftovers
from quotecheck.desktop.changes_dialog import ChangesDialog
from quotecheck.desktop.decisions.phrases import excerpt
from quotecheck.desktop.file_names import proposed_path
from quotecheck.desktop.jobs import Facts, Opened
from quotecheck.desktop.widgets.question import ask
from quotecheck.errors import QuoteCheckError
from quotecheck.model import ArchiveIdentity, Report
from quotecheck.reporting.phrases import program_name

if TYPE_CHECKING:
    from quotecheck.desktop.main_window import MainWindow

__all__ = ["Documents"]

_AUTOSAVE = 3_000
"""Milliseconds after a change at which it is kept safe."""

_MOST_RECENT = 12


class Documents(QObject):
    """Knows the file of what is on the desk and whether it was changed since it was saved."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.path: Path | None = None
        self._saved_facts = Facts()
        self._is_recovered = False
        self._opened_archive: ArchiveIdentity | None = None
        self._opened_program: str | None = None
        self.dialog: ChangesDialog | None = None
        self._autosave = Autosave(self)
        self._timer = QTimer(self, singleShot=True, interval=_AUTOSAVE)
        self._timer.timeout.connect(self._keep_safe)
        self._connect()

    def _connect(self) -> None:
        actions = self._window.actions_by_name
        actions["save"].triggered.connect(self.save)
        actions["save_as"].triggered.connect(self.save_as)
        actions.recent.aboutToShow.connect(self._fill_recent)
        self._session.log.stack.cleanChanged.connect(self._note_change)
        self._session.loaded.connect(self._begin)
        self._session.log.changed.connect(self._note_change)
        self._session.facts_corrected.connect(self._note_change)
        self._window.article.view.text_edited.connect(self._note_change)

    # What is on the desk

    @property
    def is_modified(self) -> bool:
        """Whether anything was changed since the article came onto the desk or was saved."""
        return (
            self._is_recovered
            or not self._session.log.stack.isClean()
            or self._session.facts != self._saved_facts
            or self._window.article.view.document().isModified()
        )

    def _begin(self, opened: Opened) -> None:
        self.path = opened.path
        self._is_recovered = opened.is_recovered
        self._opened_archive = opened.found.archive if opened.found else None
        self._opened_program = opened.program
        self._settle()
        if opened.path and not opened.is_recovered:
            self._remember(opened.path)

    def may_leave(self, *, is_closing: bool = False) -> bool:
        """Ask what shall become of unsaved work, if there is any; False when it shall stay on the desk.

        A mere text that gives way to another is kept at hand by the desk, so that needs no question.
        """
        has_work = self.path is not None or bool(self._session.log.decisions) or is_closing
        if not (self.is_modified and has_work and self._window.article.view.text().strip()):
            return True
        answer = self._ask()
        if answer == QMessageBox.StandardButton.Save:
            return self.save()
        return answer == QMessageBox.StandardButton.Discard

    def leave(self) -> None:
        """Forget what was kept safe of this window: it was saved, or is not wanted."""
        self._timer.stop()
        # A stack that is destroyed says that it is clean, to whoever is still there to hear it.
        self._session.log.stack.cleanChanged.disconnect(self._note_change)
        self._autosave.end()

    def _ask(self) -> QMessageBox.StandardButton:
        title = self._session.report.article.title
        name = self.path.name if self.path else excerpt(title or "")
        named = self.tr("Save the changes to “{name}”?").format(name=name)
        return ask(
            self._window,
            named if name else self.tr("Save the changes to this check?"),
            QMessageBox.StandardButton.Save
            | QMessageBox.StandardButton.Discard
            | QMessageBox.StandardButton.Cancel,
            usual=QMessageBox.StandardButton.Save,
            more=self.tr("Without saving, what was changed and decided since is lost."),
            title="QuoteCheck",
        )

    # Saving

    def save(self) -> bool:
        """Save to the document's file, asking for one if it has none; tell whether it is saved."""
        return self._write(self.path) if self.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it; tell whether it is saved."""
        called = self._session.report.article.title or ""
        proposal = str(self.path or proposed_path(called, SUFFIX, otherwise=self.tr("Check")))
        title, kinds = self.tr("Save the check"), self.tr("Checks (*.qcheck)")
        name, _ = QFileDialog.getSaveFileName(self._window, title, proposal, kinds)
        if not name:
            return False
        return self._write(Path(name) if Path(name).suffix else Path(f"{name}{SUFFIX}"))

    def _write(self, path: Path) -> bool:
        try:
            files.write(self.document(), path, at=_now())
        except QuoteCheckError as error:
            self._window.show_problem(messages.problem(error))
            return False
        self.path, self._is_recovered = path, False
        self._remember(path)
        self._settle()
        return True

    def document(self) -> Document:
        """Return what is on the desk as a document."""
        session, text = self._session, self._window.article.view.text()
        found = session.found
        if found.article.text != text:
            found = Report(replace(found.article, text=text))
        facts = session.facts
        return Document(
            found,
            session.log.record,
            facts.title,
            facts.published,
            str(self.path) if self.path else None,
            program=program_name(),
        )

    def _settle(self) -> None:
        """Take what is on the desk for saved."""
        self._saved_facts = self._session.facts
        self._session.log.stack.setClean()
        self._window.article.view.document().setModified(False)
        self._note_change()

    # Keeping safe

    def _note_change(self, _is_clean: bool = True) -> None:
        if self.is_modified:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()
            self._autosave.drop()
        self.changed.emit()

    def _keep_safe(self) -> None:
        if self.is_modified and self._window.article.view.text().strip():
            self._autosave.keep(replace(self.document(), saved_at=_now()))

    def offer_leftovers(self) -> None:
        """Offer the newest of what earlier windows could not save, if there is any."""
        found = leftovers()
        if found:
            newest, others = found[-1], len(found) - 1
            self._window.commands.name_leftover(newest.path, lambda title: self._offer(newest, title, others))

    def _offer(self, leftover: Leftover, title: str, others: int) -> None:
        if title:
            words = self.tr("“{title}” ({when}) was not saved before QuoteCheck ended.")
        else:
            words = self.tr("Work from {when} was not saved before QuoteCheck ended.")
        told = [words.format(title=title, when=leftover.in_words())]
        if others:
            told.append(self.tr("There is more: a new window offers it."))
        self._window.banner.say(
            " ".join(told), action=(self.tr("Bring it back"), lambda: self._recover(leftover)), stays=True
        )

    def _recover(self, leftover: Leftover) -> None:
        self._window.commands.open_leftover(leftover.path, lambda: self._autosave.adopt(leftover))

    # What has changed since

    def say_changes(self, changes: list[Changed]) -> None:
        """Say that a new check of a saved article finds something otherwise than the saved one."""
        reason = self._reason()
        told = self.tr("Findings that have changed since this check was saved: {count}.")
        self._window.banner.say(
            f"{told.format(count=len(changes))} {reason}".strip(),
            action=(self.tr("Show them"), lambda: self._show_changes(changes, reason)),
            stays=True,
        )

    def _reason(self) -> str:
        """Return why a check of the same words may come out otherwise."""
        archive, program = self._session.report.archive, self._opened_program
        if self._opened_archive != archive:
            return self.tr("The archive is another one, or has changed.")
        if program and program != program_name():
            return self.tr("It was made by another version, {program}.").format(program=program)
        return ""

    def _show_changes(self, changes: list[Changed], reason: str) -> None:
        self.dialog = ChangesDialog(changes, reason, self._window)
        self.dialog.quotation_chosen.connect(self._session.select)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    # Recent files

    def _remember(self, path: Path) -> None:
        settings = self._window.settings
        path = path.absolute()
        settings.recent = [path, *(other for other in settings.recent if other != path)][:_MOST_RECENT]

    def _fill_recent(self) -> None:
        menu = self._window.actions_by_name.recent
        menu.clear()
        for path in self._window.settings.recent:
            action = menu.addAction(path.name)
            action.setToolTip(QDir.toNativeSeparators(str(path)))
            action.triggered.connect(lambda _checked=False, path=path: self._window.commands.open_file(path))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing yet")).setEnabled(False)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)

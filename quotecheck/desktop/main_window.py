"""The window: puts the panels side by side and lets each hear what happened in the others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from quotecheck.desktop import phrases
from quotecheck.desktop.actions import Actions
from quotecheck.desktop.archive.choice import OWN_ARCHIVE
from quotecheck.desktop.article.extents import Extents
from quotecheck.desktop.article.pane import ArticlePane
from quotecheck.desktop.chores import Chores
from quotecheck.desktop.commands import Commands
from quotecheck.desktop.decisions.deciding import Deciding
from quotecheck.desktop.documents import Documents
from quotecheck.desktop.finding_anything import FindingAnything
from quotecheck.desktop.findings.pane import FindingsPane
from quotecheck.desktop.jobs import Opened
from quotecheck.desktop.preferences import Preferences
from quotecheck.desktop.problem_dialog import show_problem
from quotecheck.desktop.session import Session
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.status_bar import StatusBar
from quotecheck.desktop.theme import Appearance
from quotecheck.desktop.toolbar import Toolbar
from quotecheck.desktop.widgets.asking_window import AskingWindow
from quotecheck.desktop.widgets.banner import Banner
from quotecheck.model import Report

__all__ = ["MainWindow"]

_ON_SELECTED = (
    "confirm", "other_match", "speaker", "said", "verdict", "note", "no_quotation",
    "start_back", "start_on", "end_back", "end_on",
)  # fmt: skip
"""The actions that need a selected quotation."""


class MainWindow(AskingWindow):
    """One article on the desk.

    ``window_wanted`` asks for another window with the file of a path, or with none.
    """

    window_wanted = Signal(object)
    quit_wanted = Signal()
    settings_changed = Signal()

    def __init__(self, appearance: Appearance, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("QuoteCheck")
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        self.settings, self.appearance = settings, appearance
        self.session, self.chores = Session(self), Chores(self)
        self.session.begin_with(settings.archive)
        self.actions_by_name = Actions(self)
        self.toolbar = Toolbar(self.actions_by_name)
        self.banner, self.status = Banner(), StatusBar()
        self.article, self.findings = ArticlePane(), FindingsPane(self.actions_by_name)
        self.commands, self.deciding = Commands(self), Deciding(self)
        self.extents = Extents(self)
        self.documents, self.finding = Documents(self), FindingAnything(self)
        self._is_unread = False
        self._lay_out()
        self._listen_to_panels()
        self._listen_to_work()
        self._restore_layout()
        self.preferences = Preferences(self)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("splitter")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.article)
        self.splitter.addWidget(self.findings)
        self.splitter.setSizes([820, 620])
        self.splitter.setStretchFactor(0, 4)
        self.splitter.setStretchFactor(1, 3)
        self.article.setMinimumWidth(360)
        self.findings.setMinimumWidth(320)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.toolbar, self.banner):
            column.addWidget(widget)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _listen_to_panels(self) -> None:
        session, view, findings = self.session, self.article.view, self.findings
        session.read_text_with(view.text)
        view.text_edited.connect(session.edited)
        view.text_pasted.connect(session.pasted)
        view.quotation_clicked.connect(session.select)
        view.files_dropped.connect(self._open_dropped)
        view.text_refused.connect(self.show_problem)
        view.lines_broken.connect(self.commands.say_lines_broken)
        self.article.file_wanted.connect(self.commands.ask_file)
        self.article.header.title_corrected.connect(session.correct_title)
        self.article.header.date_typed.connect(self.commands.read_date)
        findings.list.quotation_selected.connect(session.select)
        findings.list.filter_cleared.connect(self._clear_filter)
        findings.pictures.quotation_selected.connect(session.select)
        findings.pictures.speaker_chosen.connect(self.toolbar.search.setText)
        findings.detail.source_clicked.connect(self.commands.open_link)
        findings.detail.withdrawal_wanted.connect(self.deciding.withdraw)
        findings.lost_clicked.connect(self.deciding.show_history)
        self.actions_by_name.listen_in(findings.list.rows)
        self.toolbar.search.textChanged.connect(findings.list.filter.search)
        self.toolbar.search.returnPressed.connect(lambda: findings.list.step(1))
        self.status.archive_clicked.connect(self.commands.choose_archive)
        self.status.cancel_clicked.connect(self._cancel)

    def _listen_to_work(self) -> None:
        session = self.session
        session.article_loaded.connect(self.article.show_text)
        session.loaded.connect(self._begin_article)
        session.report_changed.connect(self._show_report)
        session.selection_changed.connect(self._show_selected)
        session.work_started.connect(self._show_work)
        session.work_advanced.connect(self._show_work)
        session.work_ended.connect(self._end_work)
        session.work_cancelled.connect(self._cancelled)
        session.fell_behind.connect(self.commands.say_behind)
        session.changes_found.connect(self.documents.say_changes)
        session.failed.connect(self.commands.say_archive_problem)
        session.crashed.connect(self.show_crash)
        self.documents.changed.connect(self._show_title)
        self.chores.changed.connect(self._show_work)
        self.chores.failed.connect(self.show_problem)
        self.chores.crashed.connect(self.show_crash)

    # What is shown

    def _begin_article(self, opened: Opened) -> None:
        """Show the whole list of another article from its top."""
        self._is_unread = bool(opened.text.strip())
        self._clear_filter()
        self.findings.list.rows.scrollToTop()

    def _select_first(self) -> None:
        """Show the first quotation to decide of an article that nobody has looked into yet.

        The article stays where it begins.
        """
        speech = self.session.report.speech
        if self._is_unread and speech and self.session.selected is None:
            numbers = self.findings.to_decide(self.session.review)
            top = self.article.view.strip.value()
            self.session.select(numbers[0] if numbers else 1)
            self.article.view.strip.setValue(top)
        self._is_unread = False

    def _show_report(self, report: Report) -> None:
        is_working = self.session.is_working
        self.article.show_report(report, is_working=is_working)
        self.findings.show_review(self.session.review, self.session.selected, is_working=is_working)
        self.article.view.select(self.session.selected, reveal=False)
        speech = report.speech
        is_settled = [standing.is_settled for standing in self.session.review.speech]
        self.status.show_count(
            len(speech), sum(is_settled), len(self.findings.to_decide(self.session.review))
        )
        # An empty desk asks no archive, but the one that was chosen stays chosen.
        if report.archive or (report.article.text.strip() and not is_working):
            called = report.archive.name if report.archive else ""
            name = phrases.archive_name(called, is_own=self.session.archive == OWN_ARCHIVE)
            self.status.show_archive(report.archive, name=name)
        self._show_title()
        self.actions_by_name["export"].setEnabled(bool(report.article.text.strip()) and not is_working)
        for name in ("next", "previous", "next_open"):
            self.actions_by_name[name].setEnabled(bool(speech))
        self._enable_decisions()

    def show_again(self) -> None:
        """Show the report anew, for the settings have changed."""
        self._show_report(self.session.report)

    def _show_title(self) -> None:
        path, title = self.documents.path, self.session.report.article.title
        name = path.name if path else title
        self.setWindowTitle(f"{name}[*] – QuoteCheck" if name else "QuoteCheck[*]")
        self.setWindowModified(self.documents.is_modified)
        self.setWindowFilePath(str(path) if path else "")
        self.actions_by_name["save_as"].setEnabled(not self.article.view.document().isEmpty())

    def _show_selected(self, number: int | None) -> None:
        self.article.view.select(number)
        self.findings.show_selected(self.session.review, number, is_working=self.session.is_working)
        self._enable_decisions()

    def _enable_decisions(self) -> None:
        for name in _ON_SELECTED:
            self.actions_by_name[name].setEnabled(self.session.selected is not None)
        asked = self.findings.detail.question
        for i, button in enumerate(asked.buttons):
            self.actions_by_name[f"speaker_{i + 1}"].setEnabled(not (asked.isHidden() or button.isHidden()))
        self.actions_by_name["archive_it"].setEnabled(
            self.session.selected is not None and self.session.archive.is_wanted
        )
        has_source = self.findings.detail.archived_quote is not None
        self.actions_by_name["copy_correction"].setEnabled(has_source)

    def _clear_filter(self) -> None:
        self.toolbar.search.clear()
        self.findings.overview.choose(None)

    def _show_work(self, done: int = 0, total: int = 0) -> None:
        if self.chores.current:
            self.status.show_work(self.chores.current)
        elif self.session.is_working and total:
            text = self.tr("Checking {done} of {total}").format(done=done, total=total)
            self.status.show_work(text, done, total)
        elif self.session.is_working:
            self.status.show_work(self.tr("Reading…"))
        else:
            self.status.show_idle()

    def _end_work(self, seconds: float) -> None:
        self._select_first()
        if self.session.report.article.text.strip():
            self.status.show_checked(seconds, was_checked=self.session.report.archive is not None)
        self._show_work()

    def _cancelled(self) -> None:
        self._show_report(self.session.report)
        self._show_work()
        self.banner.say(
            self.tr("The check was stopped; what was found so far stays."),
            action=(self.tr("Check again"), self.session.analyse_now),
        )

    def _cancel(self) -> None:
        if self.chores.current:
            self.chores.cancel()
        else:
            self.session.cancel()

    def show_problem(self, sentence: str) -> None:
        """Say what could not be done, and what to do about it."""
        self.banner.say(sentence, is_problem=True)

    def show_crash(self, details: str) -> None:
        """Show an unexpected error without stopping anything."""
        show_problem(details, self)

    # The window itself

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self._open_dropped(paths)
        elif event.mimeData().hasText():
            self.commands.load_text(event.mimeData().text())
        event.acceptProposedAction()

    def _open_dropped(self, paths: list[Path]) -> None:
        """Open the first file here, each of the others in a window of its own."""
        self.commands.open_file(paths[0])
        for path in paths[1:]:
            self.window_wanted.emit(path)

    def _restore_layout(self) -> None:
        self.resize(1440, 900)
        parts = {"window": self.restoreGeometry, "columns": self.splitter.restoreState}
        parts["findings"] = self.findings.splitter.restoreState
        for name, restore in parts.items():
            saved = self.settings.layout(name)
            if saved:
                restore(saved)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Who comes back from another program may have changed the archive there.
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.session.notice_archive()

    def may_close(self) -> bool:
        return self.documents.may_leave(is_closing=True)

    def end(self) -> None:
        self.settings.keep_layout("window", self.saveGeometry())
        self.settings.keep_layout("columns", self.splitter.saveState())
        self.settings.keep_layout("findings", self.findings.splitter.saveState())
        # A step that is under way is waited for, but not before the user's eyes.
        self.hide()
        self.commands.archives.taking_in.stop()
        self.session.stop()
        self.chores.stop()
        self.deciding.lookups.stop()
        self.documents.leave()

"""What the actions do: open, paste, export, choose an archive, set the date, copy, zoom, change the theme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from quotecheck.decisions import told
from quotecheck.desktop import jobs, phrases
from quotecheck.desktop.archive.choice import ArchiveChoice
from quotecheck.desktop.archive.chooser import ArchiveChooser
from quotecheck.desktop.archive.opening import ArchiveOpening
from quotecheck.desktop.article.positions import LONGEST_TEXT, shown
from quotecheck.desktop.file_names import proposed_path
from quotecheck.desktop.jobs import Opened, Written
from quotecheck.files import BUNDLE_SUFFIX
from quotecheck.model import Interval
from quotecheck.reporting.cleaning import shortened

if TYPE_CHECKING:
    from quotecheck.desktop.main_window import MainWindow

__all__ = ["Commands"]

_TITLE_LENGTH = 60


class Commands(QObject):
    """Carries out what the user asked the window for; ``archive_used`` follows when another one is chosen."""

    archive_used = Signal(ArchiveChoice)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session, self._chores = window.session, window.chores
        self.chooser: ArchiveChooser | None = None
        self.archives = ArchiveOpening(window)
        self._connect()

    def _connect(self) -> None:
        actions, session = self._window.actions_by_name, self._session
        does = {
            "new": self.begin_empty,
            "paste": self.paste_as_new,
            "open": self.ask_file,
            "sample": lambda: self._load(jobs.sample()),
            "archive": self.choose_archive,
            "browse": self.archives.browse,
            "export": self.ask_export,
            "close": self._window.close,
            "new_window": lambda: self._window.window_wanted.emit(None),
            "quit": self._window.quit_wanted.emit,
            "copy_correction": self.copy_correction,
            "search": self._search,
            "next": lambda: self._window.findings.list.step(1),
            "previous": lambda: self._window.findings.list.step(-1),
            "date": self._window.article.header.edit_date,
            "check": session.analyse_now,
        }
        for name, do in does.items():
            actions[name].triggered.connect(lambda _checked=False, do=do: do())

    # Articles

    def begin_empty(self) -> None:
        """Begin with an empty article."""
        self._load(Opened(""))

    def load_text(self, text: str) -> None:
        """Check a text from outside as a new article."""
        if len(text) > LONGEST_TEXT:
            sentence = self.tr("This text is too long to show here; check it with “quotecheck check FILE”.")
            self._window.show_problem(sentence)
            return
        ready, broken = shown(text)
        self._load(Opened(ready, broken_lines=broken))

    def paste_as_new(self) -> None:
        """Check the text on the clipboard as a new article."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.load_text(text)
        else:
            self._window.show_problem(self.tr("There is no text on the clipboard; copy the article first."))

    def ask_file(self) -> None:
        """Ask which file to open."""
        title = self.tr("Open an article, a saved check or a bundle of quotes")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", self.tr("All files (*)"))
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Read an article from a file, in the background; of a bundle show what it would change."""
        if path.suffix.casefold() == BUNDLE_SUFFIX:
            self.archives.taking_in.open_bundle(path)
            return
        what = self.tr("Opening {name}…").format(name=path.name)
        self._chores.do(what, jobs.opening(path), self._load)

    def name_leftover(self, path: Path, on_title: Callable[[str], None]) -> None:
        """Find out which article unsaved work is on: its title, else its first words; "" if it is damaged."""

        def take(opened: Opened) -> None:
            on_title(opened.facts.title or shortened(opened.text, _TITLE_LENGTH))

        job = jobs.reopening(path, is_recovered=True)
        self._chores.do("", job, take, on_failure=lambda _problem: on_title(""))

    def open_leftover(self, path: Path, on_success: Callable[[], None]) -> None:
        """Bring back work that was not saved."""

        def take(opened: Opened) -> None:
            if self._load(opened):
                on_success()

        job = jobs.reopening(path, is_recovered=True)
        self._chores.do(self.tr("Bringing it back…"), job, take)

    def _load(self, opened: Opened) -> bool:
        """Put another article on the desk, unless the one that is there shall stay."""
        if not self._window.documents.may_leave():
            return False
        text = self._window.article.view.text()
        before = Opened(text, self._session.facts, decisions=self._session.log.record)
        self._session.load(opened)
        if opened.broken_lines:
            self.say_lines_broken(opened.broken_lines)
        elif opened.has_more:
            self._window.banner.say(
                self.tr(
                    "The file holds several articles; this is the first. “quotecheck check” does them all."
                )
            )
        elif text.strip() and text != opened.text and text != jobs.sample().text:
            self._window.banner.say(
                self.tr("The article that was here before was put away."),
                action=(self.tr("Bring it back"), lambda: self._session.load(before)),
            )
        else:
            self._window.banner.hide()
        return True

    def say_lines_broken(self, count: int) -> None:
        """Say that the text on show has more lines than the one that came in."""
        self._window.banner.say(
            self.tr("Very long lines were broken to be shown: {count}.").format(count=count)
        )

    def begin(self, path: Path | None) -> None:
        """Show what the desk begins with: a file, or the sample with a hint."""
        if path:
            self.open_file(path)
        if path is None or path.suffix.casefold() == BUNDLE_SUFFIX:
            self._begin_with_sample()
        self._window.documents.offer_leftovers()

    def show_empty(self) -> None:
        """Show an empty desk, which offers what was not saved just as the first one does."""
        self._session.load(Opened(""))
        self._window.documents.offer_leftovers()

    def _begin_with_sample(self) -> None:
        self._session.load(jobs.sample())
        if not self._window.settings.is_hint_dismissed:
            self._show_hint(0)

    def _show_hint(self, which: int) -> None:
        """Show one of the hints of the first start; dismissed, none of them comes again."""
        hints = [
            self.tr(
                "This is a sample article, checked against the few quotes that your own archive begins with. "
                "Click on a quotation to see what was found."
            ),
            self.tr("Paste an article of your own with Ctrl+Shift+V, or drop a file on the window."),
            self.tr(
                "Ctrl+Enter confirms what is shown and goes on, in the list Enter alone; "
                "F1 lists all keys, Ctrl+K finds everything."
            ),
        ]
        dismiss = self._window.settings.dismiss_hint
        has_more = which + 1 < len(hints)
        action = (
            (self.tr("Next hint"), lambda: self._show_hint(which + 1))
            if has_more
            else (self.tr("Understood"), dismiss)
        )
        count = self.tr("Hint {number} of {all}:").format(number=which + 1, all=len(hints))
        self._window.banner.say(f"{count} {hints[which]}", action=action, on_dismiss=dismiss)

    # The date

    def read_date(self, text: str) -> None:
        """Date the article by what was typed; nothing lets the text tell."""
        if not text.strip():
            self._window.article.header.accept_date()
            self._session.correct_date(None)
            return
        self._chores.do(
            self.tr("Reading the date…"),
            jobs.parsing_day(text, article=self._session.report.article),
            self._take_date,
            on_failure=self._window.article.header.refuse_date,
        )

    def _take_date(self, day: Interval) -> None:
        self._window.article.header.accept_date()
        self._session.correct_date(day)

    # The report

    def ask_export(self) -> None:
        """Ask where the annotated PDF shall go, and write it."""
        is_told = self._window.settings.tells_decisions
        report = told(self._session.review) if is_told else self._session.report
        proposal = proposed_path(
            report.article.title or "",
            ".pdf",
            otherwise=self.tr("Checked article"),
            beside=self._window.documents.path,
        )
        title = self.tr("Export PDF")
        name, _ = QFileDialog.getSaveFileName(self._window, title, proposal, self.tr("PDF (*.pdf)"))
        if name:
            path = Path(name) if Path(name).suffix else Path(f"{name}.pdf")
            job = jobs.writing_pdf(report, path, paper=self._window.settings.paper)
            self._chores.do(self.tr("Writing the PDF…"), job, self._say_written)

    def _say_written(self, written: Written) -> None:
        path = written.path
        sentence = self.tr("The annotated PDF is at {path}.").format(path=path)
        if written.unshown:
            more = self.tr("No font here can show these characters, so □ stands in their place: {characters}")
            sentence += " " + more.format(characters=" ".join(dict.fromkeys(written.unshown)))
        self._window.banner.say(
            sentence,
            action=(self.tr("Open it"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
        )

    def copy_correction(self) -> None:
        """Put a ready correction of the selected quotation on the clipboard."""
        quote = self._window.findings.detail.archived_quote
        if quote:
            QGuiApplication.clipboard().setText(phrases.correction(quote))
            self._window.banner.say(self.tr("The correction is on the clipboard."))

    def open_link(self, url: str) -> None:
        """Open a source in the browser."""
        QDesktopServices.openUrl(QUrl(url))

    # The archive

    def choose_archive(self) -> None:
        """Let the user choose, make or fill an archive."""
        dialog = ArchiveChooser(self._session.archive, self._session.report.archive, self._window)
        dialog.archive_chosen.connect(self.use_archive)
        dialog.archive_wanted.connect(self.make_archive)
        dialog.import_wanted.connect(self.archives.bring_in)
        dialog.browsing_wanted.connect(self._window.actions_by_name["browse"].trigger)
        self.chooser = dialog
        dialog.open()

    def say_archive_problem(self, sentence: str) -> None:
        """Say why the check failed, and offer another archive."""
        self._window.banner.say(
            sentence, is_problem=True, action=(self.tr("Choose an archive…"), self.choose_archive)
        )

    def use_archive(self, choice: ArchiveChoice) -> None:
        """Check against another archive, now and from the next start on."""
        self._window.banner.hide()
        self._window.settings.archive = choice
        self._session.choose_archive(choice)
        self.archive_used.emit(choice)

    def make_archive(self, path: Path) -> None:
        """Make an empty archive and check against it."""
        self._chores.do(self.tr("Making the archive…"), jobs.making_archive(path), self.use_archive)

    # The view

    def _search(self) -> None:
        self._window.toolbar.search.setFocus()
        self._window.toolbar.search.selectAll()

    def say_behind(self) -> None:
        """Say that the text is not checked by itself."""
        self._window.status.say(self.tr("Edited since the last check; F5 checks again"))

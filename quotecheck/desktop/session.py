"""The check on the desk: its text and facts, its report, and the work that keeps the two together."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from quotecheck.decisions import Review, ToCheck, compare, review
from quotecheck.desktop.archive.choice import OWN_ARCHIVE, ArchiveChoice, OpenArchive
from quotecheck.desktop.continuity import carried, successor
from quotecheck.desktop.decisions.log import DecisionLog
from quotecheck.desktop.jobs import Facts, Opened, analysis, checking_decided, noticing
from quotecheck.desktop.workers import Worker
from quotecheck.model import Article, Basis, Interval, Publication, Report, Verdict

__all__ = ["Session"]

PAUSE = 350
"""Milliseconds without a keystroke after which an edited text is analysed again."""


class Session(QObject):
    """Holds one article and has it analysed in a worker whenever something about it changes.

    ``found`` is what the analysis found, ``log`` what people decided; ``review`` is the one under the other,
    and ``report`` what is to be shown.

    A report is announced only while its text is still the one on the desk: what was computed for an older
    one is dropped. ``edited`` must be told of every edit at once, the new text itself can wait.
    """

    article_loaded = Signal(str)
    facts_corrected = Signal()
    loaded = Signal(Opened)
    report_changed = Signal(Report)
    selection_changed = Signal(object)
    work_started = Signal()
    work_advanced = Signal(int, int)
    work_ended = Signal(float)
    work_cancelled = Signal()
    changes_found = Signal(list)
    fell_behind = Signal()
    failed = Signal(str)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held = OpenArchive()
        self._worker = Worker(self, at_end=self._held.close)
        self._job: int | None = None
        self._started = 0.0
        self._latest: Report | None = None
        self._text = ""
        self._facts = Facts()
        self._archive = OWN_ARCHIVE
        self._known: Report | None = None
        self._saved: Report | None = None
        self._selected: int | None = None
        self.is_automatic = True
        self.log = DecisionLog(self)
        self.log.changed.connect(self._review_again)
        self._check: int | None = None
        self._notice: int | None = None
        self._verdicts: dict[ToCheck, Verdict | None] = {}
        self.found = Report(Article(""))
        self.review = Review(self.found)
        self._read_text: Callable[[], str] = lambda: self._text
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.analyse_now)
        self._listen()

    def _listen(self) -> None:
        for take in (self._take_report, self._take_verdicts, self._take_notice):
            self._worker.advanced.connect(take)
        self._worker.finished_job.connect(self._finish)
        self._worker.failed.connect(lambda job, sentence: self._break_off(job, self.failed, sentence))
        self._worker.crashed.connect(lambda job, details: self._break_off(job, self.crashed, details))

    # What is on the desk

    @property
    def facts(self) -> Facts:
        return self._facts

    @property
    def archive(self) -> ArchiveChoice:
        return self._archive

    @property
    def report(self) -> Report:
        """What is to be shown: the findings as people decided them."""
        return self.review.report

    @property
    def is_working(self) -> bool:
        """Whether an analysis or a check of decided facts is under way or about to begin."""
        return self._is_analysing or self._check is not None

    @property
    def _is_analysing(self) -> bool:
        return self._job is not None or self._pause.isActive()

    @property
    def selected(self) -> int | None:
        """The number of the selected quotation, from 1."""
        return self._selected

    def load(self, opened: Opened) -> None:
        """Put another article on the desk and analyse it at once."""
        self._pause.stop()
        self._text, self._facts = opened.text, opened.facts
        self._known = self._saved = opened.found
        self._verdicts = {}
        self.log.begin(opened.decisions)
        self.article_loaded.emit(opened.text)
        self._analyse()
        if self.is_working:
            facts = self._facts
            self._show(Report(Article(opened.text, title=facts.title, published=facts.published)))
        self.loaded.emit(opened)

    def read_text_with(self, reader: Callable[[], str]) -> None:
        """Say how the text on the desk is read, when an edit is analysed."""
        self._read_text = reader

    def edited(self) -> None:
        """Note that the text is no longer what was analysed; the new one is analysed after a pause."""
        self._drop_job()
        if self.is_automatic:
            self._pause.start()
        else:
            self.fell_behind.emit()

    def analyse_now(self) -> None:
        """Analyse the text as it stands, without waiting for a pause."""
        self._pause.stop()
        self._text = self._read_text()
        if not self._text.strip():
            self._facts = Facts()
        self._analyse()

    def pasted(self, is_whole: bool) -> None:
        """Analyse what was pasted; where it is the whole text, nothing is known of it from the one before."""
        if is_whole:
            self._facts = Facts()
        self.analyse_now()

    def correct_title(self, title: str) -> None:
        """Call the article ``title``; an empty one is found in the text again."""
        self._facts = replace(self._facts, title=title.strip() or None)
        self.facts_corrected.emit()
        self.analyse_now()

    def correct_date(self, day: Interval | None) -> None:
        """Set when the article appeared and date everything anew; None lets the text tell."""
        self._facts = replace(self._facts, published=Publication(day, Basis.GIVEN) if day else None)
        self.facts_corrected.emit()
        self.analyse_now()

    def choose_archive(self, choice: ArchiveChoice) -> None:
        """Check against another archive."""
        self._archive = choice
        self._known = None
        self.analyse_now()

    def notice_archive(self) -> None:
        """Check again if another program has changed the archive meanwhile."""
        if self.is_automatic and not self.is_working and self.report.archive:
            self._notice = self._worker.ask(noticing(self._archive, self._held))

    def begin_with(self, choice: ArchiveChoice) -> None:
        """Check against this archive from the first article on."""
        self._archive = choice

    # Which quotation

    def select(self, number: int | None) -> None:
        """Select a quotation by its number, or none."""
        if number is not None and not 1 <= number <= len(self.report.speech):
            number = None
        if number != self._selected:
            self._selected = number
            self.selection_changed.emit(number)

    # The work

    def cancel(self) -> None:
        """Stop the analysis; what was found so far stays."""
        if self.is_working:
            self._drop_job()
            self._pause.stop()
            self.work_cancelled.emit()

    def stop(self) -> None:
        """End the worker's thread."""
        self._pause.stop()
        self._worker.stop()

    def _drop_job(self) -> None:
        for job in (self._job, self._check):
            if job is not None:
                self._worker.cancel(job)
        self._job = self._check = None

    def _analyse(self) -> None:
        self._drop_job()
        self._latest = None
        if not self._text.strip():
            self._show(Report(Article(self._text)))
            self.work_ended.emit(0.0)
            return
        self._started = time.monotonic()
        self._job = self._worker.ask(analysis(self._text, self._facts, self._archive, self._held))
        self.work_started.emit()

    def _take_report(self, job: int, report: Report) -> None:
        if job != self._job:
            return
        self._latest = report
        self._show(carried(self._known, report))
        is_checked = [finding.verdict is not None for finding in report.speech]
        self.work_advanced.emit(sum(is_checked), len(is_checked))

    def _take_verdicts(self, job: int, verdicts: dict[ToCheck, Verdict | None]) -> None:
        if job == self._check:
            self._verdicts |= verdicts

    def _take_notice(self, job: int, is_changed: bool) -> None:
        if job == self._notice and is_changed and not self.is_working:
            self.analyse_now()

    def _finish(self, job: int) -> None:
        if job == self._check:
            self._check = None
            self._review_again()
            if not self.is_working:
                self.work_ended.emit(time.monotonic() - self._started)
        if job != self._job:
            return
        self._job = None
        self._known = self._latest or self._known
        self._show(self._latest or self.found)
        self._check_decided(anew=True)
        self.work_ended.emit(time.monotonic() - self._started)
        self._compare_with_saved()

    def _compare_with_saved(self) -> None:
        """Say once, of an article that was saved and not edited since, what is found otherwise now."""
        saved, now, self._saved = self._saved, self._latest, None
        # Without its archive nothing was checked, which is no change of what was found.
        is_like = saved and now and (now.archive or saved.archive is None)
        if saved and now and is_like and saved.article.text == now.article.text:
            changes = compare(saved, now)
            if changes:
                self.changes_found.emit(changes)

    def _break_off(self, job: int, signal: SignalInstance, words: str) -> None:
        if job == self._check:
            # Not asked again by itself: it would fail again.
            self._check = None
            self._review_again(has_new_facts=False)
            self.work_ended.emit(time.monotonic() - self._started)
            signal.emit(words)
        elif job == self._job:
            self._finish(job)
            signal.emit(words)

    def _check_decided(self, *, anew: bool = False) -> None:
        """Ask for the verdicts on decided facts that are not known; ``anew`` for all of them.

        What was answered for older texts is forgotten.
        """
        if anew:
            items = review(self.found, self.log.decisions).to_check
            self._verdicts = {item: self._verdicts[item] for item in items if item in self._verdicts}
        else:
            items = self.review.to_check
        if items and self._check is None and not self._is_analysing:
            if not anew:
                self._started = time.monotonic()
            job = checking_decided(items, self.found.article, self._archive, self._held)
            self._check = self._worker.ask(job)

    def _show(self, found: Report) -> None:
        self.found = found
        self._review_again(has_new_facts=False)

    def _review_again(self, *, has_new_facts: bool = True) -> None:
        before, selected = self.report, self._selected
        self.review = review(self.found, self.log.record, verdicts=self._verdicts)
        self.log.follow(self.review.decisions)
        if has_new_facts:
            self._check_decided()
        self._selected = successor(before, selected, self.report) if selected else None
        self.report_changed.emit(self.report)
        if self._selected != selected:
            self.selection_changed.emit(self._selected)

"""What the actions of the "Decide" menu do: ask, take the decision, go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from quotecheck.decisions import (
    Change,
    Confirmed,
    MatchChosen,
    SpeakerCorrected,
    anchor,
    decide,
)
from quotecheck.desktop import jobs, phrases
from quotecheck.desktop.archive.adding_dialog import ArchiveDialog
from quotecheck.desktop.archive.choice import path_of
from quotecheck.desktop.archive.edits import ArchiveEdits, UndoActions
from quotecheck.desktop.author import author
from quotecheck.desktop.decisions.date_dialog import DateDialog
from quotecheck.desktop.decisions.history_dialog import HistoryDialog
from quotecheck.desktop.decisions.match_dialog import MatchDialog
from quotecheck.desktop.decisions.note_dialog import NoteDialog
from quotecheck.desktop.decisions.phrases import decided
from quotecheck.desktop.decisions.speaker_dialog import SpeakerDialog
from quotecheck.desktop.decisions.verdict_dialog import VerdictDialog
from quotecheck.desktop.findings.speaker_question import MOST
from quotecheck.desktop.lookups import Lookups
from quotecheck.model import Finding, Interval, Speaker

if TYPE_CHECKING:
    from quotecheck.archive import NewQuote
    from quotecheck.desktop.main_window import MainWindow

__all__ = ["Deciding"]


_IN_LIST = ("confirm", "other_match", "speaker", "said", "verdict", "note", "no_quotation", "copy_correction")
"""What the context menu of the list offers."""


class Deciding(QObject):
    """Carries out decisions on the selected quotation."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.lookups = Lookups(self)
        self.lookups.crashed.connect(window.show_crash)
        self.dialog: QDialog | None = None
        self._archiving = ArchiveEdits(window.chores, self._session.log.stack, self)
        self._archiving.failed.connect(window.chores.failed)
        self._archiving.changed.connect(self._session.analyse_now)
        self._connect()

    def _connect(self) -> None:
        actions, stack = self._window.actions_by_name, self._session.log.stack
        does = {
            "confirm": self.confirm,
            "other_match": self.ask_match,
            "speaker": self.ask_speaker,
            "said": self.ask_date,
            "verdict": self.ask_verdict,
            "note": self.ask_note,
            "archive_it": self.ask_archive,
            "next_open": self.go_to_next,
            "history": self.show_history,
            "undo": stack.undo,
            "redo": stack.redo,
        }
        for name, do in does.items():
            actions[name].triggered.connect(lambda _checked=False, do=do: do())
        for i in range(MOST):
            actions[f"speaker_{i + 1}"].triggered.connect(lambda _checked=False, i=i: self.name_speaker(i))
        self._window.findings.detail.question.answered.connect(self.name_speaker)
        UndoActions(actions["undo"], actions["redo"], self._archiving)
        self._window.findings.list.offer([actions[name] for name in _IN_LIST])

    @property
    def _finding(self) -> Finding | None:
        number = self._session.selected
        return self._session.report.speech[number - 1] if number else None

    def take(self, finding: Finding, *changes: Change) -> None:
        """Take decisions on a finding."""
        about = anchor(self._session.report.article.text, finding.quotation.span)
        by = author()
        self._session.log.take(
            *(decide(about, change, by=by) for change in changes), text=decided(changes[0])
        )

    def withdraw(self, decision_id: str) -> None:
        """Take back a decision on the selected quotation, whenever it was taken."""
        taken = next((d for d in self._session.log.decisions if d.id == decision_id), None)
        if taken is not None:
            text = self.tr("Withdrawn: {what}").format(what=decided(taken.change))
            self._session.log.withdraw(decision_id, text=text)
            self._window.status.say(text)

    # One by one

    def confirm(self) -> None:
        """Say that the finding is right as it stands, and go on."""
        finding, number = self._finding, self._session.selected
        if finding is None or number is None:
            self.go_to_next()
            return
        change = self._confirmation(finding)
        is_settled = self._session.review.speech[number - 1].is_settled
        if isinstance(change, MatchChosen) or not is_settled:
            self.take(finding, change)
            self.go_to_next()
            self._say_confirmed(number, change)
        else:
            self.go_to_next()

    def _say_confirmed(self, number: int, change: Change) -> None:
        """Say what was decided, and where the selection has gone by itself."""
        what, now = decided(change), self._session.selected
        words = (
            self.tr("{number}: {what}").format(number=number, what=what)
            if now in (None, number)
            else self.tr("{number}: {what}. Now at {next}.").format(number=number, what=what, next=now)
        )
        self._window.status.say(words)

    def _confirmation(self, finding: Finding) -> Confirmed | MatchChosen:
        """Return what confirming says: that what is on show is right, be it the match or a candidate."""
        verdict, shown = finding.verdict, self._window.findings.detail.archived_quote
        found = verdict.match.quote if verdict and verdict.match else None
        if shown is not None and shown != found:
            return MatchChosen(shown)
        return Confirmed(verdict.wording if verdict else None, found.uid if found else None)

    def go_to_next(self) -> None:
        """Select the next quotation that wants a decision, from the top again after the last."""
        numbers = self._window.findings.to_decide(self._session.review)
        if numbers:
            now = self._session.selected or 0
            self._session.select(next((number for number in numbers if number > now), numbers[0]))
        elif self._session.report.speech:
            self._window.banner.say(self.tr("Every quotation that wants a decision has one."))

    # With a dialog

    def ask_note(self) -> None:
        """Ask for a note."""
        finding = self._finding
        if finding:
            self._open(NoteDialog(finding.quotation.text, self._window), finding)

    def ask_verdict(self) -> None:
        """Ask for another verdict and its reason."""
        finding = self._finding
        if finding:
            self._open(VerdictDialog(finding.quotation.text, finding.verdict, self._window), finding)

    def ask_speaker(self) -> None:
        """Ask who said it."""
        finding = self._finding
        if finding is None:
            return
        present = finding.attribution.speaker.name if finding.attribution else ""

        def ask(typed, on_result) -> None:
            job = jobs.naming_speakers(typed, self._session.archive, self.lookups.held)
            self.lookups.ask("speakers", job, on_result)

        dialog = SpeakerDialog(finding.quotation.text, present, self._speakers(), ask, self._window)
        self._open(dialog, finding)

    def name_speaker(self, which: int) -> None:
        """Answer the question who said it with one of those who are offered."""
        finding, number = self._finding, self._session.selected
        if finding is None or number is None:
            return
        possible = self._session.review.possible_speakers(number)
        if which < len(possible):
            self.take(finding, SpeakerCorrected(possible[which]))

    def ask_date(self) -> None:
        """Ask when it was said."""
        finding = self._finding
        if finding is None:
            return
        published = self._session.report.article.published
        hint = (
            self.tr("Counted from the article’s date, {days}.").format(days=phrases.days(published.interval))
            if published
            else self.tr("Counted from today.")
        )
        self._open(DateDialog(finding.quotation.text, hint, self._read_day, self._window), finding)

    def _read_day(
        self, typed: str, on_result: Callable[[Interval], None], on_failure: Callable[[str], None]
    ) -> None:
        article = self._session.report.article
        today = article.published.interval.latest if article.published else None
        job = jobs.parsing_day(typed, today=today, article=article)
        self.lookups.ask("days", job, on_result, on_failure=on_failure)

    def ask_archive(self) -> None:
        """Ask for what is to be archived of the selected quotation."""
        finding = self._finding
        if finding:
            dialog = ArchiveDialog(finding, self._read_day, self._window)
            dialog.completed.connect(self._archive)
            dialog.finished.connect(lambda: self._forget(dialog))
            self.dialog = dialog
            dialog.open()

    def _archive(self, quote: NewQuote) -> None:
        self._archiving.make(
            self.tr("Adding to the archive"),
            path_of(self._session.archive),
            lambda archive, by: archive.add_quote(quote, by=by),
            lambda _uid: self._window.banner.say(self.tr("The statement is in the archive.")),
        )

    def ask_match(self) -> None:
        """Ask which archived statement it is."""
        finding = self._finding
        if finding is None:
            return
        verdict = finding.verdict
        matches = [m for m in (verdict.match, *verdict.candidates) if m] if verdict else []
        candidates = list(dict.fromkeys(match.quote for match in matches))

        def ask(query, on_result) -> None:
            job = jobs.searching(query, self._session.archive, self.lookups.held)
            self.lookups.ask("quotes", job, on_result)

        self._open(MatchDialog(finding.quotation.text, candidates, ask, self._window), finding)

    def show_history(self) -> None:
        """Show all decisions on the article, those that were withdrawn too."""
        dialog = HistoryDialog(self._window)

        def show() -> None:
            dialog.show_decisions(self._session.log.record, self._session.review.lost)

        def withdraw(decision_id: str) -> None:
            self.withdraw(decision_id)
            show()

        dialog.withdrawal_wanted.connect(withdraw)
        dialog.finished.connect(dialog.deleteLater)
        show()
        self.dialog = dialog
        dialog.open()

    def _speakers(self) -> list[Speaker]:
        """Return everybody whom the article may quote."""
        told = [finding.attribution for finding in self._session.report.speech if finding.attribution]
        return [speaker for one in told for speaker in (one.speaker, *one.alternatives)]

    def _open(self, dialog: QDialog, finding: Finding) -> None:
        dialog.decided.connect(lambda change: self.take(finding, change))
        dialog.finished.connect(lambda: self._forget(dialog))
        self.dialog = dialog
        dialog.open()

    def _forget(self, dialog: QDialog) -> None:
        # An answer that comes late would find no dialog any more.
        for topic in ("speakers", "days", "quotes"):
            self.lookups.forget(topic)
        dialog.deleteLater()

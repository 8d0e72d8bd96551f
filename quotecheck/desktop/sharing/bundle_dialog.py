"""The window in which a bundle is opened: who has signed it, what it would change, and then the merge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from quotecheck.archive.undoing import Undone
from quotecheck.desktop.phrases import told
from quotecheck.desktop.sharing import jobs, phrases
from quotecheck.desktop.sharing.jobs import Accepted
from quotecheck.desktop.sharing.review_model import Kind
from quotecheck.desktop.sharing.review_pane import ReviewPane
from quotecheck.desktop.sharing.signature_question import SignatureQuestion, tone_of
from quotecheck.desktop.sharing.work_dialog import WorkDialog, explained, toned
from quotecheck.desktop.theme import STEP
from quotecheck.model import Message
from quotecheck.sharing import Inspection, MergeResult, Review, Rule, Signers, Trust

if TYPE_CHECKING:
    from quotecheck.sharing.manifest import Manifest

__all__ = ["BundleDialog"]

_TOLD_DOUBTS = 2


class BundleDialog(WorkDialog):
    """Nothing is written before the merge, and that can be undone at once; ``merged`` follows either."""

    merged = Signal()
    signers_wanted = Signal()
    conflicts_wanted = Signal()

    def __init__(self, bundle: Path, archive: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Open a bundle"), parent)
        self.resize(1080, 720)
        self._bundle, self._archive = bundle, archive
        self._accepted: Accepted | None = None
        self.inspection: Inspection | None = None
        self.review: Review | None = None
        self.result: MergeResult | None = None
        self.heading.setText(bundle.name)
        self.signature, self.holds, self.doubts = explained(), explained(name="muted"), explained()
        self.question, self.pane = SignatureQuestion(), ReviewPane()
        self.rule, self.rule_label = self._rule(), QLabel(self.tr("What you do not decide"))
        self.rule_label.setBuddy(self.rule)
        self.merge, self.undo, self.decide = (
            QPushButton(text)
            for text in (self.tr("Merge"), self.tr("Undo this import"), self.tr("Decide what is open…"))
        )
        self.merge.setProperty("role", "primary")
        self._lay_out()
        self._listen()
        self._inspect()

    def _rule(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("What becomes of conflicts that you do not decide"))
        for words, rule in (
            (self.tr("stays open"), Rule.KEEP_OPEN),
            (self.tr("mine stands"), Rule.MINE),
            (self.tr("theirs stands"), Rule.THEIRS),
            (self.tr("both stand, where they can"), Rule.BOTH),
        ):
            box.addItem(words, rule)
        return box

    def _lay_out(self) -> None:
        self.body.setSpacing(2 * STEP)
        toned(self.doubts, "warning")
        for widget in (self.signature, self.holds, self.doubts, self.question):
            self.body.addWidget(widget)
        self.body.addSpacing(STEP)
        self.body.addWidget(self.pane, 1)
        self.body.addStretch(0)
        for widget in (self.undo, self.decide, self.rule_label, self.rule):
            self.buttons.addWidget(widget)
            widget.hide()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.merge)
        # The Enter key in the search must not merge.
        for button in (self.merge, self.undo, self.decide):
            button.setAutoDefault(False)
        for widget in (self.signature, self.holds, self.doubts, self.pane):
            widget.hide()

    def _listen(self) -> None:
        self.question.trusted.connect(self._trust)
        self.question.accepted.connect(self._accept)
        self.question.signers_wanted.connect(self.signers_wanted)
        self.pane.changed.connect(self.show_ready)
        self.pane.said.connect(self.say)
        self.merge.clicked.connect(self._merge)
        self.undo.clicked.connect(self._undo)
        self.decide.clicked.connect(self._decide)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._commit)
        self.merge.setToolTip(self.tr("Write it into the archive, all at once (Ctrl+Enter)"))

    # Who has signed it

    def _inspect(self) -> None:
        self.work(self.tr("Checking the bundle…"), jobs.inspecting(self._bundle), self._show_inspection)

    def _show_inspection(self, found: Inspection) -> None:
        self.inspection = found
        sign, tone = tone_of(found)
        self.signature.setText(f"{sign}  {phrases.signed(found)}")
        toned(self.signature, tone)
        self.holds.setText(self._holds(found.manifest))
        self._show_doubts(found.doubts)
        for widget in (self.signature, self.holds):
            widget.show()
        self.question.ask(found)
        if found.is_trusted:
            self._look(Accepted(found.sha256))

    def _holds(self, manifest: Manifest) -> str:
        """Return how much of what is in it, of which years, and of when its latest change is."""
        counts = {name: part.entries for name, part in manifest.parts.items()}
        parts = [
            self.tr("%Ln quotes", "", counts.get("data/quotes.jsonl", 0)),
            self.tr("%Ln speakers", "", counts.get("data/speakers.jsonl", 0)),
            self.tr("%Ln sources", "", counts.get("data/sources.jsonl", 0)),
        ]
        if texts := counts.get("data/texts.jsonl", 0):
            parts.append(self.tr("%Ln full texts", "", texts))
        if manifest.earliest and manifest.latest:
            years = "–".join(dict.fromkeys((manifest.earliest[:4], manifest.latest[:4])))
            parts.append(self.tr("said in {years}").format(years=years))
        if manifest.as_of:
            parts.append(self.tr("latest change {day}").format(day=phrases.day(manifest.as_of)))
        return "  ·  ".join(parts)

    def _show_doubts(self, doubts: tuple[Message, ...]) -> None:
        sentences = list(map(told, doubts))
        lines = [f"▲ {sentence}" for sentence in sentences[:_TOLD_DOUBTS]]
        if more := len(sentences) - len(lines):
            lines.append(self.tr("and %Ln more like this", "", more))
        self.doubts.setText("\n".join(lines))
        self.doubts.setToolTip("\n".join(sentences))
        self.doubts.setVisible(bool(doubts))

    def _trust(self) -> None:
        who = self.inspection.signer
        job = jobs.knowing_signers(lambda: Signers().add(who.key, who.name, who.desk, trust=Trust.TRUSTED))
        self.question.hide()
        self.work(self.tr("Noting whom you trust…"), job, lambda _circle: self._inspect())

    def _accept(self) -> None:
        found = self.inspection
        self._look(Accepted(found.sha256, unsigned=found.signer is None, unknown=found.signer is not None))

    # What it would change

    def _look(self, accepted: Accepted) -> None:
        self._accepted = accepted
        self.question.hide()
        self.say("")
        job = jobs.reviewing(self._bundle, self._archive)
        self.work(self.tr("Comparing it with your archive…"), job, self._show_review)

    def _show_review(self, review: Review) -> None:
        self.review = review
        self._show_doubts(review.result.doubts)
        self.pane.show_review(review)
        self.pane.show()
        has_conflicts = bool(self.pane.model.tally()[Kind.CONFLICT])
        self.rule.setVisible(has_conflicts)
        self.rule_label.setVisible(has_conflicts)
        self.say(self._outlook())
        self.focus_later(self.pane.rows)

    def _outlook(self) -> str:
        """Return whether there is anything to merge at all."""
        tally = self.pane.model.tally()
        if sum(tally.values()) == tally[Kind.IDENTICAL]:
            return self.tr("All of it is in your archive already: there is nothing to merge.")
        return self.tr("Nothing is written before you merge.")

    def show_ready(self) -> None:
        is_free = not self.is_working
        has_more = self.review is not None and self.result is None
        self.pane.setEnabled(is_free and has_more)
        self.rule.setEnabled(is_free and has_more)
        self.merge.setVisible(self.result is None)
        self.merge.setEnabled(is_free and has_more)
        for button in (self.undo, self.decide):
            button.setEnabled(is_free)

    def closing_words(self) -> str:
        return self.tr("Cancel") if self.result is None else self.tr("Close")

    # The merge

    def _commit(self) -> None:
        if not self.pane.accept_edit():
            self.merge.click()

    def may_close(self) -> bool:
        return self.result is not None or self.may_forget(self.pane.model.decided_count)

    def _merge(self) -> None:
        taken = self.pane.model.taken(Rule(self.rule.currentData()))
        job = jobs.merging(self._bundle, self._archive, self._accepted, taken)
        self.work(self.tr("Merging…"), job, self._show_result)

    def _show_result(self, result: MergeResult) -> None:
        self.result = result
        for widget in (self.rule, self.rule_label):
            widget.hide()
        left = len({(one.uid, one.field) for one in result.conflicts})
        left += sum(1 for row in self.pane.model.pairs() if not self.pane.model.is_decided(row))
        self.undo.show()
        self.decide.setVisible(bool(left))
        self.say(self._summary(result, left), tone="good")
        self.merged.emit()
        self.focus_later(self.cancel)

    def _summary(self, result: MergeResult, left: int) -> str:
        parts = [
            self.tr("%Ln new", "", result.new),
            self.tr("%Ln updated", "", result.updated),
            self.tr("%Ln identical", "", result.identical),
        ]
        told = self.tr("✓ Merged: {counts}.").format(counts=", ".join(parts))
        open_still = self.tr("%Ln still want a decision.", "", left)
        return f"{told} {open_still}" if left else told

    def _decide(self) -> None:
        self.conflicts_wanted.emit()
        self.accept()

    def _undo(self) -> None:
        job = jobs.taking_back(self._archive, self.result.import_id)
        self.work(self.tr("Undoing the import…"), job, self._show_undone)

    def _show_undone(self, undone: Undone) -> None:
        for button in (self.undo, self.decide):
            button.hide()
        self.say(self.undone_words(undone), tone="good")
        self.merged.emit()

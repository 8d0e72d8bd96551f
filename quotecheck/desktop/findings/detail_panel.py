"""The selected quotation: what is wrong with it, the printed words over the archived ones, their source."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from quotecheck.decisions import Standing
from quotecheck.desktop import phrases
from quotecheck.desktop.actions import Actions
from quotecheck.desktop.decisions.bar import DecisionBar
from quotecheck.desktop.decisions.phrases import decided, who_and_when
from quotecheck.desktop.findings.absence import Absence
from quotecheck.desktop.findings.candidate_list import CandidateList
from quotecheck.desktop.findings.comparison import paragraph, verdict_html
from quotecheck.desktop.findings.speaker_question import SpeakerQuestion
from quotecheck.desktop.findings.text_pair import TextPair
from quotecheck.desktop.theme import STEP, colour, theme_now
from quotecheck.desktop.widgets.card import selectable
from quotecheck.desktop.widgets.empty_state import EmptyState
from quotecheck.model import ArchivedQuote, Finding, Match, Speaker, Wording
from quotecheck.reporting.palette import style_of

__all__ = ["DetailPanel"]


class DetailPanel(QWidget):
    """Shows one finding; other candidates can be looked at in the place of the match."""

    source_clicked = Signal(str)
    withdrawal_wanted = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self._finding: Finding | None = None
        self._standing = Standing()
        self._match: Match | None = None
        self.summary, self.cautions, self.who = (selectable(QLabel()) for _ in range(3))
        self.cautions.setObjectName("caution")
        self.who.setObjectName("facts")
        font = self.summary.font()
        font.setPointSizeF(font.pointSizeF() * 1.08)
        self.summary.setFont(font)
        self.summary.setAccessibleName(self.tr("What was found"))
        self.question = SpeakerQuestion()
        self.texts = TextPair()
        self.printed, self.archived = self.texts.printed, self.texts.archived
        self.texts.link_clicked.connect(self.source_clicked)
        self.history = selectable(QLabel())
        self.history.setObjectName("facts")
        self.history.setAccessibleName(self.tr("What was decided"))
        self.history.linkActivated.connect(self.withdrawal_wanted)
        self.buttons = DecisionBar(actions)
        self.absence = Absence(actions["archive_it"])
        self.others = CandidateList()
        self.others.match_wanted.connect(self._look_at)
        self.empty = EmptyState()
        self._lay_out()
        self.show_nothing(False)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("detailBody")
        self._column = QVBoxLayout(body)
        # One less at the side: there is the frame that shows the keyboard.
        self._column.setContentsMargins(4 * STEP - 1, 4 * STEP, 4 * STEP - 1, 4 * STEP)
        self._column.setSpacing(2 * STEP)
        told = (self.summary, self.cautions, self.who, self.question, self.history)
        for widget in (*told, self.texts, self.absence, self.others):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("detail")
        self._scroll.setAccessibleName(self.tr("The selected quotation"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        whole = QWidget()
        both = QVBoxLayout(whole)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._scroll, 1)
        both.addWidget(self.buttons)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(whole)
        self._layers.addWidget(self.empty)

    def show_nothing(self, is_selectable: bool) -> None:
        """Show no finding, and how to choose one if there are any."""
        self._finding = self._match = None
        if is_selectable:
            self.empty.say(
                self.tr("No quotation selected"),
                self.tr("Click on one in the article or in the list, or step through them with Alt+Down."),
            )
        else:
            self.empty.say("")
        self._layers.setCurrentWidget(self.empty)

    def show_finding(
        self,
        finding: Finding,
        standing: Standing | None = None,
        *,
        possible: Sequence[Speaker] = (),
        is_waiting: bool = False,
    ) -> None:
        """Show what is known of ``finding`` and was decided; ``is_waiting`` while its verdict is to come.

        ``possible`` are those who may have said it, where that is to be asked.
        """
        is_other = self._finding is None or finding.quotation != self._finding.quotation
        self._finding, self._is_waiting = finding, is_waiting
        self._standing = standing or Standing()
        self._match = finding.verdict.match if finding.verdict else None
        self.question.ask([] if is_waiting else possible)
        self._show()
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)

    @property
    def archived_quote(self) -> ArchivedQuote | None:
        """The archived quote that is on show."""
        return self._match.quote if self._match else None

    @property
    def shows_candidate(self) -> bool:
        """Whether a candidate is on show in the place of the match that was found."""
        verdict = self._finding.verdict if self._finding else None
        return self._match is not None and verdict is not None and self._match != verdict.match

    @property
    def candidates(self) -> list[QPushButton]:
        """The buttons of the other candidates, best first."""
        return self.others.buttons

    def _show(self) -> None:
        finding = self._finding
        self._layers.setCurrentIndex(0)
        self._show_summary(finding)
        self._show_pair()
        self._show_candidates(finding)
        word = phrases.word(style_of(finding.verdict.wording)) if finding.verdict else ""
        self.buttons.show_what(word, is_candidate=self.shows_candidate)

    def _show_summary(self, finding: Finding) -> None:
        verdict = finding.verdict
        if verdict:
            words = verdict_html(verdict, theme_now())
        else:
            words = (
                self.tr("Being checked…") if self._is_waiting else self.tr("Not checked against an archive.")
            )
        self.summary.setText(paragraph(words))
        cautions = [] if verdict is None else [phrases.caution(caution) for caution in verdict.cautions]
        self.cautions.setText(escape("▲ " + " · ".join(cautions)))
        self.cautions.setVisible(bool(cautions))
        self.who.setText(self._who(finding))
        self.who.setVisible(not (self._is_waiting and phrases.is_unread(finding)))
        self._show_history()

    def _show_history(self) -> None:
        accent, withdraw = colour("accent", theme_now()).name(), escape(self.tr("withdraw"))
        lines = [
            f"<b>{escape(decided(decision.change))}</b> – {escape(who_and_when(decision))} "
            f'<a href="{decision.id}" style="color:{accent}">{withdraw}</a>'
            for decision in reversed(self._standing.decisions)
        ]
        if self._standing.has_changed:
            warning = colour("warning", theme_now()).name()
            words = escape(self.tr("The words or the finding have changed since this was decided."))
            lines.insert(0, f'<span style="color:{warning}">▲ {words}</span>')
        self.history.setText("<br>".join(lines))
        self.history.setVisible(bool(lines))

    def _who(self, finding: Finding) -> str:
        parts = [escape(phrases.speaker(finding))]
        if phrases.is_unsure(finding):
            parts[0] += f" {escape(phrases.confidence(finding))}"
            others = ", ".join(other.name for other in finding.attribution.alternatives)
            if others:
                parts.append(escape(self.tr("or {names}").format(names=others)))
        when = phrases.said(finding.dating)
        if finding.dating and (reason := phrases.reason(finding.dating)):
            when += f" ({reason})"
        return " · ".join([*parts, escape(when)])

    def _show_pair(self) -> None:
        self.texts.show_texts(self._finding.quotation.text, self._match, is_candidate=self.shows_candidate)
        verdict = self._finding.verdict
        is_absent = verdict is not None and verdict.wording is Wording.NOT_FOUND
        self.absence.setVisible(is_absent and self._match is None)

    def _show_candidates(self, finding: Finding) -> None:
        verdict = finding.verdict
        found = verdict.match if verdict else None
        all_of_them = [m for m in (found, *(verdict.candidates if verdict else ())) if m]
        others = [match for match in dict.fromkeys(all_of_them) if match != self._match]
        self.others.show_matches(others, found)
        chain = [self.archived.place, self.absence.add, *self.others.buttons, self.buttons.confirm]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _look_at(self, match: Match) -> None:
        self._match = match
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._finding:
            self._show_texts_again()

    def _show_texts_again(self) -> None:
        self._show_summary(self._finding)
        self._show_pair()

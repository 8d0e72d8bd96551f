"""The dialog in which a quotation is put into the archive with its source."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from quotecheck.archive import NewQuote
from quotecheck.desktop import phrases
from quotecheck.desktop.decisions.dialog import DecisionDialog
from quotecheck.desktop.theme import STEP, serif
from quotecheck.model import Finding, Interval, QuoteStatus

__all__ = ["ArchiveDialog"]

_PAUSE = 150
"""Milliseconds without a keystroke after which the date is read."""

Ask = Callable[[str, Callable[[Interval], None], Callable[[str], None]], None]


class ArchiveDialog(DecisionDialog):
    """Offers what is known of a finding, to be completed; ``ask`` reads a typed date."""

    completed = Signal(object)

    def __init__(self, finding: Finding, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add to archive"), finding.quotation.text, parent)
        self.setMinimumWidth(560)
        self._ask = ask
        self._said = finding.dating.interval if finding.dating else None
        self.words = QPlainTextEdit(finding.quotation.text)
        self.words.setTabChangesFocus(True)
        self.words.setFont(serif(self.font().pointSizeF() * 1.1))
        line = self.fontMetrics().lineSpacing()
        self.words.setMinimumHeight(2 * line)
        self.words.setMaximumHeight(4 * line)
        who = finding.attribution.speaker if finding.attribution else None
        self.speaker = QLineEdit(who.name if who else "")
        self.role = QLineEdit(who.role or "" if who else "")
        self.date = QLineEdit(phrases.days(self._said) if self._said else "")
        self.resolved = self.muted("")
        self.title, self.url, self.publisher, self.occasion = (QLineEdit() for _ in range(4))
        self.verified = QCheckBox(self.tr("I have compared the words with the source"))
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read_date)
        self.date.textEdited.connect(self._wait)
        self.words.textChanged.connect(self._show_ready)
        self.title.setFocus()
        self._show_ready()

    def _lay_out(self) -> None:
        form = self._form = QFormLayout()
        form.setHorizontalSpacing(4 * STEP)
        form.setVerticalSpacing(2 * STEP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.url.setPlaceholderText("https://")
        for label, field in (
            (self.tr("Speaker"), self.speaker),
            (self.tr("Role"), self.role),
            (self.tr("Said on"), self.date),
            ("", self.resolved),
            (self.tr("Source’s title"), self.title),
            (self.tr("Link"), self.url),
            (self.tr("Publisher"), self.publisher),
            (self.tr("Occasion"), self.occasion),
        ):
            if label:
                field.setAccessibleName(label)
            form.addRow(label, field)
        self.words.setAccessibleName(self.tr("Words"))
        self.column.addWidget(self.words)
        self.column.addWidget(_scrolled(form), 1)
        self.column.addWidget(self.verified, alignment=Qt.AlignmentFlag.AlignLeft)
        self._answer("")

    def _wait(self) -> None:
        self._said = None
        self._pause.start()
        self._show_ready()

    def _read_date(self) -> None:
        typed = self.date.text().strip()
        if typed:
            self._ask(typed, self._resolve, self._answer)
        else:
            self._answer("")

    def _answer(self, words: str) -> None:
        self.resolved.setText(words)
        self._form.setRowVisible(self.resolved, bool(words))

    def _resolve(self, said: Interval) -> None:
        self._said = said
        self._answer(f"= {phrases.days(said)}")
        self._show_ready()

    def _show_ready(self) -> None:
        is_dated = self._said is not None or not self.date.text().strip()
        self.ok.setEnabled(is_dated and bool(self.words.toPlainText().strip()))

    def quote(self) -> NewQuote:
        """Return what was filled in; an empty field is not known."""
        return NewQuote(
            self.words.toPlainText().strip(),
            speaker=_filled(self.speaker),
            speaker_role=_filled(self.role),
            said=self._said,
            source_url=_filled(self.url),
            source_title=_filled(self.title),
            publisher=_filled(self.publisher),
            occasion=_filled(self.occasion),
            status=QuoteStatus.VERIFIED if self.verified.isChecked() else QuoteStatus.UNVERIFIED,
        )

    def accept(self) -> None:
        if self.ok.isEnabled():
            self.completed.emit(self.quote())
            super().accept()


def _scrolled(form: QFormLayout) -> QScrollArea:
    """Return the form so that large text on a small screen leaves the buttons their place."""
    form.setContentsMargins(0, 0, 0, 0)
    body, area = QWidget(), QScrollArea()
    body.setLayout(form)
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _filled(field: QLineEdit) -> str | None:
    return " ".join(field.text().split()) or None

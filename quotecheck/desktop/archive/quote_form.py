"""The form in which an archived quote is read, corrected, withdrawn, or a new one entered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from quotecheck.archive import NewQuote
from quotecheck.archive.tags import parse_tags
from quotecheck.desktop import phrases
from quotecheck.desktop.archive.form import ArchiveForm, AskDay, DayField
from quotecheck.desktop.archive.offering import AskNames, OfferingField, OfferingListField
from quotecheck.desktop.theme import serif
from quotecheck.model import ArchivedQuote, Interval, QuoteStatus

__all__ = ["QuoteForm"]


def _filled(field: QLineEdit) -> str | None:
    return " ".join(field.text().split()) or None


class QuoteForm(ArchiveForm):
    """Shows one quote; ``changes`` are the fields of ``NewQuote`` in which it now differs."""

    retract_wanted = Signal()
    duplicates_wanted = Signal()

    def __init__(
        self, ask: AskDay, ask_speakers: AskNames, ask_tags: AskNames, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._quote: ArchivedQuote | None = None
        self._is_loading = False
        self.words = self.text_field(5)
        self.words.setFont(serif(self.font().pointSizeF() * 1.1))
        self.words.setAccessibleName(self.tr("Words"))
        self.facts = QLabel()
        self.facts.setObjectName("muted")
        self.facts.setWordWrap(True)
        self.said = DayField(self.tr("Said on"), ask)
        self.fields = {
            "speaker": OfferingField(ask_speakers),
            **{
                name: QLineEdit()
                for name in (
                    "speaker_role", "occasion", "source_title", "source_url", "publisher", "context",
                )
            },
        }  # fmt: skip
        self.tags = OfferingListField(ask_tags)
        self.tags.setPlaceholderText(self.tr("budget, for Monday"))
        self.status = QComboBox()
        for status in QuoteStatus:
            self.status.addItem(phrases.status(status), status)
        self.retract = QPushButton(self.tr("Withdraw"))
        self.retract.setToolTip(self.tr("Mark the quote as retracted; say why above"))
        self.duplicates = QPushButton(self.tr("Duplicates"))
        self.duplicates.setToolTip(self.tr("Look for other records of this statement"))
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self.column.addWidget(self.words)
        self.column.addWidget(self.facts)
        labels = {
            "speaker": self.tr("Speaker"),
            "speaker_role": self.tr("Role"),
            "occasion": self.tr("Occasion"),
            "context": self.tr("Context"),
            "source_title": self.tr("Source"),
            "source_url": self.tr("Link"),
            "publisher": self.tr("Publisher"),
        }
        self.fields["source_url"].setPlaceholderText("https://")
        for name in ("speaker", "speaker_role"):
            self.add_row(labels[name], self.fields[name])
        self.add_row(self.tr("Said on"), self.said)
        self.add_row(self.tr("Status"), self.status)
        self.add_row(self.tr("Tags"), self.tags)
        for name in ("source_title", "source_url", "publisher", "occasion", "context"):
            self.add_row(labels[name], self.fields[name])
        self.buttons.addWidget(self.retract)
        self.buttons.addWidget(self.duplicates)
        self.close_form()

    def _listen(self) -> None:
        self.words.textChanged.connect(self._show_ready)
        self.said.changed.connect(self._show_ready)
        self.status.currentIndexChanged.connect(self._show_ready)
        for field in (*self.fields.values(), self.tags, self.why):
            field.textEdited.connect(self._show_ready)
        self.retract.clicked.connect(self.retract_wanted)
        self.duplicates.clicked.connect(self.duplicates_wanted)

    def show_quote(self, quote: ArchivedQuote | None) -> None:
        """Show a quote to be corrected, or with None empty fields for a new one."""
        self._quote, self._is_loading = quote, True
        self.words.setPlainText(quote.text if quote else "")
        for name, field in self.fields.items():
            field.setText((getattr(quote, name, None) or "") if quote else "")
            field.setCursorPosition(0)
        self.tags.setText(", ".join(quote.tags) if quote else "")
        self.said.show_days(quote.said if quote else None)
        status = quote.status if quote else QuoteStatus.UNVERIFIED
        self.status.setCurrentIndex(self.status.findData(status))
        self.why.clear()
        new = self.tr("A new quote: say what was said, and by whom.")
        self.facts.setText(self._facts(quote) if quote else new)
        self._is_loading = False
        self._show_ready()

    def _facts(self, quote: ArchivedQuote) -> str:
        parts = [quote.uid]
        if quote.verified_by:
            when = phrases.days(Interval.day(quote.verified_on)) if quote.verified_on else self.tr("no date")
            parts.append(self.tr("verified by {who}, {when}").format(who=quote.verified_by, when=when))
        if quote.external_id:
            parts.append(self.tr("id {id}").format(id=quote.external_id))
        return " · ".join(parts)

    @property
    def is_edited(self) -> bool:
        """Whether something was typed that is not saved; the empty fields of a new quote are nothing."""
        return bool(self.changes()) or not self.said.is_ready

    @property
    def is_new(self) -> bool:
        """Whether the fields are those of a quote that is not in the archive yet."""
        return self._quote is None

    def stated(self) -> dict[str, Any]:
        """Return what the fields say, as fields of ``NewQuote``."""
        return {
            "text": self.words.toPlainText().strip(),
            "said": self.said.days,
            "tags": parse_tags([self.tags.text()]),
            "status": QuoteStatus(self.status.currentData()),  # Qt gives it back as a plain text
            **{name: _filled(field) for name, field in self.fields.items()},
        }

    def changes(self) -> dict[str, Any]:
        """Return the fields that differ from the quote's; all of a source's where one of them does."""
        quote = self._quote or ArchivedQuote(uid="", text="", speaker=None)
        stated = self.stated()
        changes = {k: v for k, v in stated.items() if (v or None) != (getattr(quote, k, None) or None)}
        of_source = ("source_title", "source_url", "publisher")
        if changes.keys() & set(of_source):
            changes |= {name: stated[name] for name in of_source}
        return changes

    def new_quote(self) -> NewQuote:
        """Return what the fields say as a new quote."""
        return NewQuote(**self.stated())

    def _show_ready(self) -> None:
        if self._is_loading:
            return
        has_words = any(map(str.isalnum, self.words.toPlainText()))
        is_changed = bool(self.changes())
        self.save.setText(self.tr("Add") if self.is_new else self.tr("Save"))
        self.save.setEnabled(has_words and self.said.is_ready and is_changed)
        self.discard.setEnabled(is_changed or self.is_new)
        is_withdrawn = self._quote is not None and self._quote.status is QuoteStatus.RETRACTED
        self.retract.setVisible(not self.is_new)
        self.duplicates.setVisible(not self.is_new)
        self.retract.setEnabled(not is_withdrawn and bool(self.why.text().strip()))

"""The right part of the archive window: one quote, its speaker, its source and their history, each a tab."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QTabWidget, QWidget

from quotecheck.archive.catalogue.shelf import ShelvedQuote
from quotecheck.archive.entries import SpeakerEntry
from quotecheck.desktop.archive.form import AskDay
from quotecheck.desktop.archive.history import HistoryView
from quotecheck.desktop.archive.jobs import Known
from quotecheck.desktop.archive.offering import AskNames
from quotecheck.desktop.archive.quote_form import QuoteForm
from quotecheck.desktop.archive.source_form import SourceForm
from quotecheck.desktop.archive.speaker_form import SpeakerForm
from quotecheck.desktop.widgets.empty_state import EmptyState

__all__ = ["ArchiveDetail"]


class ArchiveDetail(QWidget):
    """Shows what is known of a quote; says what a person wants changed of it.

    A change is ``change_wanted`` with what it is called and a function of the archive and the person's name.
    """

    change_wanted = Signal(str, object)
    new_wanted = Signal()
    duplicates_wanted = Signal()
    merge_wanted = Signal()
    text_wanted = Signal()
    quote_clicked = Signal(str)

    def __init__(
        self, ask: AskDay, ask_speakers: AskNames, ask_tags: AskNames, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("archiveDetail")
        self.shelved: ShelvedQuote | None = None
        self.known: Known | None = None
        self.quote = QuoteForm(ask, ask_speakers, ask_tags)
        self.speaker, self.source = SpeakerForm(), SourceForm(ask)
        self.history = HistoryView()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("What is known of the quote"))
        for page, title in (
            (self.quote, self.tr("Quote")),
            (self.speaker, self.tr("Speaker")),
            (self.source, self.tr("Source")),
            (self.history, self.tr("History")),
        ):
            self.tabs.addTab(page, title)
        self.empty = EmptyState()
        self.empty.say(
            self.tr("No quote selected"),
            self.tr("Select a quote to see where it is from and to correct it."),
            self.tr("Add a quote"),
        )
        self.empty.acted.connect(self.new_wanted)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.empty)
        self._layers.addWidget(self.tabs)
        self._listen()

    def _listen(self) -> None:
        self.quote.saved.connect(self._save_quote)
        self.quote.discarded.connect(self._discard_quote)
        self.quote.retract_wanted.connect(self._retract)
        self.quote.duplicates_wanted.connect(self.duplicates_wanted)
        self.speaker.saved.connect(self._save_speaker)
        self.speaker.discarded.connect(lambda: self.speaker.show_speaker(self.known and self.known.speaker))
        self.speaker.merge_wanted.connect(self.merge_wanted)
        self.source.saved.connect(self._save_source)
        self.source.discarded.connect(self._show_source)
        self.source.text_wanted.connect(self.text_wanted)
        self.source.quote_clicked.connect(self.quote_clicked)

    @property
    def is_edited(self) -> bool:
        """Whether something has been typed that is not saved."""
        if self._layers.currentWidget() is not self.tabs:
            return False
        others = (self.speaker, self.source)
        return self.quote.is_edited or any(form.discard.isEnabled() for form in others)

    def show_quote(self, shelved: ShelvedQuote) -> None:
        """Show a quote; what else is known of it follows with :meth:`show_known`."""
        self.shelved, self.known = shelved, None
        self._layers.setCurrentWidget(self.tabs)
        self.quote.show_quote(shelved.quote)
        self._show_others()

    def show_known(self, known: Known) -> None:
        """Show the speaker, the source and the history of the quote that is shown."""
        self.known = known
        self._show_others()

    def show_nothing(self) -> None:
        """Show that no quote is selected."""
        self.shelved = self.known = None
        self._layers.setCurrentWidget(self.empty)

    def begin_new(self) -> None:
        """Show empty fields for a new quote."""
        self.shelved = self.known = None
        self._layers.setCurrentWidget(self.tabs)
        self.tabs.setCurrentWidget(self.quote)
        self.quote.show_quote(None)
        self._show_others()
        self.quote.words.setFocus()

    def _show_others(self) -> None:
        known = self.known
        self.speaker.show_speaker(known.speaker if known else None)
        self._show_source()
        self.history.show_history(known.history if known else ())
        self.tabs.setTabEnabled(1, bool(known and known.speaker))
        self.tabs.setTabEnabled(2, bool(known and known.source))
        self.tabs.setTabEnabled(3, known is not None)

    def _show_source(self) -> None:
        known = self.known
        self.source.show_source(known.source if known else None, known.quotes_in_source if known else ())

    # What is wanted

    def _discard_quote(self) -> None:
        if self.shelved:
            self.quote.show_quote(self.shelved.quote)
        else:
            self.show_nothing()

    def _save_quote(self) -> None:
        note = self.quote.why.text().strip()
        if self.shelved is None:
            quote = self.quote.new_quote()
            self.change_wanted.emit(
                self.tr("Adding the quote"), lambda archive, by: archive.add_quote(quote, by=by)
            )
            return
        uid, changes = self.shelved.quote.uid, self.quote.changes()
        self.change_wanted.emit(
            self.tr("Correcting the quote"),
            lambda archive, by: archive.update_quote(uid, by=by, note=note, **changes),
        )

    def _retract(self) -> None:
        uid, reason = self.shelved.quote.uid, self.quote.why.text()
        self.change_wanted.emit(
            self.tr("Withdrawing the quote"),
            lambda archive, by: archive.retract_quote(uid, by=by, reason=reason),
        )

    def _save_speaker(self) -> None:
        uid, entry, note = self.shelved.speaker_uid, self.speaker.entry(), self.speaker.why.text().strip()
        self.change_wanted.emit(
            self.tr("Correcting the speaker"),
            lambda archive, by: archive.update_speaker(uid, entry, by=by, note=note),
        )

    def _save_source(self) -> None:
        uid, entry, note = self.shelved.source_uid, self.source.entry(), self.source.why.text().strip()
        self.change_wanted.emit(
            self.tr("Correcting the source"),
            lambda archive, by: archive.update_source(uid, entry, by=by, note=note),
        )

    def merge_with(self, other: str, entry: SpeakerEntry | None = None) -> None:
        """Ask for another speaker to be merged into the one that is shown."""
        kept = self.shelved.speaker_uid
        self.change_wanted.emit(
            self.tr("Merging the speakers"),
            lambda archive, by: archive.merge_speakers(kept, archive.speaker_uid(other), by=by),
        )

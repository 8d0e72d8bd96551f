"""What the command palette and the sheet of keys are filled with, and how they are opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence

from quotecheck.desktop import jobs, phrases
from quotecheck.desktop.command_palette import CommandPalette
from quotecheck.desktop.decisions.phrases import excerpt
from quotecheck.desktop.legend import Legend
from quotecheck.desktop.palette_model import Offer
from quotecheck.desktop.shortcut_sheet import ShortcutSheet
from quotecheck.model import ArchivedQuote

if TYPE_CHECKING:
    from quotecheck.desktop.main_window import MainWindow

__all__ = ["FindingAnything"]

_EXCERPT = 120


class FindingAnything(QObject):
    """Opens the palette over actions, quotations and the archive, and the sheet of keys."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.palette: CommandPalette | None = None
        self.sheet: ShortcutSheet | None = None
        self.legend: Legend | None = None
        window.actions_by_name["palette"].triggered.connect(self.open_palette)
        window.actions_by_name["keys"].triggered.connect(self.open_sheet)
        window.actions_by_name["legend"].triggered.connect(self.open_legend)

    def open_palette(self) -> None:
        """Offer what can be done now, the quotations, and what the archive has of what is typed."""
        self.palette = CommandPalette(self._actions() + self._quotations(), self._ask, self._window)
        self.palette.finished.connect(self._forget_palette)
        self.palette.open()

    def _forget_palette(self) -> None:
        self._window.deciding.lookups.forget("palette")
        self.palette.deleteLater()

    def open_sheet(self) -> None:
        """Show all keys."""
        self.sheet = ShortcutSheet(self._window.actions_by_name, self._window)
        self.sheet.finished.connect(self.sheet.deleteLater)
        self.sheet.open()

    def open_legend(self) -> None:
        """Show what the colours mean."""
        self.legend = Legend(self._window)
        self.legend.finished.connect(self.legend.deleteLater)
        self.legend.open()

    def _actions(self) -> list[Offer]:
        native = QKeySequence.SequenceFormat.NativeText
        return [
            Offer(action.text(), subject, action.trigger, action.shortcut().toString(native))
            for subject, action in self._window.actions_by_name.everything()
            if action.isEnabled()
        ]

    def _quotations(self) -> list[Offer]:
        return [
            Offer(
                f"{number}  {phrases.quoted(excerpt(finding.quotation.text, _EXCERPT))}",
                phrases.speaker(finding),
                lambda number=number: self._window.session.select(number),
            )
            for number, finding in enumerate(self._window.session.report.speech, start=1)
        ]

    def _ask(self, typed: str, on_result: Callable[[list[Offer]], None]) -> None:
        lookups = self._window.deciding.lookups
        job = jobs.searching(typed, self._window.session.archive, lookups.held)

        def offer(quotes: list[ArchivedQuote]) -> None:
            on_result([self._archived(quote) for quote in quotes])

        lookups.ask("palette", job, offer)

    def _archived(self, quote: ArchivedQuote) -> Offer:
        group = self.tr("Archive · {name}").format(name=quote.speaker or self.tr("speaker not named"))
        return Offer(phrases.quoted(excerpt(quote.text, _EXCERPT)), group, lambda: self._copy(quote))

    def _copy(self, quote: ArchivedQuote) -> None:
        QGuiApplication.clipboard().setText(phrases.correction(quote))
        self._window.banner.say(
            self.tr("The archived statement is on the clipboard, with its source: {source}").format(
                source=phrases.source(quote) or self.tr("not known")
            )
        )

"""The form in which a source is corrected and its full text given; its quotes are marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget

from quotecheck.archive.entries import SourceEntry
from quotecheck.desktop.archive.form import ArchiveForm, AskDay, DayField
from quotecheck.desktop.article.positions import Positions
from quotecheck.desktop.theme import colour, serif, theme_now

__all__ = ["SourceForm"]

_MOST_MARKED = 500
_QT_MOST = 16_777_215
"""The height that Qt takes for no limit."""


class SourceForm(ArchiveForm):
    """Shows one source; a click into a marked quote of its text is ``quote_clicked`` with the uid."""

    text_wanted = Signal()
    quote_clicked = Signal(str)

    def __init__(self, ask: AskDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: SourceEntry | None = None
        self._quotes: tuple[tuple[int, int, str], ...] = ()
        self._is_loading = False
        self.fields = {name: QLineEdit() for name in ("title", "publisher", "url", "language")}
        self.published = DayField(self.tr("Date"), ask)
        self.kind = QComboBox()
        for value, words in (
            ("", self.tr("not stated")),
            ("primary", self.tr("primary")),
            ("secondary", self.tr("secondary")),
        ):
            self.kind.addItem(words, value)
        self.text = self.text_field(12)
        self.text.setMaximumHeight(_QT_MOST)
        self.text.setFont(serif(self.font().pointSizeF() * 1.05))
        self.text.setAccessibleName(self.tr("Full text"))
        self.text.setPlaceholderText(
            self.tr("Paste the full text here: every sentence of it can then be found.")
        )
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.count.setWordWrap(True)
        self.load = QPushButton(self.tr("Text from a file…"))
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        labels = {
            "title": self.tr("Title"),
            "publisher": self.tr("Publisher"),
            "url": self.tr("Link"),
            "language": self.tr("Language"),
        }
        for name in ("title", "publisher"):
            self.add_row(labels[name], self.fields[name])
        self.add_row(self.tr("Date"), self.published)
        for name in ("url", "language"):
            self.add_row(labels[name], self.fields[name])
        self.fields["language"].setPlaceholderText("en, fr, de …")
        self.add_row(self.tr("Kind"), self.kind)
        self.buttons.addWidget(self.load)
        self.close_form()
        self.column.insertWidget(1, self.text, 1)
        self.column.insertWidget(1, self.count)

    def _listen(self) -> None:
        for field in self.fields.values():
            field.textEdited.connect(self._show_ready)
        self.kind.currentIndexChanged.connect(self._show_ready)
        self.published.changed.connect(self._show_ready)
        self.text.textChanged.connect(self._show_ready)
        self.text.cursorPositionChanged.connect(self._say_clicked)
        self.load.clicked.connect(self.text_wanted)

    def show_source(self, entry: SourceEntry | None, quotes: Sequence[tuple[int, int, str]] = ()) -> None:
        """Show a source and where quotes stand in its text; None disables the form."""
        self._entry, self._quotes, self._is_loading = entry, tuple(quotes), True
        self.widget().setEnabled(entry is not None)
        shown = entry or SourceEntry()
        for name, field in self.fields.items():
            field.setText(getattr(shown, name))
            field.setCursorPosition(0)
        self.published.show_days(shown.published)
        self.kind.setCurrentIndex(max(self.kind.findData(shown.kind), 0))
        self.text.setPlainText(shown.text)
        self.count.setText(
            self.tr("Quotes in this text: {count}").format(count=len(quotes))
            if shown.text
            else self.tr("The archive has no text of this source.")
        )
        self.why.clear()
        self._is_loading = False
        self.mark()
        self._show_ready()

    def mark(self) -> None:
        """Mark the quotes in the text, in the colours of the theme."""
        look = QTextCharFormat()
        look.setBackground(colour("printed_fill", theme_now()))
        look.setFontUnderline(True)
        look.setUnderlineColor(colour("printed", theme_now()))
        positions = Positions(self._entry.text) if self._entry else None
        marks = []
        for start, end, _uid in self._quotes[:_MOST_MARKED] if positions else ():
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(positions.units(start))
            cursor.setPosition(positions.units(end), QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, look
            marks.append(selection)
        self.text.setExtraSelections(marks)

    def take_text(self, text: str) -> None:
        """Put a text that was read from a file into the field."""
        self.text.setPlainText(text)

    def entry(self) -> SourceEntry:
        """Return what the fields say."""
        return SourceEntry(
            published=self.published.days,
            kind=self.kind.currentData(),
            text=self.text.toPlainText() if self.text.document().isModified() else self._text_before(),
            **{name: " ".join(field.text().split()) for name, field in self.fields.items()},
        )

    def _text_before(self) -> str:
        # What Qt shows is not always what is stored: other line ends, say. Unless edited, it stays as it is.
        return self._entry.text if self._entry else ""

    def _say_clicked(self) -> None:
        if self._is_loading or not self._entry or self.text.textCursor().hasSelection():
            return
        at = Positions(self._entry.text).point(self.text.textCursor().position())
        for start, end, uid in self._quotes:
            if start < at < end and not self.text.document().isModified():
                self.quote_clicked.emit(uid)
                return

    def _show_ready(self) -> None:
        if self._is_loading:
            return
        entry = self.entry()
        is_changed = self._entry is not None and entry != self._entry
        self.save.setEnabled(is_changed and self.published.is_ready and bool(entry.title or entry.url))
        self.discard.setEnabled(is_changed)

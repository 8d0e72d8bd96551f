"""Above the article: its title, when it appeared and how that is known, its language, its oddities."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from quotecheck.desktop import phrases
from quotecheck.desktop.theme import STEP, colour, serif, theme_now
from quotecheck.desktop.widgets.card import selectable
from quotecheck.desktop.widgets.flow_layout import FlowLayout
from quotecheck.desktop.widgets.inline_edit import InlineEdit
from quotecheck.desktop.widgets.title_button import TitleButton
from quotecheck.model import Article, Report, TextWarning

__all__ = ["ArticleHeader"]

_LONG_REASON = 72
"""Characters of a reason that are shown before it is asked for."""


class ArticleHeader(QWidget):
    """Shows what is known of the article; title and date can be corrected by clicking on them."""

    title_corrected = Signal(str)
    date_typed = Signal(str)
    warning_clicked = Signal(TextWarning)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._warnings: tuple[TextWarning, ...] = ()
        self._next_warning = 0
        self._reason = self._shown_reason = ""
        self.title = InlineEdit(
            self.tr("Title"), self.tr("Title of the article; empty: as in the text"), button=TitleButton()
        )
        font = serif(self.font().pointSizeF() * 1.55)
        font.setWeight(QFont.Weight.DemiBold)
        self.title.button.setFont(font)
        self.title.accepted.connect(self._accept_title)
        self.date = InlineEdit(
            self.tr("Date of the article"), self.tr("14 Dec 2021, or last Tuesday; empty: let the text tell")
        )
        self.date.accepted.connect(self.date_typed)
        self.date.given_up.connect(lambda: self._complain(""))
        self.reason, self.language = QLabel(), QLabel()
        self.complaint = QLabel()
        self.warnings = QPushButton()
        self._dress()
        self._lay_out()
        self.show_article(Article(""))

    def _dress(self) -> None:
        for label in (self.reason, self.language):
            label.setObjectName("facts")
            label.setContentsMargins(3, 0, 0, 0)
        selectable(self.reason)
        self.reason.linkActivated.connect(lambda target: self._show_reason(is_whole=target == "more"))
        self.complaint.setObjectName("caution")
        self.complaint.setWordWrap(True)
        self.complaint.setContentsMargins(3, 0, 0, 0)
        self.complaint.hide()
        self.warnings.setProperty("role", "link")
        self.warnings.setProperty("tone", "warning")
        self.warnings.setCursor(Qt.CursorShape.PointingHandCursor)
        self.warnings.clicked.connect(self._go_to_warning)

    def _lay_out(self) -> None:
        self._facts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._facts.setSpacing(2 * STEP)
        self._facts.addWidget(self.date, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._facts.addWidget(self.reason, 1)
        self._notes = QWidget()
        notes = FlowLayout(self._notes, spacing=3 * STEP)
        notes.addWidget(self.language)
        notes.addWidget(self.warnings)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(STEP)
        self._column.setContentsMargins(16 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        self._column.addWidget(self.title)
        self._column.addLayout(self._facts)
        self._column.addWidget(self.complaint)
        self._column.addWidget(self._notes)

    def show_report(self, report: Report, *, is_working: bool = False) -> None:
        """Show the facts of the report's article and its warnings; ``is_working`` while more is to come."""
        self.show_article(report.article, is_working=is_working)
        self._warnings = report.warnings
        self._next_warning = 0
        self.warnings.setVisible(bool(report.warnings))
        # The cautions stand with their quotations; here is what is odd about the text.
        self.warnings.setText(self.tr("▲ %Ln unpaired marks", "", len(report.warnings)))
        self.warnings.setToolTip("\n".join(map(phrases.warning, report.warnings[:8])))

    def show_article(self, article: Article, *, is_working: bool = False) -> None:
        """Show the title, the date with how it is known, and the language."""
        title = article.title or ""
        self.title.show_text(
            title or self.tr("Untitled article"), value=title, tone="title" if title else "empty"
        )
        has_text = bool(article.text.strip())
        published = article.published
        if published:
            self.date.show_text(phrases.days(published.interval), tone="date")
            self._reason = phrases.how_known(published)
        else:
            self.date.show_text(self.tr("Set the date"), value="", tone="date")
            self._reason = self.tr("being worked out…") if is_working else self.tr("not known yet")
        self._show_reason(is_whole=False)
        # Until the text has been read to its end, its language is a guess; what stands here stays.
        if not is_working:
            self.language.setText(phrases.language(article))
        self.setVisible(has_text or bool(title))
        self.warnings.hide()

    def edit_date(self) -> None:
        """Let the date be typed."""
        self.date.open_field()

    def accept_date(self) -> None:
        """Close the field: the date that was typed is one."""
        self._complain("")
        self.date.close_field()

    def refuse_date(self, sentence: str) -> None:
        """Say why the date that was typed is none; the field stays open."""
        self.date.show_wrong(True)
        self._complain(sentence)

    def align_with(self, left: int, right: int) -> None:
        """Stand above a column of text that keeps these distances, in pixels, from the edges."""
        self._column.setContentsMargins(left - 3, 3 * STEP, max(right, STEP), 3 * STEP)
        self._place_reason()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_reason()

    def _place_reason(self) -> None:
        """Put how the date is known beside the date where it has room on one line, else below."""
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self.date.sizeHint().width()
        has_room = self.reason.fontMetrics().horizontalAdvance(self._shown_reason) + 4 * STEP <= room
        direction = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        self._facts.setDirection(direction)
        self._facts.setSpacing(2 * STEP if has_room else STEP // 2)

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

    def _show_reason(self, *, is_whole: bool) -> None:
        """Show how the date is known; a long reason in short, with a link to the rest."""
        words = self._reason
        is_long = len(words) > _LONG_REASON
        short = words[:_LONG_REASON].rsplit(" ", 1)[0]
        shown, link = (words, self.tr("less")) if is_whole else (f"{short} …", self.tr("more"))
        target = "less" if is_whole else "more"
        accent = colour("accent", theme_now()).name()
        more = f' <a href="{target}" style="color:{accent}">{link}</a>'
        self.reason.setText(escape(shown) + more if is_long else escape(words))
        self._shown_reason = f"{shown} {link}" if is_long else words
        self._place_reason()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._reason:
            self._show_reason(is_whole=False)

    def _accept_title(self, title: str) -> None:
        self.title.close_field()
        self.title_corrected.emit(title)

    def _go_to_warning(self) -> None:
        if self._warnings:
            self.warning_clicked.emit(self._warnings[self._next_warning % len(self._warnings)])
            self._next_warning += 1

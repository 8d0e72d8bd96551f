"""The article: a plain text in a comfortable measure, its quotations marked, to be read and edited."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QToolTip, QWidget

from quotecheck.desktop.highlighter import line_boxes, paint_marks
from quotecheck.desktop.margin import Margin, Note
from quotecheck.desktop.marks import Mark, Marks
from quotecheck.desktop.positions import LONGEST_TEXT, Positions, shown
from quotecheck.desktop.scroll_strip import ScrollStrip
from quotecheck.desktop.theme import measure, serif, theme_now
from quotecheck.model import Span

__all__ = ["ArticleView"]

_LEADING = 130
"""Per cent of the font's own line height."""

_GUTTER = 64
"""Pixels that the margin has at least."""

_MEASURED = 200_000
"""Characters up to which the strip's dots stand at the height of their lines; asking lays all lines out."""

_AROUND_WORDS = ' \t\n\u00a0“”„‟«»‹›"'
"""What a selection may hold at its ends that is no part of a quotation."""

_PAGE = 20
"""Pixels between the text and the edge of the page."""


class ArticleView(QTextEdit):
    """An editor for plain text that paints the marks of a report behind the words.

    ``text_pasted`` says whether what was pasted is now the whole text.
    """

    text_edited = Signal()
    text_pasted = Signal(bool)
    lines_broken = Signal(int)
    files_dropped = Signal(list)
    text_refused = Signal(str)
    quotation_clicked = Signal(int)
    column_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article")
        self.setAccessibleName(self.tr("Article"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip = ScrollStrip()
        self.setVerticalScrollBar(self.strip)
        self.margin = Margin(self)
        self._marks = Marks()
        self._selected: int | None = None
        self._tips: dict[int, str] = {}
        self._is_loading = False
        self._offered: list[QAction] = []
        self.viewport().setMouseTracking(True)
        self.set_points(12.0)
        self.show_text("")
        self._listen()

    def _listen(self) -> None:
        self.textChanged.connect(self._report_edit)
        self.margin.quotation_clicked.connect(self.quotation_clicked)
        self.strip.quotation_clicked.connect(self.quotation_clicked)

    # What it shows

    def text(self) -> str:
        """Return the text as it stands, lines ended by a line feed."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show ``text``, which came through :func:`positions.shown`; nothing of the old one can be undone."""
        self._is_loading = True
        self._marks = Marks()
        # A document that is made ready before it is shown is laid out bit by bit; one on show, all at once.
        document = self._document_of(text)
        self.setDocument(document)
        document.contentsChange.connect(self._follow_edit)
        document.documentLayout().documentSizeChanged.connect(self._show_dots)
        document.setUndoRedoEnabled(True)
        self._is_loading = False
        self._refresh()

    def show_marks(self, marks: Marks, tips: dict[int, str]) -> None:
        """Mark the quotations; ``tips`` says of each, by number, what a tooltip shall say."""
        self._marks, self._tips = marks, tips
        self._refresh()

    def select(self, number: int | None, *, reveal: bool = True) -> None:
        """Outline a quotation, and ``reveal`` it."""
        self._selected = number
        mark = self._marks.numbered(number)
        if mark and reveal:
            self.reveal(mark.span)
        self._refresh()

    def reveal(self, span: Span) -> None:
        """Scroll until the start of ``span`` is comfortably in view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(span.start, self.document().characterCount() - 1))
        top = self.cursorRect(cursor).top()
        edge = self.fontMetrics().height() * 2
        if not edge <= top <= self.viewport().height() - 3 * edge:
            self.strip.setValue(self.strip.value() + top - self.viewport().height() // 3)

    def go_to(self, span: Span) -> None:
        """Select the words of ``span``, bring them into view and put the keyboard there."""
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(span.start, last))
        cursor.setPosition(min(span.end, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.reveal(span)
        self.setFocus()

    def set_points(self, points: float) -> None:
        """Set the size of the text."""
        font = serif(points)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set_column()
        self._refresh()

    @property
    def marks(self) -> Marks:
        """The marks as they stand after the edits since they were shown."""
        return self._marks

    def selected_words(self) -> Span | None:
        """Return the code points that are selected, without the spaces and the marks at their ends."""
        cursor, text = self.textCursor(), self.text()
        positions = Positions(text)
        start, end = positions.point(cursor.selectionStart()), positions.point(cursor.selectionEnd())
        while start < end and text[start] in _AROUND_WORDS:
            start += 1
        while end > start and text[end - 1] in _AROUND_WORDS:
            end -= 1
        return Span(start, end) if start < end else None

    def offer(self, actions: list[QAction]) -> None:
        """Offer these actions in the context menu, above the editor's own."""
        self._offered = actions

    # What comes in

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if paths:
            self.files_dropped.emit(paths)
        elif source.hasText():
            self._insert(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasUrls()

    def loadResource(self, _kind: int, _url: object) -> None:
        """Load nothing, whatever a pasted text may ask for."""

    def _insert(self, text: str) -> None:
        if len(text) + self.document().characterCount() > LONGEST_TEXT:
            sentence = self.tr("This text is too long to show here; check it with “quotecheck check FILE”.")
            self.text_refused.emit(sentence)
            return
        ready, broken = shown(text)
        cursor = self.textCursor()
        is_whole = cursor.selectionEnd() - cursor.selectionStart() == self.document().characterCount() - 1
        cursor.insertText(ready)
        self.ensureCursorVisible()
        self.text_pasted.emit(is_whole)
        if broken:
            self.lines_broken.emit(broken)

    # Edits

    def _follow_edit(self, at: int, removed: int, added: int) -> None:
        if not self._is_loading and (removed or added):
            # Qt counts the last paragraph's end among what a change of everything touches.
            length = self.document().characterCount() - 1
            self._marks = self._marks.edited(at, removed, min(added, length - at))

    def _report_edit(self) -> None:
        if not self._is_loading:
            self._refresh()
            self.text_edited.emit()

    def _document_of(self, text: str) -> QTextDocument:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(_PAGE)
        document.setDefaultFont(self.document().defaultFont())
        document.setPlainText(text)
        lines = QTextBlockFormat()
        lines.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        lines.setBottomMargin(self.fontMetrics().height() * 0.6)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(lines)
        return document

    # Geometry

    def _set_column(self) -> None:
        width = self.width() - self.strip.sizeHint().width()
        column = min(measure(self.document().defaultFont()) + 2 * _PAGE, width - _GUTTER)
        left = max(_GUTTER - _PAGE, (width - column) // 2)
        self.setViewportMargins(left, 0, max(0, width - left - column), 0)
        self.margin.setGeometry(0, 0, left + _PAGE // 2, self.height())
        self.column_moved.emit(left + _PAGE, self.width() - left - column + _PAGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_column()
        super().resizeEvent(event)
        self._refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self._show_notes()

    def _visible(self) -> tuple[QRectF, Span]:
        viewport = self.viewport().rect()
        box = QRectF(viewport).translated(0, self.strip.value())
        first = self.cursorForPosition(viewport.topLeft()).position()
        last = self.cursorForPosition(viewport.bottomRight()).position()
        return box, Span(first, last + 1)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        box, span = self._visible()
        painter = QPainter(self.viewport())
        painter.translate(0, -self.strip.value())
        paint_marks(
            painter,
            self.document(),
            self._marks,
            visible=box,
            span=span,
            selected=self._selected,
            theme=theme_now(),
        )
        painter.end()
        super().paintEvent(event)

    def _refresh(self) -> None:
        self.viewport().update()
        self._show_notes()
        self._show_dots()

    def _show_notes(self) -> None:
        box, span = self._visible()
        places = [(mark.span, self._tips.get(mark.number, ""), mark) for mark in self._marks.quotations]
        places += [(place, message, None) for place, message in self._marks.warnings]
        notes = [
            self._note(place, tip, mark, box) for place, tip, mark in places if span.contains(_first(place))
        ]
        self.margin.show_notes([note for note in notes if note], self._selected)

    def _note(self, place: Span, tip: str, mark: Mark | None, visible: QRectF) -> Note | None:
        first = next(line_boxes(self.document(), _first(place), visible), None)
        if first is None:
            return None
        y = first.center().y() - visible.top()
        return Note(y, tip, mark.number, mark.style) if mark else Note(y, tip)

    def _show_dots(self) -> None:
        place = (
            self._place_by_height if self.document().characterCount() <= _MEASURED else self._place_by_length
        )
        self.strip.show_dots([(mark.number, place(mark), mark.style) for mark in self._marks.quotations])

    def _place_by_height(self, mark: Mark) -> float:
        layout = self.document().documentLayout()
        block = self.document().findBlock(mark.span.start)
        line = block.layout().lineForTextPosition(mark.span.start - block.position())
        y = layout.blockBoundingRect(block).top() + (line.y() if line.isValid() else 0)
        return min(y / max(layout.documentSize().height(), self.viewport().height(), 1.0), 1.0)

    def _place_by_length(self, mark: Mark) -> float:
        return min(mark.span.start / self.document().characterCount(), 1.0)

    # Pointing

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        mark = self._mark_under(event.position())
        if mark and event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.quotation_clicked.emit(mark.number)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu(event.pos())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def context_menu(self, point: QPoint) -> QMenu:
        """Return the menu for a point of the viewport; a quotation that is there is selected first."""
        mark = self._mark_under(QPointF(point))
        if mark and not self.textCursor().hasSelection():
            self.quotation_clicked.emit(mark.number)
        menu = self.createStandardContextMenu(point)
        first = menu.actions()[0]
        menu.insertActions(first, self._offered)
        menu.insertSeparator(first)
        return menu

    def tip_at(self, point: QPointF) -> str:
        """Return what a tooltip says at a point of the viewport; nothing beside quotations."""
        mark = self._mark_under(point)
        return self._tips.get(mark.number, "") if mark else ""

    def _mark_under(self, point: QPointF) -> Mark | None:
        place = (
            self.document()
            .documentLayout()
            .hitTest(point + QPointF(0, self.strip.value()), Qt.HitTestAccuracy.ExactHit)
        )
        return self._marks.at(place) if place >= 0 else None


def _first(span: Span) -> Span:
    return Span(span.start, span.start + 1)

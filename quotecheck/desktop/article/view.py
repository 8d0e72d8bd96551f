"""The article: a plain text in a comfortable measure, its quotations marked, to be read and edited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from quotecheck.desktop.article.document import article_document, close_gaps, is_closed, open_line
from quotecheck.desktop.article.edge_drag import EdgeDrag
from quotecheck.desktop.article.marked_view import MarkedView
from quotecheck.desktop.article.marks import Marks
from quotecheck.desktop.article.positions import LONGEST_TEXT, Positions, shown
from quotecheck.model import Span

__all__ = ["ArticleView"]

_AROUND_WORDS = ' \t\n\u00a0“”„‟«»‹›"'
"""What a selection may hold at its ends that is no part of a quotation."""

_REACH = 5
"""Pixels from an edge of the selected quotation within which it can be taken hold of."""


class ArticleView(MarkedView):
    """An editor for plain text that paints the marks of a report behind the words.

    ``text_pasted`` says whether what was pasted is now the whole text; ``extent_dragged`` brings the number
    of the quotation that an edge was dragged of, and the code points that it covers now.
    """

    text_edited = Signal()
    text_pasted = Signal(bool)
    lines_broken = Signal(int)
    files_dropped = Signal(list)
    text_refused = Signal(str)
    extent_dragged = Signal(int, Span)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article")
        self.setAccessibleName(self.tr("Article"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._is_loading = False
        self._offered: list[QAction] = []
        self._drag: EdgeDrag | None = None
        self._below_line = 0.0
        self.viewport().setMouseTracking(True)
        self.set_points(12.0)
        self.show_text("")
        self.textChanged.connect(self._report_edit)

    # What it shows

    def text(self) -> str:
        """Return the text as it stands, lines ended by a line feed."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show ``text``, which came through :func:`positions.shown`; nothing of the old one can be undone."""
        self._is_loading = True
        self._marks, self._drag = Marks(), None
        # A document that is made ready before it is shown is laid out bit by bit; one on show, all at once.
        document = article_document(text, self.document().defaultFont(), self)
        self.setDocument(document)
        document.contentsChange.connect(self._follow_edit)
        document.documentLayout().documentSizeChanged.connect(lambda _size: self._dots_due.start())
        document.setUndoRedoEnabled(True)
        self._is_loading = False
        self._refresh()

    def selected_words(self) -> Span | None:
        """Return the code points that are selected, without the spaces and the marks at their ends."""
        cursor = self.textCursor()
        return self._words_in(Span(cursor.selectionStart(), cursor.selectionEnd()))

    def _words_in(self, units: Span) -> Span | None:
        text = self.text()
        positions = Positions(text)
        start, end = positions.point(units.start), positions.point(units.end)
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
        start = cursor.selectionStart()
        cursor.beginEditBlock()
        cursor.insertText(ready)
        if "\n\n" in ready:
            self._is_loading = True
            close_gaps(self.document(), start, cursor.position())
            self._is_loading = False
        cursor.endEditBlock()
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
        if self._is_loading:
            return
        block = self.textCursor().block()
        if is_closed(block):
            self._is_loading = True
            open_line(block, self.document())
            self._is_loading = False
        self._refresh_edited()
        self.text_edited.emit()

    # The edges of the selected quotation

    def _edge_under(self, point: QPointF) -> EdgeDrag | None:
        mark = self._marks.numbered(self._selected)
        if mark is None:
            return None
        for is_start, position in ((True, mark.span.start), (False, mark.span.end)):
            edge = self.edge_rect(position).adjusted(-_REACH, 0, _REACH, 0)
            knob = self.knob(position, is_start=is_start)
            if edge.contains(point.toPoint()) or knob.contains(point):
                return EdgeDrag(mark.span, is_start, position)
        return None

    def _follow_drag(self, drag: EdgeDrag | None) -> None:
        """Show the quotation as it would be if the edge were let go; None as it was."""
        shown_span = drag.span if drag else self._drag and self._drag.before
        mark = self._marks.numbered(self._selected)
        if mark and shown_span:
            self._marks = self._marks.exchanged(mark, replace(mark, span=shown_span))
        self._drag = drag
        self._refresh_edited()

    def _let_go(self) -> None:
        drag, number = self._drag, self._selected
        words = self._words_in(drag.span) if drag else None
        self._follow_drag(None)
        if drag and words and number and drag.span != drag.before:
            self.extent_dragged.emit(number, words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        edge = self._edge_under(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if edge:
            self._drag = edge
            # Whoever holds the knob is beside the line that is meant.
            self._below_line = event.position().y() - self.edge_rect(edge.at).center().y()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag:
            place = event.position() - QPointF(0, self._below_line)
            at = self.cursorForPosition(place.toPoint()).position()
            self._follow_drag(self._drag.moved_to(at))
            return
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            is_edge = self._edge_under(event.position()) is not None
            shape = Qt.CursorShape.SizeHorCursor if is_edge else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._drag and event.key() == Qt.Key.Key_Escape:
            self._follow_drag(None)
        else:
            super().keyPressEvent(event)

    # Pointing

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag:
            self._let_go()
            return
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

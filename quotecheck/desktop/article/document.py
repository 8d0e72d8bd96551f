"""The document of an article: plain paragraphs with room between them, however many blank lines part them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

__all__ = ["PAGE", "article_document", "close_gaps", "is_closed", "open_line"]

PAGE = 20
"""Pixels between the text and the edge of the page."""

_LEADING = 122
"""Per cent of the font's own line height."""

_BETWEEN = 0.6
"""Lines of room between two paragraphs."""

_BLANK = 50
"""Per cent of a line's height that a blank line keeps; those after it keep next to nothing."""

_CLOSED = 4


def _format(height: float, below: float) -> QTextBlockFormat:
    lines = QTextBlockFormat()
    lines.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    lines.setBottomMargin(below)
    return lines


def _room(document: QTextDocument) -> float:
    return QFontMetricsF(document.defaultFont()).height() * _BETWEEN


def _is_blank(block: QTextBlock) -> bool:
    return not block.text().strip()


def _set_format(block: QTextBlock, wanted: QTextBlockFormat) -> None:
    present = block.blockFormat()
    if (present.lineHeight(), present.bottomMargin()) != (wanted.lineHeight(), wanted.bottomMargin()):
        QTextCursor(block).setBlockFormat(wanted)


def close_gaps(document: QTextDocument, start: int = 0, end: int | None = None) -> None:
    """Let the blank lines between two positions part paragraphs as one line end does, and no wider.

    A pasted text often has a blank line, or several, between its paragraphs.
    """
    last = document.characterCount() if end is None else end
    block = document.findBlock(start)
    while block.isValid() and block.position() <= last:
        if _is_blank(block) and block.previous().isValid():
            is_second = _is_blank(block.previous())
            _set_format(block, _format(_CLOSED if is_second else _BLANK, 0.0))
            if not is_second:
                _set_format(block.previous(), _format(_LEADING, 0.0))
        block = block.next()


def is_closed(block: QTextBlock) -> bool:
    """Tell whether a line has words and still the height of a blank one."""
    return block.blockFormat().lineHeight() != _LEADING and not _is_blank(block)


def open_line(block: QTextBlock, document: QTextDocument) -> None:
    """Give a line the height of any other, as one step of undoing with what was written on it."""
    cursor = QTextCursor(block)
    cursor.joinPreviousEditBlock()
    cursor.setBlockFormat(_format(_LEADING, _room(document)))
    cursor.endEditBlock()


def article_document(text: str, font: QFont, parent: QObject) -> QTextDocument:
    """Return a document that is laid out and ready to be shown; its undoing is still switched off."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(PAGE)
    document.setDefaultFont(font)
    document.setPlainText(text)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_format(_LEADING, _room(document)))
    if "\n\n" in text:
        close_gaps(document)
    return document

"""Word documents (DOCX), with tracked insertions accepted and deletions gone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from quotecheck.reading.document import Document
from quotecheck.reading.errors import ReadingError
from quotecheck.reading.packages import DAMAGE, Package

__all__ = ["read"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
# Not the running text: boxes, the copy kept for old versions, and what was deleted or moved away.
_SKIPPED = frozenset({f"{_W}txbxContent", _FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr"})
_HEADLINE_STYLES = ("title", "heading 1")


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _words(child)


def _paragraphs(element: Any) -> Iterator[Any]:
    """Yield the body's paragraphs in reading order, those in tables and content controls too."""
    for child in element:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _paragraphs(child)


def _is_headline(document: Any, paragraph: Any) -> bool:
    from docx.enum.style import WD_STYLE_TYPE

    style = document.part.get_style(paragraph.style, WD_STYLE_TYPE.PARAGRAPH)
    return (style.name or "").lower() in _HEADLINE_STYLES


def read(data: bytes, name: str) -> Document:
    """Read a DOCX file. Its properties' dates are the file's, and say nothing of the publication."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    with Package(data, name) as package:
        data = package.unpacked()
    try:
        document = docx.Document(io.BytesIO(data))
        kept = [(p, "".join(_words(p)).strip()) for p in _paragraphs(document.element.body)]
        kept = [(p, words) for p, words in kept if words]
        title = kept[0][1] if kept and _is_headline(document, kept[0][0]) else None
    except (OpcError, LxmlError, *DAMAGE, KeyError, RecursionError, AttributeError) as error:
        raise ReadingError(
            "{name} is damaged or no DOCX file: save it again, or open its text.", name=name
        ) from error
    return Document("\n\n".join(words for _, words in kept), title=title)

"""OpenDocument texts (ODT)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quotecheck.reading.document import Document
from quotecheck.reading.packages import Package

__all__ = ["read"]

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}soft-page-break": ""}
_BLOCKS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
# Not the running text: deleted passages, footnotes and comments.
_SKIPPED = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation"})
_MANIFEST = "META-INF/manifest.xml"
_MOST_SPACES = 1_000


def _spaces(element: Any) -> str:
    count = element.get(f"{_TEXT}c", "1")
    return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)


def _words(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield _spaces(child)
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _words(child)
        yield child.tail or ""


def _blocks(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _blocks(child)


def read(data: bytes, name: str) -> Document:
    """Read an ODT file; the title is that of its properties, when the text begins with it."""
    with Package(data, name) as package:
        if b"encryption-data" in (package.part(_MANIFEST) or b""):
            raise package.encrypted()
        blocks = ["".join(_words(block)).strip() for block in _blocks(package.xml("content.xml"))]
        has_meta = package.part("meta.xml") is not None
        title = package.xml("meta.xml").findtext(f".//{_TITLE}") if has_meta else None
    text = "\n\n".join(block for block in blocks if block)
    return Document(text, title=title if title and text.startswith(title) else None)

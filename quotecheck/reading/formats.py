"""The registry of formats: which reader an article's file needs, by its content first and its name second."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from quotecheck.model import message
from quotecheck.reading.decoding import looks_binary
from quotecheck.reading.document import Document
from quotecheck.reading.errors import ReadingError

__all__ = ["EXTENSIONS", "Format", "format_of", "is_lines"]

_Reader = Callable[[bytes, str], Document]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what people call it, how its files' names end, and the module whose ``read`` reads it."""

    name: str
    extensions: tuple[str, ...]
    module: str

    def read(self, data: bytes, name: str) -> Document:
        """Read the bytes of the file called ``name``. Raises ReadingError."""
        reader: _Reader = import_module(f"quotecheck.reading.{self.module}").read
        return reader(data, name)


_TEXT = Format("text", (".txt", ".md", ".markdown", ".text"), "plain")
_HTML = Format("HTML", (".html", ".htm", ".xhtml"), "webpage")
_DOCX = Format("DOCX", (".docx",), "docx")
_PDF = Format("PDF", (".pdf",), "pdf")
_MAIL = Format("e-mail", (".eml",), "mail")
_RTF = Format("RTF", (".rtf",), "rtf")
_ODT = Format("ODT", (".odt", ".ott"), "odt")
_EPUB = Format("EPUB", (".epub",), "epub")
_FORMATS = (_TEXT, _HTML, _DOCX, _PDF, _MAIL, _RTF, _ODT, _EPUB)
_LINES = (".jsonl", ".ndjson")

EXTENSIONS = tuple(extension for known in _FORMATS for extension in known.extensions) + _LINES
"""The endings of the names of all files that can be read."""

_BY_EXTENSION = {extension: known for known in _FORMATS for extension in known.extensions}
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_MAIL_START = re.compile(
    rb"(?:(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to): .*\r?\n){3}",
    re.IGNORECASE,
)
_KNOWN = message("text, HTML, DOCX, PDF, EML, RTF, ODT, EPUB or JSONL")


def _zipped(data: bytes, name: str) -> Format:
    """Tell the zipped formats apart by the parts that they must have."""
    if b"word/document.xml" in data:
        return _DOCX
    if b"mimetypeapplication/epub+zip" in data[:100] or b"META-INF/container.xml" in data:
        return _EPUB
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:120]:
        return _ODT
    known = _BY_EXTENSION.get(PurePath(name).suffix.lower())
    if known in (_DOCX, _ODT, _EPUB):
        return known
    raise ReadingError(
        "{name} is an archive or a document of another kind: QuoteCheck reads {known}.",
        name=name,
        known=_KNOWN,
    )


def _by_content(data: bytes, name: str) -> Format | None:
    if data.startswith(_ZIP):
        return _zipped(data, name)
    if data.startswith(_OLE):
        raise ReadingError(
            "{name} is encrypted or an old Office document: save it as DOCX without a password.", name=name
        )
    if data.lstrip().startswith(b"%PDF-") or (name.lower().endswith(".pdf") and b"%PDF-" in data[:1024]):
        return _PDF
    if data.lstrip()[:5] == b"{\\rtf":
        return _RTF
    if _HTML_START.match(data[:4096]):
        return _HTML
    return None


def is_lines(name: str) -> bool:
    """Tell whether a file of this name holds one article a line."""
    return PurePath(name).suffix.lower() in _LINES


def format_of(data: bytes, name: str) -> Format:
    """Return the format of a document. Raises ReadingError when it is none that can be read."""
    known = _by_content(data, name) or _BY_EXTENSION.get(PurePath(name).suffix.lower())
    if known in (_DOCX, _PDF, _RTF, _ODT, _EPUB) and _by_content(data, name) is None and data.strip():
        raise ReadingError(
            "{name} is damaged or no {format} file: save it again, or open its text.",
            name=name,
            format=known.name,
        )
    if known is not None:
        return known
    if looks_binary(data):
        raise ReadingError("{name} is not a text: QuoteCheck reads {known}.", name=name, known=_KNOWN)
    return _MAIL if _MAIL_START.match(data[:4096]) else _TEXT

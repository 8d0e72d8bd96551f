"""Electronic books (EPUB): their chapters in reading order."""

from __future__ import annotations

import posixpath
from typing import Any
from urllib.parse import unquote

from quotecheck.model import Interval
from quotecheck.reading.document import Document
from quotecheck.reading.isodates import iso_interval
from quotecheck.reading.packages import Package, parsed_xml
from quotecheck.reading.webpage import page_text

__all__ = ["read"]

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_FONT_SCRAMBLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_ALGORITHM = "{http://www.w3.org/2001/04/xmlenc#}EncryptionMethod"


def _is_locked(package: Package) -> bool:
    """Tell whether more than the fonts is encrypted."""
    encryption = package.part("META-INF/encryption.xml")
    root = parsed_xml(encryption) if encryption else None
    if root is None:
        return False
    return any(method.get("Algorithm") not in _FONT_SCRAMBLING for method in root.iter(_ALGORITHM))


def _chapters(package: Package, opf: Any, folder: str) -> list[str]:
    """Return the paths of the chapters, in the order of the spine; the table of contents is none."""
    items = {item.get("id"): item for item in opf.iter(f"{_OPF}item")}
    spine = [items.get(ref.get("idref")) for ref in opf.iter(f"{_OPF}itemref")]
    return [
        posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in spine
        if item is not None and "nav" not in item.get("properties", "").split()
    ]


def _chapter_text(data: bytes | None) -> str:
    root = parsed_xml(data) if data else None
    if root is None:
        return ""
    body = root.find(f"{_XHTML}body")
    return page_text(body if body is not None else root)


def _published(opf: Any) -> Interval | None:
    """Return the day of publication: what EPUB 3 gives as the date, or what EPUB 2 marks as such."""
    dates = list(opf.iter(f"{_DC}date"))
    marked = [day for day in dates if day.get(f"{_OPF}event") == "publication"]
    plain = [
        day for day in dates if day.get(f"{_OPF}event") is None and opf.get("version", "").startswith("3")
    ]
    try:
        return iso_interval((marked or plain)[0].text or "")
    except (IndexError, ValueError):
        return None


def read(data: bytes, name: str) -> Document:
    """Read an EPUB as one text, with the title, date, publisher and language of its package."""
    with Package(data, name) as package:
        if _is_locked(package):
            raise package.encrypted()
        rootfile = next(package.xml("META-INF/container.xml").iter(f"{_CONTAINER}rootfile"), None)
        path = rootfile.get("full-path", "") if rootfile is not None else ""
        opf = package.xml(path)
        chapters = [
            _chapter_text(package.part(part)) for part in _chapters(package, opf, posixpath.dirname(path))
        ]
    language = (opf.findtext(f".//{_DC}language") or "").partition("-")[0].lower()
    return Document(
        "\n\n".join(chapter for chapter in chapters if chapter),
        title=(opf.findtext(f".//{_DC}title") or "").strip() or None,
        published=_published(opf),
        publisher=(opf.findtext(f".//{_DC}publisher") or "").strip() or None,
        language=language if len(language) == 2 else None,
    )

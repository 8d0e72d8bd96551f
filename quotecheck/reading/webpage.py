"""Web pages: the article without what surrounds it."""

from __future__ import annotations

import re
from typing import Any

from quotecheck.model import Interval
from quotecheck.reading.decoding import decoded, looks_binary
from quotecheck.reading.document import Document
from quotecheck.reading.errors import ReadingError
from quotecheck.reading.isodates import iso_interval
from quotecheck.reading.lines import normalised_newlines

__all__ = ["page_text", "read", "read_html"]

_BLOCKS = frozenset({"p", "head", "item", "row", "ab", "h1", "h2", "h3", "h4", "h5", "h6", "div", "li", "tr"})
_BREAKS = frozenset({"lb", "br"})
_UNREAD = frozenset({"script", "style", "noscript", "template", "svg", "title", "meta", "graphic"})
_PARAGRAPH = "\n\n"
_SPACES = re.compile(r"[ \t\r\n]+")
# A page whose bytes can be searched for this is not in UTF-16, whatever it declares.
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*(?!utf-?(?:16|32))([\w.:-]{2,30})""", re.IGNORECASE
)
# Only what a page declares: a search through its words would find an event's date or the copyright's year.
_DECLARED_DATES = {"original_date": True, "extensive_search": False}


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _opening(element: Any) -> str:
    return "\n" if _tag(element) in _BREAKS else _closing(element)


def _closing(element: Any) -> str:
    return _PARAGRAPH if _tag(element) in _BLOCKS else ""


def page_text(root: Any) -> str:
    """Return the words below ``root``, one paragraph a block, with a blank line between paragraphs."""
    from lxml.etree import iterwalk

    out: list[str] = []
    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and _tag(element) in _UNREAD:
            walk.skip_subtree()
        elif event == "start":
            out += (_opening(element), _SPACES.sub(" ", element.text or ""))
        if event != "start":
            out += (_closing(element), _SPACES.sub(" ", element.tail or "" if element is not root else ""))
    paragraphs = (re.sub(r" *\n *", "\n", part).strip() for part in "".join(out).split(_PARAGRAPH))
    return _PARAGRAPH.join(re.sub(r" {2,}", " ", part) for part in paragraphs if part)


def _marked(root: Any) -> None:
    """Write out the quotation marks that a browser draws around <q>."""
    for quote in root.iter("q"):
        quote.text = "“" + (quote.text or "")
        if len(quote):
            quote[-1].tail = (quote[-1].tail or "") + "”"
        else:
            quote.text += "”"
        quote.tag = "span"


def _published(stated: str | None) -> Interval | None:
    try:
        return iso_interval(stated) if stated else None
    except ValueError:
        return None


def _with_headline(text: str, title: str | None, root: Any) -> str:
    """Put the page's headline above the text where the extraction dropped it: headlines quote people too."""
    if not title or title in text[: len(title) + 200]:
        return text
    shown = {_SPACES.sub(" ", "".join(heading.itertext())).strip() for heading in root.iter("h1")}
    return f"{title}\n\n{text}" if title in shown else text


def read_html(html: str) -> Document:
    """Return the article of a web page, with the title, date, address and publisher that it declares."""
    import trafilatura
    from lxml.etree import LxmlError
    from trafilatura.settings import Document as Extracted
    from trafilatura.utils import load_html

    try:
        root = load_html(html)
        if root is None:
            return Document("" if "<" in html else html)
        _marked(root)
        plain = page_text(root)
        found = trafilatura.bare_extraction(
            root,
            include_comments=False,
            include_images=False,
            with_metadata=True,
            date_extraction_params=_DECLARED_DATES,
        )
    except (LxmlError, RecursionError) as error:
        raise ReadingError(
            "The page's HTML is damaged beyond reading: save it as text and open that."
        ) from error
    if not isinstance(found, Extracted) or found.body is None:
        return Document(normalised_newlines(plain))
    text = _with_headline(page_text(found.body) or plain, found.title, root)
    return Document(
        normalised_newlines(text),
        title=found.title or None,
        published=_published(found.date),
        source_url=found.url or None,
        publisher=found.sitename or None,
    )


def read(data: bytes, name: str) -> Document:
    """Read an HTML file, in the encoding that it declares. Raises ReadingError."""
    declared = _CHARSET.search(data[:4096])
    if declared and not looks_binary(data):
        try:
            return read_html(data.decode(declared[1].decode("ascii")))
        except (UnicodeDecodeError, LookupError):
            pass
    return read_html(decoded(data, name))

"""From a file, from bytes or from pasted text to articles."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from quotecheck.files import is_folder
from quotecheck.model import Article, Basis, Publication
from quotecheck.reading import formats, jsonl
from quotecheck.reading.document import Document
from quotecheck.reading.errors import ReadingError
from quotecheck.reading.headline import headline
from quotecheck.reading.language import detect_language
from quotecheck.reading.limits import MAX_FILE_BYTES, MAX_TEXT
from quotecheck.reading.translation import translated_from

__all__ = [
    "article_from_bytes",
    "article_from_html",
    "article_from_text",
    "articles_from_bytes",
    "read_articles",
]


def _article(document: Document, *, id: str, name: str) -> Article:
    if not document.text.strip():
        raise ReadingError("{name} holds no text: open a file that has the article's words in it.", name=name)
    if len(document.text) > MAX_TEXT:
        raise ReadingError(
            "{name} is longer than {max_text} characters: open the article on its own.",
            name=name,
            max_text=f"{MAX_TEXT:,}",
        )
    published = Publication(document.published, Basis.METADATA) if document.published else None
    return article_from_text(
        document.text,
        id=id,
        title=document.title,
        source_url=document.source_url,
        publisher=document.publisher,
        language=document.language,
        published=published,
    )


def article_from_text(
    text: str,
    *,
    id: str = "",
    title: str | None = None,
    source_url: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    published: Publication | None = None,
) -> Article:
    """Return an article of exactly this text; its code points are kept.

    What is not given is found in the text: the title when the first line looks like one, the language, and
    the language that the article says it was translated from.
    """
    spoken = language or detect_language(text)
    return Article(
        text=text,
        id=id,
        title=title or headline(text),
        source_url=source_url,
        publisher=publisher,
        language=spoken,
        translated_from=translated_from(text, language=spoken),
        published=published,
    )


def article_from_html(html: str) -> Article:
    """Return the article of a web page, or of a piece of one from the clipboard. Raises ReadingError."""
    from quotecheck.reading.webpage import read_html

    return _article(read_html(html), id="", name="The page")


def _document_article(data: bytes, name: str) -> Article:
    if len(data) > MAX_FILE_BYTES:
        raise ReadingError(
            "{name} is larger than {megabytes} MB: open the article on its own.",
            name=name,
            megabytes=MAX_FILE_BYTES // 2**20,
        )
    if not data.strip():
        raise ReadingError("{name} is empty: open a file that has the article's words in it.", name=name)
    return _article(formats.format_of(data, name).read(data, name), id=PurePath(name).stem, name=name)


def _line_articles(stream: BinaryIO, name: str) -> Iterator[Article]:
    """Yield the articles of a JSON Lines stream, and close it."""
    found = False
    with stream:
        for id_, document in jsonl.read_lines(stream, name):
            found = True
            yield _article(document, id=id_, name=f"{name}, article {id_}")
    if not found:
        raise ReadingError("{name} is empty: it should hold one article a line.", name=name)


def _holds_lines(data: bytes) -> bool:
    """Tell whether nameless bytes are JSON Lines: an object with a text on the first line."""
    first = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"text"' in first


def articles_from_bytes(data: bytes, *, name: str) -> Iterator[Article]:
    """Yield the articles of a file's content: many of a .jsonl (or of nameless JSON Lines), else one.

    ``name`` is used in messages, for the format where the content does not show it, and for the id.
    """
    if formats.is_lines(name) or (not PurePath(name).suffix and _holds_lines(data)):
        return _line_articles(io.BytesIO(data), name)
    return iter([_document_article(data, name)])


def article_from_bytes(data: bytes, *, name: str) -> Article:
    """Return the (first) article of a file's content. Raises ReadingError."""
    return next(articles_from_bytes(data, name=name))


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise ReadingError("{path} does not exist: check the name and the folder.", path=path) from error
    except IsADirectoryError as error:
        raise ReadingError("{path} is a folder: name the files in it.", path=path) from error
    except PermissionError as error:
        if is_folder(path):  # what Windows says of a folder
            raise ReadingError("{path} is a folder: name the files in it.", path=path) from error
        raise ReadingError("{path} may not be read: change its permissions or copy it.", path=path) from error
    except (OSError, ValueError) as error:
        raise ReadingError("{path} cannot be opened: {reason}.", path=path, reason=_reason(error)) from error


def _reason(error: OSError | ValueError) -> str:
    return os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)


def read_articles(path: Path | str) -> Iterator[Article]:
    """Yield the articles of a file: one of a document, one a line of a .jsonl.

    The id of a document is its name without the ending. Raises ReadingError, at once where the file itself
    cannot be read, and at the line in question where one of a .jsonl is bad.
    """
    path = Path(path)
    stream = _opened(path)
    if formats.is_lines(path.name):
        return _line_articles(stream, str(path))
    try:
        with stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise ReadingError("{path} cannot be read: {reason}.", path=path, reason=_reason(error)) from error
    return iter([_document_article(data, str(path))])

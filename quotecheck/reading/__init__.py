"""From a file or the clipboard to an article: the text, and what it says of itself."""

from quotecheck.reading.articles import (
    article_from_bytes,
    article_from_html,
    article_from_text,
    articles_from_bytes,
    read_articles,
)
from quotecheck.reading.errors import ReadingError
from quotecheck.reading.formats import EXTENSIONS

__all__ = [
    "EXTENSIONS",
    "ReadingError",
    "article_from_bytes",
    "article_from_html",
    "article_from_text",
    "articles_from_bytes",
    "read_articles",
]

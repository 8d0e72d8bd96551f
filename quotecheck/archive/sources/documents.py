"""A file as a source: its whole text without page furniture, and what the file says of itself."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.records import NewSource
from quotecheck.archive.sources.transcripts import TIME, turns
from quotecheck.model import Article, Basis, Interval

__all__ = ["read_source", "without_furniture"]

_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—]\s*)?(?:page|pg\.?|p\.)?\s*(\d{1,4})(?:\s+of\s+\d+)?\s*(?:[-–—]\s*)?", re.I
)
_LINE_NUMBER = re.compile(r"[ \t]*(\d{1,2})(?:[ \t]{1,12}(?=\S)|[ \t]*$)")
_ALONE_TIME = re.compile(rf"[ \t]*{TIME}[ \t]*")
_LEADING_TIME = re.compile(rf"[ \t]*{TIME}[ \t]*[-–—]?[ \t]*(?=\S)")
_REPEATS = 3
_NUMBERED = 0.6
_LONGEST_TITLE = 150


def _without_line_numbers(lines: list[str]) -> list[str]:
    """Take away the numbers of a numbered page's lines (1 to 25 or so), if nearly all lines have one."""
    found = [_LINE_NUMBER.match(line) for line in lines]
    numbers = [int(match[1]) for match in found if match]
    inked = sum(bool(line.strip()) for line in lines)
    in_order = sum(after == before + 1 or after == 1 for before, after in pairwise(numbers))
    if len(numbers) < max(10, _NUMBERED * inked) or in_order < 0.9 * (len(numbers) - 1):
        return lines
    plain, last = [], 0
    for line, match in zip(lines, found, strict=True):
        if match and int(match[1]) in (1, last + 1):
            last = int(match[1])
            plain.append(line[match.end() :])
        else:
            plain.append(line)
    return plain


def _page_breaks(lines: list[str]) -> set[int]:
    """Return the places of page numbers, and of the running heads and feet beside them."""
    inked = [i for i, line in enumerate(lines) if line.strip()]
    numbered = {i: int(match[1]) for i in inked if (match := _PAGE_NUMBER.fullmatch(lines[i]))}
    in_order = [i for i, after in pairwise(numbered) if numbered[after] == numbered[i] + 1]
    if len(in_order) + 1 < _REPEATS:
        return set()
    places = {inked.index(i) for i in numbered}
    beside = [n for place in places for n in (place - 1, place + 1) if 0 <= n < len(inked)]
    counts = Counter(lines[inked[n]].strip() for n in beside)
    running = {inked[n] for n in beside if counts[lines[inked[n]].strip()] >= _REPEATS}
    return set(numbered) | running


def _without_times(lines: list[str]) -> list[str]:
    timed = [line for line in lines if _ALONE_TIME.fullmatch(line) or _LEADING_TIME.match(line)]
    if len(timed) < _REPEATS:
        return lines
    return [_LEADING_TIME.sub("", line, count=1) for line in lines if not _ALONE_TIME.fullmatch(line)]


def without_furniture(text: str) -> str:
    """Return a text without line numbers, page numbers, running heads and the times of a recording.

    Each is taken away only where it comes again and again as such things do; else the text stays as it is.
    """
    lines = _without_line_numbers(text.split("\n"))
    breaks = _page_breaks(lines)
    lines = [line for i, line in enumerate(lines) if i not in breaks]
    return "\n".join(_without_times(lines))


def _first_line(text: str) -> str | None:
    """Return the line that a source opens with, if it may be a title."""
    line = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return line if len(line) <= _LONGEST_TITLE and not line.endswith((".", ":", "?")) else None


def _said(article: Article) -> Interval | None:
    """Return the day that the file or its text states; none that would have to be worked out."""
    from quotecheck.dates import date_article
    from quotecheck.dates.expressions import ExpressionKind, find_expressions
    from quotecheck.dates.resolving import calendar_interval

    published = article.published or date_article(article, [])
    if published and published.basis is not Basis.INFERRED:
        return published.interval
    opening = article.text[: turn.words.start] if (turn := next(iter(turns(article.text)), None)) else ""
    days = {
        calendar_interval(found)
        for found in find_expressions(opening)
        if found.kind is ExpressionKind.CALENDAR and None not in found.date
    }
    return days.pop() if len(days) == 1 else None


def read_source(
    path: Path | str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: Interval | None = None,
    speaker: str | None = None,
    kind: str | None = None,
) -> NewSource:
    """Read a text, PDF, web page, DOCX or other document as a source with its full text.

    What is not given is taken from the file: title, publisher, address, and the day it states. Raises
    ReadingError when it cannot be read, and ArchiveError when it holds several articles.
    """
    from quotecheck.reading import read_articles

    path = Path(path)
    articles = read_articles(path)
    article = next(articles)
    if next(articles, None) is not None:
        raise ArchiveError("{path} holds several texts: give each source a file of its own.", path=path)
    text = without_furniture(article.text)
    return NewSource(
        title=title or article.title or _first_line(text) or path.stem,
        publisher=publisher or article.publisher,
        published=published or _said(article),
        url=url or article.source_url,
        language=article.language,
        kind=kind,
        speaker=speaker,
        text=text,
    )

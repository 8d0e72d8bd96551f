"""Date the article: as it was given, else by its dateline, else from its own constraints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.ground import Ground, ground_of
from quotecheck.dates.inference import infer_publication
from quotecheck.dates.resolving import calendar_interval
from quotecheck.model import Article, Basis, Interval, Publication, Quotation, Span, message

__all__ = ["date_article"]

_HEAD_LINES = 12
_TAIL_LINES = 6
_LONGEST_LINE = 110
_PLACE = r"[A-Z][\w.’'-]*(?:[ /-][A-Z][\w.’'-]*){0,4}(?:, [A-Z][\w. ]{1,20})?"
_BEFORE_DATE = re.compile(rf"\s*(?:\([A-Z][\w ]+\)\s*[-–—]\s*)?(?:{_PLACE}\s*[,.(:—–-]*\s*)?")
_AFTER_DATE = re.compile(r"\s*\)?\s*(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)?\s*(?:—|–|--|-(?=\s)|:(?=\s))")
_CAPITALS = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ .’'/-]+(?:, [A-Z][\w. ]{1,20})?,?\s*")
_FULL_STOP = re.compile(r"[\w.)]\.?\s+(?=[A-Z“\"«„‘])(?<=\.\s)")
_WEEK = re.compile(r"\bweek (?P<which>ending|of|beginning|commencing)(?: on)?:?\s*$", re.IGNORECASE)
_MASTHEAD = re.compile(r"\bweek (?:ending|of|beginning|commencing)(?: on)?:?", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:(?:first|last)\s+)?(?:published|posted|updated|issued|released|dated?|filed|for immediate release)"
    r"\b(?:\s+(?:on|at|online))?\s*:?",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|date)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:\bat\s+|\b)\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?(?=\W|$)", re.IGNORECASE
)
_BYLINE = re.compile(r"\b[Bb]y\s+[A-Z][\w.’'-]+(?:\s+(?:and\s+)?[A-Z][\w.’'-]+){0,6}")
_SECTION = re.compile(rf"(?:^\s*{_PLACE}\s*[|·•,—–-])|(?:[|·•—–-]\s*{_PLACE}\s*$)")


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(at, at + len(line))
        at += len(line) + 1


def _is_whole(one: Expression) -> bool:
    return one.kind is ExpressionKind.CALENDAR and None not in one.date


def _stands_alone(line: str, within: Span, label: bool) -> bool:
    """Tell whether a line holds nothing but its date, a label, a byline, a place and a time of day."""
    rest = line[: within.start] + " | " + line[within.end :]
    rest = _BYLINE.sub(" ", _CLOCK.sub(" ", _LABEL.sub(" ", _MASTHEAD.sub(" ", rest))))
    rest = _SECTION.sub(" ", _SECTION.sub(" ", rest)) if not label else rest
    return not re.sub(r"[\W_]+", "", rest)


def _dateline(ground: Ground, line: Span) -> Expression | None:
    """Return the date of a line that is a dateline, or that begins with one."""
    words = line.of(ground.plain)
    for one in ground.within(line)[:2]:
        if not _is_whole(one) or one.lead not in ("", "on", "of", "dated"):
            continue
        within = Span(one.span.start - line.start, one.span.end - line.start)
        label = _LABEL.search(words[: within.start]) is not None
        if one.lead and not label and not _MASTHEAD.search(words):
            continue
        if len(words) <= _LONGEST_LINE and _stands_alone(words, within, label):
            return one
        before = words[: within.start]
        if _BEFORE_DATE.fullmatch(before) and _AFTER_DATE.match(words[within.end :]):
            return one
        if _CAPITALS.fullmatch(before) and _FULL_STOP.match(words[within.end - 1 :]):
            return one
    return None


def _week_of(ground: Ground, one: Expression, day: Interval) -> Interval:
    """Return the seven days of "week ending 8 August 2025" and the like; a plain date is left as it is."""
    found = _WEEK.search(ground.plain, max(0, one.span.start - 30), one.span.start)
    if found is None:
        return day
    ending = found["which"].lower() == "ending"
    first = day.earliest - timedelta(days=6) if ending else day.earliest
    return Interval(first, first + timedelta(days=6))


def _from_dateline(ground: Ground) -> Publication | None:
    lines = list(_lines(ground.plain))
    head = [(line, one) for line in lines[:_HEAD_LINES] if (one := _dateline(ground, line))]
    tail = [
        (line, one)
        for line in lines[_HEAD_LINES:][-_TAIL_LINES:]
        if _PUBLISHED.search(line.of(ground.plain)) and (one := _dateline(ground, line))
    ]
    # "Published" tells more than "Updated", and the first dateline more than a later one.
    for _, one in sorted([*head, *tail], key=lambda found: not _PUBLISHED.search(found[0].of(ground.plain))):
        if interval := calendar_interval(one):
            interval = _week_of(ground, one, interval)
            written = one.span.of(ground.text).strip()
            reason = message("The article is dated “{written}” in its own text.", written=written)
            return Publication(interval, Basis.TEXT, str(reason), one.span, reason)
    return None


def date_article(
    article: Article, quotations: Sequence[Quotation], *, today: date | None = None
) -> Publication | None:
    """Return when the article appeared, with its basis; None where nothing tells.

    A date that the article already has is kept. Else a dateline or a line of its own with the date counts,
    else it is inferred; quoted words never tell. ``today`` is the latest day that can be inferred.
    """
    if article.published is not None:
        return article.published
    ground = ground_of(article, quotations)
    return _from_dateline(ground) or infer_publication(ground, today=today)

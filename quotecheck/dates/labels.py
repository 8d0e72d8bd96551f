"""The dates that lines begin with: the entries of a timeline or a diary, the days of a record."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotecheck.dates.clauses import has_clause
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.model import Span

__all__ = ["entry_labels", "is_heading"]

_FEWEST = 2
"""One line that begins with a date may be the article's dateline."""

_LONGEST_HEADING = 80
_DATED = frozenset(
    {
        ExpressionKind.CALENDAR,
        ExpressionKind.RANGE,
        ExpressionKind.WEEKDAY,
        ExpressionKind.DAY,
        ExpressionKind.PERIOD,
    }
)
_BEFORE = re.compile(r"[\s•*·–—-]*")
_AFTER = re.compile(r"\s*(?:[:—–|]|-\s)")
_HEADS_LINE = re.compile(r"\s*(?:[.,]\s|[.:]?$)|(?<=\.)\s")


def _line(plain: str, one: Expression) -> Span:
    end = plain.find("\n", one.span.end)
    return Span(plain.rfind("\n", 0, one.span.start) + 1, len(plain) if end < 0 else end)


def is_heading(plain: str, one: Expression) -> bool:
    """Tell whether the line of a date is a heading: "Tuesday 3 March. Evidence of Mrs Hart"."""
    line = _line(plain, one)
    is_short = line.end - line.start <= _LONGEST_HEADING and not has_clause(line.of(plain))
    return is_short and _HEADS_LINE.match(plain, one.span.end, line.end) is not None


def _is_label(plain: str, one: Expression) -> bool:
    """Tell whether a date labels its line, as an entry of its own or as a heading."""
    line = _line(plain, one)
    if one.lead or one.kind not in _DATED or not _BEFORE.fullmatch(plain, line.start, one.span.start):
        return False
    return _AFTER.match(plain, one.span.end, line.end) is not None or is_heading(plain, one)


def entry_labels(plain: str, expressions: Iterable[Expression]) -> list[Expression]:
    """Return the dates that label the lines of a text, in order; none where only one line has such a date."""
    found = [one for one in expressions if _is_label(plain, one)]
    return found if len(found) >= _FEWEST else []

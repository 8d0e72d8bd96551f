"""Read a date that a person types: "2021-12-14", "14 Dec 2021", "last Tuesday", "Dec 2021"."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date
from itertools import product

from quotecheck.dates.expressions import Expression, ExpressionKind, find_expressions
from quotecheck.dates.order import DateOrder
from quotecheck.dates.resolving import resolve
from quotecheck.errors import QuoteCheckError
from quotecheck.model import Interval, message

__all__ = ["DateError", "parse_day"]

_FIRST_YEAR = 1000
_LONGEST = 60
_MONTHS = 12
_WAY_OUT = message("write it like 2021-12-14, 14 Dec 2021, Dec 2021 or last Tuesday")
_TIME = re.compile(r"[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[AaPp]\.?[Mm]\.?|[+-]\d\d:?\d\d)?$")
_BETWEEN = re.compile(r"^(\d{4}-\d\d-\d\d)\s*(?:/|–|—|\.\.|to|until|\s-\s)\s*(\d{4}-\d\d-\d\d)$")
_ISO = re.compile(r"^(\d+)([-/])(\d{1,2})(?:\2(\d{1,2}))?$")
_NUMERIC = re.compile(r"^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$")
_LEADS = ("", "in ")
_LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl")


class DateError(QuoteCheckError):
    """What was typed is no date; the message says how to write one."""


def _iso(text: str) -> Interval | None:
    """Read "2021-12-14" and "2021-12" strictly, so that a slip is named and not guessed at."""
    found = _ISO.match(text)
    if found is None or (found[2] == "/" and len(found[1]) <= 2):
        return None
    year, month, day = int(found[1]), int(found[3]), int(found[4] or 1)
    if not _FIRST_YEAR <= year <= MAXYEAR:
        raise DateError(
            "The year {year} of “{text}” is out of range; {way_out}.",
            year=found[1],
            text=text,
            way_out=_WAY_OUT,
        )
    try:
        first = date(year, month, day)
    except ValueError as error:
        raise DateError("“{text}” is not in the calendar; {way_out}.", text=text, way_out=_WAY_OUT) from error
    if found[4]:
        return Interval.day(first)
    after = date(year + month // 12, month % 12 + 1, 1) if year < MAXYEAR or month < 12 else date.max
    return Interval(first, date.fromordinal(after.toordinal() - 1) if after != date.max else date.max)


def _numeric(text: str, order: DateOrder | None) -> Interval | None:
    """Read "15/3/2024" and "3/15/2024"; where both numbers can be the month and no order is known, ask."""
    found = _NUMERIC.match(text)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    is_open = first != second and 1 <= first <= _MONTHS and 1 <= second <= _MONTHS
    if year >= _FIRST_YEAR and is_open and order is None:
        raise DateError(
            "“{text}” can be {one} or {other}; write the month as a word, or {iso}.",
            text=text,
            one=Interval.day(date(year, first, second)),
            other=Interval.day(date(year, second, first)),
            iso=date(year, second, first),
        )
    is_month_first = second > _MONTHS or (is_open and order is DateOrder.MONTH_FIRST)
    month, day = (first, second) if is_month_first else (second, first)
    return _iso(f"{year}-{month}-{day}")


def _whole(text: str) -> Expression | None:
    """Return the one expression that all of ``text`` is."""
    for language, lead in product(_LANGUAGES, _LEADS):
        full = lead + text
        found = find_expressions(full, language)
        if len(found) == 1 and not (full[: found[0].span.start] + full[found[0].span.end :]).strip(" ,.()"):
            return found[0]
    return None


def _by_dateparser(text: str, today: date) -> Interval | None:
    """Read what other languages and rarer spellings there are; a month or a year stays one."""
    from datetime import datetime, time

    from dateparser.date import DateDataParser

    if not re.search(r"[^\W\d_]{2}", text) or not re.search(r"\d", text):
        return None
    settings = {"RELATIVE_BASE": datetime.combine(today, time()), "PREFER_DATES_FROM": "past"}
    found = DateDataParser(settings=settings).get_date_data(text)
    if found.date_obj is None or not {"year", "month", "day"} & set(found.parts or ()):
        return None
    day = found.date_obj.date()
    if found.period in ("year", "month"):
        return (
            _iso(f"{day:%Y-%m}")
            if found.period == "month"
            else Interval(day.replace(month=1, day=1), day.replace(month=12, day=31))
        )
    return Interval.day(day)


def parse_day(text: str, *, today: date | None = None, order: DateOrder | None = None) -> Interval:
    """Return the days that a typed date means; ``today`` is the anchor of "last Tuesday".

    ``order`` reads "3/4/2024"; without one it is refused, for it can be two days.
    Raises ``DateError`` where it is no date, or one that the calendar does not have.
    """
    today = today or date.today()
    typed = " ".join(text.split())
    shown = typed if len(typed) <= _LONGEST else typed[:_LONGEST] + "…"
    if not typed:
        raise DateError("No date was given; {way_out}.", way_out=_WAY_OUT)
    if len(typed) > _LONGEST:
        raise DateError("“{shown}” is too long for a date; {way_out}.", shown=shown, way_out=_WAY_OUT)
    if between := _BETWEEN.match(typed):
        first, last = (parse_day(between[i], today=today, order=order) for i in (1, 2))
        if last.latest < first.earliest:
            raise DateError("“{shown}” ends before it begins; give the earlier day first.", shown=shown)
        return Interval(first.earliest, last.latest)
    typed = _TIME.sub("", typed)
    if exact := _iso(typed) or _numeric(typed, order):
        return exact
    one = _whole(typed.title())
    found = _resolved(one, today) if one else _by_dateparser(typed, today)
    if found is None:
        raise DateError(
            "“{shown}” is not a date that QuoteCheck understands; {way_out}.", shown=shown, way_out=_WAY_OUT
        )
    return found


def _resolved(one: Expression, today: date) -> Interval | None:
    """Resolve without cutting off the days to come: an article may be dated to this month, or tomorrow."""
    anchor = date.max if one.date.year is not None and one.kind is not ExpressionKind.WEEKDAY else today
    return resolve(one, anchor)

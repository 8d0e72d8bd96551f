"""Work out when an undated article appeared, from what its own dates allow.

A weekday beside a month and day ("Wednesday (Dec. 8)") is possible only in some years; a year that the
article looks back on is not after it; nobody writes from the future. Of what is left the likeliest is taken:
the first year after the latest one looked back on, and the week after the day that is written so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quotecheck.dates.clauses import reports, tokens
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.ground import Ground
from quotecheck.dates.resolving import calendar_interval
from quotecheck.lexicons import lexicon
from quotecheck.model import Basis, Interval, Message, Publication, joined, message

__all__ = ["infer_publication"]

_YEARS_SEARCHED = 60
_SOON = timedelta(days=7)
_LATER = timedelta(days=365)
_SAME_STORY = timedelta(days=45)
_LIMITS = frozenset(["by", "until", "till", "before", "from", "starting", "beginning", "ahead", "of"])
_REACH = 90
_MOST_PAIRS = 40


@dataclass(frozen=True)
class _Evidence:
    """The dates of a text that say something of the article's own."""

    pairs: list[Expression]
    """A month and day with their weekday, without a year."""
    plans: list[Expression]
    """The same, of something still to come."""
    past: list[tuple[Interval, Expression]]
    """Whole dates, months and years that the article looks back on."""
    lookbacks: list[Expression]
    """ "Last week", "last Friday"."""

    @property
    def floor(self) -> tuple[Interval, Expression] | None:
        """The latest time looked back on."""
        return max(self.past, key=lambda one: one[0].earliest, default=None)


def _to_come(ground: Ground, one: Expression) -> bool:
    """Tell whether the clause speaks of what is still to come: "will vote on Wednesday (Dec. 8)"."""
    start = max(ground.sentence(one.span.start).start, one.span.start - _REACH)
    words = [word.lower() for word in tokens(ground.plain[start : one.span.start])]
    if words and reports(words[-1], bare=False):
        return False  # "will open again, she said on Thursday (Nov. 16)"
    return one.lead in _LIMITS or not set(words).isdisjoint(lexicon("dates")["tense"]["future"])


def _evidence(ground: Ground) -> _Evidence:
    found = _Evidence([], [], [], [])
    for one in ground.expressions:
        to_come = _to_come(ground, one)
        if (
            one.kind is ExpressionKind.CALENDAR
            and one.date.day
            and one.date.year is None
            and one.weekday is not None
        ):
            if len(found.pairs) + len(found.plans) < _MOST_PAIRS:
                (found.plans if to_come else found.pairs).append(one)
        elif not to_come and (interval := calendar_interval(one)):
            found.past.append((interval, one))
        elif one.modifier == "last" and one.kind in (ExpressionKind.WEEKDAY, ExpressionKind.PERIOD):
            found.lookbacks.append(one)
    return found


def _occurrences(one: Expression, latest: date) -> list[date]:
    """Return the days on which this month and day fall on this weekday, up to ``latest``, in order."""
    days = []
    for year in range(latest.year - _YEARS_SEARCHED, latest.year + 1):
        try:
            day = date(year, one.date.month or 1, one.date.day or 1)
        except ValueError:
            continue
        if day.weekday() == one.weekday and day <= latest:
            days.append(day)
    return days


def _support(day: date, pairs: Sequence[Expression], today: date) -> list[date]:
    """Return the days of all pairs that belong to one story with ``day``."""
    return [
        other
        for one in pairs
        for other in _occurrences(one, today + _SOON)
        if abs(other - day) <= _SAME_STORY
    ]


def _after_lookbacks(
    window: Interval, day: date, lookbacks: Sequence[Expression]
) -> tuple[Interval, Expression | None]:
    """Narrow the week after ``day`` by "last week" or "last Friday", said of what happened in that week."""
    for one in lookbacks:
        if one.kind is ExpressionKind.PERIOD and one.unit == "week":
            saturday = day + timedelta(days=5 - day.weekday() if day.weekday() < 5 else 0)
            return Interval(max(saturday, day), max(saturday, day) + timedelta(days=6)), one
        if one.kind is ExpressionKind.WEEKDAY and one.weekday is not None and one.weekday >= day.weekday():
            named = day + timedelta(days=one.weekday - day.weekday())
            return Interval(named + timedelta(days=1), named + _SOON), one
    return window, None


def _other_years(one: Expression, day: date, evidence: _Evidence, today: date) -> list[Message]:
    """Say why the years before and after were passed over."""
    said = []
    days = _occurrences(one, today + timedelta(days=366 * 12))
    earlier = [other.year for other in days if other < day]
    later = [other.year for other in days if other > day]
    floor = evidence.floor
    if earlier:
        if floor and earlier[-1] <= floor[0].earliest.year:
            said.append(
                message(
                    "{year} is before the “{other}” that the article looks back on",
                    year=earlier[-1],
                    other=str(floor[1].date.year),
                )
            )
        else:
            said.append(message("the one before is {year}", year=earlier[-1]))
    if later and later[0] <= today.year:
        said.append(message("{year} is further from what it looks back on", year=later[0]))
    elif later:
        said.append(message("{year} is still to come", year=later[0]))
    return said


def _why_year(one: Expression, written: str, day: date, evidence: _Evidence, today: date) -> Message:
    """Say which year the day and its weekday are of, and why no other one."""
    others = _other_years(one, day, evidence, today)
    if not others:
        return message("“{written}” fits the year {year}", written=written, year=day.year)
    return message(
        "“{written}” fits the year {year} ({others})",
        written=written,
        year=day.year,
        others=joined(others, "{first}, {rest}"),
    )


def _why_week(ground: Ground, year: Message, seen: Expression | None, *, is_past: bool) -> Message:
    """Say why the article appeared in the week that was chosen."""
    if not is_past:
        return message("{year}, and the article announces that day.", year=year)
    if seen is None:
        return message("{year}, and the article looks back on that week.", year=year)
    return message(
        "{year}, and the article looks back on that week; it also says “{words}”, so that week was over.",
        year=year,
        words=seen.span.of(ground.text).strip(),
    )


def _from_pairs(ground: Ground, evidence: _Evidence, today: date) -> Publication | None:
    dated = evidence.pairs or evidence.plans
    floor = evidence.floor[0].earliest if evidence.floor else None
    candidates = [
        (day, one)
        for one in dated
        for day in _occurrences(one, today + _SOON)
        if floor is None or day + _SOON >= floor
    ]
    if not candidates:
        return None
    both = [*evidence.pairs, *evidence.plans]
    day, one = max(
        candidates,
        key=lambda found: (
            len(_support(found[0], both, today)),
            -found[0].toordinal() if floor else found[0].toordinal(),
        ),
    )
    # Of all days of the one story the article is later than the last, and before what it announces.
    told = [other for other in _support(day, evidence.pairs, today) if other <= today]
    planned = _support(day, evidence.plans, today)
    last = max(
        [*told, *([floor] if floor and told and abs(floor - day) <= _SAME_STORY else [])], default=None
    )
    if last is None:
        window = Interval(day - _SOON, day)
        seen: Expression | None = None
    else:
        window, seen = _after_lookbacks(Interval(last, last + _SOON), last, evidence.lookbacks)
        before = [other for other in planned if window.earliest <= other < window.latest]
        window = Interval(window.earliest, min([window.latest, *before]))
    window = Interval(min(window.earliest, today), min(window.latest, today))
    written = one.span.of(ground.text).strip()
    year = _why_year(one, written, day, evidence, today)
    reason = _why_week(ground, year, seen, is_past=last is not None)
    return Publication(window, Basis.INFERRED, str(reason), one.span, reason)


def _from_past(ground: Ground, evidence: _Evidence, today: date) -> Publication | None:
    """Date the article from the latest day or month that it looks back on; a year alone is too little."""
    days = [
        (interval, one) for interval, one in evidence.past if one.date.month and interval.earliest <= today
    ]
    if not days:
        return None
    latest, one = max(days, key=lambda found: found[0].earliest)
    if any(interval.earliest > latest.latest for interval, _ in evidence.past):
        return None  # It looks back on a later year too, and a year alone is too little.
    fresh = one.weekday is not None and one.date.day is not None
    written = one.span.of(ground.text).strip()
    window = Interval(latest.earliest, min(latest.latest + (_SOON if fresh else _LATER), today))
    reason = (
        message(
            "The latest date that the article looks back on is “{written}”, recent news, as the weekday "
            "stands beside it.",
            written=written,
        )
        if fresh
        else message(
            "The latest date that the article looks back on is “{written}”, and it does not say how long "
            "ago.",
            written=written,
        )
    )
    return Publication(window, Basis.INFERRED, str(reason), one.span, reason)


def infer_publication(ground: Ground, *, today: date | None = None) -> Publication | None:
    """Return when the article most likely appeared, with the reason; None where its text does not tell.

    ``today`` bounds it above. Evidence that cannot all be true gives None.
    """
    today = today or date.today()
    evidence = _evidence(ground)
    if evidence.pairs or evidence.plans:
        return _from_pairs(ground, evidence, today)
    return _from_past(ground, evidence, today)

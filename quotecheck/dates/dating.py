"""Say when each quotation was said: the expression that governs it, resolved against the article's date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotecheck.dates.clauses import governing_words
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.governing import governing_expression, governs, is_fronted
from quotecheck.dates.ground import Ground, ground_of
from quotecheck.dates.occasions import RULES
from quotecheck.dates.resolving import calendar_interval, resolve_within
from quotecheck.model import Article, Attribution, Basis, Dating, Interval, Publication, Quotation

__all__ = ["date_quotations"]

_PRONOUN = re.compile(r"(?:He|She|They|It)\s+(?:also\s+|then\s+)?said[\s,:]*$")
_EARLIER_DATES = 12
_TOLD_YEARS = {"that": 0, "the same": 0, "the following": 1, "the next": 1}


def _paragraph_start(ground: Ground, offset: int) -> int:
    return ground.plain.rfind("\n", 0, offset) + 1


def _in_told_year(ground: Ground, one: Expression) -> Expression:
    """Give "On May 3" the year of a paragraph that began "In 2016, …"; "in May of that year" always."""
    if one.kind is ExpressionKind.CALENDAR and one.modifier in _TOLD_YEARS:
        told = [
            other.date.year
            for other in ground.expressions
            if other.date.year and other.span.end <= one.span.start
        ]
        return (
            replace(one, date=one.date._replace(year=told[-1] + _TOLD_YEARS[one.modifier])) if told else one
        )
    if (
        one.kind is not ExpressionKind.CALENDAR
        or one.date.year
        or not one.date.month
        or one.weekday is not None
    ):
        return one
    start = _paragraph_start(ground, one.span.start)
    before = [other for other in ground.expressions if start <= other.span.start < one.span.start]
    for other in reversed(before):
        if other.kind is not ExpressionKind.CALENDAR:
            return one
        if other.date.year:
            told = is_fronted(ground, other.span) and governs(ground, other)
            return replace(one, date=one.date._replace(year=other.date.year)) if told else one
    return one


def _resolved(ground: Ground, one: Expression, published: Interval | None) -> Interval | None:
    one = _in_told_year(ground, one)
    told = _told_before(ground, one, published) if one.kind is ExpressionKind.NARRATIVE else None
    if one.kind is ExpressionKind.NARRATIVE and published is None:
        published = told
    if published is None:
        return calendar_interval(one)
    found = resolve_within(one, published, told=told)
    # What was said before the article appeared: a future reading is a misreading.
    return found if found and found.earliest <= published.latest else None


def _told_before(ground: Ground, one: Expression, published: Interval | None) -> Interval | None:
    """Return the last date told before ``one``, of the same grain: a day for "the following day"."""
    before = [other for other in ground.expressions if other.span.end <= one.span.start]
    for other in reversed(before[-_EARLIER_DATES:]):
        if other.lead in governing_words("other_time") or (one.names_day and not other.names_day):
            continue
        if found := _resolved(ground, other, published):
            return found
    return None


def _reason(ground: Ground, one: Expression, publication: Publication | None, interval: Interval) -> str:
    words = one.span.of(ground.text)
    if one.date.year is not None or publication is None:
        return f"The text gives it as “{words}”."
    if one.kind is ExpressionKind.NARRATIVE:
        return f"“{words}” counts from the date told before it."
    first, last = publication.interval
    when = f"{first}" if first == last else f"between {first} and {last}"
    how = ", which was worked out" if publication.basis is Basis.INFERRED else ""
    return f"“{words}” is read against the article’s date, {when}{how}."


def _dating(ground: Ground, one: Expression, publication: Publication | None) -> Dating | None:
    interval = _resolved(ground, one, publication.interval if publication else None)
    if interval is None:
        return None
    hangs = _in_told_year(ground, one).date.year is None and publication is not None
    uncertain = (
        hangs
        and publication is not None
        and (
            publication.basis is Basis.INFERRED
            or publication.interval.earliest != publication.interval.latest
        )
    )
    return Dating(interval, one.span, uncertain, _reason(ground, one, publication, interval))


def _own(
    ground: Ground, quotation: Quotation, attribution: Attribution | None, publication: Publication | None
) -> Dating | None:
    """Date a quotation from its own clause, else from its occasion."""
    if attribution is None or not quotation.kind.is_speech:
        return None
    for rule in (governing_expression, *RULES):
        one = rule(ground, quotation, attribution)
        if one is not None and (dating := _dating(ground, one, publication)):
            return dating
    return None


def _goes_on(
    ground: Ground,
    first: int,
    second: int,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution | None],
) -> bool:
    """Tell whether the second quotation goes on with the first: "She added: …", in the same breath."""
    before, after = attributions[first], attributions[second]
    if before is None or after is None or before.speaker.name != after.speaker.name:
        return False
    between = ground.plain[quotations[first].marked.end : quotations[second].marked.start]
    cue = after.cue.of(ground.plain).lower() if after.cue else ""
    adds = any(cue.startswith(word.rstrip("e")) for word in (*governing_words("continuing"), "went on"))
    says = _PRONOUN.match(between.strip(" ,.”\"'’")) is not None
    near = "\n" not in between.strip("\n") and between.count("\n") <= (2 if adds else 0)
    dates = any(
        quotations[first].marked.end <= one.span.start < quotations[second].marked.start
        and not (before.cue and abs(one.span.start - before.cue.end) < 40)
        for one in ground.expressions
    )
    return near and not dates and (adds or says)


def date_quotations(
    article: Article, quotations: Sequence[Quotation], attributions: Sequence[Attribution | None]
) -> list[Dating | None]:
    """Return when each quotation was said, None where the text does not say.

    ``article.published`` must already be filled in where it can be. The parts of a turn share its date, and
    so does what the speaker adds.
    """
    ground = ground_of(article, quotations)
    found = [
        _own(ground, quotation, attribution, article.published)
        for quotation, attribution in zip(quotations, attributions, strict=True)
    ]
    by_turn: dict[int, Dating] = {}
    for quotation, dating in zip(quotations, found, strict=True):
        if dating is not None:
            by_turn.setdefault(quotation.turn, dating)
    last: int | None = None
    for index, quotation in enumerate(quotations):
        if not quotation.kind.is_speech:
            continue
        if found[index] is None:
            found[index] = by_turn.get(quotation.turn)
        if (
            found[index] is None
            and last is not None
            and _goes_on(ground, last, index, quotations, attributions)
        ):
            found[index] = found[last]
        last = index
    return found

"""Say when each quotation was said: the expression that governs it, resolved where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotecheck.dates import acts, bodies, courts, documents, entries, events, questions, scenes
from quotecheck.dates.anchoring import interval_of, with_told_year
from quotecheck.dates.carrying import belongs_with
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.governing import governing_expression, is_to_come
from quotecheck.dates.ground import Ground, ground_of
from quotecheck.model import (
    Article,
    Attribution,
    Basis,
    Dating,
    Message,
    Publication,
    Quotation,
    Speaker,
    message,
)

__all__ = ["date_quotations"]

_NOBODY = Attribution(Speaker(""), None, None, 0.0)
_RULES: Sequence[Callable[[Ground, Quotation, Attribution], Expression | None]] = (
    governing_expression,
    acts.at_the_time,
    entries.of_entry,
    events.of_event,
    documents.of_document,
    documents.of_work,
    documents.of_own_document,
    acts.of_own_act,
    acts.of_visit,
    questions.of_question,
    questions.of_answer,
    bodies.of_own_body,
    bodies.of_subject,
    acts.of_remarks,
    documents.of_signature,
    courts.of_judgment,
    courts.of_hearing,
    events.of_venue,
    events.of_occasion_told,
    documents.of_findings,
    bodies.of_body,
    entries.of_live_entry,
    scenes.of_scene,
)
"""Where the date of a saying is looked for, surest first."""


def _reason(ground: Ground, one: Expression, publication: Publication | None) -> Message:
    words = one.span.of(ground.text)
    if publication is None or one.date.year is not None:
        return message("The text gives it as “{words}”.", words=words)
    if one.kind is ExpressionKind.NARRATIVE:
        return message("“{words}” counts from the date told before it.", words=words)
    days = publication.interval
    if publication.basis is Basis.INFERRED:
        return message(
            "“{words}” is read against the article’s date, {days}, which was worked out.",
            words=words,
            days=days,
        )
    return message("“{words}” is read against the article’s date, {days}.", words=words, days=days)


def _dating(ground: Ground, one: Expression, publication: Publication | None) -> Dating | None:
    interval = interval_of(ground, one, publication.interval if publication else None)
    if interval is None:
        return None
    one = with_told_year(ground, one)
    hangs_on_article = publication is not None and one.date.year is None
    inferred = publication is not None and (
        publication.basis is Basis.INFERRED or publication.interval.earliest != publication.interval.latest
    )
    reason = _reason(ground, one, publication)
    return Dating(interval, one.span, hangs_on_article and inferred, str(reason), reason)


def _own_dating(
    ground: Ground, quotation: Quotation, attribution: Attribution | None, publication: Publication | None
) -> Dating | None:
    """Date a quotation from its own clause, else from its occasion."""
    if not quotation.kind.is_speech:
        return None
    attribution = attribution or _NOBODY
    if is_to_come(ground, quotation, attribution):
        return None
    for rule in _RULES[:1] if attribution.negated else _RULES:
        one = rule(ground, quotation, attribution)
        if one is not None and (dating := _dating(ground, one, publication)):
            return dating
    return None


def date_quotations(
    article: Article, quotations: Sequence[Quotation], attributions: Sequence[Attribution | None]
) -> list[Dating | None]:
    """Return when each quotation was said, None where the text does not say.

    ``article.published`` must already be filled in where it can be. The parts of a turn share its date, and
    so does what the speaker adds.
    """
    ground = ground_of(article, quotations)
    said = list(zip(quotations, attributions, strict=True))
    found = [
        _own_dating(ground, quotation, attribution, article.published) for quotation, attribution in said
    ]
    of_turn: dict[int, Dating] = {}
    for quotation, dating in zip(quotations, found, strict=True):
        if dating is not None:
            of_turn.setdefault(quotation.turn, dating)
    heads: dict[int, Attribution | None] = {}
    last: int | None = None
    for index, quotation in enumerate(quotations):
        if not quotation.kind.is_speech:
            continue
        heads.setdefault(quotation.turn, said[index][1])
        if found[index] is None:
            found[index] = of_turn.get(quotation.turn)
        who = said[index][1]
        if found[index] is None and last is not None and not (who and who.negated):
            before = (quotations[last], heads[quotations[last].turn])
            found[index] = found[last] if belongs_with(ground, before, said[index]) else None
        last = index
    return found

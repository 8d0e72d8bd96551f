"""Say when each quotation was said: the expression that governs it, resolved where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecheck.dates.anchoring import interval_of, with_told_year
from quotecheck.dates.clauses import governing_words
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.governing import governing_expression
from quotecheck.dates.ground import Ground, ground_of
from quotecheck.dates.occasions import RULES
from quotecheck.model import Article, Attribution, Basis, Dating, Publication, Quotation, Span, Speaker

__all__ = ["date_quotations"]

_SAYS_MORE = re.compile(r"(?:He|She|They|It)\s+(?:also\s+|then\s+)?said[\s,:]*$")
_NOBODY = Attribution(Speaker(""), None, None, 0.0)
_OWN_DATE = 40
"""How far behind its cue the date of the quotation before may stand."""


def _reason(ground: Ground, one: Expression, publication: Publication | None) -> str:
    words = one.span.of(ground.text)
    if publication is None or one.date.year is not None:
        return f"The text gives it as “{words}”."
    if one.kind is ExpressionKind.NARRATIVE:
        return f"“{words}” counts from the date told before it."
    first, last = publication.interval
    when = f"{first}" if first == last else f"between {first} and {last}"
    how = ", which was worked out" if publication.basis is Basis.INFERRED else ""
    return f"“{words}” is read against the article’s date, {when}{how}."


def _dating(ground: Ground, one: Expression, publication: Publication | None) -> Dating | None:
    interval = interval_of(ground, one, publication.interval if publication else None)
    if interval is None:
        return None
    one = with_told_year(ground, one)
    hangs_on_article = publication is not None and one.date.year is None
    inferred = publication is not None and (
        publication.basis is Basis.INFERRED or publication.interval.earliest != publication.interval.latest
    )
    return Dating(interval, one.span, hangs_on_article and inferred, _reason(ground, one, publication))


def _own_dating(
    ground: Ground, quotation: Quotation, attribution: Attribution | None, publication: Publication | None
) -> Dating | None:
    """Date a quotation from its own clause, else from its occasion."""
    if not quotation.kind.is_speech:
        return None
    attribution = attribution or _NOBODY
    for rule in (governing_expression, *RULES):
        one = rule(ground, quotation, attribution)
        if one is not None and (dating := _dating(ground, one, publication)):
            return dating
    return None


def _goes_on(
    ground: Ground, first: tuple[Quotation, Attribution | None], second: tuple[Quotation, Attribution | None]
) -> bool:
    """Tell whether the second quotation goes on with the first: "She added: …", in the same breath."""
    (before, said), (after, says) = first, second
    if said is None or says is None or said.speaker.name != says.speaker.name:
        return False
    between = ground.plain[before.marked.end : after.marked.start]
    cue = says.cue.of(ground.plain).lower() if says.cue else ""
    adds = any(cue.startswith(word.removesuffix("e")) for word in (*governing_words("continuing"), "went on"))
    if between.count("\n") > (2 if adds else 0):
        return False
    own = said.cue.end + _OWN_DATE if said.cue else before.marked.end
    unmarked = Span(before.marked.end, after.marked.start)
    another = any(one.span.start > own for one in ground.within(unmarked))
    return not another and (adds or _SAYS_MORE.match(between.strip(" ,.”\"'’")) is not None)


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
    last: int | None = None
    for index, quotation in enumerate(quotations):
        if not quotation.kind.is_speech:
            continue
        if found[index] is None:
            found[index] = of_turn.get(quotation.turn)
        if found[index] is None and last is not None and _goes_on(ground, said[last], said[index]):
            found[index] = found[last]
        last = index
    return found

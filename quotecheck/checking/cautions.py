"""What is wrong, or may be, besides the words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotecheck.checking.candidates import Candidate
from quotecheck.checking.context import Surroundings, context_warning
from quotecheck.checking.left_out import hidden_words, hides
from quotecheck.checking.splices import Splice, far_apart
from quotecheck.model import (
    Article,
    Caution,
    Difference,
    DifferenceKind,
    DifferenceOp,
    Finding,
    Message,
    QuoteStatus,
    Span,
)

__all__ = ["Cautions", "cautions_of", "rivals"]

_HARMLESS = (DifferenceKind.DISCLOSED, DifferenceKind.FUNCTION, DifferenceKind.SPELLING)
_MUCH_SHORTER = 3
_AS_GOOD = 0.02
_COMMONPLACE = 6
_READ_ON = 1200


class Cautions(NamedTuple):
    """The cautions in the order of ``Caution``, and what the surroundings say, in one clause."""

    found: tuple[Caution, ...]
    context: Message | None


def _omits(best: Candidate, differences: Sequence[Difference]) -> bool:
    """Tell whether words were dropped, or many were put in fewer, with nothing on the page to show it."""
    alignment = best.alignment
    page = alignment.printed.terms.spans
    inside = Span(page[0].start, page[-1].end)
    shown = {
        alignment.archived.spans[change.a0].start
        for change in alignment.changes
        if change.a0 < change.a1 and change.p0 == change.p1 and change.p0 in alignment.printed.ellipses
    }
    for difference in differences:
        if difference.kind in _HARMLESS or difference.archive_span.start in shown:
            continue
        if difference.op is DifferenceOp.DELETE and inside.start < difference.article_span.start < inside.end:
            return True
        kept = len(difference.article.split())
        if len(difference.archive.split()) >= 2 * kept + _MUCH_SHORTER:
            return True
    return False


def rivals(best: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """Return the archived quotes of other speakers that fit the words as well."""
    return [
        other
        for other in others
        if other is not best
        and other.quote.speaker != best.quote.speaker
        and other.quote.speaker is not None
        and abs(other.alignment.agreement - best.alignment.agreement) <= _AS_GOOD
    ]


def _ambiguous(best: Candidate, others: Sequence[Candidate]) -> bool:
    """Several speakers said it and the article does not tell which, or names one who is none of them."""
    if best.speaker_agrees:
        return False
    different = {other.quote.speaker for other in rivals(best, others)}
    if best.speaker_agrees is None:
        return bool(different)
    return len(different) >= 2


def _commonplace(best: Candidate, others: Sequence[Candidate]) -> bool:
    """Tell whether so few words were said by so many that nobody can be called their author."""
    return len(best.alignment.printed.keys) < _COMMONPLACE and _ambiguous(best, others)


def cautions_of(
    best: Candidate,
    differences: Sequence[Difference],
    splices: Sequence[Splice],
    others: Sequence[Candidate],
    *,
    finding: Finding,
    article: Article,
    window: Span,
    around: Surroundings,
    same_words: bool,
) -> Cautions:
    """Collect every caution that ``best`` gives cause for.

    ``same_words`` is false for a mere suggestion, of which nothing can be said to be left out or spliced.
    """
    found: set[Caution] = set()
    claimed = finding.attribution is None or finding.attribution.is_claimed
    parts = [best, *(splice.candidate for splice in splices)]
    if all(p.speaker_agrees is False for p in parts) and claimed and not _commonplace(best, others):
        found.add(Caution.MISATTRIBUTED)
    if claimed and (all(p.day_agrees is False for p in parts) or any(part.later for part in parts)):
        found.add(Caution.MISDATED)
    context = None
    if same_words:
        start, end = finding.quotation.span
        printed = article.text[max(0, start - _READ_ON) : start], article.text[end : end + _READ_ON]
        context = context_warning(best.alignment, window, around, *printed)
        checks = (
            (Caution.OMISSION, _omits(best, differences)),
            (Caution.HIDDEN_BY_ELLIPSIS, hides(hidden_words(best.alignment))),
            (Caution.SPLICED, bool(splices) or far_apart(best)),
            (Caution.CONTEXT, context is not None),
            (Caution.AMBIGUOUS, _ambiguous(best, others)),
        )
        found.update(caution for caution, holds in checks if holds)
    if article.translated_from is not None:
        found.add(Caution.TRANSLATED)
    if best.quote.status in (QuoteStatus.DISPUTED, QuoteStatus.RETRACTED):
        found.add(Caution.DISPUTED)
    return Cautions(tuple(caution for caution in Caution if caution in found), context)

"""The verdict in a plain sentence or two: what differs, who said it, when, and what to beware of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quotecheck.archive.interface import QuoteStore
from quotecheck.checking.candidates import Candidate, Circle
from quotecheck.checking.splices import Splice
from quotecheck.checking.who_when import named_speaker
from quotecheck.model import (
    ArchivedQuote,
    Article,
    Caution,
    Difference,
    DifferenceKind,
    DifferenceOp,
    Finding,
    Interval,
    Wording,
)

__all__ = ["not_found_summary", "summary_of", "too_little_summary"]

_SHOWN = 3
_LONGEST = 60
_COUNTS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
_SMALL_CHANGES = "The article is a translation, so small differences are to be expected."
_QUIET = (DifferenceKind.FUNCTION, DifferenceKind.SPELLING, DifferenceKind.DISCLOSED)
_CAN_TURN = {
    DifferenceKind.NEGATION: "a negation or its contrary",
    DifferenceKind.NUMBER: "a number or unit",
    DifferenceKind.NAME: "a name",
    DifferenceKind.MODALITY: "how certain or binding it is",
    DifferenceKind.QUANTITY: "how much is claimed",
    DifferenceKind.DATE: "a date",
}


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _days(interval: Interval) -> str:
    first, last = interval
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day >= 28
        return f"{first:%B} {first.year}" if whole else f"{first:%B} {first.day}–{last.day}, {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return f"{_day(first)} to {_day(last)}"


def _who_and_when(quote: ArchivedQuote) -> str:
    who = quote.speaker or "an unknown speaker"
    return f"{who}, {_days(quote.said)}" if quote.said else f"{who}, at an unknown date"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"


def _one(difference: Difference) -> str:
    article, archive = f"“{_short(difference.article)}”", f"“{_short(difference.archive)}”"
    if difference.op is DifferenceOp.INSERT:
        return f"{article} is not in the source"
    if difference.op is DifferenceOp.DELETE:
        return f"{archive} was left out"
    if difference.op is DifferenceOp.MOVE and difference.article.casefold() == difference.archive.casefold():
        return f"{article} was said in another place"
    return f"{article} was {archive}"


def _listed(differences: Sequence[Difference]) -> str:
    telling = [d for d in differences if d.kind not in _QUIET or d.op is DifferenceOp.MOVE] or list(
        differences
    )
    count = _COUNTS[len(telling)] if len(telling) < len(_COUNTS) else str(len(telling))
    more = f"; and {len(telling) - _SHOWN} more" if len(telling) > _SHOWN else ""
    changes = "; ".join(_one(difference) for difference in telling[:_SHOWN])
    return f"{count} change{'' if len(telling) == 1 else 's'}: {changes}{more}"


def _wording(wording: Wording, differences: Sequence[Difference], quote: ArchivedQuote) -> str:
    source = _who_and_when(quote)
    if wording is Wording.VERBATIM:
        return f"The same words ({source})."
    if wording is Wording.MINOR:
        if all(d.kind is DifferenceKind.DISCLOSED for d in differences):
            return f"The same words but for changes that the article shows ({source})."
        return f"The same words but for small things: {_listed(differences)} ({source})."
    if wording is Wording.PARAPHRASE:
        said = f"“{_short(quote.text)}”"
        return f"Perhaps the same statement in other words ({source}): {said}. A suggestion, not proof."
    listed = f"{_listed(differences)} ({source})." if differences else f"Not the same words ({source})."
    if wording is Wording.REVERSED:
        turned = next((_CAN_TURN[d.kind] for d in differences if d.kind in _CAN_TURN), None)
        return f"{listed} A change of {turned} can turn the meaning." if turned else listed
    return listed


def _misdated(best: Candidate, finding: Finding, article: Article) -> str:
    said = _days(best.quote.said) if best.quote.said else "an unknown date"
    if best.later:
        return f"The source is of {said}, later than the article, so it cannot be what it quotes."
    told = _days(finding.dating.interval) if finding.dating else "another day"
    return f"The source is of {said}, the article says {told}."


def _spliced(splices: Sequence[Splice]) -> str:
    if not splices:
        return "Words that stand far apart in the source are joined as one."
    origin = _who_and_when(splices[0].candidate.quote)
    return f"Words from different places are joined as one: a part comes from {origin}."


def _warnings(
    best: Candidate, splices: Sequence[Splice], *, finding: Finding, article: Article, context: str | None
) -> dict[Caution, str]:
    """Return the sentence that goes with each caution."""
    told = named_speaker(finding.attribution)
    return {
        Caution.MISATTRIBUTED: f"The archive has it from {best.quote.speaker}, not from {told}.",
        Caution.MISDATED: _misdated(best, finding, article),
        Caution.OMISSION: "Words are left out without a mark.",
        Caution.HIDDEN_BY_ELLIPSIS: "The “…” hides a negation, a condition or a contrast.",
        Caution.SPLICED: _spliced(splices),
        Caution.CONTEXT: f"Read it in its context: {context}.",
        Caution.TRANSLATED: _SMALL_CHANGES,
        Caution.AMBIGUOUS: "Other speakers are on record with the same words.",
        Caution.DISPUTED: f"The archive marks its own entry as {best.quote.status}.",
    }


def summary_of(
    wording: Wording,
    best: Candidate,
    differences: Sequence[Difference],
    cautions: Sequence[Caution],
    splices: Sequence[Splice],
    *,
    finding: Finding,
    article: Article,
    context: str | None,
) -> str:
    """Return the verdict on a quotation that was found, or that something resembles."""
    sentences = [_wording(wording, differences, best.quote)]
    warnings = _warnings(best, splices, finding=finding, article=article, context=context)
    sentences += [warnings[caution] for caution in cautions]
    if finding.attribution is not None and finding.attribution.negated:
        sentences.append("The article says that this was not said.")
    return " ".join(sentences)


def too_little_summary(article: Article) -> str:
    """Return the verdict on a quotation of a word or two."""
    return _with_translation("Too few words to tell whether they were said.", article)


def _with_translation(sentence: str, article: Article) -> str:
    return f"{sentence} {_SMALL_CHANGES}" if article.translated_from is not None else sentence


def not_found_summary(finding: Finding, article: Article, circle: Circle, store: QuoteStore) -> str:
    """Say that nothing resembles the quotation, and how much the archive knows of its speaker at the time."""
    name = named_speaker(finding.attribution)
    if name is None:
        return _with_translation("Nothing in the archive resembles it.", article)
    if not circle.speaker_ids:
        return _with_translation(f"Not found; the archive has nothing by {name}.", article)
    ever = store.count_by_speaker(circle.speaker_ids)
    dated = finding.dating.interval if finding.dating else None
    if dated is None:
        return _with_translation(f"Not found; {_statements(ever)} by {name}, none like it.", article)
    then = store.count_by_speaker(circle.speaker_ids, between=dated)
    when = _days(dated)
    if then:
        return _with_translation(
            f"Not found; {_statements(then)} by {name} of {when}, none like it.", article
        )
    rest = f"({_statements(ever)} at other times)"
    return _with_translation(f"Not found; the archive has nothing by {name} of {when} {rest}.", article)


def _statements(count: int) -> str:
    return f"{count} statement{'' if count == 1 else 's'}"

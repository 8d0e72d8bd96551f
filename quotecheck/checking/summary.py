"""The verdict in a plain sentence or two: what differs, who said it, when, and what to beware of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quotecheck.archive.interface import QuoteStore
from quotecheck.checking.candidates import Candidate, Circle
from quotecheck.checking.grading import TURNING
from quotecheck.checking.splices import Splice
from quotecheck.checking.versions import earlier_by_others, repeats
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

__all__ = ["not_found_summary", "paraphrases_summary", "summary_of", "too_little_summary"]

_SHOWN = 3
_LONGEST = 60
_COUNTS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
_TRANSLATION = "The article is a translation."
_QUIET = (DifferenceKind.FUNCTION, DifferenceKind.SPELLING, DifferenceKind.DISCLOSED)
_FIRST = (Caution.MISATTRIBUTED, Caution.MISDATED, Caution.SPLICED, Caution.DISPUTED)
"""What is worse than other words, and told before them unless these turn the meaning."""


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
        return f"{article} was added"
    if difference.op is DifferenceOp.DELETE:
        return f"{archive} was left out"
    if difference.op is DifferenceOp.MOVE and difference.article.casefold() == difference.archive.casefold():
        return f"{article} was said in another place"
    return f"{article} was {archive}"


def _swapped(one: Difference, other: Difference) -> bool:
    left, right = one.article.casefold(), one.archive.casefold()
    return left != "" != right and (right, left) == (other.article.casefold(), other.archive.casefold())


def _all_exchanged(differences: Sequence[Difference]) -> bool:
    """Tell whether three differences and more only put each other's words in their places."""
    left = sorted(difference.article.casefold() for difference in differences)
    return len(left) > 2 and left == sorted(difference.archive.casefold() for difference in differences)


def _each(differences: Sequence[Difference]) -> list[str]:
    """Return a clause for each difference, one for those that put each other's words in their place."""
    if _all_exchanged(differences):
        words = [f"“{_short(difference.article)}”" for difference in differences]
        return [f"{', '.join(words[:-1])} and {words[-1]} changed places"]
    clauses: list[str] = []
    rest = list(differences)
    while rest:
        first = rest.pop(0)
        if other := next((d for d in rest if _swapped(first, d)), None):
            rest.remove(other)
            clauses.append(f"“{_short(first.article)}” and “{_short(first.archive)}” changed places")
        else:
            clauses.append(_one(first))
    return clauses


def _listed(differences: Sequence[Difference], noun: str = "change", remark: str = "") -> str:
    telling = [d for d in differences if d.kind not in _QUIET or d.op is DifferenceOp.MOVE] or list(
        differences
    )
    clauses = _each(sorted(telling, key=lambda difference: difference.kind not in TURNING))
    count = _COUNTS[len(telling)] if len(telling) < len(_COUNTS) else str(len(telling))
    more = f"; and {len(clauses) - _SHOWN} more" if len(clauses) > _SHOWN else ""
    head = f"{count} {noun}{'' if len(telling) == 1 else 's'}{remark}"
    return f"{head}: {'; '.join(clauses[:_SHOWN])}{more}"


def _turning(differences: Sequence[Difference]) -> str:
    telling = [d for d in differences if d.kind not in _QUIET or d.op is DifferenceOp.MOVE]
    turning = sum(d.kind in TURNING for d in telling)
    if not turning:
        return ""
    if turning == len(telling):
        return " that can turn the meaning"
    return f", {'one' if turning == 1 else 'some'} of which can turn the meaning"


def _wording(wording: Wording, differences: Sequence[Difference], quote: ArchivedQuote) -> str:
    source = _who_and_when(quote)
    if wording is Wording.VERBATIM:
        return f"The same words ({source})."
    if wording is Wording.MINOR:
        if all(d.kind is DifferenceKind.DISCLOSED for d in differences):
            return f"The same words but for changes that the article shows ({source})."
        listed = _listed(differences, "small thing")
        return f"The same words but for {listed[0].lower()}{listed[1:]} ({source})."
    if wording is Wording.PARAPHRASE:
        said = f"“{_short(quote.text)}”"
        return f"Perhaps the same statement in other words ({source}): {said}. A suggestion, not proof."
    if not differences:
        return f"Not the same words ({source})."
    return f"{_listed(differences, remark=_turning(differences))} ({source})."


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
        Caution.TRANSLATED: _TRANSLATION,
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
    others: Sequence[Candidate],
    finding: Finding,
    article: Article,
    context: str | None,
) -> str:
    """Return the verdict on a quotation that was found, or that something resembles."""
    warnings = _warnings(best, splices, finding=finding, article=article, context=context)
    told = [caution for caution in cautions if not _goes_without_saying(caution, differences)]
    first = [] if wording is Wording.REVERSED else [caution for caution in told if caution in _FIRST]
    sentences = [warnings[caution] for caution in first]
    if (unclaimed := _unclaimed(finding)) is not None:
        sentences.insert(0, f"{unclaimed}.")
    sentences.append(_wording(wording, differences, best.quote))
    sentences += [warnings[caution] for caution in told if caution not in first]
    if wording is not Wording.PARAPHRASE:
        sentences += _other_times(best, others)
    return " ".join(sentences)


def _other_times(best: Candidate, others: Sequence[Candidate]) -> list[str]:
    """Say when else the words were said, and who is first on record with them."""
    told = []
    said = best.quote.said
    again = repeats(best, others)
    if again and said and again[0].said and again[0].said.earliest < said.earliest:
        told.append(f"First said on record: {_days(again[0].said)}.")
    elif again and again[-1].said:
        times = "again" if len(again) == 1 else f"{len(again)} more times, last"
        told.append(f"First said then, and {times}: {_days(again[-1].said)}.")
    if first := earlier_by_others(best, others):
        told.append(f"Somebody else is on record with these words before: {_who_and_when(first)}.")
    return told


def _unclaimed(finding: Finding) -> str | None:
    """Say that the article does not claim these words to have been said; None where it does."""
    attribution = finding.attribution
    if attribution is None or attribution.is_claimed:
        return None
    if attribution.negated:
        return "The article says that this was not said"
    return "The article only imagines this and does not say that it was said"


def _goes_without_saying(caution: Caution, differences: Sequence[Difference]) -> bool:
    """Tell whether the list of changes says it already, or there is no change that it would explain."""
    if caution is Caution.TRANSLATED:
        return not differences
    return caution is Caution.OMISSION and any(d.op is DifferenceOp.DELETE for d in differences[:_SHOWN])


def too_little_summary() -> str:
    """Return the verdict on a quotation of a word or two."""
    return "Too few words to tell whether they were said."


def not_found_summary(finding: Finding, circle: Circle, store: QuoteStore) -> str:
    """Say that nothing resembles the quotation, and how much the archive knows of its speaker at the time."""
    if (unclaimed := _unclaimed(finding)) is not None:
        return f"{unclaimed}; nothing in the archive resembles it."
    name = named_speaker(finding.attribution)
    if name is None:
        return "Nothing in the archive resembles it."
    if not circle.speaker_ids:
        return f"Not found: the archive has nothing by {name}."
    dated = finding.dating.interval if finding.dating else None
    if dated is not None and (then := store.count_by_speaker(circle.speaker_ids, between=dated)):
        return f"Not found: the archive has {_statements(then)} by {name} of {_days(dated)}, none like it."
    ever = store.count_by_speaker(circle.speaker_ids)
    if dated is None:
        return f"Not found: the archive has {_statements(ever)} by {name}, none like it."
    when = f"{_days(dated)} ({_statements(ever)} at other times)"
    return f"Not found: the archive has nothing by {name} of {when}."


def paraphrases_summary(count: int) -> str:
    """Say that a person should look at what may mean the same."""
    if count == 1:
        return "One archived statement may mean the same in other words: see for yourself."
    return f"{count} archived statements may mean the same in other words: see for yourself."


def _statements(count: int) -> str:
    return f"{count} statement{'' if count == 1 else 's'}"

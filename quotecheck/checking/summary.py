"""The verdict in a plain sentence or two: what differs, who said it, when, and what to beware of."""

from __future__ import annotations

from collections.abc import Sequence

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
    Message,
    QuoteStatus,
    Wording,
    joined,
    message,
)

__all__ = ["not_found_summary", "paraphrases_summary", "summary_of", "too_little_summary"]

_SHOWN = 3
_LONGEST = 60
_COUNTS = (
    message("Two"), message("Three"), message("Four"), message("Five"), message("Six"), message("Seven"),
    message("Eight"), message("Nine"),
)  # fmt: skip
_COUNTS_WITHIN = (
    message("two"), message("three"), message("four"), message("five"), message("six"), message("seven"),
    message("eight"), message("nine"),
)  # fmt: skip
"""From two on, as a sentence begins with them and as they stand within it."""

_TRANSLATION = message("The article is a translation.")
_QUIET = (DifferenceKind.FUNCTION, DifferenceKind.SPELLING, DifferenceKind.DISCLOSED)
_FIRST = (Caution.MISATTRIBUTED, Caution.MISDATED, Caution.SPLICED, Caution.DISPUTED)
"""What is worse than other words, and told before them unless these turn the meaning."""


def _who_and_when(quote: ArchivedQuote) -> Message:
    who = quote.speaker or message("an unknown speaker")
    return message("{who}, {when}", who=who, when=quote.said or message("at an unknown date"))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"


def _one(difference: Difference) -> Message:
    article, archive = _short(difference.article), _short(difference.archive)
    if difference.op is DifferenceOp.INSERT:
        return message("“{article}” was added", article=article)
    if difference.op is DifferenceOp.DELETE:
        return message("“{archive}” was left out", archive=archive)
    if difference.op is DifferenceOp.MOVE and difference.article.casefold() == difference.archive.casefold():
        return message("“{article}” was said in another place", article=article)
    return message("“{article}” was “{archive}”", article=article, archive=archive)


def _all_exchanged(differences: Sequence[Difference]) -> bool:
    """Tell whether three differences and more only put each other's words in their places."""
    left = sorted(difference.article.casefold() for difference in differences)
    return len(left) > 2 and left == sorted(difference.archive.casefold() for difference in differences)


def _each(differences: Sequence[Difference]) -> list[Message]:
    """Return a clause for each difference, one for those that put each other's words in their place."""
    if _all_exchanged(differences):
        *others, last = (message("“{words}”", words=_short(d.article)) for d in differences)
        first = joined(others, "{first}, {rest}")
        return [message("{first} and {last} changed places", first=first, last=last)]
    clauses: list[Message] = []
    rest = [(d.article.casefold(), d.archive.casefold(), d) for d in differences]
    while rest:
        left, right, first_one = rest.pop(0)
        swapped = (i for i, other in enumerate(rest) if left and right and other[:2] == (right, left))
        if (at := next(swapped, None)) is None:
            clauses.append(_one(first_one))
        else:
            del rest[at]
            one, two = _short(first_one.article), _short(first_one.archive)
            clauses.append(message("“{one}” and “{two}” changed places", one=one, two=two))
    return clauses


def _telling(differences: Sequence[Difference]) -> list[Difference]:
    return [d for d in differences if d.kind not in _QUIET or d.op is DifferenceOp.MOVE]


def _count(count: int, words: Sequence[Message]) -> Message:
    return words[count - 2] if count - 2 < len(words) else message("{count}", count=count)


def _listed(differences: Sequence[Difference], head: Message) -> Message:
    """Return the clauses of the gravest differences behind what they are called."""
    telling = _telling(differences) or differences
    clauses = _each(sorted(telling, key=lambda difference: difference.kind not in TURNING))
    shown = joined(clauses[:_SHOWN], "{first}; {rest}")
    if len(clauses) > _SHOWN:
        shown = message("{clauses}; and {count} more", clauses=shown, count=len(clauses) - _SHOWN)
    return message("{changes}: {clauses}", changes=head, clauses=shown)


def _changes(differences: Sequence[Difference]) -> Message:
    count = len(_telling(differences) or differences)
    what = message("One change") if count == 1 else message("{count} changes", count=_count(count, _COUNTS))
    turning = sum(d.kind in TURNING for d in _telling(differences))
    if not turning:
        return what
    if turning == count:
        return message("{changes} that can turn the meaning", changes=what)
    if turning == 1:
        return message("{changes}, one of which can turn the meaning", changes=what)
    return message("{changes}, some of which can turn the meaning", changes=what)


def _small_things(differences: Sequence[Difference]) -> Message:
    count = len(_telling(differences) or differences)
    if count == 1:
        return message("one small thing")
    return message("{count} small things", count=_count(count, _COUNTS_WITHIN))


def _wording(wording: Wording, differences: Sequence[Difference], quote: ArchivedQuote) -> Message:
    source = _who_and_when(quote)
    if wording is Wording.VERBATIM:
        return message("The same words ({source}).", source=source)
    if wording is Wording.MINOR:
        if all(d.kind is DifferenceKind.DISCLOSED for d in differences):
            return message("The same words but for changes that the article shows ({source}).", source=source)
        changes = _listed(differences, _small_things(differences))
        return message("The same words but for {changes} ({source}).", changes=changes, source=source)
    if wording is Wording.PARAPHRASE:
        return message(
            "Perhaps the same statement in other words ({source}): “{words}”. A suggestion, not proof.",
            source=source,
            words=_short(quote.text),
        )
    if not differences:
        return message("Not the same words ({source}).", source=source)
    changes = _listed(differences, _changes(differences))
    return message("{changes} ({source}).", changes=changes, source=source)


def _misdated(best: Candidate, finding: Finding, article: Article) -> Message:
    said = best.quote.said or message("an unknown date")
    if best.later:
        return message(
            "The source is of {said}, later than the article, so it cannot be what it quotes.", said=said
        )
    told = finding.dating.interval if finding.dating else message("another day")
    return message("The source is of {said}, the article says {told}.", said=said, told=told)


def _spliced(splices: Sequence[Splice]) -> Message:
    if not splices:
        return message("Words that stand far apart in the source are joined as one.")
    origin = _who_and_when(splices[0].candidate.quote)
    return message(
        "Words from different places are joined as one: a part comes from {origin}.", origin=origin
    )


def _misattributed(best: Candidate, finding: Finding) -> Message:
    archived = best.quote.speaker or message("an unknown speaker")
    told = named_speaker(finding.attribution) or message("an unknown speaker")
    return message("The archive has it from {archived}, not from {told}.", archived=archived, told=told)


def _disputed(best: Candidate) -> Message:
    if best.quote.status is QuoteStatus.RETRACTED:
        return message("The archive marks its own entry as retracted.")
    return message("The archive marks its own entry as disputed.")


def _warnings(
    best: Candidate, splices: Sequence[Splice], *, finding: Finding, article: Article, context: Message | None
) -> dict[Caution, Message]:
    """Return the sentence that goes with each caution."""
    return {
        Caution.MISATTRIBUTED: _misattributed(best, finding),
        Caution.MISDATED: _misdated(best, finding, article),
        Caution.OMISSION: message("Words are left out without a mark."),
        Caution.HIDDEN_BY_ELLIPSIS: message("The “…” hides a negation, a condition or a contrast."),
        Caution.SPLICED: _spliced(splices),
        Caution.CONTEXT: message("Read it in its context: {context}.", context=context or ""),
        Caution.TRANSLATED: _TRANSLATION,
        Caution.AMBIGUOUS: message("Other speakers are on record with the same words."),
        Caution.DISPUTED: _disputed(best),
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
    context: Message | None,
) -> list[Message]:
    """Return the verdict on a quotation that was found, or that something resembles."""
    warnings = _warnings(best, splices, finding=finding, article=article, context=context)
    told = [caution for caution in cautions if not _goes_without_saying(caution, differences)]
    first = [] if wording is Wording.REVERSED else [caution for caution in told if caution in _FIRST]
    sentences = [warnings[caution] for caution in first]
    if (unclaimed := _unclaimed(finding)) is not None:
        sentences.insert(0, message("{unclaimed}.", unclaimed=unclaimed))
    sentences.append(_wording(wording, differences, best.quote))
    sentences += [warnings[caution] for caution in told if caution not in first]
    if wording is not Wording.PARAPHRASE:
        sentences += _other_times(best, others)
    return sentences


def _other_times(best: Candidate, others: Sequence[Candidate]) -> list[Message]:
    """Say when else the words were said, and who is first on record with them."""
    told = []
    said = best.quote.said
    again = repeats(best, others)
    if again and said and again[0].said and again[0].said.earliest < said.earliest:
        told.append(message("First said on record: {when}.", when=again[0].said))
    elif again and again[-1].said:
        last = again[-1].said
        if len(again) == 1:
            told.append(message("First said then, and again: {when}.", when=last))
        else:
            more = len(again)
            told.append(
                message("First said then, and {count} more times, last: {when}.", count=more, when=last)
            )
    if first := earlier_by_others(best, others):
        who = _who_and_when(first)
        told.append(message("Somebody else is on record with these words before: {who}.", who=who))
    return told


def _unclaimed(finding: Finding) -> Message | None:
    """Say that the article does not claim these words to have been said; None where it does."""
    attribution = finding.attribution
    if attribution is None or attribution.is_claimed:
        return None
    if attribution.negated:
        return message("The article says that this was not said")
    return message("The article only imagines this and does not say that it was said")


def _goes_without_saying(caution: Caution, differences: Sequence[Difference]) -> bool:
    """Tell whether the list of changes says it already, or there is no change that it would explain."""
    if caution is Caution.TRANSLATED:
        return not differences
    return caution is Caution.OMISSION and any(d.op is DifferenceOp.DELETE for d in differences[:_SHOWN])


def too_little_summary() -> Message:
    """Return the verdict on a quotation of a word or two."""
    return message("Too few words to tell whether they were said.")


def not_found_summary(finding: Finding, circle: Circle, store: QuoteStore) -> Message:
    """Say that nothing resembles the quotation, and how much the archive knows of its speaker at the time."""
    if (unclaimed := _unclaimed(finding)) is not None:
        return message("{unclaimed}; nothing in the archive resembles it.", unclaimed=unclaimed)
    name = named_speaker(finding.attribution)
    if name is None:
        return message("Nothing in the archive resembles it.")
    if not circle.speaker_ids:
        return message("Not found: the archive has nothing by {name}.", name=name)
    when = finding.dating.interval if finding.dating else None
    if when is not None and (then := store.count_by_speaker(circle.speaker_ids, between=when)):
        return message(
            "Not found: the archive has {statements} by {name} of {when}, none like it.",
            statements=_statements(then),
            name=name,
            when=when,
        )
    ever = _statements(store.count_by_speaker(circle.speaker_ids))
    if when is None:
        return message(
            "Not found: the archive has {statements} by {name}, none like it.", statements=ever, name=name
        )
    return message(
        "Not found: the archive has nothing by {name} of {when} ({statements} at other times).",
        name=name,
        when=when,
        statements=ever,
    )


def paraphrases_summary(count: int) -> Message:
    """Say that a person should look at what may mean the same."""
    if count == 1:
        return message("One archived statement may mean the same in other words: see for yourself.")
    return message(
        "{count} archived statements may mean the same in other words: see for yourself.", count=count
    )


def _statements(count: int) -> Message:
    return message("1 statement") if count == 1 else message("{count} statements", count=count)

"""The cross-check itself: from a quotation and an archive to the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotecheck.archive.interface import QuoteStore
from quotecheck.checking.candidates import (
    Candidate,
    Shares,
    circle_of,
    laid_beside,
    runner_up,
    said_by,
    shares_a_run,
    worth_a_look,
)
from quotecheck.checking.cautions import cautions_of
from quotecheck.checking.context import surroundings
from quotecheck.checking.differences import differences, not_compared
from quotecheck.checking.grading import found_at_all, resembles, too_little, wording
from quotecheck.checking.left_out import hidden_words, hides
from quotecheck.checking.printed import Printed
from quotecheck.checking.splices import Splice, foreign_passages, spliced_from
from quotecheck.checking.suggestions import paraphrases
from quotecheck.checking.summary import (
    not_found_summary,
    paraphrases_summary,
    summary_of,
    too_little_summary,
)
from quotecheck.model import (
    Article,
    Caution,
    Difference,
    Finding,
    Kind,
    Match,
    Message,
    Span,
    Verdict,
    Wording,
    in_english,
)

__all__ = ["check_quotation"]

_CONVINCING = 0.9
_OFFERED = 5
_WORTH_OFFERING = 0.45


def _window(candidate: Candidate, found: Sequence[Difference]) -> Span:
    alignment = candidate.alignment
    inside = [difference.archive_span for difference in found]
    if alignment.start < alignment.end:
        inside += [alignment.archived.spans[i] for i in (alignment.start, alignment.end - 1)]
    if not inside:
        return Span(0, 0)
    return Span(min(span.start for span in inside), max(span.end for span in inside))


def _match(candidate: Candidate) -> Match:
    found = differences(candidate.alignment)
    window = _window(candidate, found)
    around = surroundings(candidate.quote, window)
    return Match(
        quote=candidate.quote,
        score=round(candidate.alignment.agreement, 4),
        window=window,
        differences=found,
        before=around.before,
        after=around.after,
    )


def _found(candidate: Candidate, all_candidates: Sequence[Candidate]) -> bool:
    return found_at_all(
        candidate.alignment,
        lambda: runner_up(candidate, all_candidates),
        crowd=len(all_candidates),
        speaker_agrees=candidate.speaker_agrees,
        day_agrees=candidate.day_agrees,
    )


def _without_doubt(candidates: Sequence[Candidate]) -> bool:
    """Tell whether the best candidate is what was quoted, by whom and when the article says."""
    if not candidates:
        return False
    best = candidates[0]
    if best.speaker_agrees is False or best.day_agrees is False or best.later:
        return False
    return best.alignment.agreement >= _CONVINCING or _found(best, candidates)


def _candidates(printed: Printed, finding: Finding, article: Article, store: QuoteStore) -> list[Candidate]:
    """Gather by shared words; few words by speaker and day, too, unless the first leave no doubt."""
    shares = Shares(printed)
    sharing = store.candidates(printed.text, worth=worth_a_look(shares))
    first = laid_beside(printed, sharing, finding, article, shares=shares)
    if _without_doubt(first) or shares_a_run(printed):
        return first
    theirs = said_by(circle_of(finding, article, store), store, worth_a_look(shares, first))
    if not theirs:
        return first
    return laid_beside(printed, [*sharing, *theirs], finding, article, known=first, shares=shares)


def _plain(kind: Wording, sentence: Message, article: Article, others: Sequence[Candidate] = ()) -> Verdict:
    cautions = (Caution.TRANSLATED,) if article.translated_from is not None else ()
    offered = tuple(_match(c) for c in others[:_OFFERED] if c.alignment.agreement >= _WORTH_OFFERING)
    return Verdict(kind, str(sentence), cautions, candidates=offered, sentences=(sentence,))


def _graded(
    best: Candidate,
    others: Sequence[Candidate],
    splices: Sequence[Splice],
    finding: Finding,
    article: Article,
    *,
    same_words: bool,
) -> Verdict:
    match = _match(best)
    elsewhere = [splice.place for splice in splices] or foreign_passages(best.alignment)
    match = replace(match, differences=not_compared(match.differences, elsewhere))
    hidden = hides(hidden_words(best.alignment))
    kind = wording(match.differences, hidden=hidden) if same_words else Wording.PARAPHRASE
    found, context = cautions_of(
        best,
        match.differences,
        splices,
        others,
        finding=finding,
        article=article,
        window=match.window,
        around=surroundings(best.quote, match.window),
        same_words=same_words,
    )
    sentences = summary_of(
        kind,
        best,
        match.differences,
        found,
        splices,
        others=others,
        finding=finding,
        article=article,
        context=context,
    )
    joined = [splice.candidate for splice in splices]
    shown = [best.quote, *(candidate.quote for candidate in joined)]
    rest = joined + [c for c in others if c.quote not in shown and c.alignment.agreement >= _WORTH_OFFERING]
    return Verdict(
        kind,
        in_english(sentences),
        found,
        match.score,
        match,
        tuple(_match(c) for c in rest[:_OFFERED]),
        sentences=tuple(sentences),
    )


def _with_paraphrases(verdict: Verdict, suggested: tuple[Match, ...]) -> Verdict:
    """Offer what may mean the same; the verdict stays what it is."""
    if not suggested:
        return verdict
    sentences = (*verdict.sentences, paraphrases_summary(len(suggested)))
    offered = (*verdict.candidates, *suggested)
    return replace(verdict, summary=in_english(sentences), candidates=offered, sentences=sentences)


def check_quotation(finding: Finding, article: Article, archive: QuoteStore) -> Verdict:
    """Say what ``archive`` knows of a quotation: the package's docstring tells how.

    Raises nothing of its own, whatever the text; what the archive raises passes through.
    """
    quotation = finding.quotation
    printed = Printed(quotation.text, fragment=quotation.kind is Kind.FRAGMENT)
    if too_little(printed):
        return _plain(Wording.UNCHECKABLE, too_little_summary(), article)
    candidates = _candidates(printed, finding, article, archive)
    for candidate in candidates[:_OFFERED]:
        splices = spliced_from(candidate, finding, article, archive)
        if splices or _found(candidate, candidates):
            return _graded(candidate, candidates, splices, finding, article, same_words=True)
    for candidate in candidates[:_OFFERED]:
        if resembles(candidate.alignment, same_speaker=candidate.speaker_agrees is True):
            return _graded(candidate, candidates, [], finding, article, same_words=False)
    circle = circle_of(finding, article, archive)
    absent = _plain(Wording.NOT_FOUND, not_found_summary(finding, circle, archive), article, candidates)
    return _with_paraphrases(absent, paraphrases(quotation.text, circle, archive, absent.candidates))

"""Lays decisions over a report: what is shown, what was decided on each finding, what has lost its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quotecheck.decisions.anchoring import Anchor, anchor, place
from quotecheck.decisions.changes import (
    Confirmed,
    DateCorrected,
    Decision,
    MatchChosen,
    NotAQuotation,
    QuotationAdded,
    SpanCorrected,
    SpeakerCorrected,
    VerdictOverridden,
)
from quotecheck.decisions.verdicts import ToCheck
from quotecheck.model import (
    Attribution,
    Dating,
    DecidedBy,
    Finding,
    Kind,
    Quotation,
    Report,
    Span,
    Speaker,
    Verdict,
    Wording,
    message,
)

__all__ = ["Review", "Standing", "apply", "review"]

_NONE_CHOSEN = message("None of the archived statements is this one, a person decided.")
_OPENING, _CLOSING = "“«„‟‘‚‹「『\"'", "”»“’›」』\"'"
_OF_EXTENT = (QuotationAdded, NotAQuotation, SpanCorrected)
"""Decisions that say what is a quotation at all: they come before those on what it is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What was decided on one finding, the latest last.

    ``is_settled`` when a person has confirmed it, chosen its match or overridden its verdict, and neither its
    words nor, where it was confirmed, its verdict has changed since; ``has_changed`` when they have.
    ``found`` is what the machine found there, None where it found nothing.
    """

    decisions: tuple[Decision, ...] = ()
    is_settled: bool = False
    has_changed: bool = False
    found: Finding | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A report under its decisions.

    ``standings`` has one entry for each finding of ``report``. ``decisions`` are those that were given,
    anchored to the text as it is now; ``lost`` are those of them whose words are no longer there.
    ``to_check`` are the findings whose facts were decided and for which no verdict was given.
    """

    report: Report
    standings: tuple[Standing, ...] = ()
    decisions: tuple[Decision, ...] = ()
    lost: tuple[Decision, ...] = ()
    to_check: tuple[ToCheck, ...] = ()

    @property
    def speech(self) -> tuple[Standing, ...]:
        """The standings of the findings that are speech."""
        pairs = zip(self.report.findings, self.standings, strict=True)
        return tuple(standing for finding, standing in pairs if finding.quotation.kind.is_speech)

    def possible_speakers(self, number: int) -> tuple[Speaker, ...]:
        """Return who may have said the quotation of this number, from 1; nobody where that was decided."""
        decisions = self.speech[number - 1].decisions
        if any(isinstance(decision.change, SpeakerCorrected) for decision in decisions):
            return ()
        return self.report.possible_speakers(self.report.speech[number - 1])


@dataclass(slots=True)
class _Draft:
    """A finding on its way; ``origin`` is what the machine found, None where it found nothing."""

    finding: Finding
    origin: Finding | None
    against: MatchChosen | None = None
    decisions: list[Decision] = field(default_factory=list)

    def overlap(self, span: Span) -> int:
        own = [self.finding.quotation.span] + ([self.origin.quotation.span] if self.origin else [])
        return max(min(one.end, span.end) - max(one.start, span.start) for one in own)


def _marked(text: str, span: Span) -> Span:
    wider = Span(span.start - 1, span.end + 1)
    is_inside = wider.start >= 0 and wider.end <= len(text)
    return wider if is_inside and text[wider.start] in _OPENING and text[span.end] in _CLOSING else span


def _quotation(text: str, span: Span, turn: int) -> Quotation:
    return Quotation(span, _marked(text, span), span.of(text), Kind.STATEMENT, turn)


def _at(drafts: Iterable[_Draft], span: Span) -> _Draft | None:
    """Return the draft that shares most with ``span``: at least half of the shorter of the two."""
    best = max(drafts, key=lambda draft: draft.overlap(span), default=None)
    if best is None:
        return None
    shorter = min(span.end - span.start, len(best.finding.quotation.text))
    return best if best.overlap(span) * 2 >= max(shorter, 1) else None


def _by_span(drafts: Iterable[_Draft]) -> dict[Span, _Draft]:
    """Return the drafts by where they were found, so that what has not moved needs no search."""
    return {draft.finding.quotation.span: draft for draft in drafts}


def _add(drafts: list[_Draft], text: str, span: Span) -> _Draft:
    """Make ``span`` a quotation in the place of whatever overlaps it."""
    same = next((d for d in drafts if d.finding.quotation.span == span), None)
    if same is not None:
        found = same.origin or same.finding
        same.finding = replace(found, quotation=replace(found.quotation, kind=Kind.STATEMENT))
        return same
    drafts[:] = [draft for draft in drafts if not draft.finding.quotation.span.overlaps(span)]
    turn = 1 + max((draft.finding.quotation.turn for draft in drafts), default=0)
    draft = _Draft(Finding(_quotation(text, span, turn)), None)
    drafts.append(draft)
    return draft


def _with_facts(draft: _Draft, decision: Decision, text: str) -> None:
    """Change what the decision says of the words themselves, of speaker, day and match."""
    finding = draft.finding
    match decision.change:
        case NotAQuotation():
            quotation = replace(finding.quotation, kind=Kind.SCARE)
            draft.finding = Finding(quotation)
        case SpanCorrected(to=to):
            span = place(to, text)
            if span is not None:
                draft.finding = replace(finding, quotation=_quotation(text, span, finding.quotation.turn))
        case SpeakerCorrected(speaker=speaker):
            told = Attribution(speaker, None, None, 1.0, decided_by=DecidedBy.USER) if speaker else None
            draft.finding = replace(finding, attribution=told)
        case DateCorrected(said=said, typed=typed):
            reason = message("Entered as “{typed}”", typed=typed) if typed else None
            dating = said and Dating(said, None, reason=str(reason or ""), sentence=reason)
            draft.finding = replace(finding, dating=dating)
        case MatchChosen():
            draft.against = decision.change
        case _:
            pass


def _question(draft: _Draft) -> ToCheck | None:
    """Return what must be checked for this draft; None where the machine's own verdict answers it."""
    finding = replace(draft.finding, verdict=None)
    if not finding.quotation.kind.is_speech:
        return None
    quote = draft.against.quote if draft.against else None
    is_same = draft.origin is not None and finding == replace(draft.origin, verdict=None)
    return None if is_same and quote is None else ToCheck(finding, quote)


def _none_of_them(verdict: Verdict | None) -> Verdict:
    offered = verdict.candidates if verdict else ()
    if verdict and verdict.match:
        offered = (verdict.match, *offered)
    return Verdict(Wording.NOT_FOUND, str(_NONE_CHOSEN), candidates=offered, sentences=(_NONE_CHOSEN,))


def _judged(draft: _Draft, verdict: Verdict | None) -> Verdict | None:
    """Return the verdict under the decisions on it."""
    if not draft.finding.quotation.kind.is_speech:
        return None
    if draft.against is not None and draft.against.quote is None:
        verdict = _none_of_them(verdict)
    overridden = [d.change for d in draft.decisions if isinstance(d.change, VerdictOverridden)]
    if not overridden:
        return verdict
    last = overridden[-1]
    found = verdict or Verdict(last.wording, last.reason)
    return replace(found, wording=last.wording, summary=last.reason, cautions=last.cautions, sentences=())


def _holds(decision: Decision, finding: Finding) -> bool:
    """Tell whether a decision still speaks of the words, and the verdict, that it was taken on."""
    if decision.about.exact != finding.quotation.text:
        return False
    if not isinstance(decision.change, Confirmed):
        return True
    verdict, confirmed = finding.verdict, decision.change
    uid = verdict.match.quote.uid if verdict and verdict.match else None
    wording = verdict.wording if verdict else None
    return (confirmed.wording, confirmed.quote_uid) == (wording, uid)


def _standing(draft: _Draft) -> Standing:
    settling = [
        d for d in draft.decisions if isinstance(d.change, Confirmed | MatchChosen | VerdictOverridden)
    ]
    is_settled = any(_holds(decision, draft.finding) for decision in settling)
    has_changed = bool(settling) and not is_settled
    return Standing(tuple(draft.decisions), is_settled, has_changed, draft.origin)


def _moved(decision: Decision, text: str, span: Span) -> Decision:
    """Return the decision with its anchor where the words are now.

    The words it was taken on stay, unless it is about nothing but their extent.
    """
    now = anchor(text, span)
    if isinstance(decision.change, QuotationAdded):
        return replace(decision, about=now)
    change = decision.change
    if isinstance(change, SpanCorrected):
        to = place(change.to, text)
        change = SpanCorrected(anchor(text, to)) if to else change
    return replace(decision, about=replace(now, exact=decision.about.exact), change=change)


def _laid(text: str, decisions: Iterable[Decision], drafts: list[_Draft]) -> Iterator[tuple[Decision, bool]]:
    """Lay each decision on its draft; yield it as it is anchored now, and whether it has a place."""
    places: dict[Anchor, Span | None] = {}
    known = _by_span(drafts)
    for decision in sorted(decisions, key=lambda one: not isinstance(one.change, _OF_EXTENT)):
        if decision.about not in places:
            places[decision.about] = place(decision.about, text)
        span = places[decision.about]
        if span is None:
            yield decision, False
            continue
        draft: _Draft | None
        if isinstance(decision.change, QuotationAdded):
            draft = _add(drafts, text, span)
            known = _by_span(drafts)
        else:
            draft = known.get(span) or _at(drafts, span)
        if draft is None:
            yield decision, False
            continue
        draft.decisions.append(decision)
        _with_facts(draft, decision, text)
        yield _moved(decision, text, span), True


def _judge(draft: _Draft, verdicts: Mapping[ToCheck, Verdict | None]) -> ToCheck | None:
    """Give the draft its verdict; return what must be asked for a better one."""
    question = _question(draft)
    is_answered = question is None or question in verdicts
    known = draft.finding.verdict
    if question is not None and is_answered:
        known = verdicts[question]
    draft.finding = replace(draft.finding, verdict=_judged(draft, known))
    return None if is_answered else question


def review(
    report: Report, decisions: Sequence[Decision], *, verdicts: Mapping[ToCheck, Verdict | None] | None = None
) -> Review:
    """Lay ``decisions`` (the oldest first) over what the machine found; what was withdrawn does nothing.

    ``verdicts`` are those that were asked for by an earlier review's ``to_check``; until one is there, the
    machine's own stands.
    """
    drafts = [_Draft(finding, finding) for finding in report.findings]
    in_force = [decision for decision in decisions if decision.withdrawal is None]
    laid = list(_laid(report.article.text, in_force, drafts))
    drafts.sort(key=lambda draft: draft.finding.quotation.span)
    questions = [_judge(draft, verdicts or {}) for draft in drafts]
    by_id = {decision.id: decision for decision, _ in laid}
    return Review(
        replace(report, findings=tuple(draft.finding for draft in drafts)),
        tuple(_standing(draft) for draft in drafts),
        tuple(by_id.get(decision.id, decision) for decision in decisions),
        tuple(decision for decision, has_place in laid if not has_place),
        tuple(question for question in questions if question is not None),
    )


def apply(report: Report, decisions: Sequence[Decision]) -> Report:
    """Return the report as people decided it is; what has no place in it any more leaves it as it was."""
    return review(report, decisions).report

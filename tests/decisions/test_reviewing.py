"""Decisions over a report: what is shown, what is settled, what has lost its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from quotecheck.decisions import (
    Confirmed,
    DateCorrected,
    Decision,
    MatchChosen,
    NotAQuotation,
    Noted,
    QuotationAdded,
    SpanCorrected,
    SpeakerCorrected,
    ToCheck,
    VerdictOverridden,
    anchor,
    apply,
    decide,
    review,
    verdict_on,
)
from quotecheck.model import (
    ArchivedQuote,
    Article,
    Attribution,
    Caution,
    DecidedBy,
    Finding,
    Interval,
    Kind,
    Match,
    Quotation,
    Report,
    Span,
    Speaker,
    Verdict,
    Wording,
)

TEXT = (
    "Mayor Ana Ruiz said: “We will not open the gates before the audit.” It was late.\n"
    "“Nobody asked us,” said Tom Berg. The audit takes its time, he added.\n"
)
FIRST, SECOND, PLAIN = (
    "We will not open the gates before the audit.",
    "Nobody asked us,",
    "The audit takes its time",
)
QUOTE = ArchivedQuote("q1", "We will not open the gate before the audit is over.", "Ana Ruiz")
OTHER = ArchivedQuote("q2", "We will never open the gates before the audit.", "Ana Ruiz")


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def finding(words: str, turn: int, text: str = TEXT) -> Finding:
    span = span_of(words, text)
    marked = Span(span.start - 1, span.end + 1)
    attribution = Attribution(Speaker("Ana Ruiz"), span_of("Ana Ruiz", text), None, 0.9)
    match = Match(QUOTE, 0.8, Span(0, len(QUOTE.text)))
    verdict = Verdict(Wording.ALTERED, "One change.", (Caution.OMISSION,), 0.8, match)
    return Finding(Quotation(span, marked, words, Kind.STATEMENT, turn), attribution, None, verdict)


def report_on(text: str = TEXT, *words: str) -> Report:
    found = words or (FIRST, SECOND)
    return Report(Article(text), tuple(finding(w, i, text) for i, w in enumerate(found, start=1)))


def about(words: str, change: object, text: str = TEXT) -> Decision:
    return decide(anchor(text, span_of(words, text)), change, by="Ed")  # type: ignore[arg-type]


CONFIRMED = Confirmed(Wording.ALTERED, "q1")


def test_no_decision_leaves_the_report_as_it_is() -> None:
    assert apply(report_on(), []) == report_on()


def test_who_and_when_are_kept() -> None:
    at = datetime(2024, 5, 14, 12, 0, tzinfo=UTC)
    decision = decide(anchor(TEXT, span_of(FIRST)), Noted("Ask her office."), by="Ed", at=at)
    (standing, _) = review(report_on(), [decision]).standings
    assert standing.decisions == (decision,)
    assert (decision.by, decision.at) == ("Ed", at)
    assert not standing.is_settled


def test_a_corrected_speaker_is_a_persons() -> None:
    shown = apply(report_on(), [about(SECOND, SpeakerCorrected(Speaker("Tom Berg")))])
    attribution = shown.findings[1].attribution
    assert attribution is not None
    assert (attribution.speaker.name, attribution.decided_by) == ("Tom Berg", DecidedBy.USER)
    assert attribution.confidence == 1.0
    assert apply(report_on(), [about(SECOND, SpeakerCorrected(None))]).findings[1].attribution is None


def test_a_corrected_date_says_how_it_was_typed() -> None:
    day = Interval.day(date(2024, 5, 14))
    dating = apply(report_on(), [about(FIRST, DateCorrected(day, "last Tuesday"))]).findings[0].dating
    assert dating is not None
    assert (dating.interval, dating.reason) == (day, "Entered as “last Tuesday”")


def test_the_latest_decision_counts() -> None:
    names = [about(SECOND, SpeakerCorrected(Speaker(name))) for name in ("Tom", "Tom Berg")]
    attribution = apply(report_on(), names).findings[1].attribution
    assert attribution is not None
    assert attribution.speaker.name == "Tom Berg"


def test_an_overridden_verdict_keeps_its_evidence() -> None:
    change = VerdictOverridden(Wording.MINOR, "The minutes have “gates”.")
    verdict = apply(report_on(), [about(FIRST, change)]).findings[0].verdict
    assert verdict is not None
    assert (verdict.wording, verdict.summary, verdict.cautions) == (Wording.MINOR, change.reason, ())
    assert verdict.match is not None
    assert verdict.match.quote == QUOTE


def test_none_of_the_archive_is_not_found_and_still_offers_what_was_there() -> None:
    verdict = apply(report_on(), [about(FIRST, MatchChosen(None))]).findings[0].verdict
    assert verdict is not None
    assert verdict.wording is Wording.NOT_FOUND
    assert verdict.match is None
    assert [match.quote for match in verdict.candidates] == [QUOTE]


def test_what_was_decided_is_to_be_checked_anew() -> None:
    decisions = [about(SECOND, SpeakerCorrected(Speaker("Tom Berg"))), about(FIRST, MatchChosen(OTHER))]
    asked = review(report_on(), decisions)
    assert [item.against for item in asked.to_check] == [OTHER, None]
    assert all(item.finding.verdict is None for item in asked.to_check)
    told = {item: Verdict(Wording.MINOR, "Anew.") for item in asked.to_check}
    answered = review(report_on(), decisions, verdicts=told)
    assert answered.to_check == ()
    assert [f.verdict.summary for f in answered.report.findings if f.verdict] == ["Anew.", "Anew."]


def test_a_chosen_match_is_graded_like_any_other() -> None:
    item = ToCheck(replace(finding(FIRST, 1), verdict=None), OTHER)
    verdict = verdict_on(item, Article(TEXT), None)
    assert verdict is not None
    assert verdict.match is not None
    assert verdict.match.quote == OTHER
    assert verdict.wording in (Wording.ALTERED, Wording.REVERSED)


def test_a_chosen_match_with_other_words_is_shown_all_the_same() -> None:
    far = ArchivedQuote("q3", "Prices of bread are a matter for the province.", "Ana Ruiz")
    verdict = verdict_on(ToCheck(replace(finding(FIRST, 1), verdict=None), far), Article(TEXT), None)
    assert verdict is not None
    assert verdict.match is not None
    assert verdict.match.quote == far
    assert verdict_on(ToCheck(finding(FIRST, 1)), Article(TEXT), None) is None


# Settled or not


@pytest.mark.parametrize(
    "change", [CONFIRMED, MatchChosen(None), VerdictOverridden(Wording.MINOR, "So the minutes.")]
)
def test_a_judgement_settles(change: object) -> None:
    assert review(report_on(), [about(FIRST, change)]).standings[0].is_settled


def test_a_confirmation_lapses_when_the_verdict_is_another() -> None:
    fresh = finding(FIRST, 1)
    assert fresh.verdict is not None
    other = replace(fresh, verdict=replace(fresh.verdict, wording=Wording.REVERSED))
    standing = review(replace(report_on(), findings=(other,)), [about(FIRST, CONFIRMED)]).standings[0]
    assert not standing.is_settled
    assert standing.has_changed


def test_a_confirmation_lapses_when_the_words_are_edited() -> None:
    now = FIRST.replace("gates", "gate")
    text = TEXT.replace(FIRST, now)
    seen = review(report_on(text, now, SECOND), [about(FIRST, CONFIRMED)])
    assert seen.lost == ()
    assert seen.standings[0].has_changed
    again = review(report_on(text, now, SECOND), seen.decisions)
    assert again.standings[0].has_changed


def test_decisions_follow_their_words_through_many_edits() -> None:
    decisions: tuple[Decision, ...] = (about(SECOND, Confirmed(Wording.ALTERED, "q1")),)
    text = TEXT
    for i in range(20):
        text = f"Another line, number {i}.\n{text}"
        seen = review(report_on(text), decisions)
        decisions = seen.decisions
    assert seen.lost == ()
    assert seen.standings[1].is_settled
    assert decisions[0].about.start == text.index(SECOND)


def test_what_has_lost_its_place_is_returned_and_comes_back_with_its_words() -> None:
    decision = about(SECOND, Noted("Ring him."))
    text = TEXT.replace("“Nobody asked us,” said Tom Berg. ", "")
    seen = review(report_on(text, FIRST), [decision])
    assert seen.lost == (decision,)
    assert seen.decisions == (decision,)
    assert review(report_on(), seen.decisions).lost == ()


# What is a quotation


def test_a_quotation_is_added_by_hand() -> None:
    seen = review(
        report_on(), [about(PLAIN, QuotationAdded()), about(PLAIN, SpeakerCorrected(Speaker("He")))]
    )
    added = seen.report.findings[2]
    assert (added.quotation.text, added.quotation.span) == (PLAIN, span_of(PLAIN))
    assert added.attribution is not None
    assert added.quotation.turn == 3
    assert seen.to_check[0].finding.quotation == added.quotation


def test_an_added_quotation_takes_its_marks_in() -> None:
    text = TEXT.replace("The audit takes its time", "“The audit takes its time”")
    added = apply(report_on(text), [about(PLAIN, QuotationAdded(), text)]).findings[2]
    assert added.quotation.marked.of(text) == f"“{PLAIN}”"


def test_what_is_none_is_no_speech_and_can_be_made_one_again() -> None:
    none = about(FIRST, NotAQuotation())
    seen = review(report_on(), [none])
    assert [f.quotation.text for f in seen.report.speech] == [SECOND]
    assert len(seen.speech) == 1
    again = apply(report_on(), [none, about(FIRST, QuotationAdded())])
    assert again.findings[0] == finding(FIRST, 1)


def test_a_span_is_corrected_and_later_decisions_are_on_the_new_words() -> None:
    shorter = "not open the gates before the audit."
    decisions = [
        about(FIRST, SpanCorrected(anchor(TEXT, span_of(shorter)))),
        about(shorter, VerdictOverridden(Wording.MINOR, "Fine.")),
    ]
    seen = review(report_on(), decisions)
    assert seen.report.findings[0].quotation.text == shorter
    assert seen.standings[0].is_settled
    assert len(seen.report.findings) == 2

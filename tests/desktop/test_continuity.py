"""What is known of a quotation stays on show while it is analysed again."""

from __future__ import annotations

from dataclasses import replace

from quotecheck.desktop.continuity import carried, successor
from quotecheck.model import Finding, Quotation, Report, Span


def bare(report: Report) -> Report:
    article = replace(report.article, published=None)
    return replace(report, article=article, findings=tuple(Finding(f.quotation) for f in report.findings))


def moved(report: Report, by: int) -> Report:
    def shift(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    findings = [
        Finding(replace(f.quotation, span=shift(f.quotation.span), marked=shift(f.quotation.marked)))
        for f in report.findings
    ]
    return replace(report, findings=tuple(findings))


def test_gaps_are_filled_from_what_was_known(report: Report) -> None:
    result = carried(report, bare(report))
    assert [f.verdict for f in result.findings] == [f.verdict for f in report.findings]
    assert result.article.published == report.article.published
    attribution = result.findings[0].attribution
    assert attribution.speaker.name == "Ana Ruiz"
    assert attribution.mention is None, "offsets of the old text must not be painted into the new one"


def test_nothing_known_changes_nothing(report: Report) -> None:
    assert carried(None, report) is report


def test_other_words_inherit_nothing(report: Report) -> None:
    first = report.findings[0].quotation
    other = Quotation(first.span, first.marked, "Quite other words.", first.kind, first.turn)
    fresh = replace(report, findings=(Finding(other),))
    assert carried(report, fresh).findings[0].verdict is None


def test_the_same_words_keep_the_selection_when_they_move(report: Report) -> None:
    assert successor(report, 2, moved(report, 40)) == 2


def test_edited_words_keep_the_selection_by_their_place(report: Report) -> None:
    quotation = replace(report.findings[1].quotation, text="deeply concerned")
    fresh = replace(report, findings=(report.findings[0], Finding(quotation), report.findings[2]))
    assert successor(report, 2, fresh) == 2


def test_removed_words_lose_it(report: Report) -> None:
    assert successor(report, 3, replace(report, findings=report.findings[:2])) is None
    assert successor(report, 9, report) is None

"""The main job, on one page: text → quotations → speakers → dates → checks → report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from quotecheck.archive.interface import QuoteStore
from quotecheck.checking import check_quotation
from quotecheck.checking.identity import Identities
from quotecheck.dates import date_article, date_quotations
from quotecheck.model import (
    Article,
    Attribution,
    Caution,
    Dating,
    DecidedBy,
    Finding,
    Interval,
    Kind,
    Quotation,
    Report,
    Span,
    Speaker,
    Verdict,
)
from quotecheck.queries import Query
from quotecheck.quotations import find_quotations
from quotecheck.reading import article_from_text
from quotecheck.speakers import attribute

__all__ = ["analyse", "check", "look_up", "look_ups", "progressive"]

_VERDICTS_A_STEP = 10
_LOOKED_FOR_AT_ONCE = 40


def progressive(article: Article, archive: QuoteStore | None = None) -> Iterator[Report]:
    """Yield ever more complete reports: quotations, then speakers and dates, then the verdicts.

    The last one is the whole. Whoever stops iterating cancels the rest; the first report takes milliseconds.
    """
    quotations, warnings = find_quotations(article.text)
    report = Report(
        article=article,
        findings=tuple(Finding(quotation) for quotation in quotations),
        warnings=tuple(warnings),
        archive=archive.identity() if archive else None,
    )
    yield report
    report = _attributed_and_dated(report)
    yield report
    if archive:
        yield from _checked(report, archive)


def analyse(article: Article | str) -> Report:
    """Find, attribute and date the quotations of an article, without any archive."""
    return _last(progressive(_as_article(article)))


def check(article: Article | str, archive: QuoteStore) -> Report:
    """Analyse an article and check every piece of speech in it against ``archive``."""
    return _last(progressive(_as_article(article), archive))


def look_up(
    text: str, archive: QuoteStore, *, speaker: str | None = None, said: Interval | None = None
) -> Verdict:
    """Check one quotation without an article, as somebody is said to have said it on some day."""
    whole = Span(0, len(text))
    told = Attribution(Speaker(speaker or ""), None, None, confidence=1.0, decided_by=DecidedBy.USER)
    finding = Finding(
        Quotation(span=whole, marked=whole, text=text, kind=Kind.STATEMENT, turn=1),
        told if speaker else None,
        Dating(said, evidence=None) if said else None,
    )
    found = check_quotation(finding, Article(text), archive)
    if Caution.MISATTRIBUTED not in found.cautions:
        return found
    # Only then does it matter who held the office that is named; most look-ups need not ask.
    identities = Identities(archive)
    if identities.of(finding, Article(text)) == speaker:
        return replace(found, archive_speaker=speaker)
    return _verdict(finding, Article(text), archive, identities)


def look_ups(
    queries: Iterable[Query], archive: QuoteStore, *, ahead: int = 1
) -> Iterator[tuple[Query, Verdict]]:
    """Look up one quotation after the other, each when its verdict is asked for; nothing is kept of them.

    ``ahead``: how many to read at a time, for the archive is quicker with some at once. With 1 each is
    answered before the next is read, as somebody needs who waits for the answer.
    """
    queries = iter(queries)
    while read := list(islice(queries, ahead)):
        if len(read) > 1:
            archive.expect([query.text for query in read])
        for query in read:
            yield query, look_up(query.text, archive, speaker=query.speaker, said=query.said)


def _as_article(article: Article | str) -> Article:
    return article_from_text(article) if isinstance(article, str) else article


def _last(reports: Iterator[Report]) -> Report:
    *_, report = reports
    return report


def _attributed_and_dated(report: Report) -> Report:
    quotations = [finding.quotation for finding in report.findings]
    article = replace(report.article, published=date_article(report.article, quotations))
    attributions = attribute(article, quotations)
    datings = date_quotations(article, quotations, attributions)
    findings = map(Finding, quotations, attributions, datings)
    return replace(report, article=article, findings=tuple(findings))


def _verdict(finding: Finding, article: Article, archive: QuoteStore, identities: Identities) -> Verdict:
    """Check a finding as said by whom the archive knows: whoever was "the Commerce Secretary" in 2019."""
    known = identities.of(finding, article)
    if known is not None and finding.attribution is not None:
        named = replace(finding.attribution.speaker, name=known)
        finding = replace(finding, attribution=replace(finding.attribution, speaker=named))
    return replace(check_quotation(finding, article, archive), archive_speaker=known)


def _checked(report: Report, archive: QuoteStore) -> Iterator[Report]:
    findings = list(report.findings)
    speech = [i for i, finding in enumerate(findings) if finding.quotation.kind.is_speech]
    identities = Identities(archive)
    for done, i in enumerate(speech, start=1):
        if done % _LOOKED_FOR_AT_ONCE == 1:
            ahead = speech[done - 1 : done - 1 + _LOOKED_FOR_AT_ONCE]
            archive.expect([findings[j].quotation.text for j in ahead])
        verdict = _verdict(findings[i], report.article, archive, identities)
        findings[i] = replace(findings[i], verdict=verdict)
        if done % _VERDICTS_A_STEP == 0 or done == len(speech):
            yield replace(report, findings=tuple(findings))

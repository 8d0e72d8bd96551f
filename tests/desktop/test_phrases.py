"""How the desk words days, doubt and corrections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from quotecheck.desktop import phrases
from quotecheck.model import ArchivedQuote, Article, Basis, Interval, Publication, Report


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2021, 12, 8), (2021, 12, 8), "Dec 8, 2021"),
        ((2021, 12, 11), (2021, 12, 17), "Dec 11–17, 2021"),
        ((2019, 10, 1), (2019, 10, 31), "Oct 2019"),
        ((2019, 1, 1), (2019, 12, 31), "2019"),
        ((2019, 1, 1), (2020, 12, 31), "2019–2020"),
        ((2021, 12, 28), (2022, 1, 3), "Dec 28, 2021 – Jan 3, 2022"),
    ],
)
def test_days(first, last, words: str) -> None:
    assert phrases.days(Interval(date(*first), date(*last))) == words


def test_an_inferred_date_says_why() -> None:
    published = Publication(Interval.day(date(2021, 12, 8)), Basis.INFERRED, "it looks back on 2019.")
    assert phrases.how_known(published) == "inferred: it looks back on 2019"


@pytest.mark.parametrize(
    ("origin", "words"),
    [(None, "English"), ("fr", "English, translated from French"), ("und", "English, a translation")],
)
def test_language(origin: str | None, words: str) -> None:
    assert phrases.language(Article("x", translated_from=origin)) == words


def test_a_denied_statement_is_not_given_to_its_speaker(report: Report) -> None:
    finding = report.findings[0]
    denied = replace(finding, attribution=replace(finding.attribution, negated=True))
    assert phrases.speaker(denied) == "not said by Ana Ruiz, Mayor"


def test_doubt_is_shown_only_where_there_is_some(report: Report) -> None:
    assert [phrases.is_unsure(finding) for finding in report.findings] == [False, True, False]
    assert phrases.confidence(report.findings[1]) == "(41 % sure)"


def test_a_correction_names_its_source(report: Report) -> None:
    assert phrases.correction(report.findings[0].verdict.match.quote) == (
        "The archived statement reads: “We will not open the gate before the audit is over.” (Ana Ruiz). "
        "Source: Remarks at the harbour, City of Porto Alto, May 14, 2024, https://example.org/remarks."
    )


def test_a_correction_without_a_source_says_no_more_than_is_known() -> None:
    quote = ArchivedQuote(uid="x", text="No.", speaker=None)
    assert phrases.correction(quote) == "The archived statement reads: “No.”."


def test_a_moment_has_its_month_in_letters() -> None:
    assert phrases.moment(datetime(2026, 12, 1, 16, 44)).startswith("Dec 1, 2026, 4:44")


def test_a_date_that_stands_in_the_text_is_not_said_to_twice() -> None:
    published = Publication(Interval.day(date(2022, 1, 10)), Basis.TEXT, "The article is dated “Jan. 10”.")
    assert phrases.how_known(published) == "The article is dated “Jan. 10”"

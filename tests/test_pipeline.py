"""The whole line over the project's own corpus of annotated articles, and over a story with its archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotecheck import Archive, Article, Wording, analyse, check, look_up
from quotecheck.model import Basis, Caution, Interval, Publication, Report
from quotecheck.pipeline import progressive
from quotecheck.reading import article_from_text
from quotecheck.reading.isodates import iso_interval

from .corpus import loader, scoring


def as_article(gold: loader.GoldArticle) -> Article:
    day = iso_interval(gold.published) if gold.published else None
    published = Publication(day, Basis.METADATA) if day else None
    return article_from_text(gold.text, id=gold.id, title=gold.title, published=published)


@pytest.fixture(scope="module")
def corpus() -> list[tuple[loader.GoldArticle, Report]]:
    return [(gold, analyse(as_article(gold))) for gold in loader.load_all()]


@pytest.fixture(scope="module")
def scores(corpus: list[tuple[loader.GoldArticle, Report]]) -> scoring.Scores:
    return scoring.score(corpus)


def test_speech_is_found_and_nothing_else(scores: scoring.Scores) -> None:
    assert scores.recall >= 0.97
    assert scores.precision >= 0.95


def test_statements_fragments_scare_quotes_and_titles_are_told_apart(scores: scoring.Scores) -> None:
    assert scores.kinds >= 0.85


def test_speech_has_its_speaker(scores: scoring.Scores) -> None:
    assert scores.end_to_end >= 0.90
    assert scores.names >= 0.80


def test_speech_has_its_date_and_none_where_the_text_gives_none(scores: scoring.Scores) -> None:
    assert scores.dates >= 0.80
    assert scores.needless_dates <= 0.05


def test_articles_are_dated(corpus: list[tuple[loader.GoldArticle, Report]]) -> None:
    for gold, report in corpus:
        if gold.expected_published:
            published = report.article.published
            assert published is not None, gold.id
            assert gold.expected_published.contains(published.interval), gold.id
            assert published.basis == gold.basis, gold.id


def test_warnings_and_translations(corpus: list[tuple[loader.GoldArticle, Report]]) -> None:
    for gold, report in corpus:
        assert len(report.warnings) == gold.warnings, gold.id
        assert report.article.translated_from == gold.translated_from, gold.id


def test_the_same_article_gives_the_same_report() -> None:
    gold = loader.load_all()[0]
    assert analyse(as_article(gold)) == analyse(as_article(gold))


STORY = """Mayor says bridge will stay closed

HALVERTON, March 14, 2023 — “We will not reopen the bridge until every one of the 42 bolts has been replaced,”
Mayor Lucia Ferreira told reporters. “That is not negotiable.”

“There is no danger to anyone crossing this bridge,” her predecessor, Paul Adeyemi, had said in June 2019.

“Bolts are expensive this year,” said Rosa Lind of the finance office.
"""

ROWS = """text,speaker,date,id
"We will reopen the bridge when every one of the 24 bolts has been replaced.
That is not negotiable.",Lucia Ferreira,2023-03-14,bolts
"There is no danger to anyone crossing this bridge, unless the water rises.",Paul Adeyemi,2019-06-02,danger
The budget of the finance office has been cut by a fifth.,Rosa Lind,2023-03-10,budget
"""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    rows = tmp_path / "quotes.csv"
    rows.write_text(ROWS, encoding="utf-8")
    with Archive.open(tmp_path / "quotes.db", create=True) as opened:
        opened.import_quotes(rows, by="a test")
        yield opened


def test_a_story_against_its_archive(archive: Archive) -> None:
    verdicts = [finding.verdict for finding in check(STORY, archive).speech]
    assert all(verdicts)
    bolts, negotiable, danger, expensive = (verdict for verdict in verdicts if verdict)
    assert bolts.wording is Wording.REVERSED
    assert {("42", "24")} <= {(d.article, d.archive) for d in bolts.match.differences}  # type: ignore[union-attr]
    assert negotiable.wording is Wording.VERBATIM
    assert (danger.wording, danger.cautions) == (Wording.VERBATIM, (Caution.CONTEXT,))
    assert "unless" in danger.summary
    assert expensive.wording is Wording.NOT_FOUND
    assert "Rosa Lind" in expensive.summary


def test_reports_grow_and_the_first_comes_before_any_verdict(archive: Archive) -> None:
    reports = list(progressive(article_from_text(STORY), archive))
    first, last = reports[0], reports[-1]
    assert [f.quotation for f in first.findings] == [f.quotation for f in last.findings]
    assert all(f.attribution is None and f.verdict is None for f in first.findings)
    assert all(f.verdict for f in last.speech)
    assert last == check(STORY, archive)


def test_one_quotation_can_be_looked_up_alone(archive: Archive) -> None:
    said = Interval.day(loader.date(2023, 3, 14))
    verdict = look_up("That is not negotiable", archive, speaker="Ferreira", said=said)
    assert (verdict.wording, verdict.cautions) == (Wording.VERBATIM, ())
    other = look_up("That is not negotiable", archive, speaker="Paul Adeyemi")
    assert Caution.MISATTRIBUTED in other.cautions


@pytest.mark.parametrize("text", ["", "“", "1234 !!! ???", "“”", "\x00\x01", "“a” " * 500, "…" * 1000])
def test_odd_texts_give_a_report(text: str, archive: Archive) -> None:
    assert check(Article(text), archive).article.text == text

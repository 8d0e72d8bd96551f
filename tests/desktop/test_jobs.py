"""What the workers do, on the real pipeline, archive and report."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from quotecheck.desktop import jobs
from quotecheck.desktop.archive.choice import NO_ARCHIVE, ArchiveChoice, OpenArchive
from quotecheck.desktop.archive.import_jobs import importing
from quotecheck.desktop.jobs import Facts, Opened
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.workers import Settled
from quotecheck.errors import QuoteCheckError
from quotecheck.model import Article, Basis, Interval, Publication, Wording

SPEECH = "We will not open the gates before the audit is over."
TEXT = f"The mayor of Porto Alto spoke on Monday.\n\nMayor Ana Ruiz said: “{SPEECH}”\n"


def go_on(_done: int) -> bool:
    return True


@pytest.fixture
def held():
    held = OpenArchive()
    yield held
    held.close()


@pytest.fixture
def archive(tmp_path: Path) -> ArchiveChoice:
    (made,) = jobs.making_archive(tmp_path / "harbour.db")(go_on)
    choice = made.result
    quotes = tmp_path / "quotes.jsonl"
    row = {"text": SPEECH, "speaker": "Ana Ruiz", "date": "2024-05-13"}
    quotes.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (result,) = importing(quotes, choice.path, {})(go_on)
    assert result.added == 1
    return choice


def test_an_analysis_grows_from_quotations_to_verdicts(held, archive) -> None:
    reports = list(jobs.analysis(TEXT, Facts(title="Harbour"), archive, held)(go_on))
    assert [f.quotation.text for f in reports[0].speech] == [SPEECH]
    assert reports[0].speech[0].verdict is None
    assert reports[-1].speech[0].verdict.wording is Wording.VERBATIM
    assert reports[-1].article.title == "Harbour"
    assert reports[-1].article.text == TEXT


def test_a_missing_archive_fails_after_the_quotations_were_found(held, tmp_path) -> None:
    reports = []

    def take_all() -> None:
        for report in jobs.analysis(TEXT, Facts(), ArchiveChoice(tmp_path / "missing.db"), held)(go_on):
            reports.append(report)  # noqa: PERF402 - what came before the error counts

    with pytest.raises(QuoteCheckError, match="missing"):
        take_all()
    assert [f.quotation.text for f in reports[-1].speech] == [SPEECH]


def test_without_an_archive_nothing_is_checked(held) -> None:
    given = Publication(Interval.day(date(2024, 5, 14)), Basis.GIVEN)
    *_, report = jobs.analysis(TEXT, Facts(published=given), NO_ARCHIVE, held)(go_on)
    assert report.archive is None
    assert report.speech[0].verdict is None
    assert report.article.published == given


def test_an_archive_stays_open_between_jobs_until_another_is_chosen(held, archive) -> None:
    first = held.of(archive)
    assert held.of(archive) is first
    assert held.of(NO_ARCHIVE) is None


def test_a_stopped_import_leaves_nothing(held, tmp_path, archive) -> None:
    more = tmp_path / "more.csv"
    more.write_text("text,speaker\nAnother sentence of hers.,Ana Ruiz\n", encoding="utf-8")
    with pytest.raises(QuoteCheckError, match="nothing"):
        list(importing(more, archive.path, {})(lambda _done: False))
    assert held.of(archive).identity().quotes == 1


def test_a_document_is_opened_with_what_it_says_of_itself(tmp_path) -> None:
    path = tmp_path / "news.txt"
    path.write_bytes("Gates stay shut\r\n\r\nShe said: “No.”\r\n".encode())
    (opened,) = jobs.opening(path)(go_on)
    assert "\r" not in opened.text
    assert opened.facts.id == "news"
    assert not opened.has_more


def test_of_several_articles_the_first_is_opened(tmp_path) -> None:
    path = tmp_path / "many.jsonl"
    lines = [json.dumps({"id": i, "text": f"Article {i} said: “So.”"}) for i in "ab"]
    path.write_text("\n".join(lines), encoding="utf-8")
    (opened,) = jobs.opening(path)(go_on)
    assert opened.facts.id == "a"
    assert opened.has_more


def test_a_document_that_is_too_long_is_refused(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(jobs, "LONGEST_TEXT", 10)
    path = tmp_path / "long.txt"
    path.write_text("A text of more than ten characters.", encoding="utf-8")
    with pytest.raises(QuoteCheckError, match="longer than"):
        list(jobs.opening(path)(go_on))


def test_a_typed_day_is_read() -> None:
    assert list(jobs.parsing_day("14 Dec 2021")(go_on)) == [Interval.day(date(2021, 12, 14))]


def test_a_date_in_figures_is_read_as_was_chosen_else_as_the_article_does() -> None:
    article = Article("It closed on 3/15/2024.", language="en")
    assert list(jobs.parsing_day("3/4/2024", article=article)(go_on)) == [Interval.day(date(2024, 3, 4))]
    Settings().date_order = "day"
    assert list(jobs.parsing_day("3/4/2024", article=article)(go_on)) == [Interval.day(date(2024, 4, 3))]


def test_the_annotated_pdf_is_written(held, archive, tmp_path) -> None:
    *_, report = jobs.analysis(TEXT, Facts(), archive, held)(go_on)
    path = tmp_path / "checked.pdf"
    assert list(jobs.writing_pdf(report, path)(go_on)) == [Settled(jobs.Written(path))]
    assert path.read_bytes().startswith(b"%PDF-")


def test_the_sample_is_there() -> None:
    sample = jobs.sample()
    assert isinstance(sample, Opened)
    assert "“" in sample.text

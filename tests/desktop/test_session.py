"""The check on the desk: analysed at once and after edits, cancelled, never stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quotecheck.archive import Archive, NewQuote
from quotecheck.desktop.archive.choice import NO_ARCHIVE, OWN_ARCHIVE, ArchiveChoice
from quotecheck.desktop.jobs import Facts, Opened
from quotecheck.desktop.session import Session
from quotecheck.errors import QuoteCheckError
from quotecheck.model import Basis, Interval, Report

ONE, TWO = "He said: “One thing.”", "She said: “Another thing.”"


@pytest.fixture
def session(qapp, analysis):
    session = Session()
    yield session
    analysis.gate.set()
    session.stop()


@pytest.fixture
def done(qtbot, session):
    return lambda: qtbot.waitUntil(lambda: not session.is_working)


def words(report: Report) -> list[str]:
    return [finding.quotation.text for finding in report.speech]


def test_a_loaded_article_is_analysed_at_once(session, done) -> None:
    session.load(Opened(ONE, Facts(title="News")))
    done()
    assert words(session.report) == ["One thing."]
    assert session.report.article.title == "News"


def test_a_loaded_article_is_announced_before_anything_is_found(qtbot, session, analysis) -> None:
    analysis.gate.clear()
    with qtbot.waitSignal(session.report_changed) as changed:
        session.load(Opened(ONE, Facts(title="News")))
    assert changed.args[0].article.title == "News"
    assert changed.args[0].findings == ()
    assert session.is_working


def test_an_edit_is_analysed_after_a_pause(qtbot, session, analysis, done) -> None:
    session.load(Opened(ONE))
    done()
    session.read_text_with(lambda: TWO)
    session.edited()
    session.edited()
    assert session.is_working
    done()
    assert words(session.report) == ["Another thing."]
    assert [text for text, _facts, _choice in analysis.asked] == [ONE, TWO]


def test_what_was_found_for_an_older_text_is_dropped(qtbot, session, analysis, done) -> None:
    seen = []
    session.report_changed.connect(lambda report: seen.append(report.article.text))
    analysis.gate.clear()
    session.load(Opened(ONE))
    qtbot.waitUntil(lambda: seen == [ONE, ONE])
    session.load(Opened(TWO))
    analysis.gate.set()
    done()
    assert set(seen[2:]) == {TWO}


def test_an_edit_drops_the_report_under_way(qtbot, session, analysis, done) -> None:
    analysis.gate.clear()
    session.load(Opened(ONE))
    qtbot.waitUntil(lambda: bool(session.report.speech))
    session.read_text_with(lambda: TWO)
    session.edited()
    with qtbot.assertNotEmitted(session.report_changed, wait=50):
        analysis.gate.set()
    done()
    assert words(session.report) == ["Another thing."]


def test_cancelling_keeps_what_was_found(qtbot, session, analysis) -> None:
    analysis.gate.clear()
    session.load(Opened(ONE))
    qtbot.waitUntil(lambda: bool(session.report.speech))
    with qtbot.waitSignal(session.work_cancelled), qtbot.assertNotEmitted(session.work_ended):
        session.cancel()
    assert not session.is_working
    assert words(session.report) == ["One thing."]


def test_a_new_analysis_of_the_same_words_shows_no_gap(qtbot, session, analysis, done, report) -> None:
    text = report.article.text
    session.load(Opened(text))
    done()
    analysis.gate.clear()
    with qtbot.waitSignal(session.report_changed):
        session.analyse_now()
    assert [f.verdict for f in session.report.findings] == [f.verdict for f in report.findings]


def test_the_last_report_is_shown_as_it_is(session, analysis, done, report) -> None:
    text = report.article.text
    session.load(Opened(text))
    done()
    analysis.reports[text] = replace(
        report, findings=tuple(replace(f, verdict=None) for f in report.findings)
    )
    session.analyse_now()
    done()
    assert all(finding.verdict is None for finding in session.report.findings)


def test_an_empty_text_asks_nothing(session, analysis) -> None:
    session.load(Opened("  \n "))
    assert not session.is_working
    assert session.report.findings == ()
    assert analysis.asked == []


def test_a_given_date_is_analysed_with_and_can_be_taken_back(session, analysis, done) -> None:
    session.load(Opened(ONE))
    session.correct_date(Interval.day(date(2021, 12, 14)))
    done()
    published = analysis.asked[-1][1].published
    assert (published.interval, published.basis) == (Interval.day(date(2021, 12, 14)), Basis.GIVEN)
    session.correct_date(None)
    assert analysis.asked[-1][1].published is None


def test_another_archive_is_asked(session, analysis, done) -> None:
    session.load(Opened(ONE))
    session.choose_archive(ArchiveChoice(Path("other.db")))
    session.choose_archive(NO_ARCHIVE)
    done()
    assert [choice for _text, _facts, choice in analysis.asked] == [
        OWN_ARCHIVE,
        ArchiveChoice(Path("other.db")),
        NO_ARCHIVE,
    ]


def test_a_failure_is_told_and_the_quotations_stay(qtbot, session, analysis) -> None:
    analysis.error = QuoteCheckError("The archive is locked; close the other program.")
    with qtbot.waitSignal(session.failed) as failed:
        session.load(Opened(ONE))
    assert failed.args == ["The archive is locked; close the other program."]
    assert words(session.report) == ["One thing."]
    assert not session.is_working


def test_the_selection_follows_its_quotation(qtbot, session, done) -> None:
    session.load(Opened(f"{ONE} {TWO}"))
    done()
    session.select(2)
    session.read_text_with(lambda: TWO)
    with qtbot.waitSignal(session.selection_changed) as changed:
        session.analyse_now()
    assert changed.args == [1]


def test_what_is_not_there_cannot_be_selected(session, done) -> None:
    session.load(Opened(ONE))
    done()
    session.select(7)
    assert session.selected is None


@pytest.mark.parametrize(("is_whole", "title"), [(True, None), (False, "Old news")])
def test_only_a_whole_new_text_forgets_the_facts_of_the_old(session, analysis, done, is_whole, title) -> None:
    session.load(Opened(ONE, Facts(title="Old news")))
    session.read_text_with(lambda: TWO)
    session.pasted(is_whole)
    done()
    assert analysis.asked[-1][:2] == (TWO, Facts(title=title))


def test_an_emptied_desk_forgets_the_facts(session) -> None:
    session.load(Opened(ONE, Facts(title="Old news")))
    session.read_text_with(lambda: "")
    session.analyse_now()
    assert session.facts == Facts()


def test_what_another_program_writes_into_the_archive_is_checked_against(
    qtbot, session, analysis, done, tmp_path
) -> None:
    path = tmp_path / "a.db"
    Archive.open(path, create=True).close()
    session.choose_archive(ArchiveChoice(path))
    session.load(Opened(ONE))
    done()

    ended: list[int] = []
    session._worker.finished_job.connect(ended.append)

    def notice() -> int:
        before, told = len(analysis.asked), len(ended)
        session.notice_archive()
        qtbot.waitUntil(lambda: len(ended) > told)
        done()
        return len(analysis.asked) - before

    notice()
    assert notice() == 0
    with Archive.open(path) as other:
        other.add_quote(NewQuote("One thing."), by="Ben")
        assert notice() == 1

"""A quotation is put into the archive with its source, in one dialog."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from quotecheck.archive import Archive, NewQuote
from quotecheck.desktop import jobs
from quotecheck.desktop.archive.choice import NO_ARCHIVE, ArchiveChoice
from quotecheck.desktop.author import author
from quotecheck.model import Interval, QuoteStatus

ALT = Qt.KeyboardModifier.AltModifier
DAY = Interval.day(date(2024, 5, 14))


@pytest.fixture
def taken(desk, monkeypatch) -> list[NewQuote]:
    quotes: list[NewQuote] = []

    def archiving(quote, _choice):
        quotes.append(quote)
        return lambda _pulse: iter(["q12"])

    monkeypatch.setattr(jobs, "archiving", archiving)
    return quotes


@pytest.fixture
def done(qtbot, desk):
    return lambda: qtbot.waitUntil(lambda: not desk.session.is_working and desk.chores.current is None)


def test_what_is_known_is_filled_in_and_the_rest_is_asked_for(qtbot, desk, done, analysis, taken) -> None:
    desk.session.select(1)
    before = len(analysis.asked)
    qtbot.keyClick(desk, Qt.Key.Key_A, ALT)
    dialog = desk.deciding.dialog
    qtbot.keyClicks(dialog.title, "Minutes of the council")
    qtbot.keyClicks(dialog.url, "https://example.org/minutes")
    dialog.verified.click()
    qtbot.keyClick(dialog.url, Qt.Key.Key_Return)
    done()
    assert taken == [
        NewQuote(
            "We will not open the gates before the audit.",
            speaker="Ana Ruiz",
            speaker_role="Mayor",
            said=DAY,
            source_title="Minutes of the council",
            source_url="https://example.org/minutes",
            status=QuoteStatus.VERIFIED,
        )
    ]
    assert "in the archive" in desk.banner.label.text()
    assert len(analysis.asked) > before


def test_a_date_must_be_one_or_none(qtbot, desk, taken, monkeypatch) -> None:
    monkeypatch.setattr(jobs, "parsing_day", lambda _text, **_known: lambda _pulse: iter([DAY]))
    desk.session.select(3)
    desk.actions_by_name["archive_it"].trigger()
    dialog = desk.deciding.dialog
    assert dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.date, "Tuesday")
    assert not dialog.ok.isEnabled()
    qtbot.waitUntil(dialog.ok.isEnabled)
    assert dialog.resolved.text() == "= May 14, 2024"
    assert dialog.quote().said == DAY
    assert dialog.quote().status is QuoteStatus.UNVERIFIED
    dialog.words.setPlainText("  ")
    assert not dialog.ok.isEnabled()
    dialog.reject()
    assert taken == []


def test_without_an_archive_there_is_nothing_to_add_to(desk, done) -> None:
    desk.session.select(1)
    desk.session.choose_archive(NO_ARCHIVE)
    done()
    assert not desk.actions_by_name["archive_it"].isEnabled()


def test_the_quote_is_written_with_who_added_it(tmp_path) -> None:
    path = tmp_path / "a.db"
    Archive.open(path, create=True).close()
    quote = NewQuote("We will not open the gates.", speaker="Ana Ruiz", said=DAY)
    (uid,) = jobs.archiving(quote, ArchiveChoice(path))(lambda _done: True)
    with Archive.open(path) as archive:
        kept = archive.quote(uid)
        assert (kept.text, kept.speaker, kept.said) == (quote.text, "Ana Ruiz", DAY)
        assert archive.history(uid)[0].by == author()

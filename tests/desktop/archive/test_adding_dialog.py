"""A quotation is put into the archive with its source, in one dialog."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from quotecheck.archive import Archive
from quotecheck.desktop import jobs
from quotecheck.desktop.archive.choice import NO_ARCHIVE, ArchiveChoice
from quotecheck.desktop.author import author
from quotecheck.model import ArchivedQuote, Interval, QuoteStatus

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DAY = Interval.day(date(2024, 5, 14))


@pytest.fixture
def path(desk, tmp_path) -> Path:
    """An empty archive, which the desk checks against."""
    path = tmp_path / "harbour.db"
    Archive.open(path, create=True).close()
    desk.session.choose_archive(ArchiveChoice(path))
    return path


def quotes(path: Path) -> list[ArchivedQuote]:
    with Archive.open(path, read_only=True) as archive:
        return archive.search("gates")


@pytest.fixture
def done(qtbot, desk):
    return lambda: qtbot.waitUntil(lambda: not desk.session.is_working and desk.chores.current is None)


def add(qtbot, desk, done) -> None:
    """Put the first quotation into the archive with a link to its source."""
    desk.session.select(1)
    qtbot.keyClick(desk, Qt.Key.Key_A, ALT)
    dialog = desk.deciding.dialog
    qtbot.keyClicks(dialog.title, "Minutes of the council")
    qtbot.keyClicks(dialog.url, "https://example.org/minutes")
    dialog.verified.click()
    qtbot.keyClick(dialog.url, Qt.Key.Key_Return)
    done()


def test_what_is_known_is_filled_in_and_the_rest_is_asked_for(qtbot, desk, done, analysis, path) -> None:
    before = len(analysis.asked)
    add(qtbot, desk, done)
    (kept,) = quotes(path)
    assert (kept.text, kept.speaker, kept.said) == (
        "We will not open the gates before the audit.",
        "Ana Ruiz",
        DAY,
    )
    assert (kept.source_title, kept.source_url) == ("Minutes of the council", "https://example.org/minutes")
    assert kept.status is QuoteStatus.VERIFIED
    with Archive.open(path) as archive:
        assert archive.history(kept.uid)[0].by == author()
    assert "in the archive" in desk.banner.label.text()
    assert len(analysis.asked) > before


def test_what_was_added_is_undone_and_redone_among_the_decisions(qtbot, desk, done, path) -> None:
    add(qtbot, desk, done)
    desk.session.select(2)
    desk.deciding.confirm()
    desk.actions_by_name["undo"].trigger()
    done()
    assert desk.session.log.decisions == ()
    assert len(quotes(path)) == 1
    assert "Adding to the archive" in desk.actions_by_name["undo"].text()
    desk.actions_by_name["undo"].trigger()
    done()
    assert quotes(path) == []
    desk.actions_by_name["redo"].trigger()
    done()
    assert [quote.speaker for quote in quotes(path)] == ["Ana Ruiz"]
    assert not desk.actions_by_name["undo"].text().endswith(": ")


def test_what_a_colleague_has_changed_since_stays(qtbot, desk, done, path) -> None:
    add(qtbot, desk, done)
    (kept,) = quotes(path)
    with Archive.open(path) as archive:
        archive.update_quote(kept.uid, by="Noor", occasion="Second reading")
    desk.actions_by_name["undo"].trigger()
    done()
    assert [quote.occasion for quote in quotes(path)] == ["Second reading"]
    assert "changed since" in desk.banner.label.text()
    assert not desk.actions_by_name["undo"].isEnabled()
    assert not desk.actions_by_name["redo"].isEnabled()


def test_a_date_must_be_one_or_none(qtbot, desk, path, monkeypatch) -> None:
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
    assert quotes(path) == []


def test_without_an_archive_there_is_nothing_to_add_to(desk, done) -> None:
    desk.session.select(1)
    desk.session.choose_archive(NO_ARCHIVE)
    done()
    assert not desk.actions_by_name["archive_it"].isEnabled()

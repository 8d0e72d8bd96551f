"""The timeline and the speakers: what they show, clicked and gone through by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from quotecheck.desktop.pictures.timeline_points import Scale, points, speaker_counts, undated
from quotecheck.desktop.theme import qt_palette
from quotecheck.model import Article, Report
from quotecheck.reporting.palette import Theme


@pytest.fixture
def pictures(desk):
    return desk.findings.pictures


def test_what_is_shown_of_a_report(report) -> None:
    (point,) = points(report)
    assert (point.number, point.said, point.archived) == (1, point.archived, point.said)
    assert undated(report) == 2
    assert [(count.name, count.total) for count in speaker_counts(report)] == [
        ("Ana Ruiz", 1), ("the union", 1), ("", 1),
    ]  # fmt: skip
    assert points(Report(Article(""))) == []


def test_days_keep_their_order_and_long_gaps_are_shortened() -> None:
    days = [date(2024, 5, 1), date(1990, 1, 1), date(2024, 5, 2), date(2024, 5, 9)]
    scale = Scale(days)
    places = [scale.place(day) for day in sorted(days)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, 1)
    assert places[2] - places[1] > 0.02
    assert [round(length / 365) for _one, _other, length in scale.gaps()] == [34]
    assert Scale([date(2024, 5, 1)]).place(date(2024, 5, 1)) == 0.5


def test_the_timeline_selects_by_mouse_and_key(qtbot, desk, pictures) -> None:
    pictures.buttons[1].click()
    timeline = pictures.timeline
    (mark,) = timeline.marks()
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=mark.box.center().toPoint())
    assert desk.session.selected == 1
    desk.session.select(None)
    timeline.setFocus()
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert desk.session.selected == 1
    assert "said May 14, 2024" in timeline.accessibleDescription()


def test_a_speaker_filters_the_list(qtbot, desk, pictures) -> None:
    pictures.buttons[2].click()
    speakers = pictures.speakers
    speakers.setFocus()
    qtbot.keyClick(speakers, Qt.Key.Key_Down)
    assert "the union: 1" in speakers.accessibleDescription()
    qtbot.keyClick(speakers, Qt.Key.Key_Space)
    assert pictures.pages.currentIndex() == 0
    assert desk.findings.list.rows.model().rowCount() == 1


def test_without_quotations_there_is_only_the_list(qtbot, desk, pictures) -> None:
    pictures.buttons[1].click()
    desk.commands.begin_empty()
    qtbot.waitUntil(lambda: not desk.session.is_working)
    assert pictures.pages.currentIndex() == 0
    assert not pictures.row.isVisible()


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("width", [240, 1600])
def test_they_are_painted_in_every_theme_and_size(qapp, pictures, theme, width) -> None:
    qapp.setPalette(qt_palette(theme))
    for picture in (pictures.timeline, pictures.speakers):
        font = picture.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        picture.setFont(font)
        picture.resize(width, picture.sizeHint().height())
        assert not picture.grab().isNull()
    qapp.setPalette(qt_palette(Theme.LIGHT))

"""The detail of a quotation: who may have said it, the texts side by side, the legend."""

from __future__ import annotations

from PySide6.QtCore import Qt

from quotecheck.decisions import SpeakerCorrected
from quotecheck.desktop.findings.quotation_model import TO_DECIDE
from quotecheck.desktop.jobs import Opened
from quotecheck.desktop.settings import Settings
from quotecheck.model import DecidedBy


def test_a_doubtful_speaker_is_asked_for_and_named_by_one_key(qtbot, desk) -> None:
    question = desk.findings.detail.question
    desk.session.select(1)
    assert not question.isVisible()
    desk.session.select(2)
    assert question.isVisible()
    assert question.buttons[0].text() == "1  the union"
    assert not question.buttons[1].isVisible()
    rows = desk.findings.list.rows
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_2)
    assert desk.session.log.decisions == ()
    qtbot.keyClick(rows, Qt.Key.Key_1)
    assert desk.session.report.speech[1].attribution.decided_by is DecidedBy.USER
    assert not question.isVisible()
    assert not desk.actions_by_name["speaker_1"].isEnabled()


def test_whom_the_article_quotes_nearby_is_offered_for_what_nobody_is_said_to_have_said(qtbot, desk) -> None:
    desk.session.select(3)
    button = desk.findings.detail.question.buttons[0]
    assert button.text() == "1  Ana Ruiz"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (decision,) = desk.session.log.decisions
    assert isinstance(decision.change, SpeakerCorrected)
    assert decision.change.speaker.name == "Ana Ruiz"


def test_the_texts_stand_side_by_side_where_there_is_room_and_stay_so(qtbot, desk) -> None:
    desk.session.select(1)
    texts = desk.findings.detail.texts
    assert not texts.is_beside
    qtbot.keyClick(desk, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert texts.is_beside
    qtbot.waitUntil(lambda: texts.printed.y() == texts.archived.y())
    assert Settings().is_beside
    texts.resize(200, texts.height())
    assert not texts.is_beside


def test_chips_without_room_for_words_keep_their_signs_and_names(qtbot, desk) -> None:
    overview = desk.findings.overview
    chip = overview.chip("uncheckable")
    overview.resize(700, overview.height())
    assert chip.text() == "Uncheckable  1"
    overview.setMinimumWidth(0)
    overview.resize(260, overview.height())
    assert chip.text() == "1"
    assert chip.accessibleName() == "Uncheckable  1"
    assert "Uncheckable:" in chip.toolTip()
    assert overview.chip(TO_DECIDE).text() == "To decide 3"


def test_the_legend_names_every_verdict(qtbot, desk) -> None:
    desk.actions_by_name["legend"].trigger()
    shown = desk.finding.legend.grab()
    assert not shown.isNull()
    desk.finding.legend.reject()


def test_a_text_with_blank_lines_keeps_its_offsets(qtbot, desk) -> None:
    desk.session.load(Opened("One.\n\n\n“We will not open,” she said.\n"))
    qtbot.waitUntil(lambda: not desk.session.is_working)
    (finding,) = desk.session.report.speech
    assert finding.quotation.text == "We will not open,"
    mark = desk.article.view.marks.numbered(1)
    assert desk.article.view.text()[mark.span.start : mark.span.end] == "We will not open,"


def test_nobody_is_said_to_be_unnamed_while_speakers_are_looked_for(desk) -> None:
    detail, finding = desk.findings.detail, desk.session.report.speech[2]
    assert finding.attribution is None
    detail.show_finding(finding, is_waiting=True)
    assert not detail.who.isVisible()
    detail.show_finding(finding)
    assert detail.who.isVisible()
    assert detail.who.text() == "Speaker not named · no date given"


def test_what_the_archive_lacks_is_offered_to_be_added_where_its_words_would_stand(desk) -> None:
    detail = desk.findings.detail
    seen = []
    for number in (1, 3):
        desk.session.select(number)
        seen.append((detail.archived.isVisible(), detail.absence.isVisible()))
    assert seen == [(True, False), (False, True)]
    assert detail.absence.add.isEnabled()


def test_the_candidates_of_the_quotation_before_are_gone_at_once(desk) -> None:
    others, match = desk.findings.detail.others, desk.session.report.speech[0].verdict.match
    others.show_matches([match, match], None)
    before = others.buttons
    others.show_matches([match], None)
    assert all(button.isHidden() for button in before)
    assert len(others.buttons) == 1

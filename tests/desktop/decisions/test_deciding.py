"""Deciding on quotations: by button, by key, undone and redone, marked, counted, kept through edits."""

from __future__ import annotations

import time
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from quotecheck.decisions import (
    Confirmed,
    DateCorrected,
    MatchChosen,
    Noted,
    SpeakerCorrected,
    VerdictOverridden,
)
from quotecheck.desktop import jobs
from quotecheck.desktop.author import author
from quotecheck.desktop.findings.quotation_model import TO_DECIDE, Role, to_decide
from quotecheck.desktop.jobs import Opened
from quotecheck.errors import QuoteCheckError
from quotecheck.model import ArchivedQuote, DecidedBy, Interval, Speaker, Verdict, Wording

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def _checked(monkeypatch) -> None:
    """Answer every check of decided facts with a verdict that can be told."""

    def checking(items, _article, _choice, _held):
        return lambda _pulse: iter([{item: Verdict(Wording.MINOR, "Checked anew.")} for item in items])

    monkeypatch.setattr("quotecheck.desktop.session.checking_decided", checking)


@pytest.fixture
def done(qtbot, desk):
    return lambda: qtbot.waitUntil(lambda: not desk.session.is_working and not desk.deciding.lookups.is_busy)


def changes(desk) -> list[object]:
    return [decision.change for decision in desk.session.log.decisions]


def finding(desk, number: int):
    return desk.session.report.speech[number - 1]


def press(qtbot, desk, name: str):
    """Press a decision's button, or what stands for it in the menu, and return the dialog that it opens."""
    bar = desk.findings.detail.buttons
    if bar.buttons[name].isVisible():
        qtbot.mouseClick(bar.buttons[name], Qt.MouseButton.LeftButton)
    else:
        assert desk.actions_by_name[name] in bar.more.menu().actions()
        desk.actions_by_name[name].trigger()
    return desk.deciding.dialog


# Confirm


def test_enter_in_the_list_confirms_and_goes_on(qtbot, desk) -> None:
    rows = desk.findings.list.rows
    desk.session.select(1)
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert changes(desk) == [Confirmed(Wording.ALTERED, "q1")]
    assert desk.session.selected == 2
    assert desk.status.checked.text().endswith("Now at 2.")
    assert desk.status.count.text() == "Quotations: 3 · decided: 1 · to decide: 2"
    assert rows.model().index(0, 0).data(Role.STANDING).is_settled
    assert "Decided." in rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_enter_in_the_article_is_a_new_line(qtbot, desk) -> None:
    desk.session.select(1)
    view = desk.article.view
    view.setFocus()
    before = view.document().blockCount()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert changes(desk) == []
    assert view.document().blockCount() == before + 1


def test_confirming_from_anywhere_to_the_last(qtbot, desk) -> None:
    desk.session.select(1)
    for _ in range(3):
        qtbot.keyClick(desk.article.view, Qt.Key.Key_Return, CONTROL)
    assert to_decide(desk.session.review) == []
    assert desk.status.count.text() == "Quotations: 3 · decided: 3 · none to decide"
    qtbot.keyClick(desk, Qt.Key.Key_Return, CONTROL)
    assert len(changes(desk)) == 3
    assert "Every quotation" in desk.banner.label.text()


def test_the_chip_of_what_is_to_decide(qtbot, desk) -> None:
    overview, rows = desk.findings.overview, desk.findings.list.rows
    chip = overview.chip(TO_DECIDE)
    assert chip.text() == "To decide 3"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    desk.session.select(1)
    desk.actions_by_name["confirm"].trigger()
    assert rows.model().rowCount() == 2
    for _ in range(2):
        desk.actions_by_name["confirm"].trigger()
    assert desk.findings.list.empty.isVisible()
    assert "All decided" in [label.text() for label in desk.findings.list.empty.findChildren(QLabel)]
    desk.actions_by_name["undo"].trigger()
    assert rows.model().rowCount() == 1


def test_undo_and_redo_without_limit(qtbot, desk) -> None:
    desk.session.select(1)
    for i in range(120):
        desk.deciding.take(finding(desk, 1), Noted(f"Note {i}"))
    for _ in range(120):
        desk.actions_by_name["undo"].trigger()
    assert changes(desk) == []
    assert not desk.actions_by_name["undo"].isEnabled()
    for _ in range(120):
        desk.actions_by_name["redo"].trigger()
    assert changes(desk) == [Noted(f"Note {i}") for i in range(120)]


def test_ctrl_z_belongs_to_the_article_while_one_writes_there(qtbot, desk) -> None:
    desk.session.select(1)
    desk.actions_by_name["confirm"].trigger()
    view = desk.article.view
    view.setFocus()
    qtbot.keyClicks(view, "x")
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert len(changes(desk)) == 1
    desk.findings.list.rows.setFocus()
    qtbot.keyClick(desk.findings.list.rows, Qt.Key.Key_Z, CONTROL)
    assert changes(desk) == []
    qtbot.keyClick(desk.findings.list.rows, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(changes(desk)) == 1


# The dialogs


def test_a_note_is_kept_with_who_and_when(qtbot, desk) -> None:
    desk.session.select(1)
    dialog = press(qtbot, desk, "note")
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.field, "Ask her office.")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, CONTROL)
    assert changes(desk) == [Noted("Ask her office.")]
    assert "Ask her office." in desk.findings.detail.history.text()
    assert author() in desk.findings.detail.history.text()


def test_a_verdict_needs_a_reason(qtbot, desk) -> None:
    desk.session.select(1)
    dialog = press(qtbot, desk, "verdict")
    assert dialog.wordings[Wording.ALTERED].isChecked()
    qtbot.mouseClick(dialog.wordings[Wording.MINOR], Qt.MouseButton.LeftButton)
    assert not dialog.ok.isEnabled()
    (caution,) = dialog.cautions.values()
    caution.click()
    qtbot.keyClicks(dialog.reason, "The minutes have it so.")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert changes(desk) == [VerdictOverridden(Wording.MINOR, "The minutes have it so.")]
    assert finding(desk, 1).verdict.wording is Wording.MINOR
    assert "The minutes have it so." in desk.findings.detail.summary.text()
    desk.actions_by_name["undo"].trigger()
    assert finding(desk, 1).verdict.wording is Wording.ALTERED


def test_a_speaker_is_completed_from_article_and_archive(qtbot, desk, done, monkeypatch) -> None:
    def naming(typed, _choice, _held):
        return lambda _pulse: iter([[Speaker(f"{typed}erta Haupt", "Chair")]])

    monkeypatch.setattr(jobs, "naming_speakers", naming)
    desk.session.select(3)
    dialog = press(qtbot, desk, "speaker")
    assert {"Ana Ruiz", "the union"} <= set(dialog.names)
    qtbot.keyClicks(dialog.field, "Rob")
    qtbot.waitUntil(lambda: "Roberta Haupt" in dialog.names)
    dialog.field.setText("Roberta Haupt")
    assert dialog.role.text() == "Chair"
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    done()
    attribution = finding(desk, 3).attribution
    assert attribution.speaker == Speaker("Roberta Haupt", "Chair")
    assert attribution.decided_by is DecidedBy.USER
    assert finding(desk, 3).verdict.summary == "Checked anew."


def test_a_speaker_can_be_none(qtbot, desk, done) -> None:
    desk.session.select(1)
    dialog = press(qtbot, desk, "speaker")
    qtbot.mouseClick(dialog.nobody, Qt.MouseButton.LeftButton)
    done()
    assert changes(desk) == [SpeakerCorrected(None)]
    assert finding(desk, 1).attribution is None


def test_a_date_in_words_is_counted_from_the_article_and_shown(qtbot, desk, done) -> None:
    desk.session.select(3)
    dialog = press(qtbot, desk, "said")
    qtbot.keyClicks(dialog.field, "last Tuesday")
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=15_000)
    assert dialog.resolved.text() == "= May 14, 2024"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    done()
    day = Interval.day(date(2024, 5, 14))
    assert changes(desk) == [DateCorrected(day, "last Tuesday")]
    assert finding(desk, 3).dating.interval == day


def test_return_takes_a_date_that_is_still_being_read(qtbot, desk, done) -> None:
    desk.session.select(3)
    dialog = press(qtbot, desk, "said")
    qtbot.keyClicks(dialog.field, "May 14, 2024")
    assert not dialog.ok.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(changes(desk)), timeout=15_000)
    done()
    assert changes(desk) == [DateCorrected(Interval.day(date(2024, 5, 14)), "May 14, 2024")]


def test_a_date_that_is_none_cannot_be_taken(qtbot, desk, monkeypatch) -> None:
    def refuse(_pulse):
        raise QuoteCheckError("“soonish” is no date.")
        yield

    monkeypatch.setattr(jobs, "parsing_day", lambda _text, **_known: refuse)
    desk.session.select(3)
    dialog = press(qtbot, desk, "said")
    qtbot.keyClicks(dialog.field, "soonish")
    qtbot.waitUntil(lambda: dialog.resolved.text() == "“soonish” is no date.")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert changes(desk) == []
    assert dialog.isVisible()
    dialog.reject()


def test_another_match_is_chosen_from_the_archive(qtbot, desk, done, monkeypatch) -> None:
    found = ArchivedQuote("q9", "We will open nothing.", "Ana Ruiz")
    monkeypatch.setattr(jobs, "searching", lambda _query, _choice, _held: lambda _pulse: iter([[found]]))
    desk.session.select(1)
    dialog = press(qtbot, desk, "other_match")
    assert dialog.list.count() == 2
    qtbot.keyClicks(dialog.field, "nothing")
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    done()
    assert changes(desk) == [MatchChosen(found)]
    assert finding(desk, 1).verdict.summary == "Checked anew."
    assert desk.session.review.speech[0].is_settled


def test_a_search_without_a_hit_says_what_to_do(qtbot, desk, done, monkeypatch) -> None:
    monkeypatch.setattr(jobs, "searching", lambda _query, _choice, _held: lambda _pulse: iter([[]]))
    desk.session.select(3)
    dialog = press(qtbot, desk, "other_match")
    assert "search the archive" in dialog.list.accessibleDescription()
    before = dialog.list.grab().toImage()
    qtbot.keyClicks(dialog.field, "submarine")
    qtbot.waitUntil(lambda: "fewer" in dialog.list.accessibleDescription())
    assert dialog.list.count() == 0
    assert dialog.list.grab().toImage() != before
    dialog.reject()


def test_none_of_the_archive(qtbot, desk, done) -> None:
    desk.session.select(1)
    qtbot.mouseClick(press(qtbot, desk, "other_match").none, Qt.MouseButton.LeftButton)
    done()
    assert finding(desk, 1).verdict.wording is Wording.NOT_FOUND


# What lasts


def test_decisions_outlive_edits_and_a_new_analysis(qtbot, desk, done) -> None:
    desk.session.select(3)
    desk.deciding.take(finding(desk, 3), VerdictOverridden(Wording.VERBATIM, "I was there."))
    cursor = QTextCursor(desk.article.view.document())
    cursor.insertText("A new beginning. ")
    done()
    desk.session.analyse_now()
    done()
    assert finding(desk, 3).verdict.summary == "I was there."
    assert desk.session.review.speech[2].is_settled


def test_words_that_changed_ask_for_a_new_decision(qtbot, desk, done) -> None:
    desk.deciding.take(finding(desk, 3), VerdictOverridden(Wording.VERBATIM, "I was there."))
    desk.session.select(3)
    cursor = QTextCursor(desk.article.view.document())
    cursor.setPosition(desk.article.view.marks.numbered(3).span.start + 7)
    cursor.insertText(" ever")
    done()
    assert desk.session.review.speech[2].has_changed
    assert "have changed" in desk.findings.detail.history.text()
    assert 3 in to_decide(desk.session.review)


def test_another_article_begins_without_decisions_and_the_old_one_brings_them_back(qtbot, desk, done) -> None:
    desk.session.select(1)
    desk.actions_by_name["confirm"].trigger()
    desk.commands.load_text("He said: “One.”")
    done()
    assert changes(desk) == []
    assert not desk.actions_by_name["undo"].isEnabled()
    qtbot.mouseClick(desk.banner.button, Qt.MouseButton.LeftButton)
    done()
    assert changes(desk) == [Confirmed(Wording.ALTERED, "q1")]


def test_nothing_can_be_decided_without_a_selection(desk) -> None:
    desk.session.load(Opened(""))
    for name in ("confirm", "other_match", "speaker", "said", "verdict", "note", "undo", "redo"):
        assert not desk.actions_by_name[name].isEnabled()


def test_a_check_of_decided_facts_that_fails_is_said_once(qtbot, desk, done, monkeypatch) -> None:
    def failing(_items, _article, _choice, _held):
        def work(_pulse):
            raise QuoteCheckError("The archive is missing; choose another one.")
            yield

        return work

    monkeypatch.setattr("quotecheck.desktop.session.checking_decided", failing)
    desk.deciding.take(finding(desk, 3), SpeakerCorrected(Speaker("Tom Berg")))
    done()
    assert desk.banner.label.text() == "The archive is missing; choose another one."
    assert finding(desk, 3).attribution.speaker.name == "Tom Berg"


def test_the_work_shown_ends_with_the_last_check(qtbot, desk, done, monkeypatch) -> None:
    """After an analysis the decided facts are checked anew; only then is there nothing left to do."""

    def slow(items, _article, _choice, _held):
        def work(_pulse):
            time.sleep(0.2)
            yield dict.fromkeys(items)

        return work

    monkeypatch.setattr("quotecheck.desktop.session.checking_decided", slow)
    desk.deciding.take(finding(desk, 3), SpeakerCorrected(Speaker("Tom Berg")))
    done()
    desk.session.analyse_now()
    done()
    assert desk.status.work.isHidden()
    assert desk.status.cancel.isHidden()


def test_a_check_after_a_decision_is_not_timed_from_when_the_article_was_read(
    qtbot, desk, done, monkeypatch
) -> None:
    an_hour_later = time.monotonic() + 3600
    monkeypatch.setattr("quotecheck.desktop.session.time.monotonic", lambda: an_hour_later)
    with qtbot.waitSignal(desk.session.work_ended) as ended:
        desk.deciding.take(finding(desk, 3), SpeakerCorrected(Speaker("Tom Berg")))
    assert ended.args == [0.0]


def test_every_control_of_a_dialog_has_a_name(qtbot, desk) -> None:
    desk.session.select(1)
    for name in ("other_match", "speaker", "said", "verdict", "note"):
        dialog = press(qtbot, desk, name)
        controls = [w for w in dialog.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for control in controls:
            interface = QAccessible.queryAccessibleInterface(control)
            assert interface is None or interface.text(QAccessible.Text.Name)
        dialog.reject()


def test_a_decision_without_its_words_is_shown_and_comes_back_with_them(qtbot, desk, done) -> None:
    desk.deciding.take(finding(desk, 3), Noted("Ring him."))
    cursor = QTextCursor(desk.article.view.document())
    cursor.setPosition(desk.article.view.marks.numbered(3).span.start - 1)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    done()
    assert desk.findings.lost.isVisible()
    qtbot.mouseClick(desk.findings.lost, Qt.MouseButton.LeftButton)
    assert "Ring him." in desk.deciding.dialog.list.item(0).text()
    desk.deciding.dialog.reject()
    desk.article.view.undo()
    done()
    assert not desk.findings.lost.isVisible()
    assert desk.session.review.speech[2].decisions[0].change == Noted("Ring him.")


# What is shown is what is confirmed


def test_confirming_a_candidate_chooses_it(qtbot, desk, done) -> None:
    desk.session.select(1)
    detail = desk.findings.detail
    assert "Altered" in detail.buttons.confirm.text()
    qtbot.mouseClick(detail.candidates[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: detail.shows_candidate)
    assert "Choose this match" in detail.buttons.confirm.text()
    assert "Candidate" in detail.archived.heading.text()
    qtbot.mouseClick(detail.buttons.confirm, Qt.MouseButton.LeftButton)
    (change,) = changes(desk)
    assert isinstance(change, MatchChosen)
    assert change.quote.uid == "q2"
    assert "We will open the gates." in desk.status.checked.text()


def test_a_candidate_replaces_a_match_that_was_confirmed(qtbot, desk, done) -> None:
    desk.session.select(1)
    desk.actions_by_name["confirm"].trigger()
    desk.session.select(1)
    qtbot.mouseClick(desk.findings.detail.candidates[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.findings.detail.shows_candidate)
    desk.actions_by_name["confirm"].trigger()
    assert [type(change) for change in changes(desk)] == [Confirmed, MatchChosen]


# Withdrawn


def reopen(desk, qtbot) -> None:
    kept = desk.session.log.decisions
    desk.session.load(Opened(desk.article.view.text(), decisions=kept))
    qtbot.waitUntil(lambda: not desk.session.is_working)


def test_an_earlier_decision_is_withdrawn_in_the_detail(qtbot, desk, done) -> None:
    desk.deciding.take(finding(desk, 1), Noted("Wrong."))
    reopen(desk, qtbot)
    assert not desk.actions_by_name["undo"].isEnabled()
    desk.session.select(1)
    (decision,) = desk.session.log.decisions
    desk.findings.detail.history.linkActivated.emit(decision.id)
    assert changes(desk) == []
    desk.actions_by_name["undo"].trigger()
    assert changes(desk) == [Noted("Wrong.")]


def test_what_was_said_to_be_no_quotation_is_one_again(qtbot, desk, done) -> None:
    desk.session.select(3)
    desk.actions_by_name["no_quotation"].trigger()
    reopen(desk, qtbot)
    assert len(desk.session.report.speech) == 2
    desk.actions_by_name["history"].trigger()
    dialog = desk.deciding.dialog
    assert "Nobody asked us" in dialog.list.item(0).text()
    qtbot.mouseClick(dialog.withdraw, Qt.MouseButton.LeftButton)
    assert len(desk.session.report.speech) == 3
    assert f"Withdrawn: {author()}" in dialog.list.item(0).text()
    assert not dialog.withdraw.isEnabled()
    dialog.reject()


def test_who_took_a_decision_back_is_saved_and_told_until_it_holds_again(qtbot, desk, done) -> None:
    desk.deciding.take(finding(desk, 1), Noted("Wrong."))
    desk.actions_by_name["undo"].trigger()
    assert changes(desk) == []
    (taken_back,) = desk.documents.document().decisions
    assert taken_back.withdrawal.by == author()
    desk.actions_by_name["redo"].trigger()
    (restored,) = desk.documents.document().decisions
    assert (restored.id, restored.withdrawal) == (taken_back.id, None)


def test_a_remark_goes_by_itself_and_a_problem_stays(qtbot, desk, monkeypatch) -> None:
    monkeypatch.setattr("quotecheck.desktop.widgets.banner._PASSING", 20)
    desk.banner.say("Done.")
    qtbot.waitUntil(lambda: not desk.banner.isVisible())
    desk.banner.say("Not done.", is_problem=True)
    qtbot.wait(60)
    assert desk.banner.isVisible()


# Without a mouse


def test_a_whole_check_is_made_by_keys_alone(qtbot, desk, done) -> None:
    def key(name: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget() or desk, name, modifiers)

    def words(typed: str) -> None:
        qtbot.keyClicks(QApplication.focusWidget(), typed)

    def ask(name: Qt.Key) -> None:
        key(name, ALT)
        qtbot.waitUntil(lambda: QApplication.focusWidget().window() is desk.deciding.dialog)

    def close(modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        key(Qt.Key.Key_Return, modifiers)
        # Where there is a screen, the window manager does.
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)

    key(Qt.Key.Key_Return, CONTROL)
    assert desk.session.selected == 2
    ask(Qt.Key.Key_S)
    words("Tom Berg")
    close()
    ask(Qt.Key.Key_D)
    words("2024-05-13")
    qtbot.waitUntil(desk.deciding.dialog.ok.isEnabled, timeout=20_000)
    close()
    ask(Qt.Key.Key_V)
    words("I heard it.")
    close()
    ask(Qt.Key.Key_N)
    words("Ring him.")
    close(CONTROL)
    done()
    kinds = [Confirmed, SpeakerCorrected, DateCorrected, VerdictOverridden, Noted]
    assert [type(change) for change in changes(desk)] == kinds
    told = changes(desk)
    assert (told[1].speaker.name, told[3].reason, told[4].text) == ("Tom Berg", "I heard it.", "Ring him.")
    key(Qt.Key.Key_Right, ALT)
    assert desk.session.selected == 3

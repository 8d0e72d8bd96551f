"""The window as a fact-checker uses it: pasted into, clicked, typed at, stepped through."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from quotecheck.desktop import commands, jobs
from quotecheck.desktop.app import answer_exceptions
from quotecheck.desktop.archive.choice import NO_ARCHIVE
from quotecheck.desktop.jobs import Facts, Opened
from quotecheck.desktop.problem_dialog import ProblemDialog
from quotecheck.desktop.settings import Settings
from quotecheck.errors import QuoteCheckError
from quotecheck.model import Basis, Interval, Kind
from quotecheck.reporting.palette import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NAME = QAccessible.Text.Name


def idle(desk) -> bool:
    return not desk.session.is_working and desk.chores.current is None


@pytest.fixture
def done(qtbot, desk):
    return lambda: qtbot.waitUntil(lambda: idle(desk))


@pytest.fixture
def chosen_file(monkeypatch):
    """Answer every file dialog with a path."""

    def choose(path: Path | str) -> None:
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_args: (str(path), ""))

    return choose


def shown_words(desk) -> str:
    detail = desk.findings.detail
    return " ".join(label.text() for label in detail.findChildren(QLabel) if label.isVisible())


# Selecting


def test_a_click_in_the_list_selects_everywhere(qtbot, desk) -> None:
    rows = desk.findings.list.rows
    box = rows.visualRect(rows.model().index(0, 0))
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert desk.session.selected == 1
    words = shown_words(desk)
    for part in ("Altered", "Two changes", "Words left out unmarked", "is over", "Remarks at the harbour"):
        assert part in words


def test_a_click_in_the_article_selects_in_the_list(qtbot, desk) -> None:
    view = desk.article.view
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.marks.numbered(3).span.start + 3)
    pos = view.cursorRect(cursor).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    assert desk.findings.list.rows.currentIndex().row() == 2
    assert "Not found" in shown_words(desk)


def test_stepping_by_keyboard_from_anywhere(qtbot, desk) -> None:
    desk.article.view.setFocus()
    seen = []
    for key, modifier in [(Qt.Key.Key_Down, ALT), (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)]:
        qtbot.keyClick(desk.article.view, key, modifier)
        seen.append(desk.session.selected)
    qtbot.keyClick(desk.article.view, Qt.Key.Key_Up, ALT)
    assert [*seen, desk.session.selected] == [2, 3, 2]


def test_j_and_k_step_in_the_list(qtbot, desk) -> None:
    rows = desk.findings.list.rows
    rows.setFocus()
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        qtbot.keyClick(rows, key)
    assert desk.session.selected == 2


def test_another_article_begins_at_its_top_with_its_first_quotation(qtbot, desk, done) -> None:
    text = "\n".join(f"She said on Tuesday: “Sentence number {i} of the speech.”" for i in range(60))
    desk.session.load(Opened("Nothing is said here.\n" * 60 + text))
    done()
    assert desk.session.selected == 1
    assert desk.article.view.strip.value() == 0
    desk.session.select(60)
    desk.toolbar.search.setText("number 5")
    desk.session.load(Opened(text.replace("She", "He")))
    done()
    assert desk.session.selected == 1
    assert desk.findings.list.rows.verticalScrollBar().value() == 0
    assert desk.findings.list.filter.rowCount() == 60


def test_what_is_typed_selects_nothing_by_itself(qtbot, desk, done) -> None:
    desk.actions_by_name["new"].trigger()
    desk.article.view.insertPlainText("Mayor Ruiz said: “We will open the gates on Monday.”")
    done()
    assert len(desk.session.report.speech) == 1
    assert desk.session.selected is None


def test_the_selected_row_stays_in_view_when_the_list_gets_less_room(qtbot, desk, done) -> None:
    text = "\n".join(f"She said on Tuesday: “Sentence number {i} of the speech.”" for i in range(60))
    desk.session.load(Opened(text))
    done()
    rows = desk.findings.list.rows
    desk.session.select(30)
    upper, lower = desk.findings.splitter.sizes()
    desk.findings.splitter.setSizes([upper - 50, lower + 50])
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))


def test_another_candidate_can_be_looked_at_and_back(qtbot, desk) -> None:
    desk.session.select(1)
    (button,) = desk.findings.detail.candidates
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "We will open the gates." in desk.findings.detail.archived.text.text())
    (back,) = desk.findings.detail.candidates
    assert "Back to the match found" in back.text()


def test_a_doubtful_speaker_is_shown_as_one(desk) -> None:
    desk.session.select(2)
    assert "the union (41 % sure)" in shown_words(desk)


# Filtering


def test_a_chip_filters_the_list_and_all_brings_it_back(qtbot, desk) -> None:
    overview, rows = desk.findings.overview, desk.findings.list.rows
    qtbot.mouseClick(overview.chip("not_found"), Qt.MouseButton.LeftButton)
    assert rows.model().rowCount() == 1
    qtbot.mouseClick(overview.chip(None), Qt.MouseButton.LeftButton)
    assert rows.model().rowCount() == 3


def test_a_click_on_the_bar_filters(qtbot, desk) -> None:
    bar = desk.findings.overview.bar
    (key, part) = bar.parts()[0]
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=part.center().toPoint())
    assert key == "altered"
    assert desk.findings.overview.chip("altered").isChecked()
    assert desk.findings.list.rows.model().rowCount() == 1


def test_search_says_when_nothing_matches_and_the_way_back(qtbot, desk) -> None:
    qtbot.keyClick(desk, Qt.Key.Key_F, CONTROL)
    assert desk.toolbar.search.hasFocus()
    qtbot.keyClicks(desk.toolbar.search, "zebra")
    empty = desk.findings.list.empty
    assert empty.isVisible()
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert desk.toolbar.search.text() == ""
    assert desk.findings.list.rows.isVisible()


# Articles in


def test_pasting_as_new_analyses_at_once_and_keeps_the_old_within_reach(qtbot, desk, done) -> None:
    old = desk.article.view.text()
    QGuiApplication.clipboard().setText("Then he said: “A new quotation.”\r\nThe end.")
    qtbot.keyClick(desk, Qt.Key.Key_V, CONTROL | SHIFT)
    done()
    assert [f.quotation.text for f in desk.session.report.speech] == ["A new quotation."]
    qtbot.mouseClick(desk.banner.button, Qt.MouseButton.LeftButton)
    done()
    assert desk.article.view.text() == old


def test_an_empty_clipboard_is_explained(qtbot, desk) -> None:
    QGuiApplication.clipboard().clear()
    desk.commands.paste_as_new()
    assert "copy the article first" in desk.banner.label.text()


def test_typing_a_quotation_finds_it(qtbot, desk, done) -> None:
    view = desk.article.view
    view.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(view, " Then she said: ")
    view.insertPlainText("“And one more.”")
    done()
    assert desk.session.report.speech[-1].quotation.text == "And one more."


def test_new_is_empty_and_says_what_to_do(qtbot, desk) -> None:
    qtbot.keyClick(desk, Qt.Key.Key_N, CONTROL)
    assert desk.article.empty.isVisible()
    assert not desk.actions_by_name["export"].isEnabled()
    assert not desk.toolbar.export.isEnabled()


def test_a_file_is_opened_through_the_worker(qtbot, desk, done, chosen_file, tmp_path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("A word from the mayor\n\nShe said: “From the file.”\n", encoding="utf-8")
    chosen_file(path)
    qtbot.keyClick(desk, Qt.Key.Key_O, CONTROL)
    done()
    assert "From the file." in desk.article.view.text()


def test_a_dropped_file_that_is_none_is_explained(qtbot, desk, done, tmp_path) -> None:
    old = desk.article.view.text()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "missing.txt"))])
    desk.article.view.insertFromMimeData(data)
    done()
    assert desk.banner.isVisible()
    assert "missing.txt" in desk.banner.label.text()
    assert desk.article.view.text() == old


def test_the_sample_comes_with_a_hint_that_can_be_dismissed_for_good(qtbot, desk, done) -> None:
    desk.commands.begin(None)
    done()
    assert "SenseTime" in desk.article.view.text()
    qtbot.mouseClick(desk.banner.dismiss, Qt.MouseButton.LeftButton)
    assert Settings().is_hint_dismissed
    desk.commands.begin(None)
    assert not desk.banner.isVisible()


# The header


def test_three_hints_follow_each_other_and_the_last_is_understood_for_good(qtbot, desk, done) -> None:
    desk.commands.begin(None)
    done()
    desk.findings.list.rows.setFocus()
    for number in (1, 2, 3):
        assert desk.banner.label.text().startswith(f"Hint {number} of 3")
        qtbot.mouseClick(desk.banner.button, Qt.MouseButton.LeftButton)
    assert not desk.banner.isVisible()
    assert desk.settings.is_hint_dismissed
    # The third hint says what Enter does: that goes to the quotations still.
    assert desk.findings.list.rows.hasFocus()


def test_hints_are_walked_through_by_keyboard(qtbot, desk, done) -> None:
    desk.commands.begin(None)
    done()
    desk.banner.button.setFocus()
    for number in (1, 2, 3):
        assert desk.banner.label.text().startswith(f"Hint {number} of 3")
        assert desk.banner.button.hasFocus()
        qtbot.keyClick(desk.banner.button, Qt.Key.Key_Space)
    assert not desk.banner.isVisible()


def test_a_typed_date_dates_everything_anew(qtbot, desk, done, analysis, monkeypatch) -> None:
    day = Interval.day(date(2021, 12, 14))
    monkeypatch.setattr(jobs, "parsing_day", lambda _text, **_known: lambda _pulse: iter([day]))
    header = desk.article.header
    qtbot.mouseClick(header.date.button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(header.date.field, "14 Dec 2021")
    qtbot.keyClick(header.date.field, Qt.Key.Key_Return)
    done()
    published = analysis.asked[-1][1].published
    assert (published.interval, published.basis) == (day, Basis.GIVEN)
    assert header.date.button.text() == "Dec 14, 2021"
    assert header.date.button.isVisible()


def test_a_date_that_is_none_stays_open_with_the_reason(qtbot, desk, done, monkeypatch) -> None:
    def refuse(_pulse):
        raise QuoteCheckError("“soonish” is no date; write 14 Dec 2021, say.")
        yield

    monkeypatch.setattr(jobs, "parsing_day", lambda _text, **_known: refuse)
    header = desk.article.header
    header.edit_date()
    header.date.field.setText("soonish")
    qtbot.keyClick(header.date.field, Qt.Key.Key_Return)
    done()
    assert header.date.field.isVisible()
    assert "soonish" in header.complaint.text()
    qtbot.keyClick(header.date.field, Qt.Key.Key_Escape)
    assert header.date.button.isVisible()
    assert not header.complaint.isVisible()


def test_a_report_that_comes_while_a_date_is_typed_does_not_take_it_away(desk) -> None:
    header = desk.article.header
    header.edit_date()
    header.date.field.setText("last Tu")
    header.show_report(desk.session.report)
    assert header.date.field.isVisible()
    assert header.date.field.text() == "last Tu"


def test_the_inferred_date_says_so(desk) -> None:
    header = desk.article.header
    assert header.date.button.text() == "May 14–20, 2024"
    assert "inferred: it looks back on Tuesday" in header.reason.text()
    assert header.language.text() == "English, translated from French"


def test_the_title_can_be_corrected(qtbot, desk, done, analysis) -> None:
    header = desk.article.header
    qtbot.mouseClick(header.title.button, Qt.MouseButton.LeftButton)
    header.title.field.setText("Another title")
    qtbot.keyClick(header.title.field, Qt.Key.Key_Return)
    done()
    assert analysis.asked[-1][1].title == "Another title"


def test_a_warning_leads_to_its_place(qtbot, desk) -> None:
    header = desk.article.header
    assert "1 unpaired mark" in header.warnings.text()
    qtbot.mouseClick(header.warnings, Qt.MouseButton.LeftButton)
    assert desk.article.view.textCursor().selectedText() == "“"


# Out


def test_a_correction_is_copied(qtbot, desk) -> None:
    desk.session.select(None)
    assert not desk.actions_by_name["copy_correction"].isEnabled()
    desk.session.select(1)
    qtbot.keyClick(desk, Qt.Key.Key_C, CONTROL | SHIFT)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("The archived statement reads: “We will not open the gate before")
    assert "https://example.org/remarks" in text


def test_a_source_opens_only_when_it_is_clicked(qtbot, desk, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    desk.session.select(1)
    assert opened == []
    desk.findings.detail.archived.place.linkActivated.emit("https://example.org/remarks")
    assert opened == ["https://example.org/remarks"]


def test_export_writes_the_report_that_is_on_show(qtbot, desk, done, chosen_file, monkeypatch) -> None:
    written = []

    def writing(report, path, *, paper):
        written.append((report, path))
        return lambda _pulse: iter([jobs.Written(path, "\u13a0")])

    monkeypatch.setattr(jobs, "writing_pdf", writing)
    chosen_file("folder/checked")
    qtbot.mouseClick(desk.toolbar.export, Qt.MouseButton.LeftButton)
    done()
    assert written == [(desk.session.report, Path("folder/checked.pdf"))]
    assert "checked.pdf" in desk.banner.label.text()
    assert "\u13a0" in desk.banner.label.text()


# Work


def test_work_shows_and_can_be_cancelled(qtbot, desk, analysis) -> None:
    analysis.gate.clear()
    desk.session.load(Opened("He said: “One.” and “Two.”"))
    qtbot.waitUntil(lambda: bool(desk.session.report.speech))
    assert desk.status.cancel.isVisible()
    qtbot.mouseClick(desk.status.cancel, Qt.MouseButton.LeftButton)
    analysis.gate.set()
    assert not desk.status.cancel.isVisible()
    assert len(desk.session.report.speech) == 2


def test_an_archive_that_fails_is_explained_with_a_way_out(qtbot, desk, done, analysis) -> None:
    analysis.error = QuoteCheckError("The archive is missing; choose another one.")
    desk.session.load(Opened("He said: “One.”"))
    done()
    assert desk.banner.label.text() == "The archive is missing; choose another one."
    qtbot.mouseClick(desk.banner.button, Qt.MouseButton.LeftButton)
    chooser = desk.commands.chooser
    assert chooser.isVisible()
    qtbot.mouseClick(chooser.none, Qt.MouseButton.LeftButton)
    assert desk.session.archive == NO_ARCHIVE
    assert Settings().archive == NO_ARCHIVE


def test_the_button_of_the_archive_leads_to_its_quotes(qtbot, desk) -> None:
    desk.actions_by_name["archive"].trigger()
    qtbot.mouseClick(desk.commands.chooser.browse, Qt.MouseButton.LeftButton)
    assert desk.commands.archives.archive.isVisible()
    desk.commands.archives.archive.close()


def test_a_bug_in_a_worker_opens_a_calm_dialog_and_the_desk_goes_on(qtbot, desk, done, analysis) -> None:
    analysis.error = ZeroDivisionError("oh")
    desk.session.load(Opened("He said: “One.”"))
    done()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ProblemDialog))
    assert "ZeroDivisionError" in dialog.details.toPlainText()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    dialog.close()
    analysis.error = None
    desk.session.load(Opened("He said: “Two.”"))
    done()
    assert [f.quotation.text for f in desk.session.report.speech] == ["Two."]


# How it looks


def test_light_and_dark_are_worn_and_remembered(qtbot, desk, qapp) -> None:
    def ground() -> int:
        return desk.grab().toImage().pixelColor(QPoint(4, desk.height() // 2)).lightness()

    assert ground() > 200
    desk.actions_by_name["theme_dark"].trigger()
    qtbot.waitUntil(lambda: ground() < 60)
    assert Settings().theme is Theme.DARK
    desk.actions_by_name["theme_light"].trigger()
    assert ground() > 200


def test_text_grows_shrinks_and_is_as_usual_again(qtbot, desk) -> None:
    def points() -> float:
        return desk.article.view.document().defaultFont().pointSizeF()

    usual = points()
    desk.actions_by_name["larger"].trigger()
    assert points() == usual + 1
    assert Settings().points == usual + 1
    desk.actions_by_name["usual"].trigger()
    assert points() == usual


def test_every_control_has_a_name_and_the_keyboard_reaches_it(desk) -> None:
    desk.session.select(1)
    widgets = [widget for widget in desk.findChildren(QWidget) if widget.isVisible()]
    controls = [widget for widget in widgets if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert desk.toolbar.search in controls
    assert desk.findings.list.rows in controls
    nameless = [widget for widget in controls if not QAccessible.queryAccessibleInterface(widget).text(NAME)]
    assert nameless == []


def test_300_quotations_and_small_windows_are_shown(qtbot, desk, done) -> None:
    text = "\n".join(f"She said on Tuesday: “Sentence number {i} of the speech.”" for i in range(300))
    desk.resize(800, 500)
    desk.session.load(Opened(text, Facts(title="A very long title indeed, " * 12)))
    done()
    desk.session.select(300)
    QTest.qWait(20)
    assert desk.findings.list.rows.model().rowCount() == 300
    assert all(f.quotation.kind is Kind.STATEMENT for f in desk.session.report.speech)
    assert not desk.grab().isNull()


def test_the_layout_is_remembered(qtbot, desk) -> None:
    desk.splitter.setSizes([500, 700])
    sizes = desk.splitter.sizes()
    desk.close()
    saved = Settings().layout("columns")
    desk.splitter.setSizes([800, 400])
    desk.splitter.restoreState(saved)
    assert desk.splitter.sizes() == sizes


def test_a_text_that_is_too_long_is_refused(desk, monkeypatch) -> None:
    old = desk.article.view.text()
    monkeypatch.setattr(commands, "LONGEST_TEXT", 5)
    desk.commands.load_text("six ..")
    assert "too long" in desk.banner.label.text()
    assert desk.article.view.text() == old


def test_a_long_reason_is_shown_in_short_until_it_is_asked_for(desk) -> None:
    header = desk.article.header
    article = desk.session.report.article
    reason = "a Wednesday that is December 8 is of 2021, " + "and so on and on, " * 8 + "says a Wednesday"
    header.show_article(replace(article, published=replace(article.published, reason=reason)))
    assert header.reason.text().count("Wednesday") == 1
    header.reason.linkActivated.emit("more")
    assert header.reason.text().count("Wednesday") == 2
    header.reason.linkActivated.emit("less")
    assert header.reason.text().count("Wednesday") == 1


def test_the_focus_goes_round_as_one_reads(desk) -> None:
    desk.session.select(1)
    places = [
        desk.toolbar.search,
        desk.article.header.title.button,
        desk.article.header.date.button,
        desk.article.view,
        desk.findings.overview.chip(None),
        desk.findings.list.rows,
        desk.findings.detail.buttons.confirm,
        desk.findings.detail.buttons.buttons["note"],
        desk.status.archive,
    ]
    order, widget = [], desk.toolbar
    while (widget := widget.nextInFocusChain()) is not desk.toolbar:
        order.append(widget)
    seen = [order.index(place) for place in places]
    assert seen == sorted(seen)


def test_a_text_without_quotations_says_so(qtbot, desk, done) -> None:
    desk.session.load(Opened("Plain words only."))
    done()
    assert desk.findings.list.empty.isVisible()
    assert "No quotation in this text" in [
        label.text() for label in desk.findings.list.empty.findChildren(QLabel)
    ]


def test_names_and_sentences_are_never_taken_for_markup(desk, report) -> None:
    finding = report.findings[0]
    speaker = replace(finding.attribution.speaker, name="A&B <i>Bank</i>", role=None)
    verdict = replace(finding.verdict, summary="One change: <b>“&”</b> was “and”.")
    odd = replace(
        finding, attribution=replace(finding.attribution, speaker=speaker), verdict=verdict, dating=None
    )
    desk.findings.detail.show_finding(odd)
    detail = desk.findings.detail
    for label, words in ((detail.who, "A&B <i>Bank</i>"), (detail.summary, "<b>“&”</b> was")):
        document = QTextDocument()
        document.setHtml(label.text())
        assert label.textFormat() is Qt.TextFormat.RichText
        assert words in document.toPlainText()


def test_what_nobody_expected_opens_the_calm_dialog(desk, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    answer_exceptions(lambda: desk)
    try:
        raise ValueError("never thought of")
    except ValueError:
        sys.excepthook(*sys.exc_info())
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ProblemDialog) and w.isVisible())
    assert "never thought of" in dialog.details.toPlainText()
    assert "never thought of" in capsys.readouterr().err
    dialog.close()


def test_an_empty_article_keeps_the_archive_that_was_chosen(qtbot, desk) -> None:
    before = desk.status.archive.text()
    desk.actions_by_name["new"].trigger()
    qtbot.waitUntil(lambda: not desk.session.is_working)
    assert desk.status.archive.text() == before

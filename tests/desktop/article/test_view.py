"""The article on the screen: plain text in and out, marks that stay on their words, clicks that find them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument

from quotecheck.desktop.article import view as article_view
from quotecheck.desktop.article.marks import marks_of
from quotecheck.desktop.article.positions import LONGEST_LINE
from quotecheck.desktop.article.view import ArticleView
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.number_disc import disc_width
from quotecheck.model import Report


@pytest.fixture
def view(qtbot):
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def marked(view, report: Report):
    view.show_text(report.article.text)
    view.show_marks(marks_of(report), {1: "Ana Ruiz"})
    return view


def words_at(view: ArticleView, number: int) -> str:
    span = view.marks.numbered(number).span
    cursor = QTextCursor(view.document())
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def middle_of(view: ArticleView, number: int) -> QPoint:
    cursor = QTextCursor(view.document())
    span = view.marks.numbered(number).span
    cursor.setPosition((span.start + span.end) // 2)
    return view.cursorRect(cursor).center()


def mime(*, text: str = "", html: str = "", paths: tuple[str, ...] = ()) -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if paths:
        data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def test_the_text_comes_back_as_it_was_shown(view) -> None:
    text = "One\u00a0line\n\n🚢 another\tone\n"
    view.show_text(text)
    assert view.text() == text


def test_marks_stand_on_their_words(marked, report: Report) -> None:
    assert [words_at(marked, number) for number in (1, 2, 3)] == [f.quotation.text for f in report.speech]


def test_typing_moves_the_marks_and_is_reported(qtbot, marked) -> None:
    marked.moveCursor(QTextCursor.MoveOperation.Start)
    with qtbot.waitSignal(marked.text_edited):
        qtbot.keyClicks(marked, "New: ")
    assert words_at(marked, 2) == "deeply worried"
    marked.undo()
    assert words_at(marked, 2) == "deeply worried"


def test_deleting_everything_leaves_no_mark(qtbot, marked) -> None:
    marked.selectAll()
    qtbot.keyClick(marked, Qt.Key.Key_Delete)
    assert marked.text() == ""
    assert marked.marks.quotations == ()


def test_showing_a_text_is_no_edit(qtbot, view) -> None:
    with qtbot.assertNotEmitted(view.text_edited):
        view.show_text("Something else.")


def test_a_click_on_a_quotation_says_which(qtbot, marked) -> None:
    with qtbot.waitSignal(marked.quotation_clicked) as clicked:
        qtbot.mouseClick(marked.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(marked, 2))
    assert clicked.args == [2]


def test_a_click_beside_quotations_says_nothing(qtbot, marked) -> None:
    with qtbot.assertNotEmitted(marked.quotation_clicked):
        qtbot.mouseClick(marked.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 30))


def test_a_click_on_the_number_in_the_margin_says_which(qtbot, marked) -> None:
    start = QTextCursor(marked.document())
    start.setPosition(marked.marks.numbered(3).span.start)
    y = marked.cursorRect(start).center().y()
    place = QPoint(marked.margin.width() - 2 * STEP - round(disc_width(marked.margin.font()) / 2), y)
    with qtbot.waitSignal(marked.quotation_clicked) as clicked:
        qtbot.mouseClick(marked.margin, Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == [3]


def test_a_click_on_the_strip_says_which(qtbot, marked, report: Report) -> None:
    number, place, _style = marked.strip.dots[1]
    with qtbot.waitSignal(marked.quotation_clicked) as clicked:
        where = QPoint(marked.strip.width() // 2, round(marked.strip.height_of(place)))
        qtbot.mouseClick(marked.strip, Qt.MouseButton.LeftButton, pos=where)
    assert clicked.args == [number] == [2]


def test_a_strip_full_of_dots_can_still_be_dragged(qtbot, marked) -> None:
    marked.resize(800, 120)
    number, _place, style = marked.strip.dots[0]
    marked.strip.show_dots([(number, i / 300, style) for i in range(300)])
    assert marked.strip.maximum() > 0
    with qtbot.assertNotEmitted(marked.quotation_clicked):
        qtbot.mouseClick(marked.strip, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))


def test_selecting_brings_a_quotation_into_view(view, report: Report) -> None:
    view.show_text("\n".join(["Filler."] * 200) + "\n" + report.article.text)
    moved = marks_of(report).edited(0, 0, 200 * len("Filler.\n"))
    view.show_marks(moved, {})
    assert view.strip.value() == 0
    view.select(1)
    assert view.viewport().rect().contains(middle_of(view, 1))


def test_selecting_does_not_scroll_what_is_in_view(marked) -> None:
    before = marked.strip.value()
    marked.select(2)
    assert marked.strip.value() == before


def test_pasted_markup_is_text_and_loads_nothing(qtbot, view, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *args: asked.append(args))
    with qtbot.waitSignal(view.text_pasted):
        view.insertFromMimeData(mime(text="He said.", html='<img src="file:///etc/passwd"><b>He</b> said.'))
    assert view.text() == "He said."
    assert not asked
    assert not view.canInsertFromMimeData(mime(html='<img src="file:///etc/passwd">'))


def test_a_paste_says_whether_it_is_the_whole_text_now(qtbot, view) -> None:
    told = []
    view.text_pasted.connect(told.append)
    view.insertFromMimeData(mime(text="All there is."))
    view.insertFromMimeData(mime(text="More."))
    view.selectAll()
    view.insertFromMimeData(mime(text="Something else."))
    assert told == [True, False, True]


def test_pasted_lines_are_brought_into_shape(view) -> None:
    view.insertFromMimeData(mime(text="one\r\ntwo\rthree\u2028four\0"))
    assert view.text() == "one\ntwo\nthree\nfour\ufffd"


def test_a_pasted_line_that_is_far_too_long_is_broken_and_that_is_said(qtbot, view) -> None:
    with qtbot.waitSignal(view.lines_broken) as broken:
        view.insertFromMimeData(mime(text="word " * LONGEST_LINE))
    assert broken.args == [1]
    assert max(map(len, view.text().split("\n"))) <= LONGEST_LINE


def test_a_text_that_is_too_long_is_refused_with_a_sentence(qtbot, view, monkeypatch) -> None:
    monkeypatch.setattr(article_view, "LONGEST_TEXT", 10)
    with qtbot.waitSignal(view.text_refused) as refused:
        view.insertFromMimeData(mime(text="twelve chars"))
    assert "too long" in refused.args[0]
    assert view.text() == ""


def test_a_dropped_file_is_reported_not_inserted(qtbot, view) -> None:
    with qtbot.waitSignal(view.files_dropped) as dropped:
        view.insertFromMimeData(mime(text="file:///a.txt", paths=("/somewhere/a.txt",)))
    assert dropped.args == [[Path("/somewhere/a.txt")]]
    assert view.text() == ""


def test_the_column_has_a_readable_measure_in_any_window(view) -> None:
    for width in (400, 900, 2400):
        view.resize(width, 500)
        column = view.viewport().width() - 2 * view.document().documentMargin()
        assert column <= 90 * view.fontMetrics().averageCharWidth()
        assert view.margin.width() + view.viewport().width() <= width


def test_hovering_tells_of_the_quotation(qtbot, marked) -> None:
    assert marked.tip_at(QPointF(middle_of(marked, 1))) == "Ana Ruiz"
    assert marked.tip_at(QPointF(5, 5)) == ""


def test_blank_lines_part_paragraphs_as_one_line_end_does(qtbot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(600, 400)

    def height(text: str) -> float:
        view.show_text(text)
        return view.document().documentLayout().documentSize().height()

    plain, one, many = (height(f"One.{gap}Two.") for gap in ("\n", "\n\n", "\n\n\n\n"))
    assert one <= plain * 1.1
    assert many <= plain * 1.3


def test_a_blank_line_that_is_written_on_is_a_whole_one(qtbot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.show_text("One.\n\nTwo.")
    cursor = view.textCursor()
    cursor.setPosition(5)
    view.setTextCursor(cursor)
    qtbot.keyClicks(view, "Ab")
    first, written = view.document().firstBlock(), view.document().findBlock(5)
    assert written.blockFormat().lineHeight() == first.blockFormat().lineHeight()
    while view.text() != "One.\n\nTwo.":
        assert view.document().isUndoAvailable()
        view.undo()

"""The questions that must be answered: by Enter what is usual, by Escape nothing lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from quotecheck.desktop.widgets.question import ask

Answer = QMessageBox.StandardButton


@pytest.mark.parametrize(
    ("key", "answer"), [(Qt.Key.Key_Return, Answer.Save), (Qt.Key.Key_Escape, Answer.Cancel)]
)
def test_enter_gives_the_usual_answer_and_escape_none(qtbot, key: Qt.Key, answer: Answer) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert "Without saving" in box.informativeText()
        QTest.keyClick(box.focusWidget() or box, key)

    QTimer.singleShot(0, press)
    answers = Answer.Save | Answer.Discard | Answer.Cancel
    assert ask(parent, "Save?", answers, usual=Answer.Save, more="Without saving it is lost.") == answer

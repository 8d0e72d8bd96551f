"""A question that must be answered before anything else, in the look of the other dialogs."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QMessageBox, QWidget

from quotecheck.desktop.theme import STEP

__all__ = ["ask"]

Answer = QMessageBox.StandardButton


def ask(
    parent: QWidget, question: str, answers: Answer, *, usual: Answer, more: str = "", title: str = ""
) -> Answer:
    """Ask, and return the answer.

    ``usual`` is what the Enter key answers; ``more`` says what the answer brings about.
    """
    box = QMessageBox(QMessageBox.Icon.NoIcon, title or parent.windowTitle(), question, answers, parent)
    box.setInformativeText(more)
    box.setDefaultButton(usual)
    for button in box.buttons():
        # A desktop's icons are drawn for its own ground, not for ours.
        button.setIcon(QIcon())
    if saves := box.button(Answer.Save):
        saves.setProperty("role", "primary")
        saves.style().polish(saves)
    _align(box)
    return Answer(box.exec())


def _align(box: QMessageBox) -> None:
    """Let the words begin where they do in other dialogs: Qt leaves room for an icon, even for none."""
    grid = box.layout()
    if isinstance(grid, QGridLayout):
        grid.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        place = grid.itemAtPosition(0, 0)
        if place and (room := place.spacerItem()):
            room.changeSize(0, 0)

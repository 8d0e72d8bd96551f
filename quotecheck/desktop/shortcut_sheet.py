"""The sheet of all keys, made from the actions themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop.actions import Actions
from quotecheck.desktop.theme import STEP

__all__ = ["ShortcutSheet"]


_COLUMN = 46
"""Average characters of the interface's font that a column is wide."""

_MOST = 3
_LINES = 36


class ShortcutSheet(QDialog):
    """Lists every action that has keys, by subject; beside them the single keys of the list."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        width = self.fontMetrics().averageCharWidth() * _COLUMN
        room = parent.width() if parent else _MOST * width
        columns = [QVBoxLayout() for _ in range(min(max(room // width, 1), _MOST))]
        self.resize(len(columns) * width, self.fontMetrics().lineSpacing() * _LINES)
        filled = [0] * len(columns)
        # The longest first, each into the column that is shortest yet: so that they end at about one height.
        for title, rows in sorted(actions.key_sheet(), key=lambda subject: -len(subject[1])):
            shortest = filled.index(min(filled))
            self._add_subject(columns[shortest], title, rows)
            filled[shortest] += len(rows) + 2
        body = QWidget()
        side_by_side = QHBoxLayout(body)
        side_by_side.setContentsMargins(0, 0, 2 * STEP, 0)
        side_by_side.setSpacing(8 * STEP)
        for column in columns:
            # Else it would take over the wide distance between the columns.
            column.setSpacing(STEP)
            column.addStretch(1)
            side_by_side.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        hint = QLabel(
            self.tr("The single keys work while the list of quotations has the keyboard; J and K step in it.")
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            # A desktop's icons are drawn for its own ground, not for ours.
            button.setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        whole.addWidget(scroll)
        whole.addWidget(hint)
        whole.addWidget(buttons)
        buttons.buttons()[0].setFocus()

    def _add_subject(self, column: QVBoxLayout, title: str, rows: list[tuple[str, str]]) -> None:
        heading = QLabel(title)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setVerticalSpacing(STEP)
        for line, (text, keys) in enumerate(rows):
            label, key = QLabel(text), QLabel(keys)
            key.setObjectName("muted")
            grid.addWidget(label, line, 0)
            grid.addWidget(key, line, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        column.addSpacing(4 * STEP)

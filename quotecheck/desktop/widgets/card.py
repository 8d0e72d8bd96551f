"""A framed piece of text with a small heading: the printed words, or the archived ones."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quotecheck.desktop.theme import STEP, serif

__all__ = ["Card", "selectable"]


def selectable(label: QLabel) -> QLabel:
    """Let a label's rich text wrap, be selected and reached by keyboard; its links are only reported."""
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
        | Qt.TextInteractionFlag.LinksAccessibleByMouse
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    label.setOpenExternalLinks(False)
    return label


class Card(QFrame):
    """A heading with a remark at its right, a text in the article's font, and a line on where it is from."""

    link_clicked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.remark = QLabel(), QLabel()
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * 0.85)
        small.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        small.setCapitalization(QFont.Capitalization.AllUppercase)
        for label in (self.heading, self.remark):
            label.setObjectName("cardHead")
            label.setFont(small)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.text, self.place = selectable(QLabel()), selectable(QLabel())
        self.text.setFont(serif(self.font().pointSizeF() * 1.15))
        self.text.setAccessibleName(name)
        self.place.setObjectName("place")
        self.place.linkActivated.connect(self.link_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(self.heading, 1)
        top.addWidget(self.remark, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.setSpacing(STEP + 2)
        column.addLayout(top)
        column.addWidget(self.text)
        column.addWidget(self.place)
        column.addStretch(1)

    def show_words(self, heading: str, remark: str, html: str, place: str = "") -> None:
        """Show rich text under a heading; ``place`` is rich text too."""
        self.heading.setText(heading)
        self.remark.setText(remark)
        self.text.setText(html)
        self.place.setText(place)
        self.place.setVisible(bool(place))

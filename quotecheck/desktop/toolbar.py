"""The line above: what one does most, the search, and the export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from quotecheck.desktop.actions import Actions
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.action_button import action_button

__all__ = ["Toolbar"]


class Toolbar(QWidget):
    """Buttons for the actions, and the field that searches the quotations."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        brand = QLabel("QuoteCheck")
        brand.setObjectName("brand")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a quotation or a speaker  (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Find a quotation or a speaker"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(320)
        self.export = action_button(actions["export"], role="primary")
        self.more = QToolButton()
        self.more.setText(self.tr("More"))
        self.more.setToolTip(self.tr("Everything that can be done (Alt+M)"))
        self.more.setShortcut("Alt+M")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(actions.menu(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        row.setSpacing(STEP)
        row.addWidget(brand)
        row.addSpacing(4 * STEP)
        for name in ("new", "paste", "open", "archive"):
            row.addWidget(_button(actions[name]))
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addSpacing(STEP)
        row.addWidget(self.export)

    def minimumSizeHint(self) -> QSize:
        return QSize(600, super().minimumSizeHint().height())


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button

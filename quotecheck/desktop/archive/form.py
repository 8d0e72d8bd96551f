"""What the forms of the archive window have in common: fields with labels, a reason, a line of buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop import phrases
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.flow_layout import FlowLayout
from quotecheck.model import Interval

__all__ = ["ArchiveForm", "AskDay", "DayField"]

_PAUSE = 150
"""Milliseconds without a keystroke after which a typed date is read."""

AskDay = Callable[[str, Callable[[Interval], None], Callable[[str], None]], None]
"""Reads a typed date and hands the days to the first function, or why there are none to the second."""


class DayField(QWidget):
    """A date as it is typed, and below it as it is understood."""

    changed = Signal()

    def __init__(self, name: str, ask: AskDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self.days: Interval | None = None
        self.field, self.resolved = QLineEdit(), QLabel()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(self.tr("14 Dec 2021, Dec 2021, 2019"))
        self.setFocusProxy(self.field)
        self.resolved.setObjectName("muted")
        self.resolved.setWordWrap(True)
        self.resolved.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.field)
        column.addWidget(self.resolved)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read)
        self.field.textEdited.connect(self._wait)

    def show_days(self, days: Interval | None) -> None:
        """Show a known date."""
        self._pause.stop()
        self.days = days
        self.field.setText(phrases.days(days) if days else "")
        self.resolved.hide()

    @property
    def is_ready(self) -> bool:
        """Whether what stands there is a date, or nothing."""
        return self.days is not None or not self.field.text().strip()

    def _wait(self) -> None:
        self.days = None
        self._pause.start()
        self.changed.emit()

    def _read(self) -> None:
        typed = self.field.text().strip()
        if typed:
            self._ask(typed, self._resolve, self._say)
        else:
            self._say("")

    def _say(self, words: str) -> None:
        self.resolved.setText(words)
        self.resolved.setVisible(bool(words))
        self.changed.emit()

    def _resolve(self, days: Interval) -> None:
        self.days = days
        self._say(f"= {phrases.days(days)}")


class ArchiveForm(QScrollArea):
    """A scrolled column of fields; ``saved`` when its button is pressed, ``changed`` with every edit."""

    saved = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 4 * STEP)
        self.column.setSpacing(2 * STEP)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setVerticalSpacing(2 * STEP)
        self.form.setHorizontalSpacing(3 * STEP)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("kept in the history"))
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self.saved)
        self.discard = QPushButton(self.tr("Discard"))
        self.discard.clicked.connect(self.discarded)
        self.buttons = FlowLayout(spacing=2 * STEP)
        for button in (self.save, self.discard):
            self.buttons.addWidget(button)
        self.setWidget(body)

    def close_form(self) -> None:
        """Add the reason and the buttons, after the fields."""
        self.add_row(self.tr("Why"), self.why)
        self.column.addLayout(self.form)
        self.column.addLayout(self.buttons)
        self.column.addStretch(1)

    def add_row(self, label: str, field: QWidget) -> None:
        """Add a field with its label."""
        named = QLabel(label)
        named.setObjectName("muted")
        named.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self.form.addRow(named, field)

    def text_field(self, lines: int) -> QPlainTextEdit:
        """Return a field for a text of about so many lines."""
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        height = field.fontMetrics().lineSpacing() * lines + 4 * STEP
        field.setMinimumHeight(height)
        field.setMaximumHeight(2 * height)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return field

"""The settings: what is chosen here is in force at once, in every window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from quotecheck.desktop.archive.shelf import ArchiveShelf
from quotecheck.desktop.archive.shelf_list import ShelfList
from quotecheck.desktop.languages import LANGUAGES
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.theme import STEP
from quotecheck.reporting.palette import Theme

__all__ = ["SettingsDialog"]

_SMALLEST, _LARGEST = 7, 40
"""Points of the article's text; one less stands for the size that fits the interface."""


class SettingsDialog(QDialog):
    """Shows the settings and writes what is changed; ``changed`` says that something was."""

    changed = Signal()

    def __init__(
        self, settings: Settings, shelf_of: Callable[[QWidget], ArchiveShelf], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.resize(max(560, self.fontMetrics().averageCharWidth() * 72), 600)
        self._settings = settings
        body = QWidget()
        self._labels: list[QLabel] = []
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 2 * STEP, 0)
        self._column.setSpacing(2 * STEP)
        self._add_appearance()
        self._add_author()
        self._add_checking()
        self._add_archives(shelf_of(self))
        self._add_pdf()
        self._align()
        self._column.addStretch(1)
        scroll = QScrollArea()
        # Its fields are gone to one by one, and come into view by themselves.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            # A desktop's icons are drawn for its own ground, not for ours.
            button.setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        whole.addWidget(scroll)
        whole.addWidget(buttons)

    def _subject(self, title: str) -> QFormLayout:
        heading = QLabel(title)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        self._column.addWidget(heading)
        form = QFormLayout()
        form.setHorizontalSpacing(4 * STEP)
        form.setVerticalSpacing(2 * STEP)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._column.addLayout(form)
        self._column.addSpacing(3 * STEP)
        return form

    def _row(self, form: QFormLayout, label: str, field: QWidget) -> None:
        field.setAccessibleName(label)
        form.addRow(label, field)
        self._labels.append(form.labelForField(field))

    def _align(self) -> None:
        """Let the fields of all subjects begin on one line."""
        widest = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(widest)

    def _explain(self, form: QFormLayout, text: str) -> None:
        label = QLabel(text)
        label.setObjectName("muted")
        label.setWordWrap(True)
        form.addRow(label)

    def _write(self, name: str, value: object) -> None:
        setattr(self._settings, name, value)
        self.changed.emit()

    def _add_appearance(self) -> None:
        form = self._subject(self.tr("Appearance"))
        self.theme = QComboBox()
        for text, theme in (
            (self.tr("As the system"), ""),
            (self.tr("Light"), Theme.LIGHT.value),
            (self.tr("Dark"), Theme.DARK.value),
        ):
            self.theme.addItem(text, theme)
        worn = self._settings.theme
        self.theme.setCurrentIndex(self.theme.findData(worn.value if worn else ""))
        self.theme.currentIndexChanged.connect(self._choose_theme)
        self._row(form, self.tr("Theme"), self.theme)
        self.points = QSpinBox()
        self.points.setRange(_SMALLEST - 1, _LARGEST)
        self.points.lineEdit().setTextMargins(STEP * 3 // 2, 0, 0, 0)
        self.points.setSpecialValueText(self.tr("As the interface"))
        self.points.setSuffix(self.tr(" pt"))
        self.points.setValue(round(self._settings.points) or _SMALLEST - 1)
        self.points.valueChanged.connect(
            lambda value: self._write("points", float(value) if value >= _SMALLEST else 0.0)
        )
        self._row(form, self.tr("Size of the article’s text"), self.points)
        self._add_language(form)

    def _add_language(self, form: QFormLayout) -> None:
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(self._settings.language), 0))
        self.language.currentIndexChanged.connect(
            lambda: self._write("language", self.language.currentData())
        )
        self._row(form, self.tr("Language"), self.language)
        self._explain(form, self.tr("Another language is spoken from the next start on."))

    def _choose_theme(self) -> None:
        name = self.theme.currentData()
        self._write("theme", Theme(name) if name else None)

    def _add_author(self) -> None:
        form = self._subject(self.tr("Who decides"))
        self.name, self.desk = QLineEdit(self._settings.name), QLineEdit(self._settings.desk)
        self.name.setPlaceholderText(self.tr("as you are signed in to this computer"))
        self.desk.setPlaceholderText(self.tr("the newsroom or department, if any"))
        self.name.textEdited.connect(lambda text: self._write("name", text.strip()))
        self.desk.textEdited.connect(lambda text: self._write("desk", text.strip()))
        self._row(form, self.tr("Your name"), self.name)
        self._row(form, self.tr("Your desk"), self.desk)
        self._explain(
            form, self.tr("Every decision, and all that goes into the archive, is signed with this.")
        )

    def _add_archives(self, shelf: ArchiveShelf) -> None:
        form = self._subject(self.tr("Archives"))
        self.archives = ShelfList(shelf)
        form.addRow(self.archives)
        self._explain(
            form,
            self.tr(
                "Quotations are checked against one archive; the archive window searches all that are ticked."
            ),
        )

    def _add_checking(self) -> None:
        form = self._subject(self.tr("Checking"))
        self.automatic = self._switch(
            form, self.tr("Check by itself whenever the text is edited"), "checks_by_itself"
        )
        self.minor = self._switch(
            form, self.tr("Ask for a decision on minor differences too"), "asks_about_minor"
        )
        self._add_date_order(form)
        self._explain(
            form,
            self.tr(
                "Minor differences are spelling, contractions, number formats and disclosed omissions. As a "
                "rule they count as harmless."
            ),
        )

    def _add_date_order(self, form: QFormLayout) -> None:
        self.date_order = QComboBox()
        for text, order in (
            (self.tr("As the article writes them"), ""),
            (self.tr("Day first: 3/4 is 3 April"), "day"),
            (self.tr("Month first: 3/4 is March 4"), "month"),
        ):
            self.date_order.addItem(text, order)
        self.date_order.setCurrentIndex(max(self.date_order.findData(self._settings.date_order), 0))
        self.date_order.currentIndexChanged.connect(
            lambda: self._write("date_order", self.date_order.currentData())
        )
        self._row(form, self.tr("Typed dates in figures"), self.date_order)

    def _switch(self, form: QFormLayout, text: str, name: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(getattr(self._settings, name))
        box.toggled.connect(lambda is_on: self._write(name, is_on))
        # Else the frame of the keyboard would run through the whole dialog.
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form.addRow(box)
        return box

    def _add_pdf(self) -> None:
        form = self._subject(self.tr("PDF"))
        self.paper = QComboBox()
        self.paper.addItem("A4", "a4")
        self.paper.addItem(self.tr("US Letter"), "us-letter")
        self.paper.setCurrentIndex(max(self.paper.findData(self._settings.paper), 0))
        self.paper.currentIndexChanged.connect(lambda: self._write("paper", self.paper.currentData()))
        self._row(form, self.tr("Paper"), self.paper)
        self._switch(form, self.tr("Write the decisions into the PDF"), "tells_decisions")

"""The assistant that shows how a file of quotes is understood, imports it, and can take all of it back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from quotecheck.archive import ImportProblem, ImportResult
from quotecheck.desktop import phrases
from quotecheck.desktop.archive import import_jobs as jobs
from quotecheck.desktop.archive.import_jobs import Preview
from quotecheck.desktop.archive.import_model import FIELDS, ImportModel, field_words
from quotecheck.desktop.chores import Chores
from quotecheck.desktop.theme import STEP, serif
from quotecheck.model import Message

__all__ = ["ImportAssistant"]

_COLUMNS = 3
_SHOWN_PROBLEMS = 3

_MOST_FOR_PROBLEM = 0.6
"""Share of the table's width that what is wrong with a row may take."""


class ImportAssistant(QDialog):
    """Maps the columns of a file to fields, shows its first rows, and imports it into one archive.

    ``imported`` follows an import, and its undoing.
    """

    imported = Signal()
    crashed = Signal(str)

    def __init__(self, path: Path, archive: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import quotes"))
        self.resize(920, 620)
        self._path, self._archive = path, archive
        self._preview: Preview | None = None
        self._result: ImportResult | None = None
        self._chores = Chores(self)
        self.model = ImportModel(self)
        self.heading, self.state = QLabel(path.name), QLabel(self.tr("Reading the file…"))
        self.heading.setFont(serif(self.font().pointSizeF() * 1.35))
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setObjectName("muted")
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.fields = {field: QComboBox() for field in FIELDS}
        self.table = self._table()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.hide()
        self.ok, self.undo = QPushButton(self.tr("Import")), QPushButton(self.tr("Undo the import"))
        self.ok.setProperty("role", "primary")
        self.ok.setEnabled(False)
        self.undo.hide()
        self.cancel = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self.ok.clicked.connect(self._import)
        self.undo.clicked.connect(self._undo)
        self.cancel.clicked.connect(self.reject)
        self._chores.changed.connect(self._show_progress)
        self._chores.crashed.connect(self._say_crashed)
        self._do("", jobs.previewing(path), self._show_preview)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("The first rows"))
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setStretchLastSection(True)
        table.setCornerButtonEnabled(False)
        return table

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(STEP + 2)
        for place, (field, box) in enumerate(self.fields.items()):
            words = field_words(field)
            label = QLabel(words)
            label.setObjectName("muted")
            label.setBuddy(box)
            box.setAccessibleName(self.tr("Column with: {field}").format(field=words))
            box.setMinimumContentsLength(8)
            box.currentIndexChanged.connect(self._remap)
            row, column = divmod(place, _COLUMNS)
            grid.addWidget(label, row, 2 * column)
            grid.addWidget(box, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.heading)
        column.addLayout(grid)
        column.addWidget(self.table, 1)
        column.addWidget(self.state)
        column.addWidget(self.progress)
        row = QHBoxLayout()
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.ok)
        column.addLayout(row)
        for button in (self.undo, self.cancel):
            button.setAutoDefault(False)

    def _do(self, what: str, job, on_result) -> None:
        self._chores.do(what, job, on_result, on_failure=self._fail)

    # What the file holds

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        for field, box in self.fields.items():
            box.blockSignals(True)
            box.addItem(self.tr("—"), None)
            for column in preview.columns:
                box.addItem(column, column)
            box.setCurrentIndex(max(box.findData(preview.mapping.get(field)), 0))
            box.blockSignals(False)
        self._remap()

    def mapping(self) -> dict[str, str]:
        """Return which column is chosen for each field."""
        chosen = {field: box.currentData() for field, box in self.fields.items()}
        return {field: column for field, column in chosen.items() if column is not None}

    def _remap(self) -> None:
        if self._preview is None:
            return
        mapping = self.mapping()
        self.model.show_rows(self._preview.rows, mapping)
        head, letter = self.table.horizontalHeader(), self.fontMetrics().averageCharWidth()
        self.table.setColumnWidth(1, 44 * letter)
        for column in range(2, self.model.columnCount()):
            needed = max(self.table.sizeHintForColumn(column), head.sectionSizeHint(column))
            head.resizeSection(column, min(needed + 2 * STEP, 30 * letter))
        doubled = len(set(mapping.values())) < len(mapping)
        self.ok.setEnabled(False)
        if not self._preview.rows:
            self.state.setText(self.tr("There are no rows in this file."))
        elif "text" not in mapping:
            self.state.setText(self.tr("Say which column holds the words that were said."))
        elif doubled:
            self.state.setText(self.tr("One column is chosen for two fields: take it away from one."))
        else:
            self._do("", jobs.validating(self._preview.rows, mapping), self._show_problems)

    def _show_problems(self, problems: list[Message | None]) -> None:
        self.model.show_problems([phrases.told(problem) if problem else "" for problem in problems])
        bad = sum(map(bool, problems))
        count = len(problems)
        # A problem is read to its end, as long as the words can be seen beside it.
        needed = self.table.sizeHintForColumn(0) + 2 * STEP
        self.table.setColumnWidth(0, min(needed, round(_MOST_FOR_PROBLEM * self.table.viewport().width())))
        if bad and not self._preview.has_more:
            words = self.tr("%Ln of the {count} rows cannot be imported and will be left out.", "", bad)
        elif bad:
            words = self.tr(
                "The first {count} rows: %Ln of them cannot be imported and will be left out.", "", bad
            )
        elif self._preview.has_more:
            words = self.tr("The first %Ln rows are fine.", "", count)
        else:
            words = self.tr("All %Ln rows are fine.", "", count)
        self.state.setText(words.format(count=QLocale().toString(count)))
        self.ok.setEnabled(self._preview.has_more or bad < count)

    # The import

    def _import(self) -> None:
        self._begin()
        self._do(self.tr("Importing…"), jobs.importing(self._path, self._archive, self.mapping()), self._end)

    def _begin(self) -> None:
        for widget in (*self.fields.values(), self.ok, self.undo):
            widget.setEnabled(False)
        self.progress.show()
        self.cancel.setText(self.tr("Stop"))

    def _end(self, result: ImportResult) -> None:
        self._result = result
        summary = self._summary(result)
        sign, tone = ("▲", "warning") if result.skipped else ("✓", "good")
        self._finish(f"{sign} {summary}", tone=tone)
        self.undo.setVisible(bool(result.added or result.changed))
        self.undo.setEnabled(True)
        self.imported.emit()

    def _summary(self, result: ImportResult) -> str:
        """Return "1,204 new, 31 already there, 4 refused: line 7: Left out, for it has no text." """
        parts = [self.tr("%Ln new", "", result.added)]
        if result.changed:
            parts.append(self.tr("%Ln changed", "", result.changed))
        if result.unchanged:
            parts.append(self.tr("%Ln already there", "", result.unchanged))
        if result.skipped:
            parts.append(self.tr("%Ln refused", "", result.skipped))
        summary = ", ".join(parts)
        problems = [self._line(problem) for problem in result.problems[:_SHOWN_PROBLEMS]]
        more = len(result.problems) - len(problems)
        if more:
            problems.append(self.tr("and %Ln more", "", more))
        told = self.tr("{summary}: {problems}").format(summary=summary, problems=" ".join(problems))
        return told if problems else f"{summary}."

    def _line(self, problem: ImportProblem) -> str:
        line, why = QLocale().toString(problem.line), phrases.told(problem.message)
        return self.tr("line {line}: {why}").format(line=line, why=why)

    def _finish(self, words: str, *, tone: str = "") -> None:
        self.state.setText(words)
        self.state.setProperty("tone", tone)
        self.state.style().polish(self.state)
        self.progress.hide()
        self.ok.hide()
        self.cancel.setText(self.tr("Close"))
        self.cancel.setFocus()

    def _undo(self) -> None:
        self._begin()
        self._do(
            self.tr("Taking it back…"), jobs.undoing(self._archive, self._result.import_id), self._undone
        )

    def _undone(self, undone) -> None:
        words = self.tr("Taken back: %Ln quotes are out of the archive again.", "", undone.removed)
        if undone.kept:
            words += " " + self.tr("%Ln stay, for somebody has changed them since.", "", undone.kept)
        self._finish(words)
        self.undo.hide()
        self.imported.emit()

    def _fail(self, sentence: str) -> None:
        self._finish(sentence)

    def _say_crashed(self, details: str) -> None:
        self._finish(self.tr("An unexpected error: nothing has been imported."))
        self.crashed.emit(details)

    def _show_progress(self) -> None:
        if self.progress.isVisible() and self._chores.current:
            self.state.setText(self._chores.current)

    def reject(self) -> None:
        if self._chores.current and self.progress.isVisible():
            self.state.setText(self.tr("Stopping: nothing will have been imported…"))
            self._chores.cancel()
            self._finish_when_stopped()
            return
        super().reject()

    def _finish_when_stopped(self) -> None:
        def look() -> None:
            if self._chores.current is None:
                self._chores.changed.disconnect(look)
                if self._result is None:
                    self._finish(self.tr("Stopped: nothing has been imported."))

        self._chores.changed.connect(look)

    def done(self, result: int) -> None:
        self._chores.stop()
        super().done(result)

"""The dialog in which quotes are given away: which, in what form, signed by whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from quotecheck.desktop.author import author
from quotecheck.desktop.chores import Chores
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.sharing import jobs
from quotecheck.desktop.sharing.jobs import Keys, Offer, Shared
from quotecheck.desktop.sharing.signature_question import fingerprint_label
from quotecheck.desktop.sharing.work_dialog import WorkDialog, explained
from quotecheck.desktop.theme import STEP
from quotecheck.desktop.widgets.flow_layout import FlowLayout

__all__ = ["Form", "Scope", "ShareDialog"]


_CHARACTERS = 68
"""Average characters of the interface's font that the dialog is wide at least."""


class Form(StrEnum):
    """What is written, by the suffix of the file."""

    BUNDLE = "quotes"
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    PUBLIC = "db"


@dataclass(frozen=True, slots=True)
class Scope:
    """Quotes that can be shared: what they are called, and which; None is the whole archive."""

    words: str
    keys: Keys


class ShareDialog(WorkDialog):
    """Says what would be in the file before it is written, and where it is afterwards."""

    def __init__(
        self,
        archive: Path,
        scopes: list[Scope],
        *,
        chosen: int = 0,
        form: Form = Form.BUNDLE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Share quotes"), parent)
        self.setMinimumWidth(max(520, self.fontMetrics().averageCharWidth() * _CHARACTERS))
        self._archive, self._scopes = archive, scopes
        self._offer: Offer | None = None
        self._shared: Shared | None = None
        self._counting = Chores(self)
        self._counting.failed.connect(self.say_problem)
        self.scopes = [QRadioButton(scope.words) for scope in scopes]
        self.scopes[chosen].setChecked(True)
        self.form, self.holds = self._forms(form), explained(name="muted")
        self.texts = QCheckBox(self.tr("With the full texts of the sources"))
        self.texts.setChecked(True)
        self.sign = QCheckBox(self.tr("Sign it, so that others know that it is from you"))
        self.sign.setChecked(True)
        settings = Settings()
        self.name, self.desk = QLineEdit(settings.name or author()), QLineEdit(settings.desk)
        self.title = QLineEdit(self.tr("Checked quotes"))
        self.key = explained(name="muted")
        self.words = fingerprint_label(self.font().pointSizeF() * 1.1, self.tr("Fingerprint of your key"))
        self.save, self.show_it = QPushButton(self.tr("Save as…")), QPushButton(self.tr("Show in folder"))
        self.save.setProperty("role", "primary")
        self._lay_out()
        self._listen()
        self._count()
        self.show_work()

    def _forms(self, form: Form) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Form"))
        for words, each in (
            (self.tr("Bundle for another QuoteCheck (.quotes)"), Form.BUNDLE),
            (self.tr("Table (.csv)"), Form.CSV),
            (self.tr("Excel workbook (.xlsx)"), Form.XLSX),
            (self.tr("JSON Lines (.jsonl)"), Form.JSONL),
            (self.tr("Database for readers, for Datasette (.db)"), Form.PUBLIC),
        ):
            box.addItem(words, each)
        box.setCurrentIndex(box.findData(form))
        return box

    def _lay_out(self) -> None:
        choices, group = FlowLayout(spacing=4 * STEP), QButtonGroup(self)
        for button in self.scopes:
            group.addButton(button)
            choices.addWidget(button)
        self.rows = QFormLayout()
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.rows.setVerticalSpacing(2 * STEP)
        self.rows.addRow(self.tr("Form"), self.form)
        for label, field in (
            (self.tr("Title"), self.title),
            (self.tr("Your name"), self.name),
            (self.tr("Your desk"), self.desk),
        ):
            field.setAccessibleName(label)
            self.rows.addRow(label, field)
        self.body.addLayout(choices)
        self.body.addWidget(self.holds)
        self.rows.insertRow(1, self.texts)
        self.rows.insertRow(2, self.sign)
        self.body.addLayout(self.rows)
        self.body.addWidget(self.key)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.buttons.addWidget(self.show_it)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.save)
        self.show_it.setAutoDefault(False)
        self.show_it.hide()

    def _listen(self) -> None:
        for button in self.scopes:
            button.toggled.connect(lambda on: self._count() if on else None)
        self.form.currentIndexChanged.connect(self.show_ready)
        self.sign.toggled.connect(self.show_ready)
        self.name.textChanged.connect(self.show_ready)
        self.texts.toggled.connect(self._show_holds)
        self.save.clicked.connect(self._ask_file)
        self.show_it.clicked.connect(self._show_folder)

    # What it would hold

    @property
    def scope(self) -> Scope:
        """What is chosen to be shared."""
        return next(s for s, button in zip(self._scopes, self.scopes, strict=True) if button.isChecked())

    @property
    def chosen_form(self) -> Form:
        """What is chosen to be written."""
        return Form(self.form.currentData())

    def _count(self) -> None:
        self._offer = None
        self.holds.setText(self.tr("Counting…"))
        scope = self.scope

        def take(offer: Offer) -> None:
            if scope is self.scope:
                self._show_offer(offer)

        self._counting.cancel()
        self._counting.do("", jobs.counting(self._archive, scope.keys), take)
        self.show_ready()

    def _show_offer(self, offer: Offer) -> None:
        is_first = self._offer is None and not self.words.text()
        self._offer = offer
        if offer.me:
            self.words.setText(offer.me.fingerprint)
            if is_first:
                self.name.setText(offer.me.name)
                self.desk.setText(offer.me.desk)
        self._show_holds()
        self.show_ready()

    def _show_holds(self) -> None:
        if self._offer is None:
            return
        found = self._offer.contents
        parts = [
            self.tr("%Ln quotes", "", found.quotes),
            self.tr("%Ln speakers", "", found.speakers),
            self.tr("%Ln sources", "", found.sources),
        ]
        if found.texts and self.texts.isChecked() and self.chosen_form is Form.BUNDLE:
            parts.append(self.tr("%Ln full texts", "", found.texts))
        self.holds.setText("  ·  ".join(parts))

    def show_ready(self) -> None:
        form, is_free = self.chosen_form, not self.is_working
        is_bundle = form is Form.BUNDLE
        is_signed = is_bundle and self.sign.isChecked()
        for field, is_shown in (
            (self.texts, is_bundle),
            (self.sign, is_bundle),
            (self.title, form is Form.PUBLIC),
            (self.name, is_signed),
            (self.desk, is_signed),
        ):
            self.rows.setRowVisible(field, is_shown)
        self.key.setText(self._about_key())
        self.key.setVisible(is_signed or form is Form.PUBLIC)
        self.words.setVisible(is_signed and bool(self.words.text()))
        self._show_holds()
        wanted = self._offer is not None and self._offer.contents.quotes > 0
        is_named = not is_signed or bool(self.name.text().strip())
        self.save.setEnabled(is_free and wanted and is_named and self._shared is None)
        self.save.setVisible(self._shared is None)
        for widget in (*self.scopes, self.form, self.texts, self.sign, self.name, self.desk, self.title):
            widget.setEnabled(is_free and self._shared is None)
        self.make_room()

    def _about_key(self) -> str:
        if self.chosen_form is Form.PUBLIC:
            return self.tr(
                "Only what readers may see: no notes, no full texts, no names of colleagues, no history. "
                "“metadata.json” is written beside it."
            )
        if self._offer and self._offer.me is None:
            return self.tr(
                "Your key is made now, once. It stays on this computer; others recognise by it what is from "
                "you. Under Signers you can keep a copy of it, locked with a passphrase."
            )
        return self.tr("Others compare these words with you before they trust your key:")

    def closing_words(self) -> str:
        return self.tr("Cancel") if self._shared is None else self.tr("Close")

    # The file

    def _ask_file(self) -> None:
        suffix = self.chosen_form.value
        offered = f"{self._archive.stem}.{suffix}" if suffix != "db" else f"{self._archive.stem}-public.db"
        name, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), offered, f"*.{suffix}")
        if name:
            path = Path(name)
            self.write(path if path.suffix.casefold() == f".{suffix}" else Path(f"{name}.{suffix}"))

    def write(self, path: Path) -> None:
        """Write the chosen quotes to ``path``."""
        archive, keys, form = self._archive, self.scope.keys, self.chosen_form
        if form is Form.BUNDLE:
            signed_as = (self.name.text().strip(), self.desk.text().strip())
            job = jobs.exporting(
                archive,
                keys,
                path,
                texts=self.texts.isChecked(),
                signed_as=signed_as if self.sign.isChecked() else None,
            )
        elif form is Form.PUBLIC:
            job = jobs.publishing(archive, keys, path, self.title.text().strip() or path.stem)
        else:
            job = jobs.exporting_rows(archive, keys, path)
        self.work(self.tr("Writing {name}…").format(name=path.name), job, self._show_shared)

    def _show_shared(self, shared: Shared) -> None:
        self._shared = shared
        words = self.tr("✓ Saved {name}: %Ln quotes.", "", shared.quotes).format(name=shared.path.name)
        self.say(words, tone="good")
        self.show_it.show()
        self.focus_later(self.show_it)

    def show_stopped(self) -> None:
        self.say(self.tr("Stopped: nothing was written."))

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._shared.path.absolute().parent)))

    def done(self, result: int) -> None:
        self._counting.stop()
        super().done(result)

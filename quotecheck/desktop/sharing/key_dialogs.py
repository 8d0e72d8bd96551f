"""The questions about one's own key: by which name one signs, and the passphrase that locks a copy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from quotecheck.desktop.sharing.work_dialog import explained
from quotecheck.desktop.theme import STEP
from quotecheck.sharing import SHORTEST_PASSPHRASE

__all__ = ["NameDialog", "PassphraseDialog"]


class _Question(QDialog):
    """A sentence, some fields and two buttons."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.sentence, self.form = explained(sentence), QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.ok, self.cancel = QPushButton(self.tr("OK")), QPushButton(self.tr("Cancel"))
        self.ok.setProperty("role", "primary")
        self.ok.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.ok.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.sentence)
        column.addLayout(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.ok)
        column.addLayout(row)

    def add(self, label: str, field: QLineEdit) -> None:
        """Add a field; what is typed may make the answer possible."""
        field.setAccessibleName(label)
        field.textChanged.connect(self.show_ready)
        self.form.addRow(label, field)

    def show_ready(self) -> None:
        """Enable the answer when it is one."""


class NameDialog(_Question):
    """Asks for name and desk."""

    given = Signal(str, str)

    def __init__(self, name: str, desk: str, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Change name"), self.tr("By which name others see you. Your key stays the same."), parent
        )
        self.name, self.desk = QLineEdit(name), QLineEdit(desk)
        self.add(self.tr("Name"), self.name)
        self.add(self.tr("Desk"), self.desk)
        self.show_ready()

    def show_ready(self) -> None:
        self.ok.setEnabled(bool(self.name.text().strip()))

    def accept(self) -> None:
        self.given.emit(self.name.text().strip(), self.desk.text().strip())
        super().accept()


class PassphraseDialog(_Question):
    """Asks for a passphrase, a new one twice."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, is_new: bool) -> None:
        sentence = (
            self.tr("Whoever has the file and this passphrase can sign as you. At least {count} characters.")
            if is_new
            else self.tr("The passphrase with which the key was exported.")
        )
        super().__init__(self.tr("Passphrase"), sentence.format(count=SHORTEST_PASSPHRASE), parent)
        self._is_new = is_new
        self.first, self.again = QLineEdit(), QLineEdit()
        for field in (self.first, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.add(self.tr("Passphrase"), self.first)
        if is_new:
            self.add(self.tr("Once more"), self.again)
        self.show_ready()

    def show_ready(self) -> None:
        typed = self.first.text()
        is_same = not self._is_new or (len(typed) >= SHORTEST_PASSPHRASE and typed == self.again.text())
        self.ok.setEnabled(bool(typed) and is_same)

    def accept(self) -> None:
        self.given.emit(self.first.text())
        super().accept()

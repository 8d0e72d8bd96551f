"""The line below: which archive, what is being done and how far it is, when it was checked."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from quotecheck.desktop.theme import STEP
from quotecheck.model import ArchiveIdentity

__all__ = ["StatusBar"]


class StatusBar(QWidget):
    """Says what is so, and lets the archive be changed and the work be cancelled."""

    archive_clicked = Signal()
    cancel_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.archive = QPushButton()
        self.checked, self.work, self.count = QLabel(), QLabel(), QLabel()
        self.progress = QProgressBar()
        self.cancel = QPushButton(self.tr("Cancel"))
        for button in (self.archive, self.cancel):
            button.setProperty("role", "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.archive.setProperty("tone", "quiet")
        self.archive.setToolTip(self.tr("Choose the archive to check against (Ctrl+L)"))
        for label in (self.checked, self.work, self.count):
            label.setObjectName("muted")
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.archive.clicked.connect(self.archive_clicked)
        self.cancel.clicked.connect(self.cancel_clicked)
        self._lay_out()
        self.archive.setText(self.tr("Archive"))
        self.show_idle()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, STEP, 4 * STEP, STEP)
        row.setSpacing(4 * STEP)
        for widget in (self.archive, self.checked, self.work, self.progress, self.cancel):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.count)

    def show_archive(self, archive: ArchiveIdentity | None, *, name: str = "") -> None:
        """Show which archive is asked, under ``name`` if that is better, and how much it holds."""
        if archive is None:
            self.archive.setText(self.tr("No archive: choose one"))
            return
        quotes = self.tr("%Ln quotes", "", archive.quotes)
        self.archive.setText(f"{name or archive.name} · {quotes}")

    def show_checked(self, seconds: float, *, was_checked: bool) -> None:
        """Show when the work ended and how long it took; without an archive nothing ``was_checked``."""
        now = QLocale().toString(QDateTime.currentDateTime().time(), QLocale.FormatType.ShortFormat)
        took = QLocale().toString(seconds, "f", 1)
        words = (
            self.tr("Checked at {time} in {seconds} s")
            if was_checked
            else self.tr("Read at {time} in {seconds} s")
        )
        self.checked.setText(words.format(time=now, seconds=took))
        self.checked.show()

    def say(self, words: str) -> None:
        """Say what was just done, in the place of when it was checked."""
        self.checked.setText(words)
        self.checked.setVisible(self.work.isHidden())

    def show_count(self, total: int, decided: int, to_decide: int) -> None:
        """Show how many quotations there are, how many of them are decided and how many want to be."""
        parts = [self.tr("Quotations: {count}").format(count=total)]
        if decided:
            parts.append(self.tr("decided: {count}").format(count=decided))
        parts.append(
            self.tr("to decide: {count}").format(count=to_decide) if to_decide else self.tr("none to decide")
        )
        self.count.setText(" · ".join(parts) if total else "")

    def show_work(self, what: str, done: int = 0, total: int = 0) -> None:
        """Show that something is being done; without ``total`` nobody knows how long it takes."""
        self.work.setText(what)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.checked.hide()
        for widget in (self.work, self.progress, self.cancel):
            widget.show()

    def show_idle(self) -> None:
        """Show that nothing is being done."""
        for widget in (self.work, self.progress, self.cancel):
            widget.hide()
        self.checked.setVisible(bool(self.checked.text()))

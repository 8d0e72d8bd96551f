"""The windows about what others give: a bundle, what it leaves open, what was imported, whom to trust."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from quotecheck.desktop.sharing.work_dialog import WorkDialog

__all__ = ["TakingIn"]


class TakingIn(QObject):
    """Opens one dialog at a time over a window, on the archive that ``archive`` names then.

    ``changed`` follows whatever has changed the archive. What the dialogs need is loaded with the first.
    """

    changed = Signal()
    crashed = Signal(str)

    def __init__(self, window: QWidget, archive: Callable[[], Path]) -> None:
        super().__init__(window)
        self._window, self._archive = window, archive
        self.dialog: WorkDialog | None = None

    def ask_bundle(self) -> None:
        """Ask which bundle to open."""
        kinds = self.tr("Bundles (*.quotes);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a bundle"), "", kinds)
        if name:
            self.open_bundle(Path(name))

    def open_bundle(self, path: Path) -> None:
        """Show who has signed a bundle and what it would change."""
        from quotecheck.desktop.sharing.bundle_dialog import BundleDialog

        dialog = BundleDialog(path, self._archive(), self._window)
        dialog.merged.connect(self.changed)
        dialog.signers_wanted.connect(lambda: self._instead(self.show_signers))
        dialog.conflicts_wanted.connect(lambda: self._instead(self.show_conflicts))
        self.open(dialog)

    def show_conflicts(self) -> None:
        """Show what imports have left open."""
        from quotecheck.desktop.sharing.conflicts_dialog import ConflictsDialog

        dialog = ConflictsDialog(self._archive(), self._window)
        dialog.decided.connect(self.changed)
        self.open(dialog)

    def show_imports(self) -> None:
        """Show what was imported, and let it be undone."""
        from quotecheck.desktop.sharing.imports_dialog import ImportsDialog

        dialog = ImportsDialog(self._archive(), self._window)
        dialog.undone.connect(self.changed)
        self.open(dialog)

    def show_signers(self) -> None:
        """Show whom to trust."""
        from quotecheck.desktop.sharing.signers_dialog import SignersDialog

        self.open(SignersDialog(self._window))

    def open(self, dialog: WorkDialog) -> None:
        """Show a dialog; it is forgotten when it is closed."""
        self.dialog = dialog
        dialog.crashed.connect(self.crashed)
        dialog.finished.connect(lambda _result: self._forget(dialog))
        dialog.open()

    def stop(self) -> None:
        """Close what is open, whose worker must not outlive the window."""
        if self.dialog is not None:
            self.dialog.done(0)

    def _forget(self, dialog: WorkDialog) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None

    def _instead(self, show: Callable[[], None]) -> None:
        self.dialog.finished.connect(show, Qt.ConnectionType.SingleShotConnection)
        self.dialog.reject()

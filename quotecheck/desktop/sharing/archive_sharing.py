"""What the archive window does about sharing: its menu, what is given away, what is still to be decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton

from quotecheck.desktop.lookups import Lookups
from quotecheck.desktop.sharing import jobs
from quotecheck.desktop.sharing.taking_in import TakingIn

if TYPE_CHECKING:
    from quotecheck.desktop.archive.shelf import ArchiveShelf
    from quotecheck.desktop.archive.table import ArchiveTable
    from quotecheck.desktop.archive.window import ArchiveWindow
    from quotecheck.desktop.sharing.share_dialog import Form, Scope

__all__ = ["ArchiveSharing"]


class ArchiveSharing(QObject):
    """Shares what the table lists, and takes in what others give; ``changed`` follows what that changes.

    ``waiting`` is a button that says how much is to be decided.
    """

    changed = Signal()

    def __init__(self, window: ArchiveWindow, shelf: ArchiveShelf, table: ArchiveTable) -> None:
        super().__init__(window)
        self._window, self._shelf, self._table = window, shelf, table
        self.taking_in = TakingIn(window, lambda: shelf.active)
        self.taking_in.changed.connect(self.changed)
        self.taking_in.crashed.connect(window.show_crash)
        self._lookups = Lookups(self)
        self._lookups.crashed.connect(window.show_crash)
        self.waiting = QPushButton()
        self.waiting.setProperty("role", "link")
        self.waiting.setProperty("tone", "warning")
        self.waiting.clicked.connect(self.taking_in.show_conflicts)
        self.waiting.hide()
        self.menu = QMenu(window)
        self.actions: dict[str, QAction] = {}
        self._fill()
        table.rows.addAction(self.actions["selected"])

    def _fill(self) -> None:
        taking_in = self.taking_in
        self._add("selected", self.tr("Share the selected quotes…"), "Ctrl+Shift+S", self.share_selected)
        self._add("listed", self.tr("Share what is listed…"), "Ctrl+Shift+L", self.share_listed)
        self._add("all", self.tr("Share the whole archive…"), "", self.share_all)
        self.menu.addSeparator()
        self._add("rows", self.tr("Export as a table, workbook or JSON…"), "Ctrl+E", self.export_rows)
        self._add("publish", self.tr("Publish for readers…"), "", self.publish)
        self.menu.addSeparator()
        self._add("open", self.tr("Open a bundle…"), "Ctrl+O", taking_in.ask_bundle)
        self._add("conflicts", self.tr("Conflicts to decide…"), "Ctrl+Shift+C", taking_in.show_conflicts)
        self._add("imports", self.tr("Imports…"), "Ctrl+H", taking_in.show_imports)
        self._add("signers", self.tr("Signers…"), "", taking_in.show_signers)

    def _add(self, name: str, text: str, keys: str, do: Callable[[], None]) -> None:
        action = self.actions[name] = QAction(text, self._window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: do())
        self._window.addAction(action)
        self.menu.addAction(action)

    # Giving

    def share_selected(self) -> None:
        """Offer the selected quotes as a bundle."""
        from quotecheck.desktop.sharing.share_dialog import Form

        self._share(self._scopes(), Form.BUNDLE)

    def share_listed(self) -> None:
        """Offer what the search and the filters have found as a bundle."""
        from quotecheck.desktop.sharing.share_dialog import Form

        self._share(self._scopes(), Form.BUNDLE, first=-2)

    def share_all(self) -> None:
        """Offer the whole archive as a bundle."""
        from quotecheck.desktop.sharing.share_dialog import Form

        self._share(self._scopes(), Form.BUNDLE, first=-1)

    def export_rows(self) -> None:
        """Offer what is listed as rows for other programs."""
        from quotecheck.desktop.sharing.share_dialog import Form

        self._share(self._scopes(), Form.CSV, first=-2)

    def publish(self) -> None:
        """Offer what is listed for readers."""
        from quotecheck.desktop.sharing.share_dialog import Form

        self._share(self._scopes(), Form.PUBLIC, first=-2)

    def _share(self, scopes: list[Scope], form: Form, *, first: int = 0) -> None:
        from quotecheck.desktop.sharing.share_dialog import ShareDialog

        dialog = ShareDialog(
            self._shelf.active, scopes, chosen=first % len(scopes), form=form, parent=self._window
        )
        self.taking_in.open(dialog)

    def _scopes(self) -> list[Scope]:
        """Return what can be shared: the selected quotes (if any), those that are listed, all."""
        from quotecheck.desktop.sharing.share_dialog import Scope

        model, number = self._table.model, QLocale().toString
        listed = self.tr("What is listed ({count})").format(count=number(len(model.keys)))
        scopes = [Scope(listed, model.keys), Scope(self.tr("The whole archive"), None)]
        if selected := [model.key(row) for row in self._table.rows.selected_rows]:
            words = self.tr("The selected quotes ({count})").format(count=number(len(selected)))
            scopes.insert(0, Scope(words, selected))
        return scopes

    def take_in(self, path: Path) -> None:
        """Show what a bundle would change."""
        self.taking_in.open_bundle(path)

    # What is to be decided

    def count_open(self) -> None:
        """Ask how many conflicts and pairs are not decided; the button says so then."""
        self._lookups.ask("open", jobs.counting_open(self._shelf.active), self._show_open)

    def _show_open(self, count: int) -> None:
        self.waiting.setText("▲ " + self.tr("%Ln to decide", "", count))
        self.waiting.setAccessibleName(self.tr("%Ln conflicts and pairs to decide", "", count))
        self.waiting.setToolTip(self.tr("What imports have left open (Ctrl+Shift+C)"))
        self.waiting.setVisible(count > 0)

    def stop(self) -> None:
        """End the workers' threads."""
        self.taking_in.stop()
        self._lookups.stop()

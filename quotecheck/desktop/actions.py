"""Everything that can be done, defined once: text, shortcut and tooltip, for toolbar, menus and keyboard."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

__all__ = ["Actions"]


class _Row(NamedTuple):
    """One action; a row without a name is a separator in the menu."""

    name: str = ""
    text: str = ""
    keys: tuple[str, ...] = ()
    tip: str = ""


class Actions(QObject):
    """The actions by name: ``actions["open"]``. They work wherever in their window the focus is."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._menus = {
            self.tr("File"): self._file_rows(),
            self.tr("Quotations"): self._quotation_rows(),
            self.tr("View"): self._view_rows(),
        }
        rows = [row for rows in self._menus.values() for row in rows if row.name]
        self._actions = {row.name: self._make(owner, row) for row in rows}
        themes = QActionGroup(self)
        for name in ("theme_system", "theme_light", "theme_dark"):
            self[name].setCheckable(True)
            themes.addAction(self[name])
        owner.addActions(list(self._actions.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def menu(self, owner: QWidget) -> QMenu:
        """Return all of them as one menu with a part for each subject."""
        whole = QMenu(owner)
        for title, rows in self._menus.items():
            part = whole.addMenu(title)
            for row in rows:
                if row.name:
                    part.addAction(self[row.name])
                else:
                    part.addSeparator()
        return whole

    def _file_rows(self) -> list[_Row]:
        return [
            _Row("new", self.tr("New"), ("Ctrl+N",), self.tr("Begin with an empty article")),
            _Row(
                "paste",
                self.tr("Paste"),
                ("Ctrl+Shift+V",),
                self.tr("Check the text on the clipboard as a new article"),
            ),
            _Row("open", self.tr("Open…"), ("Ctrl+O",), self.tr("Open an article from a file")),
            _Row("sample", self.tr("Sample article")),
            _Row(),
            _Row(
                "archive",
                self.tr("Archive…"),
                ("Ctrl+L",),
                self.tr("Choose the archive to check against, or import quotes into it"),
            ),
            _Row("export", self.tr("Export PDF"), ("Ctrl+E",), self.tr("Write the annotated PDF")),
            _Row(),
            _Row("quit", self.tr("Quit"), ("Ctrl+Q",)),
        ]

    def _quotation_rows(self) -> list[_Row]:
        return [
            _Row("next", self.tr("Next quotation"), ("Alt+Down", "F8")),
            _Row("previous", self.tr("Previous quotation"), ("Alt+Up", "Shift+F8")),
            _Row("search", self.tr("Find a quotation"), ("Ctrl+F",)),
            _Row(),
            _Row(
                "copy_correction",
                self.tr("Copy correction"),
                ("Ctrl+Shift+C",),
                self.tr("Copy what the archived statement reads, with its source"),
            ),
            _Row("date", self.tr("Set the article’s date…"), ("Ctrl+D",)),
            _Row("check", self.tr("Check again"), ("F5",)),
        ]

    def _view_rows(self) -> list[_Row]:
        return [
            _Row("larger", self.tr("Larger text"), ("Ctrl++", "Ctrl+=")),
            _Row("smaller", self.tr("Smaller text"), ("Ctrl+-",)),
            _Row("usual", self.tr("Usual text size"), ("Ctrl+0",)),
            _Row(),
            _Row("theme_system", self.tr("Light or dark as the system")),
            _Row("theme_light", self.tr("Light")),
            _Row("theme_dark", self.tr("Dark")),
        ]

    @staticmethod
    def _make(owner: QWidget, row: _Row) -> QAction:
        action = QAction(row.text, owner)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        keys = f" ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})" if row.keys else ""
        action.setToolTip((row.tip or row.text) + keys)
        return action

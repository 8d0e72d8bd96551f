"""Everything that can be done, defined once: text, shortcut and tooltip, for toolbar, menus and keyboard."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

__all__ = ["Actions"]


_RECENT = "recent"
"""The row in whose place the menu of the last files stands."""


class _Row(NamedTuple):
    """One action; a row without a name is a separator in the menu.

    ``list_key`` is a key that does it while the list of quotations has the keyboard.
    """

    name: str = ""
    text: str = ""
    keys: tuple[str, ...] = ()
    tip: str = ""
    list_key: str = ""


class Actions(QObject):
    """The actions by name: ``actions["open"]``. They work wherever in their window the focus is."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._menus = {
            self.tr("File"): self._file_rows(),
            self.tr("Quotations"): self._quotation_rows(),
            self.tr("Decide"): self._decision_rows(),
            self.tr("View"): self._view_rows(),
        }
        self.recent = QMenu(self.tr("Open recent"), owner)
        self.recent.setToolTipsVisible(True)
        rows = [row for rows in self._menus.values() for row in rows if row.name not in ("", _RECENT)]
        self._actions = {row.name: self._make(owner, row) for row in rows}
        self._list_keys = {row.name: row.list_key for row in rows if row.list_key}
        themes = QActionGroup(self)
        for name in ("theme_system", "theme_light", "theme_dark"):
            self[name].setCheckable(True)
            themes.addAction(self[name])
        self["beside"].setCheckable(True)
        owner.addActions(list(self._actions.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def listen_in(self, view: QWidget) -> None:
        """Let the single keys of the list work in ``view``."""
        for name, key in self._list_keys.items():
            shortcut = QShortcut(QKeySequence(key), view, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self[name].trigger)

    def key_sheet(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return for each subject the actions with keys: what they do and by which keys."""
        sheet = []
        for title, rows in self._menus.items():
            keyed = [(row, self._keys_of(row)) for row in rows if row.keys or row.list_key]
            sheet.append((title, [(row.text.rstrip("…"), keys) for row, keys in keyed]))
        return sheet

    def everything(self) -> list[tuple[str, QAction]]:
        """Return every action with its subject, in the order of the menus."""
        return [
            (title, self[row.name])
            for title, rows in self._menus.items()
            for row in rows
            if row.name in self._actions
        ]

    def _keys_of(self, row: _Row) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        keys = [QKeySequence(keys).toString(native) for keys in (*row.keys[:1], row.list_key) if keys]
        return self.tr("{keys}  or  {other}").format(keys=keys[0], other=keys[1]) if keys[1:] else keys[0]

    def menu(self, owner: QWidget) -> QMenu:
        """Return all of them as one menu with a part for each subject."""
        whole = QMenu(owner)
        for title, rows in self._menus.items():
            part = whole.addMenu(title)
            for row in rows:
                if row.name == _RECENT:
                    part.addMenu(self.recent)
                elif row.name:
                    part.addAction(self[row.name])
                else:
                    part.addSeparator()
        return whole

    def _file_rows(self) -> list[_Row]:
        return [
            _Row("new", self.tr("New"), ("Ctrl+N",), self.tr("Begin with an empty article")),
            _Row(
                "new_window",
                self.tr("New window"),
                ("Ctrl+Shift+N",),
                self.tr("Open another window, with an article of its own"),
            ),
            _Row(
                "paste",
                self.tr("Paste"),
                ("Ctrl+Shift+V",),
                self.tr("Check the text on the clipboard as a new article"),
            ),
            _Row(
                "open",
                self.tr("Open…"),
                ("Ctrl+O",),
                self.tr("Open an article, a saved check or a bundle of quotes"),
            ),
            _Row(_RECENT),
            _Row("sample", self.tr("Sample article")),
            _Row(),
            _Row("save", self.tr("Save"), ("Ctrl+S",), self.tr("Save the check with all decisions")),
            _Row("save_as", self.tr("Save as…"), ("Ctrl+Shift+S",)),
            _Row(),
            _Row(
                "archive",
                self.tr("Archive…"),
                ("Ctrl+L",),
                self.tr("Browse the archive, choose another, or import quotes into it"),
            ),
            _Row(
                "browse",
                self.tr("Browse the archive"),
                ("Ctrl+Shift+A",),
                self.tr("Search and correct the archive in a window of its own"),
            ),
            _Row("export", self.tr("Export PDF"), ("Ctrl+E",), self.tr("Write the annotated PDF")),
            _Row(),
            _Row("settings", self.tr("Settings…"), ("Ctrl+,",)),
            _Row(),
            _Row("close", self.tr("Close window"), ("Ctrl+W",)),
            _Row("quit", self.tr("Quit"), ("Ctrl+Q",)),
        ]

    def _quotation_rows(self) -> list[_Row]:
        return [
            _Row("next", self.tr("Next quotation"), ("Alt+Down", "F8")),
            _Row("previous", self.tr("Previous quotation"), ("Alt+Up", "Shift+F8")),
            _Row(
                "next_open",
                self.tr("Next to decide"),
                ("Alt+Right",),
                self.tr("Go to the next quotation that wants a decision"),
                "U",
            ),
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

    def _decision_rows(self) -> list[_Row]:
        return [
            _Row(
                "confirm",
                self.tr("Confirm"),
                ("Ctrl+Return", "Ctrl+Enter"),
                self.tr("Say that what is shown is right, verdict and match, and go on to the next one"),
                "Return",
            ),
            _Row(
                "other_match",
                self.tr("Other match…"),
                ("Alt+O",),
                self.tr("Choose which archived statement this is, or none"),
                "O",
            ),
            _Row("speaker", self.tr("Speaker…"), ("Alt+S",), self.tr("Correct who said it"), "S"),
            *(
                _Row(
                    f"speaker_{i}",
                    self.tr("Speaker: candidate {number}").format(number=i),
                    (f"Alt+{i}",),
                    self.tr("Answer who said it, where that is asked"),
                    str(i),
                )
                for i in range(1, 6)
            ),
            _Row("said", self.tr("Date…"), ("Alt+D",), self.tr("Correct when it was said"), "D"),
            _Row("verdict", self.tr("Verdict…"), ("Alt+V",), self.tr("Override the verdict"), "V"),
            _Row("note", self.tr("Note…"), ("Alt+N",), self.tr("Write a note on it"), "N"),
            _Row(
                "archive_it",
                self.tr("Add to archive…"),
                ("Alt+A",),
                self.tr("Put this statement into the archive, with its source"),
                "A",
            ),
            *self._extent_rows(),
            _Row(),
            _Row(
                "history",
                self.tr("All decisions…"),
                ("Alt+H",),
                self.tr("See everything that was decided on this article, and withdraw what is wrong"),
            ),
            _Row("undo", self.tr("Undo"), ("Ctrl+Z",), self.tr("Undo the last decision")),
            _Row("redo", self.tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        ]

    def _extent_rows(self) -> list[_Row]:
        return [
            _Row(),
            _Row(
                "add_quotation",
                self.tr("Make it a quotation"),
                ("Alt+Q",),
                self.tr("Make the words that are selected in the article a quotation, or correct its extent"),
            ),
            _Row("start_back", self.tr("Begin a word earlier"), ("Ctrl+Alt+Left",), "", "["),
            _Row("start_on", self.tr("Begin a word later"), ("Ctrl+Alt+Right",), "", "]"),
            _Row("end_back", self.tr("End a word earlier"), ("Alt+Shift+Left",), "", "{"),
            _Row("end_on", self.tr("End a word later"), ("Alt+Shift+Right",), "", "}"),
            _Row(
                "no_quotation",
                self.tr("This is no quotation"),
                ("Alt+Shift+Q",),
                self.tr("Take the selected quotation out of the list"),
                "Del",
            ),
        ]

    def _view_rows(self) -> list[_Row]:
        return [
            _Row(
                "palette",
                self.tr("Command palette…"),
                ("Ctrl+K",),
                self.tr("Find anything that can be done or gone to"),
            ),
            _Row("keys", self.tr("Keyboard shortcuts"), ("F1",), "", "?"),
            _Row("legend", self.tr("What the colours mean"), ("Shift+F1",)),
            _Row(),
            _Row(
                "beside",
                self.tr("Texts side by side"),
                ("Ctrl+B",),
                self.tr("Show the printed and the archived words beside each other"),
                "B",
            ),
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

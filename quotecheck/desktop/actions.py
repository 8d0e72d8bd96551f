"""Everything that can be done, defined once: text, shortcut and tooltip, for toolbar, menus and keyboard."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

__all__ = ["Actions"]


class _Row(NamedTuple):
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""


_TABLE = {
    "new": _Row(QT_TRANSLATE_NOOP("Actions", "New"), ("Ctrl+N",), QT_TRANSLATE_NOOP("Actions", "Begin with an empty article")),
    "paste": _Row(QT_TRANSLATE_NOOP("Actions", "Paste"), ("Ctrl+Shift+V",), QT_TRANSLATE_NOOP("Actions", "Check the text on the clipboard as a new article")),
    "open": _Row(QT_TRANSLATE_NOOP("Actions", "Open…"), ("Ctrl+O",), QT_TRANSLATE_NOOP("Actions", "Open an article from a file")),
    "archive": _Row(QT_TRANSLATE_NOOP("Actions", "Archive…"), ("Ctrl+L",), QT_TRANSLATE_NOOP("Actions", "Choose the archive to check against, or import quotes")),
    "export": _Row(QT_TRANSLATE_NOOP("Actions", "Export PDF"), ("Ctrl+E",), QT_TRANSLATE_NOOP("Actions", "Write the annotated PDF")),
    "sample": _Row(QT_TRANSLATE_NOOP("Actions", "Sample article")),
    "quit": _Row(QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
    "copy_correction": _Row(QT_TRANSLATE_NOOP("Actions", "Copy correction"), ("Ctrl+Shift+C",), QT_TRANSLATE_NOOP("Actions", "Copy what the archived statement reads, with its source")),
    "search": _Row(QT_TRANSLATE_NOOP("Actions", "Find a quotation"), ("Ctrl+F",)),
    "next": _Row(QT_TRANSLATE_NOOP("Actions", "Next quotation"), ("Alt+Down", "F8")),
    "previous": _Row(QT_TRANSLATE_NOOP("Actions", "Previous quotation"), ("Alt+Up", "Shift+F8")),
    "date": _Row(QT_TRANSLATE_NOOP("Actions", "Set the article’s date…"), ("Ctrl+D",)),
    "check": _Row(QT_TRANSLATE_NOOP("Actions", "Check again"), ("F5",)),
    "larger": _Row(QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+=")),
    "smaller": _Row(QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",)),
    "usual": _Row(QT_TRANSLATE_NOOP("Actions", "Usual text size"), ("Ctrl+0",)),
    "theme_system": _Row(QT_TRANSLATE_NOOP("Actions", "Light or dark as the system")),
    "theme_light": _Row(QT_TRANSLATE_NOOP("Actions", "Light")),
    "theme_dark": _Row(QT_TRANSLATE_NOOP("Actions", "Dark")),
}  # fmt: skip

_MENUS = (
    (QT_TRANSLATE_NOOP("Actions", "File"), ("new", "paste", "open", "sample", "", "archive", "export", "", "quit")),
    (QT_TRANSLATE_NOOP("Actions", "Quotations"), ("next", "previous", "search", "", "copy_correction", "date", "check")),
    (QT_TRANSLATE_NOOP("Actions", "View"), ("larger", "smaller", "usual", "", "theme_system", "theme_light", "theme_dark")),
)  # fmt: skip
"""Menus by title; an empty name is a separator."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


class Actions:
    """The actions by name: ``actions["open"]``. They work wherever in their window the focus is."""

    def __init__(self, owner: QWidget) -> None:
        self._actions = {name: self._make(owner, row) for name, row in _TABLE.items()}
        self._themes = QActionGroup(owner)
        for name in ("theme_system", "theme_light", "theme_dark"):
            self[name].setCheckable(True)
            self._themes.addAction(self[name])
        owner.addActions(list(self._actions.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def menu(self, owner: QWidget) -> QMenu:
        """Return all of them as one menu with a part for each subject."""
        whole = QMenu(owner)
        for title, names in _MENUS:
            part = whole.addMenu(_tr(title))
            for name in names:
                if name:
                    part.addAction(self[name])
                else:
                    part.addSeparator()
        return whole

    @staticmethod
    def _make(owner: QWidget, row: _Row) -> QAction:
        action = QAction(_tr(row.text), owner)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        keys = f" ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})" if row.keys else ""
        action.setToolTip(_tr(row.tip or row.text) + keys)
        return action

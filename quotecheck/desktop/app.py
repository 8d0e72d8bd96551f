"""Starts the application: one window, and a calm answer to whatever nobody expected."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from quotecheck.desktop.garbage import GarbageCollector
from quotecheck.desktop.languages import chosen, speak
from quotecheck.desktop.main_window import MainWindow
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.theme import Appearance
from quotecheck.desktop.windows import Windows

__all__ = ["answer_exceptions", "run"]


def _icon() -> QIcon:
    return QIcon(str(files("quotecheck.resources") / "icons" / "quotecheck.svg"))


def answer_exceptions(active: Callable[[], MainWindow | None]) -> None:
    """Show what is raised in a slot instead of losing it on a console that nobody sees."""

    def answer(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        window = active()
        if window is not None and issubclass(kind, Exception):
            window.show_crash("".join(traceback.format_exception(kind, error, trace)))

    sys.excepthook = answer


def run(argv: list[str]) -> int:
    """Open the desk, with the file in ``argv`` if there is one; return the exit code when it is closed."""
    # Ctrl+C in the terminal ends the application; Python's own answer would wait for Qt's loop to end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = QApplication.instance() or QApplication(argv[:1] or ["quotecheck"])
    application.setApplicationName("QuoteCheck")
    application.setOrganizationName("QuoteCheck")
    application.setDesktopFileName("quotecheck")
    application.setStyle("Fusion")
    application.setWindowIcon(_icon())
    GarbageCollector(application)
    settings = Settings()
    speak(chosen(settings.language))
    windows = Windows(Appearance(application, settings.theme), settings, application)
    answer_exceptions(lambda: windows.active)
    window = windows.open()
    # Once the window has been painted: nothing that is read or loaded may keep it from appearing.
    QTimer.singleShot(0, window, lambda: window.commands.begin(Path(argv[1]) if argv[1:] else None))
    return application.exec()

"""Photographs the states whose name holds one of the words that are given, or all of them.

A state that needs another scale or language than the running process has is taken by a process of its own.
Needs no screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import tests.screenshots
from tests.screenshots.material import DENSE, fill_archive
from tests.screenshots.scenes import settle, until
from tests.screenshots.states import STATES, State

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from quotecheck.desktop.settings import Settings


def _fresh_settings(*, dense: Path | None) -> Settings:
    """Return settings in which nothing of an earlier picture is left."""
    from PySide6.QtCore import QSettings

    from quotecheck.desktop.archive.choice import ArchiveChoice
    from quotecheck.desktop.settings import Settings

    QSettings(QSettings.defaultFormat(), QSettings.Scope.UserScope, "QuoteCheck", "QuoteCheck").clear()
    os.environ.pop("QUOTECHECK_DATA_DIR", None)
    settings = Settings()
    settings.dismiss_hint()
    if dense:
        settings.archive = ArchiveChoice(dense)
    return settings


def take(state: State, folder: Path, application: QApplication, dense: Path) -> None:
    """Bring the desk into a state and photograph it."""
    from quotecheck.desktop.jobs import Facts, Opened
    from quotecheck.desktop.main_window import MainWindow
    from quotecheck.desktop.theme import Appearance

    usual = application.font()
    larger = application.font()
    larger.setPointSizeF(usual.pointSizeF() * state.points)
    application.setFont(larger)
    appearance = Appearance(application, state.theme)
    window = MainWindow(appearance, _fresh_settings(dense=dense if state.is_dense else None))
    window.show()
    window.resize(*state.size)
    text = DENSE if state.is_dense else state.text
    if text is None:
        window.commands.begin(None)
    else:
        window.session.load(Opened(text, Facts(title=state.title)))
    until(lambda: not (window.session.is_working or window.chores.current))
    # Chosen anew: what the desk has selected by itself it does not scroll to.
    for number in (None, state.selected):
        window.session.select(number)
    settle()
    shown = state.do(window) or window
    settle()
    shown.grab().save(str(folder / f"{state.name}.png"))
    print(state.name, flush=True)
    for each in {shown, window}:
        each.hide()
    window.session.stop()
    window.chores.stop()
    window.documents.leave()
    application.setFont(usual)


def _photograph(states: list[State], folder: Path) -> None:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from quotecheck.desktop.languages import chosen, speak

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, os.environ["XDG_DATA_HOME"])
    application = QApplication(["quotecheck"])
    application.setStyle("Fusion")
    speak(chosen("en"))
    dense = fill_archive(Path(tempfile.mkdtemp()) / "harbour.db")
    # Twice the first: how long it takes to load the language's model is not what a picture shall tell.
    for state in [states[0], *states]:
        take(state, folder, application, dense)
    # Threads of windows that still look something up need not be waited for.
    os._exit(0)


def main(arguments: list[str]) -> None:
    folder, names = Path(arguments[0]), arguments[1:]
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [state for state in STATES if not names or any(name in state.name for name in names)]
    if "QUOTECHECK_SCREENSHOTS" in os.environ:
        _photograph([state for state in wanted if state.name in names], folder)
        return
    for environment in dict.fromkeys(state.environment for state in wanted):
        group = [state.name for state in wanted if state.environment == environment]
        with tempfile.TemporaryDirectory() as home:
            own = {"QUOTECHECK_SCREENSHOTS": "1", "XDG_DATA_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
            command = [sys.executable, "-m", "tests.screenshots", str(folder), *group]
            subprocess.run(command, env={**os.environ, **own, **dict(environment)}, check=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(tests.screenshots.__doc__)
    main(sys.argv[1:])

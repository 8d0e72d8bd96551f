"""Pictures of the desk in its main states, to be looked at: ``python -m tests.screenshots OUT [NAME …]``

With names, only the states whose name holds one of them. A state that needs another scale or language than
the running process has is taken by a process of its own. Needs no screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quotecheck.reporting.palette import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from quotecheck.desktop.main_window import MainWindow
    from tests.desktop.sharing.material import Desks

WIDE, SMALL, SMALLEST = (1440, 900), (1024, 640), (760, 480)
LIMIT = 60.0
"""Seconds that a state may take to settle."""

MANY = "\n".join(
    f"On Tuesday the mayor of the city said for the {i}th time: “We will never, under any circumstances, "
    f"open gate {i} before the audit is over.” Nobody in the hall believed it."
    for i in range(1, 301)
)


@dataclass(frozen=True, slots=True)
class State:
    """What a picture shows: the sample with one quotation selected, then ``do`` done in its window.

    ``do`` returns the window that is photographed in the place of the desk, if it opened one.
    """

    name: str
    size: tuple[int, int] = WIDE
    theme: Theme = Theme.LIGHT
    selected: int | None = 1
    text: str | None = None
    do: Callable[[MainWindow], QWidget | None] = lambda _window: None
    points: float = 1.0
    environment: tuple[tuple[str, str], ...] = ()


def _dialog(ask: str) -> Callable[[MainWindow], QWidget]:
    def do(window: MainWindow) -> QWidget:
        getattr(window.deciding, ask)()
        return window.deciding.dialog

    return do


def _trigger(action: str) -> Callable[[MainWindow], None]:
    return lambda window: window.actions_by_name[action].trigger()


def _page(place: int) -> Callable[[MainWindow], None]:
    return lambda window: window.findings.pictures.buttons[place].click()


def _settings(window: MainWindow) -> QWidget:
    window.preferences.open_dialog()
    return window.preferences.dialog


def _archive(window: MainWindow) -> QWidget:
    window.commands.archives.browse()
    opened = window.commands.archives.archive
    opened.resize(window.size())
    _until(lambda: opened.table.model.rowCount() > 0)
    opened.table.rows.setCurrentIndex(opened.table.model.index(0))
    return opened


def _desks() -> Desks:
    """Return two desks that have changed the same quotes apart, the other of which is trusted."""
    from tests.desktop.sharing.material import Desks

    folder = Path(tempfile.mkdtemp())
    os.environ["QUOTECHECK_DATA_DIR"] = str(folder / "mine")
    desks = Desks(folder)
    desks.trust_ana()
    return desks


def _bundle(window: MainWindow, *, is_known: bool = True) -> QWidget:
    from quotecheck.sharing import Signers

    desks = _desks()
    if not is_known:
        signers = Signers()
        signers.remove(signers.find(desks.ana.person.key))
    window.commands.archives.taking_in._archive = lambda: desks.mine
    window.commands.open_file(desks.export())
    dialog = window.commands.archives.taking_in.dialog
    dialog.resize(min(window.width() - 40, 1080), min(window.height() - 40, 720))
    _until(lambda: not dialog.is_working)
    return dialog


def _unknown(window: MainWindow) -> QWidget:
    return _bundle(window, is_known=False)


def _row(number: int) -> Callable[[MainWindow], QWidget]:
    def do(window: MainWindow) -> QWidget:
        dialog = _bundle(window)
        dialog.pane.rows.setCurrentIndex(dialog.pane.model.index(number))
        return dialog

    return do


def _decided_some(window: MainWindow) -> QWidget:
    from quotecheck.sharing import Decision, Rule

    dialog = _bundle(window)
    for _ in range(3):
        dialog.pane.decide(Decision(Rule.THEIRS))
    dialog.pane.edit()
    return dialog


def _merged(window: MainWindow) -> QWidget:
    dialog = _bundle(window)
    dialog.merge.click()
    _until(lambda: dialog.result is not None)
    return dialog


def _shared_archive(window: MainWindow) -> QWidget:
    from quotecheck.archive import Archive
    from quotecheck.desktop.archive.window import ArchiveWindow
    from quotecheck.sharing import import_bundle

    desks = _desks()
    with Archive.open(desks.mine) as archive:
        import_bundle(archive, desks.export(), by="me")
    opened = ArchiveWindow(window.settings, desks.mine, [])
    opened.show()
    opened.resize(window.size())
    _until(lambda: opened.table.model.rowCount() > 0 and not opened.sharing.waiting.isHidden())
    opened.table.rows.setCurrentIndex(opened.table.model.index(2))
    return opened


def _sharing(ask: str) -> Callable[[MainWindow], QWidget]:
    def do(window: MainWindow) -> QWidget:
        opened = _shared_archive(window)
        opened.sharing.actions[ask].trigger()
        dialog = opened.sharing.taking_in.dialog
        dialog.resize(min(dialog.width(), window.width() - 40), min(dialog.height(), window.height() - 40))
        _until(lambda: not dialog.is_working)
        return dialog

    return do


def _sheet(window: MainWindow) -> QWidget:
    window.finding.open_sheet()
    return window.finding.sheet


def _problem(window: MainWindow) -> None:
    window.show_problem("harbour.qarchive cannot be opened: it is no archive. Choose another one.")


def _decided(window: MainWindow) -> None:
    window.deciding.confirm()


_FRENCH = (("QUOTECHECK_LANGUAGE", "fr"),)
_TWICE = (("QT_SCALE_FACTOR", "2"),)

STATES = [
    State("desk-light"),
    State("desk-dark", theme=Theme.DARK),
    State("desk-small", SMALL, selected=3),
    State("desk-small-dark", SMALL, Theme.DARK, selected=2),
    State("desk-smallest", SMALLEST),
    State("desk-double", WIDE, points=2.0),
    State("desk-double-small", SMALL, points=2.0),
    State("desk-scale-2", (1920, 1080), environment=_TWICE),
    State("desk-empty", text="", selected=None),
    State("desk-many", text=MANY, selected=150),
    State("desk-beside", do=_trigger("beside")),
    State("desk-decided", do=_decided),
    State("desk-problem", SMALL, do=_problem),
    State("timeline-light", do=_page(1)),
    State("timeline-dark", theme=Theme.DARK, do=_page(1)),
    State("speakers-light", do=_page(2)),
    State("settings-light", do=_settings),
    State("settings-dark", theme=Theme.DARK, do=_settings),
    State("settings-double", points=2.0, do=_settings),
    State("dialog-speaker", do=_dialog("ask_speaker")),
    State("dialog-date", theme=Theme.DARK, do=_dialog("ask_date")),
    State("dialog-verdict", do=_dialog("ask_verdict")),
    State("dialog-note", do=_dialog("ask_note")),
    State("dialog-match", do=_dialog("ask_match")),
    State("dialog-archive", do=_dialog("ask_archive")),
    State("dialog-shortcuts", do=_sheet),
    State("archive-light", do=_archive),
    State("archive-dark", theme=Theme.DARK, do=_archive),
    State("archive-small", SMALL, do=_archive),
    State("bundle-unknown", do=_unknown),
    State("bundle-light", do=_bundle),
    State("bundle-dark", theme=Theme.DARK, do=_bundle),
    State("bundle-small", SMALL, do=_decided_some),
    State("bundle-small-dark", SMALL, Theme.DARK, do=_row(8)),
    State("bundle-double", points=2.0, do=_bundle),
    State("bundle-double-small", SMALL, points=2.0, do=_row(6)),
    State("bundle-join", do=_row(6)),
    State("bundle-retracted", do=_row(7)),
    State("bundle-new", do=_row(12)),
    State("bundle-merged", do=_merged),
    State("sharing-archive", SMALL, do=_shared_archive),
    State("sharing-selected", do=_sharing("selected")),
    State("sharing-publish", theme=Theme.DARK, do=_sharing("publish")),
    State("sharing-conflicts", do=_sharing("conflicts")),
    State("sharing-imports", do=_sharing("imports")),
    State("sharing-signers", do=_sharing("signers")),
    State("sharing-signers-dark", SMALL, Theme.DARK, do=_sharing("signers")),
    State("sharing-signers-double", points=2.0, do=_sharing("signers")),
    State("french-bundle", SMALL, do=_row(6), environment=_FRENCH),
    State("french-unknown", SMALL, do=_unknown, environment=_FRENCH),
    State("french-share", SMALL, do=_sharing("selected"), environment=_FRENCH),
    State("french-signers", SMALL, do=_sharing("signers"), environment=_FRENCH),
    State("french-desk", environment=_FRENCH),
    State("french-small", SMALL, environment=_FRENCH),
    State("french-settings", do=_settings, environment=_FRENCH),
]


def _until(is_done: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + LIMIT
    while not is_done() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def _settle(seconds: float = 0.4) -> None:
    end = time.monotonic() + seconds
    _until(lambda: time.monotonic() > end)


def take(state: State, folder: Path, application: QApplication) -> None:
    """Bring the desk into a state and photograph it."""
    from quotecheck.desktop.jobs import Opened
    from quotecheck.desktop.main_window import MainWindow
    from quotecheck.desktop.settings import Settings
    from quotecheck.desktop.theme import Appearance

    usual = application.font()
    larger = application.font()
    larger.setPointSizeF(usual.pointSizeF() * state.points)
    application.setFont(larger)
    settings = Settings()
    settings.dismiss_hint()
    appearance = Appearance(application, state.theme)
    window = MainWindow(appearance, settings)
    window.show()
    window.resize(*state.size)
    if state.text is None:
        window.commands.begin(None)
    else:
        window.session.load(Opened(state.text))
    _until(lambda: not (window.session.is_working or window.chores.current))
    window.session.select(state.selected)
    _settle()
    shown = state.do(window) or window
    _settle()
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
    # Twice the first: how long it takes to load the language's model is not what a picture shall tell.
    for state in [states[0], *states]:
        take(state, folder, application)
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
        sys.exit(__doc__)
    main(sys.argv[1:])

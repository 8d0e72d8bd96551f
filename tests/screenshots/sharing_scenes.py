"""Sharing, brought to where it is photographed: bundles, conflicts, signers."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.screenshots.scenes import Scene, until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from quotecheck.desktop.main_window import MainWindow
    from tests.desktop.sharing.material import Desks


def two_desks() -> Desks:
    """Return two desks that have changed the same quotes apart, the other of which is trusted."""
    from tests.desktop.sharing.material import Desks

    folder = Path(tempfile.mkdtemp())
    os.environ["QUOTECHECK_DATA_DIR"] = str(folder / "mine")
    desks = Desks(folder)
    desks.trust_ana()
    return desks


def bundle(window: MainWindow, *, is_known: bool = True) -> QWidget:
    from quotecheck.sharing import Signers

    desks = two_desks()
    if not is_known:
        signers = Signers()
        signers.remove(signers.find(desks.ana.person.key))
    window.commands.archives.taking_in._archive = lambda: desks.mine
    window.commands.open_file(desks.export())
    dialog = window.commands.archives.taking_in.dialog
    dialog.resize(min(window.width() - 40, 1080), min(window.height() - 40, 720))
    until(lambda: not dialog.is_working)
    return dialog


def unknown(window: MainWindow) -> QWidget:
    return bundle(window, is_known=False)


def bundle_row(number: int) -> Scene:
    def do(window: MainWindow) -> QWidget:
        dialog = bundle(window)
        dialog.pane.rows.setCurrentIndex(dialog.pane.model.index(number))
        return dialog

    return do


def decided_some(window: MainWindow) -> QWidget:
    from quotecheck.sharing import Decision, Rule

    dialog = bundle(window)
    for _ in range(3):
        dialog.pane.decide(Decision(Rule.THEIRS))
    dialog.pane.edit()
    return dialog


def merged(window: MainWindow) -> QWidget:
    dialog = bundle(window)
    dialog.merge.click()
    until(lambda: dialog.result is not None)
    return dialog


def shared_archive(window: MainWindow) -> QWidget:
    from quotecheck.archive import Archive
    from quotecheck.desktop.archive.window import ArchiveWindow
    from quotecheck.sharing import import_bundle

    desks = two_desks()
    with Archive.open(desks.mine) as archive:
        import_bundle(archive, desks.export(), by="me")
    opened = ArchiveWindow(window.settings, desks.mine, [])
    opened.show()
    opened.resize(window.size())
    until(lambda: opened.table.model.rowCount() > 0 and not opened.sharing.waiting.isHidden())
    opened.table.rows.setCurrentIndex(opened.table.model.index(2))
    return opened


def sharing(ask: str) -> Scene:
    def do(window: MainWindow) -> QWidget:
        opened = shared_archive(window)
        opened.sharing.actions[ask].trigger()
        dialog = opened.sharing.taking_in.dialog
        dialog.resize(min(dialog.width(), window.width() - 40), min(dialog.height(), window.height() - 40))
        until(lambda: not dialog.is_working)
        return dialog

    return do

"""Two desks for every test: Ana's, who shares, and one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quotecheck.desktop.sharing.bundle_dialog import BundleDialog
from tests.desktop.sharing.material import Desks


@pytest.fixture
def desks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desks:
    monkeypatch.setenv("QUOTECHECK_DATA_DIR", str(tmp_path / "mine"))
    return Desks(tmp_path, count=12)


@pytest.fixture
def done(qtbot, unsaved) -> Callable:
    """Show a dialog and wait until its work is done."""

    def wait(dialog):
        if not dialog.isVisible():
            qtbot.addWidget(dialog)
            dialog.show()
            qtbot.waitExposed(dialog)
        qtbot.waitUntil(lambda: not dialog.is_working, timeout=20_000)
        return dialog

    return wait


@pytest.fixture
def opened(desks, done) -> BundleDialog:
    """The bundle of somebody who is trusted, looked through."""
    desks.trust_ana()
    dialog = done(BundleDialog(desks.export(), desks.mine))
    yield dialog
    dialog.done(0)

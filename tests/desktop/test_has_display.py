"""Whether a window could be shown is known without Qt."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quotecheck import desktop


@pytest.fixture
def _bare_linux(monkeypatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("_bare_linux")
def test_no_announced_display_is_none() -> None:
    assert not desktop.has_display()


@pytest.mark.usefixtures("_bare_linux")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_an_announced_display_is_one(monkeypatch, name: str) -> None:
    monkeypatch.setenv(name, ":0")
    assert desktop.has_display()


def test_windows_and_mac_have_one(monkeypatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert desktop.has_display()


def test_asking_does_not_load_qt() -> None:
    code = "import sys, quotecheck.desktop as d; d.has_display(); print('PySide6' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"

"""The application starts without what it does not need yet, and ends in order."""

from __future__ import annotations

import os
import subprocess
import sys

HEAVY = {"spacy", "typst", "pikepdf", "dateparser", "trafilatura", "numpy", "lxml", "rapidfuzz"}

SCRIPT = f"""
import sys
from PySide6.QtCore import QTimer
from quotecheck.desktop import app
from quotecheck.desktop.main_window import MainWindow

def look(self, _event=None):
    loaded = sorted({HEAVY!r} & set(sys.modules))
    print("loaded:", loaded, "visible:", self.isVisible())
    QTimer.singleShot(0, self.close)

MainWindow.showEvent = look
app.MainWindow = MainWindow
sys.exit(app.run(["quotecheck"]))
"""


def test_the_window_is_up_before_anything_heavy_is_loaded(tmp_path) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "HOME": str(tmp_path),
    }
    command = [sys.executable, "-c", SCRIPT]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)
    assert run.returncode == 0, run.stderr
    assert "loaded: [] visible: True" in run.stdout

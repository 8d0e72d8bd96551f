"""Prints how fast the desk is; nothing is asserted. ``python tests/benchmarks/desk.py``

CPU time, for other programs may be running. Works without a screen; with one, ``QT_QPA_PLATFORM=xcb``
measures the real drawing too.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.mkdtemp()
os.environ["XDG_DATA_HOME"] = _HOME

_START = """
import sys, time
from PySide6.QtCore import QSettings, QTimer
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from PySide6.QtWidgets import QApplication
from quotecheck.desktop.settings import Settings
from quotecheck.desktop.theme import Appearance
from quotecheck.desktop.windows import Windows
application = QApplication([])
application.setStyle("Fusion")
settings = Settings()
windows = Windows(Appearance(application, settings.theme), settings)
window = windows.open()
application.processEvents()
print(time.process_time(), *(name for name in ("spacy", "typst", "pikepdf") if name in sys.modules))
import os
os._exit(0)
"""

PARAGRAPH = (
    "On Tuesday the mayor of the city, Ana Ruiz, said for the {i}th time: “We will never, under any "
    "circumstances, open gate {i} before the audit is over.” Nobody in the crowded hall believed her, and "
    "the crane drivers went back to their cabins without another word. "
)
FILLER = "The wind had turned by then, and the ferries lay idle along the northern quay until late at night. "


def article(words: int, quotations: int) -> str:
    """Return a text of about so many words, with so many quotations."""
    each = len(PARAGRAPH.split())
    filler = max(0, words - quotations * each) // max(quotations, 1) // len(FILLER.split())
    return "\n".join(PARAGRAPH.format(i=i) + FILLER * filler for i in range(quotations))


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def show(what: str, value: str, floor: str) -> None:
    print(f"{what:<52} {value:>22}   (floor {floor})", flush=True)


def _until(application, is_done, limit: float = 120.0) -> None:
    end = time.monotonic() + limit
    while not is_done() and time.monotonic() < end:
        application.processEvents()
        time.sleep(0.001)


def start() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START, _HOME], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = ", ".join(done[1:]) or "nothing heavy loaded"
    show("window visible", f"{float(done[0]):.2f} s CPU, {heavy}", "0.8 s")


def paste(application, window) -> None:
    """Paste 1,000 words: once to have everything loaded, then the one that counts."""
    from PySide6.QtWidgets import QApplication

    for text in (article(1000, 20), article(1000, 21)):
        QApplication.clipboard().setText(text)
        window.article.view.selectAll()
        begun = time.perf_counter()
        window.article.view.paste()
        _until(application, lambda: len(window.article.view.marks.quotations) >= 20)
        window.article.view.repaint()
        marked = time.perf_counter() - begun
        _until(application, lambda: not window.session.is_working)
        whole = time.perf_counter() - begun
    show("paste of 1,000 words until it is marked", f"{1000 * marked:.0f} ms", "150 ms")
    show("… until speakers and verdicts are there", f"{1000 * whole:.0f} ms", "1,000 ms")


def keystrokes(application, window, count: int = 120) -> None:
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    view = window.article.view
    cursor = view.textCursor()
    cursor.setPosition(len(view.text()) // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    taken = []
    for i in range(count):
        begun = time.process_time()
        QTest.keyClick(view, "abcdefghij "[i % 11])
        application.processEvents()
        taken.append(1000 * (time.process_time() - begun))
    show("keystroke, 20,000 words, 300 quotations, p50 / p95",
         f"{percentile(taken, 0.5):.1f} / {percentile(taken, 0.95):.1f} ms", "16 ms p95")  # fmt: skip
    _until(application, lambda: not window.session.is_working)


def selections(application, window) -> None:
    taken = []
    for number in range(1, 61):
        begun = time.process_time()
        window.session.select(number)
        application.processEvents()
        taken.append(1000 * (time.process_time() - begun))
    show("selection to detail, p50 / p95",
         f"{percentile(taken, 0.5):.1f} / {percentile(taken, 0.95):.1f} ms", "30 ms")  # fmt: skip


def memory(application, window, rounds: int = 150) -> None:
    """Edit and check again as often as somebody does in an hour; the first third is for caches to fill."""
    from PySide6.QtTest import QTest

    from quotecheck.desktop.jobs import Opened

    window.session.load(Opened(article(1000, 20)))
    _until(application, lambda: not window.session.is_working)
    sizes = []
    for _ in range(rounds):
        QTest.keyClick(window.article.view, "x")
        window.session.analyse_now()
        _until(application, lambda: not window.session.is_working)
        window.session.select(3)
        application.processEvents()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        sizes.append(pages * resource.getpagesize() / 1e6)
    show(f"memory over {rounds} edits, a third in → at the end",
         f"{sizes[rounds // 3]:.0f} → {sizes[-1]:.0f} MB", "flat")  # fmt: skip


def main() -> None:
    start()
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, _HOME)
    from quotecheck.desktop.jobs import Opened
    from quotecheck.desktop.settings import Settings
    from quotecheck.desktop.theme import Appearance
    from quotecheck.desktop.windows import Windows

    application = QApplication([])
    application.setStyle("Fusion")
    windows = Windows(Appearance(application), Settings())
    window = windows.open()
    paste(application, window)
    window.session.load(Opened(article(20_000, 300)))
    _until(application, lambda: not window.session.is_working)
    keystrokes(application, window)
    selections(application, window)
    memory(application, window)
    for each in list(windows.windows):
        each.documents.leave()
        each.session.stop()
    os._exit(0)


if __name__ == "__main__":
    main()

"""The Qt application; the only package that imports Qt, and not before ``run`` is called."""

from __future__ import annotations

import os
import sys

__all__ = ["has_display", "run"]


def has_display() -> bool:
    """Tell whether a window could be shown here, without loading Qt.

    Windows and macOS always have a display; elsewhere X11 or Wayland must be announced in the environment,
    or a Qt platform that needs neither must be asked for.
    """
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(argv: list[str]) -> int:
    """Open the desk, with the file in ``argv`` if there is one; return the exit code when it is closed."""
    from quotecheck.desktop.app import run as run_app

    return run_app(argv)

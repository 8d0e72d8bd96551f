"""What whoever is to help needs to know of a problem: what was said, when, by what, and where it began."""

from __future__ import annotations

import platform

from PySide6.QtCore import QDateTime, Qt, qVersion

from quotecheck.desktop.workers import trace_of
from quotecheck.reporting.phrases import program_name

__all__ = ["problem_details"]


def problem_details(sentence: str) -> str:
    """Return the details of a problem as a text to copy; in English, for it is for those who mend."""
    now = QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate)
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qVersion()}"
    return "\n".join(filter(None, [sentence, f"{now}, {program_name()}, {system}", trace_of(sentence)]))

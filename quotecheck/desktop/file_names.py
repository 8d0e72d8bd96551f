"""What a file is to be called that is about to be written, and where: a proposal that the user can change."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths

__all__ = ["proposed_path"]

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|“”„«»]+')
"""What some system refuses in the name of a file, and the quotation marks that nobody types there."""

_LONGEST = 60


def _stem(title: str) -> str:
    """Return the first words of a title that make a name on every system; a long last word is cut."""
    words = " ".join(_FORBIDDEN.sub(" ", title).split())
    if len(words) > _LONGEST:
        words = words[: _LONGEST + 1].rsplit(maxsplit=1)[0][:_LONGEST]
    return words.strip(" .,;-–—")


def proposed_path(title: str, suffix: str, *, otherwise: str, beside: Path | None = None) -> str:
    """Return a path for what is called ``title``: in the folder of ``beside``, or among the documents.

    A title that leaves nothing to call a file by makes way for the name ``otherwise``.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = beside.parent if beside else Path(documents)
    if not folder.is_dir():
        folder = Path.home()
    return str(folder / f"{_stem(title) or otherwise}{suffix}")

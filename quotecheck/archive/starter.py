"""Where the user's own archive is."""

from __future__ import annotations

from pathlib import Path

from quotecheck.files import data_folder

__all__ = ["starter_path"]


def starter_path() -> Path:
    """Return where the user's own archive is, or will be."""
    return data_folder() / "archive.db"

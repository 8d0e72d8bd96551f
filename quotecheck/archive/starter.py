"""Where the user's own archive is."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_dir

__all__ = ["data_folder", "starter_path"]


def data_folder() -> Path:
    """Return the folder for the user's data; the environment variable QUOTECHECK_DATA_DIR overrides it."""
    return Path(os.environ.get("QUOTECHECK_DATA_DIR") or user_data_dir("QuoteCheck", appauthor=False))


def starter_path() -> Path:
    """Return where the user's own archive is, or will be."""
    return data_folder() / "archive.db"

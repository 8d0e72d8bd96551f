"""The word lists in ``resources/lexicons``, each read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["lexicon"]


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return the tables of ``resources/lexicons/NAME.toml``."""
    path = files("quotecheck.resources") / "lexicons" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))

"""The bank's word lists, read once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

__all__ = ["DELICATE", "FUNCTION", "HIDING", "TABLES"]

TABLES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "tables.toml").read_text(encoding="utf-8"))

FUNCTION = frozenset(TABLES["function"].split())
DELICATE = frozenset(TABLES["delicate"].split())
HIDING = frozenset(TABLES["hiding"].split())

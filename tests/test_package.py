"""What a plain install brings along."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_room_is_shipped() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    rooms = {
        ".".join(module.parent.relative_to(ROOT).parts) for module in (ROOT / "quotecheck").rglob("*.py")
    }

    assert rooms <= set(project["tool"]["setuptools"]["packages"])

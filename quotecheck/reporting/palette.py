"""How a verdict looks: the colours, signs and words that the desk and every report share."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from quotecheck.model import Caution, Wording

__all__ = [
    "CAUTIONS",
    "COLORS",
    "UNCHECKED",
    "VERDICTS",
    "Shade",
    "Theme",
    "Underline",
    "VerdictStyle",
    "style_of",
]


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"


class Underline(StrEnum):
    """The line under a quotation, so that a verdict never hangs on its colour alone."""

    SOLID = "solid"
    THIN = "thin"
    DASHED = "dashed"
    DOUBLE = "double"
    DOTTED = "dotted"
    THIN_DOTTED = "thin-dotted"


class Shade(NamedTuple):
    """One colour for each theme, as ``#rrggbb``."""

    light: str
    dark: str

    def on(self, theme: Theme) -> str:
        """Return the colour for ``theme``."""
        return self.dark if theme is Theme.DARK else self.light


@dataclass(frozen=True, slots=True)
class VerdictStyle:
    """The look of one wording: ``key`` is the wording's own value, or "unchecked".

    ``ascii_sign`` stands in for ``sign`` where the output cannot show it; ``fill`` is None for no background;
    ``meaning`` is one sentence for legends and tooltips; ``terminal`` is the name of an ANSI colour.
    """

    key: str
    sign: str
    ascii_sign: str
    label: str
    meaning: str
    ink: Shade
    fill: Shade | None
    underline: Underline
    terminal: str


def _style(key: str, row: Mapping[str, Any]) -> VerdictStyle:
    return VerdictStyle(
        key=key,
        sign=row["sign"],
        ascii_sign=row["ascii"],
        label=row["label"],
        meaning=row["meaning"],
        ink=Shade(*row["ink"]),
        fill=Shade(*row["fill"]) if "fill" in row else None,
        underline=Underline(row["underline"]),
        terminal=row["terminal"],
    )


_TABLE = tomllib.loads((files("quotecheck.resources") / "palette.toml").read_text(encoding="utf-8"))

COLORS: Mapping[str, Shade] = MappingProxyType(
    {token: Shade(*pair) for token, pair in _TABLE["colors"].items()}
)
"""Every colour that is no verdict's, by token: "ink", "muted", "accent", "printed", "archived_fill" …"""

VERDICTS: Mapping[Wording, VerdictStyle] = MappingProxyType(
    {wording: _style(wording.value, _TABLE["verdicts"][wording.value]) for wording in Wording}
)
"""The look of every wording, in the order of legends and filters."""

UNCHECKED: VerdictStyle = _style("unchecked", _TABLE["unchecked"])
"""The look of a quotation that no archive was asked about."""

CAUTIONS: Mapping[Caution, str] = MappingProxyType(
    {caution: _TABLE["cautions"][caution.value] for caution in Caution}
)
"""Every caution in words."""


def style_of(wording: Wording | None) -> VerdictStyle:
    """Return the look of ``wording``, or of "not checked" where there is no verdict."""
    return UNCHECKED if wording is None else VERDICTS[wording]

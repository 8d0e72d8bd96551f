"""Which fonts a report is set in, and what stands in for characters that none of them has."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import typst

from quotecheck.reporting.cleaning import printable

__all__ = ["PLACEHOLDER", "FontChoice", "choose_fonts", "printable_glyphs"]

PLACEHOLDER = "□"
"""Stands where a character cannot be shown; the standard for tagged PDF forbids an empty glyph."""

_FOLDER = files("quotecheck.resources") / "fonts"
_PROBE = b'#set document(title: "-")\n#set text(fallback: true)\n#sys.inputs.text'
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Joined emoji need one glyph for the whole family; the people one by one are what every font can do.
_JOINER_AFTER_SYMBOL = re.compile("(?<=[\u2190-\u2bff\U0001f000-\U0001faff])[\u200d\U0001f3fb-\U0001f3ff]+")


class FontChoice(NamedTuple):
    """The fonts for a report: ``clean`` makes any text fit them, ``replaced`` is what it puts "□" for.

    ``families`` are those to try after the report's own, best first.
    """

    fonts: typst.Fonts
    families: tuple[str, ...]
    clean: Callable[[str], str]
    replaced: str


@cache
def _fonts(*, system: bool) -> typst.Fonts:
    with as_file(_FOLDER) as folder:
        return typst.Fonts(include_system_fonts=system, font_paths=[folder])


@cache
def _families() -> tuple[str, ...]:
    """Return the families in our order of preference that this machine has."""
    wanted = tomllib.loads((_FOLDER / "families.toml").read_text(encoding="utf-8"))["families"]
    present = set(_fonts(system=True).families())
    return tuple(family for family in wanted if family in present)


@cache
def _covered() -> frozenset[str]:
    ranges = json.loads((_FOLDER / "coverage.json").read_text(encoding="utf-8"))
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1)) | {
        "\n",
        "\t",
        "\r",
    }


def _displays(characters: str, fonts: typst.Fonts) -> bool:
    """Tell whether ``fonts`` have a glyph for each of the characters, by setting them."""
    compiler = typst.Compiler(_PROBE, font_paths=fonts, sys_inputs={"text": " ".join(characters)})
    try:
        compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=0)
    except typst.TypstError:
        return False
    return True


def _missing(characters: str, fonts: typst.Fonts) -> str:
    """Return those of the characters that no font has, halving until each is found."""
    if not characters or _displays(characters, fonts):
        return ""
    if len(characters) == 1:
        return characters
    half = len(characters) // 2
    return _missing(characters[:half], fonts) + _missing(characters[half:], fonts)


def printable_glyphs(text: str) -> str:
    """Return printable ``text`` without what only picks among glyphs, composed as far as it can be."""
    plain = _JOINER_AFTER_SYMBOL.sub("", _VARIATION.sub("", printable(text)))
    return unicodedata.normalize("NFC", plain)


def _without(missing: str) -> Callable[[str], str]:
    if not missing:
        return printable_glyphs
    table = str.maketrans(dict.fromkeys(missing, PLACEHOLDER))
    return lambda text: printable_glyphs(text).translate(table)


def choose_fonts(text: str, *, strict: bool = False) -> FontChoice:
    """Choose fonts for all of ``text``: the report's own, else the machine's too, else placeholders.

    ``strict`` keeps to the report's own fonts: always right, and the same on every machine.
    """
    rare = "".join(sorted(set(printable_glyphs(text)) - _covered()))
    if strict or not rare:
        return FontChoice(_fonts(system=False), (), _without(rare), rare)
    fonts = _fonts(system=True)
    missing = _missing(rare, fonts)
    return FontChoice(fonts, _families(), _without(missing), missing)

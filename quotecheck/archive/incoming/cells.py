"""Cells that a spreadsheet would run as formulas, made harmless when written and restored when read."""

from __future__ import annotations

import re

__all__ = ["harmless", "restored", "xml_escaped", "xml_unescaped"]

_RUN = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def harmless(text: str) -> str:
    """Put an apostrophe before a text that begins a formula, or that would be taken for one so treated."""
    return f"'{text}" if _RUN.match(text) else text


def restored(text: str) -> str:
    """Take the apostrophe of ``harmless`` away again."""
    return text[1:] if text.startswith("'") and _RUN.match(text) else text


def xml_escaped(text: str) -> str:
    """Write the characters that XML cannot hold as ``_xHHHH_`` (ST_Xstring of ECMA-376)."""
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def xml_unescaped(text: str) -> str:
    """Read what ``xml_escaped``, or a spreadsheet, has written so; what is no text of its own stays."""

    def character(found: re.Match[str]) -> str:
        code = int(found[1], 16)
        return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)

    return _ESCAPED.sub(character, text) if "_x" in text else text

"""Where a sentence of the article ends, well enough for the few words around a quotation."""

from __future__ import annotations

import re

__all__ = ["SENTENCE_BREAK"]

_SHORTENED = [
    *("Dr", "Mr", "Ms", "Mrs", "Mx", "Prof", "St", "Rev", "Hon", "Pres", "Mme", "No", "vs"),
    *("Lt", "Sgt", "Gen", "Col", "Cpl", "Maj", "Capt", "Cmdr", "Adm", "Sen", "Rep", "Gov", "Supt", "Insp"),
    *("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
    *("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
]

SENTENCE_BREAK = re.compile(
    r"[.!?…](?<!\b[A-Z].)"
    + "".join(rf"(?<!\b{word}.)" for word in _SHORTENED)
    + r"[.!?…]*[”\"’)\]]*\s+(?=[\W_]*[A-Z0-9]|$)"
)
"""Matches from the full stop to the next sentence's first character, or to the end of the text."""

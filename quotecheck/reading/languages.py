"""What languages are called, in the languages that articles are written in."""

from __future__ import annotations

import re
from functools import cache

from quotecheck.lexicons import lexicon

__all__ = ["language_code"]

_ENDINGS = ("", "en", "e", "n", "s")
"""German declines a language's name ("aus dem Englischen"); most others leave it alone."""


@cache
def _names(locale: str) -> dict[str, str]:
    from babel import Locale

    names = {name.casefold(): code for code, name in Locale(locale).languages.items() if len(code) == 2}
    return names | (lexicon("languages")["aliases"] if locale == "en" else {})


def language_code(word: str, *, locale: str) -> str | None:
    """Return the ISO 639-1 code of the language that ``word`` names in the language ``locale``, else None."""
    names = _names(locale)
    word = re.sub(r"^(?:l|d)['’]", "", word.casefold())
    for ending in _ENDINGS:
        code = names.get(word.removesuffix(ending)) if word.endswith(ending) else None
        if code:
            return code
    return None

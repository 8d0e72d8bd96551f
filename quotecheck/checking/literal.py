"""Letter for letter: printed words that stand in a row in the raw text, before anything is made alike.

A fragment may begin or end within a stutter, a remark or a number, which the comparison of terms collapses.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quotecheck.checking.equivalence import Terms
from quotecheck.model import Span
from quotecheck.words import Words

__all__ = ["literal_terms", "stands_in"]

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)*|[$€£¥¢%°&]|(?<!\S)[-−](?=\d)")
_GAP = re.compile(r"[^\w$€£¥¢%°&]+")


@lru_cache(maxsize=8192)
def _letters(text: str) -> str:
    return _GAP.sub("", text.casefold())


def stands_in(printed: str, text: str) -> bool:
    """Tell whether all letters and digits of ``printed`` stand in a row in ``text``, or may do."""
    return _letters(printed) in _letters(text)


def literal_terms(text: str) -> Terms:
    """Return the words of ``text`` as they are: nothing collapsed, nothing read together."""
    found = list(_WORD.finditer(text))
    keys = [match[0].casefold().replace("’", "'") for match in found]
    spans = [Span(*match.span()) for match in found]
    return Terms(keys, Words(keys, lambda: spans), list(range(len(keys))), {})

"""Where sentences end, by punctuation and capitals."""

from __future__ import annotations

import re

__all__ = ["sentence_ends"]

_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen))[.!?][”\"’)]*\s+(?=[“\"A-Z])"
)


def sentence_ends(text: str) -> list[int]:
    """Return where the blanks between sentences end; an abbreviation before a name ends no sentence."""
    return [found.end() - 1 for found in _SENTENCE_END.finditer(text)]

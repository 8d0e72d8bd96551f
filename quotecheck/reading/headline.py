"""The headline of a text that has no metadata: its first line, when that looks like one."""

from __future__ import annotations

import re

__all__ = ["headline"]

_LONGEST, _MOST_WORDS = 140, 22
_NO_HEADLINE = re.compile(
    r"""
    by\s+[A-Z]                                                                        # a byline
    | (?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*\d                                # a date line
    | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d               # a date line
    | \d[\d\s./:-]*$
    | (?:q|a|dear|from|to|date|subject)\s*[:,]
    | https?://
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ENDS_A_SENTENCE = re.compile(r"[.!:;,…][”’\"'»)\]]*$")


def headline(text: str) -> str | None:
    """Return the first line when it reads like a headline, else None.

    It is short, does not end like a sentence, and stands before a blank line or a much longer text.
    """
    first, newline, rest = text.lstrip().partition("\n")
    line = first.lstrip("#").strip()
    if not newline or not rest.strip() or not any(char.isalpha() for char in line):
        return None
    if len(line) > _LONGEST or len(line.split()) > _MOST_WORDS:
        return None
    if _ENDS_A_SENTENCE.search(line) or _NO_HEADLINE.match(line):
        return None
    following = rest.split("\n", 1)[0].strip()
    return line if not following or len(following) > 2 * len(line) else None

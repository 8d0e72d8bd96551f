"""Which quotations are parts of one utterance."""

from __future__ import annotations

import re

from quotecheck.quotations.cues import calling_at, plain_words, reporting_at

__all__ = ["is_split_by"]

_LONGEST_TAG = 220
_NEW_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?…]+\s+\S")
_ANOTHER_CLAUSE = frozenset({"and", "but", "then", "later", "further", "adding", "also", "which", "who"})
_DASHES = ("—", "–", "-")
_SOON = 4  # words in which an unpunctuated clause must say that somebody speaks


def _is_second(words: list[str], at: int) -> bool:
    """Tell whether the cue at ``at`` starts another clause: "…," he said, and later added, "…"."""
    return bool(_ANOTHER_CLAUSE & set(words[max(0, at - 2) : at])) and words[at].endswith(("d", "ing", "s"))


def _is_attached(said: str, inside: str) -> bool:
    """Tell whether punctuation ties the article's words to what was said before them."""
    return said.endswith((",", "?", "!", ";", *_DASHES)) or inside.startswith((",", *_DASHES))


def is_split_by(first: str, gap: str) -> bool:
    """Tell whether ``gap``, what lies between two quotations, is a reporting clause inside one utterance.

    "A," she said, "B": the clause belongs to the words before it (``first``), and nothing else is told in it.
    Not so in: "A." She said, "B"; or: "A," she said, and later: "B".
    """
    inside, said = gap.strip(), first.rstrip("])")
    if not inside or inside[0] in ".!?" or len(gap) > _LONGEST_TAG or _NEW_SENTENCE.search(inside):
        return False
    if inside[0] in _DASHES and inside[-1] in _DASHES:
        return True
    words = plain_words(inside)
    cues = reporting_at(words)
    if not cues or words[-1] == "and" or ";" in inside[:-1]:
        return False
    attached = _is_attached(said, inside)
    if not attached and (said.endswith(".") or cues[0] >= _SOON):
        return False
    if words[0].endswith("ing") and words[0] != "according":
        return False
    later = [*cues[1:], *calling_at(words)]
    return not _ANOTHER_CLAUSE & set(words[: cues[0]]) and not any(_is_second(words, at) for at in later)

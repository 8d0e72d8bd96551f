"""Which quotations are parts of one utterance."""

from __future__ import annotations

import re

from quotecheck.quotations.cues import reporting_pattern

__all__ = ["is_split_by"]

_LONGEST_TAG = 220
_NEW_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?…]+\s+\S")
_NEW_CLAUSE = re.compile(r"\b(?:and|but|then|later|further|adding)\b|;\s*\S", re.IGNORECASE)


def is_split_by(first: str, gap: str) -> bool:
    """Tell whether ``gap``, what lies between two quotations, is a reporting clause inside one utterance.

    "A," she said, "B": the clause belongs to the words before it (``first``), and nothing else is told in it.
    Not so in: "A." She said, "B"; or: "A," she said, and later: "B".
    """
    inside = gap.strip("\"“”‘’'«»„‚ \t")
    if len(gap) > _LONGEST_TAG or "\n\n" in gap or not inside or _NEW_SENTENCE.search(inside):
        return False
    cue = reporting_pattern().search(inside)
    if not cue:
        return False
    attached = first[-1:] in ",?!—–-;" or inside[0] in ",-—–"
    if not attached and first[-1:] == "." and inside[0].isupper():
        return False
    following = inside[cue.end() :]
    clause = _NEW_CLAUSE.search(inside)
    second = clause and reporting_pattern().search(inside, clause.start())
    return not second and (attached or first[-1:] != ".") and not following.rstrip().endswith(" and")

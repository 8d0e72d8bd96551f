"""What the article leaves out of the archived words: does it matter, shown by "…" or not?"""

from __future__ import annotations

from quotecheck.checking.alignment import Alignment
from quotecheck.checking.changes import Change
from quotecheck.checking.equivalence import opens_sentence
from quotecheck.checking.meaning import Side, negations, sets_quantity
from quotecheck.lexicons import lexicon

__all__ = ["hidden_words", "hides", "is_sentence_left_out"]

_SHORT = 3
_HIDING = frozenset(lexicon("wording")["hiding"]["words"])
_HIDING_PHRASES: list[str] = lexicon("wording")["hiding"]["phrases"]


def hides(keys: list[str]) -> bool:
    """Tell whether words hidden by "…" hold a negation, a condition or a contrast."""
    if negations(keys) > 0 or any(key in _HIDING for key in keys):
        return True
    together = f" {' '.join(keys)} "
    return any(f" {phrase} " in together for phrase in _HIDING_PHRASES)


def hidden_words(alignment: Alignment) -> list[str]:
    """Return the keys of the archived words that the article's "…" stand for."""
    return [
        term.key
        for change in alignment.changes
        if change.p0 == change.p1 and change.p0 in alignment.printed.ellipses
        for term in alignment.archived[change.a0 : change.a1]
    ]


def is_sentence_left_out(alignment: Alignment, change: Change, archived: Side) -> bool:
    """Tell whether whole sentences were left out that say nothing of how much, or how far, the rest holds."""
    if change.p0 != change.p1 or change.a1 - change.a0 <= _SHORT or hides(archived.keys):
        return False
    first, last = alignment.archived.spans[change.a0], alignment.archived.spans[change.a1 - 1]
    closed = alignment.text[last.end :].lstrip("\"'”’)] ")[:1] in tuple(".!?")
    return closed and opens_sentence(alignment.text, first.start) and not sets_quantity(archived.keys[:1])

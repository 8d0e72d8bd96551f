"""From an alignment and its differences to one word: how the printed wording stands to the archived one."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.checking.alignment import Alignment, Printed
from quotecheck.model import Difference, DifferenceKind, Wording

__all__ = ["TURNING", "found_at_all", "resembles", "too_little", "wording"]

TURNING = frozenset(
    {
        DifferenceKind.NEGATION,
        DifferenceKind.NUMBER,
        DifferenceKind.NAME,
        DifferenceKind.MODALITY,
        DifferenceKind.QUANTITY,
        DifferenceKind.DATE,
    }
)
"""The kinds of difference that can turn the meaning."""

_HARMLESS = frozenset({DifferenceKind.FUNCTION, DifferenceKind.SPELLING, DifferenceKind.DISCLOSED})


def too_little(printed: Printed) -> bool:
    """Tell whether there are too few words to tell: a single one, or two that carry nothing."""
    return len(printed.keys) < 2 or (len(printed.keys) == 2 and printed.content == 0)


def found_at_all(alignment: Alignment, *, same_circle: bool) -> bool:
    """Tell whether so much agrees that the archived words must be what was quoted.

    Short quotations need more, for few words agree by chance; the same speaker near the day needs less.
    """
    count = len(alignment.printed.keys)
    if not alignment.changes:
        return True
    relief = 0.15 if same_circle else 0.0
    if count <= 4:
        return (
            alignment.coverage >= 0.8 - relief
            and alignment.content_agreed >= 1
            and alignment.longest_run >= 2
        )
    if count <= 8:
        needed, run, content = 0.62, 3, 2
    else:
        needed, run, content = 0.58, 4, 3
    return (
        alignment.coverage >= needed - relief
        and alignment.content_agreed >= content
        and alignment.longest_run >= (run if not same_circle else 2)
    )


def resembles(alignment: Alignment, *, same_speaker: bool) -> bool:
    """Tell whether it may be the same statement in other words: worth a person's look, no more."""
    if not same_speaker:
        return False
    if alignment.content_agreed >= 6 and alignment.longest_run >= 5:
        return True
    return alignment.coverage >= 0.4 and alignment.content_agreed >= 3 and alignment.longest_run >= 3


def wording(differences: Sequence[Difference], *, hidden: bool) -> Wording:
    """Grade what was found; ``hidden``: a "…" of the article swallows something that matters."""
    kinds = {difference.kind for difference in differences}
    if kinds & TURNING:
        return Wording.REVERSED
    if hidden or kinds - _HARMLESS:
        return Wording.ALTERED
    return Wording.MINOR if kinds else Wording.VERBATIM

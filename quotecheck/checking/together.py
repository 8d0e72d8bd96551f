"""What several changes say together: words in each other's place, a "no" that became "not … any"."""

from __future__ import annotations

from dataclasses import replace

from quotecheck.checking.alignment import Alignment
from quotecheck.checking.changes import Change
from quotecheck.checking.exchange import changed_parts, persons_exchanged, voice_changed
from quotecheck.checking.grading import TURNING
from quotecheck.checking.rephrasing import deny_alike
from quotecheck.model import Difference, DifferenceKind

__all__ = ["taken_together"]

_LISTED = "it says the same in another order or form"
_EXCHANGED = "this changes who does what to whom"


def _parts_changed(alignment: Alignment, changes: list[Change]) -> bool:
    """Tell whether the changes put words of the same sentence in each other's place."""
    if len(changes) < 2:
        return False
    archived = alignment.archived.keys
    keys = alignment.printed.keys
    left = [key for c in changes for key in keys[c.p0 : c.p1]]
    right = [key for c in changes for key in archived[c.a0 : c.a1]]
    first, last = changes[0], changes[-1]
    return (
        changed_parts(keys[first.p0 : last.p1], archived[first.a0 : last.a1], keys[: first.p0])
        or persons_exchanged(left, right)
        or voice_changed(left, right)
    )


def _denies_alike(alignment: Alignment, changes: list[Change]) -> bool:
    archived = [key for c in changes for key in alignment.archived.keys[c.a0 : c.a1]]
    return deny_alike([key for c in changes for key in alignment.printed.keys[c.p0 : c.p1]], archived)


def _in_another_part(difference: Difference) -> Difference:
    if difference.kind in TURNING:
        return difference
    return replace(
        difference, kind=DifferenceKind.NAME, explanation=f"{difference.explanation}: {_EXCHANGED}"
    )


def _in_the_same_part(difference: Difference) -> Difference:
    if difference.kind not in TURNING:
        return difference
    return replace(
        difference, kind=DifferenceKind.CONTENT, explanation=f"{difference.explanation}: {_LISTED}"
    )


def taken_together(alignment: Alignment, changes: list[Change], found: list[Difference]) -> list[Difference]:
    """Return the differences that ``changes`` make, each with the kind that it has beside the others."""
    if _parts_changed(alignment, changes):
        return [_in_another_part(difference) for difference in found]
    if _denies_alike(alignment, changes) or (alignment.reordered and len(changes) > 1):
        return [_in_the_same_part(difference) for difference in found]
    return found

"""From an alignment and its differences to one word: how the printed wording stands to the archived one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotecheck.checking.alignment import Alignment
from quotecheck.checking.meaning import Side, harmless
from quotecheck.checking.printed import Printed
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
        DifferenceKind.CONTRARY,
    }
)
"""The kinds of difference that can turn the meaning."""

_NEEDED = {True: 0.9, None: 1.0, False: 1.1}
_OTHER_DAY = 0.05
_SAME_DAY_RELIEF = 0.1
_LONG_RELIEF = 0.1
_LONG = 16
_LEAST = 0.5
_GREATEST_LEAD = 0.5
_CLEAR_LEAD = 0.2
_ALL_BUT_THE_SAME = 0.85
_FEW_WORDS = 4
_FEW_COVERED = {True: 0.65, None: 0.8, False: 1.1}
_FEW_AGREE = 0.75
_SHORT = 9
_SHORT_AGREE = 0.75
_LEAST_AGREE = {True: 0.5, None: 0.6, False: 0.6}
_NEARLY_ALL = 0.85
_NEARLY_ALL_FROM = 5
_MOST = {True: 0.78, None: 0.8, False: 0.85}
_MOST_FROM = 7
_IN_ONE_PIECE = 8
_CROWD = 3
_TELLING = 5
_LEAST_TOLD = 2
_TOLD_AGREE = 0.8


def too_little(printed: Printed) -> bool:
    """Tell whether there are too few words to tell: a single one, or two that carry nothing."""
    return len(printed.keys) < 2 or (len(printed.keys) == 2 and printed.content == 0)


def _few_words_found(alignment: Alignment, *, speaker_agrees: bool | None, day_agrees: bool | None) -> bool:
    if speaker_agrees and day_agrees and alignment.coverage == 1 and alignment.words_agreed >= _FEW_AGREE:
        return True  # "I said that" of whoever said "I never said that" then, though it carries no content
    return (
        alignment.coverage >= _FEW_COVERED[speaker_agrees]
        and (speaker_agrees is True or alignment.words_agreed >= _FEW_AGREE)
        and alignment.content_agreed >= 1
        and alignment.longest_run >= 2
    )


def _nearly_all_agree(alignment: Alignment, *, speaker_agrees: bool | None) -> bool:
    """Tell whether but a word or two differ: that is found whatever these are and whoever said it."""
    count, agreed = len(alignment.printed.keys), alignment.words_agreed
    enough = _NEARLY_ALL_FROM + (speaker_agrees is False)
    return (count >= enough and agreed >= _NEARLY_ALL) or (
        count >= _MOST_FROM and agreed >= _MOST[speaker_agrees]
    )


def _too_little_agrees(alignment: Alignment, *, speaker_agrees: bool | None) -> bool:
    """Tell whether words that many texts share are all that agrees, and nothing but they."""
    if alignment.longest_run >= _IN_ONE_PIECE:
        return False
    short = speaker_agrees is not True and len(alignment.printed.keys) < _SHORT
    return alignment.words_agreed < (_SHORT_AGREE if short else _LEAST_AGREE[speaker_agrees])


def _harmless_changes(alignment: Alignment) -> bool:
    keys = alignment.archived.keys
    return all(
        harmless(Side(alignment.printed.keys[c.p0 : c.p1], []), Side(keys[c.a0 : c.a1], []))
        for c in alignment.changes
    )


def _formula(alignment: Alignment, crowd: int, *, contradicted: bool) -> bool:
    """Tell whether what agrees is what anybody may say, who said it and when being unknown or another.

    Such words stand in many a text, and changed by a word or two they are found by chance; in another
    order, too, where it is known that somebody else said them or on another day.
    """
    telling = alignment.content_agreed
    if crowd >= _CROWD or (alignment.reordered and contradicted):
        return telling < _TELLING
    return telling < _LEAST_TOLD and alignment.words_agreed < _TOLD_AGREE


def _clearly_alike(
    alignment: Alignment,
    runner_up: Callable[[], float],
    *,
    speaker_agrees: bool | None,
    day_agrees: bool | None,
) -> bool:
    """Tell whether enough agrees, and clearly more than in the best text that says something else."""
    count = len(alignment.printed.keys)
    lead = min(max(alignment.likeness - runner_up(), 0.0), _GREATEST_LEAD)
    content = 0 if alignment.likeness >= _ALL_BUT_THE_SAME else 1 if lead >= _CLEAR_LEAD else 2
    if alignment.longest_run < 3 or alignment.content_agreed < content or alignment.likeness < _LEAST:
        return False
    needed = _NEEDED[speaker_agrees] + (_OTHER_DAY if day_agrees is False else 0.0)
    if speaker_agrees and day_agrees:
        needed -= _SAME_DAY_RELIEF
    return alignment.likeness + lead >= needed - (_LONG_RELIEF if count >= _LONG else 0.0)


def found_at_all(
    alignment: Alignment,
    runner_up: Callable[[], float],
    *,
    crowd: int,
    speaker_agrees: bool | None,
    day_agrees: bool | None,
) -> bool:
    """Tell whether so much agrees that the archived words must be what was quoted.

    ``runner_up`` tells the likeness, 0 to 1, of the best archived text that says something else, ``crowd``
    how many texts were worth laying out: where many share a phrase, sharing it tells little, so what counts
    is the likeness and its lead. The same speaker needs less of both, another speaker more.
    """
    contradicted = speaker_agrees is False or day_agrees is False
    if not alignment.changes or (not contradicted and _harmless_changes(alignment)):
        return True
    nobody_and_never = speaker_agrees is not True and day_agrees is not True
    if nobody_and_never and _formula(alignment, crowd, contradicted=contradicted):
        return False
    count = len(alignment.printed.keys)
    if count <= _FEW_WORDS:
        return _few_words_found(alignment, speaker_agrees=speaker_agrees, day_agrees=day_agrees)
    if _nearly_all_agree(alignment, speaker_agrees=speaker_agrees):
        return True
    return not _too_little_agrees(alignment, speaker_agrees=speaker_agrees) and _clearly_alike(
        alignment, runner_up, speaker_agrees=speaker_agrees, day_agrees=day_agrees
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
    if hidden or not all(kind.is_harmless for kind in kinds):
        return Wording.ALTERED
    return Wording.MINOR if kinds else Wording.VERBATIM

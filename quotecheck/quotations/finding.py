"""From a text to its quotations: pair the marks, judge the kinds, count the turns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from quotecheck.model import Kind, Quotation, Span, TextWarning
from quotecheck.quotations.kinds import kind_of, level_list
from quotecheck.quotations.marks import Mark, Shape, Style
from quotecheck.quotations.pairing import Pair, pair_marks
from quotecheck.quotations.paragraphs import paragraphs
from quotecheck.quotations.setting import setting_of
from quotecheck.quotations.turns import is_split_by

__all__ = ["find_quotations"]

_OPENS = "This quotation mark opens a quotation that is never closed in its paragraph."
_CLOSES = "This quotation mark closes a quotation that was never opened in its paragraph."
_ALONE = "This quotation mark has no partner in its paragraph."
_LISTING = re.compile(r"[ \u00a0]?,?(?: ?(?:and|or|and/or|&))?(?: (?:a|an|the|as))? ?")
_BETWEEN = 3  # a nickname and the like may stand between two parts of one utterance
_LEFT = (Style.LEFT, Style.LOW, Style.GUILLEMET_LEFT, Style.BRACKET_LEFT)


def _warning(mark: Mark) -> TextWarning:
    if mark.shape is Shape.OPEN or mark.glyph.style in _LEFT:
        message = _OPENS
    else:
        message = _CLOSES if mark.shape is Shape.CLOSE else _ALONE
    return TextWarning("unpaired-mark", mark.span.start, message)


def _main_family(pairs: Sequence[Pair]) -> str:
    """Return the family of marks that most quotations stand in."""
    families = Counter(pair.family for pair in pairs)
    return families.most_common(1)[0][0] if families else ""


def _own_kinds(text: str, pairs: Sequence[Pair], blocks: Sequence[Span]) -> list[Kind]:
    """Judge every pair alone; what runs on over several paragraphs is a statement whatever it looks like."""
    main = _main_family(pairs)
    starts = [block.start for block in blocks]
    kinds: list[Kind] = []
    for i, pair in enumerate(pairs):
        if pair.goes_on or (i + 1 < len(pairs) and pairs[i + 1].goes_on):
            kinds.append(Kind.STATEMENT)
            continue
        block = blocks[bisect_right(starts, pair.marked.start) - 1]
        kinds.append(kind_of(setting_of(text, pair, block, minor=pair.family != main)))
    return kinds


def _kinds(text: str, pairs: Sequence[Pair], blocks: Sequence[Span]) -> list[Kind]:
    """Judge every pair, those of one list together."""
    own = _own_kinds(text, pairs, blocks)
    kinds: list[Kind] = []
    start = 0
    for i in range(1, len(pairs) + 1):
        if i < len(pairs) and _LISTING.fullmatch(text, pairs[i - 1].marked.end, pairs[i].marked.start):
            continue
        kinds += level_list(own[start:i])
        start = i
    return kinds


def _is_split(text: str, last: Quotation, pair: Pair, blocks: Sequence[Span]) -> bool:
    """Tell whether the article only interrupts ``last``, in one paragraph, to say who is speaking."""
    own = blocks[bisect_right(blocks, (last.marked.end - 1, len(text))) - 1]
    gap = text[last.marked.end : pair.marked.start]
    return pair.marked.start < own.end and is_split_by(last.text, gap)


def _continued(
    text: str, found: Sequence[Quotation], pair: Pair, kind: Kind, blocks: Sequence[Span]
) -> Quotation | None:
    """Return the quotation of whose utterance the pair is a further part, if any."""
    if pair.goes_on:
        return found[-1] if found else None
    spoken = next((earlier for earlier in reversed(found[-_BETWEEN:]) if earlier.kind.is_speech), None)
    return spoken if spoken and kind.is_speech and _is_split(text, spoken, pair, blocks) else None


def find_quotations(text: str) -> tuple[list[Quotation], list[TextWarning]]:
    """Return the quotations of ``text``, outermost only, and a warning for every mark without a partner.

    Both are in text order. Turns count from 1. A quotation over several paragraphs, each opened, is one
    quotation a paragraph, all of one turn. The work is linear in the length of the text.
    """
    blocks = paragraphs(text)
    pairing = pair_marks(text, blocks)
    found: list[Quotation] = []
    turn = 0
    for pair, own_kind in zip(pairing.pairs, _kinds(text, pairing.pairs, blocks), strict=True):
        whole = _continued(text, found, pair, own_kind, blocks)
        kind = Kind.STATEMENT if whole and whole.kind is Kind.STATEMENT else own_kind
        turn = whole.turn if whole else turn + 1
        found.append(Quotation(pair.content, pair.marked, pair.content.of(text), kind, turn, pair.nested))
    return found, [_warning(stray) for stray in pairing.strays]

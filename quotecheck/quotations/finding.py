"""From a text to its quotations: pair the marks, judge the kinds, count the turns."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from quotecheck.model import Kind, Quotation, TextWarning
from quotecheck.quotations.kinds import kind_of, setting_of
from quotecheck.quotations.marks import Mark, Shape, Style
from quotecheck.quotations.pairing import Pair, pair_marks
from quotecheck.quotations.paragraphs import paragraphs
from quotecheck.quotations.turns import is_split_by

__all__ = ["find_quotations"]

_OPENS = "This quotation mark opens a quotation that is never closed in its paragraph."
_CLOSES = "This quotation mark closes a quotation that was never opened in its paragraph."
_ALONE = "This quotation mark has no partner in its paragraph."
_LEFT = (Style.LEFT, Style.LOW, Style.GUILLEMET_LEFT, Style.BRACKET_LEFT)


def _warning(mark: Mark) -> TextWarning:
    if mark.shape is Shape.OPEN or mark.glyph.style in _LEFT:
        message = _OPENS
    else:
        message = _CLOSES if mark.shape is Shape.CLOSE else _ALONE
    return TextWarning("unpaired-mark", mark.span.start, message)


def _same_turn(text: str, last: Quotation, pair: Pair, kind: Kind, *, same_paragraph: bool) -> bool:
    if pair.goes_on:
        return True
    if not (same_paragraph and kind.is_speech and last.kind.is_speech):
        return False
    return is_split_by(last.text, text[last.marked.end : pair.marked.start])


def _main_family(pairs: Sequence[Pair]) -> str:
    """Return the family of marks that most quotations stand in."""
    families = Counter(pair.family for pair in pairs)
    return families.most_common(1)[0][0] if families else ""


def find_quotations(text: str) -> tuple[list[Quotation], list[TextWarning]]:
    """Return the quotations of ``text``, outermost only, and a warning for every mark without a partner.

    Both are in text order. Turns count from 1. The work is linear in the length of the text.
    """
    blocks = paragraphs(text)
    pairing = pair_marks(text, blocks)
    starts = [block.start for block in blocks]
    main = _main_family(pairing.pairs)
    found: list[Quotation] = []
    last_block = -1
    for pair in pairing.pairs:
        at = bisect_right(starts, pair.marked.start) - 1
        kind = kind_of(setting_of(text, pair, blocks[at], minor=pair.family != main))
        turn = 1
        if found:
            same = _same_turn(text, found[-1], pair, kind, same_paragraph=at == last_block)
            turn = found[-1].turn + (not same)
            if same and found[-1].kind.is_speech:
                kind = found[-1].kind if found[-1].kind is Kind.STATEMENT else kind
        found.append(Quotation(pair.content, pair.marked, pair.content.of(text), kind, turn, pair.nested))
        last_block = at
    return found, [_warning(stray) for stray in pairing.strays]

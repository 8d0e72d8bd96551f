"""Where the archived words begin and end that the printed words at a window's edge stand for."""

from __future__ import annotations

from typing import Any

from quotecheck.checking.equivalence import Terms, opens_sentence
from quotecheck.checking.gaps import Run
from quotecheck.checking.printed import Printed, is_content
from quotecheck.lexicons import lexicon

__all__ = ["leading", "trailing", "with_first_negation", "with_last_negation"]

_WORDING: dict[str, Any] = lexicon("wording")
_AUXILIARIES = frozenset(_WORDING["auxiliaries"])
_PARTICIPLES = frozenset(_WORDING["irregular_participles"])
_NEGATIONS = frozenset({"not", "never"})
_LONGEST_EDGE = 4


def _sentence_start(text: str, archived: Terms, at: int, reach: int) -> int:
    """Return where the sentence of term ``at`` begins, looking back no further than ``reach`` terms."""
    low = at
    while low > max(0, at - reach) and not opens_sentence(text, archived.spans[low].start):
        low -= 1
    return low


def _sentence_end(text: str, archived: Terms, at: int, reach: int) -> int:
    """Return the gap after the sentence of term ``at``, looking no further than ``reach`` terms."""
    high = at + 1
    while high < min(len(archived), at + reach) and not opens_sentence(text, archived.spans[high].start):
        high += 1
    return min(high, len(archived))


def _verbal(key: str) -> bool:
    return key.endswith(("ed", "ing", "en")) or key in _PARTICIPLES


def leading(printed: Printed, text: str, archived: Terms, run: Run) -> int:
    """Return where the archived words begin that the printed words before ``run`` stand for."""
    count = run.p
    if count == 0 or count > _LONGEST_EDGE:
        return run.a
    if run.a < len(archived) and opens_sentence(text, archived.spans[run.a].start):
        return run.a
    low = _sentence_start(text, archived, run.a, count + 2)
    start = max(low, run.a - count)
    lower = printed.text.lstrip("[(\"'“‘")[:1].islower()
    left_out = any(map(is_content, printed.keys[:count])) and not any(
        is_content(key) for key in archived.keys[start : run.a]
    )
    if lower and left_out:
        return run.a
    if (
        0 < start - low <= 2
        and opens_sentence(text, archived.spans[low].start)
        and printed.text.lstrip("[(\"'“‘")[:1].isupper()
    ):
        return low
    first = printed.keys[0]
    if start < run.a and _verbal(archived.keys[start]) and (_verbal(first) or first.endswith("s")):
        while start > low and archived.keys[start - 1] in _AUXILIARIES and first not in _AUXILIARIES:
            start -= 1
    return start


def trailing(printed: Printed, text: str, archived: Terms, run: Run) -> int:
    """Return where the archived words end that the printed words after ``run`` stand for."""
    count = len(printed.keys) - run.p - run.length
    at = run.a + run.length
    if count == 0 or count > _LONGEST_EDGE:
        return at
    if at >= len(archived) or opens_sentence(text, archived.spans[at].start):
        return at
    high = _sentence_end(text, archived, at, count + 2)
    end = min(high, at + count, len(archived))
    closes = printed.text.rstrip("\"'”’)] ")[-1:] in (".", "!", "?")
    ends = high == len(archived) or opens_sentence(text, archived.spans[high].start)
    return high if closes and ends and high - end <= 2 else end


def _is_cut(archived: Terms, at: int) -> bool:
    """Tell whether the gap before term ``at`` is inside one written word."""
    return 0 < at < len(archived) and archived.spans[at - 1] == archived.spans[at]


def with_first_negation(printed: Printed, text: str, archived: Terms, start: int) -> int:
    """Let the window take in a "Not" that opens the sentence which the printed words open without it."""
    if start == 0 or archived.keys[start - 1] not in _NEGATIONS:
        return start
    opens = printed.text.lstrip("\"'“‘(")[:1].isupper()
    return start - 1 if opens and opens_sentence(text, archived.spans[start - 1].start) else start


def with_last_negation(printed: Printed, text: str, archived: Terms, end: int) -> int:
    """Let the window take in a negation right after it, in the same word or as the last of a sentence."""
    if end >= len(archived) or archived.keys[end] not in _NEGATIONS:
        return end
    closes = printed.text.rstrip("\"'”’)] ").endswith((".", "!", "?"))
    last = closes and (end + 1 == len(archived) or opens_sentence(text, archived.spans[end + 1].start))
    return end + 1 if last or _is_cut(archived, end) else end

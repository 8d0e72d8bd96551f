"""Other words that say the same: reported speech, and "not … any" for "no"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from quotecheck.checking.meaning import Side, only_in
from quotecheck.lexicons import lexicon

__all__ = ["deny_alike", "shifted_back"]

_WORDING: dict[str, Any] = lexicon("wording")
_ANY: dict[str, str] = _WORDING["negation"]["with_not"]
_SUPPORT = frozenset({"do", "does", "did"})
_SHIFTED = frozenset(map(tuple, _WORDING["reported_speech"]))


def shifted_back(printed: Side, archived: Side) -> bool:
    """Tell whether the printed words are the archived ones in reported speech: "he could" for "I can"."""
    left, right = only_in(printed.keys, archived.keys), only_in(archived.keys, printed.keys)
    return len(left) == len(right) > 0 and all(map(_is_shifted, left, right))


def _is_shifted(then: str, now: str) -> bool:
    return (now, then) in _SHIFTED or (len(now) > 2 and then in (now + "ed", now + "d", now + "s"))


def _with_not(keys: Sequence[str]) -> Counter[str]:
    """Count the words with every "no" read as "not any"."""
    read = [part for key in keys for part in (("not", _ANY[key]) if key in _ANY else (key,))]
    return Counter(key for key in read if key not in _SUPPORT)


def deny_alike(printed: Sequence[str], archived: Sequence[str]) -> bool:
    """Tell whether all that changed is a "no" that became "not … any", or the other way round."""
    return bool(_ANY.keys() & {*printed, *archived}) and _with_not(printed) == _with_not(archived)

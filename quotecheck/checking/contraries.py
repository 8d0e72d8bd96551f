"""Words of which one is the contrary of the other; the pairs are in ``wording.toml``."""

from __future__ import annotations

import re
from typing import Any

from quotecheck.checking.equivalence import key_of
from quotecheck.lexicons import lexicon

__all__ = ["opposites"]

_WORDING: dict[str, Any] = lexicon("wording")
_PREFIXES: tuple[str, ...] = tuple(_WORDING["negation"]["prefixes"])
_NOT_DENIALS = frozenset(_WORDING["negation"]["not_denials"])
_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnpt]$")


def _compared(word: str) -> list[str]:
    """Return an adjective with what it is when compared: "high", "higher", "highest"."""
    stem = word.removesuffix("e")
    if word[-1] == "y":
        stem = word[:-1] + "i"
    elif _DOUBLED.search(word):
        stem = word + word[-1]
    return [word, f"{stem}er", f"{stem}est"]


def _opposites() -> dict[str, frozenset[str]]:
    forms = [(one.split(), other.split()) for one, other in _WORDING["opposites"]["pairs"]]
    forms += [(_compared(one), _compared(other)) for one, other in _WORDING["opposites"]["adjectives"]]
    table: dict[str, set[str]] = {}
    for ones, others in forms:
        for left, right in zip(ones, others, strict=True):
            table.setdefault(key_of(left), set()).add(key_of(right))
            table.setdefault(key_of(right), set()).add(key_of(left))
    return {word: frozenset(contrary) for word, contrary in table.items()}


_OPPOSITES = _opposites()


def opposites(one: str, other: str) -> bool:
    """Tell whether one word is the contrary of the other: by the list, or by a prefix ("un-", "dis-")."""
    if other in _OPPOSITES.get(one, ()):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or long in _NOT_DENIALS:
        return False
    if any(long == prefix + short for prefix in _PREFIXES):
        return True
    return (short.endswith("ful") and long == short[:-3] + "less") or (
        len(short) > 5
        and len(short) == len(long) - 1
        and long.endswith("less")
        and short == long[:-4] + "ful"
    )

"""What the command palette offers, and which of it fits what was typed; no widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quotecheck.desktop.widgets.folding import folded

__all__ = ["Offer", "fitting"]

MOST = 60
"""Offers that are shown at once."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: what it is called, what it belongs to, its keys, and what choosing it does."""

    text: str
    group: str
    do: Callable[[], None]
    keys: str = ""


def _rank(text: str, words: list[str]) -> int:
    """Return how well ``text`` fits: 0 it begins with the first word, 1 a word of it does, 2 neither."""
    if text.startswith(words[0]):
        return 0
    return 1 if any(part.startswith(words[0]) for part in text.split()) else 2


def fitting(offers: Iterable[Offer], typed: str, *, most: int = MOST) -> list[Offer]:
    """Return the offers that have all the words that were typed, whatever their order, the best first.

    Offers that fit alike keep their order.
    """
    words = folded(typed).split()
    if not words:
        return list(offers)[:most]
    found = []
    for offer in offers:
        text = folded(f"{offer.text} {offer.group}")
        if all(word in text for word in words):
            found.append((_rank(text, words), offer))
    return [offer for _, offer in sorted(found, key=lambda pair: pair[0])[:most]]

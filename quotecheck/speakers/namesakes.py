"""Two people with one surname: "Senator Lee of Utah" is not "Ann Lee, a state representative"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecheck.model import Span
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.name_reading import NamedPlace

__all__ = ["is_namesake", "titled"]

_NO_RELATION = re.compile(r",?\s+\(?(?:who (?:is|was) )?no relation\b|\s+\(?no relation\b")
_NEW_HERE = re.compile(r",\s+(?:an?|another|(?:his|her|their) (?:own )?(?:[\w-]+ )?(?P<kin>[\w-]+))\b")


def titled(name: str, title: str | None) -> tuple[str, ...]:
    """Return what a name with its title is known by."""
    return (*folded(title or ""), *folded(name))


def _is_introduced(text: str, first: Span) -> bool:
    """Tell whether a name is introduced as that of somebody new: "Ann Lee, a teacher", "…, his cousin"."""
    found = _NEW_HERE.match(text, first.end, first.end + 60)
    return found is not None and (found["kin"] is None or found["kin"] in word_set("people", "kin"))


def is_namesake(text: str, place: NamedPlace, name: str, first: Span, roles: Sequence[str]) -> bool:
    """Tell whether a surname with a title is somebody else's than of the person called ``name``.

    It is where the text says "no relation", and where the bearer of the full name is introduced only after
    it, at ``first``, as somebody new and with other ``roles``.
    """
    ranks = folded(place.title or "")
    if place.words != 1 or not ranks or len(folded(name)) < 2:
        return False
    if word_set("names", "addresses", "plain").issuperset(ranks):
        return False
    if _NO_RELATION.match(text, place.span.end, place.span.end + 40):
        return True
    shared = any(set(ranks) & set(folded(role)) for role in roles)
    peer = not word_set("names", "addresses", "peers").isdisjoint(ranks)
    return place.span.start < first.start and not shared and (peer or _is_introduced(text, first))

"""What an edit makes of an archived quote, and what a fact-checker must then be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, NamedTuple

from .texts import Holdings, settled

__all__ = ["FOUND", "Edit", "Edited", "Family", "Material", "Row", "places", "put", "swapped"]

FOUND = ("verbatim", "minor", "altered", "reversed")
"""The gradings that say "this is in the archive"."""


class Row(NamedTuple):
    """One archived quote: ``id`` is its external id, ``number`` its place among the archive's rows."""

    id: str
    number: int
    text: str
    speaker: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Material:
    """What edits may draw on: the archive's rows and words of content from rows that are not in it."""

    rows: Sequence[Row]
    by_speaker: Mapping[str, Sequence[Row]]
    holdings: Holdings
    content: Mapping[str, Sequence[str]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Edited:
    """A printed text with its label.

    ``wording`` are the gradings that are right; ``cautions`` must all be raised, of ``any_caution`` one;
    ``allowed`` may be raised or not; the others, but ``context`` and ``disputed``, are wrong.
    ``archived`` replaces the row's text in the archive; ``others`` are further right rows; ``speaker`` and
    ``date`` replace the row's own.
    """

    text: str
    wording: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    any_caution: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    archived: str | None = None
    others: tuple[Row, ...] = ()
    speaker: str | None = None
    date: str | None = None


Edit = Callable[[Row, Random, Material], Edited | None]


class Family(NamedTuple):
    """A sort of edit. ``changes``: the printed words are no longer those of the archive."""

    edit: Edit
    weight: float = 1.0
    changes: bool = True
    shortest: int = 6


def put(text: str, start: int, end: int, new: str) -> str:
    """Return the text with ``new`` in the place of ``text[start:end]``, with its capital kept."""
    if text[start : start + 1].isupper() and new[:1].islower():
        new = new[0].upper() + new[1:]
    return text[:start] + new + text[end:]


def places(text: str, terms: Mapping[str, Any], *, unless: str = r"(?!)") -> list[re.Match[str]]:
    """Return where one of the terms stands for itself: not repeated near by, not before ``unless``."""
    alternatives = "|".join(sorted(map(re.escape, terms), key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w'’-])({alternatives})(?![\w'’-])(?!{unless})", re.IGNORECASE)
    return [found for found in pattern.finditer(text) if settled(text, *found.span())]


def swapped(
    text: str, rng: Random, table: Mapping[str, Sequence[str]], *, unless: str = r"(?!)", exact: bool = False
) -> str | None:
    """Replace one term of the table by one of its opposites; ``exact``: its capitals count."""
    found = [place for place in places(text, table, unless=unless) if not exact or place[0] in table]
    if not found:
        return None
    place = rng.choice(found)
    key = place[0] if exact else next(k for k in table if k.lower() == place[0].lower())
    new = rng.choice(list(table[key]))
    return None if re.search(rf"\b{re.escape(new)}\b", text) else put(text, *place.span(), new)

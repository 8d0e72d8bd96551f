"""Tags: words of one's own by which quotes are gathered, such as "budget" or "for Monday's piece".

A quote keeps them as a JSON list, in the order of their keys. Two tags that differ only in case, typography
and spacing are one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.identity import name_key

__all__ = ["LONGEST_TAG", "by_key", "listed", "parse_tags", "united", "written"]

LONGEST_TAG = 200
"""The longest tag, in code points."""

_PARTED = re.compile(r"[;,\r\n]")


def parse_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the tags that people have typed, several in one text being parted by semicolons or commas.

    Raises ArchiveError for one that is longer than ``LONGEST_TAG``: no bundle could carry it.
    """
    typed = (" ".join(part.split()) for text in texts for part in _PARTED.split(text))
    tags = tuple(by_key(tag for tag in typed if tag).values())
    if any(len(tag) > LONGEST_TAG for tag in tags):
        raise ArchiveError(
            "A tag has more than {most} characters: part tags by semicolons.", most=LONGEST_TAG
        )
    return tags


def by_key(tags: Iterable[str]) -> dict[str, str]:
    """Return tags by the keys under which they are compared, in the order of these; the first one counts."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(name_key(tag), tag)
    return dict(sorted(found.items()))


def written(tags: Iterable[str]) -> str | None:
    """Return tags as a quote keeps them, None when there is none."""
    kept = list(by_key(tags).values())
    return json.dumps(kept, ensure_ascii=False) if kept else None


def listed(tags: str | None) -> tuple[str, ...]:
    """Return the tags that a quote keeps."""
    return tuple(json.loads(tags)) if tags else ()


def united(one: str | None, other: str | None) -> str | None:
    """Return all tags of two records of a quote; where they write one otherwise, as the first does."""
    return written((*listed(one), *listed(other))) if one and other else one or other

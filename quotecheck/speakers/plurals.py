"""Whom "they", "both women" and "the happy couple" mean: a body, a crowd, or two people named together."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.model import SpeakerType
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.mentions import Mention, Sort
from quotecheck.speakers.presence import Presence
from quotecheck.speakers.referents import Referent, joint
from quotecheck.speakers.scenes import Scene

__all__ = ["is_pair", "last_spoken", "pair", "subjects_before"]

_REACH = 3  # sentences
_LONGEST = 4  # words of "the two young researchers"
_SEVERAL = (Sort.BODY, Sort.CROWD, Sort.NAME)


def is_pair(text: str) -> bool:
    """Tell whether a description is that of two people: "the couple", "both men", "the two authors"."""
    *lead, noun = text.lower().split()
    if noun in word_set("people", "pairs"):
        return lead[:1] == ["the"] or (noun == "both" and not lead)
    counted = {"both", "two"} & set(lead[:2])
    return len(lead) < _LONGEST and bool(counted) and noun in word_set("people", "twos")


def subjects_before(scene: Scene, mention: Mention) -> Iterator[Mention]:
    """Yield the mentions that "they" may go back to in its own sentence and the one before, last first."""
    roots = scene.tree.roots
    before = {clause.mention.head: clause.mention for clause in scene.clauses}
    heads = sorted((head for head in before if head < mention.head), reverse=True)
    sentences = list(dict.fromkeys(reversed(roots[: mention.head + 1])))[:2]
    for head in heads:
        if roots[head] in sentences and before[head].sort in _SEVERAL:
            yield before[head]


def last_spoken(presence: Presence) -> Referent | None:
    """Return the body or the people that spoke last, None where it was one person."""
    spoke = presence.spoken[-1] if presence.spoken else None
    if spoke is None or spoke.referent.sort not in _SEVERAL:
        return None
    member = spoke.referent.member
    return spoke.referent if member is None or member.type is SpeakerType.ORGANISATION else None


def pair(presence: Presence, sort: Sort, text: str, at: int) -> Referent:
    """Return the pair of people named last, for "they" not long ago; else the words themselves."""
    found = presence.cast.pair_before(at)
    if found is None or (sort is Sort.PLURAL and presence.sentences(found[0], at) > _REACH):
        return Referent(None, text, sort)
    return joint(*found[1:])

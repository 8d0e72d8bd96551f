"""The article's author among its speakers ("I told him: “…”"), and words that nobody in particular says."""

from __future__ import annotations

import re
from functools import cache

from quotecheck.lexicons import lexicon
from quotecheck.model import Quotation, SpeakerType
from quotecheck.speakers.cast import Cast
from quotecheck.speakers.cues import CueKind
from quotecheck.speakers.features import Position
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.members import Member
from quotecheck.speakers.mentions import Sort
from quotecheck.speakers.referents import Referent
from quotecheck.speakers.scenes import Clause, Place, Scene

__all__ = ["AUTHOR", "author_of_article", "first_person", "is_anybodys"]

AUTHOR = "the article’s author"
"""How a report calls an author without a name."""

_HEAD_LINES, _TAIL_LINES = 8, 4
_NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|d[aei]l?|von|van|der|de|la|bin|al)){1,4}"
_BYLINE = re.compile(
    rf"\s*(?:(?:Words|Text|Story|Report|Interview)\s+)?[Bb][Yy]:?\s+({_NAME})"
    r"\s*(?:[,|/–—-].*|\b(?:in|for|and|at|of)\b.*|\d.*)?$"
)
_NEAR = 7
_AROUND = 70


def _person(cast: Cast, name: str) -> Member | None:
    member = cast.find(name, 0)
    if member is not None:
        member.type = SpeakerType.PERSON  # no newspaper has a body for its author
    return member


def author_of_article(text: str, cast: Cast) -> Referent | None:
    """Return whom the byline names ("By Ada Marlowe" on a line of its own), None where there is none."""
    lines = text.split("\n")
    head = [line for line in lines[: 3 * _HEAD_LINES] if line.strip()][:_HEAD_LINES]
    tail = [line for line in lines[-3 * _TAIL_LINES :] if line.strip()][-_TAIL_LINES:]
    for line in (*head, *tail):
        found = _BYLINE.match(line[:200])
        if found and found[1].split()[0].lower() not in word_set("openers", "calendar"):
            return Referent(_person(cast, found[1]), found[1], Sort.NAME)
    return None


def first_person(scene: Scene, place: Place) -> Clause | None:
    """Return the clause in which the author says the words himself: "“…?” I asked", "I told her: “…”".

    After "“….”" the clause belongs to what follows.
    """
    ended = scene.ending(place)
    for clause in scene.clauses:
        own = clause.mention.sort is Sort.FIRST and scene.tree.lower[clause.mention.head] in ("i", "we")
        if not own or clause.kind != CueKind.SPEECH or not clause.direct:
            continue
        at = Position(scene, place, clause.first, clause.last)
        handed = ended != "." if at.side == "after" else scene.tree.words[place.first - 1] in (":", ",")
        if at.side in ("before", "after") and at.gap <= _NEAR and not at.slots and not at.ends and handed:
            return clause
    return None


@cache
def _anybodys() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon("narration")
    noun = rf"(?:the|an?|one|another|this|that) (?:[\w’'-]+ ){{0,2}}(?:{'|'.join(words['sayings'])})"
    going = "|".join(words["going"])
    after = rf"\s*,?\s*(?:(?:as )?(?:{going}) {noun}|(?:as )?{noun} (?:{going}))\b"
    before = rf"(?:\b(?:as )?{noun}(?: [\w ]{{0,30}})? (?:{going})|\b{noun})\s*[,:]?\s*$"
    return re.compile(after, re.IGNORECASE), re.compile(before, re.IGNORECASE)


def is_anybodys(text: str, quotation: Quotation) -> bool:
    """Tell whether words are given as a saying, which nobody in particular has said."""
    after, before = _anybodys()
    start, end = quotation.marked
    if after.match(text, end, end + _AROUND):
        return True
    return before.search(text, max(0, start - _AROUND, text.rfind("\n", 0, start) + 1), start) is not None

"""What speaks for a possible speaker: the named observations that the ranker weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from quotecheck.model import Kind, Quotation, SpeakerType
from quotecheck.speakers.cues import CueKind, cue_kind, lemma
from quotecheck.speakers.mentions import Mention, Sort
from quotecheck.speakers.referents import Referent
from quotecheck.speakers.scenes import Clause, Place, Scene

__all__ = ["Surroundings", "bare_features", "clause_features", "is_alone", "none_features", "who"]

_FAMILY = {
    "speech": "report",
    "source": "report",
    "aside": "report",
    "label": "label",
    "signature": "label",
    "opinion": "judge",
}
_REPORTING = frozenset({"speech", "source", "aside", "label", "signature"})
_SUBJECTS = ("nsubj", "nsubjpass")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]yself)\b")
_PLAIN = frozenset({"say", "tell", "add"})


def _bucket(count: int) -> str:
    for top in (0, 1, 3, 7, 15):
        if count <= top:
            return str(top)
    return "far"


def _near(count: int) -> str:
    return "by" if count <= 1 else "near" if count <= 7 else "far"


def who(mention: Mention, referent: Referent) -> str:
    """Return what sort of somebody is mentioned; for a name, what its bearer is."""
    member = referent.member
    surname = mention.sort is Sort.THING and member is not None  # "Sanders", which is taken for a plural
    if mention.sort is not Sort.NAME and not surname:
        return mention.sort.value
    if member is None:
        return "name"
    if member.is_place:
        return "place"
    return "body-name" if member.type is SpeakerType.ORGANISATION else "person-name"


def is_alone(scene: Scene) -> bool:
    """Tell whether a block holds nothing but quotations."""
    return not scene.tally.between(0, len(scene.tree)).words


class Position:
    """Where something stands from a quotation: the side, and what is between: words, quotations, an end."""

    def __init__(self, scene: Scene, place: Place, first: int, last: int) -> None:
        self.side, self.gap, self.slots, self.ends = "around", 0, 0, False
        if last < place.first:
            self.side, between = "before", (last + 1, place.first)
        elif first >= place.end:
            self.side, between = "after", (place.end, first)
        else:
            return
        self.gap, self.slots, self.ends = scene.tally.between(*between)


class Surroundings:
    """What stands before and after one quotation in its block."""

    def __init__(self, scene: Scene, place: Place, quotation: Quotation) -> None:
        self.scene, self.place, self.quotation = scene, place, quotation
        self._positions: dict[tuple[int, int], Position] = {}
        text = scene.block.text
        before, after = text[: place.slot.marked.start].rstrip(), text[place.slot.marked.end :]
        self.ending = scene.ending(place)
        self.leading = self._mark(before[-1:], ",:;.!?—–-”(") if before else "start"
        self.following = self._mark(after.lstrip()[:1], ",.;:!?—–-(“") if after.strip() else "end"

    @staticmethod
    def _mark(char: str, telling: str) -> str:
        return char if char in telling else "word"

    @cached_property
    def _above(self) -> list[int]:
        tree = self.scene.tree
        inside = range(self.place.first, self.place.end)
        anchors = self.place.anchors or [i for i in inside if tree.heads[i] not in inside]
        above = [i for anchor in anchors for i in tree.ancestors(anchor) if not self.scene.quoted[i]]
        return list(dict.fromkeys(above))

    @cached_property
    def parents(self) -> list[int]:
        """The verbs above the quotation in the tree, nearest first."""
        return [i for i in self._above if self.scene.tree.tags[i].startswith("VB")]

    @cached_property
    def nouns(self) -> list[int]:
        """The nouns above the quotation in the tree: "the claim that …"."""
        return [i for i in self._above if self.scene.tree.tags[i].startswith("NN")]

    @cached_property
    def children(self) -> set[int]:
        """The verbs that hang on the quotation: "“…,” the court found"."""
        tree, inside = self.scene.tree, range(self.place.first, self.place.end)
        return {
            c for i in inside for c in tree.children[i] if c not in inside and tree.tags[c].startswith("VB")
        }

    @cached_property
    def is_first_person(self) -> bool:
        """Tell whether whoever speaks says "I"."""
        return _FIRST_PERSON.search(self.quotation.text) is not None

    def is_subject_inside(self, word: int) -> bool:
        """Tell whether a word is the subject of what is quoted: "Low said that Vega “had not slept”"."""
        tree = self.scene.tree
        return tree.deps[word] in _SUBJECTS and self.place.first <= tree.heads[word] < self.place.end

    @cached_property
    def reporting(self) -> list[int]:
        """The cues of the block that report speech, nearest to the quotation first."""
        found = []
        for clause in self.scene.clauses:
            if clause.kind in _REPORTING:
                position = self.position(clause.first, clause.last)
                found.append((position.slots, position.ends, position.gap, clause.cue))
        return [cue for *_, cue in sorted(found)]

    def position(self, first: int, last: int) -> Position:
        """Return where the words from ``first`` to ``last`` stand from the quotation."""
        if (first, last) not in self._positions:
            self._positions[first, last] = Position(self.scene, self.place, first, last)
        return self._positions[first, last]

    @cached_property
    def governing(self) -> list[int]:
        """The reporting verbs that the quotation hangs on."""
        return [verb for verb in self.parents if verb in self.reporting]

    @cached_property
    def government(self) -> str:
        """What sort of verb the quotation hangs on: one that reports, one that judges, or none of these."""
        if self.governing:
            return "report"
        judging = any(cue_kind(self.scene.tree.lower[verb]) is CueKind.OPINION for verb in self.parents)
        return "judge" if judging else "none"

    def is_told(self, word: int) -> bool:
        """Tell whether a word stands in what the quotation's own reporting clause tells."""
        governing = self.governing
        return bool(governing) and any(verb in governing for verb in self.scene.tree.ancestors(word))

    def link(self, cue: int) -> str:
        """Return how the tree ties a verb to the quotation."""
        if cue in self.parents:
            if cue in self.governing:
                return "governs" if cue == self.governing[0] else "governs-later"
            return "above" if cue == self.parents[0] else "above-later"
        if self.scene.tree.deps[cue] == "parataxis" and self.scene.tree.heads[cue] in self.parents:
            return "governs" if cue in self.reporting else "above"  # "The road, she said, is “…”"
        if cue in self.nouns:
            return "noun-above"
        return "below" if cue in self.children else "apart"


def clause_features(around: Surroundings, clause: Clause, referent: Referent) -> Iterator[str]:
    """Yield what a clause says for its agent."""
    kind, family = clause.kind, _FAMILY.get(clause.kind, clause.kind)
    somebody = who(clause.mention, referent)
    at = around.position(clause.first, clause.last)
    link = around.link(clause.cue)
    speech = around.quotation.kind.value
    yield f"{family}"
    yield f"who={somebody}"
    yield f"{family}|who={somebody}"
    yield f"who={somebody}|I={around.is_first_person}"
    yield f"{family}|direct={clause.direct}"
    yield f"{family}|{at.side}|{_near(at.gap)}|slots={min(at.slots, 1)}|ends={at.ends}"
    yield f"{kind}|{at.side}|gap={_bucket(at.gap)}|slots={min(at.slots, 2)}|ends={at.ends}"
    yield f"{family}|{link}"
    yield f"{family}|{link}|{at.side}|ends={at.ends}|slots={min(at.slots, 1)}"
    yield f"{family}|{link}|{speech}"
    yield f"{family}|{link}|who={somebody}"
    yield f"{family}|told={around.is_told(clause.cue)}|{around.government}"
    if kind in ("source", "aside"):
        yield f"{kind}|ends={at.ends}|{around.government}"
    if clause.cue in around.reporting:
        rank = min(around.reporting.index(clause.cue), 2)
        yield f"nearest={rank}"
        yield f"nearest={rank}|{link}|{speech}"
    if not at.slots:
        yield from _touching_features(around, clause, at, family)


def _touching_features(around: Surroundings, clause: Clause, at: Position, family: str) -> Iterator[str]:
    plain = lemma(around.scene.tree.lower[clause.cue]) in _PLAIN
    if at.side == "before":
        yield f"lead={around.leading}|{family}|ends={at.ends}|{_near(at.gap)}"
        yield f"lead={around.leading}|ends={at.ends}|plain={plain}"
    elif at.side == "after":
        order = "VS" if clause.mention.head > clause.cue else "SV"
        yield f"tail={around.ending}{around.following}|{family}|{_near(at.gap)}"
        yield f"tail={around.ending}|plain={plain}|gap={_bucket(at.gap)}"
        yield f"order={order}|{family}|gap={_bucket(at.gap)}"


def bare_features(around: Surroundings, mention: Mention, referent: Referent) -> Iterator[str]:
    """Yield what speaks for somebody who is only mentioned near the quotation."""
    at = around.position(mention.head, mention.head)
    dep = around.scene.tree.deps[mention.head]
    somebody = who(mention, referent)
    yield "bare"
    yield f"bare|who={somebody}"
    yield f"who={somebody}|I={around.is_first_person}"
    if around.is_subject_inside(mention.head):
        yield f"bare|inside|who={somebody}"
    yield f"bare|dep={dep}"
    yield f"bare|told={around.is_told(mention.head)}|{around.government}"
    yield f"bare|{at.side}|dep={dep}|{around.government}"
    yield f"bare|{at.side}|{_near(at.gap)}|slots={min(at.slots, 1)}|ends={at.ends}"
    if at.gap == 0 and not at.slots:
        yield f"bare|{at.side}|lead={around.leading}|tail={around.following}"


def none_features(around: Surroundings) -> Iterator[str]:
    """Yield what speaks for "the article does not say"."""
    yield "none"
    yield f"none|{around.quotation.kind}|words={_bucket(len(around.quotation.text.split()))}"
    yield f"none|reporting={bool(around.reporting)}"
    if around.quotation.kind is Kind.STATEMENT:
        yield f"none|alone={is_alone(around.scene)}"

"""A parsed block: its clauses, who acts in them, and where its quotations stand among the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quotecheck.speakers.blocks import Block, Slot
from quotecheck.speakers.clauses import agent_of, author_of, is_verb
from quotecheck.speakers.cues import CueKind, cue_kind, is_document
from quotecheck.speakers.mentions import Mention, Sort, mention_at, named_beside
from quotecheck.speakers.parsing import Tree

__all__ = ["Clause", "Place", "Scene"]

_AUXILIARY = frozenset({"aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class Place:
    """The words of a quotation in the tree, marks included: from ``first`` up to, not including, ``end``."""

    slot: Slot
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """Somebody and the word that says what he does; ``kind`` is a ``CueKind`` or the name of a pattern.

    ``first`` and ``last`` are the outermost of its two words.
    """

    mention: Mention
    cue: int
    kind: str
    direct: bool
    first: int
    last: int


@dataclass
class Scene:
    """One block with its tree."""

    block: Block
    tree: Tree

    @cached_property
    def places(self) -> list[Place]:
        """The quotations of the block, in order."""
        return [self._place(slot) for slot in self.block.slots]

    def _place(self, slot: Slot) -> Place:
        inside = [i for i, span in enumerate(self.tree.spans) if slot.marked.overlaps(span)]
        return Place(slot, inside[0], inside[-1] + 1) if inside else Place(slot, 0, 0)

    @cached_property
    def quoted(self) -> list[int]:
        """For each word, 1 + the number of the quotation that it stands in; 0 outside."""
        marks = [0] * len(self.tree)
        for number, place in enumerate(self.places, 1):
            marks[place.first : place.end] = [number] * (place.end - place.first)
        return marks

    @cached_property
    def clauses(self) -> list[Clause]:
        """Everybody who does something outside the quotations, and those named by fixed patterns."""
        found = [clause for i in range(len(self.tree)) if not self.quoted[i] for clause in self._at(i)]
        return sorted(found, key=lambda clause: (clause.cue, clause.mention.head))

    def _at(self, i: int) -> Iterator[Clause]:
        if is_verb(self.tree, i) and self.tree.deps[i] not in _AUXILIARY:
            yield from self._acting(i)
        elif self.tree.lower[i] in ("according", "per") or self._in_the_words(i):
            yield from self._source(i)
        elif is_document(self.tree.lower[i]):
            author = author_of(self.tree, i)
            if author is not None and not self.quoted[author]:
                yield self._clause(author, i, "document", True)

    def _acting(self, verb: int) -> Iterator[Clause]:
        agent = agent_of(self.tree, verb, self.quoted)
        if agent is None:
            return
        word = agent.word
        kind: str = cue_kind(self.tree.lower[verb]).value
        if is_document(self.tree.lower[word]) and kind != CueKind.NONE:
            author = author_of(self.tree, word)
            if author is not None and not self.quoted[author]:
                word = author
        yield self._clause(word, verb, kind, agent.direct)

    def _in_the_words(self, i: int) -> bool:
        return self.tree.lower[i] == "words" and i + 1 < len(self.tree) and self.tree.lower[i + 1] == "of"

    def _source(self, i: int) -> Iterator[Clause]:
        prep: int | None = i
        if self.tree.lower[i] != "per":
            prep = next(
                (
                    c
                    for c in (i + 1, *self.tree.children[i])
                    if c < len(self.tree) and self.tree.lower[c] in ("to", "of")
                ),
                None,
            )
        obj = self.tree.child(prep, "pobj") if prep is not None else None
        if obj is None and prep is not None:
            obj = self._next_noun(prep)
        if obj is None or self.quoted[obj]:
            return
        author = author_of(self.tree, obj) if is_document(self.tree.lower[obj]) else None
        yield self._clause(obj if author is None else author, i, "source", True)

    def _next_noun(self, at: int) -> int | None:
        for i in range(at + 1, min(at + 8, len(self.tree))):
            if self.quoted[i] or self.tree.words[i] in ".;:":
                return None
            if self.tree.tags[i].startswith(("NN", "PRP")) and (
                i + 1 == len(self.tree) or not self.tree.tags[i + 1].startswith("NN")
            ):
                return i
        return None

    def _clause(self, word: int, cue: int, kind: str, direct: bool) -> Clause:
        mention = mention_at(self.tree, named_beside(self.tree, word))
        return Clause(mention, cue, kind, direct, min(word, cue), max(word, cue))

    @cached_property
    def others(self) -> list[Mention]:
        """The names, pronouns and persons outside the quotations that are nobody's agent."""
        taken = {clause.mention.head for clause in self.clauses}
        found = []
        for i, tag in enumerate(self.tree.tags):
            if (
                self.quoted[i]
                or i in taken
                or not tag.startswith(("NN", "PRP"))
                or self.tree.deps[i] == "compound"
            ):
                continue
            mention = mention_at(self.tree, i)
            if mention.sort not in (Sort.THING, Sort.DOCUMENT):
                found.append(mention)
        return found

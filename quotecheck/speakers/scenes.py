"""A parsed block: its clauses, who acts in them, and where its quotations stand among the words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from quotecheck.model import Span
from quotecheck.speakers.blocks import Block, Slot
from quotecheck.speakers.clauses import agent_of, author_of, is_verb, of_noun
from quotecheck.speakers.cues import CueKind, cue_kind, is_document
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.mentions import Mention, Sort, is_label, mention_at, named_beside
from quotecheck.speakers.parsing import Tree
from quotecheck.speakers.tally import Tally

__all__ = ["Clause", "Place", "Scene"]

_AUXILIARY = frozenset({"aux", "auxpass"})
_TAG = 5  # words of a reporting clause after a quotation
_STOPS = (".", "!", "?", ";", "“", "”", ":")


@dataclass(frozen=True, slots=True)
class Place:
    """The words of a quotation in the tree, marks included: from ``first`` up to, not including, ``end``.

    By its ``anchors``, some of these words, it hangs in the sentence.
    """

    slot: Slot
    first: int
    end: int
    anchors: tuple[int, ...]


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
        first = bisect_right(self.tree.spans, slot.marked.start, key=lambda span: span.end)
        end = bisect_left(self.tree.spans, slot.marked.end, key=lambda span: span.start)
        if first >= end:
            return Place(slot, 0, 0, ())
        heads, deps = self.tree.heads, self.tree.deps
        out = (i for i in range(first, end) if not first <= heads[i] < end)
        return Place(slot, first, end, tuple(i for i in out if deps[i] != "punct"))

    def ending(self, place: Place) -> str:
        """Return the closing punctuation inside a quotation of the block, or ""."""
        content = place.slot.content.of(self.block.text).rstrip()
        return content[-1] if content and content[-1] in ",.!?;:…" else ""

    @cached_property
    def quoted(self) -> list[int]:
        """For each word, 1 + the number of the quotation that it stands in; 0 outside."""
        marks = [0] * len(self.tree)
        for number, place in enumerate(self.places, 1):
            marks[place.first : place.end] = [number] * (place.end - place.first)
        return marks

    @cached_property
    def tally(self) -> Tally:
        """The counts of words, quotations and full stops."""
        closing = [False, *(bool(end) and end in ".!?" for end in map(self.ending, self.places))]
        return Tally(self.tree.words, self.quoted, [closing[number] for number in self.quoted])

    @cached_property
    def clauses(self) -> list[Clause]:
        """Everybody who does something outside the quotations, and those named by fixed patterns."""
        found = [clause for i in range(len(self.tree)) if not self.quoted[i] for clause in self._at(i)]
        for place in self.places:
            patterns = (self._label(place), self._signature(place), self._mistagged(place))
            found += [clause for clause in patterns if clause is not None]
        return sorted(found, key=lambda clause: (clause.cue, clause.mention.head))

    def _at(self, i: int) -> Iterator[Clause]:
        if self.tree.lower[i] in ("according", "per") or self._in_the_words(i):
            yield from self._source(i)
        elif is_verb(self.tree, i) and self.tree.deps[i] not in _AUXILIARY:
            yield from self._acting(i)
        elif is_document(self.tree.lower[i]):
            author = author_of(self.tree, i)
            if author is not None and not self.quoted[author]:
                yield self._clause(author, i, "document", True)

    def _acting(self, verb: int) -> Iterator[Clause]:
        kind: str = cue_kind(self.tree.lower[verb]).value
        if kind != CueKind.NONE and self._is_aside(verb):
            kind = "aside"
        agent = agent_of(self.tree, verb, self.quoted)
        if agent is None:
            first = self._first_of_sentence(verb) if kind == CueKind.SPEECH else None
            if first is not None:
                yield self._clause(first, verb, kind, False)
            return
        word = agent.word
        if is_document(self.tree.lower[word]) and kind != CueKind.NONE:
            related = self.tree.deps[verb] == "relcl" and self.tree.heads[verb] == word
            found = of_noun(self.tree, word) if related else None
            author = found.word if found is not None else author_of(self.tree, word)
            if author is not None and not self.quoted[author]:
                word = author
        yield self._clause(word, verb, kind, agent.direct)

    def _is_aside(self, verb: int) -> bool:
        """Tell whether it names a source by the way: "as the mayor put it"."""
        mark = self.tree.child(verb, "mark", "advmod")
        return mark is not None and self.tree.lower[mark] == "as" and self.tree.deps[verb] == "advcl"

    def _first_of_sentence(self, verb: int) -> int | None:
        """Return the name that opens the sentence, for a verb whose subject is lost: "Pike, 44, told"."""
        if self.tree.child(verb, "nsubjpass", "auxpass") is not None or self.tree.tags[verb] not in (
            "VBD",
            "VBZ",
            "VBP",
        ):
            return None
        start = verb
        while start > 0 and self.tree.words[start - 1] not in _STOPS and not self.quoted[start - 1]:
            start -= 1
            if is_verb(self.tree, start) and self.tree.tags[start] in ("VBD", "VBZ", "VBP"):
                return None
        return self._noun_run(start, verb)

    def _is_noun(self, i: int) -> bool:
        return self.tree.tags[i].startswith("NN") and self.tree.lower[i] not in word_set(
            "openers", "calendar"
        )

    def _noun_run(self, start: int, end: int) -> int | None:
        """Return the last word of the first run of nouns in a stretch of words, None before a verb."""
        for i in range(start, end):
            if self._is_noun(i) or self.tree.tags[i].startswith("PRP"):
                run = takewhile(self._is_noun, range(i + 1, end))
                return max(run, default=i)
            if is_verb(self.tree, i):
                return None
        return None

    def _label(self, place: Place) -> Clause | None:
        """Return who is named by "NAME: “…”", without any verb but "Said NAME: “…”"."""
        colon = place.first - 1
        if colon < 1 or self.tree.words[colon] != ":":
            return None
        start = colon
        while start > 0 and self.tree.words[start - 1] not in _STOPS and not self.quoted[start - 1]:
            start -= 1
        if self.tree.words[start][:1].isupper() and cue_kind(self.tree.lower[start]) is CueKind.SPEECH:
            start += 1
        if colon - start > 8 or any(is_verb(self.tree, i) for i in range(start, colon)):
            return None
        word = self._noun_run(start, colon)
        if word is None and is_label(self.tree, colon - 1):
            word = colon - 1  # the tagger does not know what to make of "BLUM:"
        return None if word is None else self._clause(word, colon, "label", True)

    def _signature(self, place: Place) -> Clause | None:
        """Return who is named by "“…” — NAME, office"."""
        dash = place.end
        if dash >= len(self.tree) or self.tree.words[dash][0] not in "—–―-":
            return None
        end = dash + 1
        while (
            end < len(self.tree)
            and end - dash < 10
            and self.tree.words[end] not in (*_STOPS, ",", "(")
            and not self.quoted[end]
        ):
            end += 1
        word = self._noun_run(dash + 1, end)
        verbs = any(is_verb(self.tree, i) for i in range(dash + 1, end))
        return None if word is None or verbs else self._clause(word, dash, "signature", True)

    def _mistagged(self, place: Place) -> Clause | None:
        """Return who speaks in "“…,” a narrator intones", where the parser takes the verb for a noun."""
        end = place.end
        while end < len(self.tree) and self.tree.words[end] not in (*_STOPS, ",") and not self.quoted[end]:
            end += 1
        cue = end - 1
        if not 0 < cue - place.end <= _TAG or not self.tree.tags[cue].startswith("NN"):
            return None
        named = [i for i in range(place.end, cue) if self.tree.tags[i].startswith("NN")]
        verbs = any(is_verb(self.tree, i) for i in range(place.end, cue))
        if not named or verbs or cue_kind(self.tree.lower[cue]) is not CueKind.SPEECH:
            return None
        first = next(i for i in range(place.end, cue) if self.tree.words[i].isalnum())
        whole = Span(self.tree.spans[first].start, self.tree.spans[cue - 1].end)
        mention = mention_at(self.tree, named[-1])._replace(span=whole)
        return Clause(mention, cue, CueKind.SPEECH.value, True, named[-1], cue)

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
    def saying(self) -> list[int]:
        """The article's own verbs of saying."""
        return [
            i
            for i, word in enumerate(self.tree.lower)
            if not self.quoted[i] and cue_kind(word) is CueKind.SPEECH and is_verb(self.tree, i)
        ]

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

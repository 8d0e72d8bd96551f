"""Who may have said a quotation, and what speaks for each: the features that the ranker weighs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quotecheck.model import Kind, Quotation
from quotecheck.speakers.coreference import Referent, Resolver
from quotecheck.speakers.cues import lemma
from quotecheck.speakers.mentions import Mention, Sort
from quotecheck.speakers.scenes import Clause, Place, Scene

__all__ = ["Candidate", "Previous", "candidates"]

_SENTENCE_ENDS = frozenset(".!?")
_SHOWN_SORT = {Sort.CROWD: "crowd", Sort.DOCUMENT: "document"}


@dataclass(frozen=True)
class Candidate:
    """A possible speaker; ``referent`` is None for "the article does not say"."""

    referent: Referent | None
    scene: Scene | None
    mention: Mention | None
    cue: int | None
    features: tuple[str, ...]


@dataclass(frozen=True)
class Previous:
    """The quotation before, and who was taken to have said it."""

    quotation: Quotation
    scene: Scene
    place: Place
    choice: Candidate


def _bucket(gap: int) -> str:
    for top, name in ((0, "0"), (1, "1"), (3, "3"), (7, "7"), (15, "15")):
        if gap <= top:
            return name
    return "far"


class _Around:
    """What stands before and after one quotation in its block."""

    def __init__(self, scene: Scene, place: Place, quotation: Quotation) -> None:
        self.scene, self.place, self.quotation = scene, place, quotation
        tree = scene.tree
        text = scene.block.text
        content = place.slot.content.of(text).rstrip()
        self.ending = content[-1] if content and content[-1] in ",.!?;:…" else ""
        following = text[place.slot.marked.end : place.slot.marked.end + 2].lstrip()
        self.following = (
            following[:1]
            if following[:1] in ",.;:!?"
            else ("-" if following[:1] in "—–-(" else ("" if following else "$"))
        )
        before = text[: place.slot.marked.start].rstrip()
        self.leading = before[-1] if before and before[-1] in ",:;.!?—–-”(" else ("word" if before else "^")
        self.parents = self._parents(tree)
        self.children = self._children(tree)

    def _parents(self, tree) -> list[int]:  # type: ignore[no-untyped-def]
        """The verbs above the quotation, nearest first."""
        found: list[int] = []
        inside = range(self.place.first, self.place.end)
        anchors = [i for i in inside if tree.heads[i] not in inside and tree.deps[i] != "punct"]
        anchors = anchors or [i for i in inside if tree.heads[i] not in inside]
        for anchor in anchors:
            for i in tree.ancestors(anchor):
                if tree.tags[i].startswith("VB") and i not in found and not self.scene.quoted[i]:
                    found.append(i)
        return found

    def _children(self, tree) -> set[int]:  # type: ignore[no-untyped-def]
        inside = range(self.place.first, self.place.end)
        return {
            c for i in inside for c in tree.children[i] if c not in inside and tree.tags[c].startswith("VB")
        }

    def gap(self, first: int, last: int) -> tuple[str, int, int, bool]:
        """Return the side, the words and the quotations between, and whether a sentence ends between."""
        if last < self.place.first:
            between = range(last + 1, self.place.first)
            side = "before"
        elif first >= self.place.end:
            between = range(self.place.end, first)
            side = "after"
        else:
            return "around", 0, 0, False
        quoted, words = self.scene.quoted, self.scene.tree.words
        slots = {quoted[i] for i in between if quoted[i]}
        outside = [i for i in between if not quoted[i]]
        count = sum(words[i][0].isalnum() for i in outside)
        ends = any(words[i][0] in _SENTENCE_ENDS for i in outside) or any(
            self._ends_sentence(n) for n in slots
        )
        if side == "after" and self.ending in (".", "!", "?") and self.ending == ".":
            ends = True
        return side, count, len(slots), ends

    def _ends_sentence(self, number: int) -> bool:
        other = self.scene.places[number - 1]
        text = other.slot.content.of(self.scene.block.text).rstrip()
        return text.endswith((".", "!", "?"))


def _clause_features(around: _Around, clause: Clause, referent: Referent) -> Iterator[str]:
    kind = clause.kind
    sort = clause.mention.sort.value
    side, gap, slots, ends = around.gap(clause.first, clause.last)
    yield f"kind={kind}"
    yield f"sort={sort}"
    yield f"kind={kind}|sort={sort}"
    yield f"kind={kind}|{side}|gap={_bucket(gap)}|slots={min(slots, 2)}|ends={ends}"
    yield f"{side}|gap={_bucket(gap)}|slots={min(slots, 1)}|ends={ends}"
    yield f"direct={clause.direct}|kind={kind}"
    parents = around.parents
    if clause.cue in parents:
        rank = parents.index(clause.cue)
        speechless = not any(
            other.cue in parents[:rank] and other.kind in ("speech", "opinion")
            for other in around.scene.clauses
        )
        yield f"up={min(rank, 3)}|kind={kind}"
        yield f"up|kind={kind}|first={speechless}|{around.quotation.kind}"
    elif clause.cue in around.children:
        yield f"down|kind={kind}"
    else:
        yield f"apart|kind={kind}|ends={ends}"
    if side == "before" and not slots:
        yield f"lead={around.leading}|kind={kind}|ends={ends}|gap={_bucket(gap)}"
    if side == "after" and not slots:
        order = "VS" if clause.mention.head > clause.cue else "SV"
        yield f"tail={around.ending}{around.following}|kind={kind}|gap={_bucket(gap)}"
        yield f"order={order}|kind={kind}|gap={_bucket(gap)}"
    if lemma(around.scene.tree.lower[clause.cue]) in ("say", "tell", "add"):
        yield f"plain|{side}|gap={_bucket(gap)}|ends={ends}"


def _bare_features(around: _Around, mention: Mention) -> Iterator[str]:
    side, gap, slots, ends = around.gap(mention.head, mention.head)
    yield "bare"
    yield f"bare|sort={mention.sort.value}"
    yield f"bare|{side}|gap={_bucket(gap)}|slots={min(slots, 1)}|ends={ends}"
    if side == "before" and gap == 0 and not slots:
        yield f"bare|lead={around.leading}"
    if side == "after" and gap == 0 and not slots:
        yield f"bare|tail={around.following}"


def _alone(scene: Scene) -> bool:
    """Tell whether a block holds nothing but quotations."""
    return not any(
        word[0].isalnum() and not mark for word, mark in zip(scene.tree.words, scene.quoted, strict=True)
    )


def _follow_features(around: _Around, previous: Previous) -> Iterator[str]:
    """How a quotation follows the one before, for "the same speaker goes on"."""
    same = previous.scene is around.scene
    yield "follow"
    yield f"follow|turn={previous.quotation.turn == around.quotation.turn}"
    if same:
        side, gap, _, ends = around.gap(previous.place.end - 1, previous.place.end - 1)
        yield f"follow|block|gap={_bucket(gap)}|ends={ends}"
        yield f"follow|block|lead={around.leading}|ends={ends}"
    else:
        apart = min(around.scene.block.first - previous.scene.block.first, 4)
        yield f"follow|apart={apart}|alone={_alone(around.scene)}|open={around.leading == '^'}"
    yield f"follow|{around.quotation.kind}|same={same}"


def candidates(
    scene: Scene,
    place: Place,
    quotation: Quotation,
    resolver: Resolver,
    previous: Previous | None,
    before: Scene | None,
) -> list[Candidate]:
    """Return everybody who may have said ``quotation``, each with his features."""
    around = _Around(scene, place, quotation)
    found: list[Candidate] = []
    spoke = previous.choice.referent.key if previous and previous.choice.referent else None

    def shared(referent: Referent) -> tuple[str, ...]:
        if spoke is None or previous is None:
            return ("fresh",)
        same_block = previous.scene is scene
        return (f"again={referent.key == spoke}|block={same_block}",)

    for clause in scene.clauses:
        referent = resolver.resolve(scene, clause.mention)
        features = (*_clause_features(around, clause, referent), *shared(referent))
        found.append(Candidate(referent, scene, clause.mention, clause.cue, features))
    for mention in scene.others:
        referent = resolver.resolve(scene, mention)
        found.append(
            Candidate(referent, scene, mention, None, (*_bare_features(around, mention), *shared(referent)))
        )
    if previous is not None and previous.choice.referent is not None:
        choice = previous.choice
        found.append(
            Candidate(
                choice.referent, choice.scene, choice.mention, None, tuple(_follow_features(around, previous))
            )
        )
    if before is not None:
        found.extend(_from_before(around, before, resolver, spoke))
    found.append(Candidate(None, None, None, None, tuple(_none_features(around))))
    return found


def _from_before(around: _Around, before: Scene, resolver: Resolver, spoke: object) -> Iterator[Candidate]:
    """Those who act in the paragraph before, for a quotation that follows a sentence about its speaker."""
    last_root = before.tree.roots[-1] if len(before.tree) else -1
    seen: set[object] = set()
    for clause in reversed(before.clauses):
        referent = resolver.resolve(before, clause.mention)
        if referent.key in seen or clause.mention.sort in (Sort.THING, Sort.DOCUMENT, Sort.FIRST):
            continue
        seen.add(referent.key)
        last = before.tree.roots[clause.cue] == last_root
        features = (
            "before",
            f"before|last={last}|kind={clause.kind}|alone={_alone(around.scene)}|open={around.leading == '^'}",
            f"before|last={last}|nth={min(len(seen), 3)}",
            f"before|again={referent.key == spoke}",
        )
        yield Candidate(referent, before, clause.mention, None, features)


def _none_features(around: _Around) -> Iterator[str]:
    words = len(around.quotation.text.split())
    yield "none"
    yield f"none|{around.quotation.kind}|words={_bucket(words)}"
    if around.quotation.kind is Kind.STATEMENT:
        yield f"none|alone={_alone(around.scene)}"
    yield f"none|parents={bool(around.parents)}"

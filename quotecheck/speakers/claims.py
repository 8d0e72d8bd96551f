"""Whether the article claims that words were said, or denies it, or only imagines it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quotecheck.lexicons import lexicon
from quotecheck.model import Kind, Quotation, Span
from quotecheck.speakers.clauses import is_verb
from quotecheck.speakers.cues import CueKind, cue_kind, lemma
from quotecheck.speakers.features import Position
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.governing import anchors, governing_verb, verbs_above
from quotecheck.speakers.parsing import Tree
from quotecheck.speakers.scenes import Place, Scene

__all__ = ["denied_within", "is_disowned", "is_imagined", "is_negated"]

_SAYING = ("xcomp", "pcomp", "ccomp")
_NONFINITE = ("VB", "VBG", "VBN")
_REASONS = frozenset({"because", "since", "although", "while", "but", "and"})
_READ_ON = 240
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s")


def _denied(name: str) -> frozenset[str]:
    return word_set("claims", "denied", name)


def _is_reached(scene: Scene, place: Place, verb: int) -> bool:
    """Tell whether what is denied of ``verb`` is denied of the quotation.

    Not in "did not mention it because “…”", "did not answer the letter in which he called her “…”", and not
    where a sentence ends in between.
    """
    tree = scene.tree
    if place.first and tree.lower[place.first - 1] in _REASONS:
        return False
    if Position(scene, place, verb, verb).ends:
        return False
    nearest = next(verbs_above(scene, place), verb)
    path, current = [], nearest
    while current != verb and tree.heads[current] != current:
        path.append(tree.deps[current])
        current = tree.heads[current]
    return current != verb or all(dep in _SAYING for dep in path)


def _chain(tree: Tree, verb: int) -> Iterator[int]:
    """Yield a verb and those whose complement it is: "saying" of "is quoted as saying", then "quoted"."""
    yield verb
    current = verb
    while tree.deps[current] in (*_SAYING, "prep", "acl", "relcl", "conj") and tree.heads[current] != current:
        current = tree.heads[current]
        yield current


def _is_ascribed_amiss(tree: Tree, verb: int) -> bool:
    """Tell whether words are put into a mouth: "wrongly quoted as saying", "falsely claims that X said"."""
    for above in _chain(tree, verb):
        base = lemma(tree.lower[above])
        amiss = any(tree.lower[child] in _denied("amiss") for child in tree.children[above])
        own = base in ("quote", "cite") or above != verb
        if tree.lower[above] == "misquoted" or (amiss and own and base in _denied("ascribing")):
            return True
    return False


def _is_at_no_point(tree: Tree, verb: int) -> bool:
    for prep in tree.children[verb]:
        noun = tree.child(prep, "pobj") if tree.lower[prep] in ("at", "in") else None
        if noun is not None and tree.lower[noun] in _denied("at_no"):
            return any(tree.lower[child] == "no" for child in tree.children[noun])
    return False


def _says(tree: Tree, verb: int) -> bool:
    kind = cue_kind(tree.lower[verb])
    return kind is CueKind.SPEECH or lemma(tree.lower[verb]) in _denied("naming")


def _is_refused(tree: Tree, verb: int) -> bool:
    """Tell whether ``verb`` is what somebody denied or refused to do: "denied saying", "declined to call".

    "Denied the decision: …" is no denial of the words that follow.
    """
    pairs = [(tree.heads[verb], verb), *((verb, child) for child in tree.children[verb])]
    return any(
        lemma(tree.lower[denying]) in _denied("verbs")
        and tree.deps[speaking] in _SAYING
        and tree.tags[speaking] in _NONFINITE
        and _says(tree, speaking)
        for denying, speaking in pairs
        if denying != speaking
    )


def denied_within(tree: Tree, place: Place) -> int | None:
    """Return the verb before a quotation that denies what it is a part of: "denied that it was “…”"."""
    for anchor in anchors(tree, place):
        below = anchor
        for above in tree.ancestors(anchor):
            verb = lemma(tree.lower[above])
            if above < place.first and verb == "deny" and tree.deps[below] in _SAYING:
                return above
            claim = tree.lower[above] in _denied("claims") and tree.deps[below] in ("acl", "relcl", "ccomp")
            if above < place.first and claim:
                head = tree.heads[above]
                return head if lemma(tree.lower[head]) in _denied("denials") else None
            below = above
    return None


def is_negated(scene: Scene, place: Place, quotation: Quotation, cue: int | None) -> bool:
    """Tell whether the article says that the words were not said: "never said", "misquoted"."""
    inside = quotation.kind is Kind.FRAGMENT or quotation.text[:1].islower()
    if inside and denied_within(scene.tree, place) is not None:
        return True
    if cue is None:
        return False
    tree, verb = scene.tree, governing_verb(scene, place, cue)
    if not _is_reached(scene, place, verb):
        return False
    if any(tree.lower[child] in _denied("words") for child in tree.children[verb]):
        return True
    return _is_refused(tree, verb) or _is_ascribed_amiss(tree, verb) or _is_at_no_point(tree, verb)


@cache
def _disowning() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("claims")["denied"]["disowning"]), re.IGNORECASE)


def is_disowned(text: str, quotation: Quotation, quoted: Sequence[Span]) -> bool:
    """Tell whether the text says of the words, in the sentence after theirs, that they are false.

    "… said: “…” He said no such thing." ``quoted`` are the article's pieces of speech.
    """
    start = quotation.marked.end
    end = min(len(text), start + _READ_ON)
    line = text.find("\n", start, end)
    end = end if line < 0 else line
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start, end)]
    found = _disowning().search(text, start, ends[1] if len(ends) > 1 else end)
    return found is not None and not any(
        span.start < found.end() and found.start() < span.end for span in quoted
    )


def _imagined(name: str) -> frozenset[str]:
    return word_set("claims", "imagined", name)


def _is_habit(scene: Scene, verb: int) -> bool:
    """Tell whether its sentence tells of a habit or of what came to be: "would always say", "would later"."""
    tree = scene.tree
    root = tree.roots[verb]
    own = {tree.lower[i] for i in range(len(tree)) if tree.roots[i] == root and not scene.quoted[i]}
    return not own.isdisjoint(_imagined("habits"))


def _is_reported(tree: Tree, verb: int) -> bool:
    """Tell whether somebody said that it would be: "said she would resign"."""
    return tree.deps[verb] == "ccomp" and cue_kind(tree.lower[tree.heads[verb]]) is CueKind.SPEECH


def _is_conditional(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    helpers = {tree.lower[c] for c in tree.children[verb] if tree.deps[c] == "aux"}
    if cue_kind(tree.lower[verb]) is CueKind.NONE or helpers.isdisjoint(_imagined("modals")):
        return False
    if lexicon("claims")["imagined"]["perfect"] in helpers:
        return True
    return not (_is_reported(tree, verb) or _is_habit(scene, verb))


def _is_supposed(tree: Tree, verb: int) -> bool:
    """Tell whether it stands in an if-clause: "if he says", "as if to say"; "even though he said" is none."""
    if tree.deps[verb] != "advcl":
        return False
    marks = [
        c for c in tree.children[verb] if tree.deps[c] == "mark" and tree.lower[c] in _imagined("conditions")
    ]
    return any(tree.lower[mark] != "though" or (mark > 0 and tree.lower[mark - 1] == "as") for mark in marks)


def _is_of_mind(tree: Tree, verb: int) -> bool:
    """Tell whether it is what somebody imagines or seems to say: "imagine her saying", "seemed to say"."""
    above = verb
    while tree.deps[above] in (*_SAYING, "acl") and tree.heads[above] != above:
        above = tree.heads[above]
        if tree.lower[above] in _imagined("minds"):
            return True
        if tree.lower[above] in _imagined("semblance"):
            return all(tree.lower[child] != "have" for child in tree.children[verb])
    first = tree.roots.index(tree.roots[verb])
    return tree.lower[first] in _imagined("calls")


def is_imagined(scene: Scene, cue: int) -> bool:
    """Tell whether the words are only imagined: "would say", "might have said", "as if to say"."""
    if _is_of_mind(scene.tree, cue):
        return True
    verbs = [verb for verb in _chain(scene.tree, cue) if is_verb(scene.tree, verb)]
    return any(_is_conditional(scene, verb) or _is_supposed(scene.tree, verb) for verb in verbs)

"""Whether the article denies that words were said: "never said", "misquoted", "nobody said"."""

from __future__ import annotations

from quotecheck.model import Kind, Quotation
from quotecheck.speakers.clauses import COMPLEMENTS, complemented
from quotecheck.speakers.cues import CueKind, cue_kind, lemma
from quotecheck.speakers.features import Position
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.governing import governing_verb, verbs_above
from quotecheck.speakers.parsing import Tree
from quotecheck.speakers.scenes import Place, Scene

__all__ = ["denied_within", "is_negated"]

_NONFINITE = ("VB", "VBG", "VBN")
_REASONS = frozenset({"because", "since", "although", "while", "but", "and"})


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
        if tree.lower[current] != "as":  # "quoted as saying"
            path.append(tree.deps[current])
        current = tree.heads[current]
    return current != verb or all(dep in COMPLEMENTS for dep in path)


def _is_ascribed_amiss(tree: Tree, verb: int) -> bool:
    """Tell whether words are put into a mouth: "wrongly quoted as saying", "falsely claims that X said"."""
    for above in complemented(tree, verb):
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
        and tree.deps[speaking] in COMPLEMENTS
        and tree.tags[speaking] in _NONFINITE
        and _says(tree, speaking)
        for denying, speaking in pairs
        if denying != speaking
    )


def _is_nobodys(tree: Tree, verb: int) -> bool:
    """Tell whether nobody is the subject: "nobody at the firm", "no official", "neither Hart nor Vega"."""
    subject = tree.child(verb, "nsubj")
    if subject is None:
        return False
    own = (tree.lower[child] for child in tree.children[subject] if child < subject)
    return tree.lower[subject] in _denied("nobody") or any(word in ("no", "neither") for word in own)


def _is_undone(tree: Tree, verb: int) -> bool:
    """Tell whether it has not come to the saying: "has yet to say", "stopped short of calling"."""
    above = tree.heads[verb]
    words = {tree.lower[child] for child in (*tree.children[verb], *tree.children[above])}
    if tree.lower[above] in ("has", "have", "had") and {"yet", "to"} <= words:
        return True
    stopped = tree.heads[tree.heads[above]]
    return tree.lower[tree.heads[above]] == "short" and tree.lower[stopped] in _denied("stopping")


def _is_false(tree: Tree, verb: int) -> bool:
    """Tell whether a verb says that its subject is not true: "is false", "was doctored", "is a hoax"."""
    told = tree.child(verb, "acomp", "attr", "oprd") if tree.tags[verb].startswith("VB") else None
    words = [verb] if told is None else [child for child in tree.children[told] if child < told] + [told]
    return " ".join(tree.lower[word] for word in words) in _denied("false")


def denied_within(tree: Tree, place: Place) -> int | None:
    """Return the word before a quotation that denies what it is a part of.

    The verb of "denied that it was “…”", the noun of "the claim that he called her “…” is false".
    """
    for anchor in place.anchors:
        below = anchor
        for above in tree.ancestors(anchor):
            verb = lemma(tree.lower[above])
            if above < place.first and verb == "deny" and tree.deps[below] in COMPLEMENTS:
                return above
            claim = tree.lower[above] in _denied("claims") and tree.deps[below] in ("acl", "relcl", "ccomp")
            if above < place.first and claim:
                head = tree.heads[above]
                if _is_false(tree, head):
                    return above
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
    if _is_undone(tree, next(verbs_above(scene, place), verb)):
        return True
    if not _is_reached(scene, place, verb):
        return False
    not_so = any(tree.lower[child] in _denied("words") for child in tree.children[verb])
    return not_so or any(
        denies(tree, verb) for denies in (_is_nobodys, _is_refused, _is_ascribed_amiss, _is_at_no_point)
    )

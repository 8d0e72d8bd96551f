"""Whether the article only imagines the words: "would say", "as if to say", "if he wins, she will say"."""

from __future__ import annotations

from quotecheck.lexicons import lexicon
from quotecheck.speakers.clauses import COMPLEMENTS, complemented, is_verb
from quotecheck.speakers.cues import CueKind, cue_kind, lemma
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.parsing import Tree
from quotecheck.speakers.scenes import Scene

__all__ = ["is_imagined"]


def _imagined(name: str) -> frozenset[str]:
    return word_set("claims", "imagined", name)


def _is_habit(scene: Scene, verb: int) -> bool:
    """Tell whether its sentence tells of a habit or of what came to be: "would always say", "would later"."""
    tree = scene.tree
    root = tree.roots[verb]
    own = {tree.lower[i] for i in range(len(tree)) if tree.roots[i] == root and not scene.quoted[i]}
    return not own.isdisjoint(_imagined("habits"))


def _is_reported(tree: Tree, verb: int) -> bool:
    """Tell whether somebody said that it would be: "said she would resign".

    Not where it is of another that he foretells words: "said his client would tell the jury".
    """
    if tree.deps[verb] != "ccomp" or cue_kind(tree.lower[tree.heads[verb]]) is not CueKind.SPEECH:
        return False
    subject = tree.child(verb, "nsubj")
    handed = lemma(tree.lower[verb]) in word_set("claims", "relaying", "verbs")
    return not (handed and subject is not None and tree.tags[subject].startswith("NN"))


def _is_conditional(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    helpers = {tree.lower[c] for c in tree.children[verb] if tree.deps[c] == "aux"}
    if cue_kind(tree.lower[verb]) is CueKind.NONE:
        return False
    if not helpers.isdisjoint(_imagined("coming")):
        return any(_is_supposed(tree, child) for child in tree.children[verb])
    if helpers.isdisjoint(_imagined("modals")):
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
    while tree.deps[above] in (*COMPLEMENTS, "acl") and tree.heads[above] != above:
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
    verbs = [verb for verb in complemented(scene.tree, cue) if is_verb(scene.tree, verb)]
    return any(_is_conditional(scene, verb) or _is_supposed(scene.tree, verb) for verb in verbs)

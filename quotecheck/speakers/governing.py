"""The verb that a quotation hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.speakers.clauses import is_verb
from quotecheck.speakers.cues import CueKind, cue_kind
from quotecheck.speakers.features import Position
from quotecheck.speakers.scenes import Place, Scene

__all__ = ["governing_verb", "own_cue", "speech_verb", "verbs_above"]

_NEAR = 8


def verbs_above(scene: Scene, place: Place) -> Iterator[int]:
    """Yield the article's own verbs above a quotation, nearest first."""
    for anchor in place.anchors:
        for above in scene.tree.ancestors(anchor):
            if is_verb(scene.tree, above) and not scene.quoted[above]:
                yield above


def governing_verb(scene: Scene, place: Place, cue: int) -> int:
    """Return the verb that the quotation hangs on, where ``cue`` only shares its subject with it.

    "He did not apologise, and called the audit “…”": "called", when "apologise" was taken for the cue.
    """
    nearest = next(verbs_above(scene, place), cue)
    if nearest == cue:
        return _last_joined(scene, place, cue)
    current = nearest
    while scene.tree.deps[current] == "conj" and current != cue:
        current = scene.tree.heads[current]
    return nearest if current == cue else cue


def _last_joined(scene: Scene, place: Place, cue: int) -> int:
    """Return the last verb of saying before a quotation that "and" or "but" joins to the cue, or the cue."""
    tree, current = scene.tree, cue
    for verb in range(cue + 1, place.first):
        joined = tree.deps[verb] == "conj" and tree.heads[verb] == current
        if joined and not scene.quoted[verb] and cue_kind(tree.lower[verb]) is CueKind.SPEECH:
            current = verb
    return current


def speech_verb(scene: Scene, place: Place) -> int | None:
    """Return the verb of saying that a quotation belongs to: above it in the tree, else close by in print."""
    above = next((verb for verb in verbs_above(scene, place) if verb in scene.saying), None)
    if above is not None:
        return above
    found = []
    for verb in scene.saying:
        at = Position(scene, place, verb, verb)
        if not at.slots and not at.ends and at.gap <= _NEAR:
            found.append((at.gap, verb))
    return min(found)[1] if found else None


def own_cue(scene: Scene, place: Place, cue: int | None) -> int | None:
    """Return ``cue``, or the quotation's verb of saying where the cue is none or of another sentence.

    "She looked up, as if to say “…”": "say", when "looked" was taken for the cue.
    """
    verb = speech_verb(scene, place)
    if cue is None or verb is None:
        return verb if cue is None else cue
    at = Position(scene, place, cue, cue)
    closed = at.side == "after" and scene.ending(place) == "."
    hangs = scene.tree.deps[verb] == "advcl" and scene.tree.heads[verb] == cue
    return verb if at.ends or closed or hangs else cue

"""Who wrote the letter or the note that "it" or "the note" means: "Cole sent a message. It read: …"."""

from __future__ import annotations

from quotecheck.speakers.clauses import agent_of, author_of, is_verb
from quotecheck.speakers.cues import CueKind, cue_kind, is_document, lemma
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.mentions import Mention, Sort
from quotecheck.speakers.parsing import Tree
from quotecheck.speakers.scenes import Scene

__all__ = ["author_before"]

_RELATIVES = frozenset({"that", "which"})


def _writes(tree: Tree, verb: int) -> bool:
    return is_verb(tree, verb) and lemma(tree.lower[verb]) in word_set("cues", "writing")


def _by(tree: Tree, verb: int) -> int | None:
    by = tree.child(verb, "agent")
    return None if by is None else tree.child(by, "pobj")


def _author(tree: Tree, noun: int) -> int | None:
    """Return the word for who wrote a document, as its own sentence tells it."""
    own = author_of(tree, noun)
    if own is not None:
        return own
    for verb in tree.children[noun]:  # "a message that Cole sent", "a letter signed by Blum"
        if tree.deps[verb] in ("relcl", "acl") and _writes(tree, verb):
            subject = tree.child(verb, "nsubj")
            told = subject is None or tree.lower[subject] in _RELATIVES
            return _by(tree, verb) if told else subject
    verb, dep = tree.heads[noun], tree.deps[noun]
    if dep == "nsubjpass" and _writes(tree, verb):
        return _by(tree, verb)
    agent = None
    if dep == "dobj" and _writes(tree, verb):
        agent = agent_of(tree, verb)
    elif (
        dep == "pobj"
        and tree.lower[verb] == "in"
        and cue_kind(tree.lower[tree.heads[verb]]) is CueKind.SPEECH
    ):
        agent = agent_of(tree, tree.heads[verb])  # "In a post, Voss announced"
    return None if agent is None else agent.word


def author_before(scene: Scene, mention: Mention) -> int | None:
    """Return the word for who wrote what a mention means, where its paragraph has told that before.

    "It" means a document only as the subject of "read", or of "said" where a document was spoken of in the
    sentence before.
    """
    tree, head = scene.tree, mention.head
    noun = tree.lower[head]
    if mention.sort is Sort.IT:
        if tree.deps[head] != "nsubj" or tree.lower[tree.heads[head]] not in word_set("cues", "reading"):
            return None
    elif mention.sort is not Sort.DOCUMENT or tree.lower[max(head - 1, 0)] not in ("the", "that", "this"):
        return None
    for i in range(head - 1, -1, -1):
        known = tree.lower[i] == noun if mention.sort is Sort.DOCUMENT else is_document(tree.lower[i])
        if known and not scene.quoted[i] and tree.tags[i].startswith("NN"):
            word = _author(tree, i)
            return word if word is not None and word < head else None
    return None

"""Who does what in a clause: the subject of a verb, found through conjunctions, participles and relatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotecheck.speakers.cues import is_document, lemma
from quotecheck.speakers.parsing import Tree

__all__ = ["COMPLEMENTS", "Agent", "agent_of", "author_of", "complemented", "is_caused", "is_verb", "of_noun"]

COMPLEMENTS = ("xcomp", "pcomp", "ccomp")
"""How the tree ties a verb to the one whose complement it is: "saying" to "denied saying"."""


_SUBJECTS = ("nsubj", "csubj", "expl")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_CLIMB = frozenset({"advcl", "xcomp", "pcomp", "ccomp", "parataxis", "dep", "prep"})
_CAUSED = frozenset({"let", "make", "have"})
_QUOTED_AS = frozenset({"quote", "cite", "report", "hear", "record", "paraphrase", "credit"})


class Agent(NamedTuple):
    """The word that stands for the one who acts; ``direct`` when it is the verb's own subject."""

    word: int
    direct: bool


def is_verb(tree: Tree, i: int) -> bool:
    return tree.tags[i].startswith("VB")


def _by(tree: Tree, verb: int) -> int | None:
    agent = tree.child(verb, "agent")
    return tree.child(agent, "pobj") if agent is not None else None


def _antecedent(tree: Tree, subject: int, verb: int) -> int:
    if tree.lower[subject] in _RELATIVES and tree.deps[verb] == "relcl":
        return tree.heads[verb]
    return subject


def _own_subject(tree: Tree, verb: int) -> int | None:
    subject = tree.child(verb, *_SUBJECTS)
    if subject is not None:
        return _antecedent(tree, subject, verb)
    passive = tree.child(verb, "nsubjpass")
    if passive is None:
        return None
    if lemma(tree.lower[verb]) in _QUOTED_AS and _by(tree, verb) is None:
        return _antecedent(tree, passive, verb)
    return _by(tree, verb)


def _is_passive(tree: Tree, verb: int) -> bool:
    return tree.child(verb, "nsubjpass", "auxpass") is not None


def is_caused(tree: Tree, verb: int) -> bool:
    """Tell whether another brings it about: "she let them know that …", "he made it known that …"."""
    return (
        tree.deps[verb] == "ccomp"
        and lemma(tree.lower[verb]) == "know"
        and lemma(tree.lower[tree.heads[verb]]) in _CAUSED
    )


def agent_of(tree: Tree, verb: int, quoted: Sequence[int] | None = None) -> Agent | None:
    """Return who performs ``verb``; None where the sentence does not say ("it was called …").

    The listener of "told" and the subject of a passive are not agents; whoever "was quoted as saying" is.
    Words that ``quoted`` marks are stepped over: the article's clauses are wanted, not the speaker's.
    """
    current, direct = verb, True
    for _ in range(8):
        inside = bool(quoted and quoted[current])
        if not inside and is_caused(tree, current):
            current = tree.heads[current]
        own = None if inside else _own_subject(tree, current)
        if own is None and not inside:
            own = _by(tree, current)
        if own is not None and not (quoted and quoted[own]):
            return Agent(own, direct)
        if not inside and _is_passive(tree, current):
            return None
        dep, head = tree.deps[current], tree.heads[current]
        bidden = tree.child(head, "nsubjpass") if dep == "xcomp" and not inside else None
        if bidden is not None and not (quoted and quoted[bidden]):
            return Agent(_antecedent(tree, bidden, head), False)  # "he is alleged to have said"
        if dep in ("acl", "relcl") and not inside:
            return of_noun(tree, head)
        if head == current or not (inside or dep == "conj" or dep in _CLIMB):
            return None
        current, direct = head, direct and dep == "conj"
    return None


def of_noun(tree: Tree, noun: int) -> Agent | None:
    """Return who speaks in "a statement saying …" or "Smith, speaking on Monday, …"."""
    if not is_document(tree.lower[noun]):
        return Agent(noun, False)
    author = author_of(tree, noun)
    if author is not None:
        return Agent(author, False)
    verb = next((a for a in tree.ancestors(noun) if is_verb(tree, a)), None)
    found = agent_of(tree, verb) if verb is not None else None
    return Agent(found.word, False) if found and found.word != noun else Agent(noun, False)


def author_of(tree: Tree, noun: int) -> int | None:
    """Return whose statement, letter, report … it is: its possessor, or who stands after "by" or "from".

    Else the name before it: "a Gazette article".
    """
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner
    for prep in tree.children[noun]:
        if tree.lower[prep] in ("by", "from", "of") and tree.deps[prep] in ("prep", "agent"):
            obj = tree.child(prep, "pobj")
            written = tree.lower[prep] == "by" and obj is not None and tree.tags[obj].startswith("NN")
            if obj is not None and (written or tree.tags[obj].startswith(("NNP", "PRP"))):
                return obj
    named = (child for child in tree.children[noun] if tree.deps[child] == "compound" and child < noun)
    return next((child for child in named if tree.tags[child] == "NNP"), None)


def complemented(tree: Tree, verb: int) -> Iterator[int]:
    """Yield a verb and those whose complement it is: "saying" of "is quoted as saying", then "quoted"."""
    yield verb
    current = verb
    ties = (*COMPLEMENTS, "prep", "acl", "relcl", "conj")
    while tree.deps[current] in ties and tree.heads[current] != current:
        current = tree.heads[current]
        yield current

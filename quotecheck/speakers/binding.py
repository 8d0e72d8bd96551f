"""Who cannot be meant: a subject is nobody whom its own clause goes on to name (Chomsky 1981, Principle C).

In "he told Ada Marlowe that Otto Blum had left" he is neither of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotecheck.speakers.parsing import Tree

__all__ = ["names_below"]

_SUBJECTS = ("nsubj", "nsubjpass")
_BESIDE = frozenset({"conj", "parataxis", "appos", "dep"})


def _is_below(tree: Tree, word: int, verb: int) -> bool:
    """Tell whether a word belongs to what a verb says of its subject, and to no clause beside that."""
    while word != verb:
        if tree.deps[word] in _BESIDE or tree.heads[word] == word:
            return False
        word = tree.heads[word]
    return True


def names_below(tree: Tree, subject: int, quoted: Sequence[int]) -> Iterator[int]:
    """Yield the words of the names that stand behind a subject in its own clause, quotations left out."""
    if tree.deps[subject] not in _SUBJECTS:
        return
    verb = tree.heads[subject]
    for word in range(subject + 1, len(tree)):
        if tree.roots[word] != tree.roots[subject]:
            return
        if tree.tags[word] == "NNP" and not quoted[word] and _is_below(tree, word, verb):
            yield word

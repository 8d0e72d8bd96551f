"""What follows a noun and says who is meant: "a person close to him", "two people briefed on the plan"."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.model import Span
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.mentions import Mention
from quotecheck.speakers.parsing import Tree

__all__ = ["whole_phrase"]

_FOLLOWING = frozenset({"prep", "amod", "acl", "relcl"})
_LONGEST = 12  # words after the noun
_CLOSING = frozenset(',;:()“”"–—.!?')


def _subtree(tree: Tree, top: int) -> set[int]:
    found, waiting = {top}, [top]
    while waiting:
        below = tree.children[waiting.pop()]
        found.update(below)
        waiting.extend(below)
    return found


def _is_dated(tree: Tree, words: Sequence[int]) -> bool:
    """Tell whether a phrase only says when: "on Monday"."""
    return any(tree.lower[i] in word_set("openers", "calendar") for i in words)


def _next_end(tree: Tree, head: int, end: int) -> int | None:
    """Return where the phrase that stands right behind ``end`` and hangs on the noun ends, if any does."""
    for child in tree.children[head]:
        if child <= end or tree.deps[child] not in _FOLLOWING:
            continue
        words = sorted(_subtree(tree, child))
        if words[0] == end + 1 and words[-1] - end == len(words) and not _is_dated(tree, words):
            return words[-1]
    return None


def whole_phrase(tree: Tree, mention: Mention, quoted: Sequence[int]) -> Span:
    """Return a description with the phrases behind it that tell more of it, up to the first comma or mark."""
    end = last = next(i for i in range(len(tree) - 1, -1, -1) if tree.spans[i].start < mention.span.end)
    while (further := _next_end(tree, mention.head, end)) is not None:
        end = further
    told = range(last + 1, end + 1)
    if len(told) > _LONGEST or any(quoted[i] or tree.words[i] in _CLOSING for i in told):
        return mention.span
    return Span(mention.span.start, tree.spans[end].end)

"""How the text names somebody: the noun phrase around a word, and what sort of mention it is."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from quotecheck.model import Span
from quotecheck.speakers.cues import CueKind, cue_kind, is_document, singular
from quotecheck.speakers.folding import word_set, word_sets
from quotecheck.speakers.parsing import Tree

__all__ = ["Mention", "Sort", "is_label", "mention_at", "named_beside", "partner_of", "sort_of"]

_LEFT = frozenset(
    {
        "det",
        "compound",
        "amod",
        "poss",
        "nummod",
        "nmod",
        "case",
        "predet",
        "quantmod",
        "advmod",
        "punct",
        "dep",
        "appos",
        "npadvmod",
    }
)
_AGENTIVE = re.compile(r"(?:er|or|ian|ess|dent|ant|naut|crat|lete|path)$")


class Sort(StrEnum):
    """What a mention is made of, and what it can stand for."""

    NAME = "name"
    PERSONAL = "personal"
    PLURAL = "plural"
    IT = "it"
    FIRST = "first"
    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"
    CROWD = "crowd"
    THING = "thing"

    @property
    def is_pronoun(self) -> bool:
        return self in (Sort.PERSONAL, Sort.PLURAL, Sort.IT, Sort.FIRST)


class Mention(NamedTuple):
    """A noun phrase: ``head`` is its main word in the tree, ``span`` where it stands in the tree's text."""

    head: int
    span: Span
    sort: Sort


def _pronoun(word: str) -> Sort | None:
    for sort in (Sort.PERSONAL, Sort.PLURAL, Sort.FIRST, Sort.IT):
        if word in word_set("people", "pronouns", sort):
            return sort
    return None


def is_capitalised(tree: Tree, i: int) -> bool:
    word = tree.words[i]
    return word[:1].isupper() and (len(word) > 1 or tree.tags[i].startswith("NNP"))


def is_label(tree: Tree, i: int) -> bool:
    """Tell whether a capitalised word stands before a colon, as the speaker's name does in an interview."""
    known = word_sets(("openers", "words"), ("openers", "calendar"))
    return tree.words[i + 1 : i + 2] == [":"] and is_capitalised(tree, i) and tree.lower[i] not in known


def _is_name(tree: Tree, i: int) -> bool:
    if not is_capitalised(tree, i) or tree.tags[i].startswith("PRP"):
        return False
    if tree.tags[i].startswith("NNP") or is_label(tree, i):
        return True
    starts = i == 0 or tree.words[i - 1] in "“”.!?:;—–-"
    return not starts and tree.tags[i] not in ("DT", "IN", "WP", "WDT", "WRB", "CC", "TO")


@lru_cache(maxsize=8192)
def _noun_sort(word: str) -> Sort:
    one = singular(word)
    if word in word_set("people", "crowds"):
        return Sort.CROWD
    if one in word_set("people", "persons"):
        return Sort.PERSON if one == word else Sort.CROWD
    if one in word_set("people", "bodies") or one in word_set("people", "media"):
        return Sort.BODY
    if is_document(word):
        return Sort.DOCUMENT
    if one.endswith(("ist", "ologist", "woman", "person")) or (one.endswith("man") and one != "human"):
        return Sort.PERSON
    return Sort.THING


def _is_share(tree: Tree, i: int) -> bool:
    """Tell whether it is a part of some people: 52 percent of voters, most of those asked."""
    if tree.lower[i] not in word_set("people", "shares"):
        return False
    prep = tree.child(i, "prep")
    of = tree.child(prep, "pobj") if prep is not None and tree.lower[prep] == "of" else None
    if of is not None:
        return tree.lower[of] in word_set("people", "pronouns", "of_whom") or _noun_sort(tree.lower[of]) in (
            Sort.CROWD,
            Sort.PERSON,
        )
    return tree.deps[i] == "nsubj" and cue_kind(tree.lower[tree.heads[i]]) is not CueKind.NONE


def sort_of(tree: Tree, i: int) -> Sort:
    """Return what sort of mention the phrase headed by word ``i`` is."""
    if _is_share(tree, i):
        return Sort.CROWD
    if tree.lower[i] in word_set("openers", "calendar"):
        return Sort.THING
    pronoun = _pronoun(tree.lower[i])
    if pronoun is not None and not (
        tree.tags[i].startswith("NNP") and tree.words[i].isupper() and len(tree.words[i]) > 1
    ):
        return pronoun
    if _is_name(tree, i) and not (
        _noun_sort(tree.lower[i]) in (Sort.PERSON, Sort.CROWD) and not tree.tags[i].startswith("NNP")
    ):
        return Sort.NAME
    sort = _noun_sort(tree.lower[i])
    return Sort.PERSON if sort is Sort.THING and _acts_as_person(tree, i) else sort


def _acts_as_person(tree: Tree, i: int) -> bool:
    """Tell whether a noun that no list knows is a person's: made like "climber", the subject of "said"."""
    word = tree.lower[i]
    if tree.deps[i] != "nsubj" or tree.tags[i] != "NN" or not _AGENTIVE.search(word):
        return False
    return word not in word_set("people", "things") and cue_kind(tree.lower[tree.heads[i]]) is CueKind.SPEECH


def _phrase_start(tree: Tree, head: int) -> int:
    """Walk left over the words that belong to the phrase, without crossing a comma or a clause."""
    start = head
    while start > 0:
        before = start - 1
        if not _belongs(tree, before, head) or tree.words[before] in ",;:()“”–—":
            break
        start = before
    return start


def _belongs(tree: Tree, word: int, head: int) -> bool:
    current = word
    for _ in range(6):
        if tree.deps[current] not in _LEFT and tree.deps[current] not in ("prep", "pobj", "cc", "conj"):
            return False
        current = tree.heads[current]
        if current == head:
            return True
    return False


def _phrase_end(tree: Tree, head: int) -> int:
    end = head
    while (
        end + 1 < len(tree)
        and tree.deps[end + 1] in ("flat", "compound", "nmod")
        and tree.heads[end + 1] in range(head, end + 1)
    ):
        end += 1
    if not _is_name(tree, head):
        return _with_of(tree, head, end)
    return end


def _with_of(tree: Tree, head: int, end: int) -> int:
    """Take "for the ministry" with "a spokesman", so that a description says whose."""
    for prep in tree.children[head]:
        if (
            prep == end + 1
            and tree.deps[prep] == "prep"
            and tree.lower[prep] in ("of", "for", "at", "from", "with", "in")
        ):
            obj = tree.child(prep, "pobj")
            if obj is not None and obj - prep <= 8:
                return _phrase_end(tree, obj)
    return end


def _is_described(tree: Tree, name: int) -> bool:
    """Tell whether a name is said to be a person's: "Ada Pike, a senior adviser"."""
    role = tree.child(name, "appos")
    return tree.tags[name] == "NNP" and role is not None and _noun_sort(tree.lower[role]) is Sort.PERSON


def _counted(tree: Tree, apposed: int) -> int:
    """Return the name in what follows "one of them": "the other, his brother Sunil"."""
    name = tree.child(apposed, "appos")
    return name if name is not None and name > apposed and _is_name(tree, name) else apposed


def _is_named_at_once(tree: Tree, noun: int) -> bool:
    """Tell whether a name follows on what its bearer is, and shares the verb: "ratings agency Corbel"."""
    after = noun + 1
    named = after < len(tree) and tree.tags[after] == "NNP" and is_capitalised(tree, after)
    if not named or tree.deps[noun] == "compound":
        return False
    return tree.heads[after] in (noun, tree.heads[noun]) and tree.deps[after] in (tree.deps[noun], "appos")


def _apposed_name(tree: Tree, head: int) -> int | None:
    sort = _noun_sort(tree.lower[head])
    apposed = tree.child(head, "appos")
    if apposed is not None and apposed > head:
        if tree.lower[head] in word_set("people", "counters"):
            return _counted(tree, apposed)
        if sort is Sort.THING and _is_described(tree, apposed):
            return apposed
    if sort in (Sort.BODY, Sort.THING) and _is_named_at_once(tree, head):
        return head + 1
    if sort not in (Sort.PERSON, Sort.BODY):
        return None
    owners = [tree.child(prep, "pobj") for prep in tree.children[head] if tree.lower[prep] in ("for", "of")]
    for child in (c for above in (head, *owners) if above is not None for c in tree.children[above]):
        beside = tree.deps[child] == "appos" and child > head and tree.tags[child].startswith("NNP")
        if beside and _noun_sort(tree.lower[child]) is not Sort.PERSON:
            return child
    return None


def _runs_on(tree: Tree, i: int) -> bool:
    """Tell whether the next word goes on with the name or title that word ``i`` is part of."""
    if i + 1 >= len(tree):
        return False
    here, after = tree.spans[i], tree.spans[i + 1]
    if here.end == after.start and (tree.words[i] == "-" or tree.words[i + 1] == "-"):
        return i + 2 < len(tree) or tree.words[i] == "-"
    if tree.lower[i + 1] in word_set("openers", "calendar"):
        return False
    return here.end + 1 == after.start and tree.tags[i + 1] in ("NNP", "NNPS") and is_capitalised(tree, i + 1)


def named_beside(tree: Tree, head: int) -> int:
    """Return the word that names whom ``head`` is about.

    It may stand in apposition ("the mayor, Ada Marlowe"), or at the end of a run of words that the parser cut
    ("co-author Ada Marlowe").
    """
    apposed = _apposed_name(tree, head)
    if apposed is not None:
        return apposed
    if sort_of(tree, head) not in (Sort.NAME, Sort.PERSON) and tree.words[head + 1 : head + 2] != ["-"]:
        return head
    while _runs_on(tree, head):
        head += 1
    return head


def partner_of(tree: Tree, head: int) -> int | None:
    """Return the name that is joined to this one by "and", as when two people speak together."""
    if tree.child(head, "cc") is None:
        return None
    partner = tree.child(head, "conj")
    return partner if partner is not None and _is_name(tree, partner) else None


def _aged(tree: Tree, head: int) -> Span | None:
    """Return "the 61-year-old" around one of its words, which parsers take apart."""
    for start in range(max(0, head - 4), head + 1):
        if tree.lower[start + 1 : start + 5] == ["-", "year", "-", "old"] and head <= start + 4:
            alone = start + 5 == len(tree) or not tree.tags[start + 5].startswith("NN")
            first = start - (start > 0 and tree.lower[start - 1] in ("the", "a", "an"))
            return Span(tree.spans[first].start, tree.spans[start + 4].end) if alone else None
    return None


def mention_at(tree: Tree, head: int) -> Mention:
    """Return the mention whose main word is ``head``."""
    if tree.lower[head] in ("year", "old") and (aged := _aged(tree, head)) is not None:
        return Mention(head, aged, Sort.PERSON)
    sort = sort_of(tree, head)
    if sort.is_pronoun:
        return Mention(head, tree.spans[head], sort)
    start, end = _phrase_start(tree, head), _phrase_end(tree, head)
    return Mention(head, Span(tree.spans[start].start, tree.spans[end].end), sort)

"""Which words of a text report speech, known by their form without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from quotecheck.lexicons import lexicon

__all__ = ["calling_at", "plain_words", "reporting_at"]

_WORD = re.compile(r"[#@]?[^\W_]+(?:[’'.&/-][^\W_]+)*")
_DOUBLING = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")  # quip, quipped
_SPEAKING_INFINITIVES = 3
_BEFORE_NOUNS = frozenset(
    {"a", "an", "the", "his", "her", "their", "its", "my", "our", "your", "every", "any", "no", "some"}
    | {"this", "each", "another", "united"}
)


def plain_words(text: str) -> list[str]:
    """Return the words of ``text`` in small letters, with straight apostrophes."""
    return _WORD.findall(text.lower().replace("’", "'"))


def _inflected(lemma: str) -> set[str]:
    """Return the regular forms of an English verb and the irregular ones that the lexicon knows."""
    forms = {lemma, *lexicon("cues").get("irregular", {}).get(lemma, ())}
    if _DOUBLING.search(lemma):
        forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    if lemma.endswith("e"):
        return forms | {lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return forms | {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    ending = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return forms | {lemma + ending, lemma + "ed", lemma + "ing"}


def _forms(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in _inflected(lemma))


@cache
def _reporting() -> frozenset[str]:
    verbs = [*lexicon("cues")["speech"], *lexicon("cues")["manner"]]
    return _forms(verbs) | frozenset(lexicon("kinds")["foreign_reporting"])


@cache
def _expressions() -> dict[str, list[list[str]]]:
    """Return the reporting expressions of two words and more, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for cue in [*lexicon("cues")["source"], *lexicon("kinds")["saying"], *_reporting()]:
        if " " in cue:
            found.setdefault(cue.split()[0], []).append(cue.split())
    return found


def _is_expression(words: Sequence[str], at: int) -> bool:
    return any(list(words[at : at + len(cue)]) == cue for cue in _expressions().get(words[at], ()))


@cache
def _calling() -> frozenset[str]:
    return _forms(lexicon("kinds")["calling"])


@cache
def _infinitives() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(cue.split()[-3:]) for cue in lexicon("kinds")["infinitive_reporting"])


def _is_idle_infinitive(words: Sequence[str], at: int) -> bool:
    """Tell whether the verb at ``at`` is only a purpose ("a law to condemn …"): nobody has spoken yet."""
    if not at or words[at - 1] != "to":
        return False
    lead = tuple(words[max(0, at - _SPEAKING_INFINITIVES) : at])
    return not (lead in _infinitives() or lead[1:] in _infinitives())


def _is_noun(words: Sequence[str], at: int) -> bool:
    """Tell whether the word at ``at`` is a noun that reports nothing: the Post, its report."""
    if not at or not (words[at - 1] in _BEFORE_NOUNS or words[at - 1].endswith("'s")):
        return False
    if words[at].endswith(("d", "ing")) or words[at + 1 : at + 2] == ["that"]:
        return False  # "the retired said", "the claim that"
    return words[at] not in lexicon("kinds")["foreign_reporting"]  # "a déclaré"


def reporting_at(words: Sequence[str]) -> list[int]:
    """Return the places of the ``plain_words`` that report speech: said, according to."""
    reporting = _reporting()
    cues = [at for at, word in enumerate(words) if word in reporting or _is_expression(words, at)]
    return [at for at in cues if not (_is_idle_infinitive(words, at) or _is_noun(words, at))]


def calling_at(words: Sequence[str]) -> list[int]:
    """Return the places of the verbs that call somebody or something names: called, hailed, likened."""
    calling = _calling()
    return [at for at, word in enumerate(words) if word in calling and not _is_idle_infinitive(words, at)]

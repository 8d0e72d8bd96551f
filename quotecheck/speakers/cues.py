"""Reporting expressions: every form of every verb in the lexicon, and what sort of verb it is."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache

from quotecheck.lexicons import lexicon
from quotecheck.speakers.folding import word_set

__all__ = ["CueKind", "cue_kind", "is_document", "lemma", "singular"]

_VOWELS = frozenset("aeiou")


class CueKind(StrEnum):
    """How surely a verb reports speech: always, when a quotation hangs on it, or by the way one speaks."""

    SPEECH = "speech"
    OPINION = "opinion"
    MANNER = "manner"
    NONE = "none"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _forms(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    found = {verb, _past(verb), _third(verb), stem + "ing"}
    if verb[-1] not in _VOWELS | {"w", "x", "y"} and verb[-2] in _VOWELS and verb[-3:-2] not in _VOWELS:
        found |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return found | set(lexicon("cues")["irregular"].get(verb, ()))


@cache
def _verbs() -> dict[str, tuple[str, CueKind]]:
    table: dict[str, tuple[str, CueKind]] = {}
    for kind in (CueKind.SPEECH, CueKind.OPINION, CueKind.MANNER):
        for verb in lexicon("cues")[kind.value]:
            base = verb.split()[0]
            # "go on", "point out": the verb alone is no cue of the first kind.
            sort = kind if base == verb else CueKind.OPINION
            for form in _forms(base):
                if sort is kind or form not in table:
                    table[form] = (base, sort)
    for verb, forms in lexicon("cues")["irregular"].items():
        base = verb.split()[0]
        sort = table.get(base, (base, CueKind.OPINION))[1]
        table.update({form.split()[0]: (base, sort) for form in forms})
    return table


def cue_kind(form: str) -> CueKind:
    """Return what sort of reporting verb a form (lower case) is."""
    return _verbs().get(form, ("", CueKind.NONE))[1]


def lemma(form: str) -> str:
    """Return the lemma of a form of a verb in the lexicon, any other form as it is."""
    return _verbs().get(form, (form, CueKind.NONE))[0]


def singular(noun: str) -> str:
    """Return the singular of a regular plural, lower case."""
    if noun.endswith("men") and len(noun) > 3:
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


@lru_cache(maxsize=8192)
def is_document(noun: str) -> bool:
    """Tell whether a noun (lower case) is something said or written, whose author is the speaker."""
    nouns = word_set("cues", "nouns")
    return noun in nouns or singular(noun) in nouns

"""The forms that a reporting expression takes in running text, known without a parser."""

from __future__ import annotations

import re
from functools import cache

from quotecheck.lexicons import lexicon

__all__ = ["reporting_pattern"]


def _inflected(lemma: str) -> set[str]:
    """Return the regular forms of an English verb and the irregular ones that the lexicon knows."""
    forms = {lemma, *lexicon("kinds")["irregular"].get(lemma, ())}
    if " " in lemma:
        return forms
    if lemma.endswith("e"):
        return forms | {lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return forms | {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    ending = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return forms | {lemma + ending, lemma + "ed", lemma + "ing"}


@cache
def reporting_pattern() -> re.Pattern[str]:
    """Return a pattern that finds reporting verbs in any form, and expressions such as "according to"."""
    cues = lexicon("cues")
    forms: set[str] = set(cues["source"])
    for lemma in cues["speech"]:
        forms |= _inflected(lemma)
    alternatives = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)

"""How the article's own words lead to a quotation and follow on it: said, known as, with the words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotecheck.quotations.cues import calling_at, reporting_at
from quotecheck.quotations.setting import Setting, ends_with, listed, phrases

__all__ = [
    "called_before",
    "has_clause",
    "is_named",
    "is_tagged",
    "is_termed",
    "is_worded",
    "reported_before",
]

_NAMING_ADVERBS = frozenset({"commonly", "often", "also", "sometimes", "popularly", "locally"})
_KNOWN = frozenset(
    {"known", "think", "thinks", "thought", "entered", "recorded", "logged", "filed", "registered", "booked"}
)
_KNOWN_WITHIN = 8
_WORDED = frozenset({"with", "in", "by"})  # she greeted him with the words “…”
_WORDED_WITHIN = 4
_CALL = frozenset({"call", "calls", "speak", "refer"})
_NAMED_WITHIN = 9


def has_clause(words: Sequence[str]) -> bool:
    """Tell whether the words look like a clause of their own: a subject, then a finite verb."""
    if not words or words[0] in ("to", "who", "which", "whose", "of", "than", "as"):
        return False
    subjects, finite = listed("sure_subjects"), listed("finite_verbs")
    if words[0] in finite and "'" not in words[0]:
        return False
    for i, word in enumerate(words):
        if word in finite and (i or "'" in word):
            return not {"who", "which"} & set(words[:i]) and words[i - 1] not in ("to", "that")
        if word in subjects and i < 3 and len(words) > i + 1:
            return True
    return False


def reported_before(setting: Setting, *, within: int = 4) -> bool:
    """Tell whether the words right before the mark report speech: said, | said of it that | said:"""
    places = reporting_at(setting.before_words)
    return bool(places) and len(setting.before_words) - places[-1] - 1 <= within


def called_before(setting: Setting, *, within: int = 12) -> bool:
    places = calling_at(setting.before_words)
    if not places or len(setting.before_words) - places[-1] - 1 > within:
        return False
    earlier = setting.before_words[max(0, places[-1] - 2) : places[-1]]
    return not _is_passive(earlier) and places[-1] > 0


def _is_passive(earlier: Sequence[str]) -> bool:
    """Tell whether a participle after these words is passive, with nobody named who says it."""
    auxiliary = any(word in listed("be_forms") or word.endswith(("'s", "'re")) for word in earlier)
    return auxiliary or bool(_NAMING_ADVERBS & set(earlier[-1:]))


def is_named(setting: Setting) -> bool:
    """Tell whether the mark follows a passive naming verb: it was commonly called; an island called."""
    words = setting.before_words
    tail = words[:-1] if words[-1:] and words[-1] in ("the", "a", "an") else words
    for length in (1, 2):
        if tuple(tail[-length:]) in phrases("naming_verbs"):
            earlier = tail[-length - 2 : -length]
            return _is_passive(earlier) or earlier[:1] in (["a"], ["an"])
    return False


def _is_jargon(words: Sequence[str]) -> bool:
    """Tell whether the words give a trade’s own name for a thing: what geologists call; dealers call it."""
    return any(
        trade in listed("trades") and verb in _CALL for trade, verb in pairwise(words[-_NAMED_WITHIN:])
    )


def is_worded(setting: Setting) -> bool:
    """Tell whether somebody says the words, and the article does not speak of them: ended with the words."""
    words, content = setting.before_words, setting.content
    sentence = content[:1].isupper() and content[-1:] in ".!?…"
    return words[-1:] == ["words"] and (sentence or not _WORDED.isdisjoint(words[-_WORDED_WITHIN:]))


def is_termed(setting: Setting) -> bool:
    """Tell whether the article's words introduce a term or nickname: so-called, known to fishermen as."""
    if setting.before.rstrip().endswith(":"):
        return False
    words = setting.before_words
    if is_worded(setting):
        return False
    tail = words[:-1] if words[-1:] and words[-1] in ("the", "a", "an") else words
    known = tail[-1:] == ["as"] and bool(_KNOWN & set(tail[-_KNOWN_WITHIN:]))
    return known or _is_jargon(tail) or ends_with(words, "scare_cues")


def is_tagged(setting: Setting) -> bool:
    """Tell whether a reporting clause follows: ," he said."""
    if setting.content[-1:] not in ",?!—" and setting.after.lstrip()[:1] != ",":
        return False
    words = setting.after_words[:8]
    return any(at < 6 and not _is_passive(words[max(0, at - 1) : at]) for at in reporting_at(words))

"""What stands before the quoted words in their sentence, and says whose they are or how far they hold."""

from __future__ import annotations

import re
from typing import Any

from quotecheck.checking.equivalence import fold, opens_sentence, terms
from quotecheck.checking.meaning import negations
from quotecheck.checking.numerals import is_numeral
from quotecheck.lexicons import lexicon

__all__ = ["leads_up", "phrase_pattern", "same_sentence_before"]

_CONTEXT: dict[str, Any] = lexicon("wording")["context"]
_SENTENCE = 200
_SHOWN_BEFORE = 300
_LONGEST = 6
_OWN = frozenset(_CONTEXT["own_voice"])
_SUBJECTS = frozenset(_CONTEXT["begin_a_clause"]["with"])
_NEW_CLAUSE = frozenset(_CONTEXT["begin_a_clause"]["after"])
_SLOTS: dict[str, list[str]] = _CONTEXT["slots"]


def _any_of(words: list[str]) -> str:
    return "|".join(map(re.escape, words))


def _folded(entry: str) -> str:
    return " ".join(key for word in entry.split() for key in ([word] if "#" in word else fold(word)))


def _word_pattern(word: str) -> str:
    """Return the pattern of one word of a phrase: itself, "*", or "{name}" for one of a slot's entries."""
    one = word.removesuffix("?")
    slot = _SLOTS[one[1:-1]] if one.startswith("{") else None
    alternatives = r"\S+" if one == "*" else _any_of([_folded(entry) for entry in slot or [one]])
    return f"(?: (?:{alternatives})){'?' if word.endswith('?') else ''}"


def phrase_pattern(phrases: list[str], *, at_end: bool) -> re.Pattern[str]:
    """Return a pattern for keys, a space before each, that one of ``phrases`` begins or ends."""
    alternatives = "|".join("".join(map(_word_pattern, phrase.split())) for phrase in phrases)
    return re.compile(f"({alternatives})$" if at_end else rf"^({alternatives})(?:\s|$)")


_SET_UP = phrase_pattern([*_CONTEXT["set_up"], *_CONTEXT["limits"]], at_end=True)
_DOUBTS = frozenset(_CONTEXT["slots"]["doubt"] + _CONTEXT["slots"]["doubtful"])
_AFFIRMS = phrase_pattern(_CONTEXT["affirms"], at_end=True)
_NUMBER_LIMIT = phrase_pattern(_CONTEXT["number_limits"], at_end=True)
_VOICE = re.compile(
    rf"(?:^|\s)((\S+)(?: (?:{_any_of(_CONTEXT['beside_voices'])}))*"
    rf" (?:{_any_of(_CONTEXT['voices'])})(?: (?:{_any_of(_CONTEXT['told'])}))?(?: that)?)$"
)
_NOBODY = phrase_pattern(_CONTEXT["nobody"], at_end=False)
_CONDITION = phrase_pattern(_CONTEXT["conditions"], at_end=False)


def _keys(text: str) -> str:
    return "".join([f" {key}" for key in terms(text).keys])


def same_sentence_before(before: str) -> str:
    """Return the part of the sentence that stands before the window."""
    for i in range(len(before) - 1, max(-1, len(before) - _SENTENCE), -1):
        if before[i] not in ".!?":
            continue
        if i + 1 == len(before):
            return ""
        if before[i + 1].isspace() and opens_sentence(before + "x", i + 2):
            return before[i + 1 :]
    return before[-_SENTENCE:]


def _somebody_else(keys: str) -> str | None:
    voice = _VOICE.search(keys)
    return voice[1] if voice and voice[2] not in _OWN else None


def _condition(before: str, keys: str) -> str | None:
    if before.rstrip()[-1:] != "," or not _CONDITION.match(keys):
        return None
    return keys.strip()


def _nobody(keys: str, first: str) -> str | None:
    """Return a subject that nobody is, and what follows it, where the quoted words are what it does."""
    if not _NOBODY.match(keys) or first in _SUBJECTS or keys.count(" ") > _LONGEST:
        return None
    return None if not _NEW_CLAUSE.isdisjoint(keys.split()) else keys.strip()


def _is_printed(keys: str, preceding: str) -> bool:
    """Tell whether the article itself leads up to the words so, or denies or doubts as it does."""
    printed = _keys(preceding[-_SHOWN_BEFORE:])
    if f" {keys} " in f"{printed} ":
        return True
    own = keys.split()
    right_before = printed.split()[-len(own) - _LONGEST :]
    if not _DOUBTS.isdisjoint(own):
        return not _DOUBTS.isdisjoint(right_before)
    return negations(own) > 0 and negations(right_before) > 0


def leads_up(before: str, first: str, preceding: str) -> str | None:
    """Return the raw words that lead up to those quoted and give them another sense; None where none do.

    ``before`` is what stands before them in the source, ``first`` the key of their first term, ``preceding``
    what the article prints before them.
    """
    sentence = same_sentence_before(before)
    keys = _keys(sentence)
    found = _SET_UP.search(keys) or (_NUMBER_LIMIT.search(keys) if is_numeral(first) else None)
    told = (
        found[1].strip()
        if found
        else _somebody_else(keys) or _condition(sentence, keys) or _nobody(keys, first)
    )
    if told is None or _AFFIRMS.search(keys) or _is_printed(told, preceding):
        return None
    return _raw_tail(sentence, told)


def _raw_tail(before: str, keys: str) -> str:
    found = terms(before)
    count = len(keys.split())
    return before[found.spans[-count].start :].strip() if len(found) >= count else keys

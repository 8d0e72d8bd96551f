"""Which quotations are parts of one utterance."""

from __future__ import annotations

from quotecheck.quotations.cues import calling_at, plain_words, reporting_at
from quotecheck.quotations.sentences import SENTENCE_BREAK

__all__ = ["is_split_by"]

_LONGEST_TAG = 220
_ANOTHER_CLAUSE = frozenset({"and", "but", "then", "later", "further", "adding", "also", "which", "who"})
_STOPS = (".", "!", "?", "…")
_PRONOUNS = frozenset({"He", "She", "They", "It", "We", "I"})
_DASHES = ("—", "–", "-")
_SOON = 4  # words in which an unpunctuated clause must say that somebody speaks


def _is_one_sentence(inside: str) -> bool:
    """Tell whether the article's words are one sentence at most, and start none with He or She."""
    found = SENTENCE_BREAK.search(inside)
    whole = found is None or found.end() == len(inside)
    return whole and inside[0] not in ".!?;" and inside.split(maxsplit=1)[0] not in _PRONOUNS


def _is_second(words: list[str], at: int) -> bool:
    """Tell whether the cue at ``at`` starts another clause: "…," he said, and later added, "…"."""
    joined = bool(_ANOTHER_CLAUSE & set(words[max(0, at - 2) : at]))
    return words[at].endswith("ing") or (joined and words[at].endswith(("d", "s")))


def _belongs_to(said: str, inside: str, cue: int) -> bool:
    """Tell whether the clause goes with what was said before it, by punctuation or by its first words."""
    tied = said.endswith((",", "?", "!", ";", *_DASHES)) or inside.startswith((",", *_DASHES))
    return tied or (not said.endswith(".") and cue < _SOON)


def _is_participle(words: list[str], cues: list[int]) -> bool:
    return words[0] == "having" or (cues[0] == 0 and words[0].endswith("ing") and words[0] != "according")


def is_split_by(first: str, gap: str) -> bool:
    """Tell whether ``gap``, what lies between two quotations, is a reporting clause inside one utterance.

    "A," she said, "B": the clause belongs to the words before it (``first``), and nothing else is told in it.
    Not so in: "A." She said, "B"; or: "A," she said, and later: "B".
    """
    inside, said = gap.strip(), first.rstrip("])")
    if not inside or len(gap) > _LONGEST_TAG or not _is_one_sentence(inside):
        return False
    if inside[0] in _DASHES and inside[-1] in _DASHES:
        return True
    words = plain_words(inside)
    cues = reporting_at(words)
    if not cues or words[-1] == "and" or ";" in inside[:-1] or _is_participle(words, cues):
        return False
    if not _belongs_to(said, inside, cues[0]) or _ANOTHER_CLAUSE & set(words[: cues[0]]):
        return False
    return inside.endswith(_STOPS) or not any(_is_second(words, at) for at in [*cues[1:], *calling_at(words)])

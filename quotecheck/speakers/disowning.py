"""Whether the text disowns words just after quoting them: "He said no such thing", "Low denies this"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quotecheck.lexicons import lexicon
from quotecheck.model import Attribution, Quotation, Span
from quotecheck.speakers.folding import folded

__all__ = ["is_disowned"]

_READ_ON = 240
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
_PRONOUN = re.compile(r"(?:he|she|they|it|both|who)\b", re.IGNORECASE)


@cache
def _patterns(name: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon("claims")["denied"][name]), re.IGNORECASE)


def _subject(text: str, start: int, at: int) -> str | None:
    """Return the last name before ``at`` in its sentence, "" for a pronoun, None where neither is there."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start, at)]
    own = text[ends[-1] if ends else start : at].lstrip('”"’), ')
    names = [name for name in _NAME.findall(own) if not _PRONOUN.fullmatch(name)]
    if names:
        return str(names[-1])
    return "" if _PRONOUN.match(own) else None


def _is_own(subject: str | None, speaker: str) -> bool:
    """Tell whether who disowns the words may be their speaker: not "Vega" where Hart spoke."""
    return not subject or not set(folded(subject)).isdisjoint(folded(speaker))


def is_disowned(text: str, quotation: Quotation, said: Attribution, quoted: Sequence[Span]) -> bool:
    """Tell whether the text says of the words, in the sentence after theirs, that they were not said.

    "… said: “…” He said no such thing." Of a bare denial ("He denies this") it must be clear that it is of
    having spoken: the speaker's own, of what others tell. ``quoted`` are the article's pieces of speech.
    """
    start = quotation.marked.end
    line = text.find("\n", start, start + _READ_ON)
    end = min(len(text), start + _READ_ON) if line < 0 else line
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start, end)]
    end = ends[1] if len(ends) > 1 else end
    for found in _patterns("disowning").finditer(text, start, end):
        if not _is_in(found, quoted) and _is_own(_subject(text, start, found.start()), said.speaker.name):
            return True
    denial = _patterns("denying").search(text, start, end)
    if denial is None or _is_in(denial, quoted):
        return False
    subject = _subject(text, start, denial.start())
    return subject is not None and _is_own(subject, said.speaker.name) and _is_told(text, quotation, said)


def _is_in(found: re.Match[str], quoted: Sequence[Span]) -> bool:
    return any(span.start < found.end() and found.start() < span.end for span in quoted)


def _is_told(text: str, quotation: Quotation, said: Attribution) -> bool:
    """Tell whether others say that the words were said: "the police said that", "is alleged to have"."""
    if said.via is not None:
        return True
    line = text.rfind("\n", 0, quotation.marked.start) + 1
    return _patterns("alleging").search(text, line, quotation.marked.start) is not None

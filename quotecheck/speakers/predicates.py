"""What the article says that somebody is or does: "Ana Cruz is the champion", "Low, 44, denies theft"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quotecheck.lexicons import lexicon
from quotecheck.model import Span
from quotecheck.speakers.roles import is_role, noun_phrase

__all__ = ["told_of"]

_REACH = 160  # characters
_ASIDE = r"(?:,[^.;:!?\n“”\"]{1,80},)??"
_MEANWHILE = r"[^.;:!?\n“”\"]{0,60}\b(?:as|while|when|before|after)\s(?:he|she)\s"
_IS = re.compile(
    _ASIDE + r"\s(?:is|was|became|becomes|remains)\s(?:(?:now|also|still|once|only)\s)?"
    r"(?:the|an?)\s(?P<what>[^.,;:!?()\n“”\"—–]{3,80})"
)
_DOING = re.compile(r"(?:^|[.!?”\"]\s)(?P<deed>[A-Z][a-z]+ing)(?:\s[\w ]{1,40})?,\s$", re.MULTILINE)
_PARTY = re.compile(r",?\s\(?(?P<letter>[DRI])[-–][A-Z]")


@cache
def _deeds() -> re.Pattern[str]:
    deeds = sorted({deed for deeds in lexicon("people")["deeds"].values() for deed in deeds}, reverse=True)
    lead = rf"(?:{_ASIDE},?\s(?:who\s)?|{_MEANWHILE})"
    return re.compile(rf"{lead}(?P<deed>{'|'.join(deeds)})\b")


@cache
def _doers() -> dict[str, list[str]]:
    """Return the nouns for who does each of the deeds."""
    found: dict[str, list[str]] = {}
    for noun, deeds in lexicon("people")["deeds"].items():
        for deed in deeds:
            found.setdefault(deed, []).append(noun)
    return found


def told_of(text: str, name: Span) -> Iterator[str]:
    """Yield the nouns for what the words behind a name, or "Defending, …" before it, say of its bearer."""
    end = min(len(text), name.end + _REACH)
    found = _IS.match(text, name.end, end)
    if found and is_role(found["what"]) and (told := noun_phrase(found["what"])):
        yield told
    if found := _PARTY.match(text, name.end, end):
        yield lexicon("people")["parties"][found["letter"]]
    if found := _deeds().match(text, name.end, end):
        yield from _doers()[found["deed"]]
    if found := _DOING.search(text, max(0, name.start - _REACH), name.start):
        yield from _doers().get(found["deed"].lower(), ())

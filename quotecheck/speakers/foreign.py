"""Speakers in languages other than English: by rule, and only where the cue is plain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quotecheck.lexicons import lexicon
from quotecheck.model import Attribution, DecidedBy, Quotation, Span
from quotecheck.speakers.cast import Cast
from quotecheck.speakers.members import Member
from quotecheck.speakers.mentions import Sort
from quotecheck.speakers.referents import Referent

__all__ = ["attribute_by_rule", "knows"]

_REACH = 120
_CERTAINTY = 0.8
_PRONOUN = 14  # the longest rest of a clause that names nobody: "-t-il", "er weiter"
_LAST_NOUN = re.compile(r"(?:^|\s)(\w{4,})\s+(?:(?:a|ha|hat)\s+)?$")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what comes between a quotation and the name after it, and what stands before one."""
    table = lexicon("foreign_cues")[language]
    verbs = "|".join(re.escape(verb) for verb in sorted(table["verbs"], key=len, reverse=True))
    sources = "|".join(re.escape(word) for word in sorted(table["sources"], key=len, reverse=True))
    after = re.compile(rf"[\s,.;:–—-]*\b(?P<cue>{verbs}|{sources})\b", re.IGNORECASE)
    between = r"[^.!?«»„“”\"\n]"
    before = re.compile(
        rf"\b(?P<cue>{verbs})\b{between}{{0,60}}[:,]\s*$|\b(?P<source>{sources})\b{between}{{2,90}}$",
        re.IGNORECASE,
    )
    return after, before


def knows(language: str) -> bool:
    """Tell whether there are rules for a language (ISO 639-1)."""
    return language in lexicon("foreign_cues")


def _named(cast: Cast, start: int, end: int, *, last: bool) -> tuple[Member, Span] | None:
    """Return the first, or the last, of the cast who is named between two points."""
    inside = [(member, Span(low, high)) for low, high, member in cast.wholes if start <= low and high <= end]
    return None if not inside else inside[-1 if last else 0]


@cache
def _description(language: str) -> re.Pattern[str] | None:
    """Return what a speaker without a name is called behind the verb: "der Sprecher des Ministeriums"."""
    table = lexicon("foreign_cues")[language]
    if "articles" not in table:
        return None
    articles, joints = (
        "|".join(re.escape(word) for word in sorted(table[key], key=len, reverse=True))
        for key in ("articles", "joints")
    )
    noun, of = r"[\w-]{3,}", rf"(?:(?:{joints})\s+|d[eu]? ?l?[’'])"
    who = rf"(?:(?:{articles})\s+|l[’']){noun}(?:\s+{of}{noun})?"
    return re.compile(rf"\s+(?P<who>{who})", re.IGNORECASE)


def _described(language: str, text: str, at: int, named: Span | None) -> Span | None:
    """Return where somebody is described right behind a verb, unless a name stands beside the description."""
    pattern = _description(language)
    found = pattern.match(text, at) if pattern else None
    if found is None:
        return None
    who = Span(*found.span("who"))
    return who if named is None or who.contains(named) else None


def _after(
    language: str, text: str, quotation: Quotation, cast: Cast, last: Referent | None
) -> tuple[Referent, Span, Span] | None:
    after, _ = _patterns(language)
    found = after.match(text, quotation.marked.end, quotation.marked.end + _REACH)
    if not found:
        return None
    stop = re.compile(r"[.!?\n«„“]").search(text, found.end())
    end = min(stop.start() if stop else len(text), found.end() + _REACH)
    named = _named(cast, found.end(), end, last=False)
    cue = Span(*found.span("cue"))
    where = _described(language, text, found.end(), named[1] if named else None)
    if where is not None and where.end <= end:
        return Referent(None, where.of(text), Sort.PERSON), where, cue
    if named is None and last is not None and end - found.end() <= _PRONOUN:
        return last, cue, cue  # "agregó.", "affirme-t-il": whoever spoke before
    return None if named is None else (_member(named[0]), named[1], cue)


def _member(member: Member) -> Referent:
    return Referent(member, member.name, Sort.NAME)


def _in_office(text: str, cast: Cast, start: int, end: int) -> tuple[Member, Span] | None:
    """Return whom "le préfet" means: the one whose name that word has stood before."""
    noun = _LAST_NOUN.search(text, start, end)
    if noun is None:
        return None
    for low, _, member in reversed(cast.wholes):
        place = member.places[0].start
        if low < start and text[:place].rstrip().lower().endswith(noun[1].lower()):
            return member, Span(*noun.span(1))
    return None


def _before(
    text: str, quotation: Quotation, cast: Cast, pattern: re.Pattern[str]
) -> tuple[Referent, Span, Span] | None:
    start = max(0, quotation.marked.start - 2 * _REACH)
    found = pattern.search(text, start, quotation.marked.start)
    if not found:
        return None
    key = "cue" if found["cue"] else "source"
    sentence = max(text.rfind(mark, start, found.start()) for mark in (". ", "! ", "? ", "\n")) + 1
    span = (max(sentence, start), found.start()) if key == "cue" else (found.end(key), quotation.marked.start)
    named = _named(cast, *span, last=False)
    if named is None and key == "cue":
        named = _in_office(text, cast, *span)
    return None if named is None else (_member(named[0]), named[1], Span(*found.span(key)))


def attribute_by_rule(text: str, language: str, quotations: Sequence[Quotation]) -> list[Attribution | None]:
    """Return who said each quotation of a text in a language that ``knows``; None where no cue is plain."""
    _, before = _patterns(language)
    cast = Cast(text, quotations)
    found: list[Attribution | None] = []
    last: Referent | None = None
    for quotation in quotations:
        plain = None
        if quotation.kind.is_speech:
            plain = _after(language, text, quotation, cast, last)
            plain = plain or _before(text, quotation, cast, before)
        if plain is None:
            found.append(None)
            continue
        last, mention, cue = plain
        found.append(Attribution(last.speaker(), mention, cue, _CERTAINTY, decided_by=DecidedBy.RULE))
    return found

"""The title or apposition that goes with a name: "Commerce Secretary Ross", "Ross, a lawyer for the city"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quotecheck.model import Span
from quotecheck.speakers.cues import CueKind, cue_kind, singular
from quotecheck.speakers.folding import folded, word_set, word_sets
from quotecheck.speakers.person_names import name_start

__all__ = [
    "identified",
    "is_person_noun",
    "is_role",
    "may_be_body",
    "noun_phrase",
    "roles_around",
    "says_what",
    "split_title",
]

_BEFORE_NAME = re.compile(r"(?:[\w.’'&/-]+[^\S\n]+){1,8}$")
_WORD = re.compile(r"\S+")
_WORD_END = re.compile(r"[\w.’'&/-]*$")
_APPOSED_BEFORE = re.compile(r"(?:^|[,.;:!?“”\"(\n—–][^\S\n]*)([^,.;:!?“”\"()\n—–]{3,110}),[^\S\n]*$")
_APPOSED_AFTER = re.compile(
    r"(?:[^\S\n]*\([^()\n]{1,40}\))?(?:,[^\S\n]+(?:aged?[^\S\n]+)?\d{1,3}(?=,))?,[^\S\n]+((?:[^,.;:!?“”\"()\n—–]|(?<=\b[A-Z])\.|,(?=[^\S\n](?:Inc|Jr|Sr|Ltd)\b)){3,130})(?=[,.;:!?“”\"()\n—–])"
)
_ARTICLE = re.compile(r"^(?:the|a|an|one|another|(?:his|her|their|its|our)(?=\s+\S+\s+\S))\s+", re.IGNORECASE)
_DETERMINER = re.compile(r"^(?:the|a|an|one|another|his|her|their|its|our)$", re.IGNORECASE)
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our"})
_CLAUSE = re.compile(
    r"\s(?:who|whose|which|that|said|says|told|has|have|had|is|was|were|will|and\s+(?:said|told|added))\b.*$",
    re.DOTALL,
)
_AND_BEFORE = re.compile(r"\b(?:and|&)[^\S\n]+$")
_AS = re.compile(r"^as\s", re.IGNORECASE)
_SOMEBODYS = re.compile(
    r".*\b((?:the|an?|his|her|their|its|our|[A-Z][\w-]*[’']s?)\s(?:[\w-]+\s){0,3}[\w-]+)$"
)
_CLOSED = re.compile(r"\s*[.,;)]")
_SOURCE = re.compile(r"^.*\b(?:according to|in the words of)\s+", re.IGNORECASE)
_IDENTIFIED = re.compile(r"\b(?:identified|named)(?:\s[\w-]+){0,6}?\sas\s(?:[\w-]+-year-old\s)?$")
_OPENING = re.compile(
    r"(?:^|[.!?”\"]\s+)(?:An?|The|One)\s(?:[a-z-]+\s){0,3}?"
    r"([a-z-]+)(?=\s(?:who|that|from|in|of|was|had|has|is|at|told|said|[a-z]+ed)\b)",
    re.MULTILINE,
)
_INTRODUCED_WITHIN = 1500  # characters
_LONGEST_TITLE = 6
_TITLE_REACH, _APPOSITION_REACH = 80, 130  # characters
_TAIL = re.compile(r"\s(?:of|for|at|in|with|from|to|on|by|under)\s")


def is_person_noun(word: str) -> bool:
    """Tell whether a word (any case) is an office, trade or other noun for a person."""
    parts = folded(word)
    if not parts:
        return False
    ranks = word_sets(("names", "honorifics"), ("people", "persons"))
    return parts[-1] in ranks or singular(parts[-1]) in ranks or "-".join(parts) in ranks


def is_role(phrase: str) -> bool:
    """Tell whether the main word of a phrase ("director of the fund") is a noun for a person."""
    lead = _TAIL.split(f"{phrase} ", maxsplit=1)[0].split()
    return bool(lead) and is_person_noun(lead[-1])


def may_be_body(role: str) -> bool:
    """Tell whether a role may be a company's as well as a person's: "the maker", "its rival"."""
    lead = folded(_TAIL.split(f"{role} ", maxsplit=1)[0])
    return bool(lead) and lead[-1] in word_set("people", "either")


def says_what(role: str) -> bool:
    """Tell whether a role says what somebody does, and is no mere form of address nor "former"."""
    mere = word_sets(("names", "addresses", "words"), ("names", "addresses", "modifiers"))
    return not mere.issuperset(folded(role))


def _is_address(title: str) -> bool:
    return not word_set("names", "addresses", "words").isdisjoint(folded(title))


def _is_plural(phrase: str) -> bool:
    """Tell whether the main word of a role means several people: "leaders of the party"."""
    noun = folded(_TAIL.split(f"{phrase} ", maxsplit=1)[0])[-1:]
    return bool(noun) and singular(noun[0]) != noun[0] and singular(noun[0]) in word_set("people", "persons")


def _clean(phrase: str) -> str | None:
    """Return a role without its article, or the possessive that says no more: but "his eldest daughter"."""
    words = phrase.split()
    kin = bool(words) and words[0].lower() in _POSSESSIVES and words[-1].lower() in word_set("people", "kin")
    return (" ".join(words) if kin else _ARTICLE.sub("", " ".join(words))) or None


@lru_cache(maxsize=8192)
def split_title(name: str) -> tuple[str | None, str]:
    """Split "Commerce Secretary Wilbur Ross" into the title and the name."""
    tokens = name.split()
    start = name_start(tokens)
    return (_clean(" ".join(tokens[:start])) if start else None), " ".join(tokens[start:])


def _follows_person_noun(text: str, start: int) -> bool:
    """Tell whether the word before a name is a noun for a person: hardly ever, and quick to see."""
    before = text[max(0, start - _TITLE_REACH) : start]
    last = before.split()[-1:]
    return before[-1:].isspace() and bool(last) and is_person_noun(_WORD_END.findall(last[0])[0])


def _title_before(text: str, start: int) -> tuple[int, str] | None:
    """Return lower-case words before the name and where they begin: "senior vice president"."""
    if not _follows_person_noun(text, start):
        return None
    found = _BEFORE_NAME.search(text, max(0, start - _TITLE_REACH), start)
    spans = [word.span() for word in _WORD.finditer(text, *found.span())] if found else []
    words = [text[slice(*span)] for span in spans]
    if not words or (words[-1].istitle() and len(words) == 1):
        return None
    first = len(words) - 1
    while first > 0 and not _stops(words[first - 1]):
        first -= 1
    opens = first - (first > 0 and _DETERMINER.match(words[first - 1]) is not None)
    told = _clean(" ".join(words[opens if words[opens].lower() in _POSSESSIVES else first :]))
    return (spans[opens][0], told) if told and says_what(told) else None


def _stops(word: str) -> bool:
    low = word.lower()
    return (
        low in word_set("openers", "words")
        or low.endswith((".", "ing", "ed"))
        or low in ("told", "said", "says")
    )


def noun_phrase(phrase: str) -> str | None:
    """Return the last noun phrase of words that end in a role: "met the mayor" is "mayor"."""
    tail = _TAIL.search(phrase)
    lead, rest = (phrase[: tail.start()], phrase[tail.start() :]) if tail else (phrase, "")
    words = lead.split()
    first = max((i + 1 for i, word in enumerate(words) if _DETERMINER.match(word)), default=0)
    if len(words) - first > _LONGEST_TITLE or _CLAUSE.search(phrase):
        return None
    if first and words[first - 1].lower() in _POSSESSIVES:
        first -= 1
    return _clean(" ".join(words[first:]) + rest)


def _is_clause(phrase: str) -> bool:
    """Tell whether what only looks like an apposition is none: "…, urged jurors", "…, where the judge"."""
    first = phrase.split(maxsplit=1)[0].lower()
    if is_person_noun(first) or first in word_sets(("people", "participles"), ("people", "adverbs")):
        return False
    deed = first.endswith(("ed", "ing")) or cue_kind(first) is not CueKind.NONE
    return deed or first in word_set("openers", "words")


def _apposed_after(text: str, span: Span) -> str | None:
    after = _APPOSED_AFTER.match(text, span.end, min(len(text), span.end + 220))
    if after is None:
        return None
    phrase = _CLAUSE.sub("", after[1])
    several = _is_plural(phrase) and not _AND_BEFORE.search(text, max(0, span.start - 8), span.start)
    return _clean(phrase) if is_role(phrase) and not (several or _is_clause(phrase)) else None


def _apposed_before(text: str, span: Span) -> str | None:
    comma = text[max(0, span.start - _APPOSITION_REACH) : span.start].rstrip().endswith(",")
    before = comma and _APPOSED_BEFORE.search(text, max(0, span.start - _APPOSITION_REACH), span.start)
    phrase = _AS.sub("", _SOURCE.sub("", before[1]), count=1) if before else ""
    if is_role(phrase) and (told := noun_phrase(phrase)) is not None:
        return told
    last = _SOMEBODYS.match(phrase)  # "was confirmed by her son, Jonas Vale."
    closed = last is not None and _CLOSED.match(text, span.end) is not None
    return noun_phrase(last[1]) if last is not None and closed and is_role(last[1]) else None


def identified(text: str, start: int) -> str | None:
    """Return what the article had called somebody before naming him: "A hiker … identified as Oscar Lind"."""
    before = max(0, start - _INTRODUCED_WITHIN)
    named = _IDENTIFIED.search(text, max(before, start - _TITLE_REACH), start)
    if named is None:
        return None
    nouns = [found[1].lower() for found in _OPENING.finditer(text, before, named.start() + 1)]
    people = [n for n in nouns if is_person_noun(n) and n not in word_set("names", "honorifics")]
    return people[-1] if people else None


def _roles(text: str, span: Span) -> Iterator[str | None]:
    """Yield the roles: the title in the name, the words before it, what is in apposition on both sides."""
    title, _ = split_title(span.of(text))
    yield title if title and says_what(title) else None
    start, told = _title_before(text, span.start) or (span.start, None)
    yield told
    yield _apposed_after(text, span)
    yield _apposed_before(text, Span(start, span.end))  # "his daughter, the painter Ann Lee"


def roles_around(text: str, span: Span) -> tuple[str, ...]:
    """Return the roles that the text gives the name at ``span``, titles first; else its form of address."""
    found = tuple(filter(None, _roles(text, span)))
    if found:
        return found
    title, _ = split_title(span.of(text))
    return (title,) if title and _is_address(title) else ()

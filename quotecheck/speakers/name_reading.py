"""What a name in the text says of its bearer: the name without rank, the role, the sex, person or body."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotecheck.model import Span, SpeakerType
from quotecheck.speakers.cues import CueKind, cue_kind
from quotecheck.speakers.folding import folded, word_set, word_sets
from quotecheck.speakers.name_finding import NICKNAME, NameSpan
from quotecheck.speakers.organisation_names import is_organisation, place_named
from quotecheck.speakers.person_names import GENERATIONS, parse_person
from quotecheck.speakers.roles import is_role, may_be_body, roles_around, split_title

__all__ = ["NamedPlace", "gender_of", "is_given", "is_origin", "read_name"]

_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_OWNER = re.compile(r"^.*[’']s?\s")
_OF = re.compile(r"\sof\s")
_NEXT_WORD = re.compile(r"(?:[’']s)?\s+(\w+)")
_AFFILIATION = re.compile(r"(?<![\w’'])([A-Z][\w-]+)[’']s\s+$")
_BODY_BEFORE = re.compile(r"\b(?:the|a|an)\s(?:[\w-]+\s){0,3}([a-z][\w-]+)\s+$", re.IGNORECASE)
_LOCATIVE = re.compile(r"\b(?:in|near|at|across|throughout|outside)\s$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[^\S\n]$")
_WORD_AFTER = re.compile(r"[^\S\n]([^\W\d_]+)")
_PAGEANT = re.compile(r"(?:Miss|Mr\.?) [A-Z]\w+")
_TITLE_HOLDER = re.compile(r"\b(?:an?|the|former|reigning|old)\s+$", re.IGNORECASE)
_PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z][\w.]*")
_INITIAL = re.compile(r"[AI]\.")
_NOBODY = frozenset({"a", "i", "the", "nobody", "none", "no", "everybody", "everyone", "somebody", "someone"})
_COMPOUND = re.compile(r"[A-Z][a-z]+[-‑][a-z]{3,}")
_FEAST = re.compile(r"\bNew Year(?:[’']s)?$|(?:\bYear[’']s|\bChristmas) (?:Eve|Day)$")
_ARTICLE_BEFORE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:an|ese|ish|ch|i|ino)$")


class NamedPlace(NamedTuple):
    """A name as it stands at one place; ``whole`` is the span with the title before it.

    ``trusted`` is false in headlines, where every word has a capital; ``speaks`` when a reporting verb
    follows; ``type`` is ``UNNAMED`` while it is open whether the name is a person's or a body's.
    """

    span: Span
    whole: Span
    name: str
    title: str | None
    roles: tuple[str, ...]
    type: SpeakerType
    trusted: bool
    initial: bool
    speaks: bool

    @property
    def role(self) -> str | None:
        """The first of the roles that the text gives to the name there."""
        return next(iter(self.roles), None)

    @property
    def has_given(self) -> bool:
        """Whether it begins with a common given name."""
        return self.words > 1 and is_given(folded(self.name)[0])

    @property
    def words(self) -> int:
        return len(parse_person(self.name).words)


def _in_headline(text: str, span: Span) -> bool:
    """Tell whether the line around a name is a headline, where every word has a capital."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    if end < 0:
        end = len(text)
    line = text[start:end].strip()
    closed = line[-1:] in '.:,;”"'
    first = not text[:start].strip()
    if end - start > 200 or (closed and not (first or line.isupper())):
        return False
    words = [word for word in text[start:end].split() if word[:1].isalpha() and len(word) > 3]
    share = sum(word[0].isupper() for word in words) / max(len(words), 1)
    return len(words) > 3 and (share == 1 or (share > 0.7 and not closed))


def is_given(word: str) -> bool:
    """Tell whether a folded word is a common given name."""
    return word in word_set("given_names", "male") or word in word_set("given_names", "female")


def _own_part(role: str) -> str:
    """Return what a role says of its bearer: "widow" of "Mr. Low’s widow" and of "widow of Mr. Low"."""
    return _OF.split(_OWNER.sub("", role), maxsplit=1)[0]


def gender_of(name: str, title: str | None, role: str | None) -> str | None:
    """Return "male" or "female" where title, role or given name tell it, else None."""
    for words in (folded(title or ""), folded(_own_part(role or ""))):
        for gender in ("male", "female"):
            telling = word_sets(("names", "honorifics", gender), ("people", gender))
            if not telling.isdisjoint(words):
                return gender
    given = parse_person(name).given[:1]
    male, female = (given and given[0] in word_set("given_names", g) for g in ("male", "female"))
    if male == female:
        return None
    return "male" if male else "female"


def _type(name: str, role: str | None, words: int) -> SpeakerType:
    if is_organisation(name) or "&" in name or (place_named(name) and not role):
        return SpeakerType.ORGANISATION
    if (role and not may_be_body(role)) or (words > 1 and is_given(folded(name)[0])):
        return SpeakerType.PERSON
    return SpeakerType.ORGANISATION if words > 4 else SpeakerType.UNNAMED


def _begins_as_person(name: str) -> bool:
    words = folded(name)
    return 1 < len(words) < 4 and is_given(words[0]) and not is_organisation(name)


def is_origin(word: str) -> bool:
    """Tell whether a word says where somebody comes from: "Hungarian", "Portuguese"."""
    country = place_named(word) is not None and _ADJECTIVE.search(word) is not None
    return country or word.lower() in word_set("people", "origins")


def _names_nobody(name: str, title: str | None) -> bool:
    """Tell whether a run of capitals is no name: a rank alone, a letter, an ordinary word."""
    words = folded(name)
    if not words or (len(words) == 1 and len(words[0]) == 1):
        return True
    if words[0] in _NOBODY and not _INITIAL.match(name):
        return True
    given_first = len(words) == 2 and is_given(words[0])
    body = len(words) > 1 and words[-1] in word_set("organisations", "words")
    return title is None and is_role(name) and not given_first and not body


def _is_short_state(text: str, found: NameSpan) -> bool:
    """Tell whether it is the state after a town or a party: "Tulsa, Okla.", "(D., Wis.)"."""
    start, end = found.span
    short = found.text.rstrip(".").lower() in word_set("organisations", "states")
    dotted = found.text.endswith(".") or text[end : end + 1] == "."
    return short and dotted and text[max(0, start - 2) : start] == ", "


def _is_no_name(text: str, found: NameSpan) -> bool:
    """Tell whether a run of capitals is a feast, a word at the head of a sentence, "the Hungarian"."""
    start, end = found.span
    if _FEAST.search(text, max(0, start - 12), end):
        return True
    if found.initial and _COMPOUND.fullmatch(found.text):
        return True  # "Cross-examining"
    if _PAGEANT.fullmatch(found.text) and _TITLE_HOLDER.search(text, max(0, start - 10), start):
        return True
    if _PARTY_AND_STATE.fullmatch(found.text) or _is_short_state(text, found):
        return True
    return is_origin(found.text) and _ARTICLE_BEFORE.search(text, max(0, start - 5), start) is not None


def _without_honours(name: str) -> str:
    """Return a name without what follows it: "Ann Lee" of "Ann Lee QC", but all of "Ann Lee Jr."."""
    words = name.split()
    honours = word_set("names", "people", "suffixes") - GENERATIONS
    while len(words) > 2 and "".join(folded(words[-1])) in honours:
        words.pop()
    return " ".join(words).rstrip(",")


def _is_shouted(text: str, span: Span) -> bool:
    """Tell whether a name stands among words in capitals, as in a heading: "FELLOW DOCTORS THINK SO"."""
    if not span.of(text).isupper():
        return False
    before = _WORD_BEFORE.search(text, max(0, span.start - 30), span.start)
    after = _WORD_AFTER.match(text, span.end, span.end + 30)
    return any(found is not None and len(found[1]) > 1 and found[1].isupper() for found in (before, after))


def _is_country(name: str) -> bool:
    """Tell whether a name is a country's or a town's that hardly anybody is called after."""
    known = place_named(name) is not None or " ".join(folded(name)) in word_set("organisations", "towns")
    return known and not is_given(folded(name)[0])


def _affiliation(text: str, start: int) -> str | None:
    """Return whose man or woman a name belongs to: "Labour" of "Labour’s Ada Marlowe"."""
    found = _AFFILIATION.search(text, max(0, start - 30), start)
    if not found or found[1].lower() in word_sets(("openers", "calendar"), ("openers", "words")):
        return None
    return None if is_given(found[1].lower()) else found[1]


def _is_body(text: str, start: int) -> bool:
    """Tell whether the words before a name say that it is a body's: "the passenger association X"."""
    found = _BODY_BEFORE.search(text, max(0, start - 60), start)
    return found is not None and found[1] in word_sets(("people", "bodies"), ("people", "media"))


def read_name(text: str, found: NameSpan) -> NamedPlace | None:
    """Return what the run of capitals ``found`` says, None where it names nobody."""
    if _is_no_name(text, found):
        return None
    bare = _POSSESSIVE.sub("", found.text)
    whole = Span(found.span.start, found.span.start + len(bare))
    bare = _without_honours(bare)
    end = found.span.start + len(bare)
    start = end - len(split_title(bare)[1])
    bare = NICKNAME.sub(" ", bare)
    title, name = split_title(bare)
    if is_organisation(bare) and not (title and _begins_as_person(name)):
        title, name, start = None, bare, found.span.start
    if _names_nobody(name, title):
        return None
    span = Span(start, end)
    words = len(parse_person(name).words)
    somewhere = words == 1 and not title and _LOCATIVE.search(text, max(0, start - 12), start) is not None
    somewhere = somewhere or (not title and _is_country(name))
    nobody = somewhere or is_organisation(name)
    roles = () if nobody else roles_around(text, Span(found.span.start, end))
    kind = _type(name, roles[0] if roles else None, words)
    if kind is SpeakerType.PERSON and not roles:
        roles = tuple(filter(None, [_affiliation(text, found.span.start)]))
    elif kind is SpeakerType.UNNAMED and _is_body(text, found.span.start):
        kind = SpeakerType.ORGANISATION
    following = _NEXT_WORD.match(text, end)
    speaks = following is not None and cue_kind(following[1]) is CueKind.SPEECH
    return NamedPlace(
        span,
        whole,
        name,
        title,
        roles,
        kind,
        not (_in_headline(text, found.span) or _is_shouted(text, found.span)),
        found.initial,
        speaks,
    )

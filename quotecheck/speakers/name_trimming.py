"""The name inside a run of capitals that holds more: "Crooked Hillary Clinton", "Helen Marsh Speaks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotecheck.model import Span, SpeakerType
from quotecheck.speakers.cues import CueKind, cue_kind
from quotecheck.speakers.folding import folded, word_set
from quotecheck.speakers.name_reading import NamedPlace, gender_of, is_given, is_origin
from quotecheck.speakers.organisation_names import is_organisation, place_named

__all__ = ["trimmed"]

_TOKEN = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENTITLED = frozenset({"miss", "mr", "mrs", "ms"})  # "Miss Universe Alicia Machado"


def _runs(words: Sequence[str], *, whole_line: bool) -> Iterator[tuple[int, int]]:
    """Yield the parts that may be the name, the longest first: in a headline any, else what ends the run."""
    for length in range(len(words) - 1, 1, -1):
        for start in range(len(words) - length, -1, -1):
            if whole_line or start + length == len(words):
                yield start, start + length


def _is_no_part(word: str, place: NamedPlace) -> bool:
    """Tell whether the word before a given name is a country, a contest or the like, and no name."""
    entitled = not _ENTITLED.isdisjoint(folded(place.title or ""))
    somewhere = place_named(word) is not None or word.lower() in word_set("organisations", "towns")
    return entitled or somewhere or is_origin(word)


class _Trimmer:
    """Knows the full names and the surnames that stand by themselves elsewhere in the article."""

    def __init__(self, named: Sequence[NamedPlace]) -> None:
        trusted = [folded(place.name) for place in named if place.trusted]
        self._full = {words for words in trusted if 1 < len(words) < 4}
        self._single = {words[0] for words in trusted if len(words) == 1}
        self._given = {words[0]: words[-1] for words in self._full if is_given(words[0])}

    def part(self, place: NamedPlace) -> tuple[int, int] | None:
        """Return which words of a run are the name, None where all are."""
        words = ["".join(folded(word)) for word in place.name.split()]
        if len(words) == 2 and self._is_epithet(words):
            return 1, 2
        if len(words) < 3 or (place.trusted and (is_given(words[0]) or is_organisation(place.name))):
            return None
        for start, end in _runs(words, whole_line=not place.trusted):
            name = tuple(words[start:end])
            if is_given(name[0]) and (name in self._full or self._stands_out(words, start, end, place)):
                return start, end
        return None

    def _is_epithet(self, words: Sequence[str]) -> bool:
        """Tell whether it is a given name with an adjective: "Crooked Hillary" beside "Hillary Clinton"."""
        family = self._given.get(words[1])
        alone = word_set("names", "people", "family_first") | {family} | self._single
        return family is not None and not is_given(words[0]) and words[0] not in alone

    def _stands_out(self, words: Sequence[str], start: int, end: int, place: NamedPlace) -> bool:
        """Tell whether what is beside a given name and a surname shows that they are the whole name."""
        if end - start != 2:
            return False
        if not place.trusted:
            speaks = end < len(words) and cue_kind(words[end]) is not CueKind.NONE
            return speaks and start == 0 and words[1] in self._single
        return start == 1 and _is_no_part(place.name.split()[0], place)


def _cut(text: str, place: NamedPlace, part: tuple[int, int]) -> NamedPlace:
    tokens = [found.span() for found in _TOKEN.finditer(text, *place.span)]
    if len(tokens) != len(place.name.split()):
        return place
    span = Span(tokens[part[0]][0], tokens[part[1] - 1][1])
    name = _POSSESSIVE.sub("", span.of(text))
    span = Span(span.start, span.start + len(name))
    sex = gender_of(name, place.title, place.role)
    title = place.title if sex is None or gender_of("", place.title, None) in (None, sex) else None
    whole = Span(min(place.whole.start, span.start) if part[0] else span.start, span.end)
    return place._replace(
        span=span, whole=whole, name=name, title=title, type=SpeakerType.PERSON, trusted=True
    )


def trimmed(text: str, named: Sequence[NamedPlace]) -> list[NamedPlace]:
    """Return the names in order, each without the words that only stand beside it."""
    trimmer = _Trimmer(named)
    parts = [trimmer.part(place) for place in named]
    return [_cut(text, place, part) if part else place for place, part in zip(named, parts, strict=True)]

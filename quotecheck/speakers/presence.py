"""How present somebody is at a point of the article: how near, as what, how lately a speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from quotecheck.model import Span
from quotecheck.speakers.cast import Cast
from quotecheck.speakers.cues import CueKind, cue_kind
from quotecheck.speakers.members import Member
from quotecheck.speakers.parsing import Tree
from quotecheck.speakers.referents import Referent
from quotecheck.speakers.roster import Roster
from quotecheck.speakers.scenes import Scene
from quotecheck.speakers.sentences import sentence_ends

__all__ = ["Presence", "Spoke"]

_LOOKED_AT = 4
_TURNS = 2  # speakers whose order counts
_SUBJECTS = ("nsubj", "nsubjpass")
_LEADING = frozenset({"main", "subject", "opens"})
_THRESHOLDS = (0, 1, 2, 3, 6)
_PASSED = {
    name: tuple(f"{name}>{step}" for step in _THRESHOLDS) for name in ("sentences", "paragraphs", "led")
}


class Spoke(NamedTuple):
    """Somebody who spoke: at which quotation, and how the text named him there."""

    at: int
    referent: Referent
    where: Span | None


def _steps(name: str, count: int) -> tuple[str, ...]:
    """Return one feature for every threshold that a distance passes, so that far weighs no less than near."""
    return _PASSED[name][: bisect_left(_THRESHOLDS, count)]


class Presence:
    """Whom the article speaks of, and who speaks in it, up to any point."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene], paragraphs: Sequence[Span]) -> None:
        self.cast = cast
        self.roster = Roster(cast)
        self.spoken: list[Spoke] = []
        self._spoken_at: list[int] = []
        self._last_words: dict[object, Spoke] = {}  # of each speaker, who spoke last at the end
        self._heard: set[int] = set()
        self._paragraph_starts = [span.start for span in paragraphs]
        self._sentence_ends = [end for end in sentence_ends(cast.text) if not cast.in_quotation(end)]
        self._functions = dict(pair for scene in scenes for pair in _functions(scene))
        self._of_places: dict[Span, str] = {}

    def sentences(self, start: int, end: int) -> int:
        """Return how many sentences end between two points, those of quotations not counted."""
        return bisect_left(self._sentence_ends, end) - bisect_left(self._sentence_ends, start)

    def paragraphs(self, start: int, end: int) -> int:
        """Return how many paragraphs begin between two points."""
        return bisect_right(self._paragraph_starts, end) - bisect_right(self._paragraph_starts, start)

    def outside(self, member: Member, at: int) -> list[Span]:
        """Return the last places before ``at`` where the article itself, not a quotation, names a member."""
        i = bisect_left(member.places, (at, 0))
        before = member.places[max(0, i - _LOOKED_AT) : i]
        return [place for place in before if not self.cast.in_quotation(place.start)]

    def function(self, place: Span) -> str:
        """Return what part of the sentence a name is, as far as that is known."""
        if place not in self._of_places:
            self._of_places[place] = self._function(place)
        return self._of_places[place]

    def _function(self, place: Span) -> str:
        found = (self._functions.get(offset) for offset in range(place.start, place.end))
        told = next(filter(None, found), None)
        if told is None:
            starts = self.cast.text[max(0, place.start - 2) : place.start].strip() in ("", ".")
            told = "opens" if starts else "unknown"
        return told

    def last_led(self, places: Sequence[Span]) -> Span | None:
        """Return the last of the places that is what its sentence is about."""
        return next((place for place in reversed(places) if self.function(place) in _LEADING), None)

    def features(self, places: Sequence[Span], at: int) -> Iterator[str]:
        """Yield what the places, in order, that name somebody say for his being meant at a point."""
        if places:
            last = places[-1]
            sentences, function = self.sentences(last.end, at), self.function(last)
            yield from _steps("sentences", sentences)
            yield from _steps("paragraphs", self.paragraphs(last.end, at))
            yield function
            yield f"{function}|sentences={min(sentences, 2)}"
        else:
            yield "quoted"
        led = self.last_led(places)
        if led is not None:
            yield "led"
            yield from _steps("led", self.sentences(led.end, at))

    def note(self, spoke: Spoke) -> None:
        """Remember who spoke."""
        self.spoken.append(spoke)
        self._spoken_at.append(spoke.at)
        self._last_words.pop(spoke.referent.key, None)
        self._last_words[spoke.referent.key] = spoke
        self._heard.add(id(spoke.referent.member))

    def spoken_before(self, at: int) -> int:
        """Return how often somebody has spoken before a point."""
        return bisect_left(self._spoken_at, at)

    def has_spoken(self, member: Member) -> bool:
        return id(member) in self._heard

    def spoke(self, referent: Referent, at: int) -> Iterator[str]:
        """Yield how lately somebody spoke."""
        last = self._last_words.get(referent.key)
        if last is None:
            yield "spoke=never"
            return
        latest = islice(reversed(self._last_words), _TURNS)
        turn = next((turn for turn, key in enumerate(latest) if key == referent.key), _TURNS)
        yield f"spoke={turn}"
        yield f"spoke={turn}|paragraphs={min(self.paragraphs(last.at, at), 2)}"
        yield f"spoke={turn}|sentences={min(self.sentences(last.at, at), 3)}"


def _is_told(tree: Tree, verb: int) -> bool:
    """Tell whether a clause is what somebody says: "Hart said that Vega had left"."""
    return tree.deps[verb] == "ccomp" and cue_kind(tree.lower[tree.heads[verb]]) is CueKind.SPEECH


def _functions(scene: Scene) -> Iterator[tuple[int, str]]:
    """Yield what part of the sentence each noun of a scene is, by its place in the article."""
    tree = scene.tree
    for i, tag in enumerate(tree.tags):
        if not tag.startswith("NN") or scene.quoted[i]:
            continue
        word = i
        while tree.deps[word] in ("appos", "compound") and tree.heads[word] != word:
            word = tree.heads[word]
        dep, head = tree.deps[word], tree.heads[word]
        if dep in _SUBJECTS:
            name = "main" if tree.heads[head] == head else "told" if _is_told(tree, head) else "subject"
        else:
            name = {"poss": "possessor", "pobj": "oblique", "dobj": "object"}.get(dep, "other")
        yield scene.block.to_article(tree.spans[i]).start, name

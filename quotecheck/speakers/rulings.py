"""Where a rule is surer than the ranker: interviews, the article's author, sayings, who quotes whom."""

from __future__ import annotations

from typing import NamedTuple

from quotecheck.model import Quotation, Span
from quotecheck.speakers.candidates import Candidate
from quotecheck.speakers.coreference import Resolver
from quotecheck.speakers.interviews import Interview, label_of, side_of_line
from quotecheck.speakers.mentions import Sort
from quotecheck.speakers.narrator import AUTHOR, author_of_article, first_person, is_anybodys
from quotecheck.speakers.referents import Referent
from quotecheck.speakers.relaying import relayed
from quotecheck.speakers.scenes import Place, Scene

__all__ = ["Ruling", "Rulings"]

_LABELS = frozenset({"q", "a", "question", "answer", "interviewer"})


class Ruling(NamedTuple):
    """Who speaks by rule, and who tells of it; a ``choice`` without a referent is nobody that is named."""

    choice: Candidate
    teller: Referent | None = None


_NOBODY = Ruling(Candidate(None, ()))


class Rulings:
    """The rules for one article."""

    def __init__(self, text: str, resolver: Resolver) -> None:
        self._text, self._resolver = text, resolver
        author = author_of_article(text, resolver.cast)
        self._author = author or Referent(None, AUTHOR, Sort.PERSON)
        self._byline = author
        self._interview: Interview | None = None

    def rule(self, quotation: Quotation, scene: Scene, place: Place, choice: Candidate) -> Ruling | None:
        """Return what a rule says of a quotation for which the ranker made ``choice``, if any does."""
        if label := label_of(self._text, quotation):
            return self._turn(*label)
        if is_anybodys(self._text, quotation) or self._is_impersonal(scene, choice):
            return _NOBODY
        clause = first_person(scene, place)
        if clause is not None:
            where = scene.block.to_article(clause.mention.span)
            if told := side_of_line(self._text, where.start):
                return self._turn(told)
            return Ruling(Candidate(self._author, (), where, scene, clause.cue))
        return self._follows_label(choice) or self._relayed(scene, place, choice)

    def _follows_label(self, choice: Candidate) -> Ruling | None:
        """Read the ranker's "Q" and "A" as those who ask and answer."""
        if choice.referent is None or choice.referent.member is not None:
            return None
        label = choice.referent.description.lower()
        if label not in _LABELS:
            return None
        return self._turn("answer" if label.startswith("a") else "question", choice.where)

    def _turn(self, side: str, label: Span | None = None) -> Ruling:
        if self._interview is None:
            member = self._byline.member if self._byline else None
            self._interview = Interview(self._text, self._resolver.cast, member)
        member = self._interview.answers if side == "answer" else self._interview.asks
        if member is not None:
            return Ruling(Candidate(Referent(member, member.name, Sort.NAME), (), label))
        return Ruling(Candidate(self._byline, ())) if side == "question" and self._byline else _NOBODY

    @staticmethod
    def _is_impersonal(scene: Scene, choice: Candidate) -> bool:
        """Tell whether the ranker took the "it" of "it was said that" for somebody."""
        if (
            choice.referent is None
            or choice.referent.sort is not Sort.IT
            or choice.referent.member is not None
        ):
            return False
        cue, tree = choice.cue, scene.tree
        return choice.scene is scene and cue is not None and tree.child(cue, "auxpass") is not None

    def _relayed(self, scene: Scene, place: Place, choice: Candidate) -> Ruling | None:
        if choice.scene is not scene or choice.cue is None or choice.referent is None:
            return None
        voice = relayed(scene, place, choice.cue, choice.referent, self._resolver)
        if voice is None:
            return None
        where = scene.block.to_article(voice.mention.span)
        return Ruling(Candidate(voice.referent, (), where, scene, voice.cue), voice.teller)

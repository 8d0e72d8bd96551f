"""Where a rule is surer than the ranker: interviews, the article's author, sayings, who quotes whom."""

from __future__ import annotations

from typing import NamedTuple

from quotecheck.model import Quotation, Span
from quotecheck.speakers.candidates import Candidate
from quotecheck.speakers.clauses import is_caused
from quotecheck.speakers.coreference import Resolver
from quotecheck.speakers.cues import CueKind, lemma
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.governing import own_cue, speech_verb, verbs_above
from quotecheck.speakers.interviews import Interview, Turns, label_of, side_of_line
from quotecheck.speakers.members import Member
from quotecheck.speakers.mentions import Sort
from quotecheck.speakers.narrator import AUTHOR, author_of_article, first_person, is_anybodys
from quotecheck.speakers.parsing import Tree
from quotecheck.speakers.referents import Referent
from quotecheck.speakers.relaying import relayed
from quotecheck.speakers.scenes import Place, Scene

__all__ = ["Ruling", "Rulings"]

_LABELS = frozenset({"q", "a", "question", "answer", "interviewer"})


class Ruling(NamedTuple):
    """Who speaks by rule, and who tells of it; a ``choice`` without a referent is nobody that is named.

    ``by_author``: the words are those of the article's own "I". ``rule`` is the name of the rule.
    """

    choice: Candidate
    teller: Referent | None = None
    by_author: bool = False
    rule: str = "turn"


def _is_told_by_nobody(tree: Tree, verb: int) -> bool:
    """Tell whether a verb says that somebody was told, and not by whom."""
    told = lemma(tree.lower[verb]) in word_set("claims", "relaying", "telling")
    return told and tree.child(verb, "auxpass") is not None and tree.child(verb, "agent") is None


_NEAR = 8
_NOBODY = Ruling(Candidate(None, ()))


class Rulings:
    """The rules for one article."""

    def __init__(self, text: str, resolver: Resolver) -> None:
        self._text, self._resolver = text, resolver
        author = author_of_article(text, resolver.cast)
        self._author = author or Referent(None, AUTHOR, Sort.PERSON)
        self._byline = author
        self._interview: Interview | None = None
        self._turns = Turns(text, resolver.cast)

    def rule(self, quotation: Quotation, scene: Scene, place: Place, choice: Candidate) -> Ruling | None:
        """Return what a rule says of a quotation for which the ranker made ``choice``, if any does."""
        if labelled := self._labelled(quotation):
            return labelled
        if is_anybodys(self._text, quotation) or self._is_impersonal(scene, place, choice):
            return _NOBODY
        clause = first_person(scene, place)
        if clause is not None:
            where = scene.block.to_article(clause.mention.span)
            if told := side_of_line(self._text, where.start):
                return self._turn(told)
            member = self._turns.speaker(where.start)
            if member is not None:
                own = Candidate(Referent(member, member.name, Sort.NAME), (), where, scene, clause.cue)
                return Ruling(own, rule="dialogue")
            own = Candidate(self._author, (), where, scene, clause.cue)
            return Ruling(own, by_author=True, rule="author")
        return self._follows_label(choice) or self._in_dialogue(choice) or self._relayed(scene, place, choice)

    def _labelled(self, quotation: Quotation) -> Ruling | None:
        """Read what stands right before the words, or begins them: "Q:", "A:", or a name."""
        if label := label_of(self._text, quotation):
            return self._turn(*label)
        if named := self._turns.label(quotation):
            who, where = named
            return Ruling(Candidate(who, (), where))
        return None

    def _follows_label(self, choice: Candidate) -> Ruling | None:
        """Read the ranker's "Q" and "A" as those who ask and answer."""
        if choice.referent is None or choice.referent.member is not None:
            return None
        label = choice.referent.description.lower()
        if label not in _LABELS:
            return None
        return self._turn("answer" if label.startswith("a") else "question", choice.where)

    def _in_dialogue(self, choice: Candidate) -> Ruling | None:
        """Read an interview that names who answers: "you" and "I"; whom he describes is somebody else."""
        who = choice.referent
        if who is None or choice.where is None:
            return None
        at = choice.where.start
        speaker = self._turns.speaker(at)
        if who.sort is not Sort.FIRST:
            return self._told_by(speaker or self._answering(at), choice, who)
        you = who.description.lower() == "you"
        if not you and (told := side_of_line(self._text, at)):
            return self._turn(told, choice.where)
        member = self._turns.addressed(at) if you else speaker
        if member is None:
            return None
        named = Referent(member, member.name, Sort.NAME)
        return Ruling(choice._replace(referent=named, readings=()), rule="dialogue")

    def _answering(self, at: int) -> Member | None:
        """Return who answers on the line that ``at`` stands in, None where it is no answer."""
        if side_of_line(self._text, at) != "answer":
            return None
        told = self._turn("answer").choice.referent
        return told.member if told else None

    @staticmethod
    def _told_by(speaker: Member | None, choice: Candidate, who: Referent) -> Ruling | None:
        """Read what somebody interviewed tells of: of others, never of himself as "she"."""
        if speaker is None:
            return None
        teller = Referent(speaker, speaker.name, Sort.NAME)
        if who.member is not speaker:
            return Ruling(choice, teller, rule="told")
        if who.sort not in (Sort.PERSON, Sort.PERSONAL):
            return None
        other = Referent(None, who.description, who.sort)
        if who.sort is Sort.PERSONAL:
            others = (one for _, one in choice.readings if one.member is not speaker)
            other = next(others, other)
        return Ruling(choice._replace(referent=other, readings=()), teller, rule="told")

    def _turn(self, side: str, label: Span | None = None) -> Ruling:
        if self._interview is None:
            member = self._byline.member if self._byline else None
            self._interview = Interview(self._text, self._resolver.cast, member)
        member = self._interview.answers if side == "answer" else self._interview.asks
        if member is not None:
            return Ruling(Candidate(Referent(member, member.name, Sort.NAME), (), label))
        return Ruling(Candidate(self._byline, ())) if side == "question" and self._byline else _NOBODY

    @staticmethod
    def _is_impersonal(scene: Scene, place: Place, choice: Candidate) -> bool:
        """Tell whether nobody is said to speak: "it was said in the village that", "she was told that"."""
        if choice.scene is not scene:
            return False
        tree = scene.tree
        verbs = (own_cue(scene, place, choice.cue), speech_verb(scene, place))
        told = [verb for verb in verbs if verb is not None and not is_caused(tree, verb)]
        subjects = [tree.child(verb, "nsubjpass") for verb in told]
        if any(subject is not None and tree.lower[subject] == "it" for subject in subjects):
            return True
        above = next(verbs_above(scene, place), None)
        return above is not None and place.first - above < _NEAR and _is_told_by_nobody(tree, above)

    def _handed(self, scene: Scene, place: Place, choice: Candidate) -> Ruling | None:
        """Read "X posted: “…”", where nothing but the colon stands between the verb and the words."""
        for clause in scene.clauses:
            handed = clause.cue == place.first - 2 and scene.tree.words[place.first - 1] == ":"
            if not handed or clause.kind not in (CueKind.SPEECH, CueKind.MANNER) or not clause.direct:
                continue
            where = scene.block.to_article(clause.mention.span)
            referent = self._resolver.resolve(scene, clause.mention)
            if choice.where is not None and where.overlaps(choice.where):
                return None
            if referent.member is None and referent.description[:1].isupper():
                referent = self._resolver.named(referent.description, where.start)
            if referent.member is not None or referent.sort is Sort.NAME:
                return Ruling(Candidate(referent, (), where, scene, clause.cue), rule="handed")
        return None

    def _relayed(self, scene: Scene, place: Place, choice: Candidate) -> Ruling | None:
        if choice.scene is not scene or choice.referent is None:
            return None
        cue = own_cue(scene, place, choice.cue)
        voice = None if cue is None else relayed(scene, place, cue, choice.referent, self._resolver)
        if voice is None:
            return self._handed(scene, place, choice) if choice.cue is None else None
        where = scene.block.to_article(voice.mention.span) if voice.mention else choice.where
        return Ruling(Candidate(voice.referent, (), where, scene, voice.cue), voice.teller, rule="relayed")

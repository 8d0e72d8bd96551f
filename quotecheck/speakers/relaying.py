"""Who quotes whom: in "Hansen recalled that Thorsen told him “…”" she speaks, and he tells of it."""

from __future__ import annotations

from typing import NamedTuple

from quotecheck.model import SpeakerType
from quotecheck.speakers.claims import denied_within
from quotecheck.speakers.clauses import COMPLEMENTS, agent_of
from quotecheck.speakers.coreference import Resolver
from quotecheck.speakers.cues import CueKind, cue_kind, lemma
from quotecheck.speakers.features import Position
from quotecheck.speakers.folding import word_set
from quotecheck.speakers.governing import governing_verb
from quotecheck.speakers.mentions import Mention, Sort, mention_at, named_beside
from quotecheck.speakers.referents import Referent
from quotecheck.speakers.scenes import Place, Scene

__all__ = ["Voice", "relayed"]

_NEAR = 8
_COPULAS = frozenset({"is", "was", "were", "are"})
_SOMEBODY = (Sort.NAME, Sort.PERSONAL, Sort.PERSON, Sort.BODY, Sort.CROWD, Sort.PLURAL)


class Voice(NamedTuple):
    """Who said the words, at which mention and cue; ``teller`` is who tells of it, if not the article.

    Without a mention the speaker is who was taken for it.
    """

    referent: Referent
    mention: Mention | None
    cue: int
    teller: Referent | None


class _Reader:
    """Reads one quotation's sentence."""

    def __init__(self, scene: Scene, place: Place, resolver: Resolver) -> None:
        self.scene, self.tree, self.place, self.resolver = scene, scene.tree, place, resolver

    def who(self, word: int) -> tuple[Mention, Referent] | None:
        """Return whom a word of the article's own stands for, None where it is nobody who could speak."""
        if self.scene.quoted[word]:
            return None
        mention = mention_at(self.tree, named_beside(self.tree, word))
        return (mention, self.resolver.resolve(self.scene, mention)) if mention.sort in _SOMEBODY else None

    def agent(self, verb: int) -> tuple[Mention, Referent] | None:
        found = agent_of(self.tree, verb, self.scene.quoted)
        return None if found is None else self.who(found.word)

    def own_subject(self, verb: int) -> tuple[Mention, Referent] | None:
        subject = self.tree.child(verb, "nsubj")
        return None if subject is None else self.who(subject)

    def reports(self, verb: int) -> bool:
        return cue_kind(self.tree.lower[verb]) is CueKind.SPEECH

    def teller_above(self, verb: int) -> Referent | None:
        """Return who says that somebody else said it: the agent of a verb of which ``verb`` is the object."""
        while self.tree.deps[verb] == "xcomp":
            verb = self.tree.heads[verb]  # "said he used to tell her"
        head = self.tree.heads[verb]
        if (
            self.tree.deps[verb] != "ccomp"
            or head == verb
            or not self.reports(head)
            or self.scene.quoted[head]
        ):
            return None
        if lemma(self.tree.lower[head]) in word_set("claims", "denied", "denials"):
            return None
        between = self.tree.words[min(verb, head) + 1 : max(verb, head)]
        found = self.own_subject(head)
        if found is None or ";" in between or "but" in between:
            return None
        if head > verb and (len(between) > _NEAR or found[0].sort.is_pronoun or verb < self.place.first):
            return None  # two sentences in one
        if head < self.place.first < verb:
            return None  # the words are the teller's own
        return found[1]

    def quoted_as(self, cue: int) -> Voice | None:
        """Read "she quoted her father as saying “…”"."""
        verb = cue
        if self.tree.deps[cue] == "pcomp" and self.tree.lower[self.tree.heads[cue]] == "as":
            verb = self.tree.heads[self.tree.heads[cue]]
        if lemma(self.tree.lower[verb]) not in ("quote", "cite"):
            return None
        told = next((c for c in self.tree.children[verb] if self.tree.lower[c] == "as" and c > verb), None)
        passive = self.tree.child(verb, "nsubjpass")
        source = passive if passive is not None else self.tree.child(verb, "dobj")
        across = told is not None and verb < self.place.first < told
        if told is None or source is None or across:
            return None
        who, teller = self.who(source), self._by(verb) if passive is not None else self.agent(verb)
        return Voice(who[1], who[0], verb, teller[1] if teller else None) if who else None

    def _by(self, verb: int) -> tuple[Mention, Referent] | None:
        by = self.tree.child(verb, "agent")
        word = self.tree.child(by, "pobj") if by is not None else None
        return None if word is None else self.who(word)

    def inner(self, cue: int) -> Voice | None:
        """Read "Pohl said that her landlord had told her “…”", where "Pohl" was taken for the speaker.

        So it is in "Pohl recalled being told by her landlord: “…”".
        """
        for verb in self.tree.children[cue]:
            handed = lemma(self.tree.lower[verb]) in word_set("claims", "relaying", "verbs")
            if self.tree.deps[verb] not in COMPLEMENTS or not handed or not cue < verb < self.place.first:
                continue
            who, passive = self.own_subject(verb), self._by(verb)
            if who and self.tree.deps[verb] == "ccomp" and (self._hangs_on(verb) or self._leads_to(verb)):
                return Voice(who[1], who[0], verb, self.teller_above(verb))
            teller = self.own_subject(cue)
            if passive and teller and self._leads_to(verb):
                return Voice(passive[1], passive[0], verb, teller[1])
        return None

    def _leads_to(self, verb: int) -> bool:
        """Tell whether nothing but phrases and a colon stand between a verb and the quotation."""
        between = range(verb + 1, self.place.first)
        return self.tree.words[self.place.first - 1] == ":" and not any(
            self.tree.tags[i].startswith("VB") or self.scene.quoted[i] for i in between
        )

    def _hangs_on(self, verb: int) -> bool:
        return governing_verb(self.scene, self.place, verb) == verb and any(
            verb in self.tree.ancestors(i) for i in range(self.place.first, self.place.end)
        )

    def worded(self) -> Voice | None:
        """Read "an officer recalled that the first thing Doyle said was “…”"."""
        copula = self.place.first - 1
        while copula > 0 and self.tree.words[copula] in (":", ",", "that"):
            copula -= 1
        if self.tree.lower[copula] not in _COPULAS:
            return None
        for verb in range(copula - 1, max(copula - _NEAR, 0), -1):
            noun = self.tree.heads[verb]
            if (
                self.tree.deps[verb] == "relcl"
                and noun < verb
                and self.reports(verb)
                and not self.scene.quoted[verb]
            ):
                who, teller = self.own_subject(verb), self._tells_of(noun)
                return Voice(who[1], who[0], verb, teller) if who else None
        return None

    def _tells_of(self, noun: int) -> Referent | None:
        """Return who tells of the first thing that somebody else said."""
        for verb in self.tree.ancestors(noun):
            if verb < noun and self.reports(verb):
                found = self.own_subject(verb)
                return found[1] if found else None
        return None

    def denied(self) -> Voice | None:
        """Read "denied that the president had called it “…”": words that others are said to have said."""
        denial = denied_within(self.tree, self.place)
        if denial is None:
            return None
        for anchor in range(self.place.first, self.place.end):
            for verb in (anchor, *self.tree.ancestors(anchor)):
                if verb <= denial:
                    break
                who = self.own_subject(verb)
                if who and (self.scene.quoted[verb] or self.reports(verb) or self._names(verb)):
                    return Voice(who[1], who[0], verb if not self.scene.quoted[verb] else denial, None)
        return None

    def _names(self, verb: int) -> bool:
        return lemma(self.tree.lower[verb]) in word_set("claims", "denied", "naming")

    def sources(self, cue: int) -> list[Referent]:
        """Return those according to whom the sentence of ``cue`` tells."""
        return [
            self.resolver.resolve(self.scene, clause.mention)
            for clause in self.scene.clauses
            if clause.kind == "source"
            and clause.mention.sort in _SOMEBODY
            and self.tree.roots[clause.cue] == self.tree.roots[cue]
        ]

    def told_by_source(self, cue: int) -> Voice | None:
        """Read "According to Brandvold, the pilot told her: “…”", where she was taken for the speaker."""
        for clause in self.scene.clauses:
            at = Position(self.scene, self.place, clause.first, clause.last)
            close = at.side in ("before", "after") and at.gap <= _NEAR and not at.slots and not at.ends
            handed = lemma(self.tree.lower[clause.cue]) in word_set("claims", "relaying", "verbs")
            own = clause.direct or self.tree.deps[clause.cue] == "xcomp"
            if not (clause.kind == CueKind.SPEECH and own and close and handed):
                continue
            opened = self.tree.words[self.place.first - 1] in (":", ",")
            if at.side == "before" and not opened and not self._hangs_on(clause.cue):
                continue
            who = self.who(clause.mention.head)
            if who and self.tree.roots[clause.cue] == self.tree.roots[cue]:
                return Voice(who[1], who[0], clause.cue, None)
        return None

    def told_of(self, cue: int, speaker: Referent) -> Voice | None:
        """Find who tells of it where the speaker is right: "…,” X said, according to Y"."""
        tellers = [self.teller_above(cue), *self.sources(cue)]
        teller = next((found for found in tellers if _another(speaker, found)), None)
        return Voice(speaker, None, cue, teller) if teller else None


def _another(one: Referent, other: Referent | None) -> Referent | None:
    """Return ``other`` unless both are one, or it is a pronoun that nobody is known for."""
    if other is None or other.key == one.key or (other.sort.is_pronoun and other.member is None):
        return None
    if other.member is not None and other.member.type is SpeakerType.UNNAMED:
        return None
    return other


def relayed(scene: Scene, place: Place, cue: int, referent: Referent, resolver: Resolver) -> Voice | None:
    """Return who said the words and who tells of it, where those are two; else None.

    ``referent`` is who was taken for the speaker, for the sake of the word ``cue`` of ``scene``.
    """
    reader = _Reader(scene, place, resolver)
    if voice := reader.denied():
        return None if _another(referent, voice.referent) is None else voice
    if voice := reader.worded():
        return voice._replace(teller=_another(voice.referent, voice.teller))
    if voice := reader.quoted_as(cue):
        return voice._replace(teller=_another(voice.referent, voice.teller))
    if (voice := reader.inner(cue)) and _another(referent, voice.referent):
        return voice._replace(teller=_another(voice.referent, voice.teller))
    if any(clause.kind == "source" and clause.cue == cue for clause in scene.clauses):
        voice = reader.told_by_source(cue)
        return voice._replace(teller=referent) if voice and _another(referent, voice.referent) else None
    return reader.told_of(cue, referent) if reader.reports(cue) else None

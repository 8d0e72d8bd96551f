"""Who said each quotation: parse what matters, list the candidates, rank them, name the winner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from quotecheck.model import Article, Attribution, DecidedBy, PossibleSpeaker, Quotation, Span
from quotecheck.quotations.paragraphs import paragraphs
from quotecheck.speakers.blocks import Block, blocks, last_sentences
from quotecheck.speakers.candidates import Candidate, Previous, candidates
from quotecheck.speakers.cast import Cast
from quotecheck.speakers.claims import is_negated
from quotecheck.speakers.coreference import Resolver
from quotecheck.speakers.disowning import is_disowned
from quotecheck.speakers.features import Surroundings
from quotecheck.speakers.foreign import attribute_by_rule, knows
from quotecheck.speakers.governing import own_cue
from quotecheck.speakers.imagining import is_imagined
from quotecheck.speakers.parsing import parse
from quotecheck.speakers.ranking import Weights, calibrated, shares, weights
from quotecheck.speakers.referents import Referent
from quotecheck.speakers.rulings import Ruling, Rulings
from quotecheck.speakers.scenes import Place, Scene

__all__ = ["Decision", "Session", "Step", "attribute", "by_speaker"]

_ALTERNATIVES = 5
_SENTENCES_BEFORE = 2
_LEAST = 1e-6
_MAY_MEAN = 0.2  # the share of a mention's readings from which on it may stand for somebody
_NEGLIGIBLE = 0.005
_RULED = 0.9
"""The confidence in a speaker whom a rule names against the ranker, before it is calibrated by the rule."""

_ENGLISH = ("en", "und", "")


@dataclass(frozen=True)
class Step:
    """One quotation with its candidates, as they are when its turn comes."""

    index: int
    quotation: Quotation
    scene: Scene
    place: Place
    found: list[Candidate]


def _holds_speech(block: Block, quotations: Sequence[Quotation]) -> bool:
    return any(quotations[slot.index].kind.is_speech for slot in block.slots)


def _needed(found: Sequence[Block], quotations: Sequence[Quotation]) -> dict[int, Block]:
    """Return the blocks that hold speech, and of those just before them the end, by their numbers."""
    speech = [n for n, block in enumerate(found) if _holds_speech(block, quotations)]
    ends = {n - 1: last_sentences(found[n - 1], _SENTENCES_BEFORE) for n in speech if n > 0}
    needed = ends | {n: found[n] for n in speech}
    return dict(sorted(needed.items()))


def _scenes(text: str, quotations: Sequence[Quotation]) -> dict[int, Scene]:
    needed = _needed(blocks(text, quotations), quotations)
    trees = parse(block.text for block in needed.values())
    return {n: Scene(block, tree) for (n, block), tree in zip(needed.items(), trees, strict=True)}


class Decision(NamedTuple):
    """Who may have spoken, the likeliest first, by which rule, and ``way``: how the first got his name."""

    ranked: list[tuple[float, Candidate]]
    ruling: Ruling | None
    way: str


def _key(candidate: Candidate) -> object:
    return candidate.referent.key if candidate.referent else None


class Session:
    """Goes through the quotations of one article in order; each choice counts for those after it."""

    def __init__(self, text: str, quotations: Sequence[Quotation], *, table: Weights | None = None) -> None:
        self.quotations = quotations
        self.scenes = _scenes(text, quotations)
        cast, scenes = Cast(text, quotations), list(self.scenes.values())
        self.table = table or weights()
        self.resolver = Resolver(cast, scenes, paragraphs(text), table=self.table)
        self.previous: Previous | None = None
        self._rulings = Rulings(text, self.resolver)

    def steps(self) -> Iterator[Step]:
        """Yield the quotations that are speech, with their candidates; ``choose`` must follow each."""
        for number, scene in self.scenes.items():
            for place in scene.places:
                quotation = self.quotations[place.slot.index]
                if quotation.kind.is_speech and place.end > place.first:
                    found = candidates(
                        Surroundings(scene, place, quotation),
                        self.resolver,
                        previous=self.previous,
                        before=self.scenes.get(number - 1),
                    )
                    yield Step(place.slot.index, quotation, scene, place, found)

    def ranked(self, step: Step) -> list[tuple[float, Candidate]]:
        """Return who may have spoken, with the probability of each, the likeliest first."""
        chances = shares([candidate.features for candidate in step.found], self.table.speakers)
        (best, choice), *others = by_speaker(step.found, chances)
        honest = calibrated(best, self.table, choice.referent.way if choice.referent else "")
        left = (1 - honest) / max(1 - best, _LEAST)
        return [(honest, choice), *((chance * left, candidate) for chance, candidate in others)]

    def decided(self, step: Step) -> Decision:
        """Return who may have spoken, whom a rule says first, and that rule, if there is any."""
        ranked = self.ranked(step)
        best = ranked[0][1].referent
        ruling = self._rulings.rule(step.quotation, step.scene, step.place, ranked[0][1])
        if ruling is None:
            return Decision(ranked, None, best.way if best else "")
        ruled = _key(ruling.choice)
        if best is not None and best.key == ruled:
            return Decision([(ranked[0][0], ruling.choice), *ranked[1:]], ruling, best.way)
        way = f"rule|{ruling.rule}"
        others = [pair for pair in ranked if _key(pair[1]) != ruled]
        return Decision([(calibrated(_RULED, self.table, way), ruling.choice), *others], ruling, way)

    def choose(self, step: Step, choice: Candidate, *, by_author: bool = False) -> None:
        """Say who spoke, before the next step is asked for; no "she" after it means the article's author."""
        self.previous = Previous(step.quotation, step.scene, step.place, choice)
        if choice.referent is not None and not by_author:
            self.resolver.said_by(step.quotation.marked.start, choice.referent, choice.where)


def by_speaker(found: Sequence[Candidate], chances: Sequence[float]) -> list[tuple[float, Candidate]]:
    """Add up, for every speaker, the chances of the mentions that may mean him; the likeliest speaker first.

    The likeliest mention that may well mean him stands for each.
    """
    sums: dict[object, float] = defaultdict(float)
    best: dict[object, tuple[float, Candidate, Referent | None]] = {}
    for candidate, chance in zip(found, chances, strict=True):
        for share, referent in candidate.readings or ((1.0, candidate.referent),):
            key = referent.key if referent else None
            sums[key] += chance * share
            worth = chance * (1 if share > _MAY_MEAN else share)
            if key not in best or worth > best[key][0]:
                best[key] = (worth, candidate, referent)
    ranked = [
        (sums[key], one if one.referent is who else one._replace(referent=who))
        for key, (_, one, who) in best.items()
    ]
    return sorted(ranked, key=lambda pair: -pair[0])


def _span(candidate: Candidate, word: int | None) -> Span | None:
    if candidate.scene is None or word is None:
        return None
    return candidate.scene.block.to_article(candidate.scene.tree.spans[word])


def _attribution(
    ranked: Sequence[tuple[float, Candidate]], step: Step, ruling: Ruling | None
) -> Attribution | None:
    chance, choice = ranked[0]
    if choice.referent is None:
        return None
    others = [
        PossibleSpeaker(one.referent.speaker(), one.where, round(share, 4))
        for share, one in ranked[1:]
        if one.referent is not None and share >= _NEGLIGIBLE
    ][:_ALTERNATIVES]
    here = choice.cue is None or choice.scene is step.scene
    cue = own_cue(step.scene, step.place, choice.cue) if here else None
    negated = here and is_negated(step.scene, step.place, step.quotation, cue)
    imagined = here and cue is not None and is_imagined(step.scene, cue)
    return Attribution(
        speaker=choice.referent.speaker(),
        mention=choice.where,
        cue=_span(choice, choice.cue),
        confidence=round(chance, 4),
        negated=negated,
        decided_by=DecidedBy.MODEL if ruling is None else DecidedBy.RULE,
        hypothetical=imagined and not negated,
        via=ruling.teller.speaker() if ruling is not None and ruling.teller is not None else None,
        candidates=tuple(others),
    )


def _disowned(
    text: str, quotations: Sequence[Quotation], found: Sequence[Attribution | None]
) -> list[Attribution | None]:
    """Negate what the text itself calls false just afterwards."""
    quoted = [quotation.marked for quotation in quotations if quotation.kind.is_speech]
    return [
        replace(one, negated=True, hypothetical=False)
        if one and is_disowned(text, quotation, one, quoted)
        else one
        for quotation, one in zip(quotations, found, strict=True)
    ]


def attribute(article: Article, quotations: Sequence[Quotation]) -> list[Attribution | None]:
    """Return who said each of ``quotations``: one entry each, None where the article does not say.

    Scare quotes and titles get None. The quotations must be those of ``article.text``, in its order.
    Raises ``ModelError`` when the language model is missing or damaged.
    """
    if article.language not in _ENGLISH:
        rules = knows(article.language)
        return (
            attribute_by_rule(article.text, article.language, quotations)
            if rules
            else [None] * len(quotations)
        )
    found: list[Attribution | None] = [None] * len(quotations)
    session = Session(article.text, quotations)
    for step in session.steps():
        ranked, ruling, _ = session.decided(step)
        session.choose(step, ranked[0][1], by_author=ruling is not None and ruling.by_author)
        found[step.index] = _attribution(ranked, step, ruling)
    return _disowned(article.text, quotations, found)

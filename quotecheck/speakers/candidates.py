"""Who may have said a quotation: those who act or are named near it, and whoever spoke before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotecheck.model import Quotation, Span
from quotecheck.speakers.antecedents import Reading
from quotecheck.speakers.coreference import Resolver
from quotecheck.speakers.features import (
    Surroundings,
    bare_features,
    clause_features,
    is_alone,
    none_features,
    who,
)
from quotecheck.speakers.members import Member
from quotecheck.speakers.mentions import Mention, Sort
from quotecheck.speakers.referents import Referent
from quotecheck.speakers.scenes import Place, Scene

__all__ = ["Candidate", "Previous", "candidates"]

_LABEL = re.compile(r"((?:Q|A|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,3})):\s")
_JOINING = frozenset({",", "and", "or", "&", "a", "an", "the"})
"""What stands between the parts of a list: “a lie”, “a trick” and “a disgrace”."""

_NAMES_HIMSELF = 0.03
_SPEECHLESS = (Sort.THING, Sort.DOCUMENT, Sort.FIRST)


class Candidate(NamedTuple):
    """A possible speaker; ``referent`` is None for "the article does not say".

    ``where`` is the mention in the article; ``cue`` is a word of ``scene``. ``readings`` are all whom the
    mention may mean, ``referent`` the likeliest; none where there is only one.
    """

    referent: Referent | None
    features: tuple[str, ...]
    where: Span | None = None
    scene: Scene | None = None
    cue: int | None = None
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class Previous:
    """The quotation before, and who was taken to have said it."""

    quotation: Quotation
    scene: Scene
    place: Place
    choice: Candidate


def _again(referent: Referent, previous: Previous | None, scene: Scene) -> str:
    if previous is None or previous.choice.referent is None:
        return "fresh"
    return f"again={referent.key == previous.choice.referent.key}|block={previous.scene is scene}"


def _where(scene: Scene, mention: Mention) -> Span:
    return scene.block.to_article(mention.span)


def _labelled(around: Surroundings, resolver: Resolver) -> Iterator[Candidate]:
    """The name that a transcript puts inside the marks: “MARLOWE: Good evening.”."""
    label = _LABEL.match(around.quotation.text)
    if label:
        start = around.quotation.span.start
        where = Span(start + label.start(1), start + label.end(1))
        yield Candidate(resolver.named(label[1], where.start), ("labelled",), where)


def _other_side(around: Surroundings, resolver: Resolver, previous: Previous) -> Iterator[Candidate]:
    """Whoever spoke before the speaker of the quotation before, as in a dialogue."""
    other = resolver.spoke_before_last()
    if other is not None and previous.scene is not around.scene:
        asked = previous.quotation.text.rstrip()[-1:] == "?" or around.quotation.text.rstrip()[-1:] == "?"
        features = ("other", f"other|alone={is_alone(around.scene)}|asked={asked}")
        yield Candidate(other.referent, features, other.where)


def _apt(found: Sequence[Reading], named: Collection[Member]) -> list[Reading]:
    """Weigh whom a mention may mean anew: hardly anybody names himself in his own words."""
    if all(one.referent.member not in named for one in found):
        return list(found)
    told = [one.chance * (_NAMES_HIMSELF if one.referent.member in named else 1) for one in found]
    anew = (Reading(chance / sum(told), one.referent) for chance, one in zip(told, found, strict=True))
    return sorted(anew, key=lambda one: -one.chance)


def _inside(referent: Referent, named: Collection[Member]) -> tuple[str, ...]:
    return ("inside",) if referent.member in named else ()


def _acting(
    around: Surroundings, resolver: Resolver, previous: Previous | None, named: Collection[Member]
) -> Iterator[Candidate]:
    scene = around.scene
    for clause in scene.clauses:
        found = _apt(resolver.readings(scene, clause.mention), named)
        referent = found[0].referent
        features = (
            *clause_features(around, clause, referent),
            _again(referent, previous, scene),
            *_inside(referent, named),
        )
        yield Candidate(referent, features, _where(scene, clause.mention), scene, clause.cue, tuple(found))
    for mention in scene.others:
        found = _apt(resolver.readings(scene, mention), named)
        referent = found[0].referent
        features = (
            *bare_features(around, mention, referent),
            _again(referent, previous, scene),
            *_inside(referent, named),
        )
        yield Candidate(referent, features, _where(scene, mention), scene, readings=tuple(found))


def _is_asked(around: Surroundings, previous: Previous, before: Scene | None) -> bool:
    """Tell whether the article itself asks the next question: "And if they lose? “We drink.”"."""
    scene = around.scene
    if previous.scene is scene:
        return scene.block.text[: around.place.slot.marked.start].rstrip().endswith("?")
    return before is not None and before is not previous.scene and before.block.text.rstrip().endswith("?")


def _going_on(
    around: Surroundings, previous: Previous, before: Scene | None, named: Collection[Member]
) -> Candidate:
    """The speaker of the quotation before, who goes on."""
    same = previous.scene is around.scene
    turn = previous.quotation.turn == around.quotation.turn
    features = ["follow", f"follow|turn={turn}", f"follow|{around.quotation.kind}|same={same}"]
    if same:
        at = around.position(previous.place.end - 1, previous.place.end - 1)
        news = any(
            previous.place.end <= clause.cue < around.place.first and clause.cue != previous.choice.cue
            for clause in around.scene.clauses
            if clause.kind in ("speech", "source")
        )
        between = around.scene.tree.lower[previous.place.end : around.place.first]
        if between and _JOINING.issuperset(between):
            features.append("follow|listed")
        cue = previous.choice.cue
        told = "none" if cue is None else "after" if cue > previous.place.first else "before"
        features += [
            f"follow|block|turn={turn}|news={news}",
            f"follow|block|ends={at.ends}|lead={around.leading}|news={news}",
            f"follow|block|told={told}|news={news}|gap={at.gap > 7}",
        ]
    else:
        apart = min(around.scene.block.first - previous.scene.block.first, 4)
        features += [
            f"follow|apart={apart}|alone={is_alone(around.scene)}|turn={turn}",
            f"follow|apart={apart}|start={around.leading == 'start'}",
        ]
    if _is_asked(around, previous, before):
        features.append("follow|asked")
    choice = previous.choice
    if choice.referent is not None:
        features += _inside(choice.referent, named)
    return Candidate(choice.referent, tuple(features), choice.where, choice.scene, readings=choice.readings)


def _from_before(
    around: Surroundings,
    before: Scene,
    resolver: Resolver,
    previous: Previous | None,
    named: Collection[Member],
) -> Iterator[Candidate]:
    """Those who act in the paragraph before, for a quotation that follows a sentence about its speaker."""
    last_root = before.tree.roots[-1] if len(before.tree) else -1
    seen: set[object] = set()
    opens = around.leading == "start"
    for clause in reversed(before.clauses):
        found = _apt(resolver.readings(before, clause.mention), named)
        referent = found[0].referent
        if referent.key in seen or clause.mention.sort in _SPEECHLESS:
            continue
        seen.add(referent.key)
        last = before.tree.roots[clause.cue] == last_root
        features = (
            "before",
            f"before|last={last}|{clause.kind}|alone={is_alone(around.scene)}|opens={opens}",
            f"before|last={last}|nth={min(len(seen), 3)}|opens={opens}",
            f"before|who={who(clause.mention, referent)}",
            f"before|{_again(referent, previous, around.scene)}",
            *_inside(referent, named),
        )
        yield Candidate(referent, features, _where(before, clause.mention), before, readings=tuple(found))


def candidates(
    around: Surroundings, resolver: Resolver, *, previous: Previous | None, before: Scene | None
) -> list[Candidate]:
    """Return everybody who may have said the quotation, each with his features; the last one is nobody.

    ``before`` is the block before the quotation's own.
    """
    named = resolver.people_in(around.quotation.span)
    found = [*_acting(around, resolver, previous, named), *_labelled(around, resolver)]
    if previous is not None and previous.choice.referent is not None:
        found.append(_going_on(around, previous, before, named))
        found.extend(_other_side(around, resolver, previous))
    if before is not None:
        found.extend(_from_before(around, before, resolver, previous, named))
    found.append(Candidate(None, tuple(none_features(around))))
    return found

"""Dates that a quotation has from its scene: "She took the microphone on 14 March. “…,” she said".

A sentence that tells with its date of people meeting, appearing or speaking sets a scene. The words after it
are of that scene while the same people speak or are spoken to, until another time is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotecheck.dates.clauses import MASK, any_of, governing_words, lowered_tokens, without_relatives
from quotecheck.dates.expressions import Expression
from quotecheck.dates.fronting import is_fronted
from quotecheck.dates.governing import governs, reporting_cue
from quotecheck.dates.ground import Ground
from quotecheck.dates.told import (
    channels,
    has_passed,
    has_second_verb,
    is_another_occasion,
    is_later_on,
    is_past,
    is_present,
    name_in,
    speaks,
    tells_of_speech,
)
from quotecheck.lexicons import lexicon
from quotecheck.model import Attribution, Quotation, Span
from quotecheck.speakers.cues import lemma

__all__ = ["of_scene"]

_READ_BACK = 5
"""How many sentences back a scene may have been set."""

_PERSONS = frozenset({"he", "she", "they"})
_HEARERS = frozenset({"him", "her", "them"})
_HEARER = re.compile(r"\s+(?:(?P<the>the)\s+(?:\w+\s+)?)?(?P<who>\w+)")
_MEETINGS = ("events", "gatherings", "presence", "speaking", "hearings", "appearing")
_AT_EVENT = re.compile(
    r"\s*(?:At|During) (?:an?|the|his|her|their|its) (?:[\w’'-]+ ){1,3}(?=(?:on|last|this) )"
)
_VANTAGE = re.compile(rf"\bfrom the (?:{any_of(governing_words('vantages'))})\b", re.IGNORECASE)
_WRITTEN_ON = re.compile(
    rf"\b(?:on|in|inside|under|across) (?:it|them|the (?:{any_of(governing_words('surfaces'))}))\b"
)
_THEIR_MAN = re.compile(r"\b(?:their|its|his|her)\s+(?:\w+\s+)?\w+(?:,\s*)?$")
_ASIDES = governing_words("subordinators") - {"and", "but", "or", "as", "when", "after", "before"}


@dataclass(frozen=True)
class _Scene:
    """What dates it, the sentence that sets it, all that is told from there on, and whether it is of the
    quotation's own paragraph.
    """

    when: Expression
    sentence: str
    told: Span
    here: bool


def _words(text: str) -> set[str]:
    return set(lowered_tokens(text))


def _sets_scene(ground: Ground, sentence: Span, one: Expression) -> bool:
    """Tell whether a date is of what its sentence tells as having happened, not of an aside in it."""
    if not governs(ground, one) and not _has_come_by(ground, sentence, one):
        return False
    before = without_relatives(ground.plain[sentence.start : one.span.start])
    main = is_fronted(ground, one.span) or not (_words(before) & _ASIDES or has_second_verb(before))
    return main and has_passed(ground, one)


def _has_come_by(ground: Ground, sentence: Span, one: Expression) -> bool:
    """Tell whether a change had come by that time, which goes on: "By Tuesday he had changed his mind"."""
    onward = lowered_tokens(ground.plain[one.span.end : sentence.end])
    return one.lead == "by" and is_fronted(ground, one.span) and "had" in onward[:4]


def _is_of_now(sentence: str) -> bool:
    """Tell whether a sentence leaves the scene for what is or will be: "His party will challenge it"."""
    words = lowered_tokens(sentence)
    tense = lexicon("dates")["tense"]
    return any(word in tense["coming"] or word in tense["present"] for word in words)


def _scene_before(ground: Ground, start: int) -> _Scene | None:
    """Return the scene of the last dated sentence before ``start``, of this paragraph or the one before."""
    at = start
    for _ in range(_READ_BACK):
        sentence = ground.sentence_before(at)
        if sentence is None:
            return None
        breaks = ground.plain[sentence.start : start].rstrip(" \t").count("\n")
        dated = [one for one in ground.within(sentence) if _sets_scene(ground, sentence, one)]
        if dated:
            text = sentence.of(ground.plain)
            return _Scene(dated[-1], text, Span(sentence.start, start), here=not breaks)
        if _is_of_now(sentence.of(ground.plain)) or ground.within(sentence):
            return None
        at = sentence.start
    return None


def _is_meeting(ground: Ground, scene: _Scene) -> bool:
    """Tell whether people meet, appear or speak in it."""
    told = _words(ground.without_dates(scene.told))
    return tells_of_speech(scene.sentence) or any(told & governing_words(name) for name in _MEETINGS)


def _takes_part(ground: Ground, attribution: Attribution, scene: _Scene) -> bool:
    """Tell whether the scene has the speaker in it: by name, or as the "she" that goes on."""
    if name_in(ground, attribution, scene.told) is not None:
        return True
    mention = attribution.mention
    return scene.here and mention is not None and mention.of(ground.plain).lower() in _PERSONS


def _speaks_for(ground: Ground, attribution: Attribution) -> bool:
    """Tell whether the speaker is told as somebody of those in the scene: "their spokesman, Hart"."""
    mention = attribution.mention
    if mention is None:
        return False
    before = ground.plain[ground.sentence(mention.start).start : mention.start].replace(MASK, "")
    return (_THEIR_MAN.search(before) or _THEIR_MAN.match(mention.of(ground.plain))) is not None


def _is_at_event(scene: _Scene) -> bool:
    """Tell whether all that is told happened at an event: "At a picket on Monday, nurses carried a house"."""
    opening = _AT_EVENT.match(scene.sentence)
    return opening is not None and any(_words(opening[0]) & governing_words(name) for name in _MEETINGS)


def _has_just_spoken(ground: Ground, attribution: Attribution, scene: _Scene) -> bool:
    """Tell whether the speaker spoke in the sentence before: "In May Hart apologised. “…,” she said"."""
    before = ground.sentence_before(scene.told.end)
    if before is None:
        return False
    words = lowered_tokens(before.of(ground.plain))
    named = name_in(ground, attribution, before) is not None or bool(_PERSONS & set(words))
    return named and (tells_of_speech(before.of(ground.plain)) or speaks(before.of(ground.plain)))


def _is_heard(ground: Ground, cue: Span, scene: _Scene) -> bool:
    """Tell whether those in the scene hear it: "told them", "told the board", "cried"."""
    verb = lemma(cue.of(ground.plain).lower().split()[-1])
    if verb in governing_words("calling") - {"call"} or _is_at_once(ground, cue, verb, scene):
        return scene.here
    hearer = _HEARER.match(ground.plain, cue.end)
    if hearer is None or verb not in governing_words("telling"):
        return False
    who = hearer["who"].lower()
    if who in _HEARERS:
        return scene.here
    if not hearer["the"]:
        return False
    present = who in governing_words("audiences") or scene.here
    return (
        present
        and re.search(rf"\b{re.escape(who.removesuffix('s'))}", scene.told.of(ground.plain).lower())
        is not None
    )


def _is_in_story(ground: Ground, quotation: Quotation, attribution: Attribution, scene: _Scene) -> bool:
    """Tell whether a story told day by day goes on: "On 3 May he brought her a roll. “Too soft,” she said".

    Somebody who looks back on that day, or speaks of what is now, may say it on another.
    """
    if not (scene.here and scene.when.names_day and is_fronted(ground, scene.when.span)):
        return False
    return _takes_part(ground, attribution, scene) and not _looks_back(quotation.text)


def _looks_back(words: str) -> bool:
    """Tell whether the first finite verb of quoted words is past, or they speak of now."""
    found = lowered_tokens(words)
    if not governing_words("nowadays").isdisjoint(found):
        return True
    return next((is_past(word) for word in found if is_past(word) or _is_present(word)), False)


def _is_present(word: str) -> bool:
    return word in lexicon("dates")["tense"]["present"] or word.endswith(("’m", "’s", "’re", "’ll", "’ve"))


def _is_asked(ground: Ground, cue: Span, attribution: Attribution, scene: _Scene) -> bool:
    """Tell whether the speaker is asked in the scene: "Asked what he had eaten, he answered"."""
    own = lowered_tokens(ground.sentence(cue.start).of(ground.plain))
    asked = own[:1] == ["asked"] and own[1:2] != ["by"] and scene.here
    return asked and _takes_part(ground, attribution, scene)


def _is_at_once(ground: Ground, cue: Span, verb: str, scene: _Scene) -> bool:
    """Tell whether they are of the same moment: an answer, a line in the log, a call from the gallery."""
    own = ground.sentence(cue.start).of(ground.plain)
    if verb in governing_words("answering") and _words(scene.sentence) & governing_words("putting"):
        return True
    if verb in governing_words("writing") and _words(own) & governing_words("logs"):
        return True
    if verb in governing_words("writing") and _WRITTEN_ON.search(own) is not None:
        return True
    return verb in governing_words("telling") and _VANTAGE.search(own) is not None


def _is_apart(sentence: str, scene: _Scene) -> bool:
    """Tell whether a sentence reached others in its own way: "told Reuters"; not the letter that resigns."""
    apart = channels(sentence) - channels(scene.sentence)
    declares = any(act in scene.sentence for act in governing_words("declaring"))
    by_letter = all(channel.split()[-1] in governing_words("documents") for channel in apart)
    at_once = scene.told.end - scene.told.start <= len(scene.sentence) and tells_of_speech(scene.sentence)
    return bool(apart) and not (scene.here and (at_once or (declares and by_letter)))


def _looks_back_on(ground: Ground, scene: _Scene) -> bool:
    """Tell whether it is the past of a story, which then goes on without it: "He had said so in March"."""
    at = scene.when.span.start
    before = ground.plain[ground.sentence(at).start : at]
    return "had" in lowered_tokens(before) and not is_fronted(ground, scene.when.span)


def of_scene(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "She took the microphone on 14 March. “…,” she said": the day of the scene that was set."""
    cue = reporting_cue(ground, quotation, attribution)
    if cue is None or not cue.of(ground.plain).split():
        return None
    sentence = ground.sentence(cue.start)
    own = sentence.of(ground.plain)
    if is_present(ground, cue) or is_another_occasion(ground, cue) or is_later_on(own):
        return None
    before_cue = Span(sentence.start, cue.start)
    if ground.within(before_cue) or _is_of_now(before_cue.of(ground.plain)):
        return None
    scene = _scene_before(ground, ground.sentence(min(cue.start, quotation.marked.start)).start)
    if scene is None or _is_apart(own, scene):
        return None
    heard = (
        _is_heard(ground, cue, scene)
        or _is_asked(ground, cue, attribution, scene)
        or _is_in_story(ground, quotation, attribution, scene)
    )
    if not _is_meeting(ground, scene):
        return scene.when if heard and scene.here else None
    recent = _has_just_spoken(ground, attribution, scene) and not _looks_back_on(ground, scene)
    near = scene.when.names_day or recent
    present = (
        _is_at_event(scene)
        or _takes_part(ground, attribution, scene)
        or (_speaks_for(ground, attribution) and not _looks_back(quotation.text))
    )
    part = scene.here and near and present
    return scene.when if heard or part else None

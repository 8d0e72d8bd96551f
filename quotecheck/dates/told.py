"""What the text told before a quotation: the dated sentences that set its scene."""

from __future__ import annotations

import re
from itertools import pairwise

from quotecheck.dates.clauses import any_of, governing_words, has_clause, lowered_tokens, reports, tokens
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.fronting import is_fronted
from quotecheck.dates.governing import governs
from quotecheck.dates.ground import Ground
from quotecheck.lexicons import lexicon
from quotecheck.model import Attribution, Span
from quotecheck.speakers.cues import CueKind, cue_kind, lemma

__all__ = [
    "channels",
    "days",
    "has_own_time",
    "has_passed",
    "has_second_verb",
    "is_another_occasion",
    "is_later_on",
    "is_past",
    "is_present",
    "lede",
    "name_in",
    "speaks",
    "tells_of_speech",
    "times",
    "told_before",
    "told_of",
]

_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")
_BOUNDARY = re.compile(r"\b")
_NAME_ENDS = re.compile(r"\b(?!['’]s)")
_RELATIVE = frozenset({"which", "who", "whose", "whom", "that", "where"})
_SEARCHED_BACK = 60
_SHORTEST_PAST = 4
_BE = frozenset({"is", "are", "was", "were", "has", "have", "had"})
_TO_COME = frozenset({("set", "to"), ("due", "to"), ("about", "to"), ("going", "to")})
_ANOTHER = re.compile(rf"\b(?:{any_of(governing_words('apart'))})\b", re.IGNORECASE)
_CHANNEL = re.compile(
    rf"\btold (?:the )?[A-Z]\w+|\b(?:in|on|at) an? (?:\w+ )?(?:{any_of(governing_words('channels'))})\b|"
    rf"\bon (?:{any_of(governing_words('media'))})\b"
)
_RESPONDS = re.compile(rf"\b(?:{any_of(governing_words('responding'))})\b", re.IGNORECASE)
_LATER_ON = re.compile(rf"\W*(?:When|Once|After)\s+(?!(?:{any_of(governing_words('openers'))})\b)\w")
_ASIDE = re.compile(r"\bhad\s+(?:\w+\s+)?$|\b(?:in|at|during|on|through) which\b")


def is_past(word: str) -> bool:
    """Tell whether a word (lower case) looks like a finite verb in the past tense."""
    if word in governing_words("finite"):
        return word not in lexicon("dates")["tense"]["present"]
    is_participle = "-" in word or word in governing_words("not_past")
    return word.endswith("ed") and len(word) >= _SHORTEST_PAST and not is_participle


def has_passed(ground: Ground, one: Expression) -> bool:
    """Tell whether its sentence tells what has happened: not "the trial begins on Monday"."""
    sentence = ground.sentence(one.span.start)
    coming = lexicon("dates")["tense"]["coming"]
    own = re.split(r"[,;]", ground.plain[sentence.start : one.span.start])[-1]
    for stretch in (own, sentence.of(ground.plain)):
        words = lowered_tokens(stretch)
        if any(pair in _TO_COME for pair in pairwise(words)):
            return False
        verb = next((word for word in words if is_past(word) or word in coming), None)
        if verb is not None:
            return verb not in coming
    return False


def times(ground: Ground, span: Span) -> list[Expression]:
    """Return the expressions of a stretch that could date what it tells, of any grain."""
    return [one for one in ground.within(span) if governs(ground, one)]


def days(ground: Ground, span: Span) -> list[Expression]:
    """Return those that name a day."""
    return [one for one in times(ground, span) if one.names_day]


def name_in(ground: Ground, attribution: Attribution, span: Span) -> Span | None:
    """Return where a sentence names the speaker, by the last word of the name."""
    words = _CAPITALISED.findall(attribution.speaker.name)
    if not words:
        return None
    at = ground.plain.find(words[-1], span.start, span.end)
    while at >= 0:
        end = at + len(words[-1])
        if _BOUNDARY.match(ground.plain, at) and _NAME_ENDS.match(ground.plain, end, span.end):
            return Span(at, end)
        at = ground.plain.find(words[-1], at + 1, span.end)
    return None


def told_before(ground: Ground, offset: int) -> list[tuple[Span, Expression]]:
    """Return the last days told in the sentences before ``offset``, each with its sentence, in order."""
    told = []
    for one in ground.before(ground.sentence(offset).start)[-_SEARCHED_BACK:]:
        sentence = ground.sentence(one.span.start)
        words = {word.lower() for word in tokens(ground.plain[sentence.start : one.span.start])}
        if one.names_day and governs(ground, one) and not words & _RELATIVE:
            told.append((sentence, one))
    return told


def told_of(ground: Ground, nouns: frozenset[str], before: int) -> Expression | None:
    """Return the day of the nearest sentence before that tells of one of ``nouns`` with a date."""
    word = re.compile(rf"\b(?:{any_of(nouns)})s?\b", re.IGNORECASE)
    return next(
        (
            one
            for sentence, one in reversed(told_before(ground, before))
            if word.search(ground.plain, sentence.start, sentence.end)
        ),
        None,
    )


def lede(ground: Ground, *, of: frozenset[str] = frozenset()) -> tuple[Span, Expression] | None:
    """Return the day that the article's opening tells of, past headline and dateline, with the sentence.

    With ``of`` only a sentence that has one of these words counts.
    """
    for span in ground.opening:
        words = {word.lower() for word in tokens(span.of(ground.plain))}
        if not of or words & of:
            for one in days(ground, span):
                if one.kind is not ExpressionKind.NARRATIVE and has_passed(ground, one):
                    return span, one
    return None


def speaks(words: str) -> bool:
    """Tell whether a stretch tells of somebody speaking, writing, being asked, or refusing to speak."""
    found = [word.lower() for word in tokens(words)]
    return (
        any(reports(word, bare=False) for word in found)
        or not governing_words("speaking").isdisjoint(found)
        or _RESPONDS.search(words) is not None
    )


def tells_of_speech(sentence: str) -> bool:
    """Tell whether a sentence has a verb of saying or judging, or another act that is done with words."""
    words = lowered_tokens(sentence)
    said = {word for word in words if cue_kind(word) is not CueKind.NONE and word != lemma(word)}
    if any(lemma(word) not in governing_words("light") for word in said):
        return True
    told = " ".join(words)
    return any(act in told for act in governing_words("declaring"))


def is_another_occasion(ground: Ground, cue: Span) -> bool:
    """Tell whether the clause of a cue sets itself apart: "had long said", "in an earlier interview"."""
    if cue not in ground.apart:
        sentence = ground.sentence(cue.start)
        ground.apart[cue] = (
            _ANOTHER.search(ground.plain, *sentence) is not None
            or _ASIDE.search(ground.plain, sentence.start, cue.start) is not None
        )
    return ground.apart[cue]


def channels(clause: str) -> set[str]:
    """Return how a clause says that its words reached others: "told Reuters", "in a letter"."""
    return {found[0] for found in _CHANNEL.finditer(clause)}


def has_second_verb(words: str) -> bool:
    """Tell whether another verb follows the first: "says there was a problem during Monday’s debate"."""
    found = tokens(words)
    for index, word in enumerate(found):
        if word.lower() in governing_words("finite") or reports(word.lower(), bare=False):
            return has_clause("she " + " ".join(found[index + (2 if word.lower() in _BE else 1) :]))
    return False


def has_own_time(ground: Ground, at: int) -> bool:
    """Tell whether the sentence at ``at`` opens with a time of its own: "By 1920 she was telling …"."""
    own = ground.within(ground.sentence(at))
    return any(one.kind is ExpressionKind.CALENDAR and is_fronted(ground, one.span) for one in own)


def is_present(ground: Ground, cue: Span) -> bool:
    """Tell whether a verb stands in the present tense: "says"."""
    verb = lowered_tokens(cue.of(ground.plain))[-1:]
    return bool(verb) and verb[0].endswith("s") and verb[0] != lemma(verb[0])


def is_later_on(sentence: str) -> bool:
    """Tell whether a sentence opens on another time: "When the bill came, he said"."""
    opening = re.split(r"[,;]", sentence)[0]
    return _LATER_ON.match(sentence) is not None and has_clause(opening.lstrip().partition(" ")[2])

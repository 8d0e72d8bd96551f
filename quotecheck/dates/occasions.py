"""Dates that a quotation has from its occasion: what the text told before, or says of the words after them.

Each rule looks for the expression that the quotation's own clause lacks: "After the match, …" (the match was
on Saturday), "the statement read" (released on Friday), an act of the speaker in the sentence before, the
remarks that "came on Tuesday".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quotecheck.dates.clauses import MASK, governing_words, has_clause, reports, sentence_at, tokens
from quotecheck.dates.expressions import Expression
from quotecheck.dates.governing import cue_frame, governs, is_attached, is_fronted, reporting_cue
from quotecheck.dates.ground import Ground
from quotecheck.model import Attribution, Quotation, Span, SpeakerType

__all__ = ["RULES", "Rule"]

Rule = Callable[[Ground, Quotation, Attribution], Expression | None]

_AFTERWARDS = re.compile(r"\bafterwards?\b", re.IGNORECASE)
_PRONOUNS = frozenset({"He", "She", "They", "It", "he", "she", "they"})
_RELATIVE = frozenset({"which", "who", "whose", "whom", "that", "where"})
_SEARCHED_BACK = 60
_SIGNATURE = 200
_LEDE = 4
_NEAR_CUE = 60
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")
_SIGNED = re.compile(r"\s*[.,]?\s*\(?\s*(?:—|–|--?)\s*[^\n]{0,80}$")


def _days(ground: Ground, span: Span) -> list[Expression]:
    return [one for one in ground.within(span) if one.names_day and governs(ground, one)]


def _told_before(ground: Ground, offset: int) -> list[tuple[Span, Expression]]:
    """Return the last days told in the sentences before ``offset``, each with its sentence, in order."""
    told = []
    for one in ground.before(ground.sentence(offset).start)[-_SEARCHED_BACK:]:
        sentence = ground.sentence(one.span.start)
        words = {word.lower() for word in tokens(ground.plain[sentence.start : one.span.start])}
        if one.names_day and governs(ground, one) and not words & _RELATIVE:
            told.append((sentence, one))
    return told


def _event_phrases(ground: Ground, frame: Span) -> list[tuple[Span, str, str]]:
    """Return the phrases like "after the match": where, the preposition, the noun."""
    found = []
    for nouns, prepositions in (
        (governing_words("events"), "after|following|during|at|upon"),
        (governing_words("broadcasts") | governing_words("documents"), "in|on"),
    ):
        own = r"(?:(?:the|his|her|their|its|this)\s+(?:\w+\s+){0,2})?"
        phrase = rf"\b({prepositions})\s+{own}({'|'.join(sorted(nouns))})\b"
        for one in re.finditer(phrase, ground.plain[frame.start : frame.end], re.IGNORECASE):
            definite = re.search(r"\s(?:the|his|her|their|its|this)\s", one[0], re.IGNORECASE)
            if definite or one[1].lower() == "upon":
                found.append(
                    (Span(frame.start + one.start(), frame.start + one.end()), one[1].lower(), one[2].lower())
                )
    afterwards = _AFTERWARDS.finditer(ground.plain, frame.start, frame.end)
    crowds = re.compile(rf"\b(?:to\s+)?the\s+(?:\w+\s+)?({'|'.join(sorted(governing_words('crowds')))})\b")
    present = crowds.finditer(ground.plain, frame.start, frame.end)
    return [
        *found,
        *((Span(*one.span()), "after", "") for one in afterwards),
        *((Span(*one.span()), "to", one[1]) for one in present),
    ]


def _told_of(ground: Ground, noun: str, before: int) -> Expression | None:
    """Return the day of the nearest sentence before that tells of ``noun`` with a date."""
    word = re.compile(rf"\b{re.escape(noun)}s?\b" if noun else "", re.IGNORECASE)
    return next(
        (
            one
            for sentence, one in reversed(_told_before(ground, before))
            if word.search(ground.plain, sentence.start, sentence.end)
        ),
        None,
    )


def _lede(ground: Ground, *, of: frozenset[str] = frozenset()) -> Expression | None:
    """Return the day that the article's opening tells of, past headline and dateline.

    With ``of`` only a sentence that has one of these words counts.
    """
    told = [span for span in ground.sentences if has_clause(span.of(ground.plain))][:_LEDE]
    for span in told:
        words = {word.lower() for word in tokens(span.of(ground.plain))}
        if (not of or words & of) and (days := _days(ground, span)):
            return days[0]
    return None


def _of_event(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "After the match, X said": the day of the match."""
    cue, mention = reporting_cue(ground, quotation, attribution), attribution.mention
    if cue is None:
        return None
    for span, preposition, noun in _event_phrases(ground, cue_frame(ground, quotation, cue, mention)):
        if span.overlaps(cue) or not is_attached(ground, span, quotation, cue, mention):
            continue
        if preposition == "to":
            return _lede(ground, of=governing_words("events"))
        if found := _told_of(ground, noun, span.start):
            return found
        if preposition in ("after", "following", "upon") or noun == "event":
            return _lede(ground)
    return None


def _of_document(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "…, the statement read": the day on which the text said that it was released."""
    cue, mention = reporting_cue(ground, quotation, attribution), attribution.mention
    if cue is None:
        return None
    frame = cue_frame(ground, quotation, cue, mention)
    before = ground.plain[max(frame.start, cue.start - _NEAR_CUE) : cue.start].rpartition(MASK)[2]
    after = ground.plain[cue.end : min(frame.end, cue.end + _NEAR_CUE)].partition(MASK)[0]
    nouns = "|".join(sorted(governing_words("documents")))
    subject = rf"(?:\b(?:the|this)|['’]s)\s+(?:\w+\s+)?({nouns})"
    found = re.search(rf"{subject}(?:\s+\w+)?\s*$", before, re.IGNORECASE) or re.match(
        rf"\s*(?:\w+\s+){{0,3}}?{subject}\b", after, re.IGNORECASE
    )
    if found is None or (tokens(after) or [""])[0].lower() in ("to", "on", "about"):
        return None
    introduced = re.compile(
        rf"\b(?:an?|its|his|her|their|the)\s+(?:\w+\s+){{0,2}}{found[1]}\b", re.IGNORECASE
    )
    return next(
        (
            one
            for sentence, one in _told_before(ground, cue.start)
            if introduced.search(ground.plain, sentence.start, sentence.end)
        ),
        None,
    )


def _name_in(ground: Ground, attribution: Attribution, span: Span) -> Span | None:
    """Return where a sentence names the speaker, by the last word of the name."""
    words = _CAPITALISED.findall(attribution.speaker.name)
    if not words:
        return None
    found = re.compile(rf"\b{re.escape(words[-1])}\b(?!['’]s)").search(ground.plain, span.start, span.end)
    return Span(*found.span()) if found else None


def _of_own_act(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "On Friday X criticised the plan. “…,” she said": the sentence before tells of the speaker speaking.

    Of an organisation any act will do: "Last Friday the Treasury blacklisted … According to the Treasury, …".
    """
    at = min(quotation.marked.start, attribution.cue.start if attribution.cue else quotation.marked.start)
    sentence = ground.sentence_before(at)
    if sentence is None or "\n" in ground.plain[sentence.start : at].strip():
        return None
    name = _name_in(ground, attribution, sentence)
    subject = next(iter(tokens(ground.sentence(at).of(ground.plain))), "")
    named = attribution.speaker.name
    nameless = named in _PRONOUNS or (subject in _PRONOUNS and not _CAPITALISED.search(named))
    speaks = any(reports(word.lower(), bare=False) for word in tokens(sentence.of(ground.plain)))
    for one in _days(ground, sentence):
        if one.lead == "dated":
            continue
        if name is None:
            # "They" whom nobody could name are those of the sentence before.
            if speaks and nameless and is_fronted(ground, one.span):
                return one
        elif is_fronted(ground, one.span) and one.span.end <= name.start:
            acts = not has_clause(ground.plain[one.span.end : name.start])
            if acts and (speaks or attribution.speaker.type is SpeakerType.ORGANISATION):
                return one
        elif speaks and name.end <= one.span.start:
            words = {word.lower() for word in tokens(ground.plain[name.end : one.span.start])}
            if not words & (governing_words("subordinators") | {"when", "after"}):
                return one
    return None


def _of_own_body(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "The House on Wednesday passed … The Speaker of the House, X, stressed: “…”": the day of the act."""
    cue, mention = reporting_cue(ground, quotation, attribution), attribution.mention
    if (
        cue is None
        or mention is None
        or not ground.plain[cue.end : quotation.marked.start].strip().startswith(":")
    ):
        return None
    own = ground.sentence(cue.start)
    sentence = ground.sentence_before(cue.start)
    if sentence is None:
        return None
    described = set(_CAPITALISED.findall(ground.plain[own.start : cue.start]))
    for one in _days(ground, sentence):
        verb = ground.plain[one.span.end : sentence.end]
        subject = ground.plain[sentence.start : one.span.start]
        if is_fronted(ground, one.span):
            subject = verb[:_NEAR_CUE]
        elif has_clause(subject):
            continue
        if described & set(_CAPITALISED.findall(subject)) & governing_words("bodies"):
            return one
    return None


def _of_remarks(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "“…,” she said. The remarks came on Tuesday." """
    index = sentence_at(ground.sentences, quotation.marked.end) + 1
    nouns = "|".join(sorted(governing_words("remarks")))
    opening = re.compile(
        rf"\s*(?:(?:The|His|Her|Their|Its|These|Those)\s+(?:{nouns})\s+(?:came|come|was|were)\b|"
        rf"(?:He|She|They|[A-Z]\w+)\s+(?:made the (?:{nouns})|was speaking|were speaking|spoke)\b)"
    )
    for span in ground.sentences[index : index + 1]:
        if found := opening.match(ground.plain, span.start, span.end):
            return next(
                (
                    one
                    for one in _days(ground, span)
                    if not has_clause(ground.plain[found.end() : one.span.start])
                ),
                None,
            )
    return None


def _of_signature(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "“…” — Name (@name), October 6, 2019": the line that signs the words."""
    line_end = ground.plain.find("\n", quotation.marked.end)
    line_end = len(ground.plain) if line_end < 0 else line_end
    line = Span(quotation.marked.end, min(line_end, quotation.marked.end + _SIGNATURE))
    for one in ground.within(line):
        if _SIGNED.fullmatch(ground.plain[line.start : one.span.start]) and governs(ground, one):
            return one
    return None


RULES: Sequence[Rule] = (_of_event, _of_document, _of_own_act, _of_own_body, _of_remarks, _of_signature)
"""The rules, surest first."""

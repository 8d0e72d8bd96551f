"""Dates that a quotation has from the document it is read in: its release, its own date, its signature."""

from __future__ import annotations

import re

from quotecheck.dates.clauses import (
    MASK,
    any_of,
    governing_words,
    lowered_tokens,
    reports,
    sentence_at,
    tokens,
)
from quotecheck.dates.expressions import Expression
from quotecheck.dates.fronting import PARTICIPLES, is_fronted
from quotecheck.dates.governing import cue_frame, governs, reporting_cue
from quotecheck.dates.ground import Ground
from quotecheck.dates.told import days, lede, times, told_before
from quotecheck.model import Attribution, Quotation, Span
from quotecheck.speakers.cues import lemma

__all__ = ["of_document", "of_findings", "of_own_document", "of_signature", "of_work"]

_NEAR_CUE = 60
_SIGNATURE = 200
_READ_ON = 3
_SUBJECT = 4
_SIGNED = re.compile(r"\s*[.,]?\s*\(?\s*(?:—|–|--?)\s*[^\n]{0,80}$")
_IN_IT = re.compile(
    rf"\s*(?:{MASK}*[,.]?)?\s*(?:(?:In (?:it|them)|There),?\s|"
    r"(?:[Ii]t|[Tt]he (?:letter|note|message|text|e-?mail|memo|post)) (?:said|says|reads?|ran|went|began)\b)"
)
_CAME_OUT = re.compile(
    rf"{PARTICIPLES.pattern}|\b(?:appeared|came out|wrote|written|left|signed|put up|went up|went out)\b"
)
_TO = frozenset({"to", "on", "about"})


def _document(ground: Ground, quotation: Quotation, attribution: Attribution) -> tuple[str, Span] | None:
    """Return the document that says the words, as a noun, with its cue: "the statement read"."""
    cue, mention = reporting_cue(ground, quotation, attribution), attribution.mention
    if cue is None:
        return None
    frame = cue_frame(ground, quotation, cue, mention)
    before = ground.plain[max(frame.start, cue.start - _NEAR_CUE) : cue.start].rpartition(MASK)[2]
    after = ground.plain[cue.end : min(frame.end, cue.end + _NEAR_CUE)].partition(MASK)[0]
    nouns = any_of(governing_words("documents"))
    subject = rf"(?:\b(?:the|this|a|an)|['’]s)\s+(?:[\w-]+\s+){{0,2}}?({nouns})"
    found = re.search(rf"{subject}(?:\s+\w+)?\s*$", before, re.IGNORECASE)
    if found is None and lemma(cue.of(ground.plain).lower()) not in governing_words("naming"):
        found = re.match(rf"\s*(?:\w+\s+){{0,3}}?{subject}\b", after, re.IGNORECASE)
    if found is None or (tokens(after) or [""])[0].lower() in _TO:
        return None
    return found[1].lower(), cue


def of_document(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "…, the statement read": the day on which the text said, or says just after, that it was released."""
    found = _document(ground, quotation, attribution)
    if found is None:
        return None
    noun, cue = found
    introduced = re.compile(rf"\b(?:an?|its|his|her|their|the)\s+(?:\w+\s+){{0,2}}{noun}\b", re.IGNORECASE)
    for sentence, one in reversed(told_before(ground, cue.start)):
        if introduced.search(ground.plain, sentence.start, sentence.end):
            return one
    index = sentence_at(ground.sentences, cue.start)
    came_out = re.compile(
        rf"\s*the\s+{noun},?\s+(?:(?:which|that)\s+)?(?:was\s+)?{PARTICIPLES.pattern}", re.IGNORECASE
    )
    for sentence in ground.sentences[index + 1 : index + _READ_ON]:
        if came_out.match(ground.plain, sentence.start, sentence.end):
            return next(iter(days(ground, sentence)), None)
    return None


def of_own_document(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "On 9 July he tried again. “…,” his second letter said": the day told just before."""
    cue = reporting_cue(ground, quotation, attribution)
    sentence = ground.sentence_before(quotation.marked.start)
    if cue is None or sentence is None or sentence.start < ground.paragraph(quotation.marked.start).start:
        return None
    before = ground.plain[max(sentence.end, cue.start - _NEAR_CUE) : cue.start]
    nouns = any_of(governing_words("documents"))
    own = rf"\b(?:his|her|their|its)\s+(?:[\w-]+\s+)?(?:{nouns})(?:\s+of\s+\w+)?\s+$"
    if not re.search(own, before, re.IGNORECASE):
        return None
    wrote = any(reports(word, bare=False) for word in lowered_tokens(sentence.of(ground.plain)))
    told = reversed(times(ground, sentence))
    return next((one for one in told if wrote or is_fronted(ground, one.span)), None)


def of_findings(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "An inquiry found on Monday … The report says", "a study published on Monday … The authors wrote"."""
    cue = reporting_cue(ground, quotation, attribution)
    if cue is None:
        return None
    sentence = ground.sentence(cue.start)
    subject = [word.lower() for word in tokens(ground.plain[sentence.start : cue.start])][:_SUBJECT]
    if subject[:1] != ["the"] or not (governing_words("findings") | governing_words("authors")) & set(
        subject
    ):
        return None
    opening = lede(ground, of=governing_words("inquirers"))
    return opening[1] if opening and opening[0].start < sentence.start else None


def of_work(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "Her memoir appeared in 2004. In it she wrote": when it came out."""
    sentence = ground.sentence(quotation.marked.start)
    if attribution.cue is not None:
        sentence = ground.sentence(attribution.cue.start)
    if not _IN_IT.match(ground.plain, sentence.start, sentence.end):
        return None
    before = ground.sentence_before(sentence.start)
    if before is None or not _CAME_OUT.search(ground.plain, before.start, before.end):
        return None
    words = {word.lower() for word in tokens(before.of(ground.plain))}
    if not words & (governing_words("works") | governing_words("documents")):
        return None
    return next(iter(times(ground, before)), None)


def of_signature(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """ "“…” — Name (@name), October 6, 2019": the line that signs the words."""
    line_end = ground.plain.find("\n", quotation.marked.end)
    line_end = len(ground.plain) if line_end < 0 else line_end
    line = Span(quotation.marked.end, min(line_end, quotation.marked.end + _SIGNATURE))
    for one in ground.within(line):
        if _SIGNED.fullmatch(ground.plain[line.start : one.span.start]) and governs(ground, one):
            return one
    return None

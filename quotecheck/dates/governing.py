"""Tell whether a date, or a phrase like "after the match", belongs to the clause of the cue.

The date of a quotation is the one that governs its reporting verb: "X said on Tuesday", "In 2019, when …, X
had said". A date inside the quoted words, in a relative or subordinate clause, or of an event that is only
mentioned ("said the attack of May 3 was …") governs nothing here. No parser: words and commas tell.
"""

from __future__ import annotations

import re

from quotecheck.dates.clauses import MASK, governing_words, has_clause, reports, tokens
from quotecheck.dates.expressions import Expression, ExpressionKind
from quotecheck.dates.ground import Ground
from quotecheck.model import Attribution, Quotation, Span
from quotecheck.speakers.cues import CueKind, cue_kind

__all__ = ["cue_frame", "governing_expression", "governs", "is_attached", "is_fronted", "reporting_cue"]

_REACH = 160
_FARTHEST = 500
_POSSESSIVE = re.compile(r"['’]s?(?=\W)")
_WORD = re.compile(r"[^\W\d_]+")
_IN_BRACKETS = re.compile(r"\s*\([\d–-]+\)")
_AFTER_VERB = frozenset({",", "again", "only", "just", "out", "aloud", "reporters"})
_PARTICIPLES = re.compile(
    r"\b(?:read|published|released|issued|dated|sent|posted|delivered|given|made|recorded|aired|broadcast|obtained|seen)\b"
)
_NEW_CLAUSE = re.compile(r"(?:;|,)\s*(?:and|but|while|whereas)\s+$|;\s*$")
_RELEASED = re.compile(rf"^{_PARTICIPLES.pattern}(?:\s+(?:late|early))?\s*$")
_ARTICLES = frozenset(["a", "an", "the", "his", "her", "its", "their", "that", "this"])
_ADDRESSING = re.compile(
    r"\b(?:t(?:ell|old|elling|ells)|wr(?:ite|ote|iting)|sp(?:eak|oke|eaking|eaks)|show|"
    r"(?:inform|assur|remind|warn|urg|ask|address|accus|thank|advis|brief|promis|interview|text|email|join)\w*)$",
    re.IGNORECASE,
)
_OCCASION_LEADS = frozenset({"during", "at", "in", "on", "after", "following"})
_AFTERWARDS = frozenset({"after", "following", "before"})
_FORUM = re.compile(
    r"\bbefore (?=[A-Z]|lawmakers|the (?:committee|court|panel|inquiry|commission|council|jury|board))"
)
_OWN_DOCUMENT = re.compile(r"^['’]s\s+(?:\w+\s+)?\w+,?\s*(?:released|published|issued|dated)?")
_WHO_SPOKE = re.compile(r"^\s*,?\s*who\s+(?:was\s+)?(?:spoke|speaking|testified|wrote|appeared|talked)\b")
_APPOSITION = re.compile(r"^\s*,[^,]{1,90},")


def _words(text: str) -> list[str]:
    return [word.lower() for word in tokens(text)]


def _subordinate(words: list[str]) -> bool:
    return any(word in governing_words("subordinators") - {"and", "or", "but", "as"} for word in words)


def _names_occasion(after: str) -> bool:
    """Tell whether a noun phrase that goes on with ``after`` is of a document, a speech or an event."""
    nouns = governing_words("documents") | governing_words("events") | governing_words("remarks")
    head = re.split(r"[,;.:()—–]", after, maxsplit=1)[0].lower().split()[:4]
    return any(word in nouns or word.removesuffix("s") in nouns for word in head)


def _is_letters_date(ground: Ground, one: Expression) -> bool:
    """Tell whether the date is a document's: "in her letter of March 4"."""
    before = _words(ground.plain[max(0, one.span.start - 24) : one.span.start])
    return one.lead in ("of", "from") and bool(before) and before[-1] in governing_words("documents")


def _is_after_occasion(ground: Ground, one: Expression) -> bool:
    """Tell whether it is the day of an occasion spoken after: "after Saturday’s win"."""
    after = ground.plain[one.span.end : one.span.end + 60]
    return one.lead in ("after", "following") and _POSSESSIVE.match(after) is not None


def _modifies_noun(ground: Ground, one: Expression) -> bool:
    """Tell whether the date belongs to a noun that follows it: "the May 3 attack", "Tuesday's vote"."""
    after = ground.plain[one.span.end : one.span.end + 60]
    if _POSSESSIVE.match(after):
        return one.lead not in _OCCASION_LEADS or not _names_occasion(after[2:])
    if one.kind not in (ExpressionKind.CALENDAR, ExpressionKind.WEEKDAY) or not re.match(r"\s+[a-z]", after):
        return False
    inside = _words(one.span.of(ground.plain))
    before = _words(ground.plain[max(0, one.span.start - 12) : one.span.start])
    if inside[0] in _ARTICLES and one.kind is ExpressionKind.CALENDAR and one.date.day is None:
        return True  # "the 2016 vote", with no "in" before it
    return not one.lead and bool(before) and before[-1] in _ARTICLES and not _names_occasion(after)


def _only_phrases(between: str, *, addressing: bool) -> bool:
    """Tell whether words after a reporting verb are mere phrases, so that a date after them is the verb's."""
    between = _FORUM.sub(" in ", between.strip(" \n\t("))
    between = _RELEASED.sub("", between)
    words = _words(between)
    if not words:
        return not between
    if (
        MASK in between
        or ";" in between
        or len(between) > _REACH
        or _subordinate(words)
        or has_clause(_PARTICIPLES.sub(" ", between))
    ):
        return False
    if _AFTERWARDS & set(words):
        return any(word in governing_words("events") for word in words)
    if addressing or words in (["it"], ["him"], ["them"], ["us"], ["me"]):
        return True
    return words[0] in governing_words("prepositions") | _AFTER_VERB


def _follows_cue(plain: str, one: Span, cue: Span, mention: Span | None) -> bool:
    addressing = bool(_ADDRESSING.search(plain[cue.start : cue.end]))
    if mention is None or not cue.end <= mention.start < one.start:
        return _only_phrases(plain[cue.end : one.start], addressing=addressing)
    # "said Mr Smith, the mayor, on Tuesday"
    title, rest = plain[cue.end : mention.start], _APPOSITION.sub("", plain[mention.end : one.start])
    rest = _WHO_SPOKE.sub("", _OWN_DOCUMENT.sub("", rest))
    return (
        MASK not in title
        and not has_clause(title)
        and _only_phrases(rest.lstrip(" ,"), addressing=addressing)
    )


def _fronting() -> frozenset[str]:
    return (
        governing_words("openers")
        | governing_words("adverbs")
        | governing_words("prepositions")
        | frozenset({"according", "as"})
    )


def is_fronted(ground: Ground, one: Span) -> bool:
    """Tell whether it opens its sentence: "On Friday in Istanbul, …", "In a letter sent on Monday, …"."""
    before = ground.plain[ground.sentence(one.start).start : one.start]
    if len(before) > _REACH:
        return False
    words = _words(before)
    if words[:1] in (["when"], ["while"]) and words[1:2] and words[1] in governing_words("openers"):
        words = words[1:]  # "When asked in 2018 …"
    if not words or _NEW_CLAUSE.search(before):
        return True
    if MASK in before or ";" in before or _subordinate(words) or has_clause(_PARTICIPLES.sub(" ", before)):
        return False
    if words[0] in _AFTERWARDS:
        return any(word in governing_words("events") for word in words)
    return words[0] not in governing_words("other_time") and words[0] in _fronting()


def _is_relative(own: str, onward: str, cue: str) -> bool:
    """Tell whether the words after a name describe it: ", arrested on Tuesday, said", "founded in 2012 said".

    With a second verb they are its own act: "visited the site on Monday and said".
    """
    words = _words(own)
    passed = governing_words("openers") | governing_words("adverbs")
    participle = any(
        word in ("born", "sworn", "shot")
        or (word.endswith("ed") and before not in governing_words("before_adjective") - {",", "("})
        for before, word in zip(["", *words], words, strict=False)
        if word not in passed and not reports(word)
    )
    second = re.search(r"\b(?:and|but)\b", onward) is not None or cue.endswith("ing")
    return participle and not second


def _precedes_cue(ground: Ground, one: Span, cue: Span, mention: Span | None) -> bool:
    between = ground.plain[one.end : cue.start]
    if MASK in between or ";" in between:
        return False
    if mention is not None and ground.sentence(cue.start).start <= mention.start and mention.end <= one.start:
        own = _PARTICIPLES.sub(" ", ground.plain[mention.end : one.start])
        describes = _is_relative(own, between, cue.of(ground.plain))
        if not (
            describes
            or _subordinate(_words(own))
            or has_clause(own)
            or has_clause(between.replace("had", ""))
        ):
            return True
    if not is_fronted(ground, one):
        return False
    before_cue = mention is not None and one.end <= mention.start < cue.start
    return not has_clause(ground.plain[one.end : mention.start if mention and before_cue else cue.start])


def _follows_quotation(ground: Ground, one: Span, quotation: Quotation, cue: Span) -> bool:
    """Tell whether the date stands behind the quoted words but with the verb before them.

    "He said, “…”, while addressing the press yesterday"; "She told them “…” on Friday".
    """
    behind = ground.plain[quotation.marked.end : one.start].strip(" ,.”\"'")
    words = _words(behind)
    if MASK in behind or ";" in behind or len(behind) > _REACH:
        return False
    speaking = governing_words("openers") | governing_words("documents") | governing_words("remarks")
    if words and words[0] in ("while", "when", "as", "in", "at", "during", "on", *governing_words("openers")):
        saying = any(word in speaking or word in governing_words("events") for word in words)
        return saying and not has_clause(_PARTICIPLES.sub(" ", " ".join(words[1:])))
    introduced = ground.plain[cue.end : quotation.marked.start].strip(" ,:")
    if (
        introduced
        and _words(introduced)[-1:]
        and _words(introduced)[-1] in governing_words("before_adjective")
    ):
        return False  # "vowed to “drain the lake” in December"
    addressing = bool(_ADDRESSING.search(ground.plain[cue.start : cue.end]))
    return not words and _only_phrases(introduced, addressing=addressing)


def is_attached(ground: Ground, one: Span, quotation: Quotation, cue: Span, mention: Span | None) -> bool:
    """Tell whether the phrase at ``one`` belongs to the clause of the cue."""
    if mention is not None and mention.start < one.end < mention.end:
        mention = Span(one.end, mention.end)  # "On Monday Hart said", with Monday taken for a first name
    if mention is not None and _IN_BRACKETS.fullmatch(ground.plain[mention.end : one.end]):
        return False  # "Hart (1970)"
    if one.start < cue.start:
        return _precedes_cue(ground, one, cue, mention)
    if _follows_cue(ground.plain, one, cue, mention):
        return True
    return (
        cue.end <= quotation.marked.start
        and quotation.marked.end <= one.start
        and _follows_quotation(ground, one, quotation, cue)
    )


def _is_cue(word: str) -> bool:
    return word == "according" or cue_kind(word) in (CueKind.SPEECH, CueKind.OPINION)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def reporting_cue(ground: Ground, quotation: Quotation, attribution: Attribution) -> Span | None:
    """Return the cue, or the verb of saying nearest to the quotation where the cue is none.

    After the speaker in the sentence the verb stands between the two, else anywhere in the sentence.
    """
    cue, mention = attribution.cue, attribution.mention
    if cue is not None and any(_is_cue(word) for word in _words(cue.of(ground.plain))):
        return cue
    sentence = ground.sentence(quotation.marked.start)
    after, end = sentence
    if mention is not None and sentence.start <= mention.start < quotation.marked.start:
        after, end = max(mention.end, cue.end if cue else 0), quotation.marked.start
    spoken = [
        Span(*found.span())
        for found in _WORD.finditer(ground.plain, after, end)
        if reports(found[0].lower(), bare=False) or found[0].lower() == "according"
    ]
    return min(spoken, key=lambda verb: _distance(verb, quotation.marked), default=cue)


def cue_frame(ground: Ground, quotation: Quotation, cue: Span, mention: Span | None) -> Span:
    """Return the sentence of the cue, with the quotation's own when they are one."""
    start = ground.sentence(cue.start).start
    end = ground.sentence(cue.end - 1).end
    if mention is not None and mention.start < start and "\n" not in ground.plain[mention.start : start]:
        start = ground.sentence(mention.start).start
    if cue.end <= quotation.marked.start and "\n" not in ground.plain[cue.end : quotation.marked.start]:
        end = max(end, ground.sentence(quotation.marked.end - 1).end)
    return Span(start, end)


def governs(ground: Ground, one: Expression) -> bool:
    """Tell whether an expression could date a saying at all, by its preposition and what it belongs to."""
    if _modifies_noun(ground, one):
        return False
    if one.lead not in governing_words("other_time") or one.kind is ExpressionKind.RANGE:
        return True
    return _is_letters_date(ground, one) or _is_after_occasion(ground, one)


def governing_expression(ground: Ground, quotation: Quotation, attribution: Attribution) -> Expression | None:
    """Return the expression that governs the saying of ``quotation``, or None where none does.

    Of several: one after the verb, then a day rather than a longer time, then the nearest.
    """
    cue, mention = reporting_cue(ground, quotation, attribution), attribution.mention
    if cue is None:
        return None
    found = [
        one
        for one in ground.within(cue_frame(ground, quotation, cue, mention))
        if abs(one.span.start - cue.start) <= _FARTHEST
        and not one.span.overlaps(cue)
        and governs(ground, one)
        and is_attached(ground, one.span, quotation, cue, mention)
    ]
    return min(
        found,
        key=lambda one: (one.span.start < cue.end, not one.names_day, abs(one.span.start - cue.start)),
        default=None,
    )

"""Tell whether a phrase of time stands in the clause of a reporting verb. No parser: words and commas tell.

"X said on Tuesday", "On Tuesday, in Leeds, X said", "X, speaking on Tuesday, said"; but not a date in a
subordinate clause of its own, nor one past another verb.
"""

from __future__ import annotations

import re

from quotecheck.dates.clauses import MASK, governing_words, has_clause, lowered_tokens, reports, tokens
from quotecheck.dates.fronting import LONGEST, PARTICIPLES, is_fronted, is_subordinate
from quotecheck.dates.ground import Ground
from quotecheck.model import Quotation, Span
from quotecheck.speakers.cues import lemma

__all__ = ["counts_to", "is_attached"]

_IN_BRACKETS = re.compile(r"\s*\([\d–-]+\)")
_AFTER_VERB = frozenset({",", "again", "only", "just", "out", "aloud", "reporters"})
_ACCORDING = re.compile(r"\baccording to\b")
_AFTERWARDS = frozenset({"after", "following", "before"})
_AND_THEN = re.compile(r",?\s+(?:and|but)\s+(?:\w+ly\s+|then\s+)?")
_THAT_CLAUSE = re.compile(r"\bthat,?\s+$")
_RELEASED = re.compile(rf"^{PARTICIPLES.pattern}(?:\s+(?:late|early))?\s*$")
_ADDRESSING = re.compile(
    r"\b(?:t(?:ell|old|elling|ells)|wr(?:ite|ote|iting)|sp(?:eak|oke|eaking|eaks)|show|"
    r"(?:inform|assur|remind|warn|urg|ask|address|accus|thank|advis|brief|promis|interview|text|email|join)\w*)$",
    re.IGNORECASE,
)
_FORUM = re.compile(
    r"\bbefore (?=[A-Z]|lawmakers|the (?:committee|court|panel|inquiry|commission|council|jury|board))"
)
_OWN_DOCUMENT = re.compile(r"^['’]s\s+(?:\w+\s+)?\w+,?\s*(?:released|published|issued|dated)?")
_OWN_PAPER = re.compile(r"['’]s?\s+(?:\w+\s+)?(\w+)(?=,)")
_WHO_SPOKE = re.compile(r"^\s*,?\s*who\s+(?:was\s+)?(?:spoke|speaking|testified|wrote|appeared|talked)\b")
_WHO = re.compile(r"\s*,?\s*who(?:\s+had)?\s*")
_WHICH_CAME_OUT = re.compile(
    rf"\s*,?\s*(?:which|that)\s[^,;]{{0,60}}?(?:{PARTICIPLES.pattern}|"
    r"\b(?:wrote|written|came out|appeared)\b)[^,;]{0,40}"
)
_PASSED_ON = re.compile(
    r"\b(?:reported|leaked|quoted|seen|obtained|published|written|signed|addressed|sent) (?:by|to|in)\b|"
    r"\b(?:sent|wrote|published|issued|gave|made|posted|released|signed)\b[^,;]{0,60}"
    r"(?:\b(?:in|with) which\b|, which\s*$)|"
    r"\b(?:published|issued|released|gave|made|sent) (?:its|his|her|their|an?|the) (?:\w+ )?$|"
    r"^[^;]{1,80}, where(?=\s*$)|^[^;]{1,120} with an? (?:\w+ )?\w+ (?:that|which)\s*$"
)
_ANNOUNCING = re.compile(
    r"(?:[^,;]{1,60},\s)?(?:announcing|presenting|unveiling|launching|opening|introducing|releasing|publishing|welcoming)"
    r"\b[^,;]{0,60}?(?=\bon\b|\bat\b|$)"
)
_WHEN_FIRST = re.compile(r"\s*(?:When|While)\s[^,;:]*,?\s*$")
_CLAUSE_ENDS = re.compile(r"[^,;:]{0,40},\s")
_PARTICIPLE = re.compile(r"[a-z]+ing$")
_CITING = re.compile(rf"[^{MASK};:]*,\s\w+ing(?:\s\w+){{0,2}}\s*")
"""What may stand between a date and the words quoted in a participle of its clause: ", calling it"."""

_REPORT_OF = re.compile(r"\b(?:in|with) an?\s(?:[\w-]+\s)?([\w-]+)\s*$")
_WITH = re.compile(r",\s+with\s+(?:[\w.’'-]+\s+){0,5}")
_SUBJECT = re.compile(r"\s(?:[^\s,;:—–]+\s){0,6}")
_WHEN = re.compile(r"\b(?:when|whereupon)\s")
_APPOSITION = re.compile(r"^\s*,[^,]{1,90},")


def _only_phrases(between: str, *, addressing: bool, object_too: bool = False) -> bool:
    """Tell whether words after a reporting verb are mere phrases, so that a date after them is the verb's."""
    between = _FORUM.sub(" in ", between.strip(" \n\t("))
    between = _RELEASED.sub("", between)
    words = lowered_tokens(between)
    if not words:
        return not between
    if (
        MASK in between
        or ";" in between
        or len(between) > LONGEST
        or is_subordinate(words)
        or has_clause(PARTICIPLES.sub(" ", between))
    ):
        return False
    if _AFTERWARDS & set(words):
        return any(word in governing_words("events") for word in words)
    if addressing and _ACCORDING.search(between):
        return False  # "told police, according to a statement read on Tuesday"
    if addressing or object_too or words in (["it"], ["him"], ["them"], ["us"], ["me"]):
        return True
    return words[0] in governing_words("prepositions") | _AFTER_VERB


def _takes_object(quotation: Quotation, plain: str, cue: Span) -> bool:
    """Tell whether the verb may have an object before its date.

    "posted a picture on Tuesday with the words “…”", "“…” was how Hart described the hall in 1971".
    """
    verb = lemma(plain[cue.start : cue.end].lower())
    behind = quotation.marked.end <= cue.start
    return verb in governing_words("showing") or (behind and verb in governing_words("naming"))


def _follows_cue(plain: str, one: Span, quotation: Quotation, cue: Span, mention: Span | None) -> bool:
    addressing = bool(_ADDRESSING.search(plain[cue.start : cue.end]))
    if mention is None or not cue.end <= mention.start < one.start:
        object_too = _takes_object(quotation, plain, cue)
        return _only_phrases(plain[cue.end : one.start], addressing=addressing, object_too=object_too)
    # "said Mr Smith, the mayor, on Tuesday"
    title, rest = plain[cue.end : mention.start], _APPOSITION.sub("", plain[mention.end : one.start])
    rest = _WHO_SPOKE.sub("", _OWN_DOCUMENT.sub("", rest))
    return (
        MASK not in title
        and not has_clause(title)
        and _only_phrases(_ANNOUNCING.sub("", rest.lstrip(" ,")), addressing=addressing)
    )


def _is_relative(own: str, onward: str, cue: str) -> bool:
    """Tell whether the words after a name describe it: ", arrested on Tuesday, said", "founded in 2012 said".

    With a second verb they are its own act: "visited the site on Monday and said".
    """
    words = lowered_tokens(own)
    passed = governing_words("openers") | governing_words("adverbs")
    participle = any(
        word in ("born", "sworn", "shot")
        or (word.endswith("ed") and before not in governing_words("before_adjective") - {",", "("})
        for before, word in zip(["", *words], words, strict=False)
        if word not in passed and not reports(word)
    )
    second = re.search(r"\b(?:and|but)\b", onward) is not None or cue.endswith("ing")
    return participle and not second


def _is_document(words: str) -> bool:
    return bool({word.removesuffix("s") for word in lowered_tokens(words)} & governing_words("documents"))


def _opens_clause_of(ground: Ground, one: Span, cue: Span, mention: Span) -> bool:
    """Tell whether date, speaker and verb, in this order, are one clause that is not the sentence's own.

    "recalled that in 2017, when the well ran dry, Hart had called for"; "in 2016, when the dyke broke and
    the mayor, Ann Hart, told"; "Wolny, who in 1993 accepted".
    """
    plain = ground.plain
    if mention.end <= one.start:
        own = "she " + plain[one.end : cue.start]
        return _WHO.fullmatch(plain[mention.end : one.start]) is not None and not has_clause(own)
    if not one.end <= mention.start < cue.start:
        return False
    rest = _APPOSITION.sub("", plain[mention.end : cue.start])
    if is_subordinate(lowered_tokens(rest)) or has_clause(rest.replace("had", "")):
        return False
    before = plain[ground.sentence(one.start).start : one.start]
    between = plain[one.end : mention.start]
    if _THAT_CLAUSE.search(before) and not has_clause(between):
        return True
    when = list(_WHEN.finditer(between))
    if not when or ground.within(Span(one.end, cue.start)) or is_subordinate(lowered_tokens(before)):
        return False
    return not is_subordinate(lowered_tokens(between[when[-1].end() :]))


def _dates_when(ground: Ground, one: Span, cue: Span, mention: Span) -> bool:
    """Tell whether it dates the clause that opens the sentence: "When it was floated in 1931, Pell said"."""
    plain = ground.plain
    ends = _CLAUSE_ENDS.match(plain, one.end)
    opens = _WHEN_FIRST.match(plain[ground.sentence(cue.start).start : one.start])
    if ends is None or opens is None or not ends.end() <= mention.end <= cue.start:
        return False
    return not has_clause(plain[ends.end() : mention.start]) and not has_clause(
        _APPOSITION.sub("", plain[mention.end : cue.start])
    )


def _dates_main_verb(ground: Ground, one: Span, cue: Span, mention: Span) -> bool:
    """Tell whether it dates words of the same breath: "announced on Thursday that …, telling reporters"."""
    plain = ground.plain
    start = ground.sentence(cue.start).start
    if _PARTICIPLE.match(plain[cue.start : cue.end]) and mention.end <= cue.start:
        absolute = _WITH.fullmatch(plain[one.end : mention.start]) if one.end <= mention.start else None
        if absolute and not has_clause(plain[mention.end : cue.start]):
            return True  # "fell apart on Thursday, with Mr Hart accusing"
    joined = plain[max(0, cue.start - 2) : cue.start] == ", " and _PARTICIPLE.match(
        plain[cue.start : cue.end]
    )
    if not joined or MASK in plain[one.end : cue.start]:
        return False
    verb = tokens(plain[start : one.start])[-1:]
    return bool(verb) and reports(verb[0].lower(), bare=False)


def counts_to(ground: Ground, one: Span, cue: Span) -> bool:
    """Tell whether it counts to this act from another one: "a week after promising"."""
    if not one.of(ground.plain).endswith(("after", "before")) or not one.end < cue.start:
        return False
    between = ground.plain[one.end : cue.start]
    return _SUBJECT.fullmatch(between) is not None and not has_clause(between.replace("had", ""))


def _dates_report(ground: Ground, one: Span, cue: Span) -> bool:
    """Tell whether it dates what is read in a document: "in a report last autumn that called"."""
    paper = _REPORT_OF.search(ground.plain, max(0, one.start - LONGEST), one.start)
    reads = ground.plain[one.end : cue.start].strip() in ("that", "which")
    return reads and paper is not None and _is_document(paper[1])


def _precedes_cue(ground: Ground, one: Span, cue: Span, mention: Span | None) -> bool:
    between = ground.plain[one.end : cue.start]
    if MASK in between or ";" in between:
        return False
    if mention is not None and (
        _opens_clause_of(ground, one, cue, mention)
        or _dates_when(ground, one, cue, mention)
        or _dates_main_verb(ground, one, cue, mention)
    ):
        return True
    if mention is not None and ground.sentence(cue.start).start <= mention.start and mention.end <= one.start:
        own = ground.plain[mention.end : one.start]
        paper = _OWN_PAPER.match(own)  # "the committee’s report, which came out on 22 April, said"
        written = _is_document(paper[1] if paper else mention.of(ground.plain))
        if written and _WHICH_CAME_OUT.fullmatch(own, paper.end() if paper else 0):
            return True
        own = PARTICIPLES.sub(" ", own)
        describes = _is_relative(own, between, cue.of(ground.plain))
        one_clause = not (describes or has_clause(own) or has_clause(between.replace("had", "")))
        undated = ground.without_dates(Span(mention.end, one.start))
        one_clause = one_clause and lowered_tokens(between)[:1] != [
            "that"
        ]  # "said on Monday that he was told"
        if (one_clause or _AND_THEN.fullmatch(between)) and not is_subordinate(lowered_tokens(undated)):
            return True
    if not is_fronted(ground, one):
        return False
    ends = [cue.start]
    if mention is not None and one.end <= mention.start < cue.start:
        ends.append(mention.start)
    return any(not has_clause(_PASSED_ON.sub(" ", ground.plain[one.end : end])) for end in ends)


def _follows_agent(ground: Ground, one: Span, quotation: Quotation, mention: Span | None) -> bool:
    """Tell whether the date stands behind the agent of a passive: "derided as “…” by Reed in February"."""
    if mention is None or not quotation.marked.end <= mention.start < mention.end <= one.start:
        return False
    agent = lowered_tokens(ground.plain[quotation.marked.end : mention.start])
    rest = ground.plain[mention.end : one.start]
    return agent[:1] == ["by"] and not is_subordinate(agent) and _only_phrases(rest, addressing=False)


def _follows_quotation(ground: Ground, one: Span, quotation: Quotation, cue: Span) -> bool:
    """Tell whether the date stands behind the quoted words but with the verb before them.

    "He said, “…”, while addressing the press yesterday"; "She told them “…” on Friday".
    """
    behind = ground.plain[quotation.marked.end : one.start].strip(" ,.”\"'")
    words = lowered_tokens(behind)
    if MASK in behind or ";" in behind or len(behind) > LONGEST:
        return False
    speaking = governing_words("openers") | governing_words("documents") | governing_words("remarks")
    if words and words[0] in ("while", "when", "as", "in", "at", "during", "on", *governing_words("openers")):
        saying = any(word in speaking or word in governing_words("events") for word in words)
        return saying and not has_clause(PARTICIPLES.sub(" ", " ".join(words[1:])))
    introduced = ground.plain[cue.end : quotation.marked.start].strip(" ,:")
    if (
        introduced
        and lowered_tokens(introduced)[-1:]
        and lowered_tokens(introduced)[-1] in governing_words("before_adjective")
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
    if is_fronted(ground, one) and _CITING.fullmatch(ground.plain, one.end, quotation.marked.start):
        return True
    if one.start < cue.start:
        counted = counts_to(ground, one, cue) or _dates_report(ground, one, cue)
        return counted or _precedes_cue(ground, one, cue, mention)
    if _follows_cue(ground.plain, one, quotation, cue, mention):
        return True
    if not cue.end <= quotation.marked.start < quotation.marked.end <= one.start:
        return False
    return _follows_agent(ground, one, quotation, mention) or _follows_quotation(ground, one, quotation, cue)

"""What kind each quotation is: speech in a full clause or in part, words as words, or a title.

Judged without a parser, from the words inside the marks and a few on either side; the word lists are in
``resources/lexicons/kinds.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from quotecheck.lexicons import lexicon
from quotecheck.model import Kind, Span
from quotecheck.quotations.cues import calling_at, plain_words, reporting_at
from quotecheck.quotations.marks import Style
from quotecheck.quotations.pairing import Pair

__all__ = ["Setting", "kind_of", "setting_of"]

_BEFORE, _AFTER = 180, 120
_LONGEST_TITLE = 14
_LONGEST_TERM = 8
_LONGEST_SCARE = 4
_HEADLINE_LEAD = 20  # single marks so near a paragraph's start may be a headline's
_INITIALS = re.compile(r"[#@]?[^\W_]+(?:[’'.&/-][^\W_]+)*")
_SENTENCE_BREAK = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\bMrs)(?<!\bProf)"  # not Dr., Sen., U.S.
    r"[.!?…]+[”\"’)\]]*\s+(?=[\W_]*[A-Z0-9]|$)"
)
_INNER_STOP = re.compile(r"[.?!] ")
_NAMING_ADVERBS = frozenset({"commonly", "often", "also", "sometimes", "popularly", "locally"})
_LIVELY = "?!。？！"
_PLACES = (["in"], ["from"], ["on"], ["of"])  # wrote in "The Art of War"
_MARKS = "—–-\"“”‘’'«»„‚ \t\u00a0"


class Setting(NamedTuple):
    """A quotation's words, and the article's own words of the same sentence on either side.

    ``minor``: most of the text's quotations stand in other marks, double where this one has single, say.
    ``foreign``: the marks are not those of English.
    """

    content: str
    words: list[str]
    before: str
    before_words: list[str]
    after: str
    after_words: list[str]
    starts_paragraph: bool
    minor: bool
    foreign: bool


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(lexicon("kinds")[name])


@cache
def _phrases(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(plain_words(phrase)) for phrase in lexicon("kinds")[name])


def setting_of(text: str, pair: Pair, paragraph: Span, *, minor: bool = False) -> Setting:
    """Return what the kind of a pair of marks is judged by."""
    start = max(paragraph.start, pair.marked.start - _BEFORE)
    before = _SENTENCE_BREAK.split(text[start : pair.marked.start])[-1]
    after = _SENTENCE_BREAK.split(text[pair.marked.end : min(paragraph.end, pair.marked.end + _AFTER)])[0]
    content = pair.content.of(text)
    return Setting(
        content=content,
        words=plain_words(content),
        before=before,
        before_words=plain_words(before),
        after=after,
        after_words=plain_words(after),
        starts_paragraph=pair.marked.start == paragraph.start,
        minor=minor,
        foreign=pair.style not in (Style.LEFT, Style.STRAIGHT),
    )


def _ends_with(words: Sequence[str], name: str) -> bool:
    """Tell whether the words end with one of the listed phrases, or with one and an article after it."""
    phrases = _phrases(name)
    tails = [words, words[:-1]] if words[-1:] and words[-1] in ("the", "a", "an", "as") else [words]
    return any(tuple(tail[-length:]) in phrases for tail in tails for length in range(1, 5) if tail)


def _starts_with(words: Sequence[str], name: str) -> bool:
    return any(tuple(words[:length]) in _phrases(name) for length in range(1, 5) if words)


def _is_title_case(content: str) -> bool:
    """Tell whether all words but small ones are capitalised (or numbers)."""
    big = [word for word in _INITIALS.findall(content) if word.lower() not in _listed("small_words")]
    return bool(big) and all(word[0].isupper() or word[0] in "#@" or word[0].isdigit() for word in big)


def _has_clause(words: Sequence[str]) -> bool:
    """Tell whether the words look like a clause of their own: a subject, then a finite verb."""
    if not words or words[0] in ("to", "who", "which", "whose", "of", "than", "as"):
        return False
    subjects, finite = _listed("sure_subjects"), _listed("finite_verbs")
    for i, word in enumerate(words):
        if word in finite and (i or "'" in word):
            return not {"who", "which"} & set(words[:i]) and words[i - 1] not in ("to", "that")
        if word in subjects and i < 3 and len(words) > i + 1:
            return True
    return False


def _reported_before(setting: Setting, *, within: int = 4) -> bool:
    """Tell whether the words right before the mark report speech: said, | said of it that | said:"""
    places = reporting_at(setting.before_words)
    return bool(places) and len(setting.before_words) - places[-1] - 1 <= within


def _called_before(setting: Setting, *, within: int = 12) -> bool:
    places = calling_at(setting.before_words)
    if not places or len(setting.before_words) - places[-1] - 1 > within:
        return False
    earlier = setting.before_words[max(0, places[-1] - 2) : places[-1]]
    return not _is_passive(earlier) and places[-1] > 0


def _is_passive(earlier: Sequence[str]) -> bool:
    """Tell whether a participle after these words is passive, with nobody named who says it."""
    return bool(_listed("be_forms") & set(earlier)) or earlier[-1:] in (
        ["commonly"],
        ["often"],
        ["also"],
        ["sometimes"],
    )


def _is_named(setting: Setting) -> bool:
    """Tell whether the mark follows a passive naming verb: it was commonly called; an island called."""
    words = setting.before_words
    tail = words[:-1] if words[-1:] and words[-1] in ("the", "a", "an") else words
    for length in (1, 2):
        if tuple(tail[-length:]) in _phrases("naming_verbs"):
            return _is_passive(tail[-length - 2 : -length])
    return False


def _is_tagged(setting: Setting) -> bool:
    """Tell whether a reporting clause follows: ," he said."""
    if setting.content[-1:] not in ",?!—" and setting.after.lstrip()[:1] != ",":
        return False
    words = setting.after_words[:8]
    return any(at < 6 and not _is_passive(words[max(0, at - 1) : at]) for at in reporting_at(words))


def _names_by_noun(setting: Setting) -> bool:
    """Tell whether a noun such as film or law stands right before or after."""
    nouns, words = _listed("title_nouns"), setting.before_words
    if len(words) > 1 and words[-1] in ("called", "named", "dubbed"):
        words = words[:-1]
    last = words[-1] if words else ""
    if last in nouns or last.rstrip("s") in nouns:
        return True
    return setting.after[:1] == " " and bool(setting.after_words) and setting.after_words[0] in nouns


def _is_spoken(setting: Setting) -> bool:
    """Tell whether the article hands the word over to somebody at the mark: he said, "…"; "…," he said."""
    handed = setting.before.rstrip().endswith((",", ":")) and _reported_before(setting, within=8)
    return handed or _is_tagged(setting) or setting.starts_paragraph or setting.content[-1:] in _LIVELY


def _is_name(setting: Setting) -> bool:
    """Tell whether words in title case are the name of something, by the nouns in them and around them."""
    words, heads = setting.words, _listed("name_heads")
    headed = len(words) > 1 and (words[-1] in heads or words[0] in heads)
    known = _ends_with(setting.before_words, "scare_cues")
    if len(words) > 1 and not _is_tagged(setting):
        headed = headed or _is_named(setting) or setting.before_words[-1:] in _PLACES
    if _names_by_noun(setting):
        return True
    if headed:
        return known or not _is_tagged(setting)
    if known or _called_before(setting) or _is_spoken(setting) or _reported_before(setting, within=5):
        return False
    return len(words) > 1 and not _has_clause(words) and bool(setting.before_words)


def _is_title(setting: Setting) -> bool:
    words = setting.words
    if not words or len(words) > _LONGEST_TITLE:
        return False
    if (words[0][0] == "#" and len(words) <= 6) or _ends_with(setting.before_words, "title_cues"):
        return True
    cased = _is_title_case(setting.content) and not _INNER_STOP.search(setting.content)
    return cased and _is_name(setting)


def _is_nickname(setting: Setting) -> bool:
    """Tell whether it stands inside a name: William "Bill" Clinton."""
    words = setting.before_words[-1:]
    first, last = setting.before.rstrip().rpartition(" ")[2], setting.after[1:2]
    if not words or len(setting.words) > 3 or words[0].endswith("'s") or words[0] in _listed("determiners"):
        return False
    return first[:1].isupper() and first[-1:].isalnum() and last.isupper() and setting.content[:1].isupper()


@cache
def _leading_words() -> frozenset[str]:
    """Return the words that what is quoted after them goes on with: a, was, of."""
    return (_listed("determiners") - {"that"}) | _listed("be_forms") | _listed("prepositions")


def _opens_a_sentence(setting: Setting) -> bool:
    before = setting.before.rstrip()
    leads = not before.strip(_MARKS)
    if setting.content[:1].islower() or not (leads or before.endswith((":", ",", "：", "，"))):
        return False
    if len(setting.words) > 1 or (leads and setting.foreign):
        return True
    return setting.content[-1:] in (".", "…") and (leads or before.endswith(":"))


def _is_told(setting: Setting) -> bool:
    """Tell whether the sentence has somebody say the words, or see something as them."""
    tail = setting.before_words[-2:]
    if tail[-1:] == ["as"] or (tail[:1] == ["as"] and tail[-1] in _listed("determiners")):
        return True
    reported = reporting_at(setting.before_words) or reporting_at(setting.after_words)
    return bool(reported) or _called_before(setting)


def _is_scare(setting: Setting) -> bool:
    words = setting.words
    if _ends_with(setting.before_words, "scare_cues") or _is_named(setting):
        return len(words) <= _LONGEST_TERM
    if len(words) > _LONGEST_SCARE:
        return False
    if not words or _starts_with(setting.after_words, "scare_after"):
        return True
    if setting.content[-1:] in _LIVELY or _opens_a_sentence(setting):
        return False
    aside = setting.minor and len(setting.before) > _HEADLINE_LEAD and not _reported_before(setting)
    return aside or not _is_told(setting)


def _is_statement(setting: Setting) -> bool:
    content = setting.content.lstrip("[(… .")
    if not content:
        return False
    before, words = setting.before.rstrip(), setting.words
    continued = bool(_leading_words() & set(setting.before_words[-1:])) and before[-1].isalnum()
    if not content[0].islower():
        opened = not before or before[-1] in ",:;—–-.?!…)]，：。" or _reported_before(setting)
        return _has_clause(words) or (opened and not continued)
    if words[:1] and words[0] in _listed("conjunctions"):
        words = words[1:]
    if continued or not _has_clause(words):
        return False
    spoken = before.endswith((",", ":", " and", " that")) or _reported_before(setting) or _is_tagged(setting)
    return spoken or words[0] in _listed("sure_subjects")


def kind_of(setting: Setting) -> Kind:
    """Return the kind of a quotation that stands in ``setting``."""
    if _is_nickname(setting):
        return Kind.SCARE
    if _is_title(setting):
        return Kind.TITLE
    if _is_scare(setting):
        return Kind.SCARE
    return Kind.STATEMENT if _is_statement(setting) else Kind.FRAGMENT

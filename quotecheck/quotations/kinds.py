"""What kind each quotation is: speech in a full clause or in part, words as words, or a title.

Judged without a parser, from the words inside the marks and a few on either side; the word lists are in
``resources/lexicons/kinds.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quotecheck.lexicons import lexicon
from quotecheck.model import Kind, Span
from quotecheck.quotations.cues import reporting_pattern
from quotecheck.quotations.pairing import Pair

__all__ = ["Setting", "kind_of", "setting_of"]

_BEFORE, _AFTER = 180, 120
_LONGEST_TITLE = 14
_LONGEST_SCARE = 4
_WORD = re.compile(r"[#@]?[^\W_]+(?:[’'.&/-][^\W_]+)*")
_SENTENCE_BREAK = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\bMrs)(?<!\bProf)"  # not Dr., Sen., U.S.
    r"[.!?…]+[”\"’)\]]*\s+(?=[\W_]*[A-Z0-9]|$)"
)
_TAIL = re.compile(r"[\s,:;—–-]+$")
_NICKNAME = re.compile(r"\b[A-Z][\w.’'-]* $")


class Setting(NamedTuple):
    """A quotation's words, and the article's own words of the same sentence on either side."""

    content: str
    words: list[str]
    before: str
    after: str
    starts_paragraph: bool


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(lexicon("kinds")[name])


@cache
def _ending(name: str) -> re.Pattern[str]:
    """Return a pattern for one of the listed expressions, with a small word after it at most, at a text's end."""
    listed = sorted(lexicon("kinds")[name], key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, listed))})(?: (?:the|a|an|as))?\s*[,:]?\s*$", re.IGNORECASE
    )


@cache
def _starting(name: str) -> re.Pattern[str]:
    listed = sorted(lexicon("kinds")[name], key=len, reverse=True)
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)


def setting_of(text: str, pair: Pair, paragraph: Span) -> Setting:
    """Return what the kind of a pair of marks is judged by."""
    start = max(paragraph.start, pair.marked.start - _BEFORE)
    before = _SENTENCE_BREAK.split(text[start : pair.marked.start])[-1]
    after = _SENTENCE_BREAK.split(text[pair.marked.end : min(paragraph.end, pair.marked.end + _AFTER)])[0]
    content = pair.content.of(text)
    return Setting(content, _WORD.findall(content), before, after, pair.marked.start == paragraph.start)


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_title_case(words: list[str]) -> bool:
    """Tell whether all words but small ones are capitalised, and there is more than one such word or a number."""
    big = [word for word in words if word.lower() not in _listed("small_words")]
    return bool(big) and all(word[0].isupper() or word[0] in "#@" or word[0].isdigit() for word in big)


def _has_clause(words: list[str]) -> bool:
    """Tell whether the words look like a clause of their own: a subject, then a finite verb, not "who was …"."""
    lowered = [_lower(word) for word in words]
    if not lowered:
        return False
    first = lowered[0]
    if first in ("to", "who", "which", "whose") or first in _listed("prepositions") - {
        "in",
        "for",
        "at",
        "with",
        "on",
        "from",
        "by",
    }:
        return False
    pronouns, finite = _listed("sure_subjects"), _listed("finite_verbs")
    for i, word in enumerate(lowered):
        if word in finite and (i or "'" in word):
            return (
                "who" not in lowered[:i]
                and "which" not in lowered[:i]
                and lowered[i - 1] not in ("to", "that")
            )
        if word in pronouns and len(lowered) > i + 2 and i < 3:
            return True
    return False


def _reported_before(before: str) -> bool:
    """Tell whether the article's words right before the mark say that somebody speaks: said, | said that | said:"""
    ends = [found.end() for found in reporting_pattern().finditer(before)]
    return bool(ends) and len(_WORD.findall(before[ends[-1] :])) <= 4


def _is_reported(setting: Setting) -> bool:
    return bool(reporting_pattern().search(setting.before) or reporting_pattern().search(setting.after))


def _is_tagged(setting: Setting) -> bool:
    """Tell whether a reporting clause follows: ," he said."""
    tag = setting.after[:70]
    found = reporting_pattern().search(tag)
    return found is not None and "," not in tag[: found.start()].lstrip(", ")


def _names_by_noun(setting: Setting) -> bool:
    """Tell whether a noun such as film or law stands right before or after a name in marks."""
    before = _WORD.findall(setting.before[-60:])
    after = _WORD.findall(setting.after[:30])
    nouns = _listed("title_nouns")
    last = before[-1].lower() if before else ""
    if last in ("called", "titled", "entitled", "named", "dubbed") and len(before) > 1:
        last = before[-2].lower()
    near = last in nouns or last.rstrip("s") in nouns
    return near or bool(after and setting.after[:1] == " " and after[0].lower() in nouns)


def _is_title(setting: Setting) -> bool:
    words = setting.words
    if any(word[0] == "#" for word in words[:1]) and len(words) <= 6:
        return True
    direct = setting.before.rstrip()
    if len(words) > _LONGEST_TITLE or not words:
        return False
    if _ending("title_cues").search(setting.before):
        return True
    if not _is_title_case(words) or setting.content.endswith((",", "!", "?")) and _is_tagged(setting):
        return False
    if (
        _names_by_noun(setting)
        or words[-1].lower() in _listed("name_heads")
        or words[0].lower() in _listed("name_heads")
    ):
        return True
    spoken = direct.endswith((",", ":")) and _reported_before(setting.before)
    return len(words) > 1 and not spoken and not _has_clause(words) and not setting.starts_paragraph


def _is_passive_naming(before: str) -> bool:
    """Tell whether the words end in a naming verb that nobody is the subject of: an island called, it was called."""
    found = _ending("naming_verbs").search(before)
    if not found:
        return False
    previous = _WORD.findall(before[: found.start()])
    if not previous:
        return False
    last = [word.lower() for word in previous[-2:]]
    return any(word in _listed("be_forms") for word in last) or last[-1] in (
        "commonly",
        "often",
        "sometimes",
        "also",
        "now",
        "been",
    )


def _is_scare(setting: Setting) -> bool:
    words = setting.words
    if _ending("scare_cues").search(setting.before) or _is_passive_naming(setting.before):
        return len(words) <= 8
    if (
        len(words) <= 3
        and setting.after[:1] == " "
        and setting.after[1:2].isupper()
        and words
        and words[0][0].isupper()
    ):
        return bool(_NICKNAME.search(setting.before))
    if len(words) <= _LONGEST_SCARE and _starting("scare_after").match(setting.after):
        return True
    if len(words) > _LONGEST_SCARE or setting.content[-1:] in "?!":
        return False
    return not _is_reported(setting)


def _is_statement(setting: Setting) -> bool:
    content = setting.content.lstrip("[(… .")
    if not content:
        return False
    before = setting.before.rstrip()
    clause = _has_clause(setting.words)
    if content[0].isupper() or setting.content[0] == "[":
        opened = not before or before[-1] in ",:;—–-.?!…)]" or _reported_before(before)
        return clause or opened
    first = _lower(setting.words[0]) if setting.words else ""
    last = _WORD.findall(before[-30:])
    if last and last[-1].lower() in _listed("determiners") | _listed("be_forms") | _listed("prepositions"):
        return False
    if clause and (before.endswith((",", ":", " and", " that")) or _reported_before(before)):
        return True
    return clause and first in _listed("sure_subjects")


def kind_of(setting: Setting) -> Kind:
    """Return the kind of a quotation that stands in ``setting``."""
    if _is_title(setting):
        return Kind.TITLE
    if _is_scare(setting):
        return Kind.SCARE
    return Kind.STATEMENT if _is_statement(setting) else Kind.FRAGMENT

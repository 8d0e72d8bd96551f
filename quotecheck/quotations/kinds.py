"""What kind each quotation is: speech in a full clause or in part, words as words, or a title.

Judged without a parser, from the words inside the marks and a few on either side; the word lists are in
``resources/lexicons/kinds.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quotecheck.model import Kind
from quotecheck.quotations.cues import reporting_at
from quotecheck.quotations.leading import (
    called_before,
    has_clause,
    is_named,
    is_tagged,
    is_termed,
    is_worded,
    reported_before,
)
from quotecheck.quotations.setting import Setting, ends_with, listed, starts_with

__all__ = ["kind_of", "level_list"]

_LONGEST_TITLE = 14
_LONGEST_TERM = 8
_LONGEST_SCARE = 4
_HEADLINE_LEAD = 20  # single marks so near a paragraph's start may be a headline's
_INITIALS = re.compile(r"[#@]?[^\W_]+(?:[’'.&/-][^\W_]+)*")
_ANSWER = re.compile(r"[QA]\d*[.:]")
_STAGE = re.compile(r"[(\[][A-Z][A-Z .,’'-]+[)\]]")  # “(APPLAUSE.)”
_INNER_STOP = re.compile(r"[.?!] ")
_LIVELY = "?!。？！"
_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "who"})
_PLACES = (["in"], ["from"], ["on"])  # wrote in "The Art of War"
_MARKS = "—–-•*·\"“”‘’'«»„‚ \t\u00a0"


def _is_title_case(content: str) -> bool:
    """Tell whether all words but small ones are capitalised (or numbers)."""
    big = [word for word in _INITIALS.findall(content) if word.lower() not in listed("small_words")]
    return bool(big) and all(word[0].isupper() or word[0] in "#@" or word[0].isdigit() for word in big)


def _is_noun(words: Sequence[str]) -> bool:
    """Tell whether the last of the words is a noun such as film or law."""
    last, nouns = "".join(words[-1:]), listed("title_nouns")
    return last in nouns or last.rstrip("s") in nouns


def _names_by_noun(setting: Setting) -> bool:
    """Tell whether a noun such as film or law stands right before or after: her novel; the boat, the."""
    words = setting.before_words
    if len(words) > 1 and words[-1] in ("called", "named", "dubbed"):
        words = words[:-1]
    apposed = words[-1:] == ["the"] and setting.before.rstrip().endswith(", the") and _is_noun(words[:-1])
    after = setting.after_words if setting.after[:1] == " " else []
    followed = _is_noun(after[:1]) or _is_noun(after[:2])
    return apposed or followed or _is_noun(words)


def _is_spoken(setting: Setting) -> bool:
    """Tell whether the article hands the word over to somebody at the mark: he said, "…"; "…," he said."""
    handed = setting.before.rstrip().endswith((",", ":")) and reported_before(setting, within=8)
    return handed or is_tagged(setting) or setting.starts_paragraph or setting.content[-1:] in _LIVELY


def _is_owned(setting: Setting) -> bool:
    """Tell whether a name's possessive stands right before: CNN's "State of the Union"."""
    owner = setting.before.rstrip().rpartition(" ")[2]
    return owner[:1].isupper() and setting.before_words[-1].endswith("'s") and not has_clause(setting.words)


def _is_heading(setting: Setting) -> bool:
    """Tell whether the words have a line of their own."""
    alone = setting.starts_paragraph and not setting.after.strip()
    return alone and len(setting.words) > 2 and setting.minor


def _is_performed(setting: Setting) -> bool:
    """Tell whether a verb of playing, reading or making a work stands right before: they performed."""
    return bool(listed("performing") & set(setting.before_words[-1:])) and setting.before[-1:] == " "


def _is_name(setting: Setting) -> bool:
    """Tell whether words in title case are the name of something, by the nouns in them and around them."""
    words, heads, several = setting.words, listed("name_heads"), len(setting.words) > 1
    termed, tagged = is_termed(setting), is_tagged(setting)
    if _names_by_noun(setting) or ((is_named(setting) or _is_performed(setting)) and not tagged):
        return True
    if several and (_is_owned(setting) if setting.before_words else _is_heading(setting)):
        return True
    if several and (words[-1] in heads or words[0] in heads):
        return termed or not tagged
    if several and setting.before_words[-1:] in _PLACES and not tagged and not termed:
        return True
    spoken = called_before(setting) or _is_spoken(setting) or reported_before(setting, within=5)
    if termed or spoken or setting.before_words[-1:] == ["as"]:
        return False
    return several and not has_clause(words) and bool(setting.before_words)


def _is_title(setting: Setting) -> bool:
    words = setting.words
    if not words or len(words) > _LONGEST_TITLE:
        return False
    if (words[0][0] == "#" and len(words) <= 6) or ends_with(setting.before_words, "title_cues"):
        return True
    if starts_with(setting.after_words, "scare_after"):
        return False
    cased = _is_title_case(setting.content) and not _INNER_STOP.search(setting.content)
    return cased and _is_name(setting)


def _is_nickname(setting: Setting) -> bool:
    """Tell whether it stands inside a name: William "Bill" Clinton."""
    words = setting.before_words[-1:]
    first, last = setting.before.rstrip().rpartition(" ")[2], setting.after[1:2]
    if not words or len(setting.words) > 3 or words[0].endswith("'s") or words[0] in listed("determiners"):
        return False
    return first[:1].isupper() and first[-1:].isalnum() and last.isupper() and setting.content[:1].isupper()


@cache
def _leading_words() -> frozenset[str]:
    """Return the words that what is quoted after them goes on with: a, was, of, should."""
    lists = ("determiners", "be_forms", "prepositions", "auxiliaries")
    return frozenset().union(*map(listed, lists)) - {"that"}


def _opens_a_sentence(setting: Setting) -> bool:
    before = setting.before.rstrip()
    leads = not before.strip(_MARKS) or _ANSWER.fullmatch(before) is not None
    if setting.content[:1].islower() or not (leads or before.endswith((":", ",", "：", "，"))):
        return False
    if len(setting.words) > 1 or (leads and setting.foreign):
        return True
    return setting.content[-1:] in (".", "…") and (leads or before.endswith(":"))


def _is_predicate(setting: Setting) -> bool:
    """Tell whether the words say what somebody is or did, and so are no name for a thing.

    The dispute “is only beginning”; they “flatly lied”; its aim is “to make tea ordinary”.
    """
    words = setting.words
    if len(words) < 2:
        return False
    subject = bool(_SUBJECTS & set(setting.before_words[-1:])) and not words[-1].endswith("ly")
    purpose = words[0] == "to" and len(words) > 2
    return subject or purpose or words[0] in listed("finite_verbs")


def _is_viewed(setting: Setting) -> bool:
    """Tell whether the sentence says what something is in somebody's eyes: for her, the river was “…”."""
    words = setting.before_words
    return words[:1] in (["for"], ["to"]) and words[-1] in listed("be_forms") and "," in setting.before


def _is_told(setting: Setting) -> bool:
    """Tell whether the sentence has somebody say the words, or see something as them."""
    if _is_predicate(setting) or _is_viewed(setting) or is_worded(setting):
        return True
    tail = setting.before_words[-2:]
    if tail[-1:] == ["as"] or (tail[:1] == ["as"] and tail[-1] in listed("determiners")):
        return True
    reported = reporting_at(setting.before_words) or reporting_at(setting.after_words)
    return bool(reported) or called_before(setting)


def _is_scare(setting: Setting) -> bool:
    words = setting.words
    if is_termed(setting) or is_named(setting):
        worded = len(words) > 2 and has_clause(words) and bool(reporting_at(setting.before_words))
        return len(words) <= _LONGEST_TERM and not worded  # posted the words “he lives here now”
    if len(words) > _LONGEST_SCARE:
        return False
    if not words or starts_with(setting.after_words, "scare_after"):
        return True
    if setting.content[-1:] in _LIVELY or _opens_a_sentence(setting):
        return False
    if setting.before_words[-1:] == ["that"] and has_clause(words):
        return False  # a clause of its own is no name for a thing, whatever verb leads up to it
    aside = setting.minor and len(setting.before) > _HEADLINE_LEAD and not reported_before(setting)
    return aside or not _is_told(setting)


def _is_statement(setting: Setting) -> bool:
    content = setting.content.lstrip("[(… .")
    if not content:
        return False
    before, words = setting.before.rstrip(), setting.words
    continued = bool(_leading_words() & set(setting.before_words[-1:])) and before[-1].isalnum()
    if not content[0].islower():
        led = not before.strip(_MARKS) or before[-1] in ",:;—–-.?!…)]，：。"
        opened = led or reported_before(setting) or is_worded(setting)
        subject = bool(listed("be_forms") & set(setting.after_words[:1]))
        return has_clause(words) or (opened and not continued and not subject)
    if words[:1] and words[0] in listed("conjunctions"):
        words = words[1:]
    called = words[:1] and words[0] in listed("determiners") and called_before(setting, within=6)
    if continued or called or not has_clause(words):
        return False
    spoken = before.endswith((",", ":", " and", " that")) or reported_before(setting) or is_tagged(setting)
    return spoken or words[0] in listed("sure_subjects")


def kind_of(setting: Setting) -> Kind:
    """Return the kind of a quotation that stands in ``setting``."""
    if _is_nickname(setting) or _STAGE.fullmatch(setting.content):
        return Kind.SCARE
    if _is_title(setting):
        return Kind.TITLE
    if _is_scare(setting):
        return Kind.SCARE
    return Kind.STATEMENT if _is_statement(setting) else Kind.FRAGMENT


def level_list(kinds: Sequence[Kind]) -> list[Kind]:
    """Return the kinds of quotations that stand in one list ("a “liar”, a “bully” and “sad”"), made to agree.

    What looks like scare quotes or a title is speech beside a fragment, scare quotes a title beside one.
    """
    if Kind.FRAGMENT in kinds:
        return [Kind.FRAGMENT if kind in (Kind.SCARE, Kind.TITLE) else kind for kind in kinds]
    if Kind.TITLE in kinds:
        return [Kind.TITLE if kind is Kind.SCARE else kind for kind in kinds]
    return list(kinds)

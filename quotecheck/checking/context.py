"""What the source says around the quoted words, and whether that gives them another sense."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from quotecheck.checking.alignment import Alignment
from quotecheck.checking.equivalence import terms
from quotecheck.checking.leading_up import leads_up, phrase_pattern, same_sentence_before
from quotecheck.lexicons import lexicon
from quotecheck.model import ArchivedQuote, Message, Span, message
from quotecheck.words import norms

__all__ = ["Surroundings", "context_warning", "surroundings"]

_CONTEXT: dict[str, Any] = lexicon("wording")["context"]
_REACH = 600
_ENOUGH_PRINTED = 4


_GOES_ON = phrase_pattern([*_CONTEXT["goes_on"], *_CONTEXT["takes_back"]], at_end=False)
_NEXT_SENTENCE = phrase_pattern([*_CONTEXT["next_sentence"], *_CONTEXT["takes_back"]], at_end=False)
_IRONY = re.compile(
    rf"[\[(]\s*(?:{'|'.join(_CONTEXT['irony'])})\b|^\W*(?:{'|'.join(_CONTEXT['irony'])})\b", re.IGNORECASE
)
_REMARK = re.compile(r"^\W*[\[(][^\])]{1,40}[\])]")
_SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]*(?:\s|$)")
_QUESTION_STARTS = frozenset(_CONTEXT["questions"])
_OPENING, _CLOSING = "“«", "”»"


class Surroundings(NamedTuple):
    """The source's words before and after the window; ``closing`` is the punctuation that ends the window."""

    before: str
    after: str
    closing: str = ""


def _joined(left: str, right: str) -> str:
    return (
        f"{left} {right}"
        if left and right and not left[-1].isspace() and not right[0].isspace()
        else left + right
    )


def surroundings(quote: ArchivedQuote, window: Span) -> Surroundings:
    """Return what stands around ``window``: of the archived quote itself, and of its source beyond it."""
    before = _joined(quote.before.rstrip(), quote.text[: window.start].lstrip())
    rest = quote.text[window.end :].rstrip()
    if any(map(str.isalnum, rest)):
        return Surroundings(before[-_REACH:], _joined(rest, quote.after.lstrip())[:_REACH])
    return Surroundings(before[-_REACH:], quote.after.lstrip()[:_REACH], rest)


def _keys(text: str) -> str:
    return "".join([f" {key}" for key in terms(text).keys])


def _goes_on(after: str) -> str | None:
    head = after[:80]
    end = _SENTENCE_END.match(head.lstrip("\"'”’)] "))
    if end:
        following = head.lstrip("\"'”’)] ")[end.end() :]
        found = _NEXT_SENTENCE.match(_keys(following))
    else:
        found = _GOES_ON.match(_keys(head)) or (_NEXT_SENTENCE.match(_keys(head)) if _opens(after) else None)
    return found[1].strip() if found else None


def _opens(after: str) -> bool:
    return after.lstrip()[:1].isupper()


def _question(alignment: Alignment, window: Span, around: Surroundings) -> bool:
    """Tell whether the words are the inside of a question that the article does not show as one."""
    if alignment.printed.text.rstrip("\"'”’)] ").endswith("?"):
        return False
    rest = around.closing + around.after
    end = _SENTENCE_END.search(rest)
    closes = rest[: end.start() + 1] if end else rest
    if "?" not in closes[-1:]:
        return False
    begins = not same_sentence_before(around.before).strip()
    return not (begins and alignment.printed.keys[0] in _QUESTION_STARTS)


def _quotes_somebody(alignment: Alignment, window: Span, around: Surroundings) -> bool:
    """Tell whether the window lies within quotation marks of the archived text."""
    opened = max(around.before.rfind(mark) for mark in _OPENING)
    if opened >= 0 and all(around.before.rfind(mark) < opened for mark in _CLOSING):
        first = min((i for mark in _CLOSING if (i := around.after.find(mark)) >= 0), default=-1)
        return first >= 0 and not any(mark in around.after[:first] for mark in _OPENING)
    straight = around.before.count('"')
    return straight % 2 == 1 and '"' in around.after


def _is_printed(after: str, following: str) -> bool:
    """Tell whether the article itself goes on as the source does."""
    head = norms(after[:80])[:_ENOUGH_PRINTED]
    return bool(head) and f" {' '.join(head)} " in f" {' '.join(norms(following))} "


def _meant_otherwise(after: str) -> bool:
    return bool(_IRONY.search(after[:80]) or _IRONY.search(_REMARK.sub("", after[:120])))


def context_warning(
    alignment: Alignment, window: Span, around: Surroundings, preceding: str = "", following: str = ""
) -> Message | None:
    """Say in one clause what in the surroundings gives the words another sense; None where nothing does.

    ``preceding`` and ``following`` are what the article prints before and after the words.
    """
    first = alignment.printed.keys[0] if alignment.printed.keys else ""
    if lead := leads_up(around.before, first, preceding):
        return message("the source leads up to these words with “{words}”", words=lead)
    if _quotes_somebody(alignment, window, around):
        return message("in the source these words quote somebody else")
    word = _goes_on(around.after)
    if word and not _is_printed(around.after, following):
        return message("the source goes on with “{words}”", words=word)
    if _question(alignment, window, around):
        return message("in the source these words are part of a question")
    if _meant_otherwise(around.after):
        return message("the source marks these words as not meant seriously")
    return None

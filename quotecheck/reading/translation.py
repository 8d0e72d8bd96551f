"""Whether an article says of itself that it is a translation, and from what.

A text mentions translations for many reasons: a book under review, a motto, somebody's remark. Only a notice
counts: a line or a parenthesis of its own among the first or last lines, or a sentence there that speaks of
"this article".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from quotecheck.lexicons import lexicon
from quotecheck.reading.language import detect_language
from quotecheck.reading.languages import language_code

__all__ = ["translated_from"]

_UNDETERMINED = "und"
_FIRST_LINES, _LAST_LINES = 4, 6
_LONGEST_NOTICE = 400
_TITLE_LETTERS, _TITLE_WORDS = 20, 4

_DECORATION = re.compile(
    r"^[\s*_\-–—•>\[(]*(?:(?:editor['’]?s?|translator['’]?s?) )?(?:note\s*[:.–—-]\s*)?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*[’']?")
# What may stand after the language's name in a notice: an end, a translator, or what else was done.
_AFTER = re.compile(
    r"\s*(?:$|[.;:)\]|*_–—]|,?\s*(?:by|for|and|to|into|with|version|original"
    r"|par|pour|et|von|durch|und|übersetzt|por|y|di|da|e|door|en)\b)",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]{8,200})[)\]]")
_FROM = re.compile(r"\b(?:from|du|de|aus|del|dal|do|uit)\b\s*|(?<=de )l['’]", re.IGNORECASE)
# Who translated: a few names, or nobody; not the rest of a sentence.
_NAMES = re.compile(
    r"[\s:.*_)\]]*(?:(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*|and|by|et|und|y|e|von|van|de|der|di|la|for|machine)"
    r"(?:[\s,.*_)\]&/]+|$)){0,12}"
)
_SENTENCE = re.compile(r"(?<=[.!?…”\"»])\s+")


@cache
def _patterns() -> list[tuple[dict[str, Any], dict[str, re.Pattern[str]]]]:
    compiled = []
    for notice in lexicon("translations")["notices"]:
        forms = {key: "|".join(notice[key]) for key in ("from", "of", "original")}
        for key in ("said", "told"):
            if notice[key]:
                forms[key] = f"{notice['self']} (?:{'|'.join(notice[key])})"
        compiled.append((notice, {key: re.compile(form, re.IGNORECASE) for key, form in forms.items()}))
    return compiled


def _named_language(rest: str, notice: dict[str, Any]) -> tuple[str, int] | None:
    """Return the language named at the start of ``rest``, and where its name ends there."""
    skipped = re.compile(rf"(?:{notice['names']})", re.IGNORECASE)
    for found in list(_WORD.finditer(rest[:80]))[:4]:
        code = language_code(found[0], locale=notice["language"])
        if code:
            return code, found.end()
        if not skipped.fullmatch(found[0]) and not skipped.match(found[0] + "'"):
            return None
    return None


def _of_title(rest: str, language: str) -> str | None:
    """Return the language of an original's title, "und" when it cannot be told, None when it is no title."""
    title = rest.strip(" :“”\"«»„‘’'*_")
    if (
        title.endswith((".", ",", ";"))
        or sum(map(str.isalpha, title)) < _TITLE_LETTERS
        or len(title.split()) < _TITLE_WORDS
    ):
        return None
    code = detect_language(title, default=_UNDETERMINED)
    return _UNDETERMINED if code == language else code


def _notice(line: str, language: str) -> str | None:
    """Return what a line of its own says it was translated from."""
    text = _DECORATION.sub("", line).strip()
    for notice, forms in _patterns():
        for key in ("from", "original"):
            if found := forms[key].match(text):
                rest = text[found.end() :]
                named = _named_language(rest, notice)
                if named and _AFTER.match(rest[named[1] :]):
                    return named[0]
                if named is None and key == "from" and (code := _of_title(rest, language)):
                    return code
        if found := forms["of"].match(text):
            return _by_translator(text[found.end() :], notice)
    return None


def _by_translator(rest: str, notice: dict[str, Any]) -> str | None:
    """Read what follows "Translated by": a short name, perhaps with the language after it."""
    for preposition in _FROM.finditer(rest):
        if named := _named_language(rest[preposition.end() :], notice):
            return named[0]
    return _UNDETERMINED if _NAMES.fullmatch(rest) else None


def _sentence(sentence: str) -> str | None:
    """Return what a sentence that speaks of "this article" says it was translated from."""
    text = _DECORATION.sub("", sentence)
    for notice, forms in _patterns():
        found = forms["said"].match(text)
        named = _named_language(text[found.end() :].lstrip(), notice) if found else None
        if named:
            return named[0]
        if "told" in forms and forms["told"].match(text):
            return _UNDETERMINED
    return None


def _edge_lines(text: str) -> Iterator[str]:
    """Yield the last lines, last first, and then the first ones: where notices stand."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    last = lines[-_LAST_LINES:]
    yield from reversed(last)
    yield from lines[: min(_FIRST_LINES, len(lines) - len(last))]


def _parentheses(line: str) -> Iterator[str]:
    """Yield the parentheses that stand apart from the sentence: at its line's start, or after its end."""
    for found in _PARENTHESIS.finditer(line):
        before, after = line[: found.start()].rstrip(), line[found.end() :].strip(" .*_")
        if not before or (not after and before[-1] in '.!?…”"’»'):
            yield found[1]


def translated_from(text: str, *, language: str = "en") -> str | None:
    """Return the ISO 639-1 code of the language that the article says it is translated from.

    "und" where it says that it is a translation but not from what; None where it does not say so.
    ``language`` is the article's own: an original's title in that same language tells nothing.
    """
    for line in _edge_lines(text):
        if len(line) <= _LONGEST_NOTICE and (code := _notice(line, language)):
            return code
        for aside in _parentheses(line):
            if code := _notice(aside, language):
                return code
        for sentence in _SENTENCE.split(line):
            if code := _sentence(sentence):
                return code
    return None

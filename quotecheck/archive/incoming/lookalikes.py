"""Names that are not what they seem: letters of another script, hidden characters, reversed direction.

After Unicode Technical Standard 39 (mixed scripts, confusables) and Technical Report 36 (bidirectional text).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from quotecheck.lexicons import lexicon
from quotecheck.model import Message, message

__all__ = ["doubt_about", "doubts_of", "skeleton"]

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
)
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "GEORGIAN", "COPTIC")
_JOINERS = frozenset("\u200c\u200d")


@cache
def _pairs() -> dict[int, str]:
    known: dict[str, list[str]] = lexicon("lookalikes")["pairs"]
    return {ord(a): b for written, taken in known.values() for a, b in zip(written, taken, strict=True)}


def skeleton(text: str) -> str:
    """Return the text with look-alike letters as the Latin ones that they are taken for, nothing hidden."""
    return _HIDDEN.sub("", _DIRECTION.sub("", unicodedata.normalize("NFKC", text))).translate(_pairs())


@cache
def _script(char: str) -> str | None:
    if not char.isalpha():
        return None
    name = unicodedata.name(char, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "OTHER")


def _scripts(text: str) -> set[str]:
    return {script for char in text if (script := _script(char)) is not None}


def _hides(text: str) -> bool:
    """Tell whether something in it cannot be seen; joiners have their place in Arabic or Indic words."""
    found = {hidden[0] for hidden in _HIDDEN.finditer(text)}
    return bool(found - _JOINERS) or (bool(found) and "OTHER" not in _scripts(text))


def _mixed(text: str) -> str | None:
    """Return the word that mixes scripts, or imitates one among words of another."""
    words = text.split()
    for word in words:
        if len(_scripts(word) & set(_SCRIPTS)) > 1:
            return word
    if "LATIN" in _scripts(text):
        return next((w for w in words if _scripts(w) - {"LATIN"} and skeleton(w).isascii()), None)
    return None


@lru_cache(maxsize=4096)
def doubt_about(name: str) -> Message | None:
    """Return what is wrong with a name, as the end of a sentence; None when nothing is."""
    if _DIRECTION.search(name):
        return message("it has characters in it that turn the direction of the text")
    if _hides(name):
        return message("it has characters in it that cannot be seen")
    if word := _mixed(name):
        scripts = sorted(_scripts(word) | ({"LATIN"} & _scripts(name)))
        return message(
            "“{word}” has letters that look alike but are not ({scripts})",
            word=word,
            scripts=" + ".join(map(str.title, scripts)),
        )
    return None


def _shown(text: str) -> str:
    """Return a name with what cannot be seen in it spelled out."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _doubtful(entity: str, name: str, doubt: Message) -> Message:
    if entity == "speaker":
        return message("The speaker “{name}” is doubtful: {doubt}.", name=name, doubt=doubt)
    return message("The source “{name}” is doubtful: {doubt}.", name=name, doubt=doubt)


def doubts_of(entity: str, fields: Mapping[str, str]) -> Iterator[Message]:
    """Yield what is doubtful about the names of a speaker or source, or the direction of a quote's text."""
    if entity == "quote":
        if _DIRECTION.search(text := fields.get("text", "")):
            yield message(
                "The quote “{text}” has characters in it that turn the direction of the text.",
                text=_shown(text[:60]),
            )
        return
    for field, value in fields.items():
        named = field in ("name", "title", "publisher") or field.startswith("alias:")
        if named and (doubt := doubt_about(value)):
            yield _doubtful(entity, _shown(value[:60]), doubt)

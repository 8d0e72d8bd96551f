"""The language that a text is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from quotecheck.lexicons import lexicon
from quotecheck.reading.errors import ReadingError

__all__ = ["detect_language"]

_SAMPLE = 4_000
_ENOUGH_LETTERS = 24
_SURE = 0.5
_FEWEST_WORDS = 40
_ENGLISH_SHARE = 0.08
_LATIN_END = "\u0250"


@cache
def _identifier() -> Any:
    """Load the model of py3langid (Lui and Baldwin 2012, "langid.py"), restricted to ISO 639-1 languages.

    Raises ReadingError when it cannot be unpacked: the library does that in the temporary folder.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadingError(
            "The article's language could not be told, as the temporary folder cannot be written "
            "({reason}): make room there and try again.",
            reason=reason,
        ) from error
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier


def _main_script(text: str) -> str:
    """Drop other scripts from a mostly Latin text: their letters are more bytes, and would outvote it."""
    letters = [char for char in text if char.isalpha()]
    if 2 * sum(char < _LATIN_END for char in letters) < len(letters):
        return text
    return "".join(char for char in text if char < _LATIN_END or not char.isalpha())


def _is_plainly_english(text: str) -> bool:
    """Tell English by its function words: most articles need no model, and loading it takes half a second."""
    words = re.findall(r"\w+", text.casefold())
    known = lexicon("languages")["function_words"]["en"]
    return len(words) >= _FEWEST_WORDS and sum(word in known for word in words) >= _ENGLISH_SHARE * len(words)


def detect_language(text: str, *, default: str = "en") -> str:
    """Return the ISO 639-1 code of the text's language: "und" for a text without letters.

    ``default`` is returned for a text too short to tell, or one that no language fits well.
    """
    sample = _main_script(text[:_SAMPLE])
    letters = sum(char.isalpha() for char in sample)
    if not letters:
        return "und"
    if _is_plainly_english(sample):
        return "en"
    if letters < _ENOUGH_LETTERS and sample.isascii():
        return default
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else default

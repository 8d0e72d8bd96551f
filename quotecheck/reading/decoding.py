"""From the bytes of a text file to its characters, or a refusal: a wrong guess would change what was said."""

from __future__ import annotations

import codecs
import re

from quotecheck.reading.errors import ReadingError

__all__ = ["decoded", "looks_binary"]

# UTF-32's little-endian mark begins with UTF-16's, so it stands first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1a\x1b")
_MAX_CONTROL_SHARE = 0.003
_BEYOND_ASCII = bytes(range(128, 256))
_WELL_FORMED_SHARE = 0.8
_GUESS_BYTES = 200_000
_MAX_CHAOS = 0.15
_MARKLESS_BYTES = 4096
_NUL_SHARE = 0.7

_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
# What a Western text in cp1252 is made of: a letter with a diacritic inside or beside a word, and typography.
_WESTERN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]+")
_WESTERN_SIGNS = frozenset("‘’“”‚„–—…•«»‹› £€§©®™°·¡¿ªº½¼¾×²³")


def _unmarked_utf16(data: bytes) -> str | None:
    """Return which UTF-16 a text without a byte-order mark is in: a NUL beside nearly every character."""
    start = data[:_MARKLESS_BYTES]
    for encoding, high in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if high.count(0) > _NUL_SHARE * len(high) and start.count(0) == high.count(0):
            return encoding
    return None


def looks_binary(data: bytes) -> bool:
    """Tell whether the bytes are no text in Unicode or in any encoding that is a superset of ASCII."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or _unmarked_utf16(data):
        return False
    if not data:
        return False
    control = len(data) - len(data.translate(None, _CONTROL))
    return b"\0" in data or control / len(data) > _MAX_CONTROL_SHARE


def _as_western(data: bytes) -> str | None:
    """Return the text in cp1252 when it reads like a Western language, else None."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = [char for char in text if ord(char) > 127]
    letters = [char for char in foreign if char not in _WESTERN_SIGNS]
    ascii_letters = sum(char.isascii() and char.isalpha() for char in text)
    if len(letters) > ascii_letters / 4 or any(_WESTERN_WORD.fullmatch(char) is None for char in letters):
        return None
    # Capitals with diacritics in the middle of lower-case words are another encoding's letters.
    odd = sum(1 for word in _WESTERN_WORD.findall(text) if re.search(r"[a-zß-öø-ÿ][À-ÖØ-Þ]", word))
    return text if odd * 20 <= len(letters) else None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESS_BYTES]).best()
    if best is None or best.chaos > _MAX_CHAOS:
        return None
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether nearly all bytes beyond ASCII stand in well-formed UTF-8 sequences."""
    beyond = len(data) - len(data.translate(None, _BEYOND_ASCII))
    return sum(map(len, _UTF8_SEQUENCE.findall(data))) > _WELL_FORMED_SHARE * beyond


def decoded(data: bytes, name: str) -> str:
    """Return the characters of a text file.

    A byte-order mark decides, or the pattern of UTF-16 without one; else UTF-8, else what the bytes read like
    (cp1252 for Western texts, otherwise charset-normalizer's guess). Raises ReadingError for a binary file,
    for Unicode with damaged bytes, and for bytes that read like nothing.
    """
    if looks_binary(data):
        raise ReadingError(
            "{name} is binary, not a text: open the article as text, HTML, DOCX or PDF.", name=name
        )
    unmarked = _unmarked_utf16(data)
    for mark, encoding in (*_MARKS, (b"", unmarked)):
        if encoding and data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadingError(
                    "{name} has an unreadable encoding ({encoding}, damaged at byte {start}): save it as "
                    "UTF-8.",
                    name=name,
                    encoding=encoding,
                    start=error.start,
                ) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise ReadingError(
                "{name} has an unreadable encoding (UTF-8, damaged at byte {start}): save it again as UTF-8.",
                name=name,
                start=error.start,
            ) from error
    text = _as_western(data) or _guessed(data)
    if text is None:
        raise ReadingError(
            "{name} has an unreadable encoding: save it as UTF-8 and open it again.", name=name
        )
    return text

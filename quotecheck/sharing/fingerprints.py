"""The fingerprint of a key as words that can be read out over the telephone.

The first 128 bits of the key's SHA-256 as eight proquints: five letters stand for 16 bits, a consonant for
four and a vowel for two (D. S. Wilkerson, "A proposal for proquints: identifiers that are readable,
spellable, and pronounceable", 2009).
"""

from __future__ import annotations

from hashlib import sha256

__all__ = ["fingerprint"]

_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"
_BYTES = 16


def _word(number: int) -> str:
    return (
        _CONSONANTS[number >> 12]
        + _VOWELS[number >> 10 & 3]
        + _CONSONANTS[number >> 6 & 15]
        + _VOWELS[number >> 4 & 3]
        + _CONSONANTS[number & 15]
    )


def fingerprint(key: bytes) -> str:
    """Return the fingerprint of a public key: eight words of five letters."""
    digest = sha256(key).digest()[:_BYTES]
    return " ".join(_word(int.from_bytes(digest[i : i + 2], "big")) for i in range(0, _BYTES, 2))
